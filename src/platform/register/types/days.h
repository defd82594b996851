#pragma once
// How a day is read: for dates and periods.
#include "platform/register/field.h"

namespace digilots::register_ {

/// In each way of base/written_date.h; "" where there is none.
std::string read_day(const Field& field, std::string_view input, const Draft& draft, Problems& problems);

}  // namespace digilots::register_
