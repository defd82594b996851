#pragma once
// Whether a place is open when somebody wishes it: by the hours of the building and of who is there.
#include "directory/directory.h"
#include "referral/intent.h"
#include "referral/ranking.h"

namespace digilots::referral {

/// Within the coming week. Open where it is so at some time of the wished ones; unknown where no hours say so and some
/// are unknown; what was stated to be open in the evening is closed once its stated closing time has passed.
OpenThen open_at(const directory::Directory& directory, const http::Tenant& tenant, base::Instant now,
                 const directory::Place& place, const TimeWish& wish);

}  // namespace digilots::referral
