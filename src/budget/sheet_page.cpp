// One budget: lines by years, who pays, what the checks say, how each amount comes about.
#include <algorithm>

#include "budget/kinds.h"
#include "budget/tables.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/base/exact.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"

namespace digilots::budget {

namespace {

using html::components::Mark, html::components::MarkColour;

Mark mark_of_level(Level level, const html::Page& page) {
    const auto colour = level == Level::ok        ? MarkColour::green
                        : level == Level::note    ? MarkColour::unknown
                        : level == Level::warning ? MarkColour::yellow
                                                  : MarkColour::red;
    return {.colour = colour, .word = page.t(level_in_words(level))};
}

std::vector<Arithmetic> arithmetic_of_lines(const Budget& budget, const html::Page& page) {
    const auto& words = page.translator();
    std::vector<Arithmetic> all;
    for (const auto& line : budget.lines) {
        if (line.calculations.empty()) continue;
        Arithmetic one{.line = line.title, .steps = {}, .sum = ""};
        for (const auto& calculation : line.calculations) {
            auto step = calculation.role + (calculation.extent.empty() ? "" : " (" + calculation.extent + ")") + ": ";
            const auto reckoned = arithmetic_of(calculation, budget.rounding, words);
            step += reckoned.empty() ? page.t("not all of it is known") : reckoned;
            if (calculation.stated)
                step += ". " + page.t("Stated: {amount}.", {{"amount", money_text(*calculation.stated, words)}});
            if (!calculation.note.empty()) step += " " + calculation.note;
            one.steps.push_back(std::move(step));
        }
        const auto computed = line.computed(budget.rounding), entered = line.entered();
        if (computed && entered)
            one.sum = page.t("Computed {computed}, entered {entered}, difference {difference}.",
                             {{"computed", money_text(*computed, words)},
                              {"entered", money_text(*entered, words)},
                              {"difference", money_text(*entered - *computed, words)}});
        if (!line.rounding_note.empty()) one.sum += " " + line.rounding_note;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<html::components::SummaryItem> facts_of(const Budget& budget, const Kinds& kinds, const html::Page& page) {
    const auto& responsible = *kinds.budgets.declaration().find("responsible");
    register_::Record record;
    record.columns["responsible"] = budget.responsible;
    auto around = kinds.around(page.request().tenant->id);
    around.words = &page.translator();
    around.links = &kinds.budgets.others().links;
    std::vector<html::components::SummaryItem> facts{
        {page.t("Years"), {budget.years_text()}},
        {page.t("Currency"), {budget.currency}}};
    if (!budget.funder.empty()) facts.push_back({page.t("Who gives the money"), {budget.funder}});
    if (!budget.responsible.empty())
        facts.push_back({page.t("Who keeps the accounts"), responsible.type->show(responsible, record, around).lines});
    if (budget.overhead_cap)
        facts.push_back({page.t("Overhead at most, of wages"), {percent_text(*budget.overhead_cap, page.translator())}});
    const auto stored = kinds.budgets.find(page.request().tenant->id, budget.id);
    const auto* part = kinds.budgets.declaration().find("node");
    if (stored && !stored->text("node").empty())
        facts.push_back({page.t(part->title),
                         part->type->show(*part, *stored, around).lines,
                         page.tenant_url("/staff/plan/" + stored->text("node"))});
    if (!budget.note.empty()) facts.push_back({page.t("Note"), {budget.note}});
    return facts;
}

std::vector<html::Link> links_of(const Budget& budget, const html::Page& page) {
    const auto here = page.tenant_url("/staff/budgets/" + budget.id);
    return {
        {page.t("What was paid, and what is foreseen"), here + "/spent"},
        {page.t("What each activity and each person cost"), here + "/results"},
        {page.t("For whoever gives the money (PDF)"), here + "/budget.pdf"},
        {page.t("The same as a spreadsheet (XLSX)"), here + "/budget.xlsx"},
        {page.t("Accounts for whoever gives the money (XLSX)"), here + "/funder.xlsx"},
        {page.t("The same as CSV"), here + "/budget.csv"},
        {page.t("Lines, to take out and in as a table"), page.tenant_url("/staff/budget-lines?budget=" + budget.id)},
        {page.t("Financing, to take out and in as a table"), page.tenant_url("/staff/budget-sources?budget=" + budget.id)},
        {page.t("Name, years and rules"), page.tenant_url("/staff/budget-settings/" + budget.id)},
        {page.t("After the project"), page.tenant_url("/staff/after-projects?budget=" + budget.id)}};
}

/// What whoever writes down a decision has seen: where it is another sum by then, they are told.
std::string sum_seen(const Budget& budget) {
    const auto total = budget.total();
    return total ? "&total=" + base::exact_text(*total, 2) : "";
}

std::vector<html::Link> ways_to_add(const Budget& budget, const html::Page& page) {
    const auto to = [&](i18n::Text title, const char* path) {
        return html::Link{page.t(title), page.tenant_url(std::string(path) + "/new?budget=" + budget.id)};
    };
    return {to(TEXT("Add a line"), "/staff/budget-lines"),
            {page.t("Add a calculation"), page.tenant_url("/staff/budget-calculations/new")},
            to(TEXT("Add a source of money"), "/staff/budget-sources"),
            to(TEXT("Add a role"), "/staff/budget-shares"),
            to(TEXT("Add a frame"), "/staff/budget-frames"),
            {page.t("Add a decision"), page.tenant_url("/staff/budget-approvals/new?budget=" + budget.id + sum_seen(budget))},
            to(TEXT("Add a decision of a group"), "/staff/bodies/decisions"),
            to(TEXT("Add what a partner gives"), "/staff/budget-contributions"),
            to(TEXT("Add a plan"), "/staff/after-projects")};
}

}  // namespace

http::Response sheet_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    html::Page page(request);
    page.title = budget->title;
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Budgets"), page.tenant_url("/staff/budgets")}};
    SheetView view{.facts = facts_of(*budget, *pages.kinds, page),
                   .costs = cost_table(*budget, page),
                   .financing = financing_table(*budget, page),
                   .shares = share_table(*budget, page),
                   .approvals = approval_table(*budget, page),
                   .changed = changed_table(*budget, page),
                   .contributions = contribution_table(*budget, page),
                   .parts = parts_of_sources(*budget, page),
                   .arithmetic = arithmetic_of_lines(*budget, page),
                   .links = links_of(*budget, page)};
    if (pages.kinds->decided) view.decided = pages.kinds->decided(budget->id, page);
    for (const auto& check : checks_of(*budget, page.translator()))
        view.checks.push_back({mark_of_level(check.level, page), check.text});
    if (http::may(request, http::Role::coordinator)) {
        view.amounts_url = page.tenant_url("/staff/budgets/" + budget->id + "/amounts");
        view.add_links = ways_to_add(*budget, page);
    }
    return html::render_page(page, templates::sheet_page(view, page));
}

}  // namespace digilots::budget
