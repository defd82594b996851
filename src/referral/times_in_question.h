#pragma once
// Days and hours that a question about opening hours names: "julafton", "30 november", "efter 17", "kl 18–20".
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/feasts.h"
#include "platform/base/time.h"

namespace digilots::referral {

/// A day of the calendar: a date, or a day that has a name.
struct DayInQuestion {
    int year = 0, month = 0, day = 0;           // year 0: the next one
    const base::Feast* feast = nullptr;         // holds instead of the date
    const base::FeastPeriod* period = nullptr;  // so do its days: "jul", "påsk"
};

/// From `from` until before `until`, minutes of a day.
struct HoursInQuestion {
    int from = 0, until = 24 * 60;
    bool operator==(const HoursInQuestion&) const = default;
};

struct TimeInQuestion {
    std::size_t words = 0;                      // that many of the words say it
    std::optional<DayInQuestion> day;
    std::optional<HoursInQuestion> hours;
};

/// What the words begin with; nothing where it is neither a day nor hours. Lower case words.
std::optional<TimeInQuestion> read_time(std::span<const std::string> words);
/// A feast alone says a day or some: "julafton", "annandag påsk", "jul".
std::optional<TimeInQuestion> read_feast(std::span<const std::string> words);
/// Says something about time that is neither: "vecka", "jul", "48".
bool may_be_a_time(std::string_view word);
/// "sommar", "sommaröppet": no days, whether or not anything else is said about opening.
bool is_a_season(std::string_view word);
/// Of those the ones that ask when something is open.
bool is_hours_of_a_season(std::string_view word);
/// The first such day from `today` on; a day with a year is that day.
base::Date day_of(const DayInQuestion& named, base::Date today);
/// The same of a period: its days from `today` on.
std::vector<base::Date> days_of(const DayInQuestion& named, base::Date today);

}  // namespace digilots::referral
