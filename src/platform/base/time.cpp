#include "platform/base/time.h"

#include <date/tz.h>

#include <array>
#include <cstdio>
#include <mutex>

#include "platform/base/ensure.h"

namespace digilots::base {
namespace {

using namespace std::chrono;

/// Reads digits and signs from the front of a text; every step says whether it fitted.
struct Reader {
    std::string_view rest;

    bool character(char expected) {
        if (rest.empty() || rest.front() != expected) return false;
        rest.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count) {
        if (rest.size() < count) return std::nullopt;
        int number = 0;
        for (const char c : rest.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            number = number * 10 + (c - '0');
        }
        rest.remove_prefix(count);
        return number;
    }

    std::optional<Date> date() {
        const auto y = digits(4);
        if (!y || !character('-')) return std::nullopt;
        const auto m = digits(2);
        if (!m || !character('-')) return std::nullopt;
        const auto d = digits(2);
        if (!d) return std::nullopt;
        const Date result{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
        return result.ok() ? std::optional(result) : std::nullopt;
    }

    /// Any number of digits, counted as milliseconds.
    std::optional<milliseconds> fraction() {
        int value = 0;
        int unit = 100;
        bool any = false;
        while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
            value += (rest.front() - '0') * unit;
            unit /= 10;
            any = true;
            rest.remove_prefix(1);
        }
        return any ? std::optional(milliseconds{value}) : std::nullopt;
    }

    std::optional<minutes> offset() {
        if (character('Z')) return minutes{0};
        const bool east = character('+');
        if (!east && !character('-')) return std::nullopt;
        const auto h = digits(2);
        if (!h || *h > 18) return std::nullopt;
        character(':');
        const auto m = digits(2);
        if (!m || *m > 59) return std::nullopt;
        const minutes distance = hours{*h} + minutes{*m};
        return east ? distance : -distance;
    }
};

const date::time_zone& zone_named(std::string_view zone) {
    ENSURE(is_known_zone(zone));
    return *date::locate_zone(std::string(zone));
}

}  // namespace

std::string format_utc(Instant instant) {
    const auto day_start = floor<days>(instant);
    const Date date{day_start};
    const hh_mm_ss time{instant - day_start};
    std::array<char, 40> text;
    const int size = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(size));
}

std::optional<Instant> parse_utc(std::string_view text) {
    Reader reader{text};
    const auto date = reader.date();
    if (!date || !(reader.character('T') || reader.character('t') || reader.character(' ')))
        return std::nullopt;
    const auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.character(':')) return std::nullopt;
    const auto minute = reader.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    std::optional<int> second = 0;
    std::optional<milliseconds> fraction = milliseconds{0};
    if (reader.character(':')) {
        second = reader.digits(2);
        if (!second || *second > 59) return std::nullopt;
        if (reader.character('.')) fraction = reader.fraction();
    }
    if (!fraction) return std::nullopt;
    const auto offset = reader.offset();
    if (!offset || !reader.rest.empty()) return std::nullopt;
    return sys_days{*date} + hours{*hour} + minutes{*minute} + seconds{*second} + *fraction - *offset;
}

std::string format_date(Date date) {
    std::array<char, 24> text;
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return std::string(text.data(), static_cast<std::size_t>(size));
}

std::optional<Date> parse_date(std::string_view text) {
    Reader reader{text};
    const auto date = reader.date();
    return reader.rest.empty() ? date : std::nullopt;
}

Date add_days(Date date, int count) {
    return Date{sys_days{date} + days{count}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

int weekday_of(Date date) {
    return static_cast<int>(weekday{sys_days{date}}.iso_encoding()) - 1;
}

std::string iso_week(Date date) {
    // The week belongs to the year that its Thursday lies in.
    const Date thursday = add_days(date, 3 - weekday_of(date));
    const auto first = sys_days{Date{thursday.year(), January, day{1}}};
    const auto week = (sys_days{thursday} - first).count() / 7 + 1;
    std::array<char, 24> text;
    const int size = std::snprintf(text.data(), text.size(), "%04d-W%02d", static_cast<int>(thursday.year()),
                                   static_cast<int>(week));
    return std::string(text.data(), static_cast<std::size_t>(size));
}

bool is_known_zone(std::string_view zone) {
    try {
        return date::locate_zone(std::string(zone)) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

CivilTime to_civil(Instant instant, std::string_view zone) {
    const auto second = floor<seconds>(instant);
    const auto local = second + zone_named(zone).get_info(second).offset;
    const auto day_start = floor<days>(local);
    const Date date{day_start};
    const hh_mm_ss time{local - day_start};
    return {date, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count()), weekday_of(date)};
}

Instant from_civil(Date date, int hour, int minute, std::string_view zone) {
    const auto wall = sys_days{date}.time_since_epoch() + hours{hour} + minutes{minute};
    const auto info = zone_named(zone).get_info(date::local_seconds{wall});
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end.time_since_epoch()};
    return Instant{wall - info.first.offset};
}

}  // namespace digilots::base
