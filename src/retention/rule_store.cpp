#include "retention/rule_store.h"

#include "platform/base/time.h"
#include "retention/sql.h"

namespace digilots::retention::store {

namespace {

Chosen read_chosen(const db::Row& row) {
    Chosen chosen;
    if (const auto number = row.integer("number"); number > 0) chosen.number = static_cast<int>(number);
    chosen.decided_by = row.text("decided_by");
    chosen.version = row.integer("version");
    chosen.changed_at = row.text("changed_at");
    chosen.changed_by = row.text("changed_by");
    return chosen;
}

}  // namespace

void lock_rules(db::Connection& connection, std::string_view municipality_id) {
    connection.query(sql::lock_rules, municipality_id);
}

Chosen find_chosen(db::Connection& connection, std::string_view municipality_id, const RetentionRule& rule) {
    const auto rows = connection.query(sql::find_rule, municipality_id, rule.key);
    if (const auto row = rows.only()) return read_chosen(*row);
    Chosen own;
    own.number = rule.period.number;
    return own;
}

std::map<std::string, Chosen, std::less<>> list_chosen(db::Connection& connection,
                                                       std::string_view municipality_id) {
    std::map<std::string, Chosen, std::less<>> all;
    for (const auto row : connection.query(sql::list_rules, municipality_id))
        all.emplace(row.text("rule"), read_chosen(row));
    return all;
}

std::vector<Chosen> list_history(db::Connection& connection, std::string_view municipality_id,
                                 std::string_view rule) {
    std::vector<Chosen> all;
    for (const auto row : connection.query(sql::list_history, municipality_id, rule))
        all.push_back(read_chosen(row));
    return all;
}

void add_chosen(db::Connection& connection, std::string_view municipality_id, std::string_view rule,
                const Chosen& chosen) {
    connection.execute(sql::add_rule, municipality_id, rule, chosen.version, chosen.number.value_or(0),
                       chosen.decided_by, chosen.changed_at, chosen.changed_by);
}

void add_deleted(db::Connection& connection, std::string_view municipality_id, std::string_view rule,
                 base::Instant now, std::int64_t number) {
    connection.execute(sql::add_deleted, municipality_id, rule, base::format_utc(now).substr(0, 10), number);
}

std::vector<Deleted> list_deleted(db::Connection& connection, std::string_view municipality_id,
                                  std::string_view rule, int most) {
    std::vector<Deleted> all;
    for (const auto row : connection.query(sql::list_deleted, municipality_id, rule, most))
        all.push_back({row.text("day"), row.integer("number")});
    return all;
}

}  // namespace digilots::retention::store
