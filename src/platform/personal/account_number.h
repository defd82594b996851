#pragma once
// Numbers of payment cards and of bank accounts: in the international form, and as Norway writes its own.
#include <span>
#include <string_view>

#include "platform/personal/digits.h"

namespace digilots::personal {

/// 13 to 19 digits as cards have them: a known beginning, the right check digit, together or in groups of four (8-8, 4-6-5,
/// 10-5, 4-6-4, 6-13, 4-3-3-3, 4-4-5); of 16 digits any beginning where no word says that they are something else. Not what
/// the word before it calls a number of goods, payments or parcels. `plain` is base::plain.
bool holds_card_number(std::string_view plain, std::span<const Digit> digits);
/// "SE35 5000 0000 0549 1000 0003": of a country that has them, its length, the right check digits. `plain` is base::plain.
bool holds_iban(std::string_view plain);
/// "8601.11.17947": with the right check digit, and no part of a longer row of numbers. `plain` is base::plain.
bool holds_norwegian_account(std::string_view plain, std::span<const Digit> digits);

}  // namespace digilots::personal
