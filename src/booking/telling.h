#pragma once
// Whoever has booked is told where the time itself changes, by the one way that they left.
#include "booking/implementation.h"

namespace digilots::booking {

enum class Changed { moved, cancelled };
/// In the transaction in which staff change it, before what reaches them is deleted. Whom no letter reaches staff tell.
void tell_changed(db::Connection& connection, const Bookings::Implementation& self, const http::Tenant& tenant,
                  const Booking& booking, Changed what);

}  // namespace digilots::booking
