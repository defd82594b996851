#pragma once
// What help is near each settlement: worked out from points alone, as the crow flies. No SQL.
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "directory/directory.h"
#include "municipality/municipality.h"

namespace digilots::needs {

struct Reached {
    std::string settlement;
    bool has_point = true;                      // false: all else is unknown, also where no place is known that helps
    std::string nearest = "";                   // name of a place that is open, with a point
    std::optional<double> kilometres = {};      // to that
    std::int64_t places = 0, activities = 0;    // so near or nearer
    std::int64_t besides = 0;                   // of those places: that say it is not their task
    std::int64_t minutes = 0;                   // a week, of those places that say when they are open
    std::set<std::string> aids = {}, help = {};         // terms: what there is, what is done
    std::optional<std::int64_t> population = {};        // of the settlement
};

/// Open, says what help it gives, and not in its own field alone. What says nothing of it may help or not: it is not counted.
bool helps(const directory::Place& place);
/// It says that staff help although it is not their task.
bool helps_besides(const directory::Place& place);
/// Its own: not the middle of the municipality, nor where a bus stands at night.
bool has_point(const directory::Place& place);
/// Between two points, in kilometres.
double kilometres_between(double latitude, double longitude, double other_latitude, double other_longitude);

/// Settlements of the table and localities of places: where several stand for one name, the table's point, else a place's.
/// Places that do not help, or have no point, are near nobody.
std::vector<Reached> reached(const std::vector<municipality::Settlement>& settlements, const directory::Snapshot& snapshot,
                             double within_kilometres);

}  // namespace digilots::needs
