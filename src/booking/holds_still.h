#pragma once
// Whether a time that is booked can be held as it stands: its place may have closed since, or nobody be there any more.
#include <string>

#include "booking/booking.h"

namespace digilots::booking {

enum class Hitch { none, place_closed, nobody_there };

/// Of what is booked and to come; of two who go there both have to be free. At somebody's home our place may be closed.
Hitch hitch_of(const Bookings& bookings, std::string_view municipality_id, const Booking& booking);
/// For whoever booked it: what it is, and what happens now; "" where nothing is in the way.
std::string hitch_in_words(Hitch hitch, const Booking& booking, const http::Tenant& tenant, const i18n::Translator& words);

}  // namespace digilots::booking
