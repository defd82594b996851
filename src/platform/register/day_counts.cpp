#include "platform/register/day_counts.h"

#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"

namespace digilots::register_ {

namespace {

using ValueOfDay = measures::Value (*)(const std::vector<std::int64_t>&);
using DayFigures = std::map<std::map<std::string, std::string>, measures::Value>;

std::map<std::string, std::string> figure_key(const measures::Query& query, const std::string& municipality,
                                              const DayCount& one) {
    std::map<std::string, std::string> key;
    for (const auto& dimension : query.by)
        key[dimension] = dimension == "municipality" ? municipality
                         : dimension == "unit"       ? one.unit
                                                     : measures::time_key(dimension, one.day);
    return key;
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
    }
    if (counts.late)
        for (auto& one : counts.late(municipality))
            if (one.day >= from && one.day <= to) days.push_back(std::move(one));
    for (const auto& one : days) {
        const auto value = value_of(one.numbers);
        const bool is_nothing = value.amount == 0 && value.of == 0;
        if (is_nothing || !is_asked_for(records, query, municipality, one.unit)) continue;
        const auto [found, is_new] = figures.try_emplace(figure_key(query, municipality, one), value);
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
