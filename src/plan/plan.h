#pragma once
// The plan: strategy, plans, projects, areas and activities, each with a code, an owner, a period and a phase; how far they have
// come, which documents and milestones they have, and the plan as it was when it was approved.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
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

/// Tasks about a part that somebody wrote.
struct TasksOf {
    std::int64_t done = 0, open = 0, overdue = 0;  // overdue: of the open ones
};

/// Records of other slices that name a part, by their kind.
struct Beside {
    std::string title = {};
    std::vector<html::Link> links = {};
};
/// A decision of a group, in the reader's words: "Steering group, 2 November 2026: the plan is adopted".
struct DecisionOfGroup {
    std::string id = {}, label = {};
    std::optional<base::Date> day = {};
};
/// A file of an archive: "groups/minutes.csv".
struct Paper {
    std::string name = {}, about = {}, bytes = {};
    /// Of what is too large to be held: read when its turn comes, nothing where it is gone by then. It refers to nothing of a
    /// request. Without it `bytes` is the file.
    std::function<std::optional<std::string>()> read = nullptr;
};
struct Papers {
    std::string secretariat = {};  // who keeps them; "" where nobody is said to
    std::vector<Paper> files = {};
};
/// What everyone may see that contributes to a target of the UN; of "": everything that everyone may see.
using ContributingTo = std::function<std::vector<std::string>(std::string_view municipality_id, std::string_view target)>;

/// Who may ask for the letter with the plan's week.
struct Letters {
    struct Reader {
        std::string account, email;
    };
    /// Those of a municipality who can sign in; nullptr where no letters are sent.
    std::function<std::vector<Reader>(std::string_view municipality_id)> readers = nullptr;
    std::string site = {};  // what links in letters begin with: "https://digilots.example.org"
};
/// Whose account is closed is not written to any more.
void end_digest(db::Connection& connection, std::string_view municipality, std::string_view account);

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const kept::Versions& versions;
    register_::Others others;                       // "organisation.function", "activities.activity"
    register_::Choices goals = nullptr;             // those that a part may serve; nullptr: none
    register_::Choices challenges = nullptr;        // those that a part may answer
    std::function<std::vector<GoalStands>(const http::Tenant& tenant, const i18n::Translator& words)> goals_stand = nullptr;
    std::function<std::optional<SessionsHeld>(std::string_view municipality_id, std::string_view activity)> sessions = nullptr;
    /// By the part; parts without any are not in it.
    std::function<std::map<std::string, TasksOf, std::less<>>(std::string_view municipality_id)> tasks = nullptr;
    std::function<std::vector<Beside>(std::string_view part, const html::Page& page)> beside = nullptr;
    /// In the transaction that is to delete a part: how many records of other slices name it.
    std::function<std::int64_t(db::Connection& connection, std::string_view municipality_id, std::string_view part)> named =
        nullptr;
    /// In the transaction that is to close a project: whether it has gone to whoever goes on with it, with what was learned and
    /// how it is followed up. nullptr: nobody asks.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view part)> handed_over =
        nullptr;
    /// What groups and others keep of these parts, for their archive.
    std::function<Papers(const std::vector<std::string>& parts, const html::Page& page)> papers = nullptr;
    /// A target by its number, as the wheel shows it; no title where there is no such target.
    std::function<html::Link(std::string_view target, const html::Page& page)> target = nullptr;
    /// Called once: the wheel's targets tell what contributes to them.
    std::function<void(ContributingTo contributing)> know_contributing = nullptr;
    Letters letters = {};
    /// Those of the decision log that groups approve or send back editions by, the newest first.
    std::function<std::vector<DecisionOfGroup>(const html::Page& page)> decisions = nullptr;
    /// The functions that somebody holds.
    std::function<std::vector<std::string>(std::string_view municipality_id, const http::Identity& identity)> held = nullptr;
};

/// "/{municipality}/staff/plan…", "/{municipality}/progress/plan", "/api/v1/{municipality}/plan…". All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock, Neighbours neighbours);

}  // namespace digilots::plan
