#pragma once
// E-mail addresses in a note, also those written around the sign.
#include <string_view>

namespace digilots::personal {

/// anna@example.se, "anna(at)example.se", "anna [at] example [dot] se", "anna at example dot se", "anna snabel-a example.se",
/// "anna at example.com", "anna(at)gmail". Not those of offices (info@sundsvall.se).
/// `plain` is base::plain. Linear.
bool holds_email(std::string_view plain);
/// anna@example: an address whose end is missing, or somebody's name elsewhere. Not those of offices. A sign, not a proof.
bool holds_cut_email(std::string_view plain);

}  // namespace digilots::personal
