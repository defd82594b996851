#pragma once
// Changing a record by hand: what the import says is kept beside what somebody here says.
#include "directory/directory_store.h"
#include "platform/base/result.h"

namespace digilots::directory {

enum class ChangeProblem { not_there, changed_meanwhile };

struct Change {
    RecordKind kind = RecordKind::place;
    std::string id;
    std::optional<std::int64_t> version;    // what the person saw; nothing: whatever it is now
    Facts facts;                            // only what the form holds
    std::string actor;
    std::string action;                     // for the audit trail: "place changed"
    std::string checked_on = {};            // today: who changes something has looked at that
    bool all_checked = false;               // … and says to have looked at all of it
};

/// Inside the caller's transaction; audited, version bumped. No change at all is fine.
base::Result<void, ChangeProblem> change_record(db::Connection& connection, std::string_view municipality_id,
                                                const Change& change, base::Instant now);
/// A new record of this municipality; returns its id. With the id of one that is there already: nothing, it was sent twice.
std::string add_record(db::Connection& connection, std::string_view municipality_id, const Change& change, base::Instant now);

}  // namespace digilots::directory
