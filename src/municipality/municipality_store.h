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
/// A nation's with all of its country that are active, but those whose membership was ended; any other as it is.
Network whole(db::Connection& connection, Network network);
/// Who has just become active comes into the networks of the country. The keys of those that it was not in.
std::vector<std::string> join_nation(db::Connection& connection, const Municipality& municipality);
void save_own(db::Connection& connection, const Municipality& own, base::Instant now);

}  // namespace digilots::municipality::store
