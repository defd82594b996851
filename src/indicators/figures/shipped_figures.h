#pragma once
// Loads the figures that come with the program.
#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::indicators {

/// The product's own table, where nothing else is there yet. True where it was loaded.
bool load_shipped_figures(db::Database& database, const base::Clock& clock);
/// Invented figures of Norway's municipalities, for indicators of which nothing real is there. Real ones take their place
/// as they come, an indicator at a time. True where any were loaded.
bool load_made_up_figures(db::Database& database, const base::Clock& clock);

}  // namespace digilots::indicators
