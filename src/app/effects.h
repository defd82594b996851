#pragma once
// What surveys tell others: goals of what they have changed, e-services' pages what is asked after their use.
namespace digilots::app {

class Application;

/// Once, before anybody is served.
void know_surveys(Application& app);

}  // namespace digilots::app
