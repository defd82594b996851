#pragma once
// What municipalities that share a mapping have answered.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace digilots::needs {

struct Near;
struct Pages;

/// Answers that are done, to one question ("" of none) in one area.
struct Covered {
    std::string municipality, area, code;
    std::int64_t answers = 0, with_resident = 0, stated = 0;   // stated: whether a resident was asked
    std::map<std::string, std::int64_t> certainty = {};       // how many of each that there are
};

/// Of all whose round has the mark and may be read from `near`.
std::vector<Covered> covered_by(const Pages& pages, const std::string& mark,
                                const Near& near);
/// Municipalities whose round has the mark and may be read so, also those that have answered nothing yet; by id.
std::vector<std::string> sharing_round(const Pages& pages, const std::string& mark, const Near& near);

}  // namespace digilots::needs
