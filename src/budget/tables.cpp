#include "budget/tables.h"

#include <algorithm>

#include "budget/approved.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"

namespace digilots::budget {

namespace {

using html::components::Cell, html::components::Table;

Cell amount_cell(const std::optional<std::int64_t>& ore, const html::Page& page) {
    return ore ? Cell{.text = amount_text(*ore, page.translator())} : Cell{.text = "", .unknown = true};
}

Table by_years(const Budget& budget, const html::Page& page, std::string caption, std::string first) {
    Table table{.caption = std::move(caption), .columns = {{std::move(first)}}};
    for (std::size_t at = 0; at < budget.years(); ++at) table.columns.push_back({std::to_string(budget.year(at)), true});
    table.columns.push_back({page.t("Total"), true});
    return table;
}

std::vector<Cell> row_by_years(const Budget& budget, Cell first, const Amounts& amounts, const html::Page& page) {
    std::vector<Cell> row{std::move(first)};
    for (std::size_t at = 0; at < budget.years(); ++at) row.push_back(amount_cell(amounts[at], page));
    row.push_back(amount_cell(sum_of(amounts), page));
    return row;
}

std::string in_currency(const Budget& budget, const html::Page& page, i18n::Text caption) {
    return page.t(caption, {{"currency", budget.currency}});
}

/// "Training, premises": the lines that are named.
std::string line_names(const Budget& budget, const std::vector<std::string>& ids) {
    std::vector<std::string> titles;
    for (const auto& id : ids)
        if (const auto* line = budget.line(id)) titles.push_back(line->title);
    return base::joined(titles, ", ");
}

std::string part_of(const Budget& budget, const html::Page& page, i18n::Text with_lines, i18n::Text without,
                    std::int64_t amount, const std::vector<std::string>& lines) {
    const auto names = line_names(budget, lines);
    return page.t(names.empty() ? without : with_lines,
                  {{"amount", money_text(amount, page.translator())}, {"lines", names}});
}

std::string decision_text(const std::string& decision, const html::Page& page) {
    if (decision == "approved") return page.t("Approved");
    return decision == "noted" ? page.t("Noted") : page.t("Rejected");
}

}  // namespace

Table cost_table(const Budget& budget, const html::Page& page) {
    auto table =
        by_years(budget, page, in_currency(budget, page, TEXT("Costs by line and year, in {currency}")), page.t("Line"));
    table.empty = page.t("No line yet.");
    for (const auto& line : budget.lines)
        table.rows.push_back(row_by_years(
            budget, {.text = line.title, .url = page.tenant_url("/staff/budget-lines/" + line.id)}, line.amounts, page));
    table.total = row_by_years(budget, {.text = page.t("All costs")}, budget.costs(), page);
    return table;
}

Table financing_table(const Budget& budget, const html::Page& page) {
    auto table = by_years(budget, page, in_currency(budget, page, TEXT("Financing by source and year, in {currency}")),
                          page.t("Who pays"));
    table.empty = page.t("No source of money yet.");
    for (const auto& source : budget.sources)
        table.rows.push_back(
            row_by_years(budget, {.text = source.title, .url = page.tenant_url("/staff/budget-sources/" + source.id)},
                         source.amounts, page));
    table.total = row_by_years(budget, {.text = page.t("All financing")}, budget.financing(), page);
    return table;
}

Table share_table(const Budget& budget, const html::Page& page) {
    Table table{.caption = page.t("Who works, and who pays"),
                .columns = {{page.t("Role")},
                            {page.t("Share of full time"), true},
                            {page.t("Who pays it")},
                            {page.t("In the budget")}},
                .empty = page.t("Nobody yet.")};
    constexpr std::int64_t tenth = 10;
    for (const auto& share : budget.shares)
        table.rows.push_back({{.text = share.role, .url = page.tenant_url("/staff/budget-shares/" + share.id)},
                              share.percent ? Cell{.text = percent_text(*share.percent * tenth, page.translator())}
                                            : Cell{.text = "", .unknown = true},
                              {.text = share.payer, .unknown = share.payer.empty()},
                              {.text = share.is_own_cost ? page.t("No: who takes part bears it") : page.t("Yes")}});
    return table;
}

Table approval_table(const Budget& budget, const html::Page& page) {
    Table table{.caption = page.t("Approvals"),
                .columns = {{page.t("Body that decided")},
                            {page.t("Decision")},
                            {page.t("Day")},
                            {page.t("Edition"), true},
                            {page.t("Sum approved"), true},
                            {page.t("Reference")}},
                .empty = page.t("No body has decided yet.")};
    for (const auto& approval : budget.approvals)
        table.rows.push_back(
            {{.text = approval.body, .url = page.tenant_url("/staff/budget-approvals/" + approval.id)},
             {.text = decision_text(approval.decision, page)},
             approval.day ? Cell{.text = page.translator().date(*approval.day)} : Cell{.text = "", .unknown = true},
             {.text = approval.edition ? std::to_string(*approval.edition) : "–"},
             approval.approved ? amount_cell(approval.approved->total(), page) : Cell{.text = "–"},
             {.text = approval.reference, .unknown = approval.reference.empty()}});
    return table;
}

Table changed_table(const Budget& budget, const html::Page& page) {
    const auto* last = budget.last_approval();
    if (!last || !last->approved) return {};
    const auto changed = changed_since(*last->approved, budget);
    Table table{.caption = in_currency(budget, page, TEXT("Approved → now, in {currency}")), .columns = {{page.t("Line")}}};
    for (std::size_t at = 0; at < budget.years(); ++at) table.columns.push_back({std::to_string(budget.year(at)), true});
    const auto said = [&](const std::optional<std::int64_t>& amount) {
        return amount ? amount_text(*amount, page.translator()) : page.t("unknown");
    };
    const auto cell_of = [&](const ChangedRow& row, std::size_t at) -> Cell {
        if (!row.before) return {.text = page.t("added since") + " → " + said((*row.now)[at])};
        if (!row.now) return {.text = said((*row.before)[at]) + " → " + page.t("taken away")};
        const auto &before = (*row.before)[at], &now = (*row.now)[at];
        return {.text = before == now ? said(now) : said(before) + " → " + said(now)};
    };
    for (const auto* rows : {&changed.lines, &changed.sources})
        for (const auto& row : *rows) {
            auto& cells = table.rows.emplace_back();
            cells.push_back({.text = row.title});
            for (std::size_t at = 0; at < budget.years(); ++at) cells.push_back(cell_of(row, at));
        }
    return table;
}

Table contribution_table(const Budget& budget, const html::Page& page) {
    Table table{.caption = page.t("Given by partners, outside of the calculation"),
                .columns = {{page.t("Partner")}, {page.t("Worth about"), true}, {page.t("Note")}},
                .empty = page.t("Nothing yet.")};
    for (const auto& one : budget.contributions)
        table.rows.push_back({{.text = one.partner, .url = page.tenant_url("/staff/budget-contributions/" + one.id)},
                              amount_cell(one.estimated, page),
                              {.text = one.note, .unknown = one.note.empty()}});
    return table;
}

Table spent_table(const Budget& budget, base::Date today, const html::Page& page) {
    Table table{.caption = in_currency(budget, page, TEXT("Planned, paid and foreseen, in {currency}")),
                .columns = {{page.t("Line")},
                            {page.t("Planned"), true},
                            {page.t("Paid"), true},
                            {page.t("Left"), true},
                            {page.t("Foreseen at the end"), true}},
                .empty = page.t("No line yet.")};
    const bool has_sessions =
        std::ranges::any_of(budget.lines, [](const Line& line) { return !line.session_costs.empty(); });
    if (has_sessions) table.columns.push_back({page.t("Of what was paid, written at sessions"), true});
    std::optional<std::int64_t> foreseen;
    std::int64_t paid = 0, at_sessions = 0;
    for (const auto& line : budget.lines) {
        const auto planned = line.entered(), at_the_end = forecast_of(budget, line, today);
        if (at_the_end) foreseen = foreseen.value_or(0) + *at_the_end;
        paid += line.spent;
        table.rows.push_back({{.text = line.title, .url = page.tenant_url("/staff/budget-actuals?line=" + line.id)},
                              amount_cell(planned, page),
                              amount_cell(line.spent, page),
                              amount_cell(planned ? std::optional(*planned - line.spent) : std::nullopt, page),
                              amount_cell(at_the_end, page)});
        if (!has_sessions) continue;
        auto& cell = table.rows.back().emplace_back(amount_cell(line.from_sessions, page));
        if (line.from_sessions != 0)
            cell.url = page.tenant_url("/staff/budgets/" + budget.id + "/session-costs?line=" + line.id);
        at_sessions += line.from_sessions;
    }
    const auto planned = budget.total();
    table.total = {{.text = page.t("All costs")},
                   amount_cell(planned, page),
                   amount_cell(paid, page),
                   amount_cell(planned ? std::optional(*planned - paid) : std::nullopt, page),
                   amount_cell(foreseen, page)};
    if (has_sessions) table.total.push_back(amount_cell(at_sessions, page));
    return table;
}

Table frame_table(const Budget& budget, const html::Page& page) {
    Table table{.caption = page.t("Frames of costs"),
                .columns = {{page.t("Frame")}, {page.t("At most"), true}, {page.t("Paid"), true}, {page.t("Lines")}},
                .empty = page.t("No frame yet.")};
    for (const auto& frame : budget.frames) {
        std::int64_t paid = 0;
        for (const auto& id : frame.lines)
            if (const auto* line = budget.line(id)) paid += line->spent;
        const auto names = line_names(budget, frame.lines);
        table.rows.push_back({{.text = frame.title, .url = page.tenant_url("/staff/budget-frames/" + frame.id)},
                              amount_cell(frame.maximum, page),
                              amount_cell(paid, page),
                              {.text = names, .unknown = names.empty()}});
    }
    return table;
}

std::vector<std::string> parts_of_sources(const Budget& budget, const html::Page& page) {
    std::vector<std::string> parts;
    for (const auto& source : budget.sources) {
        if (!source.in_kind && !source.cash) continue;
        auto text = source.title + ":";
        if (source.in_kind)
            text += " " + part_of(budget, page, TEXT("{amount} in kind, for {lines}."), TEXT("{amount} in kind."),
                                  *source.in_kind, source.in_kind_lines);
        if (source.cash)
            text += " " + part_of(budget, page, TEXT("{amount} in cash, for {lines}."), TEXT("{amount} in cash."),
                                  *source.cash, source.cash_lines);
        if (source.is_approximate) text += " " + page.t("Both are approximate.");
        parts.push_back(std::move(text));
    }
    return parts;
}

std::string file_name(const Budget& budget, const char* ending) {
    return base::slug(budget.title) + "-" + std::to_string(budget.first_year) + "-" + std::to_string(budget.last_year) +
           ending;
}

}  // namespace digilots::budget
