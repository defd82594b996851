#pragma once
// Signs that a way to reach somebody is a person's own and no function's. Signs, not proofs.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::personal {

/// "anna.andersson@sundsvall.se", "anna@sundsvall.se", anything at a host where people have their private mail.
bool is_of_person(std::string_view email);
/// A mobile phone of Sweden or Norway. `country`: of numbers without a country code.
bool is_mobile(std::string_view phone, std::string_view country);

/// Of a text, as they stand, each once: addresses that are a person's own …
std::vector<std::string> emails_of_persons_in(std::string_view text);
/// … and mobile phones. Linear.
std::vector<std::string> mobiles_in(std::string_view text, std::string_view country);

}  // namespace digilots::personal
