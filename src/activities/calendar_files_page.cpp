// The programme for calendar programs: all of it, a part, one activity.
#include <algorithm>
#include <limits>

#include "activities/pages.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/icalendar.h"
#include "platform/html/error_page.h"
#include "platform/html/markdown.h"
#include "platform/http/site_address.h"

namespace digilots::activities {

namespace {

/// So many are made at once and kept; more go out in pieces of this size.
constexpr std::size_t most_at_once = 2000, in_a_piece = 200;

std::string title_in_calendar(const Activity& activity, const html::Page& page) {
    return activity.discreet ? page.t("A booked time") : activity.title;
}

/// What its place says is in the event too: that it has closed, its name, its street.
void say_when_changed(calendar::Event& event, const Pages& pages, std::string_view municipality_id, const Session& session) {
    constexpr std::int64_t changes_of_a_place = 1000;
    const auto directory = Inside::of(pages.activities).neighbours.directory.snapshot(municipality_id);
    const auto* place = session.place.empty() ? nullptr : directory->place(session.place);
    event.changed = place ? std::max(session.changed, place->changed) : session.changed;
    event.sequence = session.version * changes_of_a_place + (place ? std::min(place->version, changes_of_a_place - 1) : 0);
}

calendar::Event event_of(const Pages& pages, const Activity& activity, const Session& session,
                         const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const bool is_cancelled = session.status == Status::cancelled;
    calendar::Event event;
    event.uid = "session-" + session.id + "@digilots";
    event.summary =
        is_cancelled ? page.t("Cancelled: {activity}", {{"activity", title_in_calendar(activity, page)}})
                     : title_in_calendar(activity, page);
    event.description =
        is_cancelled && !session.reason.empty() ? session.reason : html::without_markdown(activity.about, html::Breaks::kept);
    if (const auto closed = closed_place_text(pages.activities, tenant.id, session, page.translator()); !closed.empty())
        event.description = closed + (event.description.empty() ? "" : "\n") + event.description;
    // Who has to sign up gets the address with the code: this file is for anybody.
    if (!session.remote.empty() && !activity.needs_sign_up)
        event.description += (event.description.empty() ? "" : "\n") + session.remote;
    event.location = where_with_street(pages.activities, tenant.id, session);
    event.url = http::site_address(page.request()) + page.tenant_url(activity.path());
    // Somebody else may look into the calendar: as on paper, neither what it is nor where.
    if (activity.discreet) {
        event.description = event.location = event.url = "";
    }
    event.zone = tenant.zone;
    event.when = {.first = calendar::to_wall(session.starts, tenant.zone),
                  .length = std::chrono::duration_cast<std::chrono::seconds>(session.ends - session.starts)};
    event.takes_time = !is_cancelled;
    event.is_cancelled = is_cancelled;
    say_when_changed(event, pages, tenant.id, session);
    return event;
}

/// As whoever has its code reads it.
calendar::Event event_of_followed(const Pages& pages, const Followed& followed, const Activity& activity, const Session& session,
                                  const html::Page& page) {
    auto event = event_of(pages, activity, session, page);
    const bool tells_way_in = followed.is_confirmed && activity.needs_sign_up && !activity.discreet;
    if (tells_way_in && !event.is_cancelled && !session.remote.empty())
        event.description += (event.description.empty() ? "" : "\n") + session.remote;
    if (followed.is_confirmed || event.is_cancelled) return event;
    event.is_tentative = true;
    event.takes_time = false;
    event.summary = page.t("Waiting for a seat: {activity}", {{"activity", event.summary}});
    const auto waits = page.t("You have no seat yet. If one becomes free it is yours: look with your code before you come.");
    event.description = waits + (event.description.empty() ? "" : "\n" + event.description);
    return event;
}

/// The same bytes as of one piece, made while they are sent: a feed of years takes no more memory than one of a week.
class CalendarInPieces {
public:
    CalendarInPieces(const Pages& pages, const http::Request& request, std::string name, std::shared_ptr<const Programme> programme,
                     std::vector<Programme::Found> found)
        : pages_(pages), request_(std::make_shared<const http::Request>(request)), name_(std::move(name)),
          programme_(std::move(programme)), found_(std::move(found)) {}

    std::string next() {
        if (is_over_) return "";
        const auto& zone = request_->tenant->zone;
        std::string piece;
        if (at_ == 0) {
            const auto first = calendar::to_wall(found_.front().session->starts, zone);
            piece = calendar::beginning_of_icalendar({name_, zone}, {{zone, static_cast<int>(calendar::date_of(first).year())}});
        }
        const html::Page page(*request_);
        for (const auto end = std::min(found_.size(), at_ + in_a_piece); at_ < end; ++at_)
            piece += calendar::event_as_icalendar(event_of(pages_, *found_[at_].activity, *found_[at_].session, page));
        is_over_ = at_ == found_.size();
        if (is_over_) piece += calendar::end_of_icalendar;
        return piece;
    }

private:
    Pages pages_;
    std::shared_ptr<const http::Request> request_;
    std::string name_;
    std::shared_ptr<const Programme> programme_;  // what `found_` points into
    std::vector<Programme::Found> found_;         // by time
    std::size_t at_ = 0;
    bool is_over_ = false;
};

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

http::Response calendar_of(const Pages& pages, const http::Request& request, const std::string& title,
                           std::shared_ptr<const Programme> programme, std::vector<Programme::Found> found) {
    const html::Page page(request);
    auto name = name_of_calendar(title, page);
    if (found.size() > most_at_once) {
        CalendarInPieces pieces(pages, request, std::move(name), std::move(programme), std::move(found));
        return http::streamed([pieces = std::move(pieces)]() mutable { return pieces.next(); }, "text/calendar; charset=utf-8");
    }
    calendar::Calendar calendar{std::move(name), request.tenant->zone};
    for (const auto& [activity, session] : found) calendar.events.push_back(event_of(pages, *activity, *session, page));
    return calendar_answer(calendar, request);
}

}  // namespace

http::Response programme_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    auto programme = pages.activities.programme(request.tenant->id);
    auto filter = filter_of(request);
    filter.with_cancelled = true;
    const auto now = Inside::of(pages.activities).clock.now();
    auto found = sessions_of(*programme, filter, now, std::numeric_limits<std::size_t>::max());
    return calendar_of(pages, request, page.t("Activities"), std::move(programme), std::move(found));
}

http::Response activity_calendar(const Pages& pages, const http::Request& request) {
    auto programme = pages.activities.programme(request.tenant->id);
    const auto* activity = programme->with_slug(request.parameter("slug"));
    if (!activity || !activity->is_published) return html::error_page(request, 404);
    std::vector<Programme::Found> found;
    for (const auto& session : activity->sessions) found.push_back({activity, &session});
    const html::Page page(request);
    return calendar_of(pages, request, title_in_calendar(*activity, page), std::move(programme), std::move(found));
}

http::Response sign_up_calendar(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.activities);
    const auto followed = pages.activities.follow(*request.tenant, request.parameter("code"));
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(followed ? followed->session : "");
    if (!session) {
        if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now())) return html::wait_page(request, *wait);
        return html::error_page(request, 404);
    }
    const html::Page page(request);
    calendar::Calendar calendar{name_of_calendar(title_in_calendar(*activity, page), page), request.tenant->zone};
    auto days = followed->all_sessions;
    if (days.empty()) days = {session->id};
    for (const auto& day : days)
        if (const auto* one = base::find_in(activity->sessions, day, &Session::id))
            calendar.events.push_back(event_of_followed(pages, *followed, *activity, *one, page));
    return told_nobody(http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8"));
}

}  // namespace digilots::activities
