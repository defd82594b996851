#pragma once
// What surveys tell others: goals of what they have changed, e-services' pages what is asked after their use.
namespace digilots::app {

class Application;

/// Once, before anybody is served.
void know_surveys(Application& app);
/// Which shares are made of two figures, and what budgets say of a time: for goals and their reports.
void know_shares_and_money(Application& app);

}  // namespace digilots::app
