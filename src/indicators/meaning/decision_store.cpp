#include "indicators/meaning/decision_store.h"

#include "indicators/figures/figure_store.h"
#include "indicators/sql.h"
#include "platform/base/seen.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::indicators::store {

namespace {

DirectionChange read_direction(const db::Row& row) {
    return {direction_of(row.text("direction")).value_or(Direction::neither), row.text("reason"), row.text("actor"),
            base::parse_utc(row.text("set_at"))};
}

}  // namespace

bool add_local(db::Connection& connection, std::string_view municipality, std::string_view country,
               const LocalIndicator& indicator, base::Instant now) {
    return 0 < connection.execute(sql::add_local, indicator.id, municipality, country, indicator.title, indicator.unit,
                                  indicator.by_gender, indicator.retired, indicator.measure, word_of(indicator.direction),
                                  base::format_utc(now));
}

std::optional<Direction> own_direction(db::Connection& connection, std::string_view indicator) {
    const auto rows = connection.query(sql::find_own_direction, indicator);
    const auto row = rows.only();
    return row ? direction_of(row->text("direction")) : std::nullopt;
}

std::map<std::string, Direction, std::less<>> directions(db::Connection& connection, std::string_view municipality) {
    std::map<std::string, Direction, std::less<>> last;
    const auto rows = connection.query(sql::list_directions, municipality);
    for (const auto row : rows) last[row.text("indicator_id")] = read_direction(row).direction;
    return last;
}

std::vector<DirectionChange> directions_of(db::Connection& connection, std::string_view municipality,
                                           std::string_view indicator) {
    std::vector<DirectionChange> found;
    const auto rows = connection.query(sql::list_directions_of, municipality, indicator);
    for (const auto row : rows) found.push_back(read_direction(row));
    return found;
}

std::string mark(db::Connection& connection, std::string_view municipality, std::string_view indicator) {
    std::vector<std::string> parts;
    for (const auto& change : directions_of(connection, municipality, indicator)) {
        parts.emplace_back(word_of(change.direction));
        parts.push_back(change.reason + "\n" + change.actor + "\n" + (change.at ? base::format_utc(*change.at) : ""));
    }
    if (!indicator.starts_with("local:")) return base::mark_of(parts);
    for (const auto& key : column_keys(connection, indicator)) {
        const auto found = column(connection, key);
        parts.push_back(std::to_string(key.year) + std::to_string(static_cast<int>(key.gender)));
        parts.push_back(found ? found->packed : "");
    }
    return base::mark_of(parts);
}

void add_direction(db::Connection& connection, std::string_view municipality, std::string_view indicator,
                   const DirectionChange& change, base::Instant now) {
    connection.execute(sql::add_direction, base::new_uuid(now), municipality, indicator, word_of(change.direction), change.reason,
                       change.actor, base::format_utc(now));
}

}  // namespace digilots::indicators::store
