#pragma once
// Another server as a test wants it: on a free loopback port, one connection after the other, well or badly behaved.
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::testing {

struct Reply {
    enum class Manner { usual, cut_off, silent };   // cut_off: half of the body; silent: no answer until the asker leaves
    int status = 200;
    std::string body;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers = {};
    Manner manner = Manner::usual;
};

class PlayedServer {
public:
    /// `target`: path and query as asked for; `body`: of a POST.
    using Play = std::function<Reply(const std::string& target, const std::string& body)>;

    explicit PlayedServer(Play play);
    ~PlayedServer();
    PlayedServer(const PlayedServer&) = delete;
    PlayedServer& operator=(const PlayedServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// All targets so far, in order.
    std::vector<std::string> requests() const;

private:
    void serve();
    void answer(int connection);

    Play play_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_{false};
    mutable base::Mutex mutex_;
    std::vector<std::string> asked_ GUARDED_BY(mutex_);
    std::jthread thread_;
};

}  // namespace digilots::testing
