#pragma once
#include <string_view>

namespace digilots::base {

/// More marks on one letter than any language has, or marks without a letter: nobody can read it, and it covers the lines around.
/// Three or four stand on letters that people write (Hebrew with its points, Thai, Arabic). Any bytes are allowed in.
bool piles_marks(std::string_view text);

}  // namespace digilots::base
