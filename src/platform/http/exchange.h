#pragma once
// One connection's talk as a machine without sockets: bytes go in, steps come out, one request at a time and
// in order.
#include <atomic>
#include <string>
#include <string_view>

#include "platform/http/application.h"
#include "platform/http/body.h"
#include "platform/http/head.h"
#include "platform/http/inbox.h"

namespace digilots::http {

/// Bytes of request bodies held by all connections together.
struct BodyBudget {
    std::size_t most = 0;
    std::atomic<std::size_t> held = 0;
};

/// How often deadlines are looked at: often enough for the shortest.
std::chrono::milliseconds tick_time(const ServerOptions& options);

class Exchange {
public:
    enum class Step {
        read,           // feed() more
        send_continue,  // send "100 Continue", then go on
        send,           // take_answer()
        work,           // take_work(), give it to a worker, then answered()
        close,
    };
    enum class Phase { idle, head, body, working, closing };

    Exchange(Application& application, Peer peer, HeadLimits limits, BodyBudget& budget);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    void feed(std::string_view bytes);
    Step next();
    Phase phase() const { return phase_; }

    struct Work {
        Head head;
        std::string body;
    };
    Work take_work() { return {head_, std::move(body_.body)}; }
    Answer take_answer() { return std::move(answer_); }
    /// The answer to the work in hand, whoever made it; complete with the connection's own headers.
    void prepare(Answer& answer, bool draining, std::string_view date);
    /// The answer has been sent; the next request may begin.
    void answered();
    /// Ends the talk: 408 after a deadline, 503 …
    Answer refuse(int status);

    const Peer& peer() const { return peer_; }
    const Head& head() const { return head_; }
    bool keeps_alive() const { return phase_ != Phase::closing && head_.keep_alive; }
    /// Bytes of the client that nobody will read: close gently, so that it can read the answer.
    bool has_unread() const { return !in_.empty() || refused_; }

private:
    Step refused(int status);
    Step begin_request();
    Step read_body();
    Step dispatch();
    void release();

    Application& application_;
    const Peer peer_;
    const HeadLimits limits_;
    BodyBudget& budget_;
    Inbox in_;
    std::size_t scanned_ = 0, reserved_ = 0;
    Phase phase_ = Phase::idle;
    bool refused_ = false;
    Head head_;
    BodyReader body_;
    Answer answer_;
};

}  // namespace digilots::http
