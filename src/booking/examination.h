#pragma once
// What `digilots doctor` looks for in what is booked.
#include <vector>

#include "booking/booking.h"
#include "platform/slice/slice.h"

namespace digilots::booking {

/// Times to come whose offer is not in use any more, by municipality: whoever booked them waits for somebody.
std::vector<Finding> examine(const Bookings& bookings);

}  // namespace digilots::booking
