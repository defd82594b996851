#pragma once
#include "directory/place_view.h"

namespace digilots::directory {

/// A service, activity or errand that stands for the whole municipality.
struct ShowServiceView {
    std::string kind;                       // "Activity"
    bool is_errand = false;
    ServiceRow service;
    std::vector<DeskView> places;           // that answer one of its topics
    HowOld age;
    HelpView help;
    std::string unknown;
};

/// A function to ask, with what it answers for and where to go when nobody picks up.
struct ShowContactView {
    std::string status, notes;              // notes: for staff
    bool staff_only = false;
    ContactView contact;
    std::vector<html::Link> answers_for;
    HowOld age;
    std::string unknown;
    html::Safe files;                       // pictures and documents
};

}  // namespace digilots::directory
