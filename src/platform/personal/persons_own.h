#pragma once
// Signs that a way to reach somebody is a person's own and no function's. Signs, not proofs.
#include <string_view>

namespace digilots::directory {

/// "anna.andersson@sundsvall.se", "anna@sundsvall.se", anything at a host where people have their private mail.
bool is_of_person(std::string_view email);
/// A mobile phone of Sweden or Norway. `country`: of numbers without a country code.
bool is_mobile(std::string_view phone, std::string_view country);

}  // namespace digilots::directory
