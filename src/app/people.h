#pragma once
// What the account and token commands share: reading a municipality, a role and a password from the command line.
#include <string>

#include "app/command.h"
#include "municipality/municipality.h"
#include "platform/http/access.h"

namespace digilots::app {

/// The municipality that --municipality names by slug or code; CommandError where it is unknown or not active.
std::string municipality_id_of(const municipality::Municipalities& municipalities, const std::string& slug);
/// Whose an API token is: a municipality's, or a network's.
struct TokenOwner {
    std::string municipality_id, network;   // one of them is ""
};
/// What --municipality or --network name; CommandError unless it is exactly one of them, and one that is there.
TokenOwner token_owner_of(const municipality::Municipalities& municipalities, const Arguments& arguments);
/// "guide", "editor", "coordinator", "administrator"; CommandError (exit 2) otherwise.
http::Role role_of(const std::string& word);
std::string_view word_of(http::Role role);
/// The first line of standard input.
std::string read_password_line();
/// CommandError with the message where the result is one.
[[noreturn]] void refuse(const std::string& message);

}  // namespace digilots::app
