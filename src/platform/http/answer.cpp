#include "platform/http/answer.h"

#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/base/uuid.h"
#include "platform/http/ascii.h"
#include "platform/http/compression.h"
#include "platform/http/names.h"

namespace digilots::http {

namespace {

constexpr std::size_t least_worth_compressing = 1024;

void add_header(Response& response, std::string_view name, std::string value) {
    if (header_of(response, name).empty()) response.headers.emplace_back(name, std::move(value));
}

void add_cookies(Response& response, const AnswerPolicy& policy) {
    for (const auto& cookie : response.cookies) {
        std::string text = cookie.name + "=" + cookie.value + "; Path=/; SameSite=Lax";
        if (cookie.max_age_seconds > 0) text += "; Max-Age=" + std::to_string(cookie.max_age_seconds);
        if (cookie.max_age_seconds < 0) text += "; Max-Age=0";
        if (cookie.http_only) text += "; HttpOnly";
        if (policy.secure) text += "; Secure";
        response.headers.emplace_back("Set-Cookie", std::move(text));
    }
}

bool is_keepable(const Response& response, const AnswerPolicy& policy) {
    return response.status == 200 && !policy.personal && response.cookies.empty();
}

void add_caching(const Request& request, Response& response, const AnswerPolicy& policy) {
    const bool api = request.path.starts_with("/api/");
    std::string vary =
        api ? "Accept, Accept-Encoding, Accept-Language" : "Accept-Encoding, Accept-Language, Cookie";
    add_header(response, "Vary", std::move(vary));
    // A signed-in person's browser must not show another person's page from before: those pages are never
    // stored.
    add_header(response, "Cache-Control", is_keepable(response, policy) ? "no-cache" : "no-store");
}

void compress(const Request& request, Response& response) {
    if (response.body.size() < least_worth_compressing || !is_compressible(response.content_type)) return;
    if (!header_of(response, "Content-Encoding").empty()) return;
    const auto encoding = choose_encoding(request.header("accept-encoding"));
    if (encoding == Encoding::identity) return;
    response.body = encoding == Encoding::brotli ? brotli(response.body, 3) : gzip(response.body, 4);
    set_header(response, "Content-Encoding", std::string(name_of(encoding)));
}

bool may_have_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

}  // namespace

std::string_view suffix_of(Encoding encoding) {
    return encoding == Encoding::brotli ? "-br" : encoding == Encoding::gzip ? "-gz" : "";
}

std::string_view name_of(Encoding encoding) {
    return encoding == Encoding::brotli ? "br" : encoding == Encoding::gzip ? "gzip" : "";
}

std::string_view header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (equals_ignoring_case(key, name)) return value;
    return {};
}

void set_header(Response& response, std::string_view name, std::string value) {
    std::erase_if(response.headers,
                  [name](const auto& header) { return equals_ignoring_case(header.first, name); });
    response.headers.emplace_back(name, std::move(value));
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    if (if_none_match.empty() || etag.empty()) return false;
    bool found = false;
    for_each_item(if_none_match, ',', [&](std::string_view item) {
        if (item.starts_with("W/")) item.remove_prefix(2);
        if (item == "*" || item == etag) found = true;
    });
    return found;
}

void add_security_headers(Response& response, const AnswerPolicy& policy) {
    const std::string images = policy.image_sources.empty() ? "" : " " + policy.image_sources;
    add_header(response, "Content-Security-Policy",
               "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" + images +
                   "; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
                   "base-uri 'none'; frame-ancestors 'none'");
    add_header(response, "X-Content-Type-Options", "nosniff");
    add_header(response, "Referrer-Policy", "same-origin");
    add_header(response, "Permissions-Policy",
               "camera=(), microphone=(), geolocation=(self), payment=(), usb=()");
    add_header(response, "Cross-Origin-Opener-Policy", "same-origin");
    add_header(response, "Cross-Origin-Resource-Policy",
               policy.is_public_api ? "cross-origin" : "same-origin");
    if (policy.secure)
        add_header(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (policy.is_public_api) add_header(response, "Access-Control-Allow-Origin", "*");
}

Response finish(const Request& request, Response response, const AnswerPolicy& policy) {
    const bool reads = request.method == Method::get || request.method == Method::head;
    add_security_headers(response, policy);
    add_cookies(response, policy);
    add_caching(request, response, policy);
    const bool tagged = reads && is_keepable(response, policy) && header_of(response, "ETag").empty() && !response.pieces;
    const std::string hash = tagged ? base::sha256_hex(response.body).substr(0, 24) : "";
    compress(request, response);
    if (tagged) {
        const auto coding = header_of(response, "Content-Encoding");
        const std::string_view suffix = coding == "br" ? "-br" : coding == "gzip" ? "-gz" : "";
        set_header(response, "ETag", "\"" + hash + std::string(suffix) + "\"");
    }
    if (reads && response.status == 200 &&
        matches_etag(request.header("if-none-match"), header_of(response, "ETag"))) {
        response.status = 304;
        std::erase_if(response.headers, [](const auto& header) {
            return equals_ignoring_case(header.first, "content-encoding");
        });
    }
    if (may_have_body(response.status)) {
        set_header(response, "Content-Type", response.content_type);
        if (!response.pieces) set_header(response, "Content-Length", std::to_string(response.body.size()));
    }
    if (!may_have_body(response.status) || request.method == Method::head) {
        response.body.clear();
        response.pieces = nullptr;
    }
    return response;
}

std::string head_text(const Response& response) {
    std::string text;
    text.reserve(1024);
    text += "HTTP/1.1 " + std::to_string(response.status) + " ";
    text += reason_of(response.status);
    text += "\r\n";
    for (const auto& [name, value] : response.headers) {
        const bool is_one_line =
            std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        ENSURE(is_token(name) && is_one_line);
        text += name;
        text += ": ";
        text += value;
        text += "\r\n";
    }
    return text;
}

Answer refusal(int status) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::to_string(status) + " " + std::string(reason_of(status)) + "\n";
    if (status == 429 || status == 503) response.headers.emplace_back("Retry-After", "1");
    Request request;
    AnswerPolicy policy;
    policy.personal = true;
    response = finish(request, std::move(response), policy);
    Answer answer;
    answer.status = status;
    answer.head = head_text(response);
    answer.body = std::make_shared<const std::string>(std::move(response.body));
    answer.close = true;
    return answer;
}

}  // namespace digilots::http
