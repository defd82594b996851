#pragma once
// What the account and token commands share: reading a municipality, a role and a password from the command line.
#include <string>

#include "app/command.h"
#include "municipality/municipality.h"
#include "platform/http/access.h"

namespace digilots::app {

/// The municipality that --municipality names by slug or code; CommandError where it is unknown or not active.
std::string municipality_id_of(const municipality::Municipalities& municipalities, const std::string& slug);
/// "guide", "editor", "coordinator", "administrator"; CommandError (exit 2) otherwise.
http::Role role_of(const std::string& word);
std::string_view word_of(http::Role role);
/// The first line of standard input.
std::string read_password_line();
/// CommandError with the message where the result is one.
[[noreturn]] void refuse(const std::string& message);

}  // namespace digilots::app
