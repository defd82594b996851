#pragma once
// What happens to a request between the wire and its handler and back: the whole server but the sockets.
#include <atomic>
#include <optional>
#include <string>

#include "platform/http/answer.h"
#include "platform/http/drawing_room.h"
#include "platform/http/head.h"
#include "platform/http/limiter.h"
#include "platform/http/page_cache.h"
#include "platform/http/router.h"
#include "platform/http/server.h"

namespace digilots::http {

/// What is known of a connection.
struct Peer {
    std::string address;  // "127.0.0.1", "2001:db8::1"
    bool tls = false;
    bool is_trusted_proxy = false;
};

class Application {
public:
    Application(const ServerOptions& options, Routes routes, Gatekeeper gatekeeper, ErrorPage error_page,
                const base::Clock& clock);

    /// Without waiting for anything: static files, health, kept pages, refusals by rate. Called on an io
    /// thread.
    std::optional<Answer> answer_at_once(const Head& head, const Peer& peer);
    /// Everything else. Called on a worker. Whatever goes wrong is an answer too.
    Answer answer(Head head, std::string body, const Peer& peer) noexcept;
    /// The largest body that this request may send.
    std::size_t body_limit(const Head& head) const;
    /// For requests that never came to a route: the queue is full, the body too large …
    Answer refuse(const Head& head, const Peer& peer, int status);

    /// The page client's way in: no connection, no rate limit, no compression; kept pages as for everybody.
    Response handle(Request request);

    Peer peer_of(std::string address, bool tls) const;
    void set_ready_check(std::function<std::string()> check) { ready_check_ = std::move(check); }
    void set_draining() { draining_ = true; }

private:
    struct Outcome {
        const Route* route = nullptr;
        bool personal = false;
        bool may_use_cache = false;
        std::shared_ptr<const CachedPage> page;  // the answer, when it is a kept page
    };

    /// Where a page may be kept, and what it is made from; without a key it may not.
    struct PlaceInCache {
        std::string key;
        kept::Stamp stamp;
    };

    Answer make_answer(Head head, std::string body, const Peer& peer);
    std::optional<Request> make_request(Head head, std::string body, const Peer& peer) const;
    std::string client_address(const Head& head, const Peer& peer) const;
    bool is_secure(const Head& head, const Peer& peer) const;
    std::optional<Answer> answer_platform(const Head& head, std::string_view path, const Peer& peer);
    std::optional<Answer> answer_asset(const Head& head, std::string_view path, const Peer& peer);
    /// What somebody sends by a form is too large: told on a page of the municipality, before it is read.
    Response too_large(const Head& head, const Peer& peer);
    Answer answer_ready(const Head& head, const Peer& peer);
    std::optional<Answer> check_rate(const Head& head, const Peer& peer);
    Answer plain(const Head& head, const Peer& peer, Response response, std::string route);

    Response run(Request& request, Outcome& outcome);
    Response run_route(Request& request, const Route& route, Outcome& outcome);
    static std::string cache_key(const Request& request);
    bool find_kept(const std::string& key, Outcome& outcome);
    std::optional<Response> check_drawing_rate(const Request& request);
    Response make(const Request& request, const Route& route, PlaceInCache place, Outcome& outcome);
    std::optional<base::Instant> end_of(const Request& request) const;
    Response without_route(Request& request, const Router::Match& match);
    /// To the same path with or without its last slash, where that one exists.
    void enter_by_host(Request& request) const;
    std::optional<Response> host_redirect(const Request& request) const;
    std::optional<Response> slash_redirect(const Request& request) const;
    std::optional<Response> check_access(Request& request, const Route& route);
    std::optional<Response> check_form(Request& request, const Route& route);
    void identify(Request& request, const Route& route);
    Response ask_to_sign_in(Request& request);
    Response form_again(const Request& request, const TypedForm& typed, Again again, const std::vector<Cookie>& cookies);
    Response changed_meanwhile(const Request& request, const std::string& record);
    bool has_changed_since(const Request& request);
    /// What was typed, with the plain answer's status.
    Response not_saved(const Request& request, Response plain);
    Response on_its_page_now(const Request& request, Again again, std::optional<LastChange> meanwhile);
    void find_tenant(Request& request) const;
    Response error(const Request& request, int status);
    /// Inside a catch (...).
    Response failure(Request& request);
    AnswerPolicy policy_of(const Request& request, const Outcome& outcome) const;

    const ServerOptions options_;
    const Router router_;
    const Gatekeeper gatekeeper_;
    const ErrorPage error_page_;
    const base::Clock& clock_;
    Limiter limiter_;
    PageCache cache_;
    DrawingRoom drawing_room_{10};  // a tenth of what a page gets beside it
    DrawingRoom taking_in_room_{0};
    std::function<std::string()> ready_check_;
    std::atomic<bool> draining_ = false;
};

}  // namespace digilots::http
