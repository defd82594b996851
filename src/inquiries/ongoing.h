#pragma once
// Who was sent on and nobody knows of yet: it stands among all that is under way.
#include "inquiries/pages.h"

namespace digilots::inquiries {

/// Referrals of the last ninety days without an outcome, or sent back and not referred on, the five hundred that wait
/// longest, late once the promise of an answer has
/// passed (hand_overs.h); who is limited to a unit sees those from and to its places.
OngoingKind referrals_under_way(const Pages& pages);

}  // namespace digilots::inquiries
