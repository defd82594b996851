#include "platform/http/drawing_room.h"

#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <exception>

#include "platform/http/metrics.h"

namespace digilots::http {

namespace {

/// sched_setattr(2); the C library has no name for it yet.
struct SchedulingAttributes {
    std::uint32_t size = sizeof(SchedulingAttributes), policy = 0;
    std::uint64_t flags = 0;
    std::int32_t niceness = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtime = 0, deadline = 0, period = 0;  // nanoseconds
};

/// The calling thread leaves the processor to whoever else wants it. Since Linux 6.12 a thread says itself for how long it
/// wants to run at a stretch, and whoever wakes with a shorter wish takes its place at once, not only with the next tick
/// (4 ms). So this one asks for the longest there is: beside 120 drawings one page in a hundred waits 1.1 ms instead of
/// 1.8, 0.7 without them.
void give_way(int niceness) {
    const SchedulingAttributes attributes{.niceness = niceness, .runtime = 100'000'000};
    ::syscall(SYS_sched_setattr, 0, &attributes, 0U);  // where it is refused, it is drawn like anything else
}

}  // namespace

struct DrawingRoom::Drawing {
    const std::function<void()>& work;
    std::exception_ptr failure = nullptr;
    bool is_done = false;
};

int DrawingRoom::places() {
    static const int known = std::clamp(static_cast<int>(std::thread::hardware_concurrency()) / 2, 1, 2);
    return known;
}

DrawingRoom::~DrawingRoom() {
    std::vector<std::thread> threads;
    {
        const base::Lock lock(mutex_);
        is_closing_ = true;
        threads.swap(threads_);
    }
    changed_.notify_all();
    for (auto& thread : threads) thread.join();
}

bool DrawingRoom::draw(const std::function<void()>& work) {
    Drawing drawing{.work = work};
    base::Lock lock(mutex_);
    if (drawing_ + static_cast<int>(waiting_.size()) >= places() + seats_to_wait) {
        count("digilots_drawings_refused_total");
        return false;
    }
    while (static_cast<int>(threads_.size()) < places()) threads_.emplace_back([this] { draw_what_comes(); });
    waiting_.push_back(&drawing);
    changed_.notify_all();
    changed_.wait(lock, [&drawing] { return drawing.is_done; });
    if (drawing.failure) std::rethrow_exception(drawing.failure);
    return true;
}

void DrawingRoom::draw_what_comes() {
    if (niceness_ > 0) give_way(niceness_);
    base::Lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this]() REQUIRES(mutex_) { return is_closing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        Drawing& drawing = *waiting_.front();
        waiting_.pop_front();
        ++drawing_;
        lock.unlock();
        try {
            drawing.work();
        } catch (...) {
            drawing.failure = std::current_exception();
        }
        lock.lock();
        const bool is_last = --drawing_ == 0 && waiting_.empty();
        drawing.is_done = true;
        changed_.notify_all();
        if (!is_last) continue;
        // The allocator keeps what pictures took for ever, and no page ever needs as much.
        lock.unlock();
        malloc_trim(0);
        lock.lock();
    }
}

}  // namespace digilots::http
