#include "statistics/report_tables.h"

#include <algorithm>
#include <map>

#include "platform/base/lists.h"
#include "statistics/beside_view.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

namespace {

std::map<std::string, std::int64_t> amounts_by(const std::optional<std::vector<measures::Row>>& rows,
                                               const std::string& dimension) {
    std::map<std::string, std::int64_t> amounts;
    for (const auto& row : rows.value_or(std::vector<measures::Row>())) amounts[row.dimensions.at(dimension)] += row.value.amount;
    return amounts;
}

bool is_stated(const measures::Row& row, const std::string& dimension) {
    const auto& key = row.dimensions.at(dimension);
    return !key.empty() && key != "not_stated";
}

/// The most first, what is not stated last.
void put_in_order(std::vector<measures::Row>& rows, const std::string& dimension, const taxonomy::OwnTopicList& own) {
    std::ranges::stable_sort(rows, std::ranges::greater(), [&](const measures::Row& row) {
        return std::pair(is_stated(row, dimension), row.value.amount);
    });
    if (dimension == "topic") put_own_beneath(rows, own);
}

}  // namespace

std::string share_in_words(const measures::Value& share, const i18n::Translator& translator) {
    return part_text(share, translator);
}

std::optional<Most> most_of(ReportFigures& figures, std::string_view key, const std::string& dimension) {
    if (!figures.has(key, dimension) || figures.wish().limits.contains(dimension)) return std::nullopt;
    auto rows = figures.rows(key, {dimension});
    if (!rows) return std::nullopt;
    std::erase_if(*rows, [&](const measures::Row& row) {
        return !is_stated(row, dimension) || row.dimensions.at(dimension) == "none" || is_of_own_topic(row);
    });
    const auto most = std::ranges::max_element(*rows, {}, [](const measures::Row& row) { return row.value.amount; });
    if (most == rows->end() || most->value.amount == 0) return std::nullopt;
    return Most{figures.label(key, dimension, *most), most->value.amount};
}

void add_split(ReportSection& section, ReportFigures& figures, std::string_view key, const std::string& dimension,
               const std::string& caption) {
    if (!figures.has(key, dimension) || figures.wish().limits.contains(dimension)) return;
    const auto& words = figures.source().translator;
    auto rows = figures.rows(key, {dimension});
    const auto all = figures.total(key);
    if (!rows || !all) return;
    if (std::ranges::none_of(*rows, [&](const measures::Row& row) { return is_stated(row, dimension); })) {
        section.notes.push_back(words.t(TEXT("{what}: nothing was reported."), {{"what", caption}}));
        figures.note_not_known(section.notes.back());
        return;
    }
    const auto rows_before = figures.rows(key, {dimension}, When::before);
    const auto before = amounts_by(rows_before, dimension);
    const auto now = amounts_by(rows, dimension);
    for (const auto& row : rows_before.value_or(std::vector<measures::Row>()))
        if (!now.contains(row.dimensions.at(dimension))) rows->push_back({row.dimensions, {}});
    put_in_order(*rows, dimension, *figures.source().own_topics);
    const auto& measure = *figures.measure(key);
    ReportTable table{.caption = caption,
                      .headers = {split_title(measure, dimension, words), figures.year(When::now), words.t(TEXT("Part of all")),
                                  figures.year(When::before)}};
    std::int64_t sum = 0;
    for (const auto& row : *rows) {
        sum += row.value.amount;
        const auto part = measures::Value(row.value.amount, all->amount);
        const auto found = before.find(row.dimensions.at(dimension));
        const auto then = found == before.end() ? 0 : found->second;
        table.rows.push_back(
            {{figures.label(key, dimension, row)},
             figures.count(row.value.amount),
             {measures::value_text(measures::Kind::share, part, words), measures::number_of(measures::Kind::share, part)},
             figures.count(rows_before ? std::optional(then) : std::nullopt)});
    }
    if (table.rows.empty()) return;
    if (sum != all->amount)
        section.notes.push_back(
            words.t(TEXT("{table}: the rows add up to {sum}; all together there are {all}. What belongs to several rows counts "
                         "in each of them."),
                    {{"table", caption}, {"sum", figures.count(sum).text}, {"all", figures.count(all->amount).text}}));
    section.tables.push_back(std::move(table));
}

void add_figures(ReportSection& section, ReportFigures& figures, std::span<const std::string_view> keys,
                 const std::string& caption) {
    const auto& words = figures.source().translator;
    ReportTable table{.caption = caption,
                      .headers = {words.t(TEXT("Figure")), figures.year(When::now), figures.year(When::before)}};
    bool is_known = false;
    for (const auto key : keys) {
        const auto* measure = figures.measure(key);
        if (!measure) continue;
        const auto now = figures.total(key), before = figures.total(key, When::before);
        is_known = is_known || now || before;
        table.rows.push_back({{words.t(measure->title)}, figures.cell(key, now), figures.cell(key, before)});
    }
    if (is_known) section.tables.push_back(table);
    if (is_known || table.rows.empty()) return;
    section.sentences.push_back(words.t(TEXT("{what}: nothing was reported."), {{"what", caption}}));
    figures.note_not_known(section.sentences.back());
}

}  // namespace digilots::statistics
