#pragma once
// Figures of what a slice counts day by day in a table of its own, because its records are deleted and their numbers stay.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/statement.h"
#include "platform/measures/measure.h"
#include "platform/register/records.h"

namespace digilots::register_ {

struct DayCount {
    std::string day, unit;                // the day where the municipality is; "" no unit
    std::vector<std::int64_t> numbers;    // in the order of DayCounts::numbers
    std::vector<std::string> along = {};  // in the order of DayCounts::along
};

struct DayCounts {
    /// "day", "unit" and the numbers of a municipality ($1) between two days ($2, $3), both included.
    db::Statement between;
    std::vector<const char*> numbers;     // columns
    /// The last "day" of which anything is counted of a municipality ($1).
    db::Statement last_day;
    /// What is counted nowhere yet: it waits after its time, on the day that was promised. From memory; nullptr where nothing is.
    std::function<std::vector<DayCount>(std::string_view municipality_id)> late = nullptr;
    /// Columns of text that the figures are split up along; each is the key of a dimension of the measure. Not with `late`.
    std::vector<const char*> along = {};
};

/// `measure` with its figures, by time and by unit where the records belong to one. `value_of` gives what a day's numbers say;
/// a value of nothing is left out. `records` lives as long as the measure.
measures::Measure counted_by_day(const Records& records, const DayCounts& counts, measures::Measure measure,
                                 measures::Value (*value_of)(const std::vector<std::int64_t>& numbers));

}  // namespace digilots::register_
