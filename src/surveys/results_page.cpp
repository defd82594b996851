// What was answered: question by question, by round and group, with how many stand behind it; and how it changed.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "surveys/counting.h"
#include "surveys/pages.h"
#include "surveys/ready_made.h"
#include "surveys/rows.h"
#include "surveys/sql.h"
#include "surveys/staff_view.h"
#include "surveys/steps.h"
#include "surveys/templates.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using html::components::Cell, html::components::Field, html::components::Table;

constexpr std::size_t longest_asked = 80;

struct Shown {
    html::Page page;
    const Surveys::Implementation& self;
    const Survey& survey;
    std::string round, by;
    std::shared_ptr<const Results> results;
};

Cell cell_of(const std::string& text, bool is_hidden) {
    Cell cell{.text = text};
    cell.suppressed = is_hidden;
    return cell;
}

/// "42 % (17)"
Cell group_cell(const Figure& part, const Figure& of, const html::Page& page) {
    if (part.is_hidden || of.is_hidden) return cell_of(page.t("too few"), true);
    return cell_of(share_text(part, of, page) + " (" + count_text(part, page) + ")", false);
}

std::vector<html::components::Column> columns_of(const Shown& shown, const std::string& first) {
    const auto& page = shown.page;
    std::vector<html::components::Column> columns{
        {first}, {page.t("How many"), true}, {page.t("Share"), true}, {page.t("Range"), true}};
    for (const auto& value : shown.results->split_values)
        columns.push_back({group_label(shown.survey, shown.by, value, page), true});
    return columns;
}

void add_row(Table& table, const Shown& shown, const Asked& asked, const Asked::Line& line, const std::string& label) {
    const auto& page = shown.page;
    const auto& part = line.figures.front();
    const auto& of = asked.answered.front();
    std::vector<Cell> row{{.text = label},
                          cell_of(count_text(part, page), part.is_hidden),
                          cell_of(share_text(part, of, page), part.is_hidden || of.is_hidden),
                          {.text = interval_text(part, of, page)}};
    for (std::size_t group = 0; group < shown.results->split_values.size(); ++group)
        row.push_back(asked.can_be_split && group + 1 < line.figures.size()
                          ? group_cell(line.figures[group + 1], asked.answered[group + 1], page)
                          : cell_of("–", false));
    table.rows.push_back(std::move(row));
}

void add_bar(html::components::Chart& chart, const Asked& asked, const Asked::Line& line, const std::string& label,
             const html::Page& page) {
    const auto& part = line.figures.front();
    const auto& of = asked.answered.front();
    html::components::ChartPoint point{.label = label, .shown = share_text(part, of, page)};
    if (!part.is_hidden && !of.is_hidden && of.count > 0)
        point.value = 100.0 * static_cast<double>(part.count) / static_cast<double>(of.count);
    chart.series.front().points.push_back(std::move(point));
}

std::string about_answers(const Shown& shown, const Asked& asked) {
    const auto& page = shown.page;
    auto about = asked.answered.front().is_hidden
                     ? page.t("How many answered is hidden.")
                     : page.tn("{n} answered the question.", "{n} answered the question.", asked.answered.front().count);
    if (const auto mean = mean_of(asked, 0))
        about += " " + page.t("Mean: {mean}.", {{"mean", page.translator().number(*mean, 1)}});
    if (!asked.answered.front().is_hidden && asked.answered.front().count < 20)
        about += " " + page.t("That is few: read it as a hint, not as a measure.");
    return about;
}

std::string why_not_split(const Asked& asked, const Shown& shown) {
    const auto& own = asked.question.split;
    if (own.empty() || own > shown.by) return shown.page.t("Too few to be split.");
    return shown.page.t("Told where results are split by this: {split}.", {{"split", shown.page.t(title_of_split(own))}});
}

ResultsView::Part begun_part(const Shown& shown, const Asked& asked, std::size_t number) {
    const auto& page = shown.page;
    ResultsView::Part part;
    part.words = words_on(page, asked.question.label, shown.survey.first_language());
    if (asked.question.kind == Kind::matrix) part.words = heading_of(asked, page, shown.survey.first_language());
    part.about = about_answers(shown, asked);
    if (asked.is_earlier) part.note = page.t("The wording of an earlier edition.");
    if (are_steps_together(asked))
        part.note += (part.note.empty() ? "" : " ") +
                     page.t(TEXT("Few chose some of the steps: those are told together with the ones beside them, in all rounds "
                                 "alike, so there is no mean."));
    if (!asked.can_be_split && !shown.by.empty() && asked.question.split != shown.by)
        part.note += (part.note.empty() ? "" : " ") + why_not_split(asked, shown);
    if (!asked.question.source.empty())
        part.source = page.t("Question from {source}", {{"source", asked.question.source}});
    if (const auto* national = national_finding(asked.question))
        part.national = words_on(page, *national, shown.survey.first_language());
    part.chart.id = "chart-" + std::to_string(number);
    part.chart.title = part.words.text;
    part.chart.dimension = page.t("Answer");
    part.chart.description = page.t("Shares of those who answered the question.");
    part.chart.series = {{.title = page.t("Share"), .points = {}}};
    part.table.caption = part.words.text + ": " + page.t("figures");
    part.table.columns = columns_of(shown, page.t("Answer"));
    return part;
}

void add_asked(ResultsView::Part& part, const Shown& shown, const Asked& asked) {
    const auto& page = shown.page;
    const auto first = shown.survey.first_language();
    for (const auto& line : asked.lines) {
        if (!is_told_line(asked, line)) continue;
        const auto* option = base::find_in(asked.question.options, asked.part, &Option::key);
        const bool is_one_of_several = asked.question.kind == Kind::several && option;
        const auto label = is_one_of_several ? words_on(page, option->label, first).text
                                             : value_on(page, asked.question, line.value, first).text;
        add_row(part.table, shown, asked, line, label);
        add_bar(part.chart, asked, line, label, page);
    }
}

std::vector<ResultsView::Part> parts_of(const Shown& shown) {
    std::vector<ResultsView::Part> parts;
    std::string several;
    for (const auto& asked : shown.results->asked) {
        const auto whole = asked.question.counted_as();
        const bool goes_on = asked.question.kind == Kind::several && several == whole;
        if (!goes_on) parts.push_back(begun_part(shown, asked, parts.size() + 1));
        several = asked.question.kind == Kind::several ? whole : "";
        add_asked(parts.back(), shown, asked);
    }
    return parts;
}

/// Means by round, all together: groups change, whoever they are.
Table rounds_table(const Shown& shown) {
    const auto& page = shown.page;
    Table table{.caption = page.t("Means round by round, of all who answered"), .columns = {{page.t("Question")}}};
    std::vector<std::shared_ptr<const Results>> all;
    for (const auto& round : shown.survey.rounds) {
        table.columns.push_back({round.title, true});
        all.push_back(shown.self.results.of(results_key(page.request().tenant->id, shown.survey.id, round.id, "")));
    }
    if (all.size() < 2) return table;
    for (const auto& asked : shown.results->asked) {
        if (asked.question.kind != Kind::scale && asked.question.kind != Kind::matrix) continue;
        if (are_steps_together(asked)) continue;
        std::vector<Cell> row{{.text = heading_of(asked, page, shown.survey.first_language()).text}};
        for (const auto& results : all) {
            const auto* there = results->find(asked.name);
            const auto mean = there && !results->is_too_few ? mean_of(*there, 0) : std::nullopt;
            row.push_back(mean ? cell_of(page.t("{mean} of {n}", {{"mean", page.translator().number(*mean, 1)},
                                                                  {"n", count_text(there->answered.front(), page)}}),
                                         false)
                               : cell_of(page.t("too few"), true));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Of what has no mean as steps are told together: each line round by round, so that before stands beside after.
Table steps_table(const Shown& shown) {
    const auto& page = shown.page;
    const auto first = shown.survey.first_language();
    Table table{.caption = page.t(TEXT("Steps that are told together, round by round")),
                .columns = {{page.t("Question")}, {page.t("Answer")}}};
    std::vector<std::shared_ptr<const Results>> all;
    for (const auto& round : shown.survey.rounds) {
        table.columns.push_back({round.title, true});
        all.push_back(shown.self.results.of(results_key(page.request().tenant->id, shown.survey.id, round.id, "")));
    }
    for (const auto& asked : shown.results->asked) {
        if (all.size() < 2 || !are_steps_together(asked)) continue;
        for (const auto& line : asked.lines) {
            std::vector<Cell> row{{.text = heading_of(asked, page, first).text},
                                  {.text = value_on(page, asked.question, line.value, first).text}};
            for (const auto& results : all) {
                const auto* there = results->is_too_few ? nullptr : results->find(asked.name);
                const auto part = there ? figure_of(*there, line.value) : std::nullopt;
                row.push_back(part ? group_cell(*part, there->answered.front(), page) : cell_of(page.t("too few"), true));
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

/// Of those whose codes match. Where one of the three is of few, none is told.
std::vector<Table> change_tables(const Shown& shown) {
    const auto& page = shown.page;
    std::vector<Table> tables;
    const auto told = shown.self.database.read(
        [&](db::Connection& connection) { return told_change(connection, page.request().tenant->id, shown.survey.id); });
    for (const auto& row : told) {
        const auto *from = shown.survey.round(row.from_round), *to = shown.survey.round(row.to_round);
        if (!from || !to || row.number < fewest) continue;
        const auto caption =
            page.t("From {first} to {later}, of those whose codes match", {{"first", from->title}, {"later", to->title}});
        if (tables.empty() || tables.back().caption != caption)
            tables.push_back({.caption = caption,
                              .columns = {{page.t("Question")},
                                          {page.t("Pairs"), true},
                                          {page.t("Mean before"), true},
                                          {page.t("Mean after"), true},
                                          {page.t("Higher"), true},
                                          {page.t("The same"), true},
                                          {page.t("Lower"), true}}});
        const auto* asked = shown.results->find(later_wording(row.question));
        if (!asked) continue;
        auto heading = heading_of(*asked, page, shown.survey.first_language()).text;
        if (later_wording(row.question) != row.question)
            heading = page.t("{question} (before in other words)", {{"question", heading}});
        const auto n = static_cast<double>(row.number);
        const auto is_small = [](std::int64_t number) { return number > 0 && number < fewest; };
        const bool is_hidden = is_small(row.higher) || is_small(row.same) || is_small(row.lower);
        const auto count = [&](std::int64_t number) { return cell_of(count_text({is_hidden, number}, page), is_hidden); };
        tables.back().rows.push_back({{.text = heading},
                                      {.text = page.translator().number(n)},
                                      {.text = page.translator().number(static_cast<double>(row.sum_before) / n, 1)},
                                      {.text = page.translator().number(static_cast<double>(row.sum_after) / n, 1)},
                                      count(row.higher),
                                      count(row.same),
                                      count(row.lower)});
    }
    std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
    return tables;
}

void add_choices(ResultsView& view, const Shown& shown) {
    const auto& page = shown.page;
    view.round =
        Field{.name = "round", .label = page.t("Round"), .options = {{"", page.t("All rounds together"), shown.round.empty()}}};
    for (const auto& round : shown.survey.rounds)
        view.round.options.push_back({round.id, round.title, shown.round == round.id});
    view.by = Field{.name = "by", .label = page.t("Split by"), .options = {{"", page.t("Not split"), shown.by.empty()}}};
    for (const auto& split : splits_in(shown.survey))
        view.by.options.push_back({split, page.t(title_of_split(split)), shown.by == split});
}

/// What may be taken out row by row, and what is left out of it: said before anybody takes it.
void add_rows(ResultsView& view, const Shown& shown, const std::string& url) {
    const auto& page = shown.page;
    if (!shown.survey.is_closed) {
        view.about_rows = {
            page.t("Row by row, one person a row, answers can be taken out once the survey is closed for good. Of two files from "
                   "different days one could read what those between them answered.")};
        return;
    }
    const auto columns = columns_of_rows(shown.self, page.request().tenant->id, shown.survey);
    if (columns.told.empty()) {
        view.about_rows = {page.t("Row by row nothing can be taken out: of each question some number is hidden.")};
        return;
    }
    view.about_rows = {
        page.t("Row by row each line is what one person answered, without groups, without words, numbers in steps. Whoever "
               "knows some answers of a person can find the others: give it to nobody who does not need it for research. Each "
               "time it is taken out stands in the trail.")};
    if (columns.left_out > 0)
        view.about_rows.push_back(page.tn("{n} question is left out, since a number of it is hidden in a round or a group.",
                                          "{n} questions are left out, since numbers of them are hidden in a round or a group.",
                                          static_cast<std::int64_t>(columns.left_out)));
    view.row_files = {{page.t("Answers, one a row and without groups (CSV)"), url + "/rows.csv"},
                      {page.t("What the columns mean (DDI-Codebook 2.5)"), url + "/codebook.xml"}};
}

Shown shown_for(const Pages& pages, const http::Request& request, const Survey& survey) {
    const auto& self = Inside::of(pages.surveys);
    const auto round = base::cut(request.query.get("round"), longest_asked),
               by = base::cut(request.query.get("by"), longest_asked);
    Shown shown{
        html::Page(request), self, survey, survey.round(round) ? round : "", base::holds(splits_in(survey), by) ? by : "", {}};
    shown.results = self.results.of(results_key(request.tenant->id, survey.id, shown.round, shown.by));
    return shown;
}

}  // namespace

http::Response results_page(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    auto shown = shown_for(pages, request, survey);
    auto& page = shown.page;
    begin_staff_page(page, survey, page.t("Results: {title}", {{"title", survey.title}}));
    const auto url = page.tenant_url("/staff/surveys/" + survey.id);
    ResultsView view{.url = url + "/results", .plan_url = page.tenant_url("/staff/surveys/new"), .close_url = url + "/close"};
    if (survey.audience == "staff") view.staff_alone = page.t("This rests on staff alone: no resident was asked.");
    add_choices(view, shown);
    if (shown.results->is_too_few) {
        view.too_few = shown.round.empty()
                           ? page.t("Fewer than five have answered, or their answers still wait: nothing is told yet.")
                           : page.t("Nothing is told of this round: fewer than five have answered, their answers still wait, or "
                                    "its figures would tell what another round hides.");
    } else {
        view.answered = page.tn("{n} answered.", "{n} answered.", shown.results->answered);
        if (shown.results->leaves_out_rounds)
            view.answered += " " + page.t(TEXT("A round that fewer than five have answered is not counted here."));
        view.parts = parts_of(shown);
    }
    if (survey.rounds.size() > 1)
        for (auto table : {rounds_table(shown), steps_table(shown)})
            if (!table.rows.empty()) view.changes.push_back(std::move(table));
    for (auto& table : change_tables(shown)) view.changes.push_back(std::move(table));
    const auto asked = "?round=" + html::url_encode(shown.round) + "&by=" + html::url_encode(shown.by);
    view.files = {{page.t("These figures (CSV)"), url + "/results.csv" + asked},
                  {page.t("These figures (XLSX)"), url + "/results.xlsx" + asked}};
    if (!survey.edition.definition.questions.empty())
        view.files.push_back({page.t(TEXT("All questions and their codes (DDI-Codebook 2.5)")), url + "/questions.xml"});
    view.is_closed = survey.is_closed;
    if (http::may(request, http::Role::coordinator)) {
        view.files.push_back({page.t("Answers in words, by the alphabet (CSV)"), url + "/words.csv"});
        add_rows(view, shown, url);
        view.can_close = !survey.is_closed;
    }
    if (survey.rounds.size() > 1) view.files.push_back({page.t("Round by round"), url + "/over-time"});
    if (survey.audience == "staff") view.files.push_back({page.t("Wishes and competence"), url + "/staff-lists"});
    if (survey.is_compared) view.files.push_back({page.t("Beside other municipalities"), url + "/compare"});
    return html::render_page(page, templates::results_page(view, page));
}

http::Response close_survey(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey) return html::error_page(request, 404);
    const auto& survey = *of.survey;
    html::Page page(request);
    const auto url = page.tenant_url("/staff/surveys/" + survey.id);
    if (!html::is_sure(request)) {
        begin_staff_page(page, survey, page.t("Close the survey for good?"));
        return html::ask_first(
            page, {.url = url + "/close",
                   .text = page.t("Codes and pseudonyms are destroyed with their key, and nothing brings them back. "
                                  "Results stay."),
                   .confirm = page.t("Close the survey for good"),
                   .cancel_url = url + "/results"});
    }
    if (!survey.is_closed)
        close_for_good(Inside::of(pages.surveys), request.tenant->id, survey,
                       request.identity ? request.identity->account_id : "");
    return http::see_other(url + "/results");
}

}  // namespace digilots::surveys
