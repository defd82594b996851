#include "platform/register/measure.h"

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"

namespace digilots::register_ {

namespace {

using Sums = std::map<std::map<std::string, std::string>, std::int64_t>;

constexpr std::string_view no_unit = "-";

std::map<std::string, std::string> key_of(const measures::Query& query, const std::string& municipality, base::Date day,
                                          const std::string& unit) {
    std::map<std::string, std::string> key;
    const auto date = base::format_date(day);
    for (const auto& dimension : query.by)
        key[dimension] = dimension == "municipality" ? municipality
                         : dimension == "unit"       ? unit
                                                     : measures::time_key(dimension, date);
    return key;
}

/// nullptr where records of this register belong to no unit.
const LinkSource* units_of(const Records& records) {
    const auto* field = records.declaration().find("unit");
    if (field == nullptr || field->source.empty()) return nullptr;
    const auto found = records.others().links.find(field->source);
    return found == records.others().links.end() ? nullptr : &found->second;
}

Surroundings around_units(const Records& records, std::string_view municipality_id, const i18n::Translator* words) {
    auto around = records.around(municipality_id);
    around.links = &records.others().links;
    if (words) around.words = words;
    return around;
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
        const auto unit = row.text("unit");
        if (hour && is_asked_for(records, query, municipality, unit))
            sums[key_of(query, municipality, base::to_civil(*hour, zone).date, unit)] += row.integer("number");
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
    if (auto units = unit_dimension(records)) measure.dimensions.push_back(*std::move(units));
    measure.figures = [&records](const measures::Query& query) {
        Sums sums;
        for (const auto& municipality : query.municipalities) add(records, query, municipality, sums);
        std::vector<measures::Row> rows;
        for (const auto& [key, sum] : sums) rows.push_back({key, {sum}});
        return rows;
    };
    return measure;
}

std::optional<measures::Dimension> unit_dimension(const Records& records) {
    if (units_of(records) == nullptr) return std::nullopt;
    measures::Dimension dimension{.key = "unit", .title = TEXT("Unit")};
    dimension.label = [&records](std::string_view key, std::string_view municipality_id, const i18n::Translator& words) {
        if (key.empty() || key == no_unit) return words.t(TEXT("No unit"));
        const auto all = units_of(records)->choices(around_units(records, municipality_id, &words));
        const auto* found = find_choice(all, key);
        return found ? found->label : words.t(TEXT("A unit that is no longer here"));
    };
    dimension.limits = [&records](std::string_view municipality_id) {
        std::vector<std::string> ids;
        const auto around = around_units(records, municipality_id, nullptr);
        for (const auto& unit : units_of(records)->choices(around)) ids.push_back(unit.key);
        if (!ids.empty()) ids.emplace_back(no_unit);
        return ids;
    };
    return dimension;
}

measures::Dimension field_dimension(const Records& records, const char* key, const char* field, i18n::Text title,
                                    i18n::Text none) {
    return {key, title,
            [&records, field, none](std::string_view value, std::string_view municipality_id, const i18n::Translator& words) {
                auto around = records.around(municipality_id);
                around.words = &words;
                const auto* one = records.declaration().find(field);
                Record record;
                record.columns[field] = std::string(value);
                if (!one || value.empty()) return words.t(none);
                const auto shown = one->type->show(*one, record, around).lines;
                return shown.empty() ? words.t(none) : shown.front();
            }};
}

bool is_asked_for(const Records& records, const measures::Query& query, std::string_view municipality_id,
                  const std::string& unit) {
    const auto asked = query.where.find("unit");
    if (asked == query.where.end()) return true;
    if (asked->second.empty() || asked->second == no_unit) return unit.empty();
    const auto* units = units_of(records);
    if (units == nullptr || !units->within) return unit == asked->second;
    return base::holds(units->within(around_units(records, municipality_id, nullptr), asked->second), unit);
}

}  // namespace digilots::register_
