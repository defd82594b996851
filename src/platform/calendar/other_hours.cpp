#include "platform/calendar/other_hours.h"

#include <algorithm>

#include "platform/calendar/holiday_names.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/notation_days.h"

namespace digilots::calendar {
namespace {

constexpr int days_of_a_week = 7, longest_stretch = 400;
constexpr int days_near = 62, days_near_of_every_year = 183;

bool holds_on(const NotationRule& rule, base::Date date, std::string_view country) {
    const auto match = match_day(rule, date, country);
    return match.holds && !match.perhaps;
}

/// Of the rules that name dates the last one decides.
bool decides(const Notation& notation, std::size_t index, base::Date date, std::string_view country) {
    if (!holds_on(notation.rules[index], date, country)) return false;
    for (auto later = index + 1; later < notation.rules.size(); ++later) {
        const auto& rule = notation.rules[later];
        const bool hides = !rule.dates.empty() && rule.join == RuleJoin::replaces;
        if (hides && holds_on(rule, date, country)) return false;
    }
    return true;
}

std::string name_on(const CalendarDay& day, base::Date date, std::string_view country) {
    const Holiday* holiday = holiday_on(country, date);
    if (holiday != nullptr) return holiday->name;
    return day.moves() ? name_of_day(day, country) : "";
}

/// Nothing where other rules decide all its days.
std::optional<OtherHours> hours_of(const Notation& notation, std::size_t index, const DateRange& range, DateStretch stretch,
                                   std::string_view country) {
    OtherHours other{stretch.first, stretch.last, range.from.year == 0, stretch.goes_on, {}, "", {}};
    const int count = std::min(base::days_between(other.first, other.last) + 1, longest_stretch);
    Weekdays held{};
    std::vector<base::Date> decided;
    int holding = 0;
    for (int ahead = 0; ahead < count; ++ahead) {
        const auto date = base::add_days(other.first, ahead);
        if (!holds_on(notation.rules[index], date, country)) continue;
        ++holding;
        held[static_cast<std::size_t>(base::weekday_of(date))] = true;
        if (decides(notation, index, date, country)) decided.push_back(date);
    }
    if (decided.empty()) return std::nullopt;
    if (holding < count) other.weekdays = held;
    if (count == 1) other.name = name_on(range.from, other.first, country);
    const auto common = [&](base::Date date) { return holiday_on(country, date) == nullptr; };
    const auto typical = std::ranges::find_if(decided, common);
    other.times = day_times(notation, country, typical == decided.end() ? decided.front() : *typical, 1).front();
    return other;
}

/// As the rule would be written without its dates.
NotationRule without_dates(NotationRule rule) {
    rule.dates.clear();
    if (rule.weekdays.empty()) rule.weekdays.push_back({0, days_of_a_week - 1, {}, 0});
    return rule;
}

bool differs_from_week_to_week(const NotationRule& rule) {
    const bool counts = std::ranges::any_of(rule.weekdays, [](const WeekdayRange& range) {
        return !range.nth.empty() || range.add_days != 0;
    });
    return counts || !rule.years.empty() || !rule.weeks.empty();
}

bool is_long_and_now(DateStretch stretch, base::Date today) {
    const bool is_now = stretch.first <= today && today <= stretch.last;
    return is_now && base::days_between(stretch.first, stretch.last) + 1 >= days_of_a_week;
}

std::vector<DayTimes> days_of(const Notation& notation, std::string_view country, base::Date today) {
    const auto monday = base::add_days(today, -base::weekday_of(today));
    auto days = day_times(notation, country, monday, days_of_a_week);
    const bool none = std::ranges::all_of(days, [](const DayTimes& day) { return day.ranges.empty(); });
    return none ? std::vector<DayTimes>() : days;
}

/// The rules without dates, and those with dates that hold for a week or more now.
struct RulesNow {
    Notation usual, now;
    std::optional<DateStretch> stretch;     // that ends first
};

RulesNow rules_now(const Notation& notation, base::Date today) {
    RulesNow found;
    for (const auto& rule : notation.rules) {
        if (rule.dates.empty()) {
            found.usual.rules.push_back(rule);
            found.now.rules.push_back(rule);
        }
        for (const auto& range : rule.dates) {
            const auto stretch = next_stretch(range, today);
            if (!stretch || !is_long_and_now(*stretch, today)) continue;
            found.now.rules.push_back(without_dates(rule));
            if (!found.stretch || stretch->last < found.stretch->last) found.stretch = stretch;
        }
    }
    return found;
}

}  // namespace

std::vector<OtherHours> other_hours(const Notation& notation, std::string_view country, base::Date today) {
    std::vector<OtherHours> found;
    for (std::size_t index = 0; index < notation.rules.size(); ++index) {
        for (const auto& range : notation.rules[index].dates) {
            const auto stretch = next_stretch(range, today);
            if (!stretch) continue;
            if (auto other = hours_of(notation, index, range, *stretch, country)) found.push_back(*std::move(other));
        }
    }
    std::ranges::stable_sort(found, {}, [](const OtherHours& other) { return std::pair(other.first, other.last); });
    return found;
}

bool is_near(const OtherHours& other, base::Date today) {
    return base::days_between(today, other.first) <= (other.every_year ? days_near_of_every_year : days_near);
}

OrdinaryWeek ordinary_week(const Notation& notation, std::string_view country, base::Date today) {
    const auto rules = rules_now(notation, today);
    OrdinaryWeek week;
    if (std::ranges::any_of(rules.now.rules, differs_from_week_to_week)) {
        week.is_running_week = true;
        week.days = days_of(notation, country, today);
        return week;
    }
    // Without a country it has no holidays: what usually holds.
    week.days = days_of(rules.usual, "", today);
    if (rules.stretch) week.now = {rules.stretch->last, rules.stretch->goes_on, days_of(rules.now, "", today)};
    return week;
}

bool is_told_with(const OrdinaryWeek& week, const OtherHours& other, base::Date today) {
    return week.now && other.last == week.now->last && is_long_and_now({other.first, other.last, other.goes_on}, today);
}

}  // namespace digilots::calendar
