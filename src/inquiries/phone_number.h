#pragma once
// Phone numbers as people write them in Sweden and Norway.
#include <span>
#include <string_view>

#include "inquiries/plain_note.h"

namespace digilots::inquiries {

/// +46 70 123 45 67, 0047 …, 0701-23 45 67, (060) 19 10 00, 41 23 45 67. Not clock times, dates, sums, postal codes. Linear.
bool holds_phone_number(std::string_view plain, std::span<const Digit> digits);

}  // namespace digilots::inquiries
