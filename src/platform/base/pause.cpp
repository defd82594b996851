#include "platform/base/pause.h"

#include "platform/base/mutex.h"

namespace digilots::base {

bool stopped_during(const std::stop_token& stop, std::chrono::milliseconds pause) {
    Mutex mutex;
    Condition asked;
    const std::stop_callback wake(stop, [&] {
        const Lock lock(mutex);
        asked.notify_all();
    });
    Lock lock(mutex);
    return asked.wait_for(lock, pause, [&] { return stop.stop_requested(); });
}

}  // namespace digilots::base
