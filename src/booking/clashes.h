#pragma once
// Whether the rota has one person at two places at once. Plain functions: nothing here knows a page or a database.
#include <optional>

#include "booking/free_times.h"

namespace digilots::booking {

struct Clash {
    base::Date day{};  // the first on which it happens
    calendar::TimeRange hours{};  // in which both hold
    bool is_weekly = true;  // false: both hold together for less than a week
};
/// The first time at which both lines hold; a night counts on the day after, too.
std::optional<Clash> clash_of(const RotaLine& one, const RotaLine& other);
/// What holds instead of the pattern, as a line of each of its days.
RotaLine line_of_exception(const RotaException& exception);

}  // namespace digilots::booking
