#include "budget/budget.h"
#include "budget/kinds.h"

namespace digilots::budget {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{{MenuPlace::staff,
                       330,
                       TEXT("Budgets"),
                       "/staff/budgets",
                       Role::guide,
                       {"/staff/budget-settings", "/staff/budget-lines", "/staff/budget-calculations",
                        "/staff/budget-sources", "/staff/budget-shares", "/staff/budget-actuals", "/staff/budget-frames",
                        "/staff/budget-approvals", "/staff/budget-contributions", "/staff/reference-costs",
                        "/staff/saving-estimates", "/staff/after-projects", "/staff/consequences"}},
                      {MenuPlace::staff, 331, TEXT("Grants"), "/staff/grants", Role::guide, {"/staff/grant-steps"}}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT(
         "Colleagues see who wrote and changed a budget and what was paid. It is kept as the municipality’s accounts are. "
         "Nothing in it tells of a resident.")}};

http::Routes routes_with(const std::shared_ptr<Kinds>& kinds, const Slices& all) {
    kinds->measures = all_of(all, &Slice::measures);
    const auto page = http::handlers_with(Pages{kinds, kinds->measures});
    const std::string all_budgets = "/{municipality}/staff/budgets", one = all_budgets + "/{id}";
    const std::string api = "/api/v1/{municipality}/budgets";
    return {{Method::get, all_budgets, Access::guide, page(list_page)},
            {Method::get, one, Access::guide, page(sheet_page)},
            {Method::get, one + "/amounts", Access::coordinator, page(amounts_page)},
            {Method::post, one + "/amounts", Access::coordinator, page(save_amounts_page)},
            {Method::get, one + "/spent", Access::guide, page(spent_page)},
            {Method::get, one + "/session-costs", Access::guide, page(session_costs_page)},
            {Method::get, one + "/results", Access::guide, page(results_page)},
            {Method::get, one + "/budget.pdf", Access::guide, page(budget_pdf), {}, {}, http::Effort::drawing},
            {Method::get, one + "/budget.xlsx", Access::guide, page(budget_xlsx), {}, {}, http::Effort::drawing},
            {Method::get, one + "/funder.xlsx", Access::guide, page(funder_xlsx), {}, {}, http::Effort::drawing},
            {Method::get, one + "/budget.csv", Access::guide, page(budget_csv)},
            {Method::get, api, Access::anyone_or(read_budgets), page(list_for_api)},
            {Method::get, api + "/{id}", Access::anyone_or(read_budgets), page(budget_for_api)}};
}

}  // namespace

Slice slice(db::Database& database, const base::Clock& clock, Neighbours neighbours) {
    const auto kinds =
        std::make_shared<Kinds>(database, clock, neighbours.municipalities, neighbours.versions, neighbours.others);
    kinds->decided = std::move(neighbours.decided);
    kinds->session_costs = std::move(neighbours.session_costs);
    return {
        .name = "budget",
        .routes = [kinds](const Slices& all) { return routes_with(kinds, all); },
        .registers = kinds->all(),
        .menu = menu,
        .scopes = {&read_budgets},
        .privacy = privacy,
        .duties = duties(*kinds),
        .plan_mapping = [kinds](std::string_view json,
                                const std::string& file) { return plan_mapping(*kinds, json, file); },
        .load_demo = [kinds](const Demo& demo) { load_demo(*kinds, demo); },
        .owns = kinds,
    };
}

}  // namespace digilots::budget
