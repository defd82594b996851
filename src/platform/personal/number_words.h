#pragma once
// What the words around a number say that it is.
#include <string_view>

namespace digilots::personal {

enum class NumberIs {
    unknown,
    phone,      // "ring 55000052", "55000052 (mobil)"
    ordinary    // "ärende 55000052", "kr 55000052", "55000052 kr"
};

/// In `plain` (base::plain) the number stands from `begin` to `end`. The word right before it weighs most. Constant time.
NumberIs kind_of_number(std::string_view plain, std::size_t begin, std::size_t end);

/// Behind `end` stands what counts money or shares: "kr", ":-", "%".
bool is_money(std::string_view plain, std::size_t end);

}  // namespace digilots::personal
