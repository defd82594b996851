#pragma once
// A network's total beside those it is made of and those it is in: municipalities, the network, their counties, all.
#include "releases/asked.h"

namespace digilots::releases {

struct Level {
    Whose whose;
    Value value;
    std::int64_t reported = 0, expected = 0;            // months of municipalities
    std::vector<periods::Period> missing = {};          // of a municipality
    bool takes_part = true;                             // false: it was in no release of the period
};

/// Of the network that is asked of: its members as they are now and as they were released, then it itself, counties, all.
std::vector<Level> levels_of(const Pages& pages, const Asked& asked);
/// Members whose number is hidden, of those that reported.
std::int64_t hidden_members(const std::vector<Level>& levels);

}  // namespace digilots::releases
