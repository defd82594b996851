#pragma once
// One io thread with its connections. The server has one a core and hands each new connection to the next.
#include <atomic>
#include <memory>

#include "platform/base/mutex.h"
#include "platform/http/exchange.h"
#include "platform/http/workers.h"

namespace digilots::http {

struct Tls;
/// nullptr where neither is set. Throws std::runtime_error naming the file that cannot be read.
std::shared_ptr<Tls> load_tls(const std::string& certificate_file, const std::string& key_file);

/// What all connections share.
struct Shared {
    Shared(ServerOptions given, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page,
           const base::Clock& time)
        : options(std::move(given)),
          application(options, std::move(routes), std::move(gatekeeper), std::move(error_page), time),
          clock(time) {
        budget.most = options.body_budget;
    }

    ServerOptions options;
    Application application;
    const base::Clock& clock;
    BodyBudget budget;
    std::shared_ptr<Tls> tls;
    std::unique_ptr<Workers> workers;
    std::atomic<bool> draining = false;
    std::atomic<int> connections = 0;  // counted when accepted, until closed
    base::Mutex mutex;
    base::Condition changed;  // connections came to 0, or the server was asked to stop
};

class IoLoop {
public:
    explicit IoLoop(Shared& shared);
    ~IoLoop();
    void start();
    /// Takes over an accepted socket that was counted in shared.connections.
    void adopt(int socket);
    /// Closes what waits for a next request.
    void drain();
    /// Closes all and ends the thread.
    void stop();

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::http
