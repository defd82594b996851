#include "platform/http/io_loop.h"

#include <boost/asio.hpp>
#include <algorithm>
#include <thread>
#include <unordered_set>

#include "platform/base/log.h"
#include "platform/http/keep_running.h"
#include "platform/http/metrics.h"
#include "platform/http/names.h"
#include "platform/http/pieces.h"
#include "platform/http/request_log.h"
#include "platform/http/tls.h"

namespace digilots::http {

namespace asio = boost::asio;

namespace {

using asio::ip::tcp;
using boost::system::error_code;
using Steady = std::chrono::steady_clock;
using TlsStream = asio::ssl::stream<tcp::socket&>;

class Connection;

/// One io thread with its connections.
struct Loop {
    std::unordered_set<Connection*> connections;  // before the context: what is left in it refers to this
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    asio::steady_timer tick{context};
    std::thread thread;
    DateText date;
    std::string log_lines;  // of the requests answered since the loop last came round

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
            const base::Lock lock(shared_.mutex);
            shared_.changed.notify_all();
        }
    }

    void start() {
        error_code ignored;
        socket_.non_blocking(true, ignored);
        socket_.set_option(tcp::no_delay(true), ignored);
        set_deadline(shared_.options.header_deadline);
        if (!shared_.tls) return run();
        tls_ = std::make_unique<TlsStream>(socket_, shared_.tls->context);
        tls_->async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](error_code error) {
            if (error) return self->close();
            self->run();
        });
    }

    void check_deadline(Steady::time_point now) {
        if (now < deadline_ || state_ == State::working || state_ == State::closed) return;
        const auto phase = exchange_.phase();
        const bool is_begun = phase == Exchange::Phase::head || phase == Exchange::Phase::body;
        if (state_ == State::writing) return abort();
        if (state_ != State::reading || !is_begun) return close();
        count("digilots_http_timeouts_total");
        timed_out_ = true;
        set_deadline(linger_time);
        if (send(exchange_.refuse(408))) run();
    }

    /// Gives up a reader that is too slow: what the system still holds for it goes too.
    void abort() {
        count("digilots_http_slow_readers_total");
        reset();
    }
    void reset() {
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
        if (answer_.pieces) record();  // they were not all sent
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
    void set_write_deadline(std::size_t size) {
        set_deadline(shared_.options.write_deadline + std::chrono::milliseconds(size * 1000 / shared_.options.least_write_rate));
    }

    /// Goes on until something has to be waited for.
    void run() {
        for (int turn = 0; state_ != State::closed; ++turn) {
            if (turn == 64) return asio::post(loop_.context, [self = shared_from_this()] { self->run(); });
            const auto before = exchange_.phase();
            const auto step = exchange_.next();
            note_phase(before);
            switch (step) {
                case Exchange::Step::read:
                    return read();
                case Exchange::Step::work:
                    return work();
                case Exchange::Step::close:
                    return finish();
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
        if (phase == Exchange::Phase::idle)
            set_deadline(shared_.options.idle_deadline);
        else if (phase == Exchange::Phase::head)
            set_deadline(shared_.options.header_deadline);
        else if (phase == Exchange::Phase::body)
            set_deadline(shared_.options.body_deadline);
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
        if (tls_) return tls_->async_read_some(asio::buffer(chunk_), done);
        socket_.async_read_some(asio::buffer(chunk_), done);
    }

    void work() {
        state_ = State::working;
        auto job = std::make_shared<Exchange::Work>(exchange_.take_work());
        const bool accepted = shared_.workers->post([self = shared_from_this(), job]() mutable {
            auto& application = self->shared_.application;
            auto answer = application.answer(std::move(job->head), std::move(job->body), self->exchange_.peer());
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

    /// True when it went out at once.
    bool send(Answer answer) {
        exchange_.prepare(answer, shared_.draining, loop_.date.at(shared_.clock.now()));
        answer_ = std::move(answer);
        if (!answer_.pieces) record();
        pieces_end_ = Steady::now() + shared_.options.stream_deadline;
        if (!timed_out_) set_write_deadline(answer_.body ? answer_.body->size() : 0);
        const asio::const_buffer body = answer_.body ? asio::buffer(*answer_.body) : asio::const_buffer();
        return write({asio::buffer(answer_.head), body});
    }

    void record() {
        record_request(answer_, exchange_.head().method, Steady::now() - began_, loop_.log_lines);
        loop_.flush_log_soon();
    }

    /// A worker makes the next piece when the one before it has gone out: whoever reads slowly holds none of them.
    void make_piece() {
        state_ = State::working;
        const bool accepted =
            shared_.workers->post([self = shared_from_this(), pieces = answer_.pieces, id = answer_.request_id]() mutable {
                auto piece = made_piece(pieces, id);
                pieces = nullptr;
                auto& context = self->loop_.context;
                asio::post(context, [self = std::move(self), piece = std::move(piece)]() mutable {
                    if (self->state_ == State::working) self->send_piece(std::move(piece));
                });
            });
        if (!accepted) reset();
    }

    void send_piece(std::optional<std::string> piece) {
        if (!piece || Steady::now() > pieces_end_) return reset();
        const bool is_last = piece->empty();
        answer_.streamed += piece->size();
        chunk_ = exchange_.head().minor_version > 0 ? as_chunk(std::move(*piece)) : std::move(*piece);
        if (is_last) {
            record();
            answer_.pieces = nullptr;
        }
        set_write_deadline(chunk_.size());
        if (write({asio::buffer(chunk_), {}})) run();
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
            if (sent == total) return written();
        }
        buffers[1] += sent - std::min(sent, buffers[0].size());
        buffers[0] += std::min(sent, buffers[0].size());
        const auto done = [self = shared_from_this()](error_code error, std::size_t) {
            if (self->state_ != State::writing) return;
            if (error) return self->close();
            if (self->written()) self->run();
        };
        if (tls_) asio::async_write(*tls_, buffers, done);
        else asio::async_write(socket_, buffers, done);
        return false;
    }

    /// True where the next request may begin.
    bool written() {
        state_ = State::reading;
        if (exchange_.phase() == Exchange::Phase::body) return true;  // that was "100 Continue"
        if (answer_.pieces) {
            make_piece();
            return false;
        }
        answer_ = Answer{};
        exchange_.answered();
        began_ = Steady::now();
        if (exchange_.phase() == Exchange::Phase::idle) set_deadline(shared_.options.idle_deadline);
        return true;
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
    Steady::time_point deadline_, pieces_end_, began_ = Steady::now();
    std::string chunk_;
    Answer answer_;
    std::size_t discarded_ = 0;
    bool timed_out_ = false, is_read_pending_ = false;
};

}  // namespace

struct IoLoop::Implementation {
    explicit Implementation(Shared& all) : shared(all) {}

    void schedule_tick() {
        loop.tick.expires_after(tick_time(shared.options));
        loop.tick.async_wait([this](error_code stopped) {
            if (stopped) return;
            each([now = Steady::now()](Connection& connection) { connection.check_deadline(now); });
            gauge("digilots_http_connections", shared.connections);
            gauge("digilots_http_queue", static_cast<double>(shared.workers->waiting()));
            schedule_tick();
        });
    }

    /// Closing one may end another: each is looked up again before it is touched.
    template <class Act>
    void each(Act act) {
        for (auto* connection : std::vector<Connection*>(loop.connections.begin(), loop.connections.end())) {
            if (!loop.connections.contains(connection)) continue;
            const auto alive = connection->shared_from_this();
            act(*alive);
        }
    }

    Shared& shared;
    Loop loop;
};

IoLoop::IoLoop(Shared& shared) : implementation_(std::make_unique<Implementation>(shared)) {}

IoLoop::~IoLoop() {
    stop();
}

void IoLoop::start() {
    implementation_->schedule_tick();
    implementation_->loop.thread =
        std::thread([this] { keep_running([this] { implementation_->loop.context.run(); }); });
}

void IoLoop::adopt(int socket) {
    asio::post(implementation_->loop.context, [all = implementation_.get(), socket] {
        tcp::socket owned(all->loop.context);
        error_code error;
        // The family matters only for options that are never set here.
        owned.assign(tcp::v4(), socket, error);
        std::make_shared<Connection>(all->shared, all->loop, std::move(owned))->start();
    });
}

void IoLoop::drain() {
    asio::post(implementation_->loop.context, [all = implementation_.get()] {
        all->each([](Connection& connection) { connection.drain(); });
    });
}

void IoLoop::stop() {
    auto& loop = implementation_->loop;
    if (!loop.thread.joinable()) return;
    asio::post(loop.context, [all = implementation_.get()] {
        all->each([](Connection& connection) { connection.close(); });
        all->loop.context.stop();
    });
    loop.thread.join();
}

}  // namespace digilots::http
