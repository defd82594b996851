// A time for a trial that nobody has is taken by any unit, by one press.
#include "outreach/outreach.h"
#include "platform/html/page.h"
#include "platform/register/steps.h"

namespace digilots::outreach {

namespace {

bool is_free(const register_::Record& trial) {
    return trial.text("state") == "free" && trial.text("unit").empty() && !trial.has_ended();
}

}  // namespace

register_::More way_to_take(const register_::Records& trials, const register_::Record& trial, const html::Page& page) {
    register_::More more;
    const auto& identity = page.request().identity;
    if (!identity || identity->unit.empty() || !is_free(trial)) return more;
    more.steps.push_back({.title = page.t("Take the time"),
                          .text = page.t("The time is then your unit’s: you write what is shown and tried."),
                          .button = page.t("Take the time"),
                          .url = page.tenant_url("/staff/trials/" + trial.id + "/take"),
                          .is_dangerous = false,
                          .seen = trials.mark_of(trial)});
    return more;
}

http::Response take_trial(register_::Records& trials, const http::Request& request) {
    // What nobody has is open to every unit, also to those who may change their own alone.
    const auto around = trials.around(request.tenant->id);
    const auto unit = request.identity->unit;
    const auto came_of = register_::step(trials, around, around, request.parameter("id"), request.identity->account_id,
                                         base::Seen::mark(request.form.get("seen")),
                                         [&](db::Connection&, register_::Record& trial) {
                                             if (unit.empty() || !is_free(trial)) return false;
                                             trial.columns["unit"] = unit;
                                             trial.columns["state"] = std::string("planned");
                                             return true;
                                         });
    return register_::told_of_step(trials, request, came_of, TEXT("It belongs to another unit. Ask somebody there, or an "
                                                                  "administrator. Nothing was changed."));
}

}  // namespace digilots::outreach
