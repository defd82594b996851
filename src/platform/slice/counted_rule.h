#pragma once
// A rule of retention whose numbers one query gives: how many are from before a moment.
#include <functional>
#include <string_view>

#include "platform/base/time.h"
#include "platform/kept/versions.h"
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

/// How somebody is reached, kept apart from what they asked, and deleted before that: `rule` says its key, its words, for how
/// long, and `remove`. One query says how many are from before a moment: its only column is `number`.
inline RetentionRule of_contacts(RetentionRule rule, const db::Statement& count) {
    rule.laws = archives_acts();
    rule.number = [](const i18n::Translator& words,
                     std::int64_t n) { return words.tn("{n} address or number", "{n} addresses and numbers", n); };
    return counted(std::move(rule), [&count](db::Connection& connection, std::string_view id, std::string_view before) {
        return connection.query(count, id, before)[0].integer("number");
    });
}

/// The same where one query deletes the oldest, at most so many, and what is kept under `name` changes with it ("": nothing).
inline RetentionRule of_contacts(RetentionRule rule, const db::Statement& count, const db::Statement& remove,
                                 std::string_view name) {
    rule.remove = [&remove, name](db::Connection& connection, const Due& due, int most) {
        const auto deleted = connection.execute(remove, due.municipality_id, base::format_utc(due.before), most);
        if (deleted > 0 && !name.empty()) kept::raise(connection, name, due.municipality_id);
        return deleted;
    };
    return of_contacts(std::move(rule), count);
}

}  // namespace digilots
