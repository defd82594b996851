#pragma once
// What takes many times the memory of a page is made few at a time, and by threads of its own. Those of pictures and posters the
// system lets run when no page wants the processor: whoever reads meanwhile does not notice. What writes must not wait so: others
// would wait for the database with it.
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::http {

class DrawingRoom {
public:
    static constexpr int seats_to_wait = 12;
    /// How many are made at the same time: on half of the processors, at most two.
    static int places();

    /// `niceness` of its threads (setpriority(2)): 0 that of others.
    explicit DrawingRoom(int niceness) : niceness_(niceness) {}
    ~DrawingRoom();
    DrawingRoom(const DrawingRoom&) = delete;
    DrawingRoom& operator=(const DrawingRoom&) = delete;

    /// Returns when `work` is done, and throws what it threw. False: too many wait already, and it was not begun.
    bool draw(const std::function<void()>& work);

private:
    struct Drawing;
    void draw_what_comes();

    const int niceness_;
    base::Mutex mutex_;
    base::Condition changed_;
    std::deque<Drawing*> waiting_ GUARDED_BY(mutex_);  // each is owned by the call of draw() that waits for it
    int drawing_ GUARDED_BY(mutex_) = 0;
    bool is_closing_ GUARDED_BY(mutex_) = false;
    std::vector<std::thread> threads_ GUARDED_BY(mutex_);  // begun with the first drawing
};

}  // namespace digilots::http
