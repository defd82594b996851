// What people do about something that waits to be fetched, by one press.
#include "everyday/pages.h"
#include "everyday/pickup_fields.h"
#include "platform/base/time.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::everyday {

namespace {

constexpr i18n::Text whose_pickup =
    TEXT("It belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

http::Response step_of(const Pages& pages, const http::Request& request, const register_::StepChange& change) {
    auto& records = pages.kinds->pickups;
    const auto around = register_::around_of(records, request);
    const auto came_of = register_::step(records, around, records.around(request.tenant->id), request.parameter("id"),
                                         request.identity->account_id, base::Seen::mark(request.form.get("seen")), change);
    return register_::told_of_step(records, request, came_of, whose_pickup);
}

}  // namespace

http::Response note_reminder(const Pages& pages, const http::Request& request) {
    const auto today = base::format_date(base::to_civil(pages.clock.now(), request.tenant->zone).date);
    return step_of(pages, request, [&](db::Connection&, register_::Record& pickup) {
        if (pickup.text("state") != "waiting") return false;
        pickup.columns["reminders"] = pickup.whole("reminders").value_or(0) + 1;
        pickup.columns["reminded_on"] = today;
        return true;
    });
}

http::Response note_fetched(const Pages& pages, const http::Request& request) {
    const auto today = base::format_date(base::to_civil(pages.clock.now(), request.tenant->zone).date);
    return step_of(pages, request, [&](db::Connection&, register_::Record& pickup) {
        if (pickup.text("state") != "waiting") return false;
        pickup.columns["state"] = std::string("fetched");
        pickup.columns["done_on"] = today;
        put_in_line(pickup, request.tenant->zone);
        return true;
    });
}

}  // namespace digilots::everyday
