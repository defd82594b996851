// All budgets of a municipality.
#include <algorithm>

#include "budget/kinds.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/http/may.h"

namespace digilots::budget {

namespace {

using html::components::Cell;

std::string to_look_at(const Budget& budget, const html::Page& page) {
    const auto checks = checks_of(budget, page.translator());
    const auto number = std::ranges::count_if(checks, [](const Check& one) { return one.level >= Level::warning; });
    return number == 0 ? page.t("Nothing") : page.tn("{n} thing", "{n} things", number);
}

Cell total_cell(const Budget& budget, const html::Page& page) {
    const auto total = budget.total();
    return total ? Cell{.text = amount_text(*total, page.translator()) + "\u00A0" + budget.currency}
                 : Cell{.text = "", .unknown = true};
}

std::vector<html::Link> links_beside(const html::Page& page) {
    return {{page.t("Grants"), page.tenant_url("/staff/grants")},
            {page.t("Reference costs"), page.tenant_url("/staff/reference-costs")},
            {page.t("Estimates of savings"), page.tenant_url("/staff/saving-estimates")},
            {page.t("After the project"), page.tenant_url("/staff/after-projects")},
            {page.t("Consequences of proposals"), page.tenant_url("/staff/consequences")},
            {page.t("Names, years and rules of budgets"), page.tenant_url("/staff/budget-settings")},
            {page.t("All lines"), page.tenant_url("/staff/budget-lines")},
            {page.t("All payments"), page.tenant_url("/staff/budget-actuals")}};
}

}  // namespace

http::Response list_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Budgets");
    page.staff = true;
    page.indexable = false;
    const auto budgets = pages.kinds->kept.of(request.tenant->id);
    ListView view{.table = {.caption = page.t("Budgets, each in its own currency"),
                            .columns = {{page.t("Budget")},
                                        {page.t("Years")},
                                        {page.t("Who gives the money")},
                                        {page.t("Costs"), true},
                                        {page.t("Financing")},
                                        {page.t("To look at")}},
                            .empty = page.t("No budget yet. Add one, then its lines.")},
                  .links = links_beside(page)};
    for (const auto& budget : *budgets) {
        const auto state = page.t(state_in_words(budget));
        view.table.rows.push_back({{.text = budget.title, .url = page.tenant_url("/staff/budgets/" + budget.id)},
                                   {.text = budget.years_text()},
                                   {.text = budget.funder, .unknown = budget.funder.empty()},
                                   total_cell(budget, page),
                                   {.text = state},
                                   {.text = to_look_at(budget, page)}});
    }
    if (http::may(request, http::Role::coordinator)) view.add_url = page.tenant_url("/staff/budget-settings/new");
    return html::render_page(page, templates::list_page(view, page));
}

std::shared_ptr<const Budget> asked_budget(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.kinds->kept.of(request.tenant->id);
    const auto found = std::ranges::find(*snapshot, request.parameter("id"), &Budget::id);
    return found == snapshot->end() ? nullptr : std::shared_ptr<const Budget>(snapshot, &*found);
}

}  // namespace digilots::budget
