#pragma once
// A date of birth, and in words behind it the last figures of the number.
#include <string_view>

namespace digilots::personal {

/// "född 9 juli 1985, sista fyra 9805", "850709 med sista 9805", "sista fyra 9805, född 850709", with a right check digit. Takes
/// plain text (base::plain); linear.
bool holds_told_birth(std::string_view plain);

}  // namespace digilots::personal
