#pragma once
#include "directory/place_view.h"

namespace digilots::directory {

/// A service, activity or errand that stands for the whole municipality.
struct ShowServiceView {
    bool is_errand = false;
    ServiceRow service;
    std::vector<PlaceRow> places;           // that answer one of its topics
    HowOld age;
    HelpView help;
};

/// A function to ask, with what it answers for and where to go when nobody picks up.
struct ShowContactView {
    std::string times, said, status;
    bool has_hours = false;
    components::OpenBadge open;
    components::Phone phone;
    std::string email, desk, desk_url;
    components::OpenBadge desk_open;
    std::vector<html::Link> answers_for;
    HowOld age;
    HelpView help;
};

}  // namespace digilots::directory
