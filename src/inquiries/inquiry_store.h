#pragma once
// One function a query. Everything here runs inside the caller's transaction.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/count_cells.h"
#include "inquiries/stored_inquiry.h"
#include "platform/db/connection.h"

namespace digilots::inquiries::store {

struct Key {
    std::string_view municipality_id, actor, key, body_hash;
};
struct UsedKey {
    std::string body_hash, inquiry_id;
};
/// False where the key is taken.
bool claim_key(db::Connection& connection, const Key& key, std::string_view inquiry_id, base::Instant now);
std::optional<UsedKey> find_key(db::Connection& connection, const Key& key);
/// The keys under which an inquiry was logged: it may be logged anew.
void forget_keys_of(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id);

void insert(db::Connection& connection, std::string_view municipality_id, const StoredInquiry& stored);
void update(db::Connection& connection, std::string_view municipality_id, const StoredInquiry& stored);
void mark_deleted(db::Connection& connection, std::string_view municipality_id, std::string_view id, base::Instant now);
/// Holds the row until the transaction ends; false where it is not there.
bool lock(db::Connection& connection, std::string_view municipality_id, std::string_view id);
std::optional<StoredInquiry> find(db::Connection& connection, std::string_view municipality_id, std::string_view id);

/// When it was written down, deleted or not.
std::optional<base::Instant> recorded_at(db::Connection& connection, std::string_view municipality_id, std::string_view id);
/// Whether any id begins so, deleted or not.
bool is_any_recorded(db::Connection& connection, std::string_view municipality_id, const std::string& beginning);

/// Puts the inquiry into the feed. Last in its transaction (platform/feed).
void append_to_feed(db::Connection& connection, std::string_view municipality_id, std::string_view id);
/// An inquiry's place in the feed, deleted or not.
std::optional<std::int64_t> place_in_feed(db::Connection& connection, std::string_view municipality_id, std::string_view id);
/// After that place of the feed, recorded at `since` or later, in the feed's order.
std::vector<StoredInquiry> list_recorded(db::Connection& connection, std::string_view municipality_id,
                                         std::int64_t place, base::Instant since, int limit);

/// Employees and partners together, in place of a key.
inline constexpr std::string_view of_staff = "staff";
/// Of whom somebody is referred to, in place of one.
inline constexpr std::string_view not_noted = "none";
struct Filter {
    base::Instant from{}, until{};              // until is not included
    std::optional<std::string> place, channel, outcome, created_by, topic;
    std::optional<std::string> kind = {}, target_group = {}, asker = {};    // asker "": residents; of_staff: others
    std::optional<base::Instant> recorded_from = {};     // written down then or later, whenever it happened
    std::optional<std::vector<std::string>> places = {};  // at one of these, which are ids
    bool is_elsewhere = false;                            // at none of those places
    std::optional<std::string> e_service = {};
    std::optional<std::string> follow_up = {};            // still_open, or how it went
    std::optional<std::string> receiver = {};             // not_noted: referred, and nobody knows to whom
    std::vector<std::string> said = {};                   // further words, as kept one after the other: "feedback:complaint"
};
std::vector<StoredInquiry> list_filtered(db::Connection& connection, std::string_view municipality_id,
                                         const Filter& filter, int limit, int offset);
/// At most 10 000.
std::int64_t count_filtered(db::Connection& connection, std::string_view municipality_id, const Filter& filter);
/// Those of one local month between two moments.
std::vector<StoredInquiry> rows_of_days(db::Connection& connection, std::string_view municipality_id,
                                        base::Instant from, base::Instant until, std::string_view month);

void insert_change(db::Connection& connection, std::string_view municipality_id, std::string_view id, const Change& change);
std::vector<Change> list_changes(db::Connection& connection, std::string_view municipality_id, std::string_view id);

void add_counts(db::Connection& connection, std::string_view municipality_id, const Cells& cells);
Cells counts_of_month(db::Connection& connection, std::string_view municipality_id, std::string_view month);
void delete_counts_of_month(db::Connection& connection, std::string_view municipality_id, std::string_view month);

/// Whether this person has turned off the desk's keys.
bool keys_off(db::Connection& connection, std::string_view municipality_id, std::string_view account_id);
void set_keys_off(db::Connection& connection, std::string_view municipality_id, std::string_view account_id, bool off);

}  // namespace digilots::inquiries::store
