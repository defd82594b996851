#pragma once
// What has to be seen to before an offer ends, and what it is not deleted away from.
#include "platform/register/records.h"

namespace digilots::base {
class Clock;
}

namespace digilots::booking {

/// Times that are booked and to come; and all that ever were, whose name it is.
register_::Others with_booked_times(register_::Others others, db::Database& database, const base::Clock& clock);

}  // namespace digilots::booking
