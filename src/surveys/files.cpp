// Results and answers as files, and what their columns mean.
#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/html/tags.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/xlsx_writer.h"
#include "surveys/counting.h"
#include "surveys/pages.h"
#include "surveys/rows.h"
#include "surveys/spooled.h"
#include "surveys/sql.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using TableRow = tables::Row;

constexpr std::size_t longest_part = 80;

struct OfFile {
    html::Page page;
    OfStaff of;
    std::string round, by;
    std::shared_ptr<const Results> results;

    const Survey& survey() const { return *of.survey; }
};

std::optional<OfFile> file_asked(const Pages& pages, const http::Request& request) {
    auto of = survey_asked(pages, request);
    if (!of.survey) return std::nullopt;
    const auto round = base::cut(request.query.get("round"), longest_part),
               by = base::cut(request.query.get("by"), longest_part);
    const auto& survey = *of.survey;
    OfFile file{html::Page(request), of, survey.round(round) ? round : "", base::holds(splits_in(survey), by) ? by : "", {}};
    file.results = Inside::of(pages.surveys).results.of(results_key(request.tenant->id, survey.id, file.round, file.by));
    return file;
}

std::string name_of_file(const http::Request& request, const Survey& survey, const char* ending) {
    return request.tenant->slug + "-" + survey.slug + ending;
}

/// A hidden count is a text, never a number.
tables::Cell cell_of(const Figure& figure, const html::Page& page) {
    if (figure.is_hidden) return tables::Cell(page.t("too few"));
    return tables::Cell(figure.count);
}

/// Line by line; `take` gets the headings first.
void each_line(const OfFile& file, const std::function<void(const TableRow&)>& take) {
    const auto& page = file.page;
    TableRow headings{page.t("Question"), page.t("Answer"), page.t("How many"), page.t("Of how many")};
    for (const auto& value : file.results->split_values) {
        const auto group = group_label(file.survey(), file.by, value, page);
        headings.emplace_back(group);
        headings.emplace_back(page.t("{group}: of how many", {{"group", group}}));
    }
    take(headings);
    for (const auto& asked : file.results->asked)
        for (const auto& line : asked.lines) {
            if (!is_told_line(asked, line)) continue;
            TableRow row{heading_of(asked, page, file.survey().first_language()).text,
                         value_on(page, asked.question, line.value, file.survey().first_language()).text,
                         cell_of(line.figures.front(), page), cell_of(asked.answered.front(), page)};
            for (std::size_t group = 1; group <= file.results->split_values.size(); ++group) {
                const bool is_there = asked.can_be_split && group < line.figures.size();
                row.push_back(is_there ? cell_of(line.figures[group], page) : tables::Cell(""));
                row.push_back(is_there ? cell_of(asked.answered[group], page) : tables::Cell(""));
            }
            take(row);
        }
}

/// "q3_l2": as programs for statistics take names.
std::string variable_of(const Question& question, const Counted& counted) {
    return counted.part.empty() ? question.key : question.key + "_" + counted.part;
}

std::string xml_words(const char* element, const std::string& text) {
    return std::string("<") + element + ">" + html::escaped(text) + "</" + element + ">";
}

struct StoredAnswers {
    std::map<int, Definition> definitions;
    std::vector<std::pair<std::string, Spooled>> rows;      // round, answer: in the order of random keys
};

StoredAnswers stored_answers(const Pages& pages, const http::Request& request, const Survey& survey) {
    StoredAnswers stored;
    Inside::of(pages.surveys).database.read([&](db::Connection& connection) {
        stored = {};
        for (auto& edition : all_editions(connection, request.tenant->id, survey.id))
            stored.definitions[edition.number] = std::move(edition.definition);
        for (const auto row : connection.query(sql::answers_of_survey, request.tenant->id, survey.id))
            if (auto one = spooled_of(row.text("content"))) stored.rows.emplace_back(row.text("round"), *std::move(one));
    });
    return stored;
}

/// Who took them out, and when.
void note_rows_taken(const Surveys::Implementation& self, const http::Request& request, const Survey& survey) {
    const auto now = self.clock.now();
    self.database.write([&](db::Connection& connection) {
        audit::record(connection,
                      {.municipality_id = request.tenant->id,
                       .actor = request.identity ? request.identity->account_id : "",
                       .action = "survey rows taken",
                       .record = "survey:" + survey.id,
                       .detail = ""},
                      now);
    });
}

}  // namespace

http::Response results_csv(const Pages& pages, const http::Request& request) {
    const auto file = file_asked(pages, request);
    if (!file) return html::error_page(request, 404);
    tables::CsvWriter csv;
    each_line(*file, [&](const TableRow& row) { csv.line(row); });
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", name_of_file(request, file->survey(), ".csv"));
}

http::Response results_xlsx(const Pages& pages, const http::Request& request) {
    const auto file = file_asked(pages, request);
    if (!file) return html::error_page(request, 404);
    const auto& page = file->page;
    tables::XlsxWriter sheet(file->survey().title);
    each_line(*file, [&](const TableRow& row) { sheet.line(row); });
    sheet.next_sheet(page.t("About this file"));
    sheet.line({page.t("What"), page.t("What it says")});
    sheet.line({page.t("Municipality"), request.tenant->name});
    sheet.line({page.t("Survey"), file->survey().title});
    const auto* round = file->survey().round(file->round);
    sheet.line({page.t("Round"), round ? round->title : page.t("All rounds together")});
    sheet.line({page.t("Hidden"), page.t("Groups of fewer than five are hidden, and so is what would give them away.")});
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          name_of_file(request, file->survey(), ".xlsx"));
}

http::Response rows_csv(const Pages& pages, const http::Request& request) {
    const auto of = survey_asked(pages, request);
    if (!of.survey || !of.survey->is_closed) return html::error_page(request, 404);
    const auto& self = Inside::of(pages.surveys);
    const auto& survey = *of.survey;
    const auto columns = columns_of_rows(self, request.tenant->id, survey).told;
    if (columns.empty()) return html::error_page(request, 404);
    tables::CsvWriter csv;
    TableRow headings{"round"};
    for (const auto& column : columns) headings.emplace_back(variable_of(column.question, column.counted));
    csv.line(headings);
    auto [definitions, rows] = stored_answers(pages, request, survey);
    for (const auto& [round, stored] : rows) {
        std::map<std::string, std::string> counts;
        for (auto& [name, value] : counts_of(definitions[stored.edition], answers_of(stored.answers))) counts[name] = value;
        const auto* known = survey.round(round);
        TableRow row{known ? known->title : ""};
        for (const auto& column : columns) {
            const auto found = counts.find(column.counted.name);
            row.emplace_back(found == counts.end() ? std::string(not_asked) : found->second);
        }
        csv.line(row);
    }
    note_rows_taken(self, request, survey);
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", name_of_file(request, survey, "-rows.csv"));
}

http::Response words_csv(const Pages& pages, const http::Request& request) {
    const auto file = file_asked(pages, request);
    if (!file) return html::error_page(request, 404);
    const auto& survey = file->survey();
    const auto& page = file->page;
    tables::CsvWriter csv;
    csv.line({page.t("Question"), page.t("Answered in words")});
    std::map<std::string, std::vector<std::string>> written;
    const auto all = file->results->is_too_few ? StoredAnswers{} : stored_answers(pages, request, survey);
    for (const auto& [round, stored] : all.rows) {
        const auto answers = answers_of(stored.answers);
        for (const auto& [key, values] : answers) {
            const auto* question = survey.edition.definition.find(key);
            if (question && question->kind == Kind::text && !values.empty()) written[key].push_back(values.front());
        }
    }
    for (auto& [key, texts] : written) {
        if (std::ssize(texts) < fewest) continue;
        // By the alphabet: beside nothing else that the same person answered.
        std::ranges::sort(texts);
        const auto label = words_on(page, survey.edition.definition.find(key)->label, survey.first_language()).text;
        for (const auto& text : texts) csv.line({label, text});
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", name_of_file(request, survey, "-words.csv"));
}

http::Response codebook(const Pages& pages, const http::Request& request) {
    const auto file = file_asked(pages, request);
    if (!file || !file->survey().is_closed) return html::error_page(request, 404);
    const auto& survey = file->survey();
    // It says what the columns of the rows mean: where no row can be taken out there is nothing that it is about.
    const auto columns = columns_of_rows(Inside::of(pages.surveys), request.tenant->id, survey).told;
    if (columns.empty()) return html::error_page(request, 404);
    const auto& page = file->page;
    const auto first = survey.first_language();
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<codeBook xmlns=\"ddi:codebook:2_5\" version=\"2.5\" xml:lang=\"" +
        html::escaped(first) + "\">\n<stdyDscr><citation><titlStmt>";
    xml += xml_words("titl", survey.title) + "</titlStmt><rspStmt>" + xml_words("AuthEnty", request.tenant->name) +
           "</rspStmt></citation></stdyDscr>\n<fileDscr><fileTxt>" +
           xml_words("fileName", name_of_file(request, survey, "-rows.csv")) + "</fileTxt></fileDscr>\n<dataDscr>\n";
    xml += "<var ID=\"round\" name=\"round\"><labl>" + html::escaped(page.t("Round")) + "</labl></var>\n";
    for (const auto& [question, counted] : columns) {
        const auto name = html::escaped(variable_of(question, counted));
        const Asked asked{.question = question, .part = counted.part, .name = counted.name};
        xml += "<var ID=\"" + name + "\" name=\"" + name + "\"><labl>" + html::escaped(heading_of(asked, page, first).text) +
               "</labl><qstn>" + xml_words("qstnLit", said_in(question.label, first, first).text) + "</qstn>";
        for (const auto& value : counted.values)
            xml += "<catgry>" + xml_words("catValu", value) + xml_words("labl", value_on(page, question, value, first).text) +
                   "</catgry>";
        xml += "<catgry missing=\"Y\">" + xml_words("catValu", not_asked) + xml_words("labl", page.t("Not asked")) +
               "</catgry></var>\n";
    }
    xml += "</dataDscr>\n</codeBook>\n";
    return http::download(std::move(xml), "application/xml; charset=utf-8", name_of_file(request, survey, "-codebook.xml"));
}

}  // namespace digilots::surveys
