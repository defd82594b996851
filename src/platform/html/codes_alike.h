#pragma once
// What is opened by a code, while somebody guesses.
#include "platform/base/clock.h"
#include "platform/http/limiter.h"
#include "platform/http/route.h"

namespace digilots::html {

/// Of the routes that anyone opens with a "{code}" or a "{secret}": while a wrong code waits (http::wait_after_guess of `guessing`) a right one
/// does, too, so that the wait tells a guesser nothing. Both outlive the server.
http::Routes codes_alike(http::Routes routes, http::Limiter& guessing, const base::Clock& clock);

}  // namespace digilots::html
