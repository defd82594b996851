#pragma once
// What comes again, as RFC 5545 says it: a first time, a rule, times beside it and times that are left out.
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/calendar/wall_time.h"

namespace digilots::calendar {

struct Recurrence {
    WallTime first{};
    std::chrono::seconds length{};              // the same for each time; 0: a point in time
    std::string rule = "";                      // "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261215T235959"; "": once
    std::vector<WallTime> also = {};            // RDATE
    std::vector<WallTime> left_out = {};        // EXDATE
    bool operator==(const Recurrence&) const = default;
};

struct RecurrenceError {
    std::string problem;        // for staff and programs, English: "INTERVAL is a whole number from 1 to 1000, not 0"
};

/// Nothing where it can be expanded. "" is a rule that says "once". Never throws, whatever the text. Read are DAILY, WEEKLY,
/// MONTHLY and YEARLY with their BY parts, WKST, INTERVAL up to 1000, COUNT up to 10 000 and UNTIL. What comes more often
/// than daily, or names days that never come, is refused: "every second for ever" costs nothing.
base::Result<void, RecurrenceError> check_rule(std::string_view rule);

/// A stretch of time; `end` is outside.
struct Interval {
    base::Instant begin{}, end{};
    bool operator==(const Interval&) const = default;
};

struct Occurrences {
    std::vector<Interval> times;    // in order
    bool is_cut = false;            // there are more in the window than were asked for
};

/// Those that touch the window, at most `most` of them: what it costs follows from the window, whatever the rule. The first
/// time counts where its rule names it. A clock change in a zone keeps the wall time; each lasts equally long.
base::Result<Occurrences, RecurrenceError> occurrences(const Recurrence& recurrence, std::string_view zone, Interval window,
                                                       std::size_t most = 1000);

}  // namespace digilots::calendar
