// What stands beside the fields of an activity: its sessions, and the way to add some.
#include "activities/outcomes.h"
#include "activities/pages.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

struct ToldSessions {
    std::vector<std::string> lines = {};
    std::int64_t came = 0, held = 0;
};

/// Those that are not cancelled, in order of time.
ToldSessions told_sessions_of(const Activities::Implementation& self, std::string_view activity, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::sessions_of_activity, tenant.id, activity); });
    ToldSessions told;
    const auto now = self.clock.now();
    for (const auto row : rows) {
        const auto starts = base::parse_utc(row.text("starts_at")).value_or(base::Instant{});
        const auto number = row.integer("came");
        auto line = page.translator().date_time(starts, tenant.zone) + ": ";
        if (row.text("status") == word_of(Status::held)) {
            line += page.tn("{n} came", "{n} came", number);
            told.came += number;
            ++told.held;
        } else if (base::parse_utc(row.text("ends_at")).value_or(now) <= now) {
            line += page.t("not counted");
        } else {
            line += page.tn("{n} person is signed up", "{n} persons are signed up", row.integer("taken"));
        }
        told.lines.push_back(std::move(line));
    }
    return told;
}

}  // namespace

register_::More Activities::Implementation::more_of_activity(const register_::Record& activity,
                                                             const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    const auto url = page.tenant_url("/staff/activities/" + activity.id);
    const auto programme = programmes.of(request.tenant->id);
    const auto* known = programme->with_id(activity.id);
    const bool is_shown = activity.flag("is_published");
    if (const auto added = base::whole_number_up_to(request.query.get("sessions_added"), 1, static_cast<int>(most_sessions))) {
        more.above.push_back({page.tn("{n} session is added", "{n} sessions are added", *added),
                              {is_shown ? page.t("Residents see them now.")
                                        : page.t("Residents do not see them yet, and nobody can sign up on the web: change the "
                                                 "activity and tick “Shown to residents”.")}});
        if (!is_shown) more.links.push_back({page.t("Show it to residents"), url + "/change#is_published"});
    }
    if (activity.has_ended() && request.query.has("not_put_back"))
        more.above.push_back({page.t("Nobody was put back"),
                              {page.t("The activity has ended, and the sign-up stays cancelled. Take the activity into use "
                                      "again, then put it back.")}});
    if (known && activity.flag("is_published"))
        more.links.push_back({page.t("As residents see it"), page.tenant_url(known->path())});
    if (!activity.has_ended() && activities.may_change(register_::around_of(activities, request), activity))
        more.links.push_back({page.t("Add sessions"), url + "/series"});
    more.links.push_back({page.t("Who arranges with us"),
                          page.tenant_url("/staff/activity-partners?activity=" + activity.id)});
    more.links.push_back({page.t("Invited, signed up, came"), page.tenant_url("/staff/recruiting?activity=" + activity.id)});
    if (activity.has_ended()) {
        auto lines = told_sessions_of(*this, activity.id, page).lines;
        if (!lines.empty())
            lines.insert(lines.begin(), page.t("To read or put right what was counted, take the activity into use again."));
        if (!lines.empty()) more.below.push_back({page.t("Its sessions"), std::move(lines)});
    }
    if (named_by.came_of)
        for (auto& need : named_by.came_of(activity.id, page)) more.links.push_back(std::move(need));
    if (!known) return more;
    if (const auto* week = base::find_in(programme->campaigns, known->campaign, &Campaign::title))
        more.links.push_back({page.t("Campaign week: {name}", {{"name", week->title}}),
                              page.tenant_url("/staff/campaigns/" + week->id)});
    more.links.push_back({page.tn("Its {n} session", "Its {n} sessions", std::ssize(known->sessions)),
                          page.tenant_url("/staff/sessions?activity=" + activity.id)});
    for (const auto& outcome : outcomes_of(*this, request.tenant->id, activity.id)) {
        more.below.push_back({page.t("What came of it on {date}", {{"date", page.translator().date(outcome.day)}}),
                              outcome.lines(page.translator())});
    }
    return more;
}

register_::More Activities::sessions_told(std::string_view activity, std::optional<std::int64_t> invited,
                                          const html::Page& page) const {
    register_::More more;
    const auto& words = page.translator();
    const auto told = told_sessions_of(*implementation_, activity, page);
    register_::More::Part part{page.t("Its sessions"), told.lines};
    if (told.held > 0)
        part.lines.push_back(invited ? page.t("{n} came to what was held, of {invited} who were invited",
                                              {{"n", words.number(static_cast<double>(told.came))},
                                               {"invited", words.number(static_cast<double>(*invited))}})
                                     : page.tn("{n} came to what was held", "{n} came to what was held", told.came));
    if (told.lines.empty()) part.lines.push_back(page.t("No sessions yet."));
    more.above.push_back(std::move(part));
    more.links.push_back({page.t("Sessions of it"), page.tenant_url("/staff/sessions?activity=" + html::url_encode(activity))});
    return more;
}

}  // namespace digilots::activities
