#pragma once
// The plan: strategy, plans, projects, areas and activities, each with a code, an owner, a period and a phase; how far they have
// come, which documents and milestones they have, and the plan as it was when it was approved.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/html/components.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::plan {

/// Programs read what is not published, and write.
inline constexpr http::Scope read_plan{"plan:read", TEXT("read the plan")};
inline constexpr http::Scope write_plan{"plan:write", TEXT("change the plan")};

/// How a goal of the municipality stands, in the reader's words.
struct GoalStands {
    std::string id, title, number;
    html::components::Mark mark = {};
};
/// Of an activity of the programme.
struct SessionsHeld {
    std::string title;
    std::int64_t held = 0, to_come = 0;
};

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const kept::Versions& versions;
    register_::Others others;                       // "organisation.function", "activities.activity"
    register_::Choices goals = nullptr;             // those that a part may serve; nullptr: none
    std::function<std::vector<GoalStands>(const http::Tenant& tenant, const i18n::Translator& words)> goals_stand = nullptr;
    std::function<std::optional<SessionsHeld>(std::string_view municipality_id, std::string_view activity)> sessions = nullptr;
};

/// "/{municipality}/staff/plan…", "/{municipality}/progress/plan", "/api/v1/{municipality}/plan…". All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock, Neighbours neighbours);

}  // namespace digilots::plan
