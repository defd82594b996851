#pragma once
// What nobody means to type and somebody will send: for tests that fill in every field with it.
#include <cstdint>
#include <string>

namespace digilots::testing {

/// Another for each number, the same each time. Any bytes, also such as are no text; up to a megabyte.
std::string odd_text(std::uint32_t number);

}  // namespace digilots::testing
