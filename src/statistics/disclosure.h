#pragma once
// What a network may see of its municipalities.
//
// A total under five is never shown. Nor can it be worked out:
// - only whole months and whole years can be asked for, so no two periods differ by a few days;
// - a year minus its months gives nothing away: where one month of a year is hidden, the next smallest is hidden too;
// - the sum of all members is shown only when every member's total is; where one member is hidden, so is the next smallest.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/measure.h"

namespace digilots::statistics {

constexpr std::int64_t least_shown = 5;

/// The month or the whole years that hold this period.
base::Period widen(const base::Period& period);
bool is_one_month(const base::Period& widened);

struct NetworkRow {
    std::string municipality;               // id
    std::optional<std::int64_t> value;      // nothing: suppressed
};

struct NetworkFigures {
    base::Period period;                    // widened
    std::vector<NetworkRow> rows;
    std::optional<std::int64_t> total;      // nothing where a member is hidden
};

/// months: municipality → month ("2026-11") → count, over the whole years of the period.
using MonthCounts = std::map<std::string, std::map<std::string, std::int64_t>>;
NetworkFigures disclose(const base::Period& period, const std::vector<std::string>& members, const MonthCounts& months);

}  // namespace digilots::statistics
