#pragma once
// One function a query, in the caller's transaction.
#include <vector>

#include "retention/retention.h"

namespace digilots::retention::store {

/// Who deletes and who chooses for a municipality come one after the other.
void lock_rules(db::Connection& connection, std::string_view municipality_id);
/// What holds; the rule's own period where nobody has chosen.
Chosen find_chosen(db::Connection& connection, std::string_view municipality_id, const RetentionRule& rule);
/// By rule: those that somebody has chosen.
std::map<std::string, Chosen, std::less<>> list_chosen(db::Connection& connection,
                                                       std::string_view municipality_id);
std::vector<Chosen> list_history(db::Connection& connection, std::string_view municipality_id,
                                 std::string_view rule);
void add_chosen(db::Connection& connection, std::string_view municipality_id, std::string_view rule,
                const Chosen& chosen);
void add_deleted(db::Connection& connection, std::string_view municipality_id, std::string_view rule,
                 base::Instant now, std::int64_t number);
std::vector<Deleted> list_deleted(db::Connection& connection, std::string_view municipality_id,
                                  std::string_view rule, int most);

}  // namespace digilots::retention::store
