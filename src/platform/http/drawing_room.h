#pragma once
// Pictures and posters are made few at a time: each takes many times the memory of a page.
#include <condition_variable>
#include <memory>
#include <mutex>

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

    std::mutex mutex_;
    std::condition_variable left_;
    int drawing_ = 0, waiting_ = 0;
};

}  // namespace digilots::http
