#pragma once
// A note as the checks read it: one byte a character, whatever alphabet its digits and dashes come from.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::inquiries {

/// Digits of every script become 0-9, dashes '-', spaces ' ', full-width signs their ASCII; invisible characters are left
/// out; any other letter becomes 'x'. Any bytes are allowed in; linear.
std::string plain_note(std::string_view text);

/// A digit and what stands between it and the one before it.
struct Digit {
    char value = '0';
    std::size_t position = 0;       // in the plain text
    /// "" adjacent; " ", "-", "." … a short separator (spaces around it do not matter); "|" anything else.
    std::string_view gap;
};

/// All digits of the plain text, in order. `gap` points into static text or into `plain`.
std::vector<Digit> digits_of(std::string_view plain);

}  // namespace digilots::inquiries
