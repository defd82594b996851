// How many times were booked, how many came, and for how long somebody was helped.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/day_counts.h"
#include "platform/register/measure.h"
#include "taxonomy/taxonomy.h"

namespace digilots::booking {

namespace {

using DayNumbers = std::vector<std::int64_t>;

std::vector<measures::Dimension> what_they_say(const Bookings::Implementation& self) {
    return {register_::field_dimension(self.offers, "place", "place", TEXT("Place"), TEXT("No place")),
            {"offer", TEXT("What can be booked"),
             [&self](std::string_view key, std::string_view municipality, const i18n::Translator& words) {
                 const auto title = self.title_of(municipality, std::string(key));
                 return title.empty() ? words.t(TEXT("Not offered any more")) : title;
             }},
            {"topic", TEXT("Topic"),
             [](std::string_view key, std::string_view, const i18n::Translator& words) {
                 return key.empty() ? words.t(TEXT("No topic")) : taxonomy::label(taxonomy::List::topic, key, words);
             }},
            {"channel", TEXT("How it was booked"),
             [](std::string_view key, std::string_view, const i18n::Translator& words) {
                 return words.t(key == "page"    ? TEXT("By residents on the page")
                                : key == "staff" ? TEXT("By staff")
                                : key == "api"   ? TEXT("By another program")
                                                 : TEXT("Not known"));
             }}};
}

measures::Dimension how_they_heard() {
    return {"found_us", TEXT("How they heard of it"),
            [](std::string_view key, std::string_view, const i18n::Translator& words) {
                return key.empty() ? words.t(TEXT("They did not say")) : taxonomy::label(taxonomy::List::found_us, key, words);
            }};
}

/// Of bookings by how they heard of it: how many booked, and how many of them came.
std::vector<measures::Measure> heard_measures(const Bookings::Implementation& self) {
    const auto dimensions = what_they_say(self);
    const auto &place = dimensions[0], &offer = dimensions[1];
    const register_::DayCounts heard{.between = sql::found_us_counts,
                                     .numbers = {"booked", "seen"},
                                     .last_day = sql::last_day,
                                     .along = {"place", "offer", "found_us"}};
    const auto of_heard = [&](measures::Measure measure, measures::Value (*value_of)(const DayNumbers&)) {
        measure.dimensions = {place, offer, how_they_heard()};
        return register_::counted_by_day(self.offers, heard, std::move(measure), value_of);
    };
    std::vector<measures::Measure> all;
    all.push_back(of_heard({.key = "bookings_heard",
                            .title = TEXT("Bookings: how they heard of it"),
                            .definition = TEXT(
                                "Times that were booked with a person, by how those who booked say that they heard "
                                "of the help, on the day of the time. It was not asked of older bookings."),
                            .unit = TEXT("bookings"),
                            .unit_of_one = TEXT("booking")},
                           [](const DayNumbers& day) -> measures::Value { return day[0]; }));
    all.push_back(of_heard({.key = "bookings_heard_helped",
                            .title = TEXT("Bookings: how those who came heard of it"),
                            .definition = TEXT("Booked times at which somebody came and was helped, by how those who booked say "
                                               "that they heard of the help, on the day of the time."),
                            .unit = TEXT("bookings"),
                            .unit_of_one = TEXT("booking")},
                           [](const DayNumbers& day) -> measures::Value { return day[1]; }));
    return all;
}

constexpr std::string_view known_once_it_is_said[] = {"bookings_helped", "bookings_did_not_come", "bookings_minutes",
                                                      "bookings_heard_helped"};

}  // namespace

std::vector<base::Date> Bookings::unsaid_days(std::string_view municipality_id, const periods::Period& period) const {
    const auto& self = *implementation_;
    const auto today = self.offers.around(municipality_id).today;
    const auto last = std::min(period.to, base::add_days(today, -1));
    std::vector<base::Date> days;
    self.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::unsaid_days, municipality_id, base::format_date(period.from),
                                               base::format_date(last)))
            if (const auto day = base::parse_date(row.text("day"))) days.insert(days.end(), row.integer("number"), *day);
    });
    return days;
}

std::vector<measures::Measure> Bookings::measures() const {
    const register_::DayCounts counts{.between = sql::counts,
                                      .numbers = {"booked", "seen", "did_not_come", "cancelled", "minutes"},
                                      .last_day = sql::last_day,
                                      .along = {"place", "offer", "topic", "channel"}};
    const auto of = [&](measures::Measure measure, measures::Value (*value_of)(const DayNumbers&)) {
        measure.dimensions = what_they_say(*implementation_);
        return register_::counted_by_day(implementation_->offers, counts, std::move(measure), value_of);
    };
    std::vector<measures::Measure> all{
        of({.key = "bookings",
            .title = TEXT("Bookings"),
            .definition = TEXT(
                "Times that were booked, on the day of the time, with those that were cancelled. They count "
                "also after they are deleted."),
            .unit = TEXT("bookings"),
            .unit_of_one = TEXT("booking")},
           [](const DayNumbers& day) -> measures::Value { return day[0]; }),
        of({.key = "bookings_helped",
            .title = TEXT("Bookings: helped"),
            .definition = TEXT("Booked times at which somebody came and was helped, on the day of the time."),
            .unit = TEXT("bookings"),
            .unit_of_one = TEXT("booking")},
           [](const DayNumbers& day) -> measures::Value { return day[1]; }),
        of({.key = "bookings_did_not_come",
            .title = TEXT("Bookings: did not come"),
            .definition = TEXT("Booked times to which nobody came, without a word, on the day of the time."),
            .unit = TEXT("bookings"),
            .unit_of_one = TEXT("booking")},
           [](const DayNumbers& day) -> measures::Value { return day[2]; }),
        of({.key = "bookings_minutes",
            .title = TEXT("Bookings: minutes of help"),
            .definition =
                TEXT("How long the booked times were at which somebody was helped, on the day of the time."),
            .unit = TEXT("minutes"),
            .unit_of_one = TEXT("minute")},
           [](const DayNumbers& day) -> measures::Value { return day[4]; })};
    const auto of_heard = heard_measures(*implementation_);
    all.insert(all.end(), of_heard.begin(), of_heard.end());
    const auto of_desks = desk_measures(*this);
    all.insert(all.end(), of_desks.begin(), of_desks.end());
    for (auto& measure : all)
        if (base::holds(known_once_it_is_said, measure.key))
            measure.uncounted = [this](std::string_view id, const periods::Period& in) { return unsaid_days(id, in); };
    return all;
}

}  // namespace digilots::booking
