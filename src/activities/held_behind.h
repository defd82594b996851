#pragma once
// The sessions that a figure of activities is made from, so that whoever reads the figure can walk on to each.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "activities/implementation.h"
#include "platform/measures/measure.h"

namespace digilots::activities {

struct HeldBehind {
    std::string session, activity, day;
    std::int64_t number = 0;                // what the figure counts of it
};
/// By day; none where no such figure is made of sessions. With limits, without `by`.
std::vector<HeldBehind> held_behind(const Activities::Implementation& self, std::string_view measure,
                                    const measures::Query& query);
/// An organisation of which a figure counts one, by its name; with where it took part.
struct PartnerBehind {
    std::string title, record, kind;         // the record of the newest session
    std::vector<std::string> activities = {};   // their titles
    std::set<std::string> sessions = {};
    std::string last_session, last_day;
};
inline constexpr std::string_view figure_of_partners = "activity_partners";
/// Those that this figure counts, by name.
std::vector<PartnerBehind> partners_behind(const Activities::Implementation& self, const measures::Query& query);
/// "/staff/sessions?figure=participants&from=…": below the municipality.
std::string path_of_held(std::string_view measure, const measures::Query& query);

}  // namespace digilots::activities
