#pragma once
#include "directory/place_view.h"

namespace digilots::directory {

struct FindPlaceView {
    components::FilterForm filter;
    std::vector<PlaceRow> rows;
    std::vector<ServiceRow> services;       // activities and services that stand at no place
    std::string count;
    components::PointMap map;
    components::Pagination pages;
    HelpView help;
    bool nothing_entered = false;           // no filter makes a place of nothing
};

}  // namespace digilots::directory
