#pragma once
// What was chosen, as rows. One function a query or a change.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"
#include "progress/progress.h"

namespace digilots::progress::store {

std::int64_t version(db::Connection& connection);
void bump_version(db::Connection& connection);

/// By municipality; chosen targets in the UN's order, without proposed indicators.
std::map<std::string, Choices> choices(db::Connection& connection);
/// Of one municipality, by number and in the UN's order.
Choices choices_of(db::Connection& connection, std::string_view municipality);
/// By municipality, latest first.
std::map<std::string, std::vector<Evaluation>> evaluations(db::Connection& connection);
std::string kept_wheel(db::Connection& connection, std::string_view municipality, int year);

void save_target(db::Connection& connection, std::string_view municipality, const ChosenTarget& target);
void delete_target(db::Connection& connection, std::string_view municipality, std::string_view target);
void save_goal(db::Connection& connection, std::string_view municipality, const OwnGoal& goal);
void delete_goal(db::Connection& connection, std::string_view municipality, std::string_view key);
/// False where it is closed.
bool save_evaluation(db::Connection& connection, std::string_view municipality, const Evaluation& evaluation,
                     base::Instant now);
/// False where it is closed or not there.
bool close_evaluation(db::Connection& connection, std::string_view municipality, int year,
                      std::string_view wheel, base::Instant now);

}  // namespace digilots::progress::store
