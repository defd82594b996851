#pragma once
// Codes that follow a question: 16 letters and digits that are not mistaken for each other, about 78 bits.
#include <string>
#include <string_view>

namespace digilots::questions {

/// The same for the same secret: "k7m2-9xqd-4tfh-p3wz".
std::string code_of(std::string_view secret);
/// What a database keeps of a code, however it was typed; "" where it is none.
std::string hash_of_code(std::string_view typed);

}  // namespace digilots::questions
