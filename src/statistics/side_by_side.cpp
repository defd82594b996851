#include "statistics/side_by_side.h"

#include <algorithm>
#include <map>

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

}  // namespace

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
    if (is_cut) compared.notes.push_back(page.t("The highest are shown. The file (CSV) has all, in the same order."));
    return compared;
}

}  // namespace digilots::statistics
