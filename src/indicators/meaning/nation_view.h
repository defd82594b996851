#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::indicators {

/// How a colour comes about, with this page's own numbers.
struct RuleView {
    std::string direction, reason, decided;   // "High is good"; why; by whom
    std::string group;
    int n = 0, quarter = 0;                   // how many have a figure; how many a quarter is at most
    std::string green_limit, red_limit;       // "" where there is none
};

struct NationView {
    std::string title_language, definition, definition_language, lead;
    std::vector<html::components::Notice> notices;
    std::string form_url;
    std::vector<html::components::Field> choices;
    std::vector<html::components::SummaryItem> facts;
    html::components::StripPlot strip;
    html::components::NationMap map;
    html::components::Table table, missing;
    RuleView rule;
    std::string source, source_url, csv_url, json_url;
    std::string no_definition;      // why there is none
    bool empty = false;                       // no figures at all
};

}  // namespace digilots::indicators
