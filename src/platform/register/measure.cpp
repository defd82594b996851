#include "platform/register/measure.h"

#include "platform/base/time.h"
#include "platform/measures/time.h"

namespace digilots::register_ {

namespace {

using Sums = std::map<std::map<std::string, std::string>, std::int64_t>;

std::map<std::string, std::string> key_of(const measures::Query& query, const std::string& municipality, base::Date day) {
    std::map<std::string, std::string> key;
    const auto date = base::format_date(day);
    for (const auto& dimension : query.by)
        key[dimension] = dimension == "municipality" ? municipality : measures::time_key(dimension, date);
    return key;
}

void add(const Records& records, const measures::Query& query, const std::string& municipality, Sums& sums) {
    const auto zone = Surroundings().zone;
    const auto from = base::from_civil(query.period.from, 0, 0, zone);
    const auto until = base::from_civil(base::add_days(query.period.to, 1), 0, 0, zone);
    const auto rows = records.database().read([&](db::Connection& connection) {
        return connection.query(records.statements().added.statement(), municipality, base::format_utc(from),
                                base::format_utc(until));
    });
    for (const auto row : rows) {
        const auto hour = base::parse_utc(row.text("hour") + ":00:00.000Z");
        if (hour) sums[key_of(query, municipality, base::to_civil(*hour, zone).date)] += row.integer("number");
    }
}

}  // namespace

measures::Measure number_added(const Records& records, const MeasureWords& words) {
    measures::Measure measure;
    measure.key = words.key;
    measure.title = words.title;
    measure.definition = words.definition;
    measure.unit = words.unit;
    measure.unit_of_one = words.unit_of_one;
    measure.figures = [&records](const measures::Query& query) {
        Sums sums;
        for (const auto& municipality : query.municipalities) add(records, query, municipality, sums);
        std::vector<measures::Row> rows;
        for (const auto& [key, sum] : sums) rows.push_back({key, {sum}});
        return rows;
    };
    return measure;
}

}  // namespace digilots::register_
