#include "platform/calendar/ical_times.h"

#include <libical/ical.h>

#include <algorithm>

#include "platform/base/whole_number.h"

namespace digilots::calendar {

namespace {

using std::chrono::seconds;

constexpr int first_wall_year = 1900, last_wall_year = 2200;
constexpr std::string_view until_part = "UNTIL=";

std::optional<WallTime> read_compact(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t length, int least, int most) {
        return text.size() < at + length ? std::nullopt : base::whole_number(text.substr(at, length), least, most);
    };
    const auto year = number(0, 4, first_wall_year, last_wall_year), month = number(4, 2, 1, 12), day = number(6, 2, 1, 31);
    if (!year || !month || !day) return std::nullopt;
    const base::Date date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                          std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    constexpr int last_minute = 24 * 60 - 1;
    if (text.size() == 8) return wall_time(date, last_minute) + seconds(59);
    const auto hour = number(9, 2, 0, 23), minute = number(11, 2, 0, 59), second = number(13, 2, 0, 59);
    if (text[8] != 'T' || !hour || !minute || !second) return std::nullopt;
    return wall_time(date, *hour * 60 + *minute) + seconds(*second);
}

/// The rule with another end; as it is where it has none that can be read.
template <class UntilAsText>
std::string with_until(std::string_view rule, UntilAsText until_as_text) {
    const auto begin = rule.find(until_part);
    if (begin == rule.npos) return std::string(rule);
    const auto at = begin + until_part.size();
    const auto text = rule.substr(at, rule.substr(at).find(';'));
    const auto wall = read_compact(text);
    if (!wall) return std::string(rule);
    return std::string(rule.substr(0, at)) + until_as_text(*wall, text) + std::string(rule.substr(at + text.size()));
}

}  // namespace

void prepare_libical() {
    static const bool is_prepared = [] {
        icalerror_set_errors_are_fatal(0);
        return icaltimezone_get_utc_timezone() != nullptr;
    }();
    static_cast<void>(is_prepared);
}

icaltimetype ical_date(base::Date date) {
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype ical_time(WallTime wall) {
    auto time = ical_date(date_of(wall));
    time.is_date = 0;
    time.hour = minute_of(wall) / 60;
    time.minute = minute_of(wall) % 60;
    time.second = static_cast<int>((wall - std::chrono::floor<std::chrono::minutes>(wall)).count());
    return time;
}

std::optional<WallTime> wall_of(const icaltimetype& time) {
    const bool is_known_year = time.year >= first_wall_year && time.year <= last_wall_year;
    if (!is_known_year || time.month < 1 || time.month > 12 || time.day < 1) return std::nullopt;
    const base::Date date{std::chrono::year{time.year}, std::chrono::month(static_cast<unsigned>(time.month)),
                          std::chrono::day(static_cast<unsigned>(time.day))};
    if (!date.ok()) return std::nullopt;
    if (time.is_date) return wall_time(date, 0);
    if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0) return std::nullopt;
    // A leap second is the one before it.
    return wall_time(date, time.hour * 60 + time.minute) + seconds(std::min(time.second, 59));
}

std::string until_in_utc(std::string_view rule, std::string_view zone) {
    return with_until(rule, [&](WallTime wall, std::string_view text) {
        if (text.ends_with('Z')) return std::string(text);
        const auto instant = std::chrono::floor<seconds>(to_instant(wall, zone));
        return compact(WallTime(instant.time_since_epoch())) + "Z";
    });
}

std::string until_on_the_wall(std::string_view rule, std::string_view zone) {
    return with_until(rule, [&](WallTime wall, std::string_view text) {
        return compact(text.ends_with('Z') ? to_wall(base::Instant(wall.time_since_epoch()), zone) : wall);
    });
}

std::string until_as_date(std::string_view rule) {
    return with_until(rule, [](WallTime wall, std::string_view) { return compact(wall).substr(0, 8); });
}

}  // namespace digilots::calendar
