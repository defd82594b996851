#pragma once
// Help outside the desk, and what is tried and launched with residents: visits at which the professional is online, trials,
// launches, onboarding, tours. Counts and what was said, never who.
#include "inquiries/inquiries.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::outreach {

// ---- Kinds of records, each said once (platform/register) ----
register_::Register assisted_visit_register();
register_::Register trial_register();
register_::Register launch_register();
/// "everyday.system" and "activities.activity" among its links.
register_::Register onboarding_register();
register_::Register tour_register();

inline constexpr std::string_view notes_rule = "outreach.notes";
RetentionRules retention_rules();

/// "/{municipality}/staff/assisted-visits…", "…/staff/trials…", "…/staff/launches…", "…/staff/onboarding…", "…/staff/tours…".
/// All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock, const register_::Others& others, const inquiries::Inquiries& log);

}  // namespace digilots::outreach
