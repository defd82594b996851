#pragma once
// What is sealed of an answer.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digilots::surveys {

inline constexpr std::size_t padded_to = 512;

struct Spooled {
    int edition = 0;
    std::string pair;           // a pseudonym; "" none
    std::string answers;        // checking.h: to_text
};
std::string to_text(const Spooled& spooled);
std::optional<Spooled> spooled_of(std::string_view text);

}  // namespace digilots::surveys
