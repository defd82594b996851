// Staff cancel for somebody who is signed up, put them back, and say that they have told them.
#include "activities/session_fields.h"
#include "platform/base/lists.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"

namespace digilots::activities {

namespace {

http::Response after_step(const Pages& pages, const http::Request& request, bool is_done,
                          const std::string& session) {
    if (!is_done || session.empty()) return html::error_page(request, 404);
    static_cast<void>(pages);
    return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + session + "?done=changed"));
}

/// Of a sign-up in the address; "" where there is none, or somebody may not change it.
std::string session_of_sign_up(const Pages& pages, const http::Request& request, bool& is_theirs) {
    const auto session = pages.activities.session_of(request.tenant->id, request.parameter("id"));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(session);
    is_theirs = found.session && may_change(pages, request, found.activity->id);
    return found.session ? session : "";
}

}  // namespace

http::Response leave_for_somebody(const Pages& pages, const http::Request& request) {
    bool is_theirs = false;
    const auto session = session_of_sign_up(pages, request, is_theirs);
    if (session.empty()) return html::error_page(request, 404);
    const std::string id(request.parameter("id")), proof(request.form.get("by"));
    if (!is_theirs && !pages.activities.is_proved(request.tenant->id, id, proof, request.identity->account_id))
        return html::not_theirs_page(request, whose_activity);
    auto page = staff_page(request, html::Page(request).t("Cancel for this person?"));
    const auto url = page.tenant_url("/staff/sessions/" + session);
    if (!html::is_sure(request)) {
        const auto programme = pages.activities.programme(request.tenant->id);
        const auto found = programme->session(session);
        const auto people = pages.activities.signed_up(request.tenant->id, session);
        const auto* who = base::find_in(people, id, &Listed::id);
        const auto name = who && !who->name.empty() ? who->name : page.t("Without a name");
        const auto persons = page.tn("For {n} person", "For {n} persons", who ? who->persons : 1);
        return never_kept(html::ask_first(
            page, {.url = page.tenant_url("/staff/sign-ups/" + id + "/cancel"),
                   .text = page.t("{name}, {persons}: {activity}, {when}. Who waits gets the seat. Until midnight it can be put "
                                  "back while the seat is free.",
                                  {{"name", name},
                                   {"persons", persons},
                                   {"activity", found.activity->title},
                                   {"when", when_text(*found.session, request.tenant->zone, page.translator())}}) +
                           (found.activity->all_along
                                ? " " + page.t("One is with it all the way: all days to come are cancelled for them.")
                                : ""),
                   .confirm = page.t("Cancel for this person"),
                   .cancel_url = url,
                   .hidden = {{"by", proof}}}));
    }
    if (!pages.activities.leave_as_staff(*request.tenant, id, request.identity->account_id))
        return http::see_other(url + "?done=been");
    const auto left = pages.activities.left_today(*request.tenant, session);
    const auto* listed = base::find_in(left, id, &Listed::id);
    const auto after = pages.activities.programme(request.tenant->id);
    const auto* stands = after->session(session).session;
    const bool is_given = listed && stands && listed->is_confirmed &&
                          stands->free().value_or(listed->persons) < listed->persons;
    return http::see_other(url + (is_given ? "?done=given" : is_theirs ? "?done=left" : "?done=left-there"));
}

http::Response put_back_for_somebody(const Pages& pages, const http::Request& request) {
    const auto& here = request.tenant->id;
    const auto session = pages.activities.session_of_left(here, request.parameter("id"));
    const auto programme = pages.activities.programme(here);
    const auto found = programme->session(session);
    const auto ended = found.session ? "" : pages.activities.activity_of_session(here, session);
    if (!ended.empty()) return http::see_other(html::Page(request).tenant_url("/staff/activities/" + ended + "?not_put_back=1"));
    if (!found.session) return html::error_page(request, 404);
    if (!may_change(pages, request, found.activity->id)) return html::not_theirs_page(request, whose_activity);
    const auto put = pages.activities.put_back_sign_up(*request.tenant, request.parameter("id"), request.identity->account_id);
    const char* done = put.came == PutBack::Came::back ? "back" : put.came == PutBack::Came::taken ? "taken" : "over";
    return http::see_other(html::Page(request).tenant_url("/staff/sessions/" + session + "?done=" + done));
}

http::Response note_told(const Pages& pages, const http::Request& request) {
    bool is_theirs = false;
    const auto session = session_of_sign_up(pages, request, is_theirs);
    if (!session.empty() && !is_theirs) return html::not_theirs_page(request, whose_activity);
    if (is_theirs)
        pages.activities.note_told(request.tenant->id, request.parameter("id"), request.identity->account_id);
    if (is_theirs && request.query.get("from") == "calls")
        return http::see_other(html::Page(request).tenant_url("/staff/bookings/reminders"));
    return after_step(pages, request, is_theirs, session);
}

}  // namespace digilots::activities
