#pragma once
// A running server with pages that wait, fail and are large.
#include <algorithm>
#include <atomic>
#include <cctype>
#include <memory>
#include <thread>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/mutex.h"
#include "platform/http/wire_for_tests.h"

namespace digilots::http {

/// Opened once; handlers that wait for it show that others go on.
class Gate {
public:
    void open() {
        const base::Lock lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void wait() {
        base::Lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this]() REQUIRES(mutex_) { return open_; });
    }
    void until_waiting(int count) {
        base::Lock lock(mutex_);
        changed_.wait(lock, [this, count]() REQUIRES(mutex_) { return waiting_ >= count; });
    }

private:
    base::Mutex mutex_;
    base::Condition changed_;
    bool open_ GUARDED_BY(mutex_) = false;
    int waiting_ GUARDED_BY(mutex_) = 0;
};

class RunningServer {
protected:
    void start(ServerOptions options = options_for_tests()) {
        Gatekeeper gatekeeper;
        gatekeeper.versions = &versions_;
        Routes routes = {
            {Method::get, "/", Access::anyone, [](const Request&) { return html("Start"); }},
            {Method::get, "/large", Access::anyone,
             [](const Request&) { return html(std::string(8'000'000, 'x')); }},
            {Method::get, "/kept", Access::anyone,
             [this](const Request& request) {
                 ++made_;
                 return html(std::string(5000, 'k') + request.language);
             },
             {},
             {{"page"}}},
            {Method::get, "/wait", Access::anyone,
             [this](const Request&) {
                 gate_.wait();
                 return text("waited");
             }},
            {Method::post, "/wait", Access::anyone,
             [this](const Request& request) {
                 gate_.wait();
                 return text(std::to_string(request.body.size()));
             }},
            {Method::get, "/pieces", Access::anyone, [this](const Request& request) { return in_pieces(request); }, {"number"}},
            {Method::get, "/fail", Access::anyone,
             [](const Request&) -> Response { throw std::runtime_error("broken"); }},
            {Method::post, "/echo", Access::anyone,
             [](const Request& request) {
                 return text(std::string(request.form.get("a")) + "|" + std::to_string(request.body.size()));
             }},
        };
        server_ = std::make_unique<Server>(std::move(options), std::move(routes), std::move(gatekeeper),
                                           nullptr, clock_);
        server_->start();
    }
    /// So many pieces of 50 000 letters; "endless", and "broken" after the first.
    Response in_pieces(const Request& request) {
        const std::string number(request.query.get("number"));
        const std::shared_ptr<void> held(nullptr, [this](void*) { let_go_.open(); });
        return streamed(
            [held, number, sent = 0]() mutable {
                if (number == "broken" && sent == 1) throw std::runtime_error("broken");
                if (std::isdigit(static_cast<unsigned char>(number[0])) && sent == std::stoi(number)) return std::string();
                return std::string(50'000, static_cast<char>('a' + sent++ % 26));
            },
            "text/plain; charset=utf-8");
    }
    std::string ask(std::string_view bytes, bool head_only = false) {
        Wire wire(server_->port());
        wire.send(bytes);
        return wire.answer(head_only);
    }

    /// The first to be answered or closed; nullptr where none is in time.
    static Wire* first_answered(const std::vector<std::unique_ptr<Wire>>& wires) {
        std::vector<pollfd> all;
        for (const auto& wire : wires) all.push_back({wire->descriptor(), POLLIN, 0});
        if (::poll(all.data(), all.size(), patience_ms) <= 0) return nullptr;
        for (std::size_t at = 0; at < all.size(); ++at)
            if (all[at].revents != 0) return wires[at].get();
        return nullptr;
    }

    base::SystemClock clock_;
    Gate gate_, let_go_;  // let_go_: nobody holds what makes pieces any more
    std::atomic<int> made_ = 0;
    kept::Versions versions_;
    std::unique_ptr<Server> server_;
};

}  // namespace digilots::http
