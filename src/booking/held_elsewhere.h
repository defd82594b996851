#pragma once
// Who holds something that is arranged elsewhere, such as a session of an activity, is not free for bookings then.
#include <string>
#include <vector>

#include "booking/booking.h"
#include "booking/free_times.h"

namespace digilots::booking {

/// Whose time it takes: a lane of the rota; "" where nobody of the function is there then by the rota.
struct HeldLane {
    std::string lane;
    HeldElsewhere held;
};
/// Takes the time out of the shifts: of as many of the function's at the place as hold it, the first ones.
std::vector<HeldLane> take_held(std::vector<Shift>& shifts, const std::vector<HeldElsewhere>& held);

}  // namespace digilots::booking
