#include "statistics/side_by_side.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "platform/measures/time.h"
#include "statistics/statistics_page.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

namespace {

using html::components::Cell;
using html::components::Table;

constexpr std::size_t most_rows = 10, most_times = 60, most_tables = 24;

using Rows = std::vector<measures::Row>;
using Values = std::map<std::string, measures::Value>;

bool stands_in_order(std::string_view dimension) { return measures::is_time(dimension) || dimension == "hour"; }

/// The rows of each, one after the other.
std::vector<Rows> parted(const Question& question, Rows rows) {
    const auto& measure = *question.measure;
    const auto& by = question.query.by;
    std::map<std::string, Rows> of;
    for (auto& row : rows) of[row.dimensions.at(by[1])].push_back(std::move(row));
    std::vector<Rows> parts;
    for (auto& [key, part] : of) parts.push_back(std::move(part));
    const auto number = [&](const measures::Row& row) { return measures::number_of(measure.kind, row.value); };
    const auto total = [&](const Rows& part) { return measures::number_of(measure.kind, measures::total_of(measure, part)); };
    if (!stands_in_order(by[0]))
        for (auto& part : parts) std::ranges::stable_sort(part, std::ranges::greater(), number);
    if (!stands_in_order(by[1])) std::ranges::stable_sort(parts, std::ranges::greater(), total);
    return parts;
}

/// The same question, split up less: what a row is a part of.
Values values_by(const Question& question, const std::vector<std::string>& by, const html::Page& page) {
    Question less = question;
    less.query.by = by;
    Values values;
    for (const auto& row : answer(less, {page.request().tenant->id}))
        values[by.empty() ? "" : row.dimensions.at(by[0])] = row.value;
    return values;
}

std::string share_text(const measures::Value& part, const measures::Value& whole, const html::Page& page) {
    return whole.amount == 0 ? "" : measures::value_text(measures::Kind::share, {part.amount, whole.amount}, page.translator());
}

class Tables {
public:
    Tables(const Question& question, const taxonomy::OwnTopicList& own, const html::Page& page)
        : question_(question), own_(own), page_(page), of_each_(values_by(question, {question.query.by[1]}, page)) {
        if (!has_shares()) return;
        of_row_ = values_by(question, {question.query.by[0]}, page);
        whole_ = values_by(question, {}, page)[""];
    }

    Table table(const Rows& rows) const {
        const auto& measure = *question_.measure;
        const auto& by = question_.query.by;
        const auto& key = rows.front().dimensions.at(by[1]);
        const auto& all = of_each_.contains(key) ? of_each_.at(key) : measures::total_of(measure, rows);
        Table table;
        table.caption = value_label(measure, by[1], key, *page_.request().tenant, page_.translator()) + ": " +
                        shown_text(measure.kind, all, page_.translator());
        table.columns = {{split_title(measure, by[0], page_.translator())}, {page_.t(measure.title), true}};
        if (has_shares()) table.columns.insert(table.columns.end(), {{page_.t("Here"), true}, {page_.t("In all"), true}});
        const auto most = stands_in_order(by[0]) ? most_times : most_rows;
        for (const auto& row : rows) {
            if (table.rows.size() == most) break;
            table.rows.push_back(cells(row, all));
        }
        return table;
    }

private:
    /// Of counts alone: a row's part of all that was counted there, and everywhere.
    bool has_shares() const { return question_.measure->kind == measures::Kind::count; }

    std::vector<Cell> cells(const measures::Row& row, const measures::Value& all) const {
        const auto& first = question_.query.by[0];
        const auto& key = row.dimensions.at(first);
        auto label = first == "topic" ? topic_in_levels(row, own_, page_.translator()) : "";
        if (label.empty())
            label = value_label(*question_.measure, first, key, *page_.request().tenant, page_.translator()) +
                    marks_at(question_.circumstances, first, key);
        std::vector<Cell> cells{Cell{.text = label},
                                Cell{.text = shown_text(question_.measure->kind, row.value, page_.translator()),
                                     .url = rows_behind(question_, row, page_)}};
        if (!has_shares()) return cells;
        const auto everywhere = of_row_.find(key);
        cells.push_back({.text = share_text(row.value, all, page_)});
        cells.push_back({.text = everywhere == of_row_.end() ? "" : share_text(everywhere->second, whole_, page_)});
        return cells;
    }

    const Question& question_;
    const taxonomy::OwnTopicList& own_;
    const html::Page& page_;
    Values of_each_, of_row_;
    measures::Value whole_;
};

constexpr std::size_t most_parts = 4;            // of one dimension, in a drawing

struct Drawn {
    std::size_t along = 0, of = 1;              // which dimension is the axis or the bars, and which the lines or parts
    std::vector<std::string> axis = {}, parts = {};     // keys: the axis in its order, the parts by how much they are
    std::map<std::pair<std::string, std::string>, measures::Value> values = {};
};

/// Keys of one dimension; in their order, or those with the most first.
std::vector<std::string> keys_along(const Question& question, const Rows& rows, std::size_t which) {
    const auto& dimension = question.query.by[which];
    std::map<std::string, Rows> of;
    for (const auto& row : rows) of[row.dimensions.at(dimension)].push_back(row);
    std::vector<std::pair<std::string, double>> keys;
    for (const auto& [key, part] : of) {
        const auto total = measures::total_of(*question.measure, part);
        keys.emplace_back(key, measures::number_of(question.measure->kind, total).value_or(0));
    }
    if (!stands_in_order(dimension))
        std::ranges::stable_sort(keys, std::ranges::greater(), &std::pair<std::string, double>::second);
    std::vector<std::string> names;
    for (auto& [key, number] : keys) names.push_back(std::move(key));
    return names;
}

Drawn drawn_of(const Question& question, const Rows& rows) {
    const auto& by = question.query.by;
    Drawn drawn;
    if (!stands_in_order(by[0])) std::swap(drawn.along, drawn.of);
    drawn.axis = without_gaps(by[drawn.along], keys_along(question, rows, drawn.along));
    drawn.parts = keys_along(question, rows, drawn.of);
    for (const auto& row : rows)
        drawn.values[{row.dimensions.at(by[drawn.along]), row.dimensions.at(by[drawn.of])}] = row.value;
    return drawn;
}

class Drawing {
public:
    Drawing(const Question& question, const Rows& rows, const html::Page& page)
        : question_(question),
          drawn_(drawn_of(question, rows)),
          of_each_(values_by(question, {question.query.by[drawn_.along]}, page)),
          page_(page) {
        const auto& by = question.query.by;
        for (const auto& row : unknown_rows(question, page.request().tenant->id))
            unknown_.emplace(row.dimensions.at(by[drawn_.along]), row.dimensions.at(by[drawn_.of]));
    }

    bool is_of_time() const {
        constexpr std::size_t fewest = 3;
        return stands_in_order(question_.query.by[drawn_.along]) && drawn_.axis.size() >= fewest;
    }

    html::components::Chart lines() const {
        html::components::Chart chart{.id = "lines",
                                      .title = page_.t(question_.measure->title),
                                      .dimension = split_title(*question_.measure, question_.query.by[drawn_.along],
                                                               page_.translator()),
                                      .series = {}};
        if (question_.measure->kind == measures::Kind::share) chart.reaches = all_in_percent;
        if (drawn_.parts.size() > most_parts)
            chart.description = page_.t(TEXT("The four highest are drawn. The tables have all."));
        for (std::size_t part = 0; part < drawn_.parts.size() && part < most_parts; ++part) {
            html::components::ChartSeries series{label(drawn_.of, drawn_.parts[part]), {}};
            for (const auto& key : drawn_.axis) series.points.push_back(point(key, drawn_.parts[part]));
            chart.series.push_back(std::move(series));
        }
        return chart;
    }

    Stacked stacked() const {
        constexpr double whole = 100;
        Stacked stacked{.title = page_.t(question_.measure->title),
                        .dimension = split_title(*question_.measure, question_.query.by[drawn_.along], page_.translator()),
                        .value = page_.t(question_.measure->title)};
        for (std::size_t part = 0; part < drawn_.parts.size() && part < most_parts; ++part)
            stacked.legend.push_back(label(drawn_.of, drawn_.parts[part]));
        if (drawn_.parts.size() > most_parts) stacked.legend.push_back(page_.t(TEXT("All others")));
        double most = 0;
        for (const auto& key : drawn_.axis) most = std::max(most, static_cast<double>(sum_at(key)));
        for (const auto& key : drawn_.axis) {
            if (most <= 0 || stacked.bars.size() == most_tables) break;
            const auto all = of_each_.contains(key) ? of_each_.at(key) : measures::Value(sum_at(key));
            if (all.amount != sum_at(key)) stacked.overlaps = true;
            StackedBar bar{label(drawn_.along, key), shown_text(question_.measure->kind, all, page_.translator())};
            for (std::size_t part = 0; part < drawn_.parts.size(); ++part) {
                const auto width = static_cast<double>(amount(key, drawn_.parts[part])) / most * whole;
                const auto from = bar.parts.empty() ? 0 : bar.parts.back().x + bar.parts.back().width;
                constexpr auto shade_of_rest = static_cast<int>(most_parts);
                const bool is_rest = !bar.parts.empty() && bar.parts.back().shade == shade_of_rest;
                if (is_rest) bar.parts.back().width += width;
                else if (width > 0) bar.parts.push_back({from, width, static_cast<int>(std::min(part, most_parts))});
            }
            stacked.bars.push_back(std::move(bar));
        }
        return stacked;
    }

private:
    std::string label(std::size_t which, const std::string& key) const {
        return value_label(*question_.measure, question_.query.by[which], key, *page_.request().tenant, page_.translator());
    }

    std::int64_t amount(const std::string& along, const std::string& part) const {
        const auto found = drawn_.values.find({along, part});
        return found == drawn_.values.end() ? 0 : found->second.amount;
    }

    std::int64_t sum_at(const std::string& along) const {
        std::int64_t sum = 0;
        for (const auto& part : drawn_.parts) sum += amount(along, part);
        return sum;
    }

    /// Of what adds up, nothing counted is zero where others were; of a share it is not known.
    html::components::ChartPoint point(const std::string& along, const std::string& part) const {
        html::components::ChartPoint point{.label = label(drawn_.along, along)};
        const auto found = drawn_.values.find({along, part});
        if (found == drawn_.values.end() && !measures::adds_up(*question_.measure)) return point;
        const auto value = found == drawn_.values.end() ? measures::Value() : found->second;
        if (value.amount == 0 && unknown_.contains({along, part})) return point;
        point.value = measures::number_of(question_.measure->kind, value);
        point.shown = shown_text(question_.measure->kind, value, page_.translator());
        return point;
    }

    const Question& question_;
    const Drawn drawn_;
    const Values of_each_;
    std::set<std::pair<std::string, std::string>> unknown_ = {};       // along, part
    const html::Page& page_;
};

}  // namespace

std::vector<std::string> without_gaps(std::string_view dimension, std::vector<std::string> keys) {
    constexpr std::size_t most = 1200;
    if (!measures::is_period(dimension) || keys.size() < 2) return keys;
    const auto first = periods::read(keys.front()), last = periods::read(keys.back());
    if (!first || !last) return keys;
    std::vector<std::string> all;
    for (auto period = *first; period.from <= last->from; period = periods::next(period)) {
        if (all.size() == most) return keys;
        all.push_back(periods::key_of(period));
    }
    return all;
}

std::vector<measures::Row> with_those_between(const Question& question, std::vector<measures::Row> rows) {
    const auto& dimension = question.query.by[0];
    if (!measures::adds_up(*question.measure)) return rows;
    std::map<std::string, measures::Row> of;
    std::vector<std::string> keys;
    for (auto& row : rows) {
        keys.push_back(row.dimensions.at(dimension));
        of[keys.back()] = std::move(row);
    }
    std::vector<measures::Row> all;
    for (const auto& key : without_gaps(dimension, keys)) {
        const auto found = of.find(key);
        all.push_back(found == of.end() ? measures::Row{{{dimension, key}}, {}} : found->second);
    }
    return all;
}

std::vector<measures::Row> unknown_rows(const Question& question, std::string_view municipality) {
    if (!question.measure->unknown) return {};
    auto query = question.query;
    query.municipalities = {std::string(municipality)};
    return question.measure->unknown(query);
}

bool is_compared(const Question& question) { return question.query.by.size() == 2; }

std::vector<measures::Row> ranked(const Question& question, std::vector<measures::Row> rows) {
    Rows all;
    for (auto& part : parted(question, std::move(rows))) std::ranges::move(part, std::back_inserter(all));
    return all;
}

Compared side_by_side(const Question& question, std::vector<measures::Row> rows, const taxonomy::OwnTopicList& own,
                      const html::Page& page) {
    Compared compared;
    const Tables tables(question, own, page);
    const Drawing drawing(question, rows, page);
    if (drawing.is_of_time()) compared.lines = drawing.lines();
    // Parts of money are rounded each: a bar of them would seem to overlap.
    else if (measures::adds_up(*question.measure) && question.measure->kind != measures::Kind::money)
        compared.stacked = drawing.stacked();
    bool is_cut = false;
    for (const auto& part : parted(question, std::move(rows))) {
        if (compared.tables.size() == most_tables) {
            is_cut = true;
            break;
        }
        compared.tables.push_back(tables.table(part));
        is_cut = is_cut || compared.tables.back().rows.size() < part.size();
    }
    if (question.measure->kind == measures::Kind::count)
        compared.notes.push_back(page.t("“Here” is the part of all that was counted there, “in all” the part of all that was "
                                        "counted anywhere. One that has several counts under each of them."));
    if (compared.stacked.overlaps)
        compared.notes.push_back(page.t(TEXT("One that has several stands in several parts of a bar: the parts may be more "
                                             "together than the number beside the bar.")));
    if (is_cut) compared.notes.push_back(page.t("The highest are shown. The file (CSV) has all, in the same order."));
    return compared;
}

}  // namespace digilots::statistics
