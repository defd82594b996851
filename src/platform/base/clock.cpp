#include "platform/base/clock.h"

namespace digilots::base {

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace digilots::base
