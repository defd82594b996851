#pragma once
// Groups with a mandate, their meetings and decisions; what stands around a plan; systems, services and how
// new ones are introduced. Organisations and functions, never persons.
#include <string>
#include <string_view>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/calendar/icalendar.h"
#include "platform/db/database.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::bodies {

// ---- Groups: kinds of records, each said once (platform/register) ----
register_::Register group_register();
/// "bodies.group" among its links, here and below.
register_::Register member_register();
register_::Register meeting_register();
/// One that has its day, in the calendars of partners; `zone`: of the municipality.
calendar::Event event_of_meeting(const register_::Record& meeting, const std::string& group, const std::string& zone);
/// "bodies.meeting" among its links.
register_::Register item_register();
/// "bodies.meeting" among its links. Published ones are said to everyone.
register_::Register decision_register();

// ---- Around a plan ----
register_::Register handover_register();
/// Whether a part of the plan has gone to a group, with what was learned and how it is followed up; in the caller's transaction.
bool is_handed_over(db::Connection& connection, std::string_view municipality_id, std::string_view part);
/// "bodies.handover" among its links.
register_::Register point_register();
register_::Register rollout_register();
register_::Register method_register();
register_::Register factor_register();
register_::Register demography_register();
register_::Register check_register();

// ---- Systems ----
register_::Register system_register();
/// The steps that each introduction begins with.
register_::Register process_register();
register_::Register introduction_register();
/// "bodies.introduction" among its links.
register_::Register step_register();
register_::Register tier_register();

/// "/{municipality}/staff/bodies…". All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock,
            const municipality::Municipalities& municipalities, const register_::Others& others);

}  // namespace digilots::bodies
