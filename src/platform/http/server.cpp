#include "platform/http/server.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <malloc.h>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <unordered_set>

#include "platform/base/log.h"
#include "platform/http/exchange.h"
#include "platform/http/metrics.h"
#include "platform/http/request_log.h"
#include "platform/http/workers.h"

namespace digilots::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Steady = std::chrono::steady_clock;
using TlsStream = asio::ssl::stream<tcp::socket&>;

class Connection;

/// One io thread with its connections.
struct Loop {
    std::unordered_set<Connection*> connections;   // before the context: what is left in it refers to this
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    asio::steady_timer tick{context};
    std::thread thread;
    std::string date;
    base::Instant date_made{};
    std::string log_lines;   // of the requests answered since the loop last came round

    ~Loop() { base::write_log(log_lines); }

    /// Under load many lines go in one write; a single request's line goes at once.
    void flush_log_soon() {
        if (is_flush_posted || log_lines.empty()) return;
        is_flush_posted = true;
        asio::post(context, [this] {
            is_flush_posted = false;
            base::write_log(log_lines);
            log_lines.clear();
        });
    }
    bool is_flush_posted = false;

    std::string_view date_now(base::Instant now) {
        if (date.empty() || now - date_made >= std::chrono::seconds(1) || now < date_made) {
            const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
            std::tm utc{};
            gmtime_r(&seconds, &utc);
            char text[40];
            std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
            date = text;
            date_made = std::chrono::floor<std::chrono::seconds>(now);
        }
        return date;
    }
};

/// What connections share with the server.
struct Shared {
    ServerOptions options;
    Application application;
    const base::Clock& clock;
    BodyBudget budget;
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<Workers> workers;
    std::atomic<bool> draining = false;
    std::atomic<int> connections = 0;
    std::mutex mutex;
    std::condition_variable changed;

    Shared(ServerOptions given, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page, const base::Clock& time)
        : options(std::move(given)), application(options, std::move(routes), std::move(gatekeeper), std::move(error_page), time), clock(time) {
        budget.most = options.body_budget;
    }
};

constexpr std::size_t small_read = 4 * 1024, large_read = 64 * 1024;
constexpr std::size_t most_discarded = 256 * 1024;
constexpr std::chrono::milliseconds linger_time{1500};
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Shared& shared, Loop& loop, tcp::socket socket)
        : shared_(shared), loop_(loop), socket_(std::move(socket)),
          exchange_(shared.application, peer(), HeadLimits{.bytes = shared.options.max_header_bytes}, shared.budget) {
        loop_.connections.insert(this);
    }

    ~Connection() {
        loop_.connections.erase(this);
        if (--shared_.connections == 0) {
            const std::lock_guard lock(shared_.mutex);
            shared_.changed.notify_all();
        }
    }

    void start() {
        error_code ignored;
        socket_.non_blocking(true, ignored);
        socket_.set_option(tcp::no_delay(true), ignored);
        set_deadline(shared_.options.header_deadline);
        if (!shared_.tls) return run();
        tls_ = std::make_unique<TlsStream>(socket_, *shared_.tls);
        tls_->async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](error_code error) {
            if (error) return self->close();
            self->run();
        });
    }

    void check_deadline(Steady::time_point now) {
        if (now < deadline_ || state_ == State::working || state_ == State::closed) return;
        const auto phase = exchange_.phase();
        const bool asks_for_408 = state_ == State::reading && (phase == Exchange::Phase::head || phase == Exchange::Phase::body);
        if (state_ == State::writing) return abort();
        if (!asks_for_408) return close();
        count("digilots_http_timeouts_total");
        timed_out_ = true;
        set_deadline(linger_time);
        if (send(exchange_.refuse(408))) run();
    }

    /// Gives up a reader that is too slow: what the system still holds for it goes too.
    void abort() {
        count("digilots_http_slow_readers_total");
        error_code ignored;
        socket_.set_option(tcp::socket::linger(true, 0), ignored);
        close();
    }

    void drain() {
        if (state_ == State::reading && exchange_.phase() == Exchange::Phase::idle) close();
    }

    void close() {
        if (state_ == State::closed) return;
        state_ = State::closed;
        error_code ignored;
        socket_.close(ignored);
    }

private:
    enum class State { reading, writing, working, lingering, closed };

    Peer peer() {
        error_code error;
        const auto endpoint = socket_.remote_endpoint(error);
        return shared_.application.peer_of(error ? "" : endpoint.address().to_string(), shared_.tls != nullptr);
    }

    void set_deadline(std::chrono::milliseconds time) { deadline_ = Steady::now() + time; }

    /// Goes on until something has to be waited for.
    void run() {
        for (int turn = 0; state_ != State::closed; ++turn) {
            if (turn == 64) return asio::post(loop_.context, [self = shared_from_this()] { self->run(); });
            const auto before = exchange_.phase();
            const auto step = exchange_.next();
            note_phase(before);
            switch (step) {
                case Exchange::Step::read: return read();
                case Exchange::Step::work: return work();
                case Exchange::Step::close: return finish();
                case Exchange::Step::send_continue:
                    if (!write({asio::buffer(continue_line), {}})) return;
                    // The body is awaited next; it is not there yet.
                    return read();
                case Exchange::Step::send:
                    if (!send(exchange_.take_answer())) return;
            }
        }
    }

    /// Deadlines are absolute: they begin with a phase and bytes that trickle in do not move them.
    void note_phase(Exchange::Phase before) {
        const auto phase = exchange_.phase();
        if (phase == before) return;
        if (before == Exchange::Phase::idle) began_ = Steady::now();
        if (phase == Exchange::Phase::idle) set_deadline(shared_.options.idle_deadline);
        else if (phase == Exchange::Phase::head) set_deadline(shared_.options.header_deadline);
        else if (phase == Exchange::Phase::body) set_deadline(shared_.options.body_deadline);
    }

    void read() {
        state_ = State::reading;
        if (shared_.draining && exchange_.phase() == Exchange::Phase::idle) return close();
        chunk_.resize(exchange_.phase() == Exchange::Phase::body ? large_read : small_read);
        is_read_pending_ = true;
        const auto done = [self = shared_from_this()](error_code error, std::size_t count) {
            self->is_read_pending_ = false;
            // A deadline may have passed while this read waited.
            if (self->state_ == State::lingering) return error ? self->close() : self->discard();
            if (self->state_ != State::reading) return;
            if (error) return self->close();
            self->exchange_.feed(std::string_view(self->chunk_).substr(0, count));
            self->run();
        };
        if (tls_) tls_->async_read_some(asio::buffer(chunk_), done);
        else socket_.async_read_some(asio::buffer(chunk_), done);
    }

    void work() {
        state_ = State::working;
        auto job = std::make_shared<Exchange::Work>(exchange_.take_work());
        const bool accepted = shared_.workers->post([self = shared_from_this(), job]() mutable {
            auto answer = self->make_answer(*job);
            auto& context = self->loop_.context;
            // The connection goes back to its own thread, which also destroys it.
            asio::post(context, [self = std::move(self), answer = std::move(answer)]() mutable {
                if (self->state_ != State::working) return;
                if (self->send(std::move(answer))) self->run();
            });
        });
        if (accepted) return;
        count("digilots_http_queue_full_total");
        if (send(exchange_.refuse(503))) run();
    }

    /// On a worker: touches nothing of this connection but what never changes.
    Answer make_answer(Exchange::Work& job) {
        try {
            return shared_.application.answer(std::move(job.head), std::move(job.body), exchange_.peer());
        } catch (const std::exception& exception) {
            base::log(base::LogLevel::error, "request failed", {{"reason", exception.what()}});
            return refusal(500);
        }
    }

    /// True when it went out at once.
    bool send(Answer answer) {
        exchange_.prepare(answer, shared_.draining, loop_.date_now(shared_.clock.now()));
        record_request(answer, exchange_.head().method, Steady::now() - began_, loop_.log_lines);
        loop_.flush_log_soon();
        answer_ = std::move(answer);
        const std::size_t size = answer_.body ? answer_.body->size() : 0;
        if (!timed_out_) set_deadline(shared_.options.write_deadline + std::chrono::milliseconds(size * 1000 / shared_.options.least_write_rate));
        const asio::const_buffer body = answer_.body ? asio::buffer(*answer_.body) : asio::const_buffer();
        return write({asio::buffer(answer_.head), body});
    }

    bool write(std::array<asio::const_buffer, 2> buffers) {
        state_ = State::writing;
        std::size_t sent = 0;
        const std::size_t total = buffers[0].size() + buffers[1].size();
        if (!tls_) {
            error_code error;
            sent = socket_.write_some(buffers, error);
            if (error && error != asio::error::would_block && error != asio::error::try_again) {
                close();
                return false;
            }
            if (sent == total) {
                written();
                return state_ != State::closed;
            }
        }
        const auto in_head = std::min(sent, buffers[0].size());
        buffers[0] += in_head;
        buffers[1] += sent - in_head;
        const auto done = [self = shared_from_this()](error_code error, std::size_t) {
            if (self->state_ != State::writing) return;
            if (error) return self->close();
            self->written();
            self->run();
        };
        if (tls_) asio::async_write(*tls_, buffers, done);
        else asio::async_write(socket_, buffers, done);
        return false;
    }

    void written() {
        state_ = State::reading;
        if (exchange_.phase() == Exchange::Phase::body) return;   // that was "100 Continue"
        answer_ = Answer{};
        exchange_.answered();
        began_ = Steady::now();
        if (exchange_.phase() == Exchange::Phase::idle) set_deadline(shared_.options.idle_deadline);
    }

    /// Closes so that the client can read the last answer even though it is still sending.
    void finish() {
        error_code ignored;
        if (tls_ || !exchange_.has_unread()) {
            socket_.shutdown(tcp::socket::shutdown_both, ignored);
            return close();
        }
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
        state_ = State::lingering;
        set_deadline(linger_time);
        discard();
    }

    void discard() {
        if (is_read_pending_) return;
        chunk_.resize(small_read);
        socket_.async_read_some(asio::buffer(chunk_), [self = shared_from_this()](error_code error, std::size_t count) {
            self->discarded_ += count;
            if (self->state_ != State::lingering) return;
            if (error || self->discarded_ > most_discarded) return self->close();
            self->discard();
        });
    }

    Shared& shared_;
    Loop& loop_;
    tcp::socket socket_;
    std::unique_ptr<TlsStream> tls_;
    Exchange exchange_;
    State state_ = State::reading;
    Steady::time_point deadline_, began_ = Steady::now();
    std::string chunk_;
    Answer answer_;
    std::size_t discarded_ = 0;
    bool timed_out_ = false, is_read_pending_ = false;
};

std::pair<std::string, std::string> split_listen(const std::string& listen) {
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos || colon + 1 == listen.size())
        throw std::runtime_error("cannot listen on \"" + listen + "\": write ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080");
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

struct Server::Implementation {
    Shared shared;
    std::vector<std::unique_ptr<Loop>> loops;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<asio::steady_timer> accept_again;
    std::unique_ptr<asio::signal_set> signals;
    std::size_t next_loop = 0;
    int spare_file = -1;
    std::uint16_t port = 0;
    bool stop_asked = false, running = false;

    Implementation(ServerOptions options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page, const base::Clock& clock)
        : shared(std::move(options), std::move(routes), std::move(gatekeeper), std::move(error_page), clock) {}

    void start() {
        std::signal(SIGPIPE, SIG_IGN);
        // Few arenas keep the process small; the handlers' threads are many and mostly idle.
        mallopt(M_ARENA_MAX, 2);
        raise_file_limit();
        load_certificate();
        const int count = shared.options.io_threads > 0 ? shared.options.io_threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        for (int at = 0; at < count; ++at) loops.push_back(std::make_unique<Loop>());
        listen();
        spare_file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        shared.workers = std::make_unique<Workers>(shared.options.workers, static_cast<std::size_t>(shared.options.workers) * 8);
        accept();
        for (auto& loop : loops) {
            schedule_tick(*loop);
            loop->thread = std::thread([&loop = *loop] { loop.context.run(); });
        }
        running = true;
    }

    void load_certificate() {
        const auto& options = shared.options;
        if (options.tls_certificate.empty() && options.tls_key.empty()) return;
        if (options.tls_certificate.empty() || options.tls_key.empty()) throw std::runtime_error("TLS needs both a certificate and a key file");
        shared.tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
        error_code error;
        SSL_CTX_set_min_proto_version(shared.tls->native_handle(), TLS1_2_VERSION);
        SSL_CTX_set_mode(shared.tls->native_handle(), SSL_MODE_RELEASE_BUFFERS);
        shared.tls->use_certificate_chain_file(options.tls_certificate, error);
        if (error) throw std::runtime_error("cannot read the TLS certificate " + options.tls_certificate + ": " + error.message());
        shared.tls->use_private_key_file(options.tls_key, asio::ssl::context::pem, error);
        if (error) throw std::runtime_error("cannot read the TLS key " + options.tls_key + ": " + error.message());
    }

    void listen() {
        const auto& text = shared.options.listen;
        const auto [host, service] = split_listen(text);
        auto& context = loops.front()->context;
        error_code error;
        const auto found = tcp::resolver(context).resolve(host, service, tcp::resolver::passive | tcp::resolver::numeric_service, error);
        if (!error) {
            const auto endpoint = found.begin()->endpoint();
            acceptor = std::make_unique<tcp::acceptor>(context);
            acceptor->open(endpoint.protocol(), error);
            if (!error) acceptor->set_option(tcp::acceptor::reuse_address(true), error);
            if (!error) acceptor->bind(endpoint, error);
            if (!error) acceptor->listen(1024, error);
        }
        if (error) throw std::runtime_error("cannot listen on " + text + ": " + error.message());
        port = acceptor->local_endpoint().port();
        accept_again = std::make_unique<asio::steady_timer>(context);
    }

    void accept() {
        Loop& loop = *loops[next_loop++ % loops.size()];
        acceptor->async_accept(loop.context, [this, &loop](error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted || !acceptor->is_open()) return;
            if (error) return survive_accept(error);
            if (++shared.connections > shared.options.max_connections) turn_away(socket);
            else asio::post(loop.context, [this, &loop, socket = std::make_shared<tcp::socket>(std::move(socket))] {
                std::make_shared<Connection>(shared, loop, std::move(*socket))->start();
            });
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
            socket.write_some(std::array<asio::const_buffer, 2>{asio::buffer(answer.head), asio::buffer(*answer.body)}, ignored);
        }
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    /// Without a free file descriptor the waiting connection would be offered for ever: the spare one takes and drops it.
    void survive_accept(error_code error) {
        if (error == asio::error::no_descriptors && spare_file >= 0) {
            ::close(spare_file);
            const int dropped = ::accept(acceptor->native_handle(), nullptr, nullptr);
            if (dropped >= 0) ::close(dropped);
            spare_file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        }
        accept_again->expires_after(std::chrono::milliseconds(20));
        accept_again->async_wait([this](error_code stopped) {
            if (!stopped) accept();
        });
    }

    std::chrono::milliseconds tick_time() const {
        const auto& options = shared.options;
        const auto least = std::min({options.header_deadline, options.body_deadline, options.write_deadline, options.idle_deadline});
        return std::clamp(least / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
    }

    void schedule_tick(Loop& loop) {
        loop.tick.expires_after(tick_time());
        loop.tick.async_wait([this, &loop](error_code stopped) {
            if (stopped) return;
            const auto now = Steady::now();
            for (auto* connection : std::vector<Connection*>(loop.connections.begin(), loop.connections.end())) {
                if (!loop.connections.contains(connection)) continue;
                const auto alive = connection->shared_from_this();
                alive->check_deadline(now);
            }
            gauge("digilots_http_connections", shared.connections);
            gauge("digilots_http_queue", static_cast<double>(shared.workers->waiting()));
            schedule_tick(loop);
        });
    }

    void ask_to_stop() {
        const std::lock_guard lock(shared.mutex);
        stop_asked = true;
        shared.changed.notify_all();
    }

    void wait() {
        if (!running) return;
        auto& context = loops.front()->context;
        asio::post(context, [this, &context] {
            signals = std::make_unique<asio::signal_set>(context, SIGTERM, SIGINT);
            signals->async_wait([this](error_code error, int) {
                if (!error) ask_to_stop();
            });
        });
        {
            std::unique_lock lock(shared.mutex);
            shared.changed.wait(lock, [this] { return stop_asked; });
        }
        end();
    }

    void end() {
        if (!running) return;
        running = false;
        shared.draining = true;
        shared.application.set_draining();
        asio::post(loops.front()->context, [this] {
            error_code ignored;
            acceptor->close(ignored);
            accept_again->cancel();
            if (signals) signals->cancel(ignored);
        });
        for (auto& loop : loops) asio::post(loop->context, [&loop = *loop] { each(loop, &Connection::drain); });
        {
            std::unique_lock lock(shared.mutex);
            shared.changed.wait_for(lock, shared.options.drain_deadline, [this] { return shared.connections == 0; });
        }
        for (auto& loop : loops) asio::post(loop->context, [&loop = *loop] { each(loop, &Connection::close); loop.tick.cancel(); loop.guard.reset(); });
        shared.workers.reset();
        for (auto& loop : loops) {
            loop->context.stop();
            loop->thread.join();
        }
        if (spare_file >= 0) ::close(spare_file);
    }

    static void each(Loop& loop, void (Connection::*act)()) {
        for (auto* connection : std::vector<Connection*>(loop.connections.begin(), loop.connections.end())) {
            if (!loop.connections.contains(connection)) continue;
            const auto alive = connection->shared_from_this();
            (alive.get()->*act)();
        }
    }
};

Server::Server(ServerOptions options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(routes), std::move(gatekeeper), std::move(error_page), clock)) {}

Server::~Server() { implementation_->end(); }

void Server::start() { implementation_->start(); }
std::uint16_t Server::port() const { return implementation_->port; }
void Server::wait() { implementation_->wait(); }
void Server::stop() { implementation_->ask_to_stop(); }
Response Server::handle(Request request) { return implementation_->shared.application.handle(std::move(request)); }
void Server::set_ready_check(std::function<std::string()> check) { implementation_->shared.application.set_ready_check(std::move(check)); }

}  // namespace digilots::http
