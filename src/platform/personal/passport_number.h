#pragma once
// Numbers of passports: nothing in them says what they are, the words before them do.
#include <string_view>

namespace digilots::personal {

/// "passnr AA123456", "pass nr. 2807 4635", "passport number is CCC012345". `plain` is base::plain. Linear.
bool names_passport_number(std::string_view plain);

}  // namespace digilots::personal
