#pragma once
// Rows of digits that look like somebody's number and are none.
#include <string>
#include <string_view>

namespace digilots::personal {

/// The plain text (base::plain) with the digits of versions ("Version 12.12.12-1212"), of hours one after the other ("kl 10 11
/// 12 13"), of books, of goods ("kollinr 8503121234") and of services' 010 numbers ("010-123 45 67") as "#". Of the same length.
/// Linear.
std::string without_harmless_numbers(std::string_view plain);

}  // namespace digilots::personal
