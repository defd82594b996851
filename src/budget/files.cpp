// A budget, its financing and accounts for whoever gives the money: on paper, as a spreadsheet, as CSV.
#include "budget/kinds.h"
#include "budget/tables.h"
#include "platform/html/error_page.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::budget {

namespace {

using html::components::Cell, html::components::Table;

std::string words_of_cell(const Cell& cell, const html::Page& page) {
    return cell.unknown ? page.t("unknown") : cell.text;
}

print::Table on_paper(const Table& table, const html::Page& page) {
    print::Table printed{.caption = table.caption, .headers = {}, .rows = {}};
    for (const auto& column : table.columns) printed.headers.push_back({column.title});
    const auto add = [&](const std::vector<Cell>& cells) {
        auto& row = printed.rows.emplace_back();
        for (const auto& cell : cells)
            row.push_back({.words = words_of_cell(cell, page), .whole = &cell != &cells.front()});
    };
    for (const auto& row : table.rows) add(row);
    if (!table.total.empty()) add(table.total);
    return printed;
}

void add_part(print::Document& document, const std::string& heading, const Table& table, const html::Page& page) {
    if (table.rows.empty()) return;
    document.blocks.push_back({print::Heading{2, {heading}}});
    document.blocks.push_back({on_paper(table, page)});
}

print::Document document_of(const Budget& budget, base::Date today, const html::Page& page) {
    const auto& language = page.translator().language();
    const auto& tenant = *page.request().tenant;
    print::Document document{.title = budget.title, .language = language.code == "sv-easy" ? "sv" : language.code};
    document.right_to_left = language.right_to_left;
    document.footer = i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({print::Heading{1, {budget.title}}});
    if (!budget.funder.empty()) document.blocks.push_back({print::Paragraph{{budget.funder}, print::Emphasis::lead}});
    add_part(document, page.t("Costs"), cost_table(budget, page), page);
    add_part(document, page.t("Financing"), financing_table(budget, page), page);
    print::List list;
    for (const auto& part : parts_of_sources(budget, page)) list.items.push_back({{part}});
    for (const auto& check : checks_of(budget, page.translator())) list.items.push_back({{check.text}});
    if (!list.items.empty()) document.blocks.push_back({std::move(list)});
    add_part(document, page.t("Planned and paid until {date}", {{"date", page.translator().date(today)}}),
             spent_table(budget, today, page), page);
    add_part(document, page.t("Who works, and who pays"), share_table(budget, page), page);
    add_part(document, page.t("Outside of the calculation"), contribution_table(budget, page), page);
    add_part(document, page.t("Approvals"), approval_table(budget, page), page);
    add_part(document, page.t("Changed since the approval"), changed_table(budget, page), page);
    return document;
}

tables::Cell in_kronor(const std::optional<std::int64_t>& ore) {
    return ore ? tables::Cell::exact(*ore, 2) : tables::Cell("");
}

/// Line by line with its years as numbers: costs, then who pays.
template <class Writer>
void write_rows(Writer& writer, const Budget& budget, const html::Page& page) {
    tables::Row head{page.t("Part"), page.t("What"), page.t("Kind")};
    for (std::size_t at = 0; at < budget.years(); ++at) head.emplace_back(std::to_string(budget.year(at)));
    head.emplace_back(page.t("Total"));
    head.emplace_back(page.t("Paid"));
    head.emplace_back(page.t("Currency"));
    writer.line(head);
    const auto add = [&](std::string part, std::string title, std::string kind, const Amounts& amounts,
                         std::optional<std::int64_t> paid) {
        tables::Row row{std::move(part), std::move(title), std::move(kind)};
        for (std::size_t at = 0; at < budget.years(); ++at) row.push_back(in_kronor(amounts[at]));
        row.push_back(in_kronor(sum_of(amounts)));
        row.push_back(in_kronor(paid));
        row.emplace_back(budget.currency);
        writer.line(row);
    };
    std::int64_t all_paid = 0;
    for (const auto& line : budget.lines) {
        all_paid += line.spent;
        add(page.t("Costs"), line.title, page.t(kind_title(line.kind)), line.amounts, line.spent);
    }
    add(page.t("Costs"), page.t("All costs"), "", budget.costs(), all_paid);
    for (const auto& source : budget.sources) add(page.t("Financing"), source.title, "", source.amounts, std::nullopt);
    add(page.t("Financing"), page.t("All financing"), "", budget.financing(), std::nullopt);
}

}  // namespace

http::Response budget_pdf(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const html::Page page(request);
    const auto today = pages.kinds->around(request.tenant->id).today;
    return print::pdf_answer(document_of(*budget, today, page), file_name(*budget, ".pdf"));
}

http::Response budget_xlsx(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const html::Page page(request);
    tables::XlsxWriter sheet(budget->title);
    write_rows(sheet, *budget, page);
    sheet.next_sheet(page.t("What the arithmetic says"));
    sheet.line({page.t("Level"), page.t("What it says")});
    for (const auto& check : checks_of(*budget, page.translator()))
        sheet.line({page.t(level_in_words(check.level)), check.text});
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(*budget, ".xlsx"));
}

http::Response budget_csv(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const html::Page page(request);
    tables::CsvWriter csv;
    write_rows(csv, *budget, page);
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", file_name(*budget, ".csv"));
}

}  // namespace digilots::budget
