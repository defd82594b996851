#pragma once
// What pages show of the stops of a place that moves around.
#include <string>
#include <vector>

#include "directory/pages.h"
#include "platform/html/page.h"
#include "platform/register/records.h"

namespace digilots::directory {

struct StopRow {
    std::string name, address, note;
    std::string times;              // "every second Tuesday 14.00–14.45"
    std::string period;             // "1 September – 15 December 2026"; "" until further notice
    std::string left_out;           // days to come: "3 November"
};

struct NextStop {
    std::string when, where;        // "Tuesday 1 December 14.00–14.45", "Torget, Ljustorp"
};

struct StopsView {
    std::vector<NextStop> next;
    std::vector<StopRow> rows;      // by name, those that are not over
    std::string note;               // what is said of its hours, which hold for all stops
    std::string calendar_url;       // "" where a calendar would be empty
};

StopsView stops_view(const Place& place, const Pages& pages, const html::Page& page);
/// "Every second Tuesday 14.00–14.45"
std::string stop_times(const Stop& stop, const html::Page& page);
/// Beside the form of a stop: its bus as residents see it, and the next times.
register_::More more_of_stop(const Directory& directory, const register_::Record& record, const html::Page& page);

}  // namespace digilots::directory
