#pragma once
// What is booked: among all that is under way, and by the code of whoever booked.
#include "booking/pages.h"

namespace digilots::booking {

/// To come, and those of the last week of which nobody has said how they went.
OngoingKind bookings_under_way(const Pages& pages);
FollowedKind followed_bookings(const Pages& pages);

}  // namespace digilots::booking
