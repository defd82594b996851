#pragma once
// What is logged here, in the columns of somebody else's survey or table: each column is said once, tried on ten entries, and
// kept. Entries, never who asked.
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/inquiries.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::collections {

/// Whose table it is, for what, and which entries it takes. "organisation.unit" and "directory.place" are among its links.
register_::Register collection_register(inquiries::LogRows log);
/// A column of one: its heading there, what of the log stands in it. "collections.collection" among its links.
register_::Register column_register(inquiries::LogRows log);

/// "/{municipality}/staff/outside-collections…", "…/staff/outside-columns…". All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock, const register_::Others& others, inquiries::Inquiries& log);

}  // namespace digilots::collections
