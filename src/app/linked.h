#pragma once
// Records of all slices that name a record of another: found by what their registers say they link to.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/application.h"
#include "plan/plan.h"

namespace digilots::app {

/// By their kind, with those who may be read by whoever asks. `source`: "plan.node", "budget.budget". Kinds whose keys begin with
/// one of `without` are left out.
std::vector<plan::Beside> records_beside(const Application& app, std::string_view source,
                                         std::initializer_list<std::string_view> without,
                                         std::string_view id, const html::Page& page);
/// What is kept of parts of the plan elsewhere: a table of each kind, meetings and minutes of their groups, files of these.
plan::Papers papers_of_parts(const Application& app, const std::vector<std::string>& parts, const html::Page& page);

/// Those of the decision log, the newest first.
std::vector<plan::DecisionOfGroup> decisions_of_groups(const Application& app, const html::Page& page);

/// How many records outside of the plan name a part of it; in the transaction that is to delete it.
std::int64_t number_naming_part(const Application& app, db::Connection& connection, std::string_view municipality,
                                std::string_view part);

}  // namespace digilots::app
