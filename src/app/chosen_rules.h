#pragma once
// Rules of deletion that the operator looks at.
#include <string>
#include <utility>
#include <vector>

#include "app/application.h"
#include "app/command.h"

namespace digilots::app {

/// Of all active municipalities and of the installation (""), or with --municipality of that one.
/// CommandError.
std::vector<std::pair<std::string, const RetentionRule*>> chosen_rules(const Application& application,
                                                                       const Arguments& arguments);
/// "12 months"
std::string period_in_words(const RetentionRule& rule, const std::optional<int>& number);

}  // namespace digilots::app
