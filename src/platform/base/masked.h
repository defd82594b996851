#pragma once
// A way to reach somebody, so that they know it again and nobody else learns it: shown to whoever has a code.
#include <string>
#include <string_view>

namespace digilots::base {

/// "a…@example.org" of a domain that very many share, else "a…@e….org": a domain of one's own is a name. "" of what is none.
std::string masked_email(std::string_view address);
/// The last two digits: "67". "" of less than six digits.
std::string end_of_phone(std::string_view number);

}  // namespace digilots::base
