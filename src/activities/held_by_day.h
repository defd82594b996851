#pragma once
// What was held day by day, kept: most questions to figures are about a time and a kind alone, however many sessions there are.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"
#include "platform/measures/measure.h"

namespace digilots::activities {

struct HeldDay {
    std::string day;
    std::int64_t sessions = 0, came = 0, staff = 0, did_not_come = 0, costs = 0;
};

/// Under which the days are kept that a question of one municipality needs; nothing where they do not answer it: it splits up
/// along, or asks for, something else than time, kind, purpose and activity.
std::optional<std::string> key_of_held_days(std::string_view municipality, const measures::Query& query);
std::string municipality_of_held_days(std::string_view key);
std::shared_ptr<const std::vector<HeldDay>> load_held_days(db::Database& database, std::string_view key);

}  // namespace digilots::activities
