#pragma once
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::releases {

/// Of the template.
struct ReleasedView {
    std::string form_url;
    std::vector<html::components::Field> choices;
    std::string nothing;                        // why there is no table; the rest is empty then
    std::string whose, period, total;           // "Lotsby", "quarter 3, 2026", "1 234 questions"
    html::components::Chart lines;              // what is told and not zero
    bool has_lines = false;
    std::string hidden, zeros;                  // by their names
    html::components::Table parts;              // of what it is made of; no rows: of nothing
    html::components::Chart months;             // how it went from period to period; one point: not shown
    std::vector<std::string> facts;
    std::string csv_url, json_url, other_url, other_title;
};

}  // namespace digilots::releases
