#pragma once
// Help outside the desk, and what is tried and launched with residents: visits at which the professional is online, trials,
// launches, onboarding, tours. Counts and what was said, never who.
#include "inquiries/inquiries.h"
#include "platform/base/clock.h"
#include "platform/base/time.h"
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
/// Whether the same visit, of this group on this day in these hours, is written down beside this one.
using IsWrittenDown = std::function<bool(const register_::Record& tour, const register_::Surroundings& around)>;
/// Which booked times would have nobody there if this visit were made, in words; "" none.
using TimesLeft = std::function<std::string(const register_::Record& tour, const register_::Surroundings& around)>;
/// "activities.activity" and "organisation.function" among its links.
register_::Register tour_register(IsWrittenDown is_written_down = nullptr, TimesLeft times_left = nullptr);
struct PlannedTour {
    std::string id, title, hours, place, locality, unit;
    base::Date day{};
    bool is_held = false;
    std::string function = {};  // that goes; "" nobody said
    int people = 1;
};
/// Visits to groups on these days, both included, without those that are cancelled.
std::vector<PlannedTour> tours_between(db::Database& database, std::string_view municipality_id, base::Date first,
                                       base::Date last);
/// Planned, with a function that goes: from when until when, where the municipality is.
struct TourTakesTime {
    std::string tour, title, function;
    int people = 1;
    base::Instant begin{}, end{};
};
/// From yesterday on, a year ahead.
std::vector<TourTakesTime> tours_that_take_time(db::Database& database, std::string_view municipality_id, std::string_view zone,
                                                base::Instant now);
/// Of one as it is written, planned for today or later; else nothing.
std::vector<TourTakesTime> time_taken_by(const register_::Record& tour, const register_::Surroundings& around);
/// Under which tours are kept (platform/kept).
inline constexpr std::string_view kept_tours = "tour";
/// Trials, and launches by their first day, for the plan of a year.
struct PlannedBeside {
    std::string id, title, hours, place, state, unit;  // state: "free", "planned", "held" of a trial
    base::Date day{};
    bool is_launch = false;
};
std::vector<PlannedBeside> trials_and_launches_between(db::Database& database, std::string_view municipality_id, base::Date first,
                                                       base::Date last);
/// Trials that were planned for a day that is over: what came of them is said.
DutyKind trial_duties(db::Database& database, const base::Clock& clock);
DutyKind tour_duties(db::Database& database, const base::Clock& clock);
/// Something is walked through with a group: how many were invited and came. "everyday.system" and "activities.activity" among
/// its links.
register_::Register walkthrough_register();
/// How those get it who did not come; "outreach.walkthrough" and "outreach.unit_of_walkthrough" among its links.
register_::Register catch_up_register();
/// Of a walkthrough: how many of those who did not come have not had it yet.
std::int64_t left_to_catch_up(std::int64_t invited, std::int64_t came, std::int64_t done);
/// What stands beside it: who is left, and each way in which they get it.
register_::MoreOf who_is_left(db::Database& database);
/// Walkthroughs in use, the latest first.
register_::LinkSource walkthroughs_to_link(db::Database& database);
DutyKind catch_up_duties(db::Database& database);

/// Of a trial that nobody has: a button by which whoever works in a unit makes it theirs.
register_::More way_to_take(const register_::Records& trials, const register_::Record& trial, const html::Page& page);
http::Response take_trial(register_::Records& trials, const http::Request& request);

inline constexpr std::string_view notes_rule = "outreach.notes", catch_up_rule = "outreach.catch_up";
RetentionRule catch_up_retention();
RetentionRules retention_rules();

/// "/{municipality}/staff/assisted-visits…", "…/staff/trials…", "…/staff/launches…", "…/staff/onboarding…", "…/staff/tours…",
/// "…/staff/walkthroughs…", "…/staff/catch-ups…".
/// All that is given outlives it. `sessions`: of a series that brings people into a system, what stands of its activity.
Slice slice(db::Database& database, const base::Clock& clock, const register_::Others& others, const inquiries::Inquiries& log,
            register_::MoreOf sessions = nullptr, TimesLeft times_left = nullptr);

}  // namespace digilots::outreach
