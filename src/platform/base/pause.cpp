#include "platform/base/pause.h"

#include "platform/base/mutex.h"

namespace digilots::base {

bool stopped_during(const std::stop_token& stop, std::chrono::milliseconds pause) {
    Mutex mutex;
    Condition woken;
    const std::stop_callback wake(stop, [&] {
        const Lock lock(mutex);
        woken.notify_all();
    });
    Lock lock(mutex);
    return woken.wait_for(lock, pause, [&] { return stop.stop_requested(); });
}

}  // namespace digilots::base
