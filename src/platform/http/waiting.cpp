#include "platform/http/waiting.h"

#include <string>

#include "platform/http/address.h"

namespace digilots::http {

std::optional<std::chrono::seconds> wait_of(Limiter& limiter, const Request& request, base::Instant now, std::string_view of,
                                            double cost) {
    if (!request.has_rate_limits) return std::nullopt;
    return limiter.take(limit_key(request.client_address) + "/" + std::string(of), now, cost);
}

std::optional<std::chrono::seconds> wait_after_guess(Limiter& limiter, const Request& request, base::Instant now) {
    return limiter.take(limit_key(request.client_address), now);
}

}  // namespace digilots::http
