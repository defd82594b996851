// A survey round by round: of each question the shares of each answer, with how many stand behind them.
// Groups change, whoever they are.
#include "platform/html/error_page.h"
#include "surveys/pages.h"
#include "surveys/staff_view.h"
#include "surveys/steps.h"
#include "surveys/templates.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using html::components::Cell, html::components::Table;

/// In the order of the rounds.
using ByRound = std::vector<std::shared_ptr<const Results>>;

const Asked* told_in_round(const Results& results, const std::string& table) {
    return results.is_too_few ? nullptr : results.find(table);
}

Cell cell_too_few(const html::Page& page) {
    Cell cell{.text = page.t("too few")};
    cell.suppressed = true;
    return cell;
}

Cell share_in_round(const Results& results, const Asked& asked, const std::string& value,
                    const html::Page& page) {
    const auto* there = told_in_round(results, asked.name);
    if (!there) return cell_too_few(page);
    const auto part = figure_of(*there, value);
    if (!part) return {.text = "–"};
    const auto& of = there->answered.front();
    Cell cell{.text = share_text(*part, of, page)};
    cell.suppressed = part->is_hidden || of.is_hidden;
    return cell;
}

Table table_over_time(const Survey& survey, const ByRound& rounds, const Asked& asked,
                      const html::Page& page) {
    Table table{.caption = heading_of(asked, page, survey.first_language()).text,
                .columns = {{page.t("Answer")}}};
    // What was asked in other words is counted apart, and stays to be seen.
    if (asked.is_earlier) table.caption += " – " + page.t("The wording of an earlier edition.");
    for (const auto& round : survey.rounds) table.columns.push_back({round.title, true});
    for (const auto& line : asked.lines) {
        if (!is_told_line(asked, line)) continue;
        std::vector<Cell> row{
            {.text = value_on(page, asked.question, line.value, survey.first_language()).text}};
        for (const auto& results : rounds) row.push_back(share_in_round(*results, asked, line.value, page));
        table.rows.push_back(std::move(row));
    }
    std::vector<Cell> answered{{.text = page.t("Answered the question")}};
    for (const auto& results : rounds) {
        const auto* there = told_in_round(*results, asked.name);
        answered.push_back(there && !there->answered.front().is_hidden
                               ? Cell{.text = count_text(there->answered.front(), page)}
                               : cell_too_few(page));
    }
    table.rows.push_back(std::move(answered));
    return table;
}

}  // namespace

http::Response over_time_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    const auto& self = Inside::of(pages.surveys);
    html::Page page(request);
    begin_staff_page(page, survey, page.t("Round by round: {title}", {{"title", survey.title}}));
    ByRound rounds;
    for (const auto& round : survey.rounds)
        rounds.push_back(self.results.of(results_key(request.tenant->id, survey.id, round.id, "")));
    const auto whole = self.results.of(results_key(request.tenant->id, survey.id, "", ""));
    OverTimeView view{.results_url = page.tenant_url("/staff/surveys/" + survey.id + "/results")};
    if (survey.rounds.size() < 2)
        view.nothing =
            page.t("There is one round alone. Add another one, and this page shows what has changed.");
    else if (whole->is_too_few)
        view.nothing =
            page.t("Fewer than five have answered, or their answers still wait: nothing is told yet.");
    else
        for (const auto& asked : whole->asked)
            if (asked.question.split.empty() && asked.question.kind != Kind::text)
                view.tables.push_back(table_over_time(survey, rounds, asked, page));
    return html::render_page(page, templates::over_time_page(view, page));
}

}  // namespace digilots::surveys
