#pragma once
#include <string>
#include <vector>

#include "indicators/meaning/nation_view.h"

namespace digilots::indicators {

struct StandingView {
    std::string title_language;
    // The figure, large, and what follows from it.
    std::string value, unit, when, missing;   // missing: why there is no value
    html::components::Mark mark;
    std::string rank, group, limits, change, colour_change, age;
    std::vector<html::components::Notice> notices;
    std::string form_url;
    std::vector<html::components::Field> choices;
    html::components::History history;
    html::components::GenderBars genders;
    html::components::StripPlot strip;
    html::components::Table beside;           // this municipality and the other one
    RuleView rule;
    std::string definition, definition_language, no_definition;
    std::vector<html::components::SummaryItem> facts;
    std::string source, source_url, csv_url, nation_url, staff_url;
};

}  // namespace digilots::indicators
