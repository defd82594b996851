#pragma once
// Who looked at personal data that is kept apart: when and of which record, never what it says.
#include "platform/audit/audit.h"
#include "platform/db/database.h"

namespace digilots::audit {

/// Once a day (UTC) for each person, action and record, in a transaction of its own; durable when it returns.
void note_reading(db::Database& database, const Entry& entry, base::Instant now);

}  // namespace digilots::audit
