// How many were promised that somebody gets back to them, and whether it was kept.
#include "callbacks/implementation.h"
#include "callbacks/sql.h"
#include "platform/base/time.h"
#include "platform/register/day_counts.h"

namespace digilots::callbacks {

namespace {

using measures::Kind, measures::Measure;
/// opened; ended, or its time has run out; in time; not reached
using Numbers = std::vector<std::int64_t>;

/// Those that still wait after their time.
std::vector<register_::DayCount> late_ones(const Callbacks::Implementation& self, std::string_view municipality) {
    std::vector<register_::DayCount> late;
    for (const auto held = self.waiting.of(municipality); const auto& one : held->call_backs)
        if (one.is_of_resident && one.promised_at < self.clock.now())
            late.push_back({self.day_of(municipality, one.promised_at), one.unit, {0, 1, 0, 0}});
    return late;
}

}  // namespace

std::vector<Callbacks::Ended> Callbacks::ended_between(std::string_view municipality_id, base::Instant from,
                                                       base::Instant until) const {
    const auto& self = *implementation_;
    std::vector<Ended> ended;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::closed_between, municipality_id, base::format_utc(from), base::format_utc(until));
    });
    for (const auto row : rows) {
        const auto opened = base::parse_utc(row.text("opened_at")), promised = base::parse_utc(row.text("promised_at"));
        const auto closed = base::parse_utc(row.text("closed_at"));
        if (!opened || !promised || !closed || *closed < *opened) continue;
        const bool is_reached = row.text("outcome") != "not_reached";
        const bool is_left = row.text("outcome") == "withdrawn";
        ended.push_back({*opened, *promised, is_reached && !is_left ? closed : std::nullopt, is_left, row.text("unit")});
    }
    for (const auto held = waiting(municipality_id); const auto& one : held->call_backs)
        if (one.is_of_resident && one.promised_at < self.clock.now() && one.promised_at >= from && one.promised_at < until)
            ended.push_back({one.opened_at, one.promised_at, std::nullopt, false, one.unit});
    return ended;
}

std::vector<Measure> Callbacks::measures() const {
    const register_::DayCounts counts{
        .between = sql::counts,
        .numbers = {"opened", "ended", "in_time", "not_reached"},
        .last_day = sql::last_day,
        .late = [&self = *implementation_](std::string_view municipality) { return late_ones(self, municipality); }};
    const auto of = [&](Measure measure, measures::Value (*value_of)(const Numbers&)) {
        return register_::counted_by_day(records(), counts, std::move(measure), value_of);
    };
    return {of({.key = "callbacks_opened",
                .title = TEXT("Call-backs: promised"),
                .definition = TEXT("How often somebody was promised that the municipality gets back, on the day of the promise. "
                                   "They count also after they are deleted. Those of employees and partners are not in it."),
                .unit = TEXT("call-backs"),
                .unit_of_one = TEXT("call-back")},
               [](const Numbers& day) -> measures::Value { return day[0]; }),
            of({.key = "callbacks_in_time",
                .title = TEXT("Call-backs: answered as promised"),
                .definition = TEXT("Of the call-backs that were closed or whose time has run out, those whose person got an "
                                   "answer by the time that was promised, on the day of closing. What was not needed any more "
                                   "does not count."),
                .unit = TEXT("percent"),
                .kind = Kind::share},
               [](const Numbers& day) -> measures::Value { return {day[2], day[1]}; }),
            of({.key = "callbacks_not_reached",
                .title = TEXT("Call-backs: nobody reached"),
                .definition = TEXT("Call-backs that were closed because nobody answered, on the day of closing."),
                .unit = TEXT("call-backs"),
                .unit_of_one = TEXT("call-back")},
               [](const Numbers& day) -> measures::Value { return day[3]; })};
}

}  // namespace digilots::callbacks
