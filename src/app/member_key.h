#pragma once
// The key with which this installation signs what it sends to networks: a file in the data folder that only its owner reads.
#include <string>

#include "app/settings.h"

namespace digilots::app {

/// Makes it, in place of one that is there. The public key.
std::string make_member_key(const Settings& settings);
/// CommandError that says what to do where there is none, or where it is damaged.
std::string secret_member_key(const Settings& settings);
/// The public one of it.
std::string open_member_key(const Settings& settings);

}  // namespace digilots::app
