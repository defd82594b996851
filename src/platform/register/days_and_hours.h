#pragma once
// Days that have been, and hours of a day, whatever the register: what was done was done on a day, and hours end after they
// begin.
#include "platform/register/register.h"

namespace digilots::register_ {

/// A day to come is refused, and one of more than ten years ago; none is another matter. Nothing where something is said of the
/// field already.
void check_has_been(const Checked& checked, const char* day, Problems& problems);

/// "9-12, 13-16.30", within one day, or nothing. Refused are hours that nobody can read, such as "9-25", and those that end
/// before they begin, such as "12-9".
void check_hours_of_day(const Checked& checked, const char* hours, Problems& problems);

/// Once: what is required of a field may have been said already.
void add_problem_once(Problems& problems, const char* input, i18n::Text text);

}  // namespace digilots::register_
