#include "indicators/figures/figure_store.h"

#include <algorithm>

#include "indicators/sql.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::indicators::store {

std::string_view word_of(Origin origin) {
    switch (origin) {
        case Origin::shipped: return "shipped";
        case Origin::fetched: return "fetched";
        case Origin::imported: return "imported";
        case Origin::made_up: return "made up";
        case Origin::own: break;
    }
    return "own";
}

std::map<std::string, std::vector<int>> years(db::Connection& connection, std::span<const std::string> indicators) {
    std::map<std::string, std::vector<int>> found;
    for (const auto& id : indicators) found[id];
    const auto rows = connection.query(sql::list_years_of, base::json_list(indicators));
    for (const auto row : rows) {
        auto& years = found[row.text("indicator_id")];
        for (const auto& year : base::separated(row.text("years"), ',')) years.push_back(std::stoi(year));
        std::ranges::sort(years);
        years.erase(std::ranges::unique(years).begin(), years.end());      // one of each gender
    }
    return found;
}

std::vector<StoredColumn> columns(db::Connection& connection, const std::vector<std::pair<std::string, int>>& years) {
    base::JsonWriter wanted;
    wanted.begin_array();
    for (const auto& [indicator, year] : years) wanted.begin_array().value(indicator).value(year).end_array();
    wanted.end_array();
    std::vector<StoredColumn> found;
    const auto rows = connection.query(sql::find_columns_of, std::move(wanted).take());
    for (const auto row : rows) {
        const auto gender = gender_of(row.text("gender")).value_or(Gender::total);
        found.push_back({row.text("indicator_id"), static_cast<int>(row.integer("year")), gender, row.text("packed")});
    }
    return found;
}

std::optional<FoundColumn> column(db::Connection& connection, const ColumnKey& key) {
    const auto rows = connection.query(sql::find_column, key.indicator, key.year, indicators::word_of(key.gender));
    const auto row = rows.only();
    if (!row) return std::nullopt;
    return FoundColumn{row->text("packed"), row->text("origin")};
}

std::vector<ColumnKey> column_keys(db::Connection& connection, std::string_view indicator) {
    std::vector<ColumnKey> found;
    const auto rows = connection.query(sql::list_columns_of, indicator);
    for (const auto row : rows) {
        const auto gender = gender_of(row.text("gender")).value_or(Gender::total);
        found.push_back({std::string(indicator), static_cast<int>(row.integer("year")), gender});
    }
    return found;
}

void save_column(db::Connection& connection, const ColumnKey& key, const std::string& packed, Origin origin, base::Instant now) {
    if (packed.empty()) {
        connection.execute(sql::delete_column, key.indicator, key.year, indicators::word_of(key.gender));
    } else {
        connection.execute(sql::save_column, key.indicator, key.year, indicators::word_of(key.gender), packed, word_of(origin),
                           base::format_utc(now));
    }
}

bool is_made_up(db::Connection& connection, std::string_view indicator) {
    return connection.query(sql::find_origin, indicator, word_of(Origin::made_up)).only().has_value();
}

bool is_all_made_up(db::Connection& connection, std::string_view indicator) {
    return !connection.query(sql::find_other_origin, indicator, word_of(Origin::made_up)).only();
}

void delete_made_up(db::Connection& connection, std::string_view indicator) {
    connection.execute(sql::delete_of_origin, indicator, word_of(Origin::made_up));
}

int newest_year(db::Connection& connection, std::string_view source, std::string_view owner, int most) {
    const auto rows = connection.query(sql::newest_year, source, owner, most);
    return static_cast<int>(rows[0].get<std::optional<std::int64_t>>("year").value_or(0));
}

std::set<std::string> fetched(db::Connection& connection) {
    std::set<std::string> found;
    const auto rows = connection.query(sql::list_fetched);
    for (const auto row : rows) found.insert(row.text("indicator_id"));
    return found;
}

}  // namespace digilots::indicators::store
