#pragma once
// The digits of a plain text and what stands between them.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::personal {

/// A digit and what stands between it and the one before it.
struct Digit {
    char value = '0';
    std::size_t position = 0;       // in the plain text
    /// "" adjacent; " ", "-", "." … a short separator (spaces around it do not matter); "~" one that is seldom used so, such
    /// as ";" or "#"; "|" anything else.
    std::string_view gap;
};

/// All digits of the plain text (base::plain), in order. `gap` points into static text or into `plain`.
std::vector<Digit> digits_of(std::string_view plain);

}  // namespace digilots::personal
