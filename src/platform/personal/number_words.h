#pragma once
// What the words around a number say that it is.
#include <cstddef>
#include <string_view>

namespace digilots::personal {

enum class NumberIs {
    unknown,
    phone,      // "ring 55000052", "55000052 (mobil)"
    person,     // "sønnen hjelper, 692 84 951": somebody's, if it is a phone's
    somebody,   // "hun sa 692 84 951": the same where it is grouped as phones' are
    ordinary    // "ärende 55000052", "kr 55000052", "55000052 kr"
};

/// In `plain` (base::plain) the number stands from `begin` to `end`. The word right before it weighs most. Constant time.
NumberIs kind_of_number(std::string_view plain, std::size_t begin, std::size_t end);
/// So many characters from it are looked at.
constexpr std::size_t said_within = 60;
/// What the words before it say, what those behind it say, and what both say together: kind_of_number.
NumberIs said_before(std::string_view plain, std::size_t begin);
NumberIs said_behind(std::string_view plain, std::size_t end);
NumberIs together(NumberIs before, NumberIs behind);

/// The word before `begin` names a thing that has numbers as long as phones and cards: "serienr 0701234567".
bool names_thing(std::string_view plain, std::size_t begin);

/// Of goods, parcels, payments and meters alone, which no number of a person is ever called.
bool names_goods(std::string_view plain, std::size_t begin);

/// One of the words before `begin` is an office, as those of municipalities and banks: "växeln 060-19 10 00".
bool names_office(std::string_view plain, std::size_t begin);

/// Behind `end` stands what counts money or shares: "kr", ":-", "%".
bool is_money(std::string_view plain, std::size_t end);

}  // namespace digilots::personal
