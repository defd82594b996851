#include "platform/calendar/weekly_hours.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "platform/base/clock_time.h"
#include "platform/base/text.h"
#include "platform/calendar/holiday_names.h"

namespace digilots::calendar {
namespace {

constexpr std::array<std::string_view, 7> day_names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int day_minutes = 24 * 60;
constexpr const char* closed_week = "Mo-Su off";

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
    const int shown = minute > day_minutes ? minute - day_minutes : minute;
    return base::clock_time(shown / 60, shown % 60);
}

bool says_closed(std::string_view text) {
    static constexpr std::array<std::string_view, 7> words{"", "-", "stängt", "stangt", "stengt", "closed", "off"};
    return std::ranges::find(words, text) != words.end();
}

/// "2026 Dec 24", "easter -2 days", "Jun 20 +Sa -1 day".
std::string day_text(const CalendarDay& day) {
    std::string text = day.year > 0 ? std::to_string(day.year) + " " : "";
    if (day.month == 0) {
        text += "easter";
    } else {
        text += std::string(month_names[day.month - 1]) + (day.day < 10 ? " 0" : " ") + std::to_string(day.day);
    }
    if (day.weekday > 0) text += " +" + std::string(day_names[static_cast<std::size_t>(day.weekday) - 1]);
    if (day.add_days == 0) return text;
    const int count = std::abs(day.add_days);
    return text + (day.add_days > 0 ? " +" : " -") + std::to_string(count) + (count == 1 ? " day" : " days");
}

/// "Mo-Th,Sa"
std::string weekday_names(const Weekdays& named) {
    std::string names;
    for (std::size_t day = 0; day < 7; ++day) {
        if (!named[day]) continue;
        std::size_t last = day;
        while (last + 1 < 7 && named[last + 1]) ++last;
        names += (names.empty() ? "" : ",") + std::string(day_names[day]);
        if (last > day) names += (last == day + 1 ? "," : "-") + std::string(day_names[last]);
        day = last;
    }
    return names;
}

std::string week_rule(const std::array<TimeRanges, 7>& days) {
    std::string rule;
    std::array<bool, 7> done{};
    for (std::size_t first = 0; first < 7; ++first) {
        if (done[first] || days[first].empty()) continue;
        Weekdays same{};
        for (std::size_t day = first; day < 7; ++day) same[day] = days[day] == days[first];
        for (std::size_t day = first; day < 7; ++day) done[day] = done[day] || same[day];
        rule += (rule.empty() ? "" : "; ") + weekday_names(same) + " " + ranges_text(days[first]);
    }
    return rule;
}

std::string exception_rule(const DateException& exception, const Weekdays& usual) {
    std::string rule = day_text(exception.from);
    if (exception.is_period()) rule += "-" + day_text(exception.to);
    const bool all_usual = usual == Weekdays{true, true, true, true, true, true, true};
    if (exception.weekdays) {
        rule += " " + weekday_names(*exception.weekdays);
    } else if (exception.is_period() && !exception.ranges.empty() && !all_usual) {
        rule += " " + weekday_names(usual);
    }
    return rule + " " + (exception.ranges.empty() ? std::string("off") : ranges_text(exception.ranges));
}

std::optional<TimeRanges> ranges_of(const NotationRule& rule) {
    TimeRanges ranges;
    if (rule.state == RuleState::closed) return rule.times.empty() ? std::optional(ranges) : std::nullopt;
    if (rule.times.empty()) return TimeRanges{{0, day_minutes}};
    for (const auto& time : rule.times) ranges.push_back({time.from, time.to});
    std::ranges::sort(ranges, {}, &TimeRange::from);
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        const auto& range = ranges[at];
        const bool whole_day = range == TimeRange{0, day_minutes};
        if (rule.times[at].open_end || (!whole_day && range.to - range.from >= day_minutes)) return std::nullopt;
        if (at > 0 && range.from < ranges[at - 1].to) return std::nullopt;
    }
    return ranges;
}

std::optional<Weekdays> weekdays_of(const NotationRule& rule) {
    Weekdays named{};
    for (const auto& range : rule.weekdays) {
        if (!range.nth.empty()) return std::nullopt;
        for (int day = range.from;; day = (day + 1) % 7) {
            named[static_cast<std::size_t>(day)] = true;
            if (day == range.to) break;
        }
    }
    return named;
}

/// A date, or a day of every year that has a name.
bool can_be_said(const CalendarDay& day) {
    if (!day.moves()) return day.day > 0;
    return day.year == 0 && !name_of_day(day, "").empty();
}

std::optional<DateException> period_of(const DateRange& range) {
    if (!can_be_said(range.from) || !can_be_said(range.to) || range.goes_on || range.step != 1) return std::nullopt;
    DateException exception;
    exception.from = range.from;
    exception.to = range.to;
    if (range.from.year > 0 && range.to.moves()) return std::nullopt;
    if (range.from.year > 0 && range.to.year == 0) {
        const bool next_year = std::pair(range.to.month, range.to.day) < std::pair(range.from.month, range.from.day);
        exception.to.year = range.from.year + (next_year ? 1 : 0);
    }
    return exception;
}

bool read_exception_rule(const NotationRule& rule, const TimeRanges& ranges, const Weekdays& named, WeeklyHours& hours) {
    for (const auto& range : rule.dates) {
        auto exception = period_of(range);
        if (!exception || (!exception->is_period() && !rule.weekdays.empty())) return false;
        exception->ranges = ranges;
        if (exception->is_period()) {
            const bool closed = ranges.empty();
            const Weekdays every{true, true, true, true, true, true, true};
            const Weekdays meant = rule.weekdays.empty() ? every : named;
            const Weekdays unsaid = closed ? every : usual_weekdays(hours.days);
            if (meant != unsaid) exception->weekdays = meant;
        }
        hours.exceptions.push_back(*std::move(exception));
    }
    return true;
}

/// "Closed on public holidays" is what holds anyway.
bool closes_on_public_holidays(const NotationRule& rule) {
    return rule.holidays.size() == 1 && !rule.holidays[0].school && rule.holidays[0].add_days == 0 && rule.weekdays.empty() &&
           rule.dates.empty() && rule.state == RuleState::closed && rule.times.empty();
}

bool read_weekly_rule(const NotationRule& rule, WeeklyHours& hours) {
    if (rule.join != RuleJoin::replaces || rule.state == RuleState::unknown || !rule.comment.empty()) return false;
    if (!rule.years.empty() || !rule.weeks.empty()) return false;
    if (closes_on_public_holidays(rule)) return true;
    const auto ranges = ranges_of(rule);
    const auto named = weekdays_of(rule);
    if (!ranges || !named || !rule.holidays.empty()) return false;
    if (!rule.dates.empty()) return read_exception_rule(rule, *ranges, *named, hours);
    if (rule.weekdays.empty() || !hours.exceptions.empty()) return false;
    for (std::size_t day = 0; day < 7; ++day) {
        if ((*named)[day]) hours.days[day] = *ranges;
    }
    const bool is_none_open = std::ranges::all_of(hours.days, &TimeRanges::empty);
    const bool names_all = *named == Weekdays{true, true, true, true, true, true, true};
    hours.closed_all_week = is_none_open && (hours.closed_all_week || names_all);
    return true;
}

/// "kl 8 till 12 och 13 till 16" → "8 - 12 , 13 - 16"
std::string in_signs(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> signs{
        {{"kl", ""}, {"kl:", ""}, {"klockan", ""}, {"klokka", ""}, {"klokken", ""}, {"från", ""}, {"fra", ""},
         {"till", "-"}, {"til", "-"}, {"to", "-"}, {"och", ","}, {"og", ","}, {"and", ","}}};
    std::string result;
    for (const auto word : base::split(text, ' ')) {
        const auto sign = std::ranges::find(signs, word, &std::pair<std::string_view, std::string_view>::first);
        result += std::string(sign == signs.end() ? word : sign->second) + ' ';
    }
    return result;
}

/// Two lines of the same days are told together: "31 Dec 8-12" and "31 Dec 13-15" open twice that day.
std::vector<DateException> joined(const std::vector<DateException>& exceptions) {
    std::vector<DateException> found;
    for (const auto& exception : exceptions) {
        const auto same = std::ranges::find_if(found, [&](const DateException& other) {
            return other.from == exception.from && other.to == exception.to && other.weekdays == exception.weekdays &&
                   !other.ranges.empty() && !exception.ranges.empty();
        });
        if (same == found.end()) {
            found.push_back(exception);
            continue;
        }
        same->ranges.insert(same->ranges.end(), exception.ranges.begin(), exception.ranges.end());
        std::ranges::sort(same->ranges, {}, &TimeRange::from);
    }
    return found;
}

}  // namespace

std::optional<TimeRanges> read_ranges(std::string_view given) {
    const std::string text = in_signs(simple(given));
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

bool may_be_turned_round(const TimeRange& range) {
    constexpr int longest_night = 12 * 60, morning = 6 * 60;
    return range.to > day_minutes && (range.to - range.from > longest_night || range.to - day_minutes > morning);
}

Weekdays usual_weekdays(const std::array<TimeRanges, 7>& days) {
    Weekdays open{};
    for (std::size_t day = 0; day < 7; ++day) open[day] = !days[day].empty();
    const bool none = std::ranges::none_of(open, [](bool one) { return one; });
    return none ? Weekdays{true, true, true, true, true, true, true} : open;
}

std::optional<Weekdays> days_without_effect(const DateException& exception, const std::array<TimeRanges, 7>& days) {
    if (!exception.is_period() || exception.from.year == 0 || exception.ranges.empty()) return std::nullopt;
    const auto date_of = [](const CalendarDay& day) {
        return std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
    };
    const Weekdays meant = exception.weekdays ? *exception.weekdays : usual_weekdays(days);
    Weekdays fallen{};
    auto date = date_of(exception.from);
    for (std::size_t looked = 0; looked < fallen.size() && date <= date_of(exception.to); ++looked) {
        const auto weekday = static_cast<std::size_t>(base::weekday_of(date));
        if (meant[weekday]) return std::nullopt;
        fallen[weekday] = true;
        date = base::add_days(date, 1);
    }
    return fallen;
}

std::string to_rule(const WeeklyHours& hours) {
    std::string rule = hours.closed_all_week ? closed_week : week_rule(hours.days);
    const Weekdays usual = usual_weekdays(hours.days);
    // What is said of one day holds against a period, in whichever order they were written.
    const auto exceptions = joined(hours.exceptions);
    for (const bool periods : {true, false}) {
        for (const auto& exception : exceptions) {
            if (exception.is_period() == periods) rule += (rule.empty() ? "" : "; ") + exception_rule(exception, usual);
        }
    }
    return rule;
}

std::optional<WeeklyHours> read_weekly(std::string_view rule) {
    const auto notation = read_notation(rule);
    WeeklyHours hours;
    if (!notation) return rule.empty() ? std::optional(hours) : std::nullopt;
    for (const auto& one : notation->rules) {
        if (!read_weekly_rule(one, hours)) return std::nullopt;
    }
    return hours;
}

}  // namespace digilots::calendar
