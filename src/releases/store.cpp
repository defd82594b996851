#include "releases/store.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "releases/sql.h"

namespace digilots::releases::store {

namespace {

int whole_of(const db::Row& row, std::string_view column) { return static_cast<int>(row.integer(column)); }

Cells as_cells(const std::map<std::string, std::int64_t>& counts) {
    Cells cells;
    for (const auto& [term, count] : counts) cells[term] = {suppression::State::published, count};
    return cells;
}

void load_counted(db::Connection& connection, std::string_view scope, Year& year) {
    for (const db::Row row : connection.query(sql::list_counted, scope, year.year)) {
        auto& counts = year.counted[whole_of(row, "month")][{row.text("municipality_id"), row.text("place")}];
        for (const auto& [term, cell] : cells_of(row.text("counts"))) counts[row.text("table_key")][term] = cell.count;
    }
}

int last_month_of(const std::string& time) {
    const auto period = periods::read(time);
    return period ? static_cast<int>(static_cast<unsigned>(period->to.month())) : 0;
}

/// What a revision told, and what later ones told first.
void load_told(db::Connection& connection, std::string_view scope, const Year& year, const std::map<int, int>& last_months,
               Correction& correction) {
    int until = 0;
    for (const auto& [revision, last] : last_months) {
        if (revision < correction.revision) continue;
        const bool is_own = revision == correction.revision;
        for (const db::Row row : connection.query(sql::list_rows, scope, year.year, revision)) {
            const auto time = row.text("time");
            if (is_own || last_month_of(time) > until)
                correction.told[{row.text("node"), time, row.text("table_key")}] = cells_of(row.text("cells"));
        }
        until = std::max(until, last);
    }
}

void load_corrections(db::Connection& connection, std::string_view scope, Year& year) {
    std::map<int, Correction> all;
    for (const db::Row row : connection.query(sql::list_corrected, scope, year.year)) {
        auto& correction = all[whole_of(row, "revision")];
        auto& counts = correction.change[whole_of(row, "month")][{row.text("municipality_id"), row.text("place")}];
        for (const auto& [term, cell] : cells_of(row.text("counts"))) counts[row.text("table_key")][term] = cell.count;
    }
    if (all.empty()) return;
    std::map<int, int> last_months;
    for (const auto& header : headers(connection)) {            // ordered by revision and month
        if (header.scope != scope || header.year != year.year) continue;
        if (const auto found = all.find(header.revision); found != all.end() && found->second.month == 0)
            found->second.month = header.month;
        last_months[header.revision] = header.month;
    }
    for (auto& [revision, correction] : all) {
        correction.revision = revision;
        load_told(connection, scope, year, last_months, correction);
        year.corrections.push_back(std::move(correction));
    }
}

using Values = std::vector<db::Value>;

void insert_corrected(db::Connection& connection, const Header& header, const MonthCounts& change) {
    std::vector<Values> rows;
    for (const auto& [month, places] : change)
        for (const auto& [place, tables] : places)
            for (const auto& [table, terms] : tables)
                rows.push_back({header.scope, std::int64_t{header.year}, std::int64_t{header.revision}, std::int64_t{month},
                                place.first, place.second, table, text_of(as_cells(terms))});
    connection.execute_many(sql::insert_corrected, rows);
}

void insert_counted(db::Connection& connection, const Header& header, int month, const PlaceCounts& counts) {
    std::vector<Values> rows;
    for (const auto& [place, tables] : counts) {
        for (const auto& key : counted_keys()) {
            const auto found = tables.find(key);
            const bool is_empty = found == tables.end();
            if (is_empty && (!place.second.empty() || key != table_keys().front())) continue;
            rows.push_back({header.scope, std::int64_t{header.year}, std::int64_t{month}, place.first, place.second, key,
                            is_empty ? "" : text_of(as_cells(found->second))});
        }
    }
    connection.execute_many(sql::insert_counted, rows);
}

}  // namespace

Last last_of(db::Connection& connection, std::string_view scope, int year) {
    const auto rows = connection.query(sql::last_release, scope, year);
    if (rows.empty()) return {};
    return {whole_of(rows[0], "revision"), whole_of(rows[0], "month"), base::separated(rows[0].text("tables"), ' ')};
}

void load_parts(db::Connection& connection, std::string_view scope, Year& year) {
    for (const db::Row row : connection.query(sql::list_parts, scope, year.year, year.revision)) {
        auto& part = year.parts[row.text("municipality_id")];
        part.least_shown = whole_of(row, "least_shown");
        if (row.integer("is_reported") == 1) part.reported.insert(whole_of(row, "month"));
    }
    for (const db::Row row : connection.query(sql::list_sums, scope, year.year, year.revision)) {
        auto sum = sum_named(row.text("node"));
        sum.members = base::separated(row.text("members"), ' ');
        sum.least_shown = whole_of(row, "least_shown");
        year.sums.push_back(std::move(sum));
    }
}

Year load(db::Connection& connection, std::string_view scope, int number) {
    const auto last = last_of(connection, scope, number);
    Year year{.year = number, .revision = last.revision, .month = last.month, .tables = last.tables};
    load_parts(connection, scope, year);
    load_counted(connection, scope, year);
    load_corrections(connection, scope, year);
    for (const db::Row row : connection.query(sql::list_rows, scope, number, last.revision))
        year.rows[{row.text("node"), row.text("time"), row.text("table_key")}] = cells_of(row.text("cells"));
    return year;
}

std::vector<Header> headers(db::Connection& connection) {
    std::vector<Header> all;
    for (const db::Row row : connection.query(sql::list_releases)) {
        all.push_back({.scope = row.text("scope"),
                       .reason = row.text("reason"),
                       .code_lists = row.text("code_lists"),
                       .year = whole_of(row, "year"),
                       .revision = whole_of(row, "revision"),
                       .month = whole_of(row, "month"),
                       .made_at = base::parse_utc(row.text("made_at")).value_or(base::Instant{}),
                       .number = {row.integer("published"), row.integer("hidden"), row.integer("withheld")},
                       .tables = base::separated(row.text("tables"), ' ')});
    }
    return all;
}

std::set<std::string> changed_nodes(db::Connection& connection, const Header& before, const Header& revision) {
    std::set<std::string> changed;
    for (const db::Row row :
         connection.query(sql::changed_rows, revision.scope, revision.year, before.revision, revision.revision)) {
        const auto last = last_month_of(row.text("time"));
        if (!base::holds(before.tables, row.text("table_key")) || last == 0 || last > before.month) continue;
        const auto node = row.text("node");
        const auto of = node.substr(0, node.find('/'));
        const bool is_of_several = of == "county" || of == "network" || of == "all";
        changed.insert(is_of_several ? node : of);
    }
    return changed;
}

void insert(db::Connection& connection, const Header& header, const Year& year, const Rows& rows,
            const Correction* correction) {
    const auto at = [&](auto... more) {
        return Values{header.scope, std::int64_t{header.year}, std::int64_t{header.revision}, db::to_value(more)...};
    };
    connection.execute(sql::insert_release, header.scope, header.year, header.revision, header.month,
                       base::format_utc(header.made_at), header.reason, header.code_lists, header.number.published,
                       header.number.hidden, header.number.withheld, base::joined(header.tables, " "));
    std::vector<Values> parts, sums, stored;
    for (const auto& [municipality, part] : year.parts)
        for (int month = correction ? 1 : header.month; month <= header.month; ++month)
            parts.push_back(at(month, municipality, part.least_shown, part.reported.contains(month)));
    for (const Sum& sum : year.sums) sums.push_back(at(sum.node(), base::joined(sum.members, " "), sum.least_shown));
    for (const auto& [key, cells] : rows) {
        const auto& [node, time, table] = key;
        stored.push_back(at(node, time, table, text_of(cells)));
    }
    connection.execute_many(sql::insert_part, parts);
    connection.execute_many(sql::insert_sum, sums);
    connection.execute_many(sql::insert_row, stored);
    if (correction) insert_corrected(connection, header, correction->change);
    else insert_counted(connection, header, header.month, year.counted.at(header.month));
}

}  // namespace digilots::releases::store
