#include "statistics/statistics_page.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/measures/time.h"
#include "platform/tables/csv_writer.h"
#include "statistics/side_by_side.h"
#include "statistics/statistics_view.h"
#include "statistics/templates.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

std::string rows_behind(const Question& question, const measures::Row& row, const html::Page& page) {
    if (!http::may(page.request(), http::Role::coordinator) || !question.measure->rows_url) return "";
    measures::Query query = question.query;
    query.by.clear();
    for (const auto& [dimension, key] : row.dimensions) {
        const auto part = measures::is_period(dimension) ? periods::read(key) : std::nullopt;
        if (part) query.period = {std::max(query.period.from, part->from), std::min(query.period.to, part->to)};
        else query.where[dimension] = key;
    }
    const std::string url = question.measure->rows_url(query);
    return url.empty() ? "" : page.tenant_url(url);
}

namespace {

using html::components::ChartPoint;
using html::components::Field;

constexpr std::size_t most_bars = 60;

using OwnTopicsHere = std::shared_ptr<const taxonomy::OwnTopicList>;

/// The second list of the form: what figures that are split up are compared by.
constexpr std::string_view compared_by = "and_by";

/// Where nothing is said the page splits by topic, if the measure has topics. A split that only another measure has is left
/// out: it was chosen before the measure.
http::Fields fields_of(const http::Request& request, const Offered& offered) {
    http::Fields fields = request.query;
    const auto* measure = measure_in(fields, offered);
    if (measure == nullptr) return fields;
    if (!fields.has("by") && measure->find("topic")) fields.pairs.emplace_back("by", "topic");
    if (fields.has(compared_by)) fields.pairs.emplace_back("by", fields.get(compared_by));
    std::erase_if(fields.pairs, [&](const auto& pair) {
        const auto has_it = [&](const measures::Measure* one) { return has_dimension(*one, pair.second); };
        return pair.first == "by" && !has_it(measure) && std::ranges::any_of(offered, has_it);
    });
    return fields;
}

/// The same question of another measure or period, which may be named or be dates.
std::string query_text(const Question& question, const std::string& measure, const std::string& period) {
    std::string text = "measure=" + html::url_encode(measure) + "&" + period;
    for (const std::string& dimension : question.query.by) text += "&by=" + html::url_encode(dimension);
    for (const auto& [dimension, key] : question.query.where) text += "&" + dimension + "=" + html::url_encode(key);
    if (question.shared_topics_alone) text += "&" + std::string(topic_level) + "=" + std::string(shared_level);
    return text;
}

std::string query_text(const Question& question, const std::string& measure) {
    const auto& period = question.query.period;
    return query_text(question, measure,
                      "period=dates&from=" + base::format_date(period.from) + "&to=" + base::format_date(period.to));
}

html::Link step_to(const std::optional<periods::Period>& period, const Question& question, const html::Page& page) {
    if (!period) return {};
    const std::string named = "period=" + html::url_encode(periods::key_of(*period));
    return {periods::name_of(*period, page.translator()),
            page.tenant_url("/staff/statistics?" + query_text(question, question.measure->key, named))};
}

std::string label_of(const Question& question, const measures::Row& row, const html::Page& page) {
    std::string text;
    for (const std::string& dimension : question.query.by) {
        text += (text.empty() ? "" : ", ") + value_label(*question.measure, dimension, row.dimensions.at(dimension),
                                                         *page.request().tenant, page.translator());
    }
    return text;
}

bool is_line(const Question& question, std::size_t rows) {
    return question.query.by.size() == 1 && rows >= 3 && measures::is_period(question.query.by[0]);
}

void fill_chart(StatisticsView& view, const Question& question, std::vector<measures::Row> rows, const OwnTopicsHere& own,
                const html::Page& page) {
    const bool in_order = question.query.by.size() == 1 &&
                          (measures::is_time(question.query.by[0]) || question.query.by[0] == "hour");
    const auto kind = question.measure->kind;
    const auto number = [kind](const measures::Row& row) { return measures::number_of(kind, row.value); };
    if (!in_order) std::ranges::stable_sort(rows, std::ranges::greater(), number);
    const auto& by = question.query.by;
    const bool by_topic = by.size() == 1 && by[0] == "topic";
    if (by_topic) put_own_beneath(rows, *own);
    view.as_line = is_line(question, rows.size());
    // Of topics all are shown: an own one left out would be missed beneath its shared one.
    if (!view.as_line && !by_topic && rows.size() > most_bars) rows.resize(most_bars);
    view.chart.id = "figures";
    view.chart.title = view.title;
    if (!question.query.by.empty())
        view.chart.dimension = split_title(*question.measure, question.query.by[0], page.translator());
    html::components::ChartSeries series;
    series.title = page.t(question.measure->title);
    for (const measures::Row& row : rows) {
        ChartPoint point;
        point.label = by_topic ? topic_in_levels(row, *own, page.translator()) : "";
        if (point.label.empty()) point.label = label_of(question, row, page);
        point.value = number(row).value_or(0);
        point.shown = shown_text(kind, row.value, page.translator());
        point.url = rows_behind(question, row, page);
        series.points.push_back(std::move(point));
    }
    view.chart.series.push_back(std::move(series));
}

/// "stated in 12 of 40": a sum of what may be left out says of how many it is the sum; a share and a mean say it, too.
std::string stated_of(const Question& whole, const measures::Value& value, const html::Page& page) {
    if (!whole.measure->stated) return measures::parts_text(whole.measure->kind, value, page.translator());
    measures::Query query = whole.query;
    query.municipalities = {page.request().tenant->id};
    const auto [stated, all] = whole.measure->stated(query);
    return page.tn("stated in {stated} of {n} inquiry", "stated in {stated} of {n} inquiries", all,
                   {{"stated", page.translator().number(static_cast<double>(stated))}});
}

/// Where the form offers a dimension's values to limit the figures to: its field.
std::optional<Field> limit_field(const Question& question, const measures::Dimension& dimension, const html::Page& page) {
    const auto& municipality = page.request().tenant->id;
    auto keys = dimension.limits ? dimension.limits(municipality) : std::vector<std::string>{};
    if (keys.empty()) return std::nullopt;
    const auto found = question.query.where.find(dimension.key);
    const std::string chosen = found == question.query.where.end() ? "" : found->second;
    // What is gone stays chosen where its figures are looked at.
    if (!chosen.empty() && std::ranges::find(keys, chosen) == keys.end()) keys.push_back(chosen);
    Field field{.name = dimension.key, .label = page.t(dimension.title), .options = {{"", page.t(TEXT("All")), chosen.empty()}}};
    for (const auto& key : keys)
        field.options.push_back({key, dimension.label(key, municipality, page.translator()), key == chosen});
    return field;
}

Filters filters_of(const Question& question, const html::Page& page) {
    Question whole = question;
    whole.query.where.clear();
    Filters filters{{}, page.tenant_url("/staff/statistics?" + query_text(whole, question.measure->key)), question.query.where};
    for (const auto& [dimension, key] : question.query.where) {
        Question without = question;
        without.query.where.erase(dimension);
        filters.limits.push_back({limit_words(question, dimension, key, *page.request().tenant, page.translator()),
                                  page.tenant_url("/staff/statistics?" + query_text(without, question.measure->key))});
    }
    // What a field of the form says is not sent twice.
    for (const auto& dimension : question.measure->dimensions)
        if (limit_field(question, dimension, page)) filters.kept.erase(dimension.key);
    return filters;
}

/// "minutes"; nothing where the title is the unit.
std::string unit_beside(const measures::Measure& measure, const measures::Value& value, const html::Page& page) {
    if (measure.kind == measures::Kind::share) return "";
    const bool is_one = measures::number_of(measure.kind, value) == 1.0 && measure.unit_of_one != i18n::Text{};
    const std::string unit = page.t(is_one ? measure.unit_of_one : measure.unit);
    const bool says_it = base::lower(page.t(measure.title)) == base::lower(page.t(measure.unit));
    return says_it ? "" : unit;
}

std::vector<Total> totals_of(const Offered& offered, const Question& question, const html::Page& page) {
    std::vector<Total> totals;
    for (const auto* measure : offered) {
        Question whole = question;
        whole.measure = measure;
        whole.query.by.clear();
        std::vector<std::string> not_limited;
        for (const auto& [dimension, key] : question.query.where)
            if (!measure->find(dimension)) not_limited.push_back(split_title(*question.measure, dimension, page.translator()));
        const auto url = page.tenant_url("/staff/statistics?" + query_text(question, measure->key));
        if (!not_limited.empty()) {
            // The figure of all beside figures of a part would be taken for one of the part.
            totals.push_back({page.t(measure->title), "–", "", url, false,
                              page.t(TEXT("Cannot be limited by: {limits}"), {{"limits", base::joined(not_limited, ", ")}})});
            continue;
        }
        const auto value = answer(whole, {page.request().tenant->id}).front().value;
        totals.push_back({page.t(measure->title), measures::value_text(measure->kind, value, page.translator()),
                          unit_beside(*measure, value, page), url, measure == question.measure, stated_of(whole, value, page)});
    }
    return totals;
}

std::vector<Field> choices_of(const Offered& offered, const Question& question, const html::Page& page) {
    Field measure{.name = "measure", .label = page.t(TEXT("What is counted"))};
    for (const auto* one : offered) measure.options.push_back({one->key, page.t(one->title), one == question.measure});
    Field by{.name = "by", .label = page.t(TEXT("Split up by"))};
    Field compared{.name = std::string(compared_by), .label = page.t(TEXT("Compare by"))};
    const auto chosen = [&](std::size_t which) { return question.query.by.size() > which ? question.query.by[which] : ""; };
    compared.options.push_back({"", page.t(TEXT("No comparison")), chosen(1).empty()});
    const auto add = [&](std::string_view dimension) {
        const auto title = split_title(*question.measure, dimension, page.translator());
        by.options.push_back({std::string(dimension), title, chosen(0) == dimension});
        compared.options.push_back({std::string(dimension), title, chosen(1) == dimension});
    };
    for (const auto& dimension : question.measure->dimensions) add(dimension.key);
    for (const std::string_view dimension : measures::time_dimensions()) add(dimension);
    std::vector<Field> fields{measure, by, compared, periods::field_of(periods::name_in(page.request().query), page)};
    for (const auto& dimension : question.measure->dimensions)
        if (auto limit = limit_field(question, dimension, page)) fields.push_back(*std::move(limit));
    return fields;
}

/// Where the figures end before the period does: what comes after is not known, and no zero.
struct End {
    std::string words;
    bool is_before_all = false;         // of the period nothing is known
};

End end_of(const Question& question, base::Date today, const html::Page& page) {
    const auto& measure = *question.measure;
    const auto last = measure.last_day ? measure.last_day(page.request().tenant->id) : std::nullopt;
    const auto& period = question.query.period;
    // A weekend without an entry is no end.
    constexpr int usual_gap = 4;
    if (!last || base::add_days(*last, usual_gap) >= std::min(period.to, today)) return {};
    return {page.t(TEXT("The figures end on {date}: nothing has been logged since then."),
                   {{"date", page.translator().date(*last)}}),
            *last < period.from};
}

struct PageQuestion {
    html::Page page;
    base::Date today;
    Offered offered;
    http::Fields fields;
    base::Result<Question, NotUnderstood> question;
};

PageQuestion read_request(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("Statistics"));
    page.staff = true;
    page.indexable = false;
    const base::Date today = base::to_civil(pages.clock.now(), request.tenant->zone).date;
    Offered offered = offered_to(request.identity, pages.measures);
    http::Fields fields = fields_of(request, offered);
    auto question = read_question(fields, offered, today, page.translator());
    if (question) use_ids(*question, pages.measures, *request.tenant, page.translator());
    return {std::move(page), today, std::move(offered), std::move(fields), std::move(question)};
}

bool can_answer(const Question& question, const http::Request& request) {
    measures::Query query = question.query;
    query.municipalities = {request.tenant->id};
    return !question.measure->can_answer || question.measure->can_answer(query);
}

}  // namespace

http::Response statistics_page(const Pages& pages, const http::Request& request) {
    PageQuestion reading = read_request(pages, request);
    const html::Page& page = reading.page;
    StatisticsView view;
    int status = 200;
    if (reading.offered.empty()) return html::error_page(request, 404);
    if (!reading.question) {
        const std::string& parameter = reading.question.error().parameter;
        view.errors.add(parameter, reading.question.error().words);
        status = 422;
        reading.question = read_question({}, reading.offered, reading.today, page.translator());
    }
    const Question& question = *reading.question;
    view.url = page.tenant_url("/staff/statistics");
    view.period = periods::days_of(question.query.period, page.translator());
    const auto steps = periods::steps_from(question.choice, reading.today);
    view.previous = step_to(steps.previous, question, page);
    view.next = step_to(steps.next, question, page);
    view.filters = filters_of(question, page);
    view.choices = choices_of(reading.offered, question, page);
    const auto own = pages.own_topics.of(request.tenant->id);
    if (base::holds(question.query.by, "topic") && !own->empty())
        view.choices.push_back(level_field(question.shared_topics_alone, page));
    const auto typed = [&](const char* name, base::Date date) {
        const bool may_be_typed = status != 200 || question.choice.name == "dates";
        const bool is_typed = may_be_typed && !reading.fields.get(name).empty();
        return is_typed ? std::string(reading.fields.get(name)) : base::format_date(date);
    };
    view.dates = {Field{.name = "from", .label = page.t(TEXT("From")), .value = typed("from", question.query.period.from),
                        .type = "date"},
                  Field{.name = "to", .label = page.t(TEXT("To")), .value = typed("to", question.query.period.to),
                        .type = "date"}};
    for (auto* fields : {&view.choices, &view.dates})
        for (Field& field : *fields) field = field.with(view.errors);
    view.totals = totals_of(reading.offered, question, page);
    const auto end = end_of(question, reading.today, page);
    view.ends = end.words;
    if (end.is_before_all)
        for (auto& total : view.totals) total = {total.title, "–", "", total.url, total.current};
    view.title = page.t(question.measure->title);
    for (const std::string& dimension : question.query.by) {
        view.title += ": " + split_title(*question.measure, dimension, page.translator());
    }
    view.definition = page.t(question.measure->definition);
    view.code_list_version = question.measure->code_list_version;
    if (!can_answer(question, request)) {
        view.problem = page.t(TEXT("This combination is too detailed for so long a period. Choose fewer dimensions or a shorter "
                                   "period."));
    } else {
        auto rows = answer(question, {request.tenant->id});
        if (question.shared_topics_alone) leave_out_own(rows);
        view.empty = rows.empty();
        if (is_compared(question)) view.compared = side_by_side(question, std::move(rows), *own, page);
        else fill_chart(view, question, std::move(rows), own, page);
        view.rows_url = rows_behind(question, {}, page);
        view.csv_url = page.tenant_url("/staff/statistics.csv?" + query_text(question, question.measure->key));
    }
    return html::render_page(page, templates::statistics_page(view, page), status);
}

http::Response statistics_csv(const Pages& pages, const http::Request& request) {
    const PageQuestion reading = read_request(pages, request);
    const i18n::Translator& translator = reading.page.translator();
    if (!reading.question)
        return http::problem(400, translator.t("The question is not right"), reading.question.error().detail());
    const Question& question = *reading.question;
    if (!can_answer(question, request)) return http::problem(400, translator.t("The question is not right"));
    const measures::Measure& measure = *question.measure;
    const std::string from = base::format_date(question.query.period.from), to = base::format_date(question.query.period.to);
    tables::CsvWriter csv;
    tables::Row head{"municipality", "measure", "from", "to"};
    for (const std::string& dimension : question.query.by) {
        // "unit" is what is counted: no two columns have one name.
        const std::string column = dimension == "unit" ? "organisation_unit" : dimension;
        head.emplace_back(column);
        head.emplace_back(column + "_label");
    }
    for (const char* column : {"value", "unit", "code_list_version", "definition"}) head.emplace_back(column);
    for (const char* column : measures::part_names(measure.kind)) head.emplace_back(column);
    const bool by_topic = base::holds(question.query.by, "topic");
    if (by_topic) head.insert(head.end(), {"topic_level", "topic_above", "topic_number"});
    csv.line(head);
    const auto own = pages.own_topics.of(request.tenant->id);
    auto rows = answer(question, {request.tenant->id});
    if (question.shared_topics_alone) leave_out_own(rows);
    if (is_compared(question)) rows = ranked(question, std::move(rows));
    else if (by_topic) put_own_beneath(rows, *own);
    for (const measures::Row& row : rows) {
        tables::Row line{request.tenant->id, measure.key, from, to};
        for (const std::string& dimension : question.query.by) {
            line.emplace_back(row.dimensions.at(dimension));
            line.emplace_back(value_label(measure, dimension, row.dimensions.at(dimension), *request.tenant, translator));
        }
        line.insert(line.end(), {measures::number_of(measure.kind, row.value), unit_text(measure, translator),
                                 measure.code_list_version, translator.t(measure.definition)});
        if (!measures::part_names(measure.kind).empty()) line.insert(line.end(), {row.value.amount, row.value.of});
        if (by_topic) add_levels(line, row, *own);
        csv.line(line);
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + request.tenant->slug + "-" + measure.key + "-" + from + "-" + to + ".csv");
}

}  // namespace digilots::statistics
