#pragma once
// How long somebody has to wait who sends much, or guesses: what slices limit by themselves, beside the general limit.
#include <chrono>
#include <optional>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/http/limiter.h"
#include "platform/http/request.h"

namespace digilots::http {

/// Of what comes from the address of `request`, counted by `of` where that is said ("" together): nothing mostly, and nothing
/// ever where rate_limits is off.
std::optional<std::chrono::seconds> wait_of(Limiter& limiter, const Request& request, base::Instant now,
                                            std::string_view of = "", double cost = 1);
/// After a code that is none: it may be a guess, and is counted in load tests, too.
std::optional<std::chrono::seconds> wait_after_guess(Limiter& limiter, const Request& request, base::Instant now);

}  // namespace digilots::http
