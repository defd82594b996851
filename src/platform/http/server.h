#pragma once
// The HTTP server: Asio and Beast's parser behind this header, strict, bounded, with absolute deadlines.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/clock.h"
#include "platform/http/route.h"

namespace digilots::http {

struct ServerOptions {
    std::string listen = "127.0.0.1:8080";  // port 0: a free one, see port()
    int io_threads = 0;                     // 0: one a core
    int workers = 96;                       // handlers at the same time; started on demand
    int max_connections = 4096;
    std::size_t max_header_bytes = 16 * 1024;
    std::size_t max_body_bytes = 1024 * 1024;
    std::size_t max_upload_bytes = 16 * 1024 * 1024;
    std::chrono::milliseconds header_deadline{10'000};  // absolute, from the first byte
    std::chrono::milliseconds body_deadline{30'000};
    std::chrono::milliseconds write_deadline{30'000};
    std::size_t least_write_rate =
        16 * 1024;  // bytes a second: the write deadline of a large answer is longer by its size
    std::chrono::milliseconds stream_deadline{600'000};  // a body in pieces, to its end
    std::chrono::milliseconds idle_deadline{60'000};
    std::chrono::milliseconds drain_deadline{10'000};  // SIGTERM: finish what runs, then stop
    bool rate_limits = true;          // the general per-address limit; never the one on password guessing
    double requests_per_second = 50;  // per address
    double burst = 200;
    std::vector<std::string> trusted_proxies;    // addresses whose X-Forwarded-For/-Proto are believed
    std::string tls_certificate, tls_key;        // both or none
    std::size_t cache_bytes = 16 * 1024 * 1024;  // public pages kept ready to send
    std::size_t body_budget = 48 * 1024 * 1024;  // all request bodies held at the same time; beyond it 503
    bool metrics_for_all = false;                // else /metrics answers loopback and trusted proxies only
    std::string image_sources;  // hosts that pages may load images from, such as a map's tile server
};

/// Error pages (404, 405, 413, 422, 429, 500, 503 …) as the product shows them; JSON for /api/.
using ErrorPage = std::function<Response(const Request&, int status)>;

class Server {
public:
    Server(ServerOptions options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page,
           const base::Clock& clock);
    ~Server();
    /// Binds and starts; throws IoError-like std::runtime_error naming the address when it cannot.
    void start();
    std::uint16_t port() const;
    /// Blocks until SIGTERM/SIGINT or stop(); drains.
    void wait();
    /// From now on SIGTERM and SIGINT end wait(), also when they come before it and whichever thread they reach. Called
    /// before start() by a program that announces itself; else wait() does it.
    void hear_signals();
    void stop();
    /// Runs one request through routing, access, handler and finishing without a socket (tests, page client).
    Response handle(Request request);
    /// Readiness as /readyz tells it; false → 503 with the reason.
    void set_ready_check(std::function<std::string()> check);  // "" = ready, else the reason

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::http
