#include "accounts/throttle.h"

#include <algorithm>

namespace digilots::accounts {

std::optional<std::chrono::seconds> Throttle::wait(const std::vector<GuessKey>& keys, base::Instant now) {
    const std::lock_guard lock(mutex_);
    auto until = now;
    for (const auto& key : keys) {
        const auto found = counts_.find(key.name);
        if (found != counts_.end()) until = std::max(until, found->second.blocked_until);
    }
    if (until <= now) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(until - now);
}

void Throttle::failed(const std::vector<GuessKey>& keys, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (counts_.size() + keys.size() > most_keys) make_room(now);
    for (const auto& key : keys) {
        auto& count = counts_[key.name];
        if (count.wrong > 0 && now - count.last > forgotten_after) count = {};
        ++count.wrong;
        count.last = now;
        const int over = count.wrong - key.free;
        if (over < 0) continue;
        const auto wait =
            over > 10 ? std::chrono::seconds(longest_wait) : std::chrono::seconds(1LL << (over + 1));
        count.blocked_until = now + std::min(wait, std::chrono::seconds(longest_wait));
    }
}

void Throttle::succeeded(const GuessKey& key) {
    const std::lock_guard lock(mutex_);
    counts_.erase(key.name);
}

// What is forgotten goes first, then what was counted longest ago: whoever guesses now stays counted.
void Throttle::make_room(base::Instant now) {
    std::erase_if(counts_, [now](const auto& entry) { return now - entry.second.last > forgotten_after; });
    if (counts_.size() < most_keys - most_keys / 8) return;
    std::vector<base::Instant> times;
    times.reserve(counts_.size());
    for (const auto& [name, count] : counts_) times.push_back(count.last);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 4);
    std::ranges::nth_element(times, middle);
    std::erase_if(counts_, [limit = *middle](const auto& entry) { return entry.second.last <= limit; });
}

std::string address_key(std::string_view client_address) {
    if (std::ranges::count(client_address, ':') < 2 || client_address.starts_with("::ffff:"))
        return std::string(client_address);
    // The first four groups; an address with "::" in them is cut there.
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string_view::npos; ++groups) {
        const auto next = client_address.find(':', end == 0 ? 0 : end + 1);
        if (next == std::string_view::npos || (end != 0 && next == end + 1)) break;
        end = next;
    }
    return std::string(client_address.substr(0, end)) + "/64";
}

}  // namespace digilots::accounts
