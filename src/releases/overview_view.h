#pragma once
#include "releases/released_view.h"

namespace digilots::releases {

/// All released tables of the same people and time on one page; or what is released of one body.
struct OverviewView {
    std::string lead, form_url;
    std::vector<html::components::Field> choices;
    std::string nothing;                        // why there is no table; the rest is empty then
    std::string heading, total;
    std::vector<ReleasedLines> tables;
    std::vector<std::string> not_told;          // tables that are not released of this, and why
    html::components::Chart months = {};
    bool has_months = false;
    html::components::Table parts = {}, places = {};
    std::vector<std::string> words_for_numbers, facts;
    std::vector<std::string> was_so = {};
    std::vector<html::Link> links;
};

}  // namespace digilots::releases
