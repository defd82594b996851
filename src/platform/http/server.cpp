#include "platform/http/server.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>
#include <boost/asio.hpp>
#include <algorithm>
#include <csignal>
#include <thread>

#include "platform/http/io_loop.h"
#include "platform/http/keep_running.h"
#include "platform/http/metrics.h"

namespace digilots::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

std::pair<std::string, std::string> split_listen(const std::string& listen) {
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos || colon + 1 == listen.size())
        throw std::runtime_error("cannot listen on \"" + listen +
                                 "\": write ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080");
    std::string host = listen.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return {host.empty() ? "0.0.0.0" : host, listen.substr(colon + 1)};
}

/// As many open files as the system allows: each connection is one.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

/// Takes connections on a thread of its own and hands them to the loops; also hears the signals.
struct Server::Implementation {
    Shared shared;
    std::vector<std::unique_ptr<IoLoop>> loops;
    asio::io_context context{1};
    tcp::acceptor acceptor{context};
    asio::steady_timer accept_again{context};
    std::unique_ptr<asio::signal_set> signals;
    std::thread thread;
    std::size_t next_loop = 0;
    int spare_file = -1;
    std::uint16_t port = 0;
    bool stop_requested = false, running = false;

    Implementation(ServerOptions options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page,
                   const base::Clock& clock)
        : shared(std::move(options), std::move(routes), std::move(gatekeeper), std::move(error_page), clock) {
    }

    void start() {
        std::signal(SIGPIPE, SIG_IGN);
        // Few arenas keep the process small; the handlers' threads are many and mostly idle.
        mallopt(M_ARENA_MAX, 2);
        raise_file_limit();
        const auto& options = shared.options;
        shared.tls = load_tls(options.tls_certificate, options.tls_key);
        listen();
        spare_file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        const int workers = std::max(1, options.workers);
        shared.workers = std::make_unique<Workers>(workers, static_cast<std::size_t>(workers) * 8);
        const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        const int count = options.io_threads > 0 ? options.io_threads : cores;
        for (int at = 0; at < count; ++at) {
            loops.push_back(std::make_unique<IoLoop>(shared));
            loops.back()->start();
        }
        accept();
        thread = std::thread([this] { keep_running([this] { context.run(); }); });
        running = true;
    }

    void listen() {
        const auto& text = shared.options.listen;
        const auto [host, service] = split_listen(text);
        error_code error;
        const auto found = tcp::resolver(context).resolve(
            host, service, tcp::resolver::passive | tcp::resolver::numeric_service, error);
        if (!error) {
            const auto endpoint = found.begin()->endpoint();
            acceptor.open(endpoint.protocol(), error);
            if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
            if (!error) acceptor.bind(endpoint, error);
            if (!error) acceptor.listen(2048, error);
        }
        if (error) throw std::runtime_error("cannot listen on " + text + ": " + error.message());
        port = acceptor.local_endpoint().port();
    }

    void accept() {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted || !acceptor.is_open()) return;
            if (error) return survive_accept(error);
            if (++shared.connections > shared.options.max_connections) {
                turn_away(socket);
            } else {
                const int released = socket.release(error);
                loops[next_loop++ % loops.size()]->adopt(released);
            }
            accept();
        });
    }

    void turn_away(tcp::socket& socket) {
        --shared.connections;
        count("digilots_http_connections_refused_total");
        error_code ignored;
        socket.non_blocking(true, ignored);
        if (!shared.tls) {
            Answer answer = refusal(503);
            answer.head += "Connection: close\r\n\r\n";
            socket.write_some(
                std::array<asio::const_buffer, 2>{asio::buffer(answer.head), asio::buffer(*answer.body)},
                ignored);
        }
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    /// Without a free file descriptor the waiting connection would be offered for ever: the spare one takes
    /// and drops it.
    void survive_accept(error_code error) {
        if (error == asio::error::no_descriptors && spare_file >= 0) {
            ::close(spare_file);
            const int dropped = ::accept(acceptor.native_handle(), nullptr, nullptr);
            if (dropped >= 0) ::close(dropped);
            spare_file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        }
        accept_again.expires_after(std::chrono::milliseconds(20));
        accept_again.async_wait([this](error_code stopped) {
            if (!stopped) accept();
        });
    }

    void ask_to_stop() {
        const base::Lock lock(shared.mutex);
        stop_requested = true;
        shared.changed.notify_all();
    }

    void hear_signals() {
        if (signals) return;
        signals = std::make_unique<asio::signal_set>(context, SIGTERM, SIGINT);
        signals->async_wait([this](error_code error, int) {
            if (!error) ask_to_stop();
        });
    }

    void wait() {
        if (!running) return;
        hear_signals();
        {
            base::Lock lock(shared.mutex);
            shared.changed.wait(lock, [this] { return stop_requested; });
        }
        end();
    }

    void end() {
        if (!running) return;
        running = false;
        shared.draining = true;
        shared.application.set_draining();
        asio::post(context, [this] {
            error_code ignored;
            acceptor.close(ignored);
            context.stop();
        });
        thread.join();
        for (auto& loop : loops) loop->drain();
        {
            base::Lock lock(shared.mutex);
            const auto deadline = shared.options.drain_deadline;
            shared.changed.wait_for(lock, deadline, [this] { return shared.connections == 0; });
        }
        for (auto& loop : loops) loop->stop();
        shared.workers.reset();
        if (spare_file >= 0) ::close(spare_file);
    }
};

Server::Server(ServerOptions options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page,
               const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(
          std::move(options), std::move(routes), std::move(gatekeeper), std::move(error_page), clock)) {}

Server::~Server() {
    implementation_->end();
}

void Server::start() {
    implementation_->start();
}
std::uint16_t Server::port() const {
    return implementation_->port;
}
void Server::wait() {
    implementation_->wait();
}
void Server::stop() {
    implementation_->ask_to_stop();
}
void Server::hear_signals() {
    implementation_->hear_signals();
}
Response Server::handle(Request request) {
    return implementation_->shared.application.handle(std::move(request));
}
void Server::set_ready_check(std::function<std::string()> check) {
    implementation_->shared.application.set_ready_check(std::move(check));
}

}  // namespace digilots::http
