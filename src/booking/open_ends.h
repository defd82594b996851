#pragma once
// What has to be seen to before an offer ends, and what it is not deleted away from.
#include "booking/booking.h"
#include "platform/register/records.h"

namespace digilots::booking {

/// Times that are booked and to come; and all that ever were, whose name it is.
register_::Others with_booked_times(register_::Others others, db::Database& database, const base::Clock& clock);

/// Booked times that nobody would be there for without a line of the rota: of somebody who has another line then there are none.
register_::Others with_times_of_line(register_::Others others, const Bookings::Implementation& self);
/// Booked times of a computer or room.
register_::Others with_times_of_thing(register_::Others others, const Bookings::Implementation& self);

}  // namespace digilots::booking
