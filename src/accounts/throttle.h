#pragma once
// Waits after wrong guesses: some are free, then each wait is twice the one before. Bounded memory, forgotten
// with time.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/mutex.h"

namespace digilots::accounts {

/// One thing that guesses are counted by.
struct GuessKey {
    std::string name;
    int free = 5;  // wrong guesses before the first wait
};

class Throttle {
public:
    /// How long none of these may try; nullopt: try now, and tell with done() when it is known. Of many who try at
    /// the same moment only as many get in as there are guesses left.
    std::optional<std::chrono::seconds> begin(const std::vector<GuessKey>& keys, base::Instant now);
    void done(const std::vector<GuessKey>& keys);

    /// How long none of these may try; nullopt: try now.
    std::optional<std::chrono::seconds> wait(const std::vector<GuessKey>& keys, base::Instant now);
    /// A guess that had begun: it is counted as wrong and no longer as being checked, in one step.
    void failed(const std::vector<GuessKey>& keys, base::Instant now);
    /// The right password forgets what was counted for this key.
    void succeeded(const GuessKey& key);

    static constexpr std::chrono::minutes longest_wait{15};
    static constexpr std::chrono::hours forgotten_after{1};
    static constexpr std::size_t most_keys = 65536;

private:
    struct Count {
        int wrong = 0;
        int being_checked = 0;
        base::Instant last{}, blocked_until{};
    };
    std::optional<std::chrono::seconds> wait_locked(const std::vector<GuessKey>& keys, base::Instant now)
        REQUIRES(mutex_);
    static void settle(Count& count, base::Instant now);
    void make_room(base::Instant now) REQUIRES(mutex_);

    base::Mutex mutex_;
    std::unordered_map<std::string, Count> counts_ GUARDED_BY(mutex_);
};

/// One guess from its beginning to its end, whatever ends it.
class Guess {
public:
    Guess(Throttle& throttle, std::vector<GuessKey> keys, base::Instant now)
        : throttle_(throttle), keys_(std::move(keys)), wait_(throttle_.begin(keys_, now)) {}
    ~Guess() {
        if (!wait_ && !is_counted_) throttle_.done(keys_);
    }
    Guess(const Guess&) = delete;
    Guess& operator=(const Guess&) = delete;

    /// Set: nothing may be checked now.
    const std::optional<std::chrono::seconds>& wait() const { return wait_; }
    void was_wrong(base::Instant now) {
        throttle_.failed(keys_, now);
        is_counted_ = true;
    }
    /// Forgets what was counted for the first key.
    void was_right() { throttle_.succeeded(keys_.front()); }

private:
    Throttle& throttle_;
    const std::vector<GuessKey> keys_;
    const std::optional<std::chrono::seconds> wait_;
    bool is_counted_ = false;
};

/// What an attacker can hardly change: the address, of IPv6 the first 64 bits.
std::string address_key(std::string_view client_address);

}  // namespace digilots::accounts
