#pragma once
// From invitation to attendance, by how people are reached, and what was tried to reach more. For the files of this folder.
#include "activities/implementation.h"

namespace digilots::activities {

struct Reached {
    std::int64_t invited = 0, signed_up = 0, came = 0;
    std::int64_t asked = 0;              // questions at desks of who found them so
};
/// Of one activity, of one of its sessions on its day, or of all ("") in a time, both days included.
struct ReachedOf {
    std::string activity = "", session = "", session_day = "", campaign = "";
    base::Date from{}, to{};
    std::optional<std::vector<std::string>> among = {};  // activities, such as those of a unit; nothing: any
};
/// By taxonomy found_us; "" are those of whom it is not known. Invitations have no campaign of their own and are not narrowed.
std::map<std::string, Reached> reached_by_channel(const Activities::Implementation& self, std::string_view municipality_id,
                                                  const ReachedOf& of);

measures::Measure invited(const Activities& activities);
measures::Measure signed_up_by_channel(const Activities& activities);
/// Organisations that took part in what was held, each once.
measures::Measure partners_taking_part(const Activities& activities);

}  // namespace digilots::activities
