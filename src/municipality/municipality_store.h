#pragma once
// What is set here, as rows. One function a query or a change.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "platform/db/connection.h"

namespace digilots::municipality::store {

std::set<std::string, std::less<>> active(db::Connection& connection);
std::vector<Network> networks(db::Connection& connection);
std::vector<Municipality> own(db::Connection& connection);

void save_network(db::Connection& connection, const Network& network);
void save_own(db::Connection& connection, const Municipality& own, base::Instant now);

}  // namespace digilots::municipality::store
