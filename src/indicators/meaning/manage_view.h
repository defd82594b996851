#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::indicators {

struct ManageIndicatorsView {
    html::FormErrors errors;
    std::string done;
    html::components::SearchField search;
    html::components::Table own, found;      // found: of a search, else those that come with the program
    std::string form_url, updates_url;       // updates_url "": not for this person
    std::string title;                       // what was typed
    std::string form_key;                    // sent twice it is added once
    std::vector<html::components::Option> units, directions;
    bool by_gender = false;
};

struct ManageIndicatorView {
    html::FormErrors errors;
    std::string done, title_language;
    std::string direction, form_url, figures_url, public_url, seen;
    std::vector<html::components::Option> directions;
    std::string reason;
    html::components::Table history;
    // Of the municipality's own indicators alone:
    bool own = false, counted = false;       // counted: from the log, not typed in
    html::components::Table figures;
    std::string year, value;
    std::vector<html::components::Option> genders, missing;   // genders: empty where it is not divided
};

struct RunsView {
    html::components::Table runs;
};

struct RunView {
    std::vector<html::components::SummaryItem> facts;
    html::components::Table changes;
    bool more = false;
};

}  // namespace digilots::indicators
