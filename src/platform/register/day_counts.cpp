#include "platform/register/day_counts.h"

#include <algorithm>

#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"

namespace digilots::register_ {

namespace {

using ValueOfDay = measures::Value (*)(const std::vector<std::int64_t>&);
using DayFigures = std::map<std::map<std::string, std::string>, measures::Value>;

/// What the day says along a dimension of its own; nullptr where it is none.
const std::string* value_along(const DayCounts& counts, const DayCount& one, std::string_view dimension) {
    for (std::size_t at = 0; at < one.along.size(); ++at)
        if (counts.along[at] == dimension) return &one.along[at];
    return nullptr;
}

std::map<std::string, std::string> figure_key(const DayCounts& counts, const measures::Query& query,
                                              const std::string& municipality, const DayCount& one) {
    std::map<std::string, std::string> key;
    for (const auto& dimension : query.by) {
        const auto* own = value_along(counts, one, dimension);
        key[dimension] = own                           ? *own
                         : dimension == "municipality" ? municipality
                         : dimension == "unit"         ? one.unit
                                                       : measures::time_key(dimension, one.day);
    }
    return key;
}

bool is_along(const DayCounts& counts, const DayCount& one, const measures::Query& query) {
    return std::ranges::all_of(query.where, [&](const auto& wanted) {
        const auto* own = value_along(counts, one, wanted.first);
        return !own || *own == wanted.second;
    });
}

void add_days_of(const Records& records, const DayCounts& counts, const measures::Query& query, const std::string& municipality,
                 measures::Kind kind, ValueOfDay value_of, DayFigures& figures) {
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    std::vector<DayCount> days;
    const auto rows = records.database().read(
        [&](db::Connection& connection) { return connection.query(counts.between, municipality, from, to); });
    for (const auto row : rows) {
        days.push_back({row.text("day"), row.text("unit"), {}});
        for (const char* number : counts.numbers) days.back().numbers.push_back(row.integer(number));
        for (const char* column : counts.along) days.back().along.push_back(row.text(column));
    }
    if (counts.late)
        for (auto& one : counts.late(municipality))
            if (one.day >= from && one.day <= to) days.push_back(std::move(one));
    for (const auto& one : days) {
        const auto value = value_of(one.numbers);
        const bool is_nothing = value.amount == 0 && value.of == 0;
        if (is_nothing || !is_asked_for(records, query, municipality, one.unit) || !is_along(counts, one, query)) continue;
        const auto [found, is_new] = figures.try_emplace(figure_key(counts, query, municipality, one), value);
        if (!is_new) found->second = measures::together(kind, found->second, value);
    }
}

}  // namespace

measures::Measure counted_by_day(const Records& records, const DayCounts& counts, measures::Measure measure,
                                 ValueOfDay value_of) {
    if (auto units = unit_dimension(records)) measure.dimensions.push_back(*std::move(units));
    const auto kind = measure.kind;
    measure.figures = [&records, counts, kind, value_of](const measures::Query& query) {
        DayFigures figures;
        for (const auto& municipality : query.municipalities)
            add_days_of(records, counts, query, municipality, kind, value_of, figures);
        std::vector<measures::Row> rows;
        for (const auto& [key, value] : figures) rows.push_back({key, value});
        return rows;
    };
    measure.last_day = [&records, counts](std::string_view municipality) {
        return base::parse_date(records.database().read(
            [&](db::Connection& connection) { return connection.query(counts.last_day, municipality)[0].text_or_empty("day"); }));
    };
    return measure;
}

}  // namespace digilots::register_
