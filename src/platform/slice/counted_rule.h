#pragma once
// A rule of retention whose numbers one query gives: how many are from before a moment.
#include <functional>
#include <string_view>

#include "platform/slice/retention.h"

namespace digilots {

/// A moment as it is stored.
using CountBefore =
    std::function<std::int64_t(db::Connection& connection, std::string_view municipality_id, std::string_view before)>;

/// `rule` with what is held and what is due.
inline RetentionRule counted(RetentionRule rule, const CountBefore& count_before) {
    rule.held = [count_before](db::Connection& connection, std::string_view id) {
        return count_before(connection, id, "9999-12-31T23:59:59.999Z");
    };
    rule.due = [count_before](db::Connection& connection, const Due& due) {
        return count_before(connection, due.municipality_id, base::format_utc(due.before));
    };
    return rule;
}

}  // namespace digilots
