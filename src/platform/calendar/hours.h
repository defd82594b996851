#pragma once
// What opening hours mean on each day: the one evaluator behind pages, search, API and `digilots hours eval`.
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/notation.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/time.h"

namespace digilots::calendar {

enum class HoursError { empty, too_long, not_understood, not_supported };

/// What the notation means, or what is wrong with it. Never throws, whatever the text.
base::Result<void, HoursError> check_hours(std::string_view rule);
/// What residents see: nothing that cannot be worked out.
base::Result<Notation, HoursError> read_shown(std::string_view rule);

struct OpenSpan {
    base::Instant begin, end;
    bool certain = true;            // false: "by appointment" and the like
    bool goes_on = false;           // beyond the days that were asked for
    std::string comment;
};

/// Where and how the notation is read: "SE", "Europe/Stockholm".
struct HoursPlace {
    std::string_view country, zone;
};

enum class Holidays {
    as_written,     // the notation alone: no holiday closes anything that no rule names
    closed          // as residents see it (docs/decisions/0006-opening-hours-on-holidays.md)
};

/// Spans in order that touch the days from `first` on, joined where they meet and say the same.
std::vector<OpenSpan> open_spans(const Notation& notation, HoursPlace place, base::Date first, int days, Holidays holidays);
/// As residents see it; none where the rule cannot be read.
std::vector<OpenSpan> open_spans(std::string_view rule, HoursPlace place, base::Date first, int days);

/// Hours of one day as they are listed: a night belongs to the day on which it begins.
struct DayTimes {
    struct Range {
        int from = 0, to = 0;       // minutes of the day; `to` may lie after midnight
        bool certain = true;
        bool open_end = false;      // "10:00+": nobody knows until when
        std::string comment;
    };
    base::Date date{};
    std::vector<Range> ranges;      // none: closed
};

std::vector<DayTimes> day_times(const Notation& notation, std::string_view country, base::Date first, int days);
/// As residents see it; empty where the rule cannot be read.
std::vector<DayTimes> day_times(std::string_view rule, std::string_view country, base::Date first, int days);

}  // namespace digilots::calendar
