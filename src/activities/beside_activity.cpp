// What stands beside the fields of an activity: its sessions, and the way to add some.
#include "activities/outcomes.h"
#include "activities/pages.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"

namespace digilots::activities {

register_::More Activities::Implementation::more_of_activity(const register_::Record& activity,
                                                             const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    const auto url = page.tenant_url("/staff/activities/" + activity.id);
    const auto programme = programmes.of(request.tenant->id);
    const auto* known = programme->with_id(activity.id);
    if (known && activity.flag("is_published"))
        more.links.push_back({page.t("As residents see it"), page.tenant_url(known->path())});
    if (!activity.has_ended() && activities.may_change(register_::around_of(activities, request), activity))
        more.links.push_back({page.t("Add sessions"), url + "/series"});
    more.links.push_back({page.t("Who arranges with us"),
                          page.tenant_url("/staff/activity-partners?activity=" + activity.id)});
    more.links.push_back({page.t("Invited, signed up, came"), page.tenant_url("/staff/recruiting?activity=" + activity.id)});
    if (!known) return more;
    if (const auto* week = base::find_in(programme->campaigns, known->campaign, &Campaign::title))
        more.links.push_back({page.t("Campaign week: {name}", {{"name", week->title}}), page.tenant_url("/staff/campaigns/" + week->id)});
    more.links.push_back({page.tn("Its {n} session", "Its {n} sessions", std::ssize(known->sessions)),
                          page.tenant_url("/staff/sessions?activity=" + activity.id)});
    for (const auto& outcome : outcomes_of(*this, request.tenant->id, activity.id)) {
        more.below.push_back({page.t("What came of it on {date}", {{"date", page.translator().date(outcome.day)}}),
                              outcome.lines(page.translator())});
    }
    return more;
}

}  // namespace digilots::activities
