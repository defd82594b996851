#include "platform/html/codes_alike.h"

#include <utility>

#include "platform/html/error_page.h"
#include "platform/http/address.h"
#include "platform/http/waiting.h"

namespace digilots::html {

std::optional<std::chrono::seconds> wait_of_guess(http::Limiter& guessing, const http::Request& request, base::Instant now) {
    const auto wait = http::wait_after_guess(guessing, request, now);
    // What was taken to learn it is given back.
    if (!wait) guessing.take(http::limit_key(request.client_address), now, -1);
    return wait;
}

http::Routes codes_alike(http::Routes routes, http::Limiter& guessing, const base::Clock& clock) {
    for (auto& route : routes) {
        const bool is_opened_by_code =
            route.path.find("{code}") != std::string::npos || route.path.find("{secret}") != std::string::npos;
        if (!is_opened_by_code || route.access.kind() != http::Access::Kind::anyone) continue;
        route.handler = [&guessing, &clock, open = std::move(route.handler)](const http::Request& request) {
            if (const auto wait = wait_of_guess(guessing, request, clock.now())) return wait_page(request, *wait);
            return open(request);
        };
    }
    return routes;
}

}  // namespace digilots::html
