// What everyone is told of goals and money, as a file that partners and funders hand on.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/i18n/isolate.h"
#include "platform/print/document.h"
#include "platform/print/format.h"
#include "progress/pages.h"

namespace digilots::progress {

namespace {

using print::Heading, print::Paragraph;

std::string known_or_not(const std::string& text, const html::Page& page) {
    return text.empty() ? page.t("Not known") : text;
}

void add_goals(print::Document& document, const std::vector<goals::PublicGoal>& followed, const html::Page& page) {
    document.blocks.push_back({Heading{2, {page.t("Goals that we follow up")}}});
    document.blocks.push_back({Paragraph{{page.t("Each goal is judged by one written rule, from what is counted and how much of "
                                                 "its time has gone. What is not known is unknown, never zero.")}}});
    print::Table table{.caption = page.t("Goals that we follow up"), .headers = {}, .rows = {}};
    for (const auto title : {TEXT("Goal"), TEXT("How it stands"), TEXT("Until now"), TEXT("Aimed at"), TEXT("From and to")})
        table.headers.push_back({page.t(title)});
    for (const auto& goal : followed)
        table.rows.push_back({{goal.title},
                              {goal.mark.word},
                              {known_or_not(goal.number, page)},
                              {known_or_not(goal.target, page)},
                              {known_or_not(goal.period, page)}});
    document.blocks.push_back({std::move(table)});
}

void add_money(print::Document& document, const std::vector<Progress::Money>& money, const html::Page& page) {
    document.blocks.push_back({Heading{2, {page.t("What it costs, and who pays")}}});
    for (const auto& one : money) {
        print::Table table{.caption = one.title, .headers = {{page.t("Who pays")}, {page.t("In all")}}, .rows = {}};
        for (const auto& [payer, amount] : one.payers) table.rows.push_back({{payer}, {known_or_not(amount, page)}});
        table.numeric = {false, true};
        document.blocks.push_back({Heading{3, {one.title}}});
        const auto total = one.total.empty() ? page.t("The costs are not known.")
                                             : page.t("In all {amount}.", {{"amount", one.total}});
        document.blocks.push_back({Paragraph{{total}}});
        if (!table.rows.empty()) document.blocks.push_back({std::move(table)});
    }
}

/// Nothing where nothing is shown to everyone.
std::optional<print::Document> summary_of(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto followed = pages.progress.followed(tenant, page.translator());
    const auto money = pages.progress.money(tenant, page.translator());
    if (followed.empty() && money.empty()) return std::nullopt;
    const auto& language = page.translator().language();
    const auto today = base::to_civil(pages.clock.now(), tenant.zone).date;
    print::Document document;
    document.title = page.t("What came of it: {name}", {{"name", tenant.name}});
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.footer = i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({Heading{1, {document.title}}});
    document.blocks.push_back(
        {Paragraph{{page.t("As it stood on {date}.", {{"date", page.translator().date(today)}})}, print::Emphasis::lead}});
    if (!followed.empty()) add_goals(document, followed, page);
    if (!money.empty()) add_money(document, money, page);
    return document;
}

/// Numbers are of today: the file is made anew.
http::Response for_once(http::Response response) {
    response.for_once = true;
    return response;
}

}  // namespace

http::Response summary_pdf(const Pages& pages, const http::Request& request) {
    const auto document = summary_of(pages, request);
    return document ? for_once(print::pdf_answer(*document, "summary.pdf")) : html::error_page(request, 404);
}

http::Response summary_odt(const Pages& pages, const http::Request& request) {
    const auto document = summary_of(pages, request);
    return document ? for_once(print::odt_answer(*document, "summary.odt")) : html::error_page(request, 404);
}

}  // namespace digilots::progress
