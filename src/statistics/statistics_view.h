#pragma once
#include <map>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::statistics {

struct Total {
    std::string title, value, unit, url;    // url: this measure on this page
    bool current = false;
    std::string stated = "";                // "stated in 12 of 40 inquiries"
};

/// What the figures are limited to by the address, and the way to all of them.
struct Filters {
    std::vector<html::Link> limits;             // "Place: Main library", with the way to the figures without it
    std::string all_url;
    std::map<std::string, std::string> kept;    // field → value: stays when another question is asked
};

/// One table for each, side by side where there is room.
struct Compared {
    std::vector<html::components::Table> tables = {};
    std::vector<std::string> notes = {};
};

struct StatisticsView {
    html::FormErrors errors;
    std::string url, period, title, definition, code_list_version, rows_url, csv_url, problem;
    std::vector<html::components::Field> choices, dates;
    Filters filters;
    std::vector<Total> totals;
    html::Link previous, next;          // the period before and the one after; "" where there is none
    html::components::Chart chart;
    Compared compared;                  // instead of the chart, where figures are split up twice
    bool as_line = false, empty = false;
    std::string ends = "";              // where the figures end before the period does
};

}  // namespace digilots::statistics
