#include "booking/clashes.h"

#include <algorithm>

namespace digilots::booking {

namespace {

constexpr int minutes_a_day = 24 * 60, days_compared = 8;

/// Of a line without an end any week is like the other.
base::Date first_of(const RotaLine& line) { return base::parse_date(line.first_day).value_or(base::Date{}); }
std::optional<base::Date> last_of(const RotaLine& line) { return base::parse_date(line.last_day); }

/// In minutes since the beginning of `from`; of the day before as well, whose night goes on.
calendar::TimeRanges ranges_from(const RotaLine& line, base::Date from) {
    calendar::TimeRanges all;
    for (int day = -1; day < days_compared; ++day) {
        const auto date = base::add_days(from, day);
        const auto last = last_of(line);
        if (date < first_of(line) || (last && date > *last) || !line.weekdays[static_cast<std::size_t>(base::weekday_of(date))])
            continue;
        for (const auto& range : line.hours)
            all.push_back({day * minutes_a_day + range.from, day * minutes_a_day + range.to});
    }
    return all;
}

}  // namespace

std::optional<Clash> clash_of(const RotaLine& one, const RotaLine& other) {
    const auto from = std::max({first_of(one), first_of(other), base::Date(std::chrono::year(2000) / 1 / 3)});
    const auto end = std::min(last_of(one).value_or(base::add_days(from, days_compared)),
                              last_of(other).value_or(base::add_days(from, days_compared)));
    std::optional<calendar::TimeRange> first;
    for (const auto& here : ranges_from(one, from))
        for (const auto& there : ranges_from(other, from)) {
            const calendar::TimeRange both{std::max(here.from, there.from), std::min(here.to, there.to)};
            if (both.from < both.to && both.to > 0 && (!first || both.from < first->from)) first = both;
        }
    if (!first) return std::nullopt;
    const int day = std::max(0, first->from / minutes_a_day), start = day * minutes_a_day;
    return Clash{base::add_days(from, day), {std::max(0, first->from - start), first->to - start},
                 base::days_between(from, end) >= days_compared - 1};
}

RotaLine line_of_exception(const RotaException& exception) {
    RotaLine line{.id = exception.id,
                  .function = exception.function,
                  .person = exception.person,
                  .place = exception.place,
                  .hours = exception.hours,
                  .first_day = exception.first_day,
                  .last_day = exception.last_day};
    line.weekdays.fill(true);
    return line;
}

}  // namespace digilots::booking
