// What stands beside the fields of a request: what can be done next, and the sessions of what it became; and its addresses.
#include "activities/request_pages.h"
#include "platform/audit/reading.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/missed_letters.h"
#include "platform/register/pages.h"

namespace digilots::activities {

register_::More Activities::Implementation::more_of_request(const register_::Record& asked, const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    const auto url = page.tenant_url("/staff/activity-requests/" + asked.id);
    const auto programme = programmes.of(request.tenant->id);
    if (const auto* activity = programme->with_id(asked.text("activity"))) {
        more.links.push_back({activity->title, page.tenant_url("/staff/activities/" + activity->id)});
        std::vector<std::string> lines;
        for (const auto& session : activity->sessions)
            if (session.status != Status::cancelled)
                lines.push_back(when_text(session, request.tenant->zone, page.translator()));
        if (!lines.empty()) more.above.push_back({page.t("Its sessions"), lines});
    }
    if (const auto known = base::joined(known_localities(*this, request.tenant->id), ", "); !known.empty())
        more.hints["locality"] = page.t("Written before: {places}", {{"places", known}});
    more.links.push_back({page.t("The requests side by side"), page.tenant_url("/staff/activity-requests/board")});
    std::vector<std::string> near;
    for (const auto& place : places_nearby(*neighbours.directory.snapshot(request.tenant->id), asked.text("locality"), page))
        near.push_back(place.name + (place.there.empty() ? "" : ": " + place.there));
    if (!near.empty()) more.above.push_back({page.t("Places there and near"), std::move(near)});
    const auto missed = register_::missed_letters_about(database, "/staff/activity-requests/" + asked.id, clock.now(),
                                                        neighbours.others.name_of, page);
    const bool may_change = requests.may_change(register_::around_of(requests, request), asked);
    if (may_change && !missed.empty())
        audit::note_reading(database,
                            {request.tenant->id, request.identity->account_id, "request contact read",
                             "activity_request:" + asked.id, ""},
                            clock.now());
    if (may_change) register_::add_missed_letters(more, missed, page);
    if (asked.has_ended() || !may_change) return more;
    if (const auto contact = request_contact(*this, request.tenant->id, asked.id)) {
        more.links.push_back({page.t("How who asked is reached"), url + "/contact"});
        if (!contact->to_tell.empty())
            more.above.push_back({page.t("Still to be done"), {page.t("Whoever asked does not know yet how it stands.")}});
    }
    if (!asked.text("activity").empty()) return more;
    if (asked.text("kind").empty()) {
        more.above.push_back({page.t("Next"), {page.t("Choose a kind, and the request can be made an activity.")}});
        more.links.push_back({page.t("Choose a kind"), url + "/change#kind"});
    } else {
        more.steps.push_back({page.t("Can it be held?"),
                              page.t("A new activity gets what the request says, and residents do not see it yet. Then add its "
                                     "sessions."),
                              page.t("Make it an activity"), url + "/activity", false, requests.mark_of(asked)});
    }
    return more;
}

http::Response to_request(const Pages& pages, const http::Request& request) {
    const auto asked = Inside::of(pages.activities).requests.find(request.tenant->id, request.parameter("id"));
    if (!asked) return html::error_page(request, 404);
    return http::see_other(html::Page(request).tenant_url("/staff/activity-requests/" + asked->id));
}

http::Routes request_routes(const Pages& pages) {
    using http::Access, http::Method;
    const auto page = http::handlers_with(pages);
    const std::string here = "/{municipality}/activity-requests", staff = "/{municipality}/staff/activity-requests",
                      one = staff + "/{id}", plan = "/{municipality}/staff/activity-plan";
    return {{Method::get, here, Access::anyone, page(ask_for_page)},
            {Method::post, here, Access::anyone, page(ask_for_activity)},
            {Method::get, here + "/find", Access::anyone, page(request_code_page)},
            {Method::post, here + "/find", Access::anyone, page(find_request_code)},
            {Method::get, here + "/{code}", Access::anyone, page(followed_request_page), {"new"}},
            {Method::get, staff + "/board", Access::guide, page(request_board_page), {"moved"}},
            // What a step is sent to: whoever opens such an address finds the request.
            {Method::get, one + "/state", Access::guide, page(to_request)},
            {Method::post, one + "/state", Access::guide, page(move_request)},
            {Method::get, one + "/activity", Access::guide, page(to_request)},
            {Method::post, one + "/activity", Access::guide, page(make_activity_of_request)},
            {Method::get, one + "/contact", Access::guide, page(request_contact_page)},
            {Method::get, one + "/told", Access::guide, page(to_request)},
            {Method::post, one + "/told", Access::guide, page(note_request_told)},
            {Method::get, "/{municipality}/staff/needs-found", Access::guide, page(needs_found_page), {"unit", "done"}},
            {Method::post, "/{municipality}/staff/sessions/{session}/needs", Access::guide, page(see_to_needs_found)},
            {Method::get, plan, Access::guide, page(activity_plan_page), {"year"}},
            {Method::get, plan + ".pdf", Access::guide, page(activity_plan_file), {"year"}, {}, http::Effort::drawing},
            {Method::get, plan + ".csv", Access::guide, page(activity_plan_table), {"year"}}};
}

}  // namespace digilots::activities
