#include "goals/weeks.h"

#include "platform/base/time.h"
#include "platform/calendar/holidays.h"

namespace digilots::goals {

namespace {

WeekState state_of(const Week& week, const WeekFacts& facts) {
    if (week.note && week.note->is_closed) return WeekState::not_applicable;
    if (week.number && *week.number >= facts.target && *week.number > 0) return WeekState::met;
    if (week.is_holiday) return WeekState::not_applicable;
    const bool is_over = week.days.to < facts.today;
    return is_over && week.number && week.uncounted == 0 ? WeekState::missed : WeekState::open;
}

}  // namespace

std::string_view word_of(WeekState state) {
    switch (state) {
        case WeekState::met: return "met";
        case WeekState::missed: return "missed";
        case WeekState::not_applicable: return "not_applicable";
        case WeekState::open: return "open";
    }
    return "open";
}

bool is_week_of(const periods::Period& week, const periods::Period& period) {
    constexpr int thursday = 3;
    const auto middle = base::add_days(week.from, thursday);
    return middle >= period.from && middle <= period.to;
}

bool is_holiday_week(const periods::Period& week, std::string_view country, const std::optional<periods::Period>& holds) {
    constexpr int working_days = 5, least = 3;
    int left = 0;
    for (int day = 0; day < working_days; ++day) {
        const auto date = base::add_days(week.from, day);
        const bool is_promised = !holds || (date >= holds->from && date <= holds->to);
        if (is_promised && calendar::holiday_on(country, date) == nullptr) ++left;
    }
    return left < least;
}

std::vector<Week> weeks_of(const WeekFacts& facts) {
    std::vector<Week> weeks;
    for (auto days = periods::holding(periods::Kind::week, facts.period.from); days.from <= facts.period.to;
         days = periods::next(days)) {
        const bool is_now = days.from <= facts.today && facts.today <= days.to;
        if (!is_week_of(days, facts.period) && !is_now) continue;
        Week week{.days = days, .is_holiday = is_holiday_week(days, facts.country, facts.holds)};
        const auto key = week.key();
        const auto counted = facts.numbers.find(key);
        const bool is_known = facts.known && days.to >= facts.known->from && days.from <= facts.known->to;
        if (counted != facts.numbers.end()) week.number = counted->second;
        else if (is_known) week.number = 0;
        if (const auto waits = facts.uncounted.find(key); waits != facts.uncounted.end()) week.uncounted = waits->second;
        if (const auto note = facts.notes.find(key); note != facts.notes.end()) week.note = note->second;
        week.state = state_of(week, facts);
        weeks.push_back(std::move(week));
    }
    return weeks;
}

WeekTally tally_of(const std::vector<Week>& weeks) {
    WeekTally tally;
    for (const auto& week : weeks) {
        tally.met += week.state == WeekState::met;
        tally.missed += week.state == WeekState::missed;
        tally.open += week.state == WeekState::open;
        tally.not_applicable += week.state == WeekState::not_applicable;
    }
    return tally;
}

}  // namespace digilots::goals
