#include "questions/promises.h"

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/working_time.h"
#include "questions/questions.h"
#include "questions/registers.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

using municipality::PromiseUnit;

constexpr int usual_promise = 2, longest_promise = 365, minutes_of_an_hour = 60;

PromiseUnit unit_called(std::string_view word) {
    if (word == "hours") return PromiseUnit::hours;
    return word == "days" ? PromiseUnit::days : PromiseUnit::working_days;
}

base::Instant end_of_day(base::Date day, std::string_view zone) {
    return base::from_civil(base::add_days(day, 1), 0, 0, zone) - std::chrono::minutes(1);
}

}  // namespace

register_::Register promise_register() {
    using namespace register_;
    auto ways = ways_in();
    ways.push_back({"call_back", TEXT("Call-back")});
    return {.key = "promise",
            .table = "questions_promise",
            .names = {TEXT("Promised answers by way in"), TEXT("Promise of one way in")},
            .see = http::Role::guide,
            .change = http::Role::administrator,
            .path = "/staff/settings/promises",
            .above = {{TEXT("Settings"), "/staff/settings"}},
            .fields = {term("channel", TEXT("Came by"), fixed_terms(std::move(ways)))
                           .required()
                           .listed()
                           .unique(TEXT("This way in has a promise already. Change that line."))
                           .when_missing(TEXT("Choose a way in.")),
                       whole_number("response_limit", TEXT("We answer within"), 1, longest_promise)
                           .listed()
                           .hint(TEXT("Without a number: 2.")),
                       term("response_unit", TEXT("Unit of the promise"),
                            fixed_terms(
                                {{"working_days", TEXT("working days")}, {"days", TEXT("days")}, {"hours", TEXT("hours")}}))
                           .required()
                           .listed()
                           .when_missing(TEXT("Choose a unit."))},
            .size = Size::few,
            .at_most = 20,
            .endings = Endings::removed,
            .kept = kept_promises,
            .words = {
                .about = TEXT("What comes in is answered as the settings promise, whichever way it comes. Say here where one "
                              "way has another promise. Hours are hours in which you work; holidays are left out. What has "
                              "come in already keeps its promise."),
                .caption = TEXT("Promises of single ways in"),
                .empty = TEXT("Every way in has the promise of the settings."),
                .add = TEXT("Add a promise"),
                .change = TEXT("Change the promise"),
                .remove = TEXT("Delete")}};
}

std::shared_ptr<const ChannelPromises> load_promises(db::Connection& connection, std::string_view municipality_id) {
    auto all = std::make_shared<ChannelPromises>();
    const auto rows = connection.query(sql::list_promises, municipality_id);
    for (const auto row : rows)
        all->push_back({row.text("channel"), static_cast<int>(row.integer("response_limit")),
                        unit_called(row.text("response_unit"))});
    return all;
}

base::Instant promise_of(const municipality::Settings& settings, const ChannelPromises& own, std::string_view channel,
                         std::string_view country, base::Instant asked) {
    calendar::WorkingWeek week;
    if (!country.empty()) week.country = country;
    if (base::is_known_zone(settings.zone)) week.zone = settings.zone;
    ChannelPromise promise{.channel = std::string(channel), .limit = settings.response_limit.value_or(usual_promise)};
    if (settings.response_limit) promise.unit = settings.response_unit;
    if (const auto* one = base::find_in(own, channel, &ChannelPromise::channel)) promise = *one;
    switch (promise.unit) {
        case PromiseUnit::hours: return calendar::after_working_minutes(week, asked, promise.limit * minutes_of_an_hour);
        case PromiseUnit::days:
            return end_of_day(base::add_days(base::to_civil(asked, week.zone).date, promise.limit), week.zone);
        case PromiseUnit::working_days: break;
    }
    return calendar::after_working_days(week, asked, promise.limit);
}

}  // namespace digilots::questions
