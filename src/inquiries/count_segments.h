#pragma once
// From which counts the figures of a period are added up.
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "platform/measures/time.h"
#include "platform/periods/period.h"

namespace digilots::inquiries {

/// Of counts by days from one day to another, or of those by months from one month to another ("2026-09").
struct Segment {
    std::string grain, from, to;
};

/// Whole months from the counts of months, what is left at both ends from those of days.
std::vector<Segment> segments_of(const periods::Period& period, measures::Grain grain);

/// With the other days of its first and last month where nothing was counted on them, mostly as they are still to come: its
/// figures are the same, and a whole month is read at once.
periods::Period with_empty_days(db::Connection& connection, const std::vector<std::string>& municipalities,
                                periods::Period period);

}  // namespace digilots::inquiries
