#pragma once
// What staff wrote that sessions cost, session by session: whoever keeps accounts of it walks on to each.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "activities/activities.h"
#include "platform/periods/period.h"

namespace digilots::activities {

/// Of a session that was held, where anything of it was written.
struct WrittenCosts {
    std::string session, activity;       // the activity's title
    base::Date day{};
    /// By "cost" of the measure activity_costs, in öre.
    std::array<std::pair<std::string_view, std::int64_t>, 4> costs = {};
    std::string written_by = "";         // the account that counted last; "" where the trail does not reach back so far
};
/// By day: the sessions that the measure activity_costs counts in that time.
std::vector<WrittenCosts> written_costs(const Activities& activities, std::string_view municipality_id,
                                        const periods::Period& period);
/// "Fee" …
i18n::Text title_of_cost(std::string_view cost);

}  // namespace digilots::activities
