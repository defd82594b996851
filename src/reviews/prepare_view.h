#pragma once
// What a review is prepared from.
#include <string>
#include <vector>

#include "platform/html/components.h"

namespace digilots::reviews {

struct FoundLine {
    std::string label, number, url;     // url: the entries behind it; "" where this person may not list them
};
struct FoundPart {
    std::string id, title, url = "";    // url: its statistics
    std::vector<FoundLine> lines = {};
};
struct PrepareView {
    std::string url;
    html::components::Field unit;
    std::string of, period;             // whose log, of when
    std::string all = "", all_url = "", begin_url = "";
    std::vector<FoundPart> parts = {};
};

/// When units hold their review meetings.
struct DatesView {
    html::components::Table table = {};
    std::string units_url = "";         // where it is said how often; "" for who may not
};

}  // namespace digilots::reviews
