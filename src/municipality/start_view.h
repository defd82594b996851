#pragma once
// What the network's start page shows.
#include <string>
#include <vector>

#include "municipality/map_outline.h"

namespace digilots::municipality {

struct StartEntry {
    std::string name, county, url;  // url "": not here yet
    std::string phone = {};         // of an active one, "" unknown
    bool phone_is_example = false;
    bool rings = false;             // somebody rings who asks for it
};

struct StartGroup {
    std::string county;
    std::vector<StartEntry> entries;
};

struct StartCountry {
    std::string name;
    std::vector<StartGroup> counties;
};

struct StartView {
    std::string q;
    std::vector<StartEntry> hits;  // for a search: active ones first
    bool more_hits = false;
    std::vector<StartCountry> countries;  // active ones
    Outline outline;
    /// Complete made-up ones, "Lotsby in Sweden"; none without the demo.
    std::vector<StartEntry> made_up = {};
};

}  // namespace digilots::municipality
