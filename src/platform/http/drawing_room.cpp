#include "platform/http/drawing_room.h"

#include <malloc.h>

#include "platform/http/metrics.h"

namespace digilots::http {

DrawingRoom::Place DrawingRoom::enter() {
    base::Lock lock(mutex_);
    if (drawing_ >= places) {
        if (waiting_ >= seats_to_wait) {
            count("digilots_drawings_refused_total");
            return Place();
        }
        ++waiting_;
        left_.wait(lock, [this]() REQUIRES(mutex_) { return drawing_ < places; });
        --waiting_;
    }
    ++drawing_;
    return Place(*this);
}

void DrawingRoom::leave() {
    bool is_last = false;
    {
        const base::Lock lock(mutex_);
        --drawing_;
        is_last = drawing_ == 0;
    }
    left_.notify_one();
    // The allocator keeps what pictures took for ever, and no page ever needs as much.
    if (is_last) malloc_trim(0);
}

}  // namespace digilots::http
