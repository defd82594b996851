#pragma once
// A municipality's own goals as a register: what is asked of one, and what it is then.
#include "platform/register/register.h"
#include "progress/progress.h"

namespace digilots::progress {

/// `choices` says which targets the wheel has.
register_::Register goal_register(std::function<Choices(std::string_view municipality)> choices);
OwnGoal goal_of(const register_::Record& record);
register_::Record record_of(const OwnGoal& goal);
/// In the UN's order.
void sort_targets(std::vector<std::string>& ids);

}  // namespace digilots::progress
