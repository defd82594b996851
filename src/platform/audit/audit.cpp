#include "platform/audit/audit.h"

#include <algorithm>

#include "platform/audit/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::audit {

namespace {

StoredEntry read(const db::Row& row, std::string_view municipality_id) {
    const Entry entry{std::string(municipality_id), row.text("actor"), row.text("action"), row.text("record"),
                      row.text("detail")};
    return {row.text("id"), entry, base::parse_utc(row.text("at")).value_or(base::Instant{})};
}

}  // namespace

void record(db::Connection& connection, const Entry& entry, base::Instant now) {
    ENSURE(!entry.action.empty());
    connection.execute(sql::add_entry, entry.municipality_id, base::new_uuid(now), base::format_utc(now),
                       entry.actor, entry.action, entry.record, entry.detail);
}

std::vector<StoredEntry> entries(db::Connection& connection, std::string_view municipality_id, int limit,
                                 std::string_view before) {
    const auto rows =
        connection.query(sql::list_entries, municipality_id, before, std::clamp(limit, 1, 1000));
    std::vector<StoredEntry> found;
    found.reserve(rows.size());
    for (const auto row : rows) found.push_back(read(row, municipality_id));
    return found;
}

std::vector<StoredEntry> entries_of(db::Connection& connection, std::string_view municipality_id, std::string_view record,
                                    int limit) {
    std::vector<StoredEntry> found;
    const auto rows = connection.query(sql::list_entries_of_record, municipality_id, record, std::clamp(limit, 1, 1000));
    for (const auto row : rows) found.push_back(read(row, municipality_id));
    return found;
}

std::optional<StoredEntry> latest(db::Connection& connection, std::string_view municipality_id, std::string_view record) {
    const auto rows = connection.query(sql::find_latest_entry, municipality_id, record);
    if (rows.empty()) return std::nullopt;
    return read(rows[0], municipality_id);
}

std::int64_t number_before(db::Connection& connection, std::string_view municipality_id, std::string_view before) {
    return connection.query(sql::count_entries_before, municipality_id, before)[0].integer("number");
}

std::optional<base::Instant> newest_before(db::Connection& connection, base::Instant before) {
    const auto rows = connection.query(sql::find_newest_before, base::format_utc(before));
    return rows.empty() ? std::nullopt : base::parse_utc(rows[0].text("at"));
}

std::int64_t delete_before(db::Connection& connection, std::string_view municipality_id, base::Instant before, int most) {
    return connection.execute(sql::delete_entries_before, municipality_id, base::format_utc(before), most);
}

}  // namespace digilots::audit
