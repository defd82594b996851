#pragma once
// The trail of who did what. Written in the same transaction as the change it tells of.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/connection.h"

namespace digilots::audit {

/// No personal data beyond the acting account's id; `detail` names fields, never their values.
struct Entry {
    std::string municipality_id;  // "" for the installation
    std::string actor;            // account id, "token:<id>", "import" or "operator"
    std::string action;           // "inquiry corrected", "place changed"
    std::string record;           // "inquiry:0192…"
    std::string detail;
};

struct StoredEntry {
    std::string id;  // the cursor of what comes after it
    Entry entry;
    base::Instant at{};
};

/// Inside the caller's transaction.
void record(db::Connection& connection, const Entry& entry, base::Instant now);
/// Latest first; `before` is a cursor ("" = from the newest).
std::vector<StoredEntry> entries(db::Connection& connection, std::string_view municipality_id, int limit,
                                 std::string_view before = {});
/// What was done to a record, latest first.
std::vector<StoredEntry> entries_of(db::Connection& connection, std::string_view municipality_id, std::string_view record,
                                    int limit);
/// The last that was done to a record.
std::optional<StoredEntry> latest(db::Connection& connection, std::string_view municipality_id, std::string_view record);
/// How many of a municipality are from before a moment, as it is stored.
std::int64_t number_before(db::Connection& connection, std::string_view municipality_id, std::string_view before);
/// When the last of all was before a moment.
std::optional<base::Instant> newest_before(db::Connection& connection, base::Instant before);
/// Deletes `most` of those at most. How many.
std::int64_t delete_before(db::Connection& connection, std::string_view municipality_id, base::Instant before, int most);

}  // namespace digilots::audit
