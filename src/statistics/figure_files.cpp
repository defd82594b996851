// The table of the page as files: CSV, XLSX with a sheet that says what it is, JSON.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/xlsx_writer.h"
#include "statistics/beside_view.h"
#include "statistics/choices.h"
#include "statistics/shares.h"
#include "statistics/side_by_side.h"
#include "statistics/statistics_page.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

namespace {

struct FileOf {
    const PageQuestion& reading;
    const Question& question;
    const http::Tenant& tenant;
    std::shared_ptr<const taxonomy::OwnTopicList> own;
    std::vector<Figure> figures;

    const i18n::Translator& translator() const { return reading.page.translator(); }
    bool by_topic() const { return base::holds(question.query.by, std::string("topic")); }
};

/// In the order of the page.
void put_in_order_of_page(FileOf& file) {
    std::vector<measures::Row> rows;
    for (const auto& figure : file.figures) rows.push_back(figure.row);
    if (is_compared(file.question)) rows = ranked(file.question, std::move(rows));
    else if (file.by_topic()) put_own_beneath(rows, *file.own);
    std::map<std::map<std::string, std::string>, std::size_t> place;
    for (std::size_t i = 0; i < rows.size(); ++i) place[rows[i].dimensions] = i;
    std::ranges::stable_sort(file.figures, {}, [&](const Figure& figure) { return place.at(figure.row.dimensions); });
}

tables::Row head_of(const FileOf& file) {
    const auto& question = file.question;
    tables::Row head{"municipality", "measure", "from", "to"};
    for (const std::string& dimension : question.query.by) {
        // "unit" is what is counted: no two columns have one name.
        const std::string column = dimension == "unit" ? "organisation_unit" : dimension;
        head.emplace_back(column);
        head.emplace_back(column + "_label");
    }
    for (const char* column : {"value", "unit", "code_list_version", "definition"}) head.emplace_back(column);
    for (const char* column : measures::part_names(question.measure->kind)) head.emplace_back(column);
    if (file.by_topic()) head.insert(head.end(), {"topic_level", "topic_above", "topic_number"});
    if (question.beside.compared) head.insert(head.end(), {"compared_with", "compared"});
    if (question.beside.share) head.insert(head.end(), {"share_part", "share_whole", "share_percent"});
    if (question.beside.target) head.insert(head.end(), {"target_percent"});
    return head;
}

tables::Row line_of(const FileOf& file, const Figure& figure) {
    const auto& question = file.question;
    const auto& measure = *question.measure;
    const auto& row = figure.row;
    const auto& period = question.query.period;
    tables::Row line{file.tenant.id, measure.key, base::format_date(period.from), base::format_date(period.to)};
    for (const std::string& dimension : question.query.by) {
        line.emplace_back(row.dimensions.at(dimension));
        line.emplace_back(value_label(measure, dimension, row.dimensions.at(dimension), file.tenant, file.translator()));
    }
    line.insert(line.end(), {measures::number_of(measure.kind, row.value), unit_text(measure, file.translator()),
                             measure.code_list_version, file.translator().t(measure.definition)});
    if (!measures::part_names(measure.kind).empty()) line.insert(line.end(), {row.value.amount, row.value.of});
    if (file.by_topic()) add_levels(line, row, *file.own);
    if (const auto& compared = question.beside.compared) {
        line.emplace_back(compared->word());
        line.emplace_back(figure.compared ? measures::number_of(measure.kind, *figure.compared) : std::nullopt);
    }
    if (question.beside.share) {
        const auto part = figure.part.value_or(measures::Value());
        line.insert(line.end(), {part.amount, part.of, measures::number_of(measures::Kind::share, part)});
    }
    if (question.beside.target)
        line.emplace_back(figure.target ? std::optional(figure.target->percent()) : std::nullopt);
    return line;
}

/// The file's parts, or why there is none.
base::Result<FileOf, http::Response> read_file(const Pages& pages, const http::Request& request,
                                               const PageQuestion& reading) {
    const auto& translator = reading.page.translator();
    if (!reading.question)
        return base::failure(
            http::problem(400, translator.t("The question is not right"), reading.question.error().detail()));
    const auto targets = targets_of(pages.kinds->targets, request.tenant->id);
    auto figures = figures_of(*reading.question, request.tenant->id, targets);
    if (figures && !is_known(*reading.question, *figures, request.tenant->id)) figures->clear();
    if (!figures) return base::failure(http::problem(400, translator.t("The question is not right")));
    FileOf file{reading, *reading.question, *request.tenant, pages.own_topics.of(request.tenant->id), *std::move(figures)};
    put_in_order_of_page(file);
    return file;
}

/// As the language writes numbers: a file with semicolons is read so by the spreadsheet of that language.
char decimal_point_of(const i18n::Translator& translator) {
    constexpr double half = 0.5;
    return translator.number(half, 1).contains(',') ? ',' : '.';
}

std::string file_name_of(const FileOf& file, const char* ending) {
    const auto& period = file.question.query.period;
    return "digilots-" + file.tenant.slug + "-" + file.question.measure->key + "-" + base::format_date(period.from) + "-" +
           base::format_date(period.to) + ending;
}

/// What the sheet of figures is: its definition, its period, what it is limited to, what was so then.
std::vector<tables::Row> definitions_of(const Pages& pages, const FileOf& file) {
    const auto& translator = file.translator();
    const auto& question = file.question;
    const auto& measure = *question.measure;
    std::vector<tables::Row> rows;
    const auto add = [&](i18n::Text title, const std::string& text) {
        if (!text.empty()) rows.push_back({translator.t(title), text});
    };
    add(TEXT("Municipality"), file.tenant.name);
    add(TEXT("What is counted"), translator.t(measure.title));
    add(TEXT("What the figure means"), translator.t(measure.definition));
    add(TEXT("Unit of the figure"), unit_text(measure, translator));
    add(TEXT("Version of the code lists"), measure.code_list_version);
    add(TEXT("Period"), periods::days_of(question.query.period, translator));
    for (const auto& [dimension, key] : question.query.where)
        add(TEXT("Only a part is counted:"), limit_words(question, dimension, key, file.tenant, translator));
    if (question.beside.compared)
        add(TEXT("Compared with another time or place"), compared_title(question, file.tenant, translator));
    if (question.beside.share) add(TEXT("As a part of"), share_title(question, translator));
    std::vector<measures::Row> counted;
    for (const auto& figure : file.figures) counted.push_back(figure.row);
    add(TEXT("Sums"), does_not_add_up(question, counted, file.reading.page));
    if (pages.around.circumstances)
        for (const auto& one : pages.around.circumstances(file.tenant, question.query.period, translator))
            add(TEXT("What was so then"), one.sentence);
    return rows;
}

}  // namespace

http::Response statistics_csv(const Pages& pages, const http::Request& request) {
    const PageQuestion reading = read_request(pages, request);
    const auto file = read_file(pages, request, reading);
    if (!file) return file.error();
    tables::CsvWriter csv(decimal_point_of(file->translator()));
    csv.line(head_of(*file));
    for (const auto& figure : file->figures) csv.line(line_of(*file, figure));
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", file_name_of(*file, ".csv"));
}

http::Response statistics_xlsx(const Pages& pages, const http::Request& request) {
    const PageQuestion reading = read_request(pages, request);
    const auto file = read_file(pages, request, reading);
    if (!file) return file.error();
    const auto& translator = file->translator();
    tables::XlsxWriter sheet(translator.t(TEXT("Figures")));
    sheet.line(head_of(*file));
    for (const auto& figure : file->figures) sheet.line(line_of(*file, figure));
    sheet.next_sheet(translator.t(TEXT("Definitions")));
    sheet.line({translator.t(TEXT("What")), translator.t(TEXT("What it says"))});
    for (const auto& row : definitions_of(pages, *file)) sheet.line(row);
    return http::download(std::move(sheet).take(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          file_name_of(*file, ".xlsx"));
}

http::Response statistics_json(const Pages& pages, const http::Request& request) {
    const PageQuestion reading = read_request(pages, request);
    if (!reading.question)
        return http::problem(400, reading.page.t("The question is not right"), reading.question.error().detail());
    return figures_as_json(pages, *reading.question, request);
}

}  // namespace digilots::statistics
