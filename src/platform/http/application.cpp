#include "platform/http/application.h"
#include "platform/http/kiosk.h"

#include <algorithm>
#include <utility>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/http/address.h"
#include "platform/http/ascii.h"
#include "platform/http/asset_table.h"
#include "platform/http/language.h"
#include "platform/http/metrics.h"
#include "platform/http/names.h"
#include "platform/http/request_id.h"
#include "platform/http/target.h"

namespace digilots::http {

namespace {

std::vector<std::string> canonical(const std::vector<std::string>& addresses) {
    std::vector<std::string> result;
    for (const auto& address : addresses) result.push_back(canonical_address(address));
    return result;
}

ServerOptions prepared(ServerOptions options) {
    options.trusted_proxies = canonical(options.trusted_proxies);
    return options;
}

bool reads(Method method) {
    return method == Method::get || method == Method::head;
}

/// All words of a client that a public page may depend on; "" where the request is not for a kept page.
std::string alias_of(const Head& head, bool secure) {
    if (!reads(head.method) || head.has_body()) return {};
    if (!find_cookie(head.headers, kiosk_cookie).empty()) return {};
    if (!find_cookie(head.headers, "session").empty() || !head.header("authorization").empty()) return {};
    std::string key;
    key.reserve(256);
    for (const std::string_view part :
         {std::string_view(head.target), head.header("host"), head.header("accept"),
          head.header("accept-language"), find_cookie(head.headers, "language")}) {
        key += part;
        key += '\n';
    }
    return key + (secure ? '1' : '0');
}

}  // namespace

Application::Application(const ServerOptions& options, Routes routes, Gatekeeper gatekeeper,
                         ErrorPage error_page, const base::Clock& clock)
    : options_(prepared(options)),
      router_(std::move(routes)),
      gatekeeper_(std::move(gatekeeper)),
      error_page_(std::move(error_page)),
      clock_(clock),
      limiter_(options.requests_per_second, options.burst),
      cache_(options.cache_bytes) {}

Peer Application::peer_of(std::string address, bool tls) const {
    Peer peer;
    peer.address = canonical_address(address);
    peer.tls = tls;
    peer.is_trusted_proxy =
        std::ranges::find(options_.trusted_proxies, peer.address) != options_.trusted_proxies.end();
    return peer;
}

std::string Application::client_address(const Head& head, const Peer& peer) const {
    if (!peer.is_trusted_proxy) return peer.address;
    return forwarded_client(head.header("x-forwarded-for"), peer.address, options_.trusted_proxies);
}

bool Application::is_secure(const Head& head, const Peer& peer) const {
    return peer.tls ||
           (peer.is_trusted_proxy && equals_ignoring_case(head.header("x-forwarded-proto"), "https"));
}

std::size_t Application::body_limit(const Head& head) const {
    const auto type = head.header("content-type").substr(0, 19);
    const bool uploads =
        equals_ignoring_case(type, "multipart/form-data") && !find_cookie(head.headers, "session").empty();
    return uploads ? options_.max_upload_bytes : options_.max_body_bytes;
}

std::optional<Answer> Application::answer_at_once(const Head& head, const Peer& peer) {
    const std::string_view target = head.target;
    if (reads(head.method)) {
        if (target.starts_with("/static/"))
            return answer_asset(head, target.substr(8, target.find('?') - 8), peer);
        if (auto answer = answer_platform(head, target.substr(0, target.find('?')), peer)) return answer;
    }
    if (auto refused = check_rate(head, peer)) return refused;
    const auto alias = alias_of(head, is_secure(head, peer));
    if (alias.empty()) return std::nullopt;
    const auto page = cache_.find_alias(alias);
    if (!page || !page->is_right(clock_.now())) return std::nullopt;
    count("digilots_page_cache_hits_total");
    return page->answer(head.method, head.header("accept-encoding"), head.header("if-none-match"));
}

std::optional<Answer> Application::check_rate(const Head& head, const Peer& peer) {
    if (!options_.rate_limits) return std::nullopt;
    const auto wait = limiter_.take(limit_key(client_address(head, peer)), clock_.now());
    if (!wait) return std::nullopt;
    count("digilots_rate_limited_total");
    Answer answer = refuse(head, peer, 429);
    const std::string line = "Retry-After: ";
    const auto at = answer.head.find(line) + line.size();
    answer.head.replace(at, answer.head.find('\r', at) - at,
                        std::to_string(std::max<long long>(1, wait->count())));
    return answer;
}

Answer Application::plain(const Head& head, const Peer& peer, Response response, std::string route) {
    Request request;
    request.method = head.method;
    request.headers = head.headers;
    AnswerPolicy policy;
    policy.secure = is_secure(head, peer);
    policy.personal = true;
    response = finish(request, std::move(response), policy);
    Answer answer;
    answer.status = response.status;
    answer.head = head_text(response);
    answer.route = std::move(route);
    if (!response.body.empty()) answer.body = std::make_shared<const std::string>(std::move(response.body));
    return answer;
}

std::optional<Answer> Application::answer_platform(const Head& head, std::string_view path,
                                                   const Peer& peer) {
    if (path == "/healthz") return plain(head, peer, text("ok\n"), "/healthz");
    if (path != "/metrics") return std::nullopt;
    const bool hidden = !peer.is_trusted_proxy && !head.header("x-forwarded-for").empty();
    if (!options_.metrics_for_all && (hidden || !is_loopback(client_address(head, peer))))
        return std::nullopt;
    return plain(head, peer, text(metrics_text(), "text/plain; version=0.0.4; charset=utf-8"), "/metrics");
}

Answer Application::answer_ready(const Head& head, const Peer& peer) {
    std::string reason = draining_ ? "draining" : ready_check_ ? ready_check_() : "";
    if (reason.empty()) return plain(head, peer, text("ready\n"), "/readyz");
    Response response = text(reason + "\n");
    response.status = 503;
    response.headers.emplace_back("Retry-After", "1");
    return plain(head, peer, std::move(response), "/readyz");
}

std::optional<Answer> Application::answer_asset(const Head& head, std::string_view path, const Peer& peer) {
    const Asset* asset = find_asset(path);
    if (asset == nullptr) return std::nullopt;
    auto encoding = choose_encoding(head.header("accept-encoding"));
    const auto body = asset_body(*asset, encoding);
    const std::string tag = "\"" + asset->etag + std::string(suffix_of(encoding)) + "\"";
    Response response = text("", asset->content_type);
    response.headers = {
        {"ETag", tag},
        {"Cache-Control", asset->immutable ? "public, max-age=31536000, immutable" : "no-cache"},
        {"Vary", "Accept-Encoding"},
        {"Content-Type", asset->content_type},
        {"Content-Length", std::to_string(body->size())}};
    if (encoding != Encoding::identity) response.headers.emplace_back("Content-Encoding", name_of(encoding));
    add_security_headers(response,
                         {.secure = is_secure(head, peer), .image_sources = options_.image_sources});
    Answer answer;
    answer.route = "/static/";
    answer.status = response.status = matches_etag(head.header("if-none-match"), tag) ? 304 : 200;
    if (answer.status == 304)
        std::erase_if(response.headers, [](const auto& header) {
            return header.first.starts_with("Content-") && header.first != "Content-Security-Policy";
        });
    answer.head = head_text(response);
    if (answer.status == 200 && head.method != Method::head) answer.body = body;
    return answer;
}

std::optional<Request> Application::make_request(Head head, std::string body, const Peer& peer) const {
    auto target = read_target(head.target);
    if (!target || (target->path == "*" && head.method != Method::options)) return std::nullopt;
    auto query = read_urlencoded(target->raw_query);
    if (!query) return std::nullopt;
    Request request;
    request.method = head.method;
    request.path = std::move(target->path);
    request.raw_query = std::move(target->raw_query);
    request.query = std::move(*query);
    request.client_address = client_address(head, peer);
    request.has_rate_limits = options_.rate_limits;
    request.secure = is_secure(head, peer);
    request.headers = std::move(head.headers);
    if (!target->authority.empty()) {
        for (auto& [name, value] : request.headers)
            if (equals_ignoring_case(name, "host")) value = target->authority;
    }
    request.body = std::move(body);
    request.received = clock_.now();
    request.request_id = new_request_id();
    return request;
}

Answer Application::answer(Head head, std::string body, const Peer& peer) noexcept {
    try {
        return make_answer(std::move(head), std::move(body), peer);
    } catch (...) {
        base::log(base::LogLevel::error, "request failed", {{"reason", base::reason_of_current_exception()}});
        return refusal(500);
    }
}

Answer Application::make_answer(Head head, std::string body, const Peer& peer) {
    if (reads(head.method) && std::string_view(head.target).substr(0, head.target.find('?')) == "/readyz")
        return answer_ready(head, peer);
    const auto alias = alias_of(head, is_secure(head, peer));
    auto request = make_request(head, std::move(body), peer);
    if (!request) return refuse(head, peer, 400);

    Outcome outcome;
    outcome.may_use_cache = !alias.empty();
    Response response = run(*request, outcome);
    Answer answer;
    if (outcome.page) {
        cache_.put_alias(alias, outcome.page);
        answer =
            outcome.page->answer(head.method, head.header("accept-encoding"), head.header("if-none-match"));
    } else {
        response = finish(*request, std::move(response), policy_of(*request, outcome));
        answer.status = response.status;
        answer.head = head_text(response);
        if (!response.body.empty())
            answer.body = std::make_shared<const std::string>(std::move(response.body));
        answer.pieces = std::move(response.pieces);
    }
    answer.request_id = request->request_id;
    if (outcome.route != nullptr) answer.route = outcome.route->path;
    if (request->tenant) answer.tenant = request->tenant->slug;
    return answer;
}

Answer Application::refuse(const Head& head, const Peer& peer, int status) {
    const bool api = std::string_view(head.target).starts_with("/api/");
    if (!api && status != 413) return refusal(status);
    Response response = status == 413 ? too_large(head, peer) : problem(status, std::string(reason_of(status)));
    if (status == 429 || status == 503) response.headers.emplace_back("Retry-After", "1");
    Answer answer = plain(head, peer, std::move(response), "");
    answer.close = true;
    return answer;
}

Response Application::too_large(const Head& head, const Peer& peer) {
    auto request = make_request(head, "", peer);
    if (!request) return text("413 " + std::string(reason_of(413)) + "\n");
    request->menu = &gatekeeper_.menu;
    strip_language(*request, gatekeeper_);
    enter_by_host(*request);
    const auto first = std::string_view(request->path).substr(0, request->path.find('/', 1));
    if (first.size() > 1 && gatekeeper_.find_tenant) request->tenant = gatekeeper_.find_tenant(first.substr(1));
    decide_language(*request, gatekeeper_);
    return error(*request, 413);
}

Response Application::handle(Request request) {
    if (const auto question = request.path.find('?'); question != std::string::npos) {
        request.raw_query = request.path.substr(question + 1);
        request.path.resize(question);
    }
    if (request.client_address.empty()) request.client_address = "127.0.0.1";
    request.has_rate_limits = request.has_rate_limits && options_.rate_limits;
    if (request.received == base::Instant{}) request.received = clock_.now();
    if (request.request_id.empty()) request.request_id = new_request_id();
    const auto target = read_target(request.path);
    auto query = read_urlencoded(request.raw_query);
    Outcome outcome;
    outcome.may_use_cache = reads(request.method) && request.cookie("session").empty() && !is_kiosk(request) &&
                            request.header("authorization").empty();
    Response response;
    if (!target || !query) {
        response = error(request, 400);
    } else {
        request.path = target->path;
        if (request.query.pairs.empty()) request.query = std::move(*query);
        response = run(request, outcome);
    }
    if (outcome.page)
        response = outcome.page->response(request.method);
    else
        response = finish(request, std::move(response), policy_of(request, outcome));
    if (const auto pieces = std::exchange(response.pieces, nullptr))
        for (auto piece = (*pieces)(); !piece.empty(); piece = (*pieces)()) response.body += piece;
    set_header(response, "X-Request-Id", request.request_id);
    return response;
}

}  // namespace digilots::http
