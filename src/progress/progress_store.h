#pragma once
// What was chosen, as rows. One function a query or a change.
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"
#include "progress/progress.h"

namespace digilots::progress::store {

/// Of one municipality, in the UN's order, without proposed indicators and own goals.
Choices choices(db::Connection& connection, std::string_view municipality);
/// Latest first.
std::vector<Evaluation> evaluations(db::Connection& connection, std::string_view municipality);
std::string kept_wheel(db::Connection& connection, std::string_view municipality, int year);

void save_target(db::Connection& connection, std::string_view municipality, const ChosenTarget& target);
void delete_target(db::Connection& connection, std::string_view municipality, std::string_view target);
/// False where it is closed.
bool save_evaluation(db::Connection& connection, std::string_view municipality, const Evaluation& evaluation,
                     base::Instant now);
/// False where it is closed or not there.
bool close_evaluation(db::Connection& connection, std::string_view municipality, int year,
                      std::string_view wheel, base::Instant now);

}  // namespace digilots::progress::store
