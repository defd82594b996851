#include "platform/http/workers.h"

#include <pthread.h>
#include <deque>
#include <utility>

#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/http/keep_running.h"

namespace digilots::http {

namespace {
constexpr std::size_t stack_bytes = 1024 * 1024;  // reserved; only touched pages are resident
constexpr int kept_when_idle = 2;
constexpr std::chrono::seconds idle_time{10};
}  // namespace

struct Workers::Implementation {
    mutable base::Mutex mutex;
    base::Condition work_came, thread_ended;
    std::deque<std::function<void()>> queue GUARDED_BY(mutex);
    int most_threads;
    int threads GUARDED_BY(mutex) = 0, idle GUARDED_BY(mutex) = 0;
    std::size_t most_waiting;
    bool ending GUARDED_BY(mutex) = false;

    void run() {
        base::Lock lock(mutex);
        while (true) {
            if (queue.empty()) {
                if (ending) break;
                ++idle;
                const bool woken =
                    work_came.wait_for(lock, idle_time, [this]() REQUIRES(mutex) { return ending || !queue.empty(); });
                --idle;
                if (!woken && threads > kept_when_idle) break;
                continue;
            }
            auto work = std::move(queue.front());
            queue.pop_front();
            lock.unlock();
            keep_running([&work] {
                if (const auto once = std::exchange(work, nullptr)) once();
            });
            lock.lock();
        }
        --threads;
        thread_ended.notify_all();
    }

    static void* enter(void* self) {
        static_cast<Implementation*>(self)->run();
        return nullptr;
    }

    void start_thread() REQUIRES(mutex) {
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, stack_bytes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        pthread_t thread;
        if (pthread_create(&thread, &attributes, &enter, this) == 0)
            ++threads;
        else if (threads == 0)
            base::log(base::LogLevel::error, "no thread could be started", {});
        pthread_attr_destroy(&attributes);
    }
};

Workers::Workers(int most_threads, std::size_t most_waiting)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->most_threads = most_threads;
    implementation_->most_waiting = most_waiting;
}

Workers::~Workers() {
    base::Lock lock(implementation_->mutex);
    implementation_->ending = true;
    implementation_->work_came.notify_all();
    auto& all = *implementation_;
    all.thread_ended.wait(lock, [&all]() REQUIRES(all.mutex) { return all.threads == 0; });
}

bool Workers::post(std::function<void()> work) {
    auto& all = *implementation_;
    const base::Lock lock(all.mutex);
    if (all.ending || all.queue.size() >= all.most_waiting) return false;
    all.queue.push_back(std::move(work));
    if (static_cast<int>(all.queue.size()) > all.idle && all.threads < all.most_threads) all.start_thread();
    if (all.threads == 0) {
        all.queue.pop_back();
        return false;
    }
    all.work_came.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    const base::Lock lock(implementation_->mutex);
    return implementation_->queue.size();
}

}  // namespace digilots::http
