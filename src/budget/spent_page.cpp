// What was paid beside what was planned, what is foreseen, frames, trips.
#include "budget/kinds.h"
#include "budget/sql.h"
#include "budget/tables.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"

namespace digilots::budget {

namespace {

html::components::Table trip_table(const Kinds& kinds, const Budget& budget, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("Trips"),
        .columns = {{page.t("Trip")}, {page.t("What for")}, {page.t("Day")}, {page.t("Amount"), true}},
        .empty = page.t("No trip was paid yet.")};
    const auto trips = kinds.database.read([&](db::Connection& connection) {
        return connection.query(sql::trips_of_budget, page.request().tenant->id, budget.id);
    });
    for (const auto row : trips) {
        const auto day = base::parse_date(row.text("day"));
        table.rows.push_back({{.text = row.text("trip")},
                              {.text = row.text("title")},
                              {.text = day ? page.translator().date(*day) : ""},
                              {.text = amount_text(row.integer("amount"), page.translator())}});
    }
    return table;
}

}  // namespace

http::Response spent_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("What was paid of {title}", {{"title", budget->title}});
    page.staff = true;
    page.indexable = false;
    const auto here = page.tenant_url("/staff/budgets/" + budget->id);
    page.breadcrumbs = {{page.t("Budgets"), page.tenant_url("/staff/budgets")}, {budget->title, here}};
    const auto today = pages.kinds->around(request.tenant->id).today;
    SpentView view{
        .lines = spent_table(*budget, today, page),
        .frames = frame_table(*budget, page),
        .trips = trip_table(*pages.kinds, *budget, page),
        .how = page.t("Foreseen: what is paid until {date}, and of what was planned the part of the days that are left.",
                      {{"date", page.translator().date(today)}}),
        .back_url = here,
        .list_url = page.tenant_url("/staff/budget-actuals")};
    view.maybe_twice = maybe_paid_twice(*pages.kinds, *budget, page);
    if (http::may(request, http::Role::coordinator)) view.add_url = page.tenant_url("/staff/budget-actuals/new");
    return html::render_page(page, templates::spent_page(view, page));
}

}  // namespace digilots::budget
