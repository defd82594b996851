#pragma once
// Numbers that the words beside them call a personal or an account number: they may hold a slip and are one all the same.
#include <span>
#include <string_view>

#include "platform/personal/digits.h"

namespace digilots::personal {

/// "pnr 850312-9999", "fødselsnummer: 01019012345", "8503121234 (personnummer)": 10 to 12 digits, whatever their check
/// digits. `plain` is base::plain, here and below.
bool names_personal_number(std::string_view plain, std::span<const Digit> digits);
/// "12/3-85 1231": a date of birth as it is said, with the last figures behind it and right check digits. What may be a date
/// of these years and a clock time is none.
bool holds_spelled_birth_number(std::span<const Digit> digits);
/// "kontonr 8601 11 17947", "clearing 6789 123 456 789": 7 digits or more; "konto 8601 11 17947", "konto 8327-9, 1234567890".
bool names_account_number(std::string_view plain, std::span<const Digit> digits);
/// "kortnummer 4111 1111 1111 1112": 14 digits or more; "kort 1234 5678 9012 3456": 16.
bool names_card_number(std::string_view plain, std::span<const Digit> digits);

/// The word before the number at `begin` says that it is one of goods, books, payments or parcels: "OCR 4…", "EAN-kod 4…".
bool names_other_thing(std::string_view plain, std::size_t begin);

/// The check digit of Norwegian accounts, of eleven digits.
bool passes_modulus_11(std::string_view eleven);

}  // namespace digilots::personal
