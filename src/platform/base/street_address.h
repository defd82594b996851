#pragma once
// Addresses of homes in free text.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

/// "Storgatan 12 B", "Nedre Långgatan 4", "Olav Tryggvasons gate 24", "Kirkeveien 3C": a word for a street with its capital (or
/// behind one) and a number behind it that counts nothing. A sign, not a proof. Any bytes are allowed in; linear.
bool holds_street_address(std::string_view text);
/// The street and its number of each: "Storgatan 12". Each once.
std::vector<std::string> street_addresses_in(std::string_view text);

}  // namespace digilots::base
