#pragma once
// All years of a wheel side by side: a small picture of each, and the same in a table.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "progress/wheel_layout.h"

namespace digilots::progress {

struct StampView {
    std::string year, url, name;
    StampDrawing drawing;
};

struct WheelYearsView {
    std::string wheel_url, method_url, csv_url, source, made_up;
    std::vector<StampView> stamps;  // ascending
    std::vector<html::components::Mark> legend;
    html::components::Table table;
};

}  // namespace digilots::progress
