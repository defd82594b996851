#pragma once
// A day with a name, as whoever reads it calls it.
#include <string>
#include <string_view>

#include "platform/i18n/translator.h"

namespace digilots::calendar {

/// `name`: as the calendar of the country has it ("juldagen", "Første juledag"); in the country's own language it stays so. A
/// name that no calendar has is given back as it is.
std::string holiday_in_words(std::string_view name, std::string_view country, const i18n::Translator& words);

}  // namespace digilots::calendar
