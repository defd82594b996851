// Sessions side by side, for staff: today, to come, over and not counted; and the one of a code that somebody reads out.
#include <algorithm>

#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/asked_unit.h"
#include "platform/slice/opened_by_code.h"

namespace digilots::activities {

namespace {

http::Response show_sessions(const Pages& pages, const http::Request& request, html::FormErrors errors, int status,
                             html::Link other = {}) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto now = Inside::of(pages.activities).clock.now();
    const auto today = base::to_civil(now, request.tenant->zone).date;
    auto page = staff_page(request, html::Page(request).t("Sessions"));
    const auto of = request.query.get("activity");
    SessionsView view{.url = page.tenant_url("/staff/activities"),
                      .table_url = page.tenant_url("/staff/sessions/table"),
                      .import_url = page.tenant_url("/staff/sessions/import")};
    if (request.query.has("imported")) view.notice = page.t("The table is taken in.");
    view.find_url = page.tenant_url("/staff/sign-ups/find");
    view.code = {.name = "code",
                 .label = page.t("Find a sign-up by its code"),
                 .value = base::cut(base::trim(request.form.get("code")), 30),
                 .hint = page.t("Such as k7m2-9xqd-4tfh, as somebody reads it out."),
                 .autocomplete = "off"};
    view.code = view.code.with(errors);
    view.errors = std::move(errors);
    view.other = std::move(other);
    const auto unit = register_::asked_unit(pages.activities.activities().others().links, "organisation.unit", page);
    view.unit = unit.form(page.tenant_url("/staff/sessions"));
    std::vector<std::pair<const Activity*, const Session*>> sessions;
    for (const auto& activity : programme->activities)
        if (of.empty() ? unit.holds(activity.unit) : activity.id == of)
            for (const auto& session : activity.sessions) sessions.emplace_back(&activity, &session);
    std::ranges::stable_sort(sessions, {}, [](const auto& one) { return one.second->starts; });
    for (const auto& [activity, session] : sessions) {
        auto line = line_of(pages, *activity, *session, page);
        if (session->day == today)
            view.today.push_back(std::move(line));
        else if (session->ends < now && session->status == Status::planned)
            view.uncounted.push_back(std::move(line));
        else if (session->ends >= now)
            view.later.push_back(std::move(line));
        else if (!of.empty()) {
            if (line.state.empty()) line.state = session->is_counted ? page.t("Held, who came is counted") : page.t("Held");
            view.earlier.push_back(std::move(line));
        }
    }
    return html::render_page(page, templates::sessions_page(view, page), status);
}

}  // namespace

http::Response sessions_page(const Pages& pages, const http::Request& request) {
    if (request.query.has("figure")) return held_page(pages, request);
    return show_sessions(pages, request, {}, 200);
}

http::Response find_sign_up(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    if (const auto path = path_of_code(pages, request, typed)) return http::see_other(page.tenant_url(*path));
    html::FormErrors errors;
    if (const auto other = opened_by_code(pages.followed, page, typed))
        return show_sessions(pages, request, std::move(errors), 200, {page.t(other->one), page.tenant_url(other->path)});
    errors.add("code", page.t("Nobody is signed up with this code. Read each sign again, or look on the page of the session."));
    return show_sessions(pages, request, std::move(errors), 404);
}

http::Response moved_from_directory(const Pages&, const http::Request& request) {
    const std::string id(request.parameter("id"));
    return http::moved(html::Page(request).tenant_url("/staff/activities" + (id.empty() ? "" : "/" + html::url_encode(id))));
}

}  // namespace digilots::activities
