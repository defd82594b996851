#include "directory/freshness.h"

#include <map>

#include "directory/duties.h"
#include "directory/registers.h"
#include "platform/base/lists.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"

namespace digilots::directory {

namespace {

struct Counted {
    std::int64_t checked = 0, all = 0;
};

/// Whoever last looked at it did so within the months that hold for its kind; facts that nobody here has checked do not count.
bool is_checked_in_time(const CheckedOn& record, int months, base::Date today) {
    const auto due = due_of(record, months);
    return record.is_checked && due && *due >= today;
}

using KindAndUnit = std::pair<RecordKind, std::string>;

bool asks_for_units(const measures::Query& query) { return base::holds(query.by, "unit") || query.where.contains("unit"); }

std::map<KindAndUnit, Counted> count_checked(const Directory& directory, const std::string& municipality, base::Date today,
                                             const measures::Query& query) {
    std::map<std::string, std::string, std::less<>> units;
    if (asks_for_units(query)) units = units_of_records(directory, municipality);
    std::map<KindAndUnit, Counted> counted;
    for (const auto& record : records_in_use(*directory.snapshot(municipality))) {
        const auto unit = units.find(std::string(name_of(record.kind)) + ":" + record.id);
        auto& part = counted[{record.kind, unit == units.end() ? "" : unit->second}];
        ++part.all;
        if (is_checked_in_time(record, directory.rhythm(record.kind, municipality).months, today)) ++part.checked;
    }
    return counted;
}

/// How it stands today: nobody has kept how it stood. Periods that do not hold today have no figure.
std::vector<measures::Row> rows_of(const Directory& directory, const measures::Query& query) {
    std::map<std::map<std::string, std::string>, Counted> sums;
    for (const auto& municipality : query.municipalities) {
        const auto today = *base::parse_date(directory.today(municipality));
        if (today < query.period.from || query.period.to < today) continue;
        for (const auto& [part, counted] : count_checked(directory, municipality, today, query)) {
            const std::string key(name_of(part.first));
            const auto asked = query.where.find("kind_of_record");
            if (asked != query.where.end() && asked->second != key) continue;
            if (!register_::is_asked_for(directory.records(RecordKind::place), query, municipality, part.second)) continue;
            std::map<std::string, std::string> row;
            for (const auto& dimension : query.by)
                row[dimension] = dimension == "municipality"     ? municipality
                                 : dimension == "kind_of_record" ? key
                                 : dimension == "unit"           ? part.second
                                                                 : measures::time_key(dimension, base::format_date(today));
            auto& sum = sums[row];
            sum.checked += counted.checked;
            sum.all += counted.all;
        }
    }
    std::vector<measures::Row> rows;
    for (const auto& [key, sum] : sums) rows.push_back({key, {sum.checked, sum.all}});
    return rows;
}

}  // namespace

measures::Measure checked_in_time(const Directory& directory) {
    measures::Measure measure;
    measure.key = "records_checked_in_time";
    measure.title = TEXT("Records checked in time");
    measure.definition =
        TEXT("Of the places, services, e-services and contacts in use those that somebody has checked within the time that "
             "is set for their kind, six months where nothing is set. It says how it stands today: only a period that holds "
             "today has a figure.");
    measure.unit = TEXT("records");
    measure.unit_of_one = TEXT("record");
    measure.kind = measures::Kind::share;
    measure.dimensions = {{"kind_of_record", TEXT("Kind of record"),
                           [](std::string_view key, std::string_view, const i18n::Translator& words) {
                               const auto kind = kind_named(key);
                               return kind ? words.t(register_of(*kind).names.many) : std::string(key);
                           },
                           [](std::string_view) {
                               std::vector<std::string> kinds;
                               for (const auto kind : all_kinds) kinds.emplace_back(name_of(kind));
                               return kinds;
                           }}};
    if (auto units = register_::unit_dimension(directory.records(RecordKind::place)))
        measure.dimensions.push_back(*std::move(units));
    measure.figures = [&directory](const measures::Query& query) { return rows_of(directory, query); };
    measure.rows_url = [](const measures::Query&) { return std::string("/staff/tasks?origin=directory.check&state=open"); };
    return measure;
}

}  // namespace digilots::directory
