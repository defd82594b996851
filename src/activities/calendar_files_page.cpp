// The programme for calendar programs: all of it, a part, one activity.
#include "activities/pages.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/icalendar.h"
#include "platform/html/error_page.h"
#include "platform/html/markdown.h"
#include "platform/http/site_address.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_in_file = 20'000;

calendar::Event event_of(const Pages& pages, const Activity& activity, const Session& session,
                         const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const bool is_cancelled = session.status == Status::cancelled;
    calendar::Event event;
    event.uid = "session-" + session.id + "@digilots";
    event.summary =
        is_cancelled ? page.t("Cancelled: {activity}", {{"activity", activity.title}}) : activity.title;
    event.description =
        is_cancelled && !session.reason.empty() ? session.reason : html::without_markdown(activity.about);
    // Who has to sign up gets the address with the code: this file is for anybody.
    if (!session.remote.empty() && !activity.needs_sign_up)
        event.description += (event.description.empty() ? "" : "\n") + session.remote;
    event.location = where_text(pages.activities, tenant.id, session);
    const auto address = address_text(pages.activities, tenant.id, session);
    if (address != event.location) event.location += ", " + address;
    event.url = http::site_address(page.request()) + page.tenant_url(activity.path());
    event.zone = tenant.zone;
    event.when = {.first = calendar::to_wall(session.starts, tenant.zone),
                  .length = std::chrono::duration_cast<std::chrono::seconds>(session.ends - session.starts)};
    event.takes_time = !is_cancelled;
    event.changed = session.changed;
    event.sequence = session.version;
    return event;
}

/// Of its own host, or for this request only: the Host that a client names is not put on what others get.
http::Response calendar_answer(const calendar::Calendar& calendar, const http::Request& request) {
    auto response = http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8");
    response.for_once = request.host_tenant.empty();
    return response;
}

std::string name_of_calendar(const std::string& title, const html::Page& page) {
    return title + ", " + page.request().tenant->name +
           (page.request().tenant->is_made_up ? " (" + page.t("made up") + ")" : "");
}

}  // namespace

http::Response programme_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto programme = pages.activities.programme(request.tenant->id);
    calendar::Calendar calendar{name_of_calendar(page.t("Activities"), page), request.tenant->zone};
    for (const auto& [activity, session] :
         sessions_of(*programme, filter_of(request), Inside::of(pages.activities).clock.now(), most_in_file))
        calendar.events.push_back(event_of(pages, *activity, *session, page));
    return calendar_answer(calendar, request);
}

http::Response activity_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto* activity = programme->with_slug(request.parameter("slug"));
    if (!activity || !activity->is_published) return html::error_page(request, 404);
    calendar::Calendar calendar{name_of_calendar(activity->title, page), request.tenant->zone};
    for (const auto& session : activity->sessions)
        calendar.events.push_back(event_of(pages, *activity, session, page));
    return calendar_answer(calendar, request);
}

}  // namespace digilots::activities
