#pragma once
// What has had its time, deleted as the job does it: for tests of the slice that keeps it.
#include <algorithm>
#include <string_view>

#include "platform/base/ensure.h"
#include "platform/db/database.h"
#include "platform/slice/retention.h"

namespace digilots::testing {

/// By the rule's own period. How many.
inline std::int64_t delete_due(db::Database& database, const RetentionRules& rules, std::string_view key,
                               std::string_view municipality_id, base::Instant now) {
    const auto rule = std::ranges::find(rules, key, &RetentionRule::key);
    ENSURE(rule != rules.end());
    const Due due{municipality_id, limit_of(rule->period, now, "Europe/Stockholm"), now};
    std::int64_t deleted = 0;
    for (;;) {
        const auto some =
            database.write([&](db::Connection& connection) { return rule->remove(connection, due, 7); });
        if (some == 0) return deleted;
        deleted += some;
    }
}

}  // namespace digilots::testing
