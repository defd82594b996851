#include "questions/promises.h"

#include "platform/base/lists.h"
#include "questions/questions.h"
#include "questions/registers.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

using municipality::PromiseUnit;

constexpr int longest_promise = 365;

PromiseUnit unit_called(std::string_view word) {
    if (word == "hours") return PromiseUnit::hours;
    return word == "days" ? PromiseUnit::days : PromiseUnit::working_days;
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
    auto promise = municipality::usual_promise(settings);
    if (const auto* one = base::find_in(own, channel, &ChannelPromise::channel)) promise = {one->limit, one->unit};
    return municipality::promised_by(promise, settings.zone, country, asked);
}

}  // namespace digilots::questions
