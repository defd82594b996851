#include "platform/http/limiter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <list>
#include <string>
#include <unordered_map>

#include "platform/base/mutex.h"

namespace digilots::http {

namespace {

struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};

struct Bucket {
    std::string key;
    double tokens;
    base::Instant filled;
};

/// A part of the keys under its own lock, in the order of use.
struct Shard {
    base::Mutex mutex;
    std::list<Bucket> by_use GUARDED_BY(mutex);  // front: used last
    std::unordered_map<std::string_view, std::list<Bucket>::iterator, Hash, std::equal_to<>> by_key
        GUARDED_BY(mutex);
};

}  // namespace

struct Limiter::Implementation {
    double per_second, burst;
    std::size_t most_per_shard;
    std::array<Shard, 8> shards;
};

Limiter::Limiter(double per_second, double burst, std::size_t max_keys)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->per_second = per_second;
    implementation_->burst = burst;
    implementation_->most_per_shard = std::max<std::size_t>(1, max_keys / implementation_->shards.size());
}

Limiter::~Limiter() = default;

std::optional<std::chrono::seconds> Limiter::take(std::string_view key, base::Instant now, double cost) {
    auto& shard = implementation_->shards[Hash{}(key) % implementation_->shards.size()];
    const base::Lock lock(shard.mutex);
    auto found = shard.by_key.find(key);
    if (found == shard.by_key.end()) {
        if (shard.by_key.size() >= implementation_->most_per_shard) {
            shard.by_key.erase(shard.by_use.back().key);
            shard.by_use.pop_back();
        }
        shard.by_use.push_front({std::string(key), implementation_->burst, now});
        found = shard.by_key.emplace(shard.by_use.front().key, shard.by_use.begin()).first;
    } else {
        shard.by_use.splice(shard.by_use.begin(), shard.by_use, found->second);
    }
    Bucket& bucket = *found->second;
    if (now > bucket.filled) {
        const double passed = std::chrono::duration<double>(now - bucket.filled).count();
        bucket.tokens =
            std::min(implementation_->burst, bucket.tokens + passed * implementation_->per_second);
    }
    bucket.filled = now;  // also where the clock was ahead and has come back: filling goes on from here
    if (bucket.tokens >= cost) {
        bucket.tokens -= cost;
        return std::nullopt;
    }
    const double missing = (cost - bucket.tokens) / implementation_->per_second;
    return std::chrono::seconds(static_cast<long long>(std::ceil(std::min(missing, 86400.0 * 365))));
}

}  // namespace digilots::http
