#pragma once
// What is opened by a code, while somebody guesses.
#include <chrono>
#include <optional>

#include "platform/base/clock.h"
#include "platform/http/limiter.h"
#include "platform/http/route.h"

namespace digilots::html {

/// How long a wrong code would wait now; a right one is no guess and is not counted. While there is such a wait a right code
/// gets it, too, so that the wait tells a guesser nothing.
std::optional<std::chrono::seconds> wait_of_guess(http::Limiter& guessing, const http::Request& request, base::Instant now);
/// Of the routes that anyone opens with a "{code}" or a "{secret}": while a wrong code waits (http::wait_after_guess of `guessing`) a right one
/// does, too, so that the wait tells a guesser nothing. Both outlive the server.
http::Routes codes_alike(http::Routes routes, http::Limiter& guessing, const base::Clock& clock);

}  // namespace digilots::html
