#pragma once
// The indicators of the demo's made-up municipalities: official ones in name, meaning and direction, with ids of their own, so
// that nothing made up stands in a column, a rank or a sum of real municipalities.
#include <string>
#include <string_view>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::indicators {

/// Source and owner of them all.
inline constexpr std::string_view made_up_source = "made-up";

/// "N15030" → "made-up:N15030", and back; what is no made-up one stays as it is.
std::string made_up_id(std::string_view official);
std::string_view official_id(std::string_view id);

/// Whose municipalities are compared with each other: "SE", "NO"; of made-up ones "made-up SE", "made-up NO".
std::string figures_country(const municipality::Municipality& municipality);

/// Makes those that are missing, the same each time; true where any was.
bool load_figures_of_made_up(db::Database& database, const base::Clock& clock);
/// What the demo once made up for real municipalities goes.
void remove_made_up_figures_of_real(db::Database& database);

}  // namespace digilots::indicators
