#pragma once
// Pictures and posters are made few at a time: each takes many times the memory of a page.
#include <memory>

#include "platform/base/mutex.h"

namespace digilots::http {

class DrawingRoom {
public:
    static constexpr int places = 2, seats_to_wait = 12;

    /// Waits for a place; an empty one (false) where already too many wait.
    class Place {
    public:
        Place() = default;
        explicit Place(DrawingRoom& room) : room_(&room) {}
        explicit operator bool() const { return room_ != nullptr; }

    private:
        struct Leave {
            void operator()(DrawingRoom* room) const { room->leave(); }
        };
        std::unique_ptr<DrawingRoom, Leave> room_;
    };
    Place enter();

private:
    void leave();

    base::Mutex mutex_;
    base::Condition left_;
    int drawing_ GUARDED_BY(mutex_) = 0;
    int waiting_ GUARDED_BY(mutex_) = 0;
};

}  // namespace digilots::http
