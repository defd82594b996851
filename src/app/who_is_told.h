#pragma once
// Who is told by hand, whatever they booked or signed up for.
#include "app/application.h"

namespace digilots::app {

/// Before anybody is served: one list of calls and letters for all slices; what is arranged at places, and who waits at one that
/// is to close.
void know_who_is_told(Application& application);

}  // namespace digilots::app
