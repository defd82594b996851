#pragma once
// All that is under way: for staff on one page, for residents what they have codes for.
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/register/missed_letters.h"
#include "platform/slice/slice.h"

namespace digilots::matters {

/// "/{municipality}/staff/ongoing", "/{municipality}/staff/letters…", "/{municipality}/my-matters". What it is given outlives it.
Slice slice(db::Database& database, const organisation::Organisation& organisation, const base::Clock& clock,
            register_::NameOfAccount name_of);

}  // namespace digilots::matters
