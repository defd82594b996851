#pragma once
// What municipalities decide and count themselves, as rows. One function a query or a change.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/indicators.h"
#include "platform/db/connection.h"

namespace digilots::indicators::store {

/// False where it is there already.
bool add_local(db::Connection& connection, std::string_view municipality, std::string_view country,
               const LocalIndicator& indicator, base::Instant now);
/// A local indicator's own.
std::optional<Direction> own_direction(db::Connection& connection, std::string_view indicator);

/// The last word for each indicator.
std::map<std::string, Direction, std::less<>> directions(db::Connection& connection, std::string_view municipality);
std::vector<DirectionChange> directions_of(db::Connection& connection, std::string_view municipality, std::string_view indicator);
/// Of what a municipality has decided about it and, where it is its own, of its figures.
std::string mark(db::Connection& connection, std::string_view municipality, std::string_view indicator);
void add_direction(db::Connection& connection, std::string_view municipality, std::string_view indicator,
                   const DirectionChange& change, base::Instant now);

}  // namespace digilots::indicators::store
