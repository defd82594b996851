#include "directory/weekly_hours.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::directory {
namespace {

constexpr std::array<std::string_view, 7> day_names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int day_minutes = 24 * 60;

/// "–" and "—" as "-", "." as ":", no spaces around the dash.
std::string simple(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 3) == "–" || text.substr(at, 3) == "—") {
            result += '-';
            at += 2;
        } else {
            result += text[at] == '.' ? ':' : text[at];
        }
    }
    return base::lower(result);
}

std::optional<int> read_two_digits(std::string_view text, int highest) {
    if (text.empty() || text.size() > 2) return std::nullopt;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number <= highest ? std::optional(number) : std::nullopt;
}

std::optional<int> read_time(std::string_view text) {
    text = base::trim(text);
    const auto colon = text.find(':');
    const auto hour = read_two_digits(text.substr(0, colon), 24);
    const auto minute = colon == text.npos ? std::optional(0) : read_two_digits(text.substr(colon + 1), 59);
    if (!hour || !minute || *hour * 60 + *minute > day_minutes) return std::nullopt;
    return *hour * 60 + *minute;
}

std::string time_text(int minute) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const int shown = minute > day_minutes ? minute - day_minutes : minute;
    return two(shown / 60) + ":" + two(shown % 60);
}

bool says_closed(std::string_view text) {
    return text.empty() || text == "-" || text == "stängt" || text == "stengt" || text == "closed" || text == "off";
}

std::string day_text(base::Date date) {
    const unsigned day = unsigned(date.day());
    return std::to_string(int(date.year())) + " " + std::string(month_names[unsigned(date.month()) - 1]) +
           (day < 10 ? " 0" : " ") + std::to_string(day);
}

std::string week_rule(const std::array<TimeRanges, 7>& days) {
    std::string rule;
    std::array<bool, 7> done{};
    for (std::size_t first = 0; first < 7; ++first) {
        if (done[first] || days[first].empty()) continue;
        std::string names;
        for (std::size_t day = first; day < 7; ++day) {
            if (days[day] != days[first]) continue;
            std::size_t last = day;
            while (last + 1 < 7 && days[last + 1] == days[first]) ++last;
            names += (names.empty() ? "" : ",") + std::string(day_names[day]);
            if (last > day) names += (last == day + 1 ? "," : "-") + std::string(day_names[last]);
            std::fill(done.begin() + static_cast<std::ptrdiff_t>(day),
                      done.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
            day = last;
        }
        rule += (rule.empty() ? "" : "; ") + names + " " + ranges_text(days[first]);
    }
    return rule;
}

std::optional<std::size_t> index_of(std::string_view name) {
    const auto found = std::ranges::find(day_names, name);
    if (found == day_names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - day_names.begin());
}

/// "Mo-Fr,Su"
std::optional<std::array<bool, 7>> read_days(std::string_view text) {
    std::array<bool, 7> days{};
    for (const auto part : base::split(text, ',')) {
        const auto dash = part.find('-');
        const auto first = index_of(part.substr(0, dash));
        const auto last = dash == part.npos ? first : index_of(part.substr(dash + 1));
        if (!first || !last || *last < *first) return std::nullopt;
        for (std::size_t day = *first; day <= *last; ++day) days[day] = true;
    }
    return days;
}

std::optional<base::Date> read_day(std::string_view text) {
    if (text.size() != 11 || text[4] != ' ' || text[8] != ' ') return std::nullopt;
    const auto month = std::ranges::find(month_names, text.substr(5, 3));
    if (month == month_names.end()) return std::nullopt;
    const auto number = static_cast<int>(month - month_names.begin()) + 1;
    return base::parse_date(std::string(text.substr(0, 4)) + (number < 10 ? "-0" : "-") +
                            std::to_string(number) + "-" + std::string(text.substr(9, 2)));
}

bool read_part(std::string_view part, WeeklyHours& hours) {
    if (part == "PH off") return true;      // closed on public holidays is what holds anyway
    if (part.size() > 11 && part[0] >= '0' && part[0] <= '9') {
        const auto from = read_day(part.substr(0, 11));
        std::size_t end = 11;
        auto to = from;
        if (part.substr(11, 1) == "-" && part.size() > 23) {
            to = read_day(part.substr(12, 11));
            end = 23;
        }
        const auto ranges = read_ranges(part.substr(end));
        if (!from || !to || !ranges) return false;
        hours.exceptions.push_back({*from, *to, *ranges});
        return true;
    }
    const auto space = part.find(' ');
    if (space == part.npos) return false;
    const auto days = read_days(part.substr(0, space));
    const auto ranges = read_ranges(part.substr(space + 1));
    if (!days || !ranges) return false;
    for (std::size_t day = 0; day < 7; ++day) {
        if ((*days)[day]) hours.days[day] = *ranges;
    }
    return true;
}

}  // namespace

std::optional<TimeRanges> read_ranges(std::string_view given) {
    const std::string text = simple(given);
    TimeRanges ranges;
    if (says_closed(base::trim(text))) return ranges;
    for (const auto part : base::split(text, ',')) {
        const auto dash = part.find('-');
        if (dash == part.npos) return std::nullopt;
        const auto from = read_time(part.substr(0, dash));
        auto to = read_time(part.substr(dash + 1));
        if (!from || !to || *from == *to || *from == day_minutes) return std::nullopt;
        if (*to < *from) to = *to + day_minutes;
        ranges.push_back({*from, *to});
    }
    std::ranges::sort(ranges, {}, &TimeRange::from);
    for (std::size_t at = 1; at < ranges.size(); ++at) {
        if (ranges[at].from < ranges[at - 1].to) return std::nullopt;
    }
    return ranges;
}

std::string ranges_text(const TimeRanges& ranges) {
    std::string text;
    for (const auto& range : ranges) {
        text += (text.empty() ? "" : ",") + time_text(range.from) + "-" + time_text(range.to);
    }
    return text;
}

base::Result<std::vector<DateException>, int> read_exceptions(std::string_view text) {
    std::vector<DateException> exceptions;
    int number = 0;
    for (const auto raw : base::split(text, '\n')) {
        ++number;
        std::string line = simple(base::trim(raw));
        if (line.empty()) continue;
        const auto from = base::parse_date(line.substr(0, 10));
        if (!from) return base::failure(number);
        auto to = from;
        std::string rest(base::trim(std::string_view(line).substr(std::min<std::size_t>(10, line.size()))));
        if (rest.starts_with('-')) {
            rest = base::trim(std::string_view(rest).substr(1));
            to = base::parse_date(rest.substr(0, 10));
            if (!to || *to < *from) return base::failure(number);
            rest = base::trim(std::string_view(rest).substr(std::min<std::size_t>(10, rest.size())));
        }
        const auto ranges = read_ranges(rest);
        if (!ranges) return base::failure(number);
        exceptions.push_back({*from, *to, *ranges});
    }
    return exceptions;
}

std::string exceptions_text(const std::vector<DateException>& exceptions) {
    std::string text;
    for (const auto& exception : exceptions) {
        if (!text.empty()) text += "\n";
        text += base::format_date(exception.from);
        if (exception.to != exception.from) text += " – " + base::format_date(exception.to);
        text += " " + (exception.ranges.empty() ? std::string("-") : ranges_text(exception.ranges));
    }
    return text;
}

std::string to_rule(const WeeklyHours& hours) {
    std::string rule = week_rule(hours.days);
    for (const auto& exception : hours.exceptions) {
        if (!rule.empty()) rule += "; ";
        rule += day_text(exception.from);
        if (exception.to != exception.from) rule += "-" + day_text(exception.to);
        rule += " " + (exception.ranges.empty() ? std::string("off") : ranges_text(exception.ranges));
    }
    return rule;
}

std::optional<WeeklyHours> read_weekly(std::string_view rule) {
    WeeklyHours hours;
    for (const auto raw : base::split(rule, ';')) {
        const auto part = base::trim(raw);
        if (!part.empty() && !read_part(part, hours)) return std::nullopt;
    }
    return hours;
}

}  // namespace digilots::directory
