#pragma once
// Asks a source's server patiently: tries again on 429, 5xx and broken connections, waits as it is told, and gives up.
#include <chrono>
#include <functional>
#include <span>
#include <string>

#include "indicators/figures/source.h"

namespace digilots::indicators {

struct Patience {
    int attempts = 6;
    std::chrono::milliseconds first_wait{1000}, longest_wait{60'000};
    std::chrono::milliseconds time_limit{60'000};   // of one answer
    std::size_t most_bytes = 64 * 1024 * 1024;
    /// Waits; throws where the run shall stop.
    std::function<void(std::chrono::milliseconds)> wait;
};

class SourceClient {
public:
    /// `base`: http or https, without a slash at the end. SourceError where it is no web address.
    SourceClient(std::string base, Patience patience);

    enum class Gone { allowed, error };
    /// The answer's text; "" where the server says 404 and that is allowed. SourceError for anything else than 200.
    std::string get(const std::string& url, const Heartbeat& alive, Gone gone = Gone::error) const;
    /// "" where the server says that so much is too much (403, 413) and that is allowed: ask for less.
    enum class TooMuch { allowed, error };
    std::string post(const std::string& url, const std::string& body, const Heartbeat& alive,
                     TooMuch too_much = TooMuch::error) const;

    const std::string& base() const { return base_; }

private:
    std::string ask(const std::string& url, const std::string& body, const Heartbeat& alive,
                    std::span<const int> allowed) const;

    std::string base_;
    Patience patience_;
};

}  // namespace digilots::indicators
