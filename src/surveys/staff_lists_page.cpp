// What staff lack and can, as lists to be taken on: to the wishes, and to activities that develop competence.
#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "surveys/counting.h"
#include "surveys/pages.h"
#include "surveys/staff_view.h"
#include "surveys/templates.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using html::components::Cell, html::components::Table;

Cell figure_cell(const std::string& text, bool is_hidden) {
    Cell cell{.text = text};
    cell.suppressed = is_hidden;
    return cell;
}

/// One line for each thing that can be lacked, with the way to write it as a wish.
void add_wishes(Table& table, const Survey& survey, const Asked& asked, const html::Page& page) {
    for (const auto& line : asked.lines) {
        if (!is_told_line(asked, line)) continue;
        const auto first = survey.first_language();
        std::string wish = value_on(page, asked.question, line.value, first).text;
        for (const auto& option : asked.question.options)
            if (asked.question.kind == Kind::several && option.key == asked.part)
                wish = words_on(page, option.label, first).text;
        const auto &part = line.figures.front(), &of = asked.answered.front();
        std::vector<Cell> row{{.text = wish},
                              figure_cell(count_text(part, page), part.is_hidden),
                              figure_cell(share_text(part, of, page), part.is_hidden || of.is_hidden)};
        row.push_back(
            http::may(page.request(), http::Role::editor)
                ? Cell{.text = page.t("Write it as a wish: {wish}", {{"wish", wish}}),
                       .url = page.tenant_url("/staff/needs/wishes/new?title=" + html::url_encode(wish) +
                                              "&from_group=" + html::url_encode(survey.title))}
                : Cell{.text = ""});
        table.rows.push_back(std::move(row));
    }
}

void add_competence(Table& table, const Survey& survey, const Asked& asked, const html::Page& page) {
    const auto mean = mean_of(asked, 0);
    const auto what = heading_of(asked, page, survey.first_language()).text;
    std::vector<Cell> row{
        {.text = what},
        figure_cell(mean ? page.translator().number(*mean, 1) : page.t("too few"), !mean.has_value()),
        figure_cell(count_text(asked.answered.front(), page), asked.answered.front().is_hidden)};
    row.push_back(http::may(page.request(), http::Role::editor)
                      ? Cell{.text = page.t("Plan something that teaches it: {what}", {{"what", what}}),
                             .url = page.tenant_url("/staff/activities/new?purpose=competence&title=" +
                                                    html::url_encode(what))}
                      : Cell{.text = ""});
    table.rows.push_back(std::move(row));
}

}  // namespace

http::Response staff_lists_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey || of.survey->audience != "staff") return html::error_page(request, 404);
    const auto& survey = *of.survey;
    html::Page page(request);
    begin_staff_page(page, survey, page.t("Wishes and competence: {title}", {{"title", survey.title}}));
    const auto results =
        Inside::of(pages.surveys).results.of(results_key(request.tenant->id, survey.id, "", ""));
    StaffListsView view{.results_url = page.tenant_url("/staff/surveys/" + survey.id + "/results")};
    view.wishes = {.caption = page.t("What staff lack"),
                   .columns = {{page.t("What")},
                               {page.t("How many"), true},
                               {page.t("Share"), true},
                               {page.t("What comes of it")}},
                   .empty = page.t("No question asks for it, or too few have answered.")};
    view.competence = {.caption = page.t("What staff can, as they say themselves"),
                       .columns = {{page.t("What")},
                                   {page.t("Mean"), true},
                                   {page.t("Answered the question"), true},
                                   {page.t("What comes of it")}},
                       .empty = page.t("No question asks for it, or too few have answered.")};
    if (!results->is_too_few)
        for (const auto& asked : results->asked) {
            if (asked.is_earlier) continue;
            const auto& theme = asked.question.theme;
            if (theme == "wish") add_wishes(view.wishes, survey, asked, page);
            if (theme == "competence") add_competence(view.competence, survey, asked, page);
        }
    return html::render_page(page, templates::staff_lists_page(view, page));
}

}  // namespace digilots::surveys
