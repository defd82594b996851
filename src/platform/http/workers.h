#pragma once
// Threads for handlers: started on demand up to a number, with small stacks, fed from a bounded queue.
#include <cstddef>
#include <functional>
#include <memory>

namespace digilots::http {

class Workers {
public:
    Workers(int most_threads, std::size_t most_waiting);
    /// Runs what waits, then ends.
    ~Workers();
    /// False when the queue is full: answer 503.
    bool post(std::function<void()> work);
    std::size_t waiting() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::http
