// What staff wrote at sessions and the budget counts as paid, one line for each cost of each session.
#include <string>
#include <utility>

#include "budget/kinds.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"

namespace digilots::budget {

namespace {

using html::components::Cell;

constexpr std::size_t most_costs_listed = 1000;

const Line* line_that_pays(const Budget& budget, const std::string& cost) {
    for (const auto& line : budget.lines)
        if (base::holds(line.session_costs, cost)) return &line;
    return nullptr;
}

Cell known_or_unknown(const std::string& text) {
    return {.text = text, .unknown = text.empty()};
}

html::components::Table empty_table(const Budget& budget, const html::Page& page) {
    return {.caption = page.t("Costs written at sessions, in {currency}", {{"currency", budget.currency}}),
            .columns = {{page.t("Day")},
                        {page.t("Activity")},
                        {page.t("Kind of cost")},
                        {page.t("Line")},
                        {page.t("Amount"), true},
                        {page.t("Written by")}},
            .empty = page.t("No session says that it cost what the budget pays.")};
}

/// Of one line, or of all.
SessionCostsView view_of(const Budget& budget, const Line* of, const std::vector<SessionCost>& written, const html::Page& page) {
    SessionCostsView view{.table = empty_table(budget, page)};
    const auto amount = [&](std::int64_t ore) { return Cell{.text = amount_text(ore, page.translator())}; };
    std::int64_t sum = 0, left_out = 0;
    for (const auto& one : written) {
        const auto* line = line_that_pays(budget, one.cost);
        if (line == nullptr || (of != nullptr && line != of)) continue;
        sum += one.amount;
        if (view.table.rows.size() == most_costs_listed) {
            ++left_out;
            continue;
        }
        view.table.rows.push_back({{.text = page.translator().date(one.day), .url = page.tenant_url(one.path)},
                                   known_or_unknown(one.activity),
                                   {.text = page.t(one.title)},
                                   {.text = line->title, .url = page.tenant_url("/staff/budget-lines/" + line->id)},
                                   amount(one.amount),
                                   known_or_unknown(one.written_by)});
    }
    if (!view.table.rows.empty())
        view.table.total = {{.text = page.t("Sum")}, {.text = ""}, {.text = ""}, {.text = ""}, amount(sum), {.text = ""}};
    if (left_out > 0)
        view.about.push_back(page.tn("{n} more cost is not listed; the sum counts it.",
                                     "{n} more costs are not listed; the sum counts them.", left_out));
    return view;
}

}  // namespace

http::Response session_costs_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const std::string asked(request.query.get("line"));
    const auto* line = asked.empty() ? nullptr : budget->line(asked);
    if (!asked.empty() && line == nullptr) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("Written at sessions: {title}", {{"title", line ? line->title : budget->title}});
    page.staff = true;
    page.indexable = false;
    const auto here = page.tenant_url("/staff/budgets/" + budget->id);
    page.breadcrumbs = {{page.t("Budgets"), page.tenant_url("/staff/budgets")}, {budget->title, here}};
    const auto& costs = pages.kinds->session_costs;
    const auto written = costs ? costs(request.tenant->id, days_of_years(*budget)) : std::vector<SessionCost>{};
    auto view = view_of(*budget, line, written, page);
    view.back_url = here + "/spent";
    return html::render_page(page, templates::session_costs_page(view, page));
}

}  // namespace digilots::budget
