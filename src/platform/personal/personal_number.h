#pragma once
// Swedish and Norwegian personal numbers among a text's digits.
#include <span>
#include <string_view>

#include "platform/personal/digits.h"

namespace digilots::personal {

/// Swedish personnummer and samordningsnummer (10 or 12 digits), Norwegian fødselsnummer, D- and H-numbers, those of
/// health care (FH) and the authorities' synthetic ones (11 digits): valid date, right check digits, any grouping. Linear.
bool holds_personal_number(std::span<const Digit> digits);
/// Swedish interim numbers, with any letter in place of a digit: 850312-T124, 19850312R124. They need no right check digit.
bool holds_interim_number(std::string_view plain);

}  // namespace digilots::personal
