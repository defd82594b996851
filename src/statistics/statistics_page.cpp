#include "statistics/statistics_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/measures/time.h"
#include "platform/register/pages.h"
#include "statistics/beside_view.h"
#include "statistics/choices.h"
#include "statistics/heat.h"
#include "statistics/saved.h"
#include "statistics/shares.h"
#include "statistics/side_by_side.h"
#include "statistics/statistics_view.h"
#include "statistics/templates.h"
#include "statistics/topic_levels.h"
#include "statistics/totals.h"

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

html::Link step_to(const std::optional<periods::Period>& period, const Question& question, const html::Page& page) {
    if (!period) return {};
    const std::string named = "period=" + html::url_encode(periods::key_of(*period));
    return {periods::name_of(*period, page.translator()),
            page.tenant_url("/staff/statistics?" + query_text(question, question.measure->key, named))};
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
    if (view.as_line) rows = with_those_between(question, std::move(rows));
    // Of topics all are shown: an own one left out would be missed beneath its shared one.
    if (!view.as_line && !by_topic && rows.size() > most_bars) rows.resize(most_bars);
    view.chart.id = "figures";
    view.chart.title = view.title;
    if (kind == measures::Kind::share) view.chart.reaches = all_in_percent;
    if (!question.query.by.empty())
        view.chart.dimension = split_title(*question.measure, question.query.by[0], page.translator());
    std::set<std::map<std::string, std::string>> unknown;
    for (auto& row : unknown_rows(question, page.request().tenant->id)) unknown.insert(std::move(row.dimensions));
    html::components::ChartSeries series;
    series.title = page.t(question.measure->title);
    for (const measures::Row& row : rows) {
        ChartPoint point;
        point.label = by_topic ? topic_in_levels(row, *own, page.translator()) : "";
        if (point.label.empty()) point.label = label_of(question, row, *page.request().tenant, page.translator());
        const bool is_unknown = row.value.amount == 0 && unknown.contains(row.dimensions);
        if (!is_unknown) point.value = number(row).value_or(0);
        if (!is_unknown) point.shown = shown_text(kind, row.value, page.translator());
        point.url = rows_behind(question, row, page);
        series.points.push_back(std::move(point));
    }
    view.chart.series.push_back(std::move(series));
}

std::string title_of(const Question& question, const html::Page& page) {
    std::string title = page.t(question.measure->title);
    for (const std::string& dimension : question.query.by)
        title += ": " + split_title(*question.measure, dimension, page.translator());
    return title;
}

/// What stands in the address and is not counted by: else all would be taken for a part.
std::string left_out_of(const http::Fields& typed, const PageQuestion& reading, const html::Page& page) {
    constexpr std::array<std::string_view, 13> known{"measure", "period",     "from",       "to",     "by",        "shown_from",
                                                     "shown_to", topic_level, compare_with, share_of, with_target, compared_by,
                                                     "lang"};
    const auto& measure = *reading.question->measure;
    std::vector<std::string> names;
    for (const auto& [name, value] : typed.pairs)
        if (!value.empty() && !measure.find(name) && std::ranges::find(known, name) == known.end())
            base::add_once(names, base::cut(name, 60));
    if (names.empty()) return "";
    return page.t(TEXT("The figure cannot be limited by this, so it is left out: {names}."),
                  {{"names", base::joined(names, ", ")}});
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
    if (auto why = why_unknown(question, {}, page); !why.empty()) return {std::move(why)};
    if (!last || base::add_days(*last, usual_gap) >= std::min(period.to, today)) return {};
    return {page.t(TEXT("The figures end on {date}: nothing has been logged since then."),
                   {{"date", page.translator().date(*last)}}),
            *last < period.from};
}

Saved saved_of(const Pages& pages, const Question& question, const html::Page& page) {
    constexpr std::int64_t most_read = 200;
    constexpr std::size_t most_links = 12;
    const std::string path(pages.kinds->saved.declaration().path);
    Saved saved{.all = {page.t(TEXT("All saved figures")), page.tenant_url(path)},
                .add = {page.t(TEXT("Save these figures")),
                        page.tenant_url(path + "/new?query=" + html::url_encode(kept_query_text(question)))}};
    const auto around = register_::around_of(pages.kinds->saved, page.request());
    const auto listed = pages.kinds->saved.list(around, {}, most_read, 0);
    for (const auto& one : listed.records)
        if (saved.questions.size() < most_links && is_in_list_of(one, around.account))
            saved.questions.push_back({one.text("title"), page.tenant_url(figures_path(one))});
    return saved;
}

/// How a share goes month by month, beside what is aimed at.
std::vector<html::Link> further_of(const Pages& pages, const Question& question, const html::Page& page) {
    std::vector<html::Link> further;
    if (question.beside.share && question.beside.share->over.empty()) {
        Question trend = question;
        trend.query.by = {"month"};
        trend.beside.compared.reset();
        trend.beside.share_word = question.measure->key == question.beside.share->part->key
                                      ? question.beside.share->whole->key
                                      : question.beside.share->part->key;
        trend.beside.target = true;
        const auto year = periods::holding(periods::Kind::year, question.query.period.to);
        further.push_back({page.t(TEXT("Month by month over the year, against the target")),
                           page.tenant_url("/staff/statistics?" + query_text(trend, question.measure->key,
                                                                             "period=" + periods::key_of(year)))});
    }
    further.push_back({page.t(TEXT("What sends people to us")), page.tenant_url("/staff/statistics/sent-here")});
    further.push_back({page.t(TEXT("Reference figures")), page.tenant_url("/staff/goals/references")});
    further.push_back({page.t(TEXT("Targets of the figures")), page.tenant_url("/staff/statistics/targets")});
    if (pages.digests && pages.digests->are_sent() && http::may(page.request(), http::Role::coordinator))
        further.push_back({page.t(TEXT("Figures of the month by letter")), page.tenant_url("/staff/statistics/digest")});
    return further;
}

/// The year's report, limited as the figures are where it can be.
html::Link report_of(const Question& question, const html::Page& page) {
    ReportWish wish{.year = static_cast<int>(question.query.period.to.year())};
    for (const auto limit : report_limits)
        if (const auto found = question.query.where.find(std::string(limit)); found != question.query.where.end())
            wish.limits.insert(*found);
    return {page.t(TEXT("Report of the year")), page.tenant_url("/staff/statistics/report?" + report_query(wish))};
}

/// A count beside how many live there; of a period that is not over it is what was counted so far.
std::string per_thousand(const Pages& pages, const Question& question, const html::Page& page) {
    if (question.measure->kind != measures::Kind::count) return "";
    const auto about = pages.municipalities.about(page.request().tenant->id);
    if (!about || about->population_year == 0 || about->population <= 0)
        return page.t(TEXT("How many live here is not known, so nothing stands per 1 000 inhabitants."));
    Question whole = question;
    whole.query.by.clear();
    constexpr double thousand = 1000;
    const auto value = answer(whole, {page.request().tenant->id}).front().value;
    const auto& words = page.translator();
    return page.t(TEXT("{figure}: {n} per 1 000 inhabitants of the municipality. They were {population} in {year} ({source})."),
                  {{"figure", page.t(question.measure->title)},
                   {"n", words.number(static_cast<double>(value.amount) * thousand / static_cast<double>(about->population), 1)},
                   {"population", words.number(static_cast<double>(about->population))},
                   {"year", std::to_string(about->population_year)},
                   {"source", page.t(about->is_own           ? TEXT("as the municipality states it")
                                     : about->country == "NO" ? TEXT("Statistics Norway")
                                                              : TEXT("Statistics Sweden"))}});
}

/// By numbers that also stand at the figures.
void add_circumstances(StatisticsView& view, const Pages& pages, Question& question, base::Date today, const html::Page& page) {
    if (!pages.around.circumstances) return;
    question.circumstances = pages.around.circumstances(*page.request().tenant, question.query.period, page.translator());
    view.circumstances = effects_of(question, today, page);
}

/// Whether more years have passed since than the municipality says that figures hold.
bool is_perhaps_outdated(std::string_view year, const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto number = base::whole_number(year, 1, 9999);
    const auto today = base::to_civil(pages.clock.now(), tenant.zone).date;
    return number && static_cast<int>(today.year()) - *number > pages.municipalities.settings(tenant.id).figures_hold;
}

/// Each with its year and of whom it is: nobody takes them for figures of this period.
html::components::Table references_of(const Pages& pages, const html::Page& page) {
    html::components::Table table{.caption = page.t(TEXT("Figures of others to compare with"))};
    const auto& tenant = *page.request().tenant;
    const auto all = pages.around.references ? pages.around.references(tenant) : std::vector<ReferenceFigure>{};
    table.columns = {{page.t("Reference figures")}, {page.t(TEXT("The figure"))}, {page.t(TEXT("Of whom"))}, {page.t("Year")},
                     {page.t(TEXT("Published by"))}};
    for (const auto& one : all) {
        const auto mark = is_perhaps_outdated(one.year, pages, page) ? ", " + page.t(TEXT("possibly outdated")) : std::string();
        table.rows.push_back({html::components::Cell{.text = one.title, .url = page.tenant_url(one.url)},
                              html::components::Cell{.text = one.figure}, html::components::Cell{.text = one.base},
                              html::components::Cell{.text = one.year + mark},
                              html::components::Cell{.text = one.publisher}});
    }
    return table;
}

/// What is counted until today would be taken for a whole month that fell.
std::string not_over(const Question& question, const std::vector<measures::Row>& rows, base::Date today, const html::Page& page) {
    const auto dimension = std::ranges::find_if(question.query.by, measures::is_period);
    if (dimension == question.query.by.end() || *dimension == "day") return "";
    for (const auto& row : rows) {
        const auto& key = row.dimensions.at(*dimension);
        const auto part = periods::read(key);
        if (!part || part->from > today || part->to <= today) continue;
        return page.t(TEXT("{part} is not over: what is counted of it is until {date}."),
                      {{"part", value_label(*question.measure, *dimension, key, *page.request().tenant, page.translator())},
                       {"date", page.translator().date(std::min(today, question.query.period.to))}});
    }
    return "";
}

/// The drawing and the tables, and the same as files.
void fill_figures(StatisticsView& view, const Pages& pages, const Question& question, std::vector<Figure> figures,
                  const OwnTopicsHere& own, base::Date today, const html::Page& page) {
    std::vector<measures::Row> rows;
    const bool is_counted = is_known(question, figures, page.request().tenant->id);
    for (const auto& figure : figures)
        if (is_counted) rows.push_back(figure.row);
    view.empty = rows.empty();
    if (!is_counted) return;
    view.references = references_of(pages, page);
    const auto& last = question.query.period.to;
    if (!rows.empty() && is_perhaps_outdated(std::to_string(static_cast<int>(last.year())), pages, page))
        view.notes.push_back(page.t(TEXT("Possibly outdated: these figures end on {date}. How many years figures hold stands in "
                                         "the settings."),
                                    {{"date", page.translator().date(last)}}));
    if (const auto beside = per_thousand(pages, question, page); !beside.empty() && !rows.empty()) view.notes.push_back(beside);
    view.rows_url = rows_behind(question, {}, page);
    const std::string asked = "?" + query_text(question, question.measure->key);
    for (const auto& [title, ending] : {std::pair(page.t(TEXT("Download the figures (CSV)")), ".csv"),
                                        std::pair(page.t(TEXT("As a spreadsheet with definitions (XLSX)")), ".xlsx"),
                                        std::pair(page.t(TEXT("As JSON")), ".json")})
        view.files.push_back({title, page.tenant_url("/staff/statistics" + std::string(ending) + asked)});
    if (const auto note = does_not_add_up(question, rows, page); !note.empty()) view.notes.push_back(note);
    if (const auto note = not_over(question, rows, today, page); !note.empty()) view.notes.push_back(note);
    if (!question.beside.is_empty()) {
        rank(figures, question);
        view.beside = beside_table(question, figures, page);
        auto drawing = beside_drawing(question, figures, page);
        view.chart = std::move(drawing.chart);
        view.as_line = drawing.as_line;
        if (view.beside.rows.size() < figures.size())
            view.notes.push_back(page.t(TEXT("The highest are shown. The file (CSV) has all, in the same order.")));
    } else if (is_heat(question)) {
        view.heat = heat_of(pages.around, question, rows, *page.request().tenant, page.translator());
    } else if (is_compared(question)) {
        view.compared = side_by_side(question, std::move(rows), *own, page);
    } else {
        fill_chart(view, question, std::move(rows), own, page);
    }
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
    view.choices = choices_of(pages, reading.offered, question, page);
    view.limits = limits_of(question, page);
    const auto own = pages.own_topics.of(request.tenant->id);
    if (base::holds(question.query.by, "topic") && !own->empty())
        view.choices.push_back(level_field(question.shared_topics_alone, page));
    const auto typed = [&](const char* name, base::Date date) {
        const bool may_be_typed = status != 200 || question.choice.name == "dates";
        const bool is_typed = may_be_typed && !reading.fields.get(name).empty();
        return is_typed ? std::string(reading.fields.get(name)) : base::format_date(date);
    };
    const auto& [from, to] = question.query.period;
    view.dates = {{.name = "from", .label = page.t(TEXT("From")), .value = typed("from", from), .type = "date"},
                  {.name = "to", .label = page.t(TEXT("To")), .value = typed("to", to), .type = "date"}};
    for (auto* fields : {&view.choices, &view.limits, &view.dates})
        for (Field& field : *fields) field = field.with(view.errors);
    view.limits_chosen = !question.query.where.empty() || !view.errors.empty();
    const bool is_too_detailed = !can_answer(question, request);          // nothing is read before that is said
    if (!is_too_detailed) view.totals = totals_of(reading.offered, question, page);
    const auto end = end_of(question, reading.today, page);
    view.ends = end.words;
    if (end.is_before_all)
        for (auto& total : view.totals) total = {total.title, "–", "", total.url, total.current};
    add_circumstances(view, pages, *reading.question, reading.today, page);
    view.title = title_of(question, page);
    view.definition = page.t(question.measure->definition);
    view.code_list_version = question.measure->code_list_version;
    view.chips = chips_of(question, page);
    view.saved = saved_of(pages, question, page);
    view.further = further_of(pages, question, page);
    view.report = report_of(question, page);
    view.left_out = left_out_of(request.query, reading, page);
    const auto targets = targets_of(pages.kinds->targets, request.tenant->id);
    const auto figures = is_too_detailed ? std::nullopt : figures_of(question, request.tenant->id, targets);
    if (figures) {
        fill_figures(view, pages, question, *figures, own, reading.today, page);
    } else {
        view.problem = page.t(TEXT("This combination is too detailed for so long a period. Choose fewer dimensions or a shorter "
                                   "period."));
    }
    return html::render_page(page, templates::statistics_page(view, page), status);
}

}  // namespace digilots::statistics
