// The same questions in several municipalities, side by side where all of them agree: only what each shows itself.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "surveys/pages.h"
#include "surveys/staff_view.h"
#include "surveys/steps.h"
#include "surveys/templates.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using html::components::Cell, html::components::Table;

struct Other {
    std::string name;                       // of the municipality and of its survey: two of one may ask alike
    std::shared_ptr<const Results> results;
};

bool asks_alike(const Question& one, const Question& other) {
    auto same = other;
    same.key = one.key;
    return asks_the_same(one, same) && !one.label.empty();
}

/// Surveys of others that agreed and ask at least one question alike.
std::vector<Other> others_of(const Surveys::Implementation& self, const Survey& own, const std::string& municipality) {
    std::vector<Other> others;
    for (const auto& one : self.neighbours.municipalities.active()) {
        if (one.id == municipality) continue;
        const auto list = self.list(one.id);
        for (const auto& survey : *list) {
            const bool is_alike = std::ranges::any_of(survey.edition.definition.questions, [&](const Question& question) {
                return std::ranges::any_of(own.edition.definition.questions,
                                           [&](const Question& mine) { return asks_alike(mine, question); });
            });
            if (survey.is_compared && is_alike)
                others.push_back({one.name + ": " + survey.title, self.results.of(results_key(one.id, survey.id, "", ""))});
        }
    }
    return others;
}

const Asked* same_in(const Results& results, const Asked& wanted) {
    for (const auto& asked : results.asked)
        if (asked.part == wanted.part && asks_alike(wanted.question, asked.question)) return &asked;
    return nullptr;
}

Cell share_cell(const Asked* asked, std::string_view value, const html::Page& page) {
    const auto part = asked && !asked->answered.empty() ? figure_of(*asked, value) : std::nullopt;
    if (!part) return {.text = "–"};
    const auto& of = asked->answered.front();
    Cell cell{.text = share_text(*part, of, page)};
    cell.suppressed = part->is_hidden || of.is_hidden;
    return cell;
}

}  // namespace

http::Response compare_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey || !of.survey->is_compared) return html::error_page(request, 404);
    const auto& self = Inside::of(pages.surveys);
    const auto& survey = *of.survey;
    const auto& tenant = *request.tenant;
    html::Page page(request);
    begin_staff_page(page, survey, page.t("Beside other municipalities: {title}", {{"title", survey.title}}));
    const auto own = self.results.of(results_key(tenant.id, survey.id, "", ""));
    const auto others = others_of(self, survey, tenant.id);
    CompareView view;
    if (own->is_too_few)
        view.nothing = page.t("Fewer than five have answered, or their answers still wait: nothing is told yet.");
    else if (others.empty())
        view.nothing = page.t("No other municipality that asks the same has agreed to be compared.");
    for (const auto& asked : own->asked) {
        if (!view.nothing.empty() || asked.is_earlier) continue;
        Table table{.caption = heading_of(asked, page, survey.first_language()).text,
                    .columns = {{page.t("Answer")}, {tenant.name, true}}};
        for (const auto& other : others) table.columns.push_back({other.name, true});
        for (const auto& line : asked.lines) {
            if (!is_told_line(asked, line)) continue;
            std::vector<Cell> row{{.text = value_on(page, asked.question, line.value, survey.first_language()).text},
                                  share_cell(&asked, line.value, page)};
            for (const auto& other : others)
                row.push_back(
                    share_cell(other.results->is_too_few ? nullptr : same_in(*other.results, asked), line.value, page));
            table.rows.push_back(std::move(row));
        }
        view.tables.push_back(std::move(table));
    }
    return html::render_page(page, templates::compare_page(view, page));
}

}  // namespace digilots::surveys
