#include "platform/http/drawing_room.h"

#include <malloc.h>
#include <sys/resource.h>

#include <exception>

#include "platform/http/metrics.h"

namespace digilots::http {

struct DrawingRoom::Drawing {
    const std::function<void()>& work;
    std::exception_ptr failure = nullptr;
    bool is_done = false;
};

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
    if (drawing_ + static_cast<int>(waiting_.size()) >= places + seats_to_wait) {
        count("digilots_drawings_refused_total");
        return false;
    }
    while (threads_.size() < places) threads_.emplace_back([this] { draw_what_comes(); });
    waiting_.push_back(&drawing);
    changed_.notify_all();
    changed_.wait(lock, [&drawing] { return drawing.is_done; });
    if (drawing.failure) std::rethrow_exception(drawing.failure);
    return true;
}

void DrawingRoom::draw_what_comes() {
    // On Linux a thread has a niceness of its own.
    if (niceness_ > 0) ::setpriority(PRIO_PROCESS, 0, niceness_);
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
