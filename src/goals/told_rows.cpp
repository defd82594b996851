// What everybody is told of a goal's figures is counted once, as tables are released: who asks every day does not learn what was
// corrected today. A revision of the tables that were released of the month is a new edition of it.
#include "goals/reading.h"
#include "goals/sql.h"
#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::goals {

namespace {

using measures::Row;

std::string json_of_rows(const std::vector<Row>& rows) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& row : rows) {
        json.begin_object().member("amount", row.value.amount).member("of", row.value.of).key("by").begin_object();
        for (const auto& [dimension, key] : row.dimensions) json.member(dimension, key);
        json.end_object().end_object();
    }
    json.end_array();
    return std::move(json).take();
}

std::vector<Row> rows_of_json(std::string_view text) {
    std::vector<Row> rows;
    const auto json = base::parse_json(text);
    if (!json) return rows;
    for (const auto& one : json->items()) {
        Row row;
        row.value.amount = one["amount"].as_integer().value_or(0);
        row.value.of = one["of"].as_integer().value_or(0);
        for (const auto& [dimension, key] : one["by"].members()) row.dimensions[dimension] = key.text();
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::shared_ptr<const std::vector<Row>> rows_told(const Goals::Implementation& self, const ToldQuestion& asked) {
    const auto edition = self.edition ? self.edition(asked.municipality, asked.until) : 0;
    const auto find = [&](db::Connection& connection) -> std::optional<std::vector<Row>> {
        const auto found = connection.query(sql::find_told, asked.municipality, asked.question, edition);
        return found.empty() ? std::nullopt : std::optional(rows_of_json(found[0].text("rows")));
    };
    auto told = self.database.read(find);
    if (!told) {
        const auto counted = json_of_rows(*asked.count());
        told = self.database.write([&](db::Connection& connection) {
            connection.execute(sql::add_told, asked.municipality, asked.question, edition, counted,
                               base::format_utc(self.clock.now()));
            return find(connection);    // of two at once both say the first
        });
    }
    return std::make_shared<const std::vector<Row>>(std::move(told).value_or(std::vector<Row>{}));
}

}  // namespace digilots::goals
