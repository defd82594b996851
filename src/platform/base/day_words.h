#pragma once
// Months and weekdays as people begin to write them, in Swedish, Norwegian and English. Words are folded (text.h).
#include <string_view>

namespace digilots::base {

/// 1 for "jan", "januari", "januar", "january"; 0 where it is none. The first three letters at least.
int month_named(std::string_view word);
/// 0 for "man", "mandag", "mandagar", "monday"; -1 where it is none. `shortest` letters at least.
int weekday_named(std::string_view word, std::size_t shortest = 3);

}  // namespace digilots::base
