#include "platform/audit/reading.h"

#include <algorithm>

namespace digilots::audit {

void note_reading(db::Database& database, const Entry& entry, base::Instant now) {
    constexpr int looked_through = 200;
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const auto is_noted = [&](db::Connection& connection) {
        return std::ranges::any_of(entries_of(connection, entry.municipality_id, entry.record, looked_through),
                                   [&](const StoredEntry& noted) {
                                       return noted.entry.actor == entry.actor && noted.entry.action == entry.action &&
                                              std::chrono::floor<std::chrono::days>(noted.at) == today;
                                   });
    };
    if (database.read(is_noted)) return;
    database.write([&](db::Connection& connection) { record(connection, entry, now); });
}

}  // namespace digilots::audit
