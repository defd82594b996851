#pragma once
// The one source of "now". Tests set it; nothing else in the product asks the system for the time.
#include <atomic>
#include <chrono>

namespace digilots::base {

/// A moment in UTC with millisecond precision.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// Stands still until a test moves it. Safe to set while others read.
class TestClock final : public Clock {
public:
    explicit TestClock(Instant start) : now_(start.time_since_epoch().count()) {}
    Instant now() const override { return Instant{std::chrono::milliseconds{now_.load()}}; }
    void set(Instant instant) { now_.store(instant.time_since_epoch().count()); }
    void advance(std::chrono::milliseconds by) { now_.fetch_add(by.count()); }

private:
    std::atomic<long long> now_;
};

}  // namespace digilots::base
