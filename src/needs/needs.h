#pragma once
// What residents need, how that was found out, and what came of it: rounds of a mapping with questions and
// answers, recommendations and good examples, and the lists that work with needs stands on. Roles and
// numbers, never who.
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::needs {

// ---- The mapping: kinds of records, each said once (platform/register) ----
/// Which of one's networks read it is chosen among `municipalities`.
register_::Register round_register(const municipality::Municipalities& municipalities);
/// "needs.round" among its links.
register_::Register question_register();
/// "needs.round", "needs.question" and "organisation.unit" among its links.
register_::Register answer_register();
/// "needs.round", "organisation.function", "activities.activity" and "plan.node" among its links.
register_::Register recommendation_register();
register_::Register example_register(const municipality::Municipalities& municipalities);
/// "needs.round" and "organisation.unit" among its links.
register_::Register invitation_register();
/// "organisation.function" and "organisation.unit" among its links.
register_::Register responsibility_register();

// ---- The lists ----
register_::Register group_register();
/// "needs.group" among its links.
register_::Register supporter_register();
register_::Register equipment_register();
register_::Register challenge_register();
/// What a workshop gave a challenge. "needs.challenge" among its links.
register_::Register points_register();
register_::Register inventory_register();
register_::Register signal_register();
register_::Register insight_register();
/// "organisation.function" and "bodies.group" among its links.
register_::Register wish_register();
register_::Register paper_form_register();
register_::Register informal_help_register();
register_::Register investigation_register();
register_::Register guidance_register();
register_::Register hit_register();

/// One of the 24 questions that a new round begins with (report "Tusen vägar in", 2022-12-16, section Metod).
struct TemplateQuestion {
    std::string_view code, part;  // "N1"; "current", "desired", "between"
    i18n::Text text;
};
const std::vector<TemplateQuestion>& template_questions();

/// Of settlements and localities with a point: how many there are, and how many have no open place so near, as the crow flies.
struct NearHelp {
    std::int64_t settlements = 0, without = 0;
};
NearHelp near_help(std::string_view municipality, const directory::Snapshot& snapshot, double within_kilometres);

/// A good example that a municipality shares with its networks, or with everybody.
struct SharedExample {
    std::string municipality, id, title, about, credit;  // credit: whose it is, where it is somebody else's
    bool is_for_all = false;
};
/// Of its members, the newest first, without what is shared with other networks alone.
std::vector<SharedExample> examples_of(db::Database& database, const municipality::Network& network);

/// What others know of what a municipality arranges; nullptr: nothing is known of it.
struct Arranged {
    /// How many activities are said to help with a step of the stair.
    std::function<std::int64_t(const std::string& municipality_id, const std::string& step)> activities_by_step = nullptr;
    /// Requests for activities that are in use, by village or place in small letters.
    std::function<std::map<std::string, std::int64_t>(const std::string& municipality_id)> requests_by_locality = nullptr;
    /// How often the log says what stood in the way, this month and the eleven before it; nothing: nobody has said it of any.
    std::function<std::map<std::string, std::int64_t>(const std::string& municipality_id)> contacts_by_barrier = nullptr;
    /// The function of a group's secretary; "" where it has none.
    std::function<std::string(const std::string& municipality_id, const std::string& body)> secretary_of = nullptr;
};

/// "/{municipality}/staff/needs…". All that is given outlives it.
Slice slice(db::Database& database, const base::Clock& clock,
            const municipality::Municipalities& municipalities, const directory::Directory& directory,
            const register_::Others& others, Arranged arranged = {});

}  // namespace digilots::needs
