#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::collections {

struct TryView {
    html::FormErrors errors;
    std::string url, period;
    html::components::Field choice;
    std::vector<html::components::Field> dates;
    html::components::Table table = {};
    std::vector<std::string> about = {};         // which entries these are, and what stands in no row
    std::vector<std::string> left_empty = {};
    std::string csv_url = "", xlsx_url = "", columns_url = "";   // "" where there is nothing to take
};

}  // namespace digilots::collections
