// The accounts as whoever gives the money asks for them: by its own headings, what was planned and paid, who
// paid what, the hours behind it, and what has to be explained.
#include <algorithm>

#include "budget/kinds.h"
#include "budget/tables.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/tables/xlsx_writer.h"

namespace digilots::budget {

namespace {

tables::Cell funder_kronor(const std::optional<std::int64_t>& ore) {
    return ore ? tables::Cell::exact(*ore, 2) : tables::Cell("");
}

tables::Cell in_decimals(const std::optional<std::int64_t>& number, int decimals) {
    return number ? tables::Cell::exact(*number, decimals) : tables::Cell("");
}

void put_about(tables::XlsxWriter& sheet, const Budget& budget, base::Date today, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    sheet.line({page.t("What"), page.t("Answer")});
    sheet.line({page.t("Project"), budget.title});
    sheet.line({page.t("Who gives the money"), budget.funder});
    sheet.line({page.t("Municipality"), tenant.name});
    sheet.line({page.t("Years"), budget.years_text()});
    sheet.line({page.t("Paid until"), base::format_date(today)});
    sheet.line({page.t("Currency"), budget.currency});
    for (const auto& one : budget.approvals)
        sheet.line(
            {page.t("Approved"), one.body + (one.day ? ", " + base::format_date(*one.day) : std::string())});
}

void put_accounts(tables::XlsxWriter& sheet, const Budget& budget, const html::Page& page) {
    tables::Row head{page.t("Heading")};
    for (std::size_t at = 0; at < budget.years(); ++at)
        head.emplace_back(page.t("Budget {year}", {{"year", std::to_string(budget.year(at))}}));
    for (const auto title :
         {TEXT("Budget in all"), TEXT("Paid"), TEXT("Left"), TEXT("Lines"), TEXT("Explanation")})
        head.emplace_back(page.t(title));
    sheet.line(head);
    const auto put = [&](const Heading& heading) {
        tables::Row row{heading.title};
        for (std::size_t at = 0; at < budget.years(); ++at) row.push_back(funder_kronor(heading.amounts[at]));
        const auto planned = sum_of(heading.amounts);
        row.push_back(funder_kronor(planned));
        row.push_back(funder_kronor(heading.spent));
        row.push_back(funder_kronor(planned.value_or(0) - heading.spent));
        row.emplace_back(heading.lines);
        row.emplace_back(heading.explanation);
        sheet.line(row);
    };
    Heading all{.title = page.t("All costs"), .amounts = budget.costs()};
    for (const auto& heading : headings_of(budget, page.translator())) {
        put(heading);
        all.spent += heading.spent;
    }
    put(all);
}

void put_financing(tables::XlsxWriter& sheet, const Budget& budget, const html::Page& page) {
    tables::Row head{page.t("Who pays")};
    for (std::size_t at = 0; at < budget.years(); ++at) head.emplace_back(std::to_string(budget.year(at)));
    for (const auto title : {TEXT("Total"), TEXT("In kind"), TEXT("In cash")})
        head.emplace_back(page.t(title));
    sheet.line(head);
    const auto put = [&](const std::string& title, const Amounts& amounts,
                         const std::optional<std::int64_t>& in_kind,
                         const std::optional<std::int64_t>& cash) {
        tables::Row row{title};
        for (std::size_t at = 0; at < budget.years(); ++at) row.push_back(funder_kronor(amounts[at]));
        row.push_back(funder_kronor(sum_of(amounts)));
        row.push_back(funder_kronor(in_kind));
        row.push_back(funder_kronor(cash));
        sheet.line(row);
    };
    for (const auto& source : budget.sources) put(source.title, source.amounts, source.in_kind, source.cash);
    put(page.t("All financing"), budget.financing(), std::nullopt, std::nullopt);
}

void put_work(tables::XlsxWriter& sheet, const Budget& budget, const html::Page& page) {
    sheet.line({page.t("Role"), page.t("Share of full time, in per cent"), page.t("Who pays it"),
                page.t("Hours planned"), page.t("Rate of an hour"), page.t("Outside of the budget")});
    for (const auto& share : budget.shares)
        sheet.line({share.role, in_decimals(share.percent, 1), share.payer,
                    in_decimals(share.hours, 2), funder_kronor(share.hourly_rate),
                    page.t(share.is_own_cost ? TEXT("Yes") : TEXT("No"))});
}

}  // namespace

std::vector<Heading> headings_of(const Budget& budget, const i18n::Translator& words) {
    std::vector<Heading> headings;
    for (const auto& line : budget.lines) {
        const auto title = line.funder_heading.empty() ? words.t(kind_title(line.kind)) : line.funder_heading;
        auto* heading = base::find_in(headings, title, &Heading::title);
        if (!heading) heading = &headings.emplace_back(Heading{.title = title});
        for (std::size_t at = 0; at < most_years; ++at)
            if (line.amounts[at]) heading->amounts[at] = heading->amounts[at].value_or(0) + *line.amounts[at];
        heading->spent += line.spent;
        heading->lines += (heading->lines.empty() ? "" : ", ") + line.title;
        for (const auto& text : {line.rounding_note, line.note})
            if (!text.empty()) heading->explanation += (heading->explanation.empty() ? "" : " ") + text;
    }
    return headings;
}

http::Response funder_xlsx(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const html::Page page(request);
    tables::XlsxWriter sheet(page.t("Accounts"));
    put_accounts(sheet, *budget, page);
    sheet.next_sheet(page.t("Financing"));
    put_financing(sheet, *budget, page);
    sheet.next_sheet(page.t("Work"));
    put_work(sheet, *budget, page);
    sheet.next_sheet(page.t("What the arithmetic says"));
    sheet.line({page.t("Level"), page.t("What it says")});
    for (const auto& check : checks_of(*budget, page.translator()))
        sheet.line({page.t(level_in_words(check.level)), check.text});
    sheet.next_sheet(page.t("Project"));
    put_about(sheet, *budget, pages.kinds->around(request.tenant->id).today, page);
    return http::download(std::move(sheet).take(),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name(*budget, "-funder.xlsx"));
}

}  // namespace digilots::budget
