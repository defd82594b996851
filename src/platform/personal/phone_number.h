#pragma once
// Phone numbers as people write them in Sweden and Norway.
#include <span>
#include <string_view>

#include "platform/personal/digits.h"

namespace digilots::personal {

enum class PhoneSign {
    none,
    maybe,      // eight digits that may be a Norwegian number, and no word says what they are
    certain
};

/// +46 70 123 45 67, 0047 …, 0701-23 45 67, (060) 19 10 00, 41 23 45 67, 46 70 123 45 67; 41234567 and 701234567 where words
/// around say phone. Not numbers of services (0771-567 567, 020-22 40 50, 010-123 45 67, 800 80 000), clock times, dates, sums,
/// postal codes, numbers of cases and orders. The strongest sign in the text. Linear.
PhoneSign find_phone_number(std::string_view plain, std::span<const Digit> digits);
/// With unusual signs between the parts (with_signs_as_hyphens), which measures have too: Swedish and international numbers
/// alone.
bool is_spread_phone(std::string_view plain, std::span<const Digit> digits);

/// In a text whose numbers go on over the ends of lines (with_lines_as_spaces).
bool is_phone_over_lines(std::string_view plain, std::span<const Digit> digits);

}  // namespace digilots::personal
