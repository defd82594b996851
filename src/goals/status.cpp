#include "goals/status.h"

#include <algorithm>

#include "platform/base/time.h"

namespace digilots::goals {

namespace {

constexpr std::int64_t tenths = 10, tenths_that_are_enough = 9;

void add_days_of(Judged& judged, const periods::Period& period, base::Date today) {
    judged.days_all = base::days_between(period.from, period.to) + 1;
    judged.days_gone = std::clamp(base::days_between(period.from, today) + 1, 0, judged.days_all);
}

bool is_over(const std::optional<periods::Period>& period, base::Date today) {
    return period && period->to < today;
}

/// In step with the days: whole numbers alone, rounded down.
std::int64_t expected_now(const Facts& facts, const Judged& judged) {
    const auto from = facts.baseline.value_or(0);
    return from + (*facts.target - from) * judged.days_gone / judged.days_all;
}

Judged with(Judged judged, Status status, Judged::Why why) {
    judged.status = status;
    judged.why = why;
    return judged;
}

Judged judge_at_most(const Facts& facts, Judged judged) {
    const bool holds = *facts.value <= *facts.target;
    if (is_over(facts.period, facts.today))
        return holds ? with(judged, Status::met, Judged::Why::reached) : with(judged, Status::missed, Judged::Why::over);
    if (holds) return with(judged, Status::on_track, Judged::Why::within);
    // What only grows does not come down again.
    return with(judged, facts.growth == Growth::grows ? Status::missed : Status::behind, Judged::Why::passed);
}

Judged judge_at_least(const Facts& facts, Judged judged) {
    const bool is_reached = *facts.value >= *facts.target;
    const bool over = is_over(facts.period, facts.today);
    if (over)
        return is_reached ? with(judged, Status::met, Judged::Why::reached) : with(judged, Status::missed, Judged::Why::over);
    if (facts.growth == Growth::grows || !facts.period) {
        if (is_reached) return with(judged, Status::met, Judged::Why::reached);
        if (!facts.period) return with(judged, Status::unknown, Judged::Why::no_end);
        const auto from = facts.baseline.value_or(0);
        judged.expected = expected_now(facts, judged);
        const auto is_enough = (*facts.value - from) * tenths >= (*judged.expected - from) * tenths_that_are_enough;
        return is_enough ? with(judged, Status::on_track, Judged::Why::ahead)
                         : with(judged, Status::behind, Judged::Why::behind);
    }
    return is_reached ? with(judged, Status::on_track, Judged::Why::ahead)
                      : with(judged, Status::behind, Judged::Why::behind);
}

}  // namespace

std::string_view word_of(Status status) {
    switch (status) {
        case Status::on_track:
            return "on_track";
        case Status::behind:
            return "behind";
        case Status::met:
            return "met";
        case Status::missed:
            return "missed";
        case Status::unknown:
            return "unknown";
    }
    return "unknown";
}

Judged judge(const Facts& facts) {
    Judged judged;
    if (facts.period) add_days_of(judged, *facts.period, facts.today);
    if (!facts.target) return with(judged, Status::unknown, Judged::Why::no_target);
    if (facts.period && facts.today < facts.period->from) return with(judged, Status::unknown, Judged::Why::not_begun);
    if (!facts.value) return with(judged, Status::unknown, Judged::Why::no_value);
    return facts.comparison == Comparison::at_most ? judge_at_most(facts, judged) : judge_at_least(facts, judged);
}

Judged judge_weeks(const WeekTally& weeks, const std::optional<periods::Period>& period, base::Date today) {
    Judged judged;
    if (period) add_days_of(judged, *period, today);
    if (period && today < period->from) return with(judged, Status::unknown, Judged::Why::not_begun);
    if (weeks.counted() == 0) return with(judged, Status::unknown, Judged::Why::no_value);
    if (is_over(period, today))
        return weeks.missed == 0 ? with(judged, Status::met, Judged::Why::reached)
                                 : with(judged, Status::missed, Judged::Why::over);
    const bool is_enough = weeks.met * tenths >= weeks.counted() * tenths_that_are_enough;
    return is_enough ? with(judged, Status::on_track, Judged::Why::ahead) : with(judged, Status::behind, Judged::Why::behind);
}

std::optional<Forecast> forecast(std::int64_t value, std::span<const MonthNumber> months, const periods::Period& period,
                                 base::Date today) {
    constexpr std::size_t most_months = 6, least_months = 2;
    if (today >= period.to || today < period.from) return std::nullopt;
    // Whole months that are over and lie in the period, the last ones; what was brought in a day, times all days that are
    // left.
    std::vector<MonthNumber> whole;
    for (const auto& one : months)
        if (one.month.from >= period.from && one.month.to < today) whole.push_back(one);
    if (whole.size() < least_months) return std::nullopt;
    std::ranges::sort(whole, {}, [](const MonthNumber& one) { return one.month.from; });
    if (whole.size() > most_months) whole.erase(whole.begin(), whole.end() - most_months);
    Forecast found{.months = static_cast<int>(whole.size()), .days_left = base::days_between(today, period.to)};
    const auto rest_at = [&](const MonthNumber& one) {
        return one.number * found.days_left / (base::days_between(one.month.from, one.month.to) + 1);
    };
    const auto [weakest, strongest] = std::ranges::minmax(whole, {}, rest_at);
    found.low = value + rest_at(weakest);
    found.high = value + rest_at(strongest);
    return found;
}

}  // namespace digilots::goals
