#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::indicators {

struct IndicatorRow {
    std::string title, language, url, area, unit, id;
    bool retired = false;
};

struct IndicatorGroup {
    std::string title;                   // an operating area
    std::vector<IndicatorRow> rows;
};

struct FindIndicatorView {
    html::components::SearchField search;
    html::components::FilterForm filter;
    std::string count;
    std::vector<IndicatorRow> hits;      // of a search, best first
    std::vector<IndicatorGroup> areas;   // without a search: all of the chosen group
    bool more = false;
};

}  // namespace digilots::indicators
