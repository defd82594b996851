#pragma once
// How a day is read: for dates and periods.
#include "platform/register/field.h"

namespace digilots::register_ {

/// "2026-11-26", also "26.11.2026" and "26/11 2026" as spreadsheets write it; "" where there is none.
std::string read_day(const Field& field, std::string_view input, const Draft& draft, Problems& problems);

}  // namespace digilots::register_
