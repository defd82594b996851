#include "platform/testing/race.h"

#include <atomic>
#include <barrier>
#include <exception>
#include <thread>

#include "platform/base/mutex.h"

namespace digilots::testing {

void race(int runners, const std::function<void(int)>& run) {
    std::barrier line(runners);
    std::exception_ptr error;
    base::Mutex mutex;
    {
        std::vector<std::jthread> threads;
        for (int runner = 0; runner < runners; ++runner) {
            threads.emplace_back([&, runner] {
                line.arrive_and_wait();
                try {
                    run(runner);
                } catch (...) {
                    const base::Lock lock(mutex);
                    if (!error) error = std::current_exception();
                }
            });
        }
    }
    if (error) std::rethrow_exception(error);
}

int count_winners(int runners, const std::function<bool(int)>& run) {
    std::atomic<int> winners = 0;
    race(runners, [&](int runner) {
        if (run(runner)) ++winners;
    });
    return winners;
}

}  // namespace digilots::testing
