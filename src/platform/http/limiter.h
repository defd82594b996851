#pragma once
// Token buckets by key. Bounded memory: the oldest idle keys go first.
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/base/clock.h"

namespace digilots::http {

class Limiter {
public:
    Limiter(double per_second, double burst, std::size_t max_keys = 65536);
    ~Limiter();
    /// nullopt: allowed (and counted); otherwise the wait until the next one is allowed (for Retry-After).
    std::optional<std::chrono::seconds> take(std::string_view key, base::Instant now, double cost = 1);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::http
