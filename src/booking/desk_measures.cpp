// How much of the staffed time was booked, and what queues counted.
#include <algorithm>
#include <tuple>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/day_counts.h"
#include "platform/register/measure.h"

namespace digilots::booking {

namespace {

using DeskFigure = std::map<std::string, std::string>;
using DayAtPlace = std::pair<std::string, std::string>;

/// Longer ago nobody knows from the rota of today who was there.
constexpr int most_days_of_rota = 3 * 366;

struct DeskTime {
    std::int64_t helped = 0, staffed = 0;  // minutes
};

/// By day and place, until the end of today.
std::map<DayAtPlace, DeskTime> desk_times(const Bookings& bookings, const Bookings::Implementation& self,
                                          const std::string& municipality, const periods::Period& period) {
    std::map<DayAtPlace, DeskTime> times;
    const auto tenant = self.neighbours.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
    if (!tenant) return times;
    const auto to = std::min(period.to, self.today(municipality));
    const auto from = std::max(period.from, base::add_days(to, -most_days_of_rota));
    if (from > to) return times;
    for (const auto& one : bookings.staffed_time(*tenant, from, to)) times[{one.day, one.place}].staffed += one.minutes;
    std::map<std::string, bool> is_thing;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::helped_minutes, municipality, base::format_date(from), base::format_date(to));
    });
    for (const auto row : rows) {
        const auto [known, is_new] = is_thing.try_emplace(row.text("offer"), false);
        if (is_new) {
            Offer kind;
            const auto offer = self.offers.find(municipality, known->first);
            if (offer) kind.kind = offer->text("kind");
            known->second = kind.is_thing();
        }
        if (!known->second) times[{row.text("day"), row.text("place")}].helped += row.integer("minutes");
    }
    return times;
}

std::vector<measures::Row> desk_figures(const Bookings& bookings, const Bookings::Implementation& self,
                                        const measures::Query& query, measures::Value (*value_of)(const DeskTime&)) {
    std::map<DeskFigure, measures::Value> sums;
    for (const auto& municipality : query.municipalities) {
        for (const auto& [at, time] : desk_times(bookings, self, municipality, query.period)) {
            const auto along = [&](const std::string& dimension) {
                if (measures::is_time(dimension)) return measures::time_key(dimension, at.first);
                return dimension == "municipality" ? municipality : at.second;
            };
            const auto is_wanted = [&](const auto& one) { return along(one.first) == one.second; };
            const auto value = value_of(time);
            if ((value.amount == 0 && value.of == 0) || !std::ranges::all_of(query.where, is_wanted)) continue;
            DeskFigure key;
            for (const auto& dimension : query.by) key[dimension] = along(dimension);
            const auto [found, is_new] = sums.try_emplace(std::move(key), value);
            if (!is_new) found->second = {found->second.amount + value.amount, found->second.of + value.of};
        }
    }
    std::vector<measures::Row> figures;
    for (const auto& [key, value] : sums) figures.push_back({key, value});
    return figures;
}

std::vector<measures::Dimension> at_places(const Bookings::Implementation& self) {
    return {register_::field_dimension(self.offers, "place", "place", TEXT("Place"), TEXT("No place"))};
}

std::vector<measures::Measure> measures_of_rota(const Bookings& bookings) {
    const auto& self = Inside::of(bookings);
    const auto of_rota = [&](measures::Measure measure, measures::Value (*value_of)(const DeskTime&)) {
        measure.dimensions = at_places(self);
        measure.figures = [&bookings, &self, value_of](const measures::Query& query) {
            return desk_figures(bookings, self, query, value_of);
        };
        measure.last_day = [&bookings, &self](std::string_view municipality) -> std::optional<base::Date> {
            if (!bookings.knows_staffed_time(municipality)) return std::nullopt;
            return self.today(municipality);
        };
        return measure;
    };
    return {of_rota({.key = "staffed_minutes",
                     .title = TEXT("Staffed time"),
                     .definition = TEXT("How long staff were there, as the rota said it on that day, until the end of today. Two "
                                        "who are there at once count twice. Of more than three years nothing is said."),
                     .unit = TEXT("minutes"),
                     .unit_of_one = TEXT("minute"),
                     .kind = measures::Kind::sum},
                    [](const DeskTime& time) -> measures::Value { return time.staffed; }),
            of_rota({.key = "staffed_time_booked",
                     .title = TEXT("Booked help against staffed time"),
                     .definition = TEXT("Minutes of booked times at which somebody was helped, of the minutes that the rota "
                                        "has staff there, until the end of today. Computers and rooms are left out."),
                     .unit = TEXT("minutes"),
                     .unit_of_one = TEXT("minute"),
                     .kind = measures::Kind::share},
                    [](const DeskTime& time) -> measures::Value { return {time.helped, time.staffed}; })};
}

std::vector<measures::Measure> measures_of_queues(const Bookings& bookings) {
    const auto& self = Inside::of(bookings);
    const register_::DayCounts queues{.between = sql::queue_figures,
                                      .numbers = {"taken", "called", "waited"},
                                      .last_day = sql::last_queue_day,
                                      .along = {"place"}};
    using Numbers = std::vector<std::int64_t>;
    const auto of_queue = [&](measures::Measure measure, measures::Value (*value_of)(const Numbers&)) {
        measure.dimensions = at_places(self);
        return register_::counted_by_day(self.offers, queues, std::move(measure), value_of);
    };
    return {of_queue({.key = "queue_numbers",
                      .title = TEXT("Numbers taken in queues"),
                      .definition = TEXT("Numbers that were taken in the queues of desks, on their day."),
                      .unit = TEXT("numbers"),
                      .unit_of_one = TEXT("number")},
                     [](const Numbers& day) -> measures::Value { return day[0]; }),
            of_queue({.key = "queue_called",
                      .title = TEXT("Numbers called in queues"),
                      .definition = TEXT("Numbers that were called at desks, on their day. The others had left, or the day "
                                         "ended."),
                      .unit = TEXT("numbers"),
                      .unit_of_one = TEXT("number")},
                     [](const Numbers& day) -> measures::Value { return day[1]; }),
            of_queue({.key = "queue_wait",
                      .title = TEXT("Wait in queues"),
                      .definition = TEXT("Minutes from taking a number until it was called, in the mean of those who were "
                                         "called."),
                      .unit = TEXT("minutes"),
                      .unit_of_one = TEXT("minute"),
                      .kind = measures::Kind::mean},
                     [](const Numbers& day) -> measures::Value { return {day[2], day[1]}; })};
}

}  // namespace

std::vector<measures::Measure> desk_measures(const Bookings& bookings) {
    auto all = measures_of_rota(bookings);
    for (auto& measure : measures_of_queues(bookings)) all.push_back(std::move(measure));
    return all;
}

}  // namespace digilots::booking
