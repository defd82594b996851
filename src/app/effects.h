#pragma once
// What surveys tell others: goals of what they have changed, e-services' pages what is asked after their use.
#include <string_view>
#include <vector>

#include "budget/budget.h"
#include "platform/periods/period.h"

namespace digilots::app {

class Application;

/// What staff wrote that sessions cost, for the accounts of a budget.
std::vector<budget::SessionCost> session_costs_of(const Application& app, std::string_view municipality,
                                                  const periods::Period& period);

/// Once, before anybody is served.
void know_surveys(Application& app);
/// Which shares are made of two figures, what budgets say of a time, and what of it may be written at sessions too.
void know_shares_and_money(Application& app);

}  // namespace digilots::app
