#pragma once
// Who is signed up: among all that is under way, and by the code of whoever signed up.
#include "activities/pages.h"

namespace digilots::activities {

/// Sessions to come for which somebody is signed up or waits, one line each.
OngoingKind sign_ups_under_way(const Pages& pages);
/// Sessions of which somebody is still to be told something.
OngoingKind people_to_tell_of(const Pages& pages);
FollowedKind followed_sign_ups(const Pages& pages);

}  // namespace digilots::activities
