#pragma once
// Opening hours as people fill them in: a line a weekday, exceptions by date. To notation and, where simple, back.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/notation.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::calendar {

struct TimeRange {
    int from = 0, to = 0;           // minutes of the day; `to` may lie after midnight (up to 48 h)
    bool operator==(const TimeRange&) const = default;
};
using TimeRanges = std::vector<TimeRange>;

/// Monday first.
using Weekdays = std::array<bool, 7>;

struct DateException {
    CalendarDay from, to;           // the same for one day
    std::optional<Weekdays> weekdays = std::nullopt;    // of a period; none: those that are open in the usual week
    TimeRanges ranges = {};                             // none: closed
    bool is_period() const { return from != to; }
    bool operator==(const DateException&) const = default;
};

struct WeeklyHours {
    std::array<TimeRanges, 7> days;             // Monday first
    std::vector<DateException> exceptions;
    bool closed_all_week = false;               // said; days without hours alone may be unknown
    bool operator==(const WeeklyHours&) const = default;
};

/// "8-12, 13.00–16.30"; "", "-", "stängt", "closed" are closed. nullopt where it cannot be read.
std::optional<TimeRanges> read_ranges(std::string_view text);
std::string ranges_text(const TimeRanges& ranges);
/// Over midnight until later than six in the morning, or for more than twelve hours: its ends may stand in the wrong order.
bool may_be_turned_round(const TimeRange& range);
/// A line a date or a period, in Swedish, Norwegian or English: "2026-12-23 10-14", "27–30 december stängt",
/// "15 juni – 15 augusti mån–tors 10-15", "midsommarafton 10-13". The numbers of the wrong lines else.
base::Result<std::vector<DateException>, std::vector<int>> read_exceptions(std::string_view text, std::string_view country);
/// As read_exceptions() reads it: in English for a reader of another language.
std::string exceptions_text(const std::vector<DateException>& exceptions, const i18n::Translator& translator,
                            std::string_view country);
std::string weekdays_text(const Weekdays& named, const i18n::Translator& translator);
/// "stängt"; as read_ranges() reads it.
std::string closed_word(const i18n::Translator& translator);

std::string to_rule(const WeeklyHours& hours);
/// nullopt where the notation says more than a week and dates.
std::optional<WeeklyHours> read_weekly(std::string_view rule);

/// Days that have hours in the usual week; all where none has.
Weekdays usual_weekdays(const std::array<TimeRanges, 7>& days);

/// The weekdays of a period that would open nothing, as none of them is open in the usual week or none is among those that it
/// names. A period of every year falls on others the next one.
std::optional<Weekdays> days_without_effect(const DateException& exception, const std::array<TimeRanges, 7>& days);

}  // namespace digilots::calendar
