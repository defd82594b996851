#pragma once
// Swedish and Norwegian personal numbers among a text's digits.
#include <span>

#include "inquiries/plain_note.h"

namespace digilots::inquiries {

/// Swedish personnummer and samordningsnummer (10 or 12 digits), Norwegian fødselsnummer, D- and H-numbers and the
/// authorities' synthetic ones (11 digits): valid date, right check digits, any grouping. Linear.
bool holds_personal_number(std::span<const Digit> digits);

}  // namespace digilots::inquiries
