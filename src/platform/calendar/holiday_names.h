#pragma once
// What people call the days of the year: holidays and eves of the calendar, and other days that have a name.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/calendar/notation.h"

namespace digilots::calendar {

struct FoundName {
    CalendarDay day;
    std::size_t length = 0;         // of the name in the text
};

/// The longest name that a folded text begins with: "julafton", "1. juledag", "midsommaraftonen". Those of the country hold
/// against the same words of the other one ("nationaldagen").
std::optional<FoundName> name_at_beginning(std::string_view folded, std::string_view country);

/// The country's own name, else another one; "" where the day has none.
std::string name_of_day(const CalendarDay& day, std::string_view country);

}  // namespace digilots::calendar
