#include "platform/mail/smtp.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "platform/base/text.h"
#include "platform/mail/message.h"

namespace digilots::mail {

namespace {

constexpr std::size_t most_said = 64 * 1024;  // of a server in one exchange

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

struct Exchange {
    const std::string& message;
    const std::function<bool()>& may_end;
    const Stopping& stopping;
    const std::chrono::steady_clock::time_point late;  // for everything but the final dot
    std::size_t sent = 0, said = 0;
    bool is_whole = false;               // the final dot is on its way, or was
    bool is_given_up = false;            // may_end said no
    bool has_left = false;               // taken leave of the server
    std::string command = "";            // sent last: "RCPT"
    std::string code = "", status = "";  // of the last reply before taking leave: "550", "5.1.1"

    bool says_too_much() const { return said > most_said; }
    bool is_late() const { return std::chrono::steady_clock::now() >= late; }
    bool is_to_stop() const { return stopping && stopping(); }
};

std::string part_of_url(std::string_view text, CURLUPart part) {
    const Url url(curl_url(), curl_url_cleanup);
    if (!url ||
        curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return "";
    char* found = nullptr;
    if (curl_url_get(url.get(), part, &found, 0) != CURLUE_OK || !found) return "";
    std::string value = found;
    curl_free(found);
    return value;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "5.1.1" at the beginning of what a server says after its code; "" where there is none.
std::string status_in(std::string_view text) {
    const auto word = text.substr(0, std::min(text.find_first_of(" \r\n"), text.size()));
    const auto is_part = [](char c) { return is_digit(c) || c == '.'; };
    const bool is_status = word.size() >= 5 && word.size() <= 9 && std::ranges::count(word, '.') == 2 &&
                           (word[0] == '2' || word[0] == '4' || word[0] == '5') && std::ranges::all_of(word, is_part);
    return is_status ? std::string(word) : "";
}

void take_reply(Exchange& exchange, std::string_view line) {
    if (line.size() < 3 || !std::ranges::all_of(line.substr(0, 3), is_digit)) return;
    exchange.code = line.substr(0, 3);
    exchange.status = line.size() > 4 ? status_in(line.substr(4)) : "";
}

/// Commands and replies as they go by: what was refused tells whose fault it is.
int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* target) {
    auto& exchange = *static_cast<Exchange*>(target);
    const std::string_view text(data, size);
    if (type == CURLINFO_HEADER_IN) {
        exchange.said += size;
        if (!exchange.has_left) take_reply(exchange, text);
    } else if (type == CURLINFO_HEADER_OUT) {
        const auto word = text.substr(0, std::min(text.find_first_of(" \r\n"), text.size()));
        for (const std::string_view known : {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"})
            if (word == known) exchange.command = known;
        exchange.has_left = exchange.has_left || word == "QUIT";
    }
    return 0;
}

bool may_end_now(Exchange& exchange) {
    try {
        return exchange.may_end();
    } catch (...) {
        return false;  // what happened is seen by who looks at the letter next
    }
}

std::size_t give(char* target, std::size_t size, std::size_t count, void* source) {
    auto& exchange = *static_cast<Exchange*>(source);
    const auto left = std::min(size * count, exchange.message.size() - exchange.sent);
    if (left > 0) {
        std::copy_n(exchange.message.data() + exchange.sent, left, target);
        exchange.sent += left;
        return left;
    }
    if (exchange.is_whole) return 0;
    exchange.is_given_up = !may_end_now(exchange);
    if (exchange.is_given_up) return CURL_READFUNC_ABORT;
    exchange.code.clear();
    exchange.status.clear();
    exchange.is_whole = true;
    return 0;
}

/// Whoever has sent the final dot waits for the answer, even when asked to stop.
int look(void* source, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& exchange = *static_cast<const Exchange*>(source);
    const bool is_to_stop = exchange.is_to_stop();  // asked to the end: who asks may keep the letter by it
    return exchange.says_too_much() || (!exchange.is_whole && (exchange.is_late() || is_to_stop)) ? 1 : 0;
}

std::string with_code(const std::string& text, const Exchange& exchange) {
    if (exchange.code.empty()) return text + ".";
    return text + " (" + exchange.code + (exchange.status.empty() ? "" : " " + exchange.status) + ").";
}

Answer of_code(const Exchange& exchange) {
    if (exchange.code.starts_with('4'))
        return {Delivery::later, with_code("The server asks to come back later", exchange)};
    if (exchange.command == "MAIL")
        return {Delivery::trouble, with_code("The server does not take letters from mail_from", exchange)};
    if (exchange.command == "RCPT") return {Delivery::refused, with_code("The server refuses the address", exchange)};
    return {Delivery::refused, with_code("The server refuses the letter", exchange)};
}

Answer of_whole_letter(CURLcode result, const Exchange& exchange) {
    if (result == CURLE_OK || exchange.code.starts_with('2')) return {Delivery::taken, with_code("Taken", exchange)};
    if (exchange.code.starts_with('4') || exchange.code.starts_with('5')) return of_code(exchange);
    return {Delivery::unanswered, "The connection ended between the letter and the answer."};
}

Answer of(CURLcode result, const Exchange& exchange) {
    if (exchange.is_whole) return of_whole_letter(result, exchange);
    if (exchange.is_given_up) return {Delivery::later, "Given up before the end."};
    if (exchange.says_too_much()) return {Delivery::trouble, "What answers there says too much to be a mail server."};
    if (exchange.is_late()) return {Delivery::trouble, "The mail server is too slow."};
    if (exchange.is_to_stop()) return {Delivery::later, "This server was stopped."};
    switch (result) {
        case CURLE_USE_SSL_FAILED:
            return {Delivery::trouble, "The mail server offers no TLS: name one that does in smtp_url."};
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
            return {Delivery::trouble,
                    std::string("No trusted TLS with the mail server: ") + curl_easy_strerror(result) + "."};
        case CURLE_LOGIN_DENIED:
            return {Delivery::trouble,
                    with_code("The mail server does not take smtp_user with this password", exchange)};
        default:
            break;
    }
    const bool is_refusal = exchange.code.starts_with('4') || exchange.code.starts_with('5');
    const bool is_about_letter =
        exchange.command == "MAIL" || exchange.command == "RCPT" || exchange.command == "DATA";
    if (is_refusal && is_about_letter) return of_code(exchange);
    if (is_about_letter)
        return {Delivery::later, std::string("The connection ended early: ") + curl_easy_strerror(result) + "."};
    if (is_refusal) return {Delivery::trouble, with_code("The mail server takes nothing now", exchange)};
    return {Delivery::trouble, std::string("No mail server there: ") + curl_easy_strerror(result) + "."};
}

void set_up(CURL* handle, const Server& server, const Envelope& envelope, const Limits& limits) {
    // What follows the host is the name that this side says (EHLO).
    curl_easy_setopt(handle, CURLOPT_URL, (server.url + "/" + std::string(domain_of(server.from))).c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(server.needs_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     static_cast<long>(std::max<long long>(1, limits.whole.count() / 1000)));
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, ("<" + envelope.from + ">").c_str());
    if (!server.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
    }
}

void set_listeners(CURL* handle, Exchange& exchange) {
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);  // for the listener alone: nothing is printed
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &exchange);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, &exchange);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &exchange);
}

/// Takes leave (QUIT goes out at the clean-up) without waiting for what a server says to that: it has time for
/// minutes.
void leave(CURL* handle) {
    curl_socket_t connection = CURL_SOCKET_BAD;
    const auto known = curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &connection);
    if (known == CURLE_OK && connection != CURL_SOCKET_BAD) ::shutdown(connection, SHUT_RD);
}

}  // namespace

bool is_server_address(std::string_view url) {
    const auto scheme = part_of_url(url, CURLUPART_SCHEME);
    const auto path = part_of_url(url, CURLUPART_PATH);
    return (scheme == "smtp" || scheme == "smtps") && !part_of_url(url, CURLUPART_HOST).empty() &&
           part_of_url(url, CURLUPART_USER).empty() && part_of_url(url, CURLUPART_QUERY).empty() &&
           (path.empty() || path == "/") && !url.ends_with('/');
}

bool is_on_this_machine(std::string_view url) {
    const auto host = part_of_url(url, CURLUPART_HOST);
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
            host.find_first_not_of("0123456789.") == std::string::npos);
}

Answer deliver(const Server& server, const Envelope& envelope, const std::function<bool()>& may_end,
               const Stopping& stopping, const Limits& limits) {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    const Handle handle(ready ? curl_easy_init() : nullptr, curl_easy_cleanup);
    const List recipients(curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()), curl_slist_free_all);
    if (!handle || !recipients) return {Delivery::trouble, "No memory to send with."};
    Exchange exchange{.message = envelope.message,
                      .may_end = may_end,
                      .stopping = stopping,
                      .late = std::chrono::steady_clock::now() + limits.letter};
    set_up(handle.get(), server, envelope, limits);
    set_listeners(handle.get(), exchange);
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
    const auto result = curl_easy_perform(handle.get());
    leave(handle.get());
    return of(result, exchange);
}

}  // namespace digilots::mail
