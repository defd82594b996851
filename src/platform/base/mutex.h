#pragma once
// Mutexes that say what they guard. Clang compares it with the code (bin/check-alone):
//
//     base::Mutex mutex_;
//     int waiting_ GUARDED_BY(mutex_) = 0;
//     void start() REQUIRES(mutex_);                    // called with the lock held
//     base::Lock lock(mutex_);
//     changed_.wait(lock, [this]() REQUIRES(mutex_) { return waiting_ > 0; });
//
// Those of the standard library tell clang nothing; bin/check keeps them out.
#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define THREAD_ATTRIBUTE(...) __attribute__((__VA_ARGS__))
#else
#define THREAD_ATTRIBUTE(...)
#endif
#define GUARDED_BY(mutex) THREAD_ATTRIBUTE(guarded_by(mutex))
#define REQUIRES(...) THREAD_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define ACQUIRE(...) THREAD_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASE(...) THREAD_ATTRIBUTE(release_capability(__VA_ARGS__))

namespace digilots::base {

class THREAD_ATTRIBUTE(capability("mutex")) Mutex {
    friend class Lock;
    std::mutex mutex_;
};

/// Holds a mutex until its end; may let it go in between.
class THREAD_ATTRIBUTE(scoped_lockable) Lock {
public:
    explicit Lock(Mutex& mutex) ACQUIRE(mutex) : lock_(mutex.mutex_) {}
    ~Lock() RELEASE() {}
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    void lock() ACQUIRE() { lock_.lock(); }
    void unlock() RELEASE() { lock_.unlock(); }

private:
    friend class Condition;
    std::unique_lock<std::mutex> lock_;
};

/// What threads that hold the same mutex wait for.
class Condition {
public:
    void notify_one() { condition_.notify_one(); }
    void notify_all() { condition_.notify_all(); }

    template <class Predicate>
    void wait(Lock& lock, Predicate is_so) {
        condition_.wait(lock.lock_, is_so);
    }
    /// False where the time ran out and it still is not so.
    template <class Predicate>
    bool wait_for(Lock& lock, std::chrono::nanoseconds time, Predicate is_so) {
        return condition_.wait_for(lock.lock_, time, is_so);
    }
    template <class Predicate>
    bool wait_until(Lock& lock, std::chrono::steady_clock::time_point end, Predicate is_so) {
        return condition_.wait_until(lock.lock_, end, is_so);
    }
    void wait_for(Lock& lock, std::chrono::nanoseconds time) { condition_.wait_for(lock.lock_, time); }

private:
    std::condition_variable condition_;
};

}  // namespace digilots::base
