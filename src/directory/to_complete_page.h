#pragma once
#include <string>
#include <vector>

#include "directory/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::directory {

struct TaskRow {
    std::string title, url, kind;
    std::vector<html::Link> things;         // to the field where it is filled in
};

struct ToCompleteView {
    std::vector<html::components::Option> units;  // for which the list can be asked
    std::string what;                             // the task that is shown; "" for all
    std::vector<html::components::Tag> filters;
    std::string count;
    std::vector<TaskRow> rows;
    html::components::Pagination pages;
};

}  // namespace digilots::directory
