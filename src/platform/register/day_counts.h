#pragma once
// Figures of what a slice counts day by day in a table of its own, because its records are deleted and their numbers stay.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/measures/measure.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct DayCount {
    std::string day, unit;                // the day where the municipality is; "" no unit
    std::vector<std::int64_t> numbers;    // in the slice's own order
};

struct DayCounts {
    /// Of a municipality, between two days, both included.
    std::function<std::vector<DayCount>(db::Connection& connection, std::string_view municipality_id, const std::string& from,
                                        const std::string& to)>
        between;
    /// The last day of which anything is counted, "" where nothing is.
    std::function<std::string(db::Connection& connection, std::string_view municipality_id)> last_day;
    /// What is counted nowhere yet: it waits after its time, on the day that was promised. From memory; nullptr where nothing is.
    std::function<std::vector<DayCount>(std::string_view municipality_id)> late = nullptr;
};

/// `measure` with its figures, by time and by unit where the records belong to one. `value_of` gives what a day's numbers say;
/// a value of nothing is left out. `records` lives as long as the measure.
measures::Measure counted_by_day(const Records& records, const DayCounts& counts, measures::Measure measure,
                                 measures::Value (*value_of)(const std::vector<std::int64_t>& numbers));

}  // namespace digilots::register_
