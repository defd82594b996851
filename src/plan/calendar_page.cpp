// Making and ending the secret link by which a partner's calendar reads a part's days.
#include "plan/pages.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/site_address.h"

namespace digilots::plan {

namespace {

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
    const auto plan = pages.kinds->kept.of(municipality);
    if (!plan->find(id)) return html::error_page(request, 404);
    const auto now = pages.kinds->clock.now();
    pages.kinds->database.write([&](db::Connection& connection) {
        if (connection.execute(sql::delete_calendar, municipality, id) > 0)
            note_calendar(connection, request, "plan calendar ended", now);
    });
    return http::see_other(html::Page(request).tenant_url("/staff/plan/" + id + "/calendar?ended=1"));
}

}  // namespace digilots::plan
