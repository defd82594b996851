#include "statistics/statistics_page.h"

#include <algorithm>
#include <array>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/tables/csv_writer.h"
#include "statistics/period_choice.h"
#include "statistics/statistics_view.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

using html::components::ChartPoint;
using html::components::Field;

constexpr std::size_t most_bars = 60;

/// The page's own fields turned into the question's: period names become dates.
http::Fields fields_of(const http::Request& request, base::Date today) {
    http::Fields fields = request.query;
    if (const auto period = named_period(period_meant(fields), today)) {
        std::erase_if(fields.pairs, [](const auto& pair) { return pair.first == "from" || pair.first == "to"; });
        fields.pairs.emplace_back("from", base::format_date(period->from));
        fields.pairs.emplace_back("to", base::format_date(period->to));
    }
    if (!fields.has("by")) fields.pairs.emplace_back("by", "topic");
    return fields;
}

std::string query_text(const Question& question, const std::string& measure) {
    std::string text = "measure=" + measure + "&period=dates&from=" + base::format_date(question.query.period.from) +
                       "&to=" + base::format_date(question.query.period.to);
    for (const std::string& dimension : question.query.by) text += "&by=" + html::url_encode(dimension);
    for (const auto& [dimension, key] : question.query.where) text += "&" + dimension + "=" + html::url_encode(key);
    return text;
}

bool may_open_rows(const http::Request& request) {
    const auto& identity = request.identity;
    return identity && (identity->is_operator || (identity->role && *identity->role >= http::Role::coordinator));
}

/// The entries behind one figure, where they can be listed and this person may see them.
std::string rows_behind(const Question& question, const base::MeasureRow& row, const html::Page& page) {
    if (!may_open_rows(page.request()) || !question.measure->rows_url) return "";
    base::MeasureQuery query = question.query;
    query.by.clear();
    for (const auto& [dimension, key] : row.dimensions) {
        if (dimension == "day") {
            query.period.from = query.period.to = base::parse_date(key).value();
        } else if (dimension == "month") {
            const base::Date first = base::parse_date(key + "-01").value();
            query.period = {std::max(query.period.from, first), std::min(query.period.to, last_of_month(first))};
        } else if (dimension != "year") {
            query.where[dimension] = key;
        }
    }
    const std::string url = question.measure->rows_url(query);
    return url.empty() ? "" : page.tenant_url(url);
}

std::string label_of(const Question& question, const base::MeasureRow& row, const html::Page& page) {
    std::string text;
    for (const std::string& dimension : question.query.by) {
        text += (text.empty() ? "" : ", ") + value_label(*question.measure, dimension, row.dimensions.at(dimension),
                                                         page.request().tenant->id, page.translator());
    }
    return text;
}

bool is_line(const Question& question, std::size_t rows) {
    if (question.query.by.size() != 1 || rows < 3) return false;
    constexpr std::array<std::string_view, 4> along_time{"day", "week", "month", "year"};
    return std::ranges::find(along_time, question.query.by[0]) != along_time.end();
}

void fill_chart(StatisticsView& view, const Question& question, std::vector<base::MeasureRow> rows, const html::Page& page) {
    const bool in_order = question.query.by.size() == 1 &&
                          (has_dimension({}, question.query.by[0]) || question.query.by[0] == "hour");
    if (!in_order) std::ranges::stable_sort(rows, std::ranges::greater(), &base::MeasureRow::value);
    view.as_line = is_line(question, rows.size());
    if (!view.as_line && rows.size() > most_bars) rows.resize(most_bars);
    view.chart.id = "figures";
    view.chart.title = view.title;
    view.chart.dimension = question.query.by.empty() ? "" : dimension_title(question.query.by[0], page.translator());
    html::components::ChartSeries series;
    series.title = page.t(question.measure->title);
    for (const base::MeasureRow& row : rows) {
        ChartPoint point;
        point.label = label_of(question, row, page);
        point.value = static_cast<double>(row.value);
        point.shown = page.translator().number(static_cast<double>(row.value));
        point.url = rows_behind(question, row, page);
        series.points.push_back(std::move(point));
    }
    view.chart.series.push_back(std::move(series));
}

/// "stated in 12 of 40": a sum of what may be left out says of how many it is the sum.
std::string stated_of(const Question& whole, const html::Page& page) {
    if (!whole.measure->stated) return "";
    base::MeasureQuery query = whole.query;
    query.municipalities = {page.request().tenant->id};
    const auto [stated, all] = whole.measure->stated(query);
    return page.tn("stated in {stated} of {n} inquiry", "stated in {stated} of {n} inquiries", all,
                   {{"stated", page.translator().number(static_cast<double>(stated))}});
}

Filters filters_of(const Question& question, const html::Page& page) {
    Question whole = question;
    whole.query.where.clear();
    return {filter_words(question, page.request().tenant->id, page.translator()),
            page.tenant_url("/staff/statistics?" + query_text(whole, question.measure->key)), question.query.where};
}

/// "minutes"; nothing where the title is the unit.
std::string unit_beside(const base::Measure& measure, std::int64_t value, const html::Page& page) {
    const std::string unit = page.t(value == 1 ? measure.unit_of_one : measure.unit);
    const bool says_it = base::lower(page.t(measure.title)) == base::lower(page.t(measure.unit));
    return says_it ? "" : unit;
}

std::vector<Total> totals_of(const Sources& sources, const Question& question, const html::Page& page) {
    std::vector<Total> totals;
    for (const base::Measure& measure : sources.measures) {
        Question whole = question;
        whole.measure = &measure;
        whole.query.by.clear();
        const auto rows = answer(whole, {page.request().tenant->id});
        totals.push_back({page.t(measure.title), page.translator().number(static_cast<double>(rows.front().value)),
                          unit_beside(measure, rows.front().value, page),
                          page.tenant_url("/staff/statistics?" + query_text(question, measure.key)),
                          &measure == question.measure, stated_of(whole, page)});
    }
    return totals;
}

std::vector<Field> choices_of(const Sources& sources, const Question& question, const html::Page& page) {
    Field measure{.name = "measure", .label = page.t(TEXT("What is counted"))};
    for (const base::Measure& one : sources.measures)
        measure.options.push_back({one.key, page.t(one.title), &one == question.measure});
    Field by{.name = "by", .label = page.t(TEXT("Split up by"))};
    const std::string chosen = question.query.by.empty() ? "" : question.query.by[0];
    const auto add = [&](std::string_view dimension) {
        by.options.push_back({std::string(dimension), dimension_title(dimension, page.translator()), chosen == dimension});
    };
    for (const std::string& dimension : question.measure->dimensions) add(dimension);
    for (const std::string_view dimension : time_dimensions()) add(dimension);
    return {measure, by, period_field(period_meant(page.request().query), page)};
}

struct Asked {
    html::Page page;
    base::Date today;
    http::Fields fields;
    base::Result<Question, NotUnderstood> question;
};

Asked ask(const Sources& sources, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("Statistics"));
    page.staff = true;
    page.indexable = false;
    const base::Date today = base::to_civil(sources.clock.now(), request.tenant->zone).date;
    http::Fields fields = fields_of(request, today);
    auto question = read_question(fields, sources.measures, today, page.translator());
    return {std::move(page), today, std::move(fields), std::move(question)};
}

bool can_answer(const Question& question, const http::Request& request) {
    base::MeasureQuery query = question.query;
    query.municipalities = {request.tenant->id};
    return !question.measure->can_answer || question.measure->can_answer(query);
}

}  // namespace

http::Response statistics_page(const Sources& sources, const http::Request& request) {
    Asked asked = ask(sources, request);
    const html::Page& page = asked.page;
    StatisticsView view;
    int status = 200;
    if (!asked.question) {
        const std::string& parameter = asked.question.error().parameter;
        view.errors.add(parameter, asked.question.error().words);
        status = 422;
        asked.question = read_question({}, sources.measures, asked.today, page.translator());
    }
    const Question& question = *asked.question;
    view.url = page.tenant_url("/staff/statistics");
    view.period = period_text(question.query.period, page.translator());
    view.filters = filters_of(question, page);
    view.choices = choices_of(sources, question, page);
    const auto typed = [&](const char* name, base::Date date) {
        return asked.fields.has(name) ? std::string(asked.fields.get(name)) : base::format_date(date);
    };
    view.dates = {Field{.name = "from", .label = page.t(TEXT("From")), .value = typed("from", question.query.period.from),
                        .type = "date"},
                  Field{.name = "to", .label = page.t(TEXT("To")), .value = typed("to", question.query.period.to),
                        .type = "date"}};
    for (auto* fields : {&view.choices, &view.dates})
        for (Field& field : *fields) field = field.with(view.errors);
    view.totals = totals_of(sources, question, page);
    view.title = page.t(question.measure->title);
    for (const std::string& dimension : question.query.by) view.title += ": " + dimension_title(dimension, page.translator());
    view.definition = page.t(question.measure->definition);
    view.code_list_version = question.measure->code_list_version;
    if (!can_answer(question, request)) {
        view.problem = page.t(TEXT("This combination is too detailed for so long a period. Choose fewer dimensions or a shorter "
                                   "period."));
    } else {
        auto rows = answer(question, {request.tenant->id});
        view.empty = rows.empty();
        fill_chart(view, question, std::move(rows), page);
        view.rows_url = rows_behind(question, {}, page);
        view.csv_url = page.tenant_url("/staff/statistics.csv?" + query_text(question, question.measure->key));
    }
    return html::render_page(page, templates::statistics_page(view, page), status);
}

http::Response statistics_csv(const Sources& sources, const http::Request& request) {
    const Asked asked = ask(sources, request);
    const i18n::Translator& translator = asked.page.translator();
    if (!asked.question) return http::problem(400, translator.t("The question is not right"), asked.question.error().detail());
    const Question& question = *asked.question;
    if (!can_answer(question, request)) return http::problem(400, translator.t("The question is not right"));
    tables::CsvWriter csv;
    tables::Row head{"municipality", "measure", "from", "to"};
    for (const std::string& dimension : question.query.by) {
        head.emplace_back(dimension);
        head.emplace_back(dimension + "_label");
    }
    for (const char* column : {"value", "unit", "code_list_version", "definition"}) head.emplace_back(column);
    csv.line(head);
    for (const base::MeasureRow& row : answer(question, {request.tenant->id})) {
        tables::Row line{request.tenant->id, question.measure->key, base::format_date(question.query.period.from),
                                      base::format_date(question.query.period.to)};
        for (const std::string& dimension : question.query.by) {
            line.emplace_back(row.dimensions.at(dimension));
            line.emplace_back(value_label(*question.measure, dimension, row.dimensions.at(dimension),
                                       request.tenant->id, translator));
        }
        line.insert(line.end(), {row.value, translator.t(question.measure->unit),
                                 question.measure->code_list_version, translator.t(question.measure->definition)});
        csv.line(line);
    }
    const std::string name = "digilots-" + request.tenant->slug + "-" + question.measure->key + "-" +
                             base::format_date(question.query.period.from) + "-" +
                             base::format_date(question.query.period.to) + ".csv";
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8", name);
}

}  // namespace digilots::statistics
