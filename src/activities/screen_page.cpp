// The screen at a place: who is called, what is on today, what comes.
#include "activities/implementation.h"
#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/time.h"
#include "platform/calendar/free_busy.h"
#include "platform/html/error_page.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_on_screen = 4;
constexpr int days_told_of_cancelled = 7;

}  // namespace

http::Response screen_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.activities);
    const auto& tenant = *request.tenant;
    const auto directory = self.neighbours.directory.snapshot(tenant.id);
    const auto* place = directory->place(request.parameter("slug"));
    if (!place || !place->listed()) return html::error_page(request, 404);
    html::Page page(request);
    page.title = place->name;
    page.indexable = false;
    page.from_afar = true;
    const auto now = self.clock.now();
    const auto today = base::to_civil(now, tenant.zone).date;
    ScreenView view{.stands_still = request.query.get("still") == "1", .place = place->name};
    view.now = page.translator().weekday(base::weekday_of(today)) + " " +
               page.translator().date_time(now, tenant.zone);
    const auto url = page.tenant_url("/places/" + place->slug + "/screen");
    view.other_url = view.stands_still ? url : url + "?still=1";
    const auto programme = pages.activities.programme(tenant.id);
    for (const auto& [activity, session] : sessions_of(*programme, {.place = place->id, .with_cancelled = true}, now, 200)) {
        auto& lines = session->day == today ? view.today : view.later;
        // What is cancelled in weeks nobody comes for: it is in the way of what is held.
        if (session->status == Status::cancelled && session->day > base::add_days(today, days_told_of_cancelled)) continue;
        if (lines.size() < most_on_screen) lines.push_back(line_of(pages, *activity, *session, page));
    }
    std::vector<calendar::Interval> helped;
    for (const auto& [begin, end] : self.neighbours.directory.beside(tenant.id, *place).drop_in) helped.push_back({begin, end});
    // Two who help at once are one time to come.
    for (const auto& [begin, end] : calendar::busy(std::move(helped))) {
        const auto day = base::to_civil(begin, tenant.zone), until = base::to_civil(end, tenant.zone);
        auto hours = page.t(TEXT("{from}–{to}"), {{"from", page.translator().time(day.hour, day.minute)},
                                                  {"to", page.translator().time(until.hour, until.minute)}});
        if (day.date == today) view.drop_in += (view.drop_in.empty() ? "" : ", ") + hours;
        else if (view.next_drop_in.empty())
            view.next_drop_in = page.translator().weekday(day.weekday) + " " + page.translator().date(day.date) + ", " + hours;
    }
    if (self.queue_lines) view.queue = self.queue_lines(place->id, page);
    auto response = html::render_page(page, templates::screen_page(view, page));
    response.for_once = true;
    if (!view.stands_still) response.headers.emplace_back("Refresh", "60");
    return response;
}

}  // namespace digilots::activities
