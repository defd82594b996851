// Days of the plan in other calendars: of what everyone may see, and of one part by a secret link for its partners.
#include "plan/pages.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/uuid.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/wall_time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/site_address.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_token = 100;

/// A whole day on which nobody is busy.
calendar::Event day_event(const std::string& uid, std::string summary, base::Date day) {
    calendar::Event event;
    event.uid = uid + "@digilots";
    event.summary = std::move(summary);
    event.whole_days = true;
    event.when = {.first = calendar::wall_time(day, 0), .length = std::chrono::hours(24)};
    event.takes_time = false;
    return event;
}

/// A day that moves is a new sequence of the same event.
calendar::Event changed_event(calendar::Event event, std::int64_t version, const std::string& changed_at) {
    event.sequence = version;
    event.changed = base::parse_utc(changed_at).value_or(base::Instant{});
    return event;
}

void add_days_of(calendar::Calendar& days, const Plan& plan, const Node& node, const html::Page& page) {
    const auto name = plan.name_of(node);
    for (const auto* one : plan.milestones_of(node.id)) {
        if (!one->deadline) continue;
        auto event =
            changed_event(day_event("milestone-" + one->id, one->title, *one->deadline), one->version, one->changed_at);
        event.description = name;
        days.events.push_back(std::move(event));
    }
    if (!node.ends) return;
    days.events.push_back(changed_event(day_event("plan-end-" + node.id, page.t("Ends: {name}", {{"name", name}}), *node.ends),
                                        node.version, node.changed_at));
}

http::Response as_calendar(const calendar::Calendar& days) {
    return http::text(calendar::to_icalendar(days), "text/calendar; charset=utf-8");
}

std::string name_of_calendar(const std::string& what, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    return what + ", " + tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : "");
}

http::Response show_calendar_of_part(const Pages& pages, const http::Request& request, const std::string& secret) {
    const auto& kinds = *pages.kinds;
    const auto plan = kinds.kept.of(request.tenant->id);
    const auto* node = plan->find(request.parameter("id"));
    if (!node) return html::error_page(request, 404);
    auto page = plan_page_of(request, html::Page(request).t("Days of this part in a partner’s calendar"));
    const auto here = page.tenant_url("/staff/plan/" + node->id);
    page.breadcrumbs.push_back({plan->name_of(*node), here});
    CalendarView view{.url = here + "/calendar", .end_url = here + "/calendar/end", .back_url = here, .secret = secret};
    view.is_ended = request.query.has("ended");
    kinds.database.read([&](db::Connection& connection) {
        const auto rows = connection.query(sql::calendar_of, request.tenant->id, node->id);
        const auto since = rows.empty() ? std::nullopt : base::parse_utc(rows[0].text("created_at"));
        view.since = since ? page.translator().date(base::to_civil(*since, request.tenant->zone).date) : "";
    });
    return never_kept(html::render_page(page, templates::calendar_page(view, page)));
}

void note_calendar(db::Connection& connection, const http::Request& request, const char* what, base::Instant now) {
    audit::record(connection,
                  {request.tenant->id, request.identity->account_id, what,
                   "plan_node:" + std::string(request.parameter("id")), ""},
                  now);
}

}  // namespace

http::Response public_calendar(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    calendar::Calendar days{name_of_calendar(page.t("Milestones"), page), request.tenant->zone};
    for (const auto& [node, depth] : plan->placed())
        if (is_public(*plan, *node)) add_days_of(days, *plan, *node, page);
    return as_calendar(days);
}

http::Response calendar_page(const Pages& pages, const http::Request& request) {
    return show_calendar_of_part(pages, request, "");
}

// The link is in this answer and nowhere else.
http::Response make_calendar(const Pages& pages, const http::Request& request) {
    const auto& municipality = request.tenant->id;
    const auto plan = pages.kinds->kept.of(municipality);
    const auto* node = plan->find(request.parameter("id"));
    if (!node) return html::error_page(request, 404);
    const auto secret = base::random_token();
    const auto now = pages.kinds->clock.now();
    pages.kinds->database.write([&](db::Connection& connection) {
        connection.execute(sql::set_calendar, base::sha256_hex(secret), municipality, node->id, base::format_utc(now));
        note_calendar(connection, request, "plan calendar shared", now);
    });
    const auto path = html::Page(request).tenant_url("/plan/" + secret + "/calendar.ics");
    return show_calendar_of_part(pages, request, http::site_address(request) + path);
}

http::Response end_calendar(const Pages& pages, const http::Request& request) {
    const auto& municipality = request.tenant->id;
    const std::string id(request.parameter("id"));
    const auto now = pages.kinds->clock.now();
    pages.kinds->database.write([&](db::Connection& connection) {
        if (connection.execute(sql::delete_calendar, municipality, id) > 0)
            note_calendar(connection, request, "plan calendar ended", now);
    });
    return http::see_other(html::Page(request).tenant_url("/staff/plan/" + id + "/calendar?ended=1"));
}

http::Response partner_calendar(const Pages& pages, const http::Request& request) {
    const auto token = request.parameter("token");
    const auto& municipality = request.tenant->id;
    std::string id;
    if (!token.empty() && token.size() <= longest_token)
        id = pages.kinds->database.read([&](db::Connection& connection) {
            const auto rows = connection.query(sql::find_calendar, base::sha256_hex(token), municipality);
            return rows.empty() ? std::string() : rows[0].text("node");
        });
    const auto plan = pages.kinds->kept.of(municipality);
    const auto* node = plan->find(id);
    if (!node) return html::error_page(request, 404);
    const html::Page page(request);
    calendar::Calendar days{name_of_calendar(plan->name_of(*node), page), request.tenant->zone};
    for (const auto* part : plan->all_below(*node)) add_days_of(days, *plan, *part, page);
    auto response = as_calendar(days);
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return never_kept(std::move(response));
}

}  // namespace digilots::plan
