// One sheet for those who look at goals in different ways: the desk, the manager, politicians.
#include <memory>

#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/sections.h"
#include "goals/templates.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"

namespace digilots::goals {

namespace {

constexpr const char* boards[] = {"desk", "manager", "politician"};
const std::vector<print::Paper> papers_of_boards{print::Paper::a4};

std::string board_in(const http::Request& request) {
    const auto asked = request.query.get("for");
    for (const auto* one : boards)
        if (asked == one) return one;
    return asked.empty() ? boards[0] : "";
}

/// This year until today.
Sheet board_of(const Goals::Implementation& self, const http::Request& request, const std::string& kind) {
    const html::Page page(request);
    const auto& words = page.translator();
    const auto today = today_in(self, request);
    const auto year = periods::until(periods::holding(periods::Kind::year, today), today).value();
    SectionsAsked asked{self, *request.tenant, words, year, today};
    asked.leaves_the_house = kind == "politician";
    Sheet sheet{.title = kind_in_words(kind, words) + ": " + request.tenant->name,
                .about = page.t(TEXT("As it stands on {date}"), {{"date", words.date(today)}}),
                .sections = {}};
    for (const auto& key : sections_of(kind)) sheet.sections.push_back(section(asked, key));
    return sheet;
}

/// The first lines of each table, and the first sentences of each section; how many more there are is said.
Sheet with_first_lines(Sheet sheet, std::size_t of_goals, std::size_t of_others, const i18n::Translator& words) {
    for (auto& section : sheet.sections) {
        const auto most = section.key == "goals" ? of_goals : of_others;
        if (section.key == "forecast" && section.sentences.size() > most) {
            const auto more = static_cast<std::int64_t>(section.sentences.size() - most);
            section.sentences.resize(most);
            section.sentences.push_back(words.tn("{n} more line stands on the page of the board.",
                                                 "{n} more lines stand on the page of the board.", more));
        }
        for (auto& table : section.tables) {
            if (table.rows.size() <= most) continue;
            const auto more = static_cast<std::int64_t>(table.rows.size() - most);
            table.rows.resize(most);
            section.sentences.push_back(words.tn("{n} more line stands on the page of the board.",
                                                 "{n} more lines stand on the page of the board.", more));
        }
    }
    return sheet;
}

}  // namespace

print::Document on_one_sheet(const Sheet& sheet, const http::Tenant& tenant, const i18n::Translator& words) {
    constexpr double narrow_margin = 34;
    constexpr std::size_t all_lines = 1000;
    print::Document document;
    const auto fits = [&](std::size_t of_goals, std::size_t most, double letters) {
        document = document_of(with_first_lines(sheet, of_goals, most, words), tenant, words);
        document.body = letters;
        document.margin = narrow_margin;
        return print::number_of_pages(document) == 1;
    };
    constexpr double large = 9, small = 8;
    if (fits(all_lines, all_lines, large)) return document;
    // Goals lose lines last: what is long beside them goes before.
    for (const auto of_goals : {all_lines, std::size_t{24}, std::size_t{12}, std::size_t{8}, std::size_t{5}, std::size_t{3}}) {
        if (!fits(of_goals, 1, small)) continue;
        for (const auto most : {all_lines, std::size_t{12}, std::size_t{8}, std::size_t{5}, std::size_t{3}, std::size_t{1}})
            if (fits(of_goals, most, small)) return document;
    }
    return document;
}

http::Response board_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto kind = board_in(request);
    if (kind.empty()) return html::error_page(request, 404);
    const auto sheet = board_of(self, request, kind);
    const auto page = goals_page_of(request, sheet.title);
    SheetView view{.document = document_of(sheet, *request.tenant, page.translator())};
    view.formats = print::format_links(page.tenant_url("/staff/goals/board.pdf"), papers_of_boards, page, "for=" + kind);
    for (const auto* one : boards)
        view.others.push_back({kind_in_words(one, page.translator()),
                               page.tenant_url("/staff/goals/board?for=" + std::string(one)), kind == one});
    return html::render_page(page, templates::board_page(view, page));
}

http::Response board_pdf(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto kind = board_in(request);
    if (kind.empty()) return html::error_page(request, 404);
    const auto board = std::make_shared<const Sheet>(board_of(self, request, kind));
    http::Response response;
    response.draw = [board, &request] {
        const html::Page page(request);
        auto document = document_of(*board, *request.tenant, page.translator());
        document.size = print::format_of(request, papers_of_boards).size;
        if (document.size == print::Size::usual) document = on_one_sheet(*board, *request.tenant, page.translator());
        return print::pdf_answer(document, base::slug(document.title) + ".pdf");
    };
    return response;
}

}  // namespace digilots::goals
