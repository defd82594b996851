#include "accounts/throttle.h"

#include <algorithm>

namespace digilots::accounts {

std::optional<std::chrono::seconds> Throttle::begin(const std::vector<GuessKey>& keys, base::Instant now) {
    const base::Lock lock(mutex_);
    if (const auto wait = wait_locked(keys, now)) return wait;
    for (const auto& key : keys) {
        const auto found = counts_.find(key.name);
        if (found == counts_.end() || found->second.being_checked == 0) continue;
        if (found->second.wrong + found->second.being_checked >= key.free) return std::chrono::seconds(1);
    }
    if (counts_.size() + keys.size() > most_keys) make_room(now);
    for (const auto& key : keys) {
        auto& count = counts_[key.name];
        ++count.being_checked;
        if (count.wrong == 0) count.last = now;
    }
    return std::nullopt;
}

void Throttle::done(const std::vector<GuessKey>& keys) {
    const base::Lock lock(mutex_);
    for (const auto& key : keys) {
        const auto found = counts_.find(key.name);
        if (found == counts_.end()) continue;
        found->second.being_checked = std::max(0, found->second.being_checked - 1);
        if (found->second.wrong == 0 && found->second.being_checked == 0) counts_.erase(found);
    }
}

std::optional<std::chrono::seconds> Throttle::wait(const std::vector<GuessKey>& keys, base::Instant now) {
    const base::Lock lock(mutex_);
    return wait_locked(keys, now);
}

std::optional<std::chrono::seconds> Throttle::wait_locked(const std::vector<GuessKey>& keys, base::Instant now) {
    auto until = now;
    for (const auto& key : keys) {
        const auto found = counts_.find(key.name);
        if (found == counts_.end()) continue;
        settle(found->second, now);
        until = std::max(until, found->second.blocked_until);
    }
    if (until <= now) return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(until - now);
}

// The clock was ahead and has come back: what was counted then was counted now, and the wait is as long as it was.
void Throttle::settle(Count& count, base::Instant now) {
    if (count.last <= now) return;
    if (count.blocked_until > count.last) count.blocked_until = now + (count.blocked_until - count.last);
    count.last = now;
}

void Throttle::failed(const std::vector<GuessKey>& keys, base::Instant now) {
    const base::Lock lock(mutex_);
    if (counts_.size() + keys.size() > most_keys) make_room(now);
    for (const auto& key : keys) {
        auto& count = counts_[key.name];
        settle(count, now);
        if (count.wrong > 0 && now - count.last > forgotten_after) {
            count.wrong = 0;
            count.blocked_until = {};
        }
        count.being_checked = std::max(0, count.being_checked - 1);
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
    const base::Lock lock(mutex_);
    const auto found = counts_.find(key.name);
    if (found == counts_.end()) return;
    found->second.wrong = 0;
    found->second.blocked_until = {};
    if (found->second.being_checked == 0) counts_.erase(found);
}

// What is forgotten goes first, then what was counted longest ago: whoever guesses now stays counted.
void Throttle::make_room(base::Instant now) {
    for (auto& [name, count] : counts_) settle(count, now);
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
