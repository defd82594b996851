#pragma once
#include "directory/place_view.h"

namespace digilots::directory {

struct AidRow {
    std::string name, detail;
};

struct ShowPlaceView {
    std::string kind, status, status_note;
    components::OpenBadge open;
    bool is_open_kind = true;               // open or paused: hours mean something
    components::Limits limits;
    std::vector<std::string> helps, topics, agencies, roles, languages, answers;
    std::vector<std::string> names;         // other names of the place
    std::vector<AidRow> aids;
    std::vector<ServiceRow> services, activities;
    std::vector<html::Link> shares;         // other records in the same house
    HoursView hours;
    std::string address, locality, position_note, operator_name, eligibility;
    bool collective = false, mobile = false, assumed = false;
    components::PointMap map;               // only where there are tiles: one point alone says nothing
    components::Phone phone;
    HowOld age;
    HelpView help;
};

}  // namespace digilots::directory
