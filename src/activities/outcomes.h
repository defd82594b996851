#pragma once
// What came of sessions: read where it is needed, and the open list of needs that were found. For the files of this folder.
#include "activities/implementation.h"

namespace digilots::activities {

/// Needs that were found at a session, and that nobody has seen to.
struct OpenNeed {
    std::string session, activity, title, unit, place, address, needs;  // activity: its id; title: its; place: public id
    std::vector<std::string> topics = {};
    base::Date day{};
    std::string seen = "";  // base::Seen of the session
};
/// The oldest first.
std::vector<OpenNeed> open_needs(const Activities& activities, std::string_view municipality_id);
std::int64_t count_open_needs(const Activities::Implementation& self, std::string_view municipality_id);
/// The latest of an activity first; no titles.
std::vector<Outcome> outcomes_of(const Activities::Implementation& self, std::string_view municipality_id,
                                 std::string_view activity);

/// As who counted chooses among: partners of the activity.
struct PartnerThere {
    std::string id, title;
    bool has_ended = false;
};
std::vector<PartnerThere> partners_of(const Activities& activities, std::string_view municipality_id, std::string_view activity);

struct SeenTo {
    Arranged arranged = Arranged::done;
    std::string request = "";  // that it became
};
/// Takes what was found at a session off the open list: with `request` it becomes a request for an activity in the same
/// transaction. `wanted` as that register's form sends it.
SeenTo see_to_needs(Activities& activities, const register_::Surroundings& around, std::string_view session,
                    const std::optional<register_::Draft>& wanted, std::string_view actor, const base::Seen& seen);

}  // namespace digilots::activities
