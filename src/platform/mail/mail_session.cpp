#include "platform/mail/mail_session.h"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>

#include "platform/base/whole_number.h"

namespace digilots::mail {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds step{200};   // between two questions whether to stop
constexpr std::size_t most_of_few = 64 * 1024, largest_literal = 2'000'000'000;
constexpr int most_lines = 100'000;

/// Asked by libcurl about once a second while it connects: not 0 ends that.
int stop_connecting(void* patience, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& asked = static_cast<const Patience*>(patience)->is_to_stop;
    return asked && asked() ? 1 : 0;
}

/// "{123}" at its end: so many bytes follow.
std::optional<std::size_t> literal_in(std::string_view line) {
    const auto begin = line.rfind('{');
    if (!line.ends_with('}') || begin == std::string_view::npos) return std::nullopt;
    const auto count = base::whole_number_up_to(line.substr(begin + 1, line.size() - begin - 2), 0, largest_literal);
    return count ? std::optional(static_cast<std::size_t>(*count)) : std::nullopt;
}

/// In quotes, as a command takes it. What cannot stand in quotes is no name and no password.
std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0') throw MailboxTrouble("the user or password holds a line break");
        if (c == '"' || c == '\\') made += '\\';
        made += c;
    }
    return made + "\"";
}

}  // namespace

std::string_view mailbox_host_of(std::string_view url) {
    const auto scheme = url.starts_with(safe_scheme) ? safe_scheme : plain_scheme;
    return url.starts_with(scheme) ? url.substr(scheme.size()) : std::string_view();
}

Patience Patience::at_most(milliseconds longest) const { return {std::min(until, steady_clock::now() + longest), is_to_stop}; }

MailLine::MailLine(const MailboxServer& server, const MailboxLimits& limits, const Patience& patience)
    : curl_(curl_easy_init(), curl_easy_cleanup) {
    if (!curl_) throw MailboxTrouble("no memory for a connection");
    const bool is_safe = server.url.starts_with(safe_scheme);
    std::string host(mailbox_host_of(server.url));
    const auto port_at = host.rfind(':');
    const bool has_port = port_at != std::string::npos && host.find(']', port_at) == std::string::npos;
    if (!has_port) host += is_safe ? ":993" : ":143";
    curl_easy_setopt(curl_.get(), CURLOPT_URL, ((is_safe ? "https://" : "http://") + host).c_str());
    curl_easy_setopt(curl_.get(), CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(curl_.get(), CURLOPT_SSL_ENABLE_ALPN, 0L);
    curl_easy_setopt(curl_.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(curl_.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(curl_.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl_.get(), CURLOPT_XFERINFOFUNCTION, stop_connecting);
    curl_easy_setopt(curl_.get(), CURLOPT_XFERINFODATA, &patience);
    const auto came = curl_easy_perform(curl_.get());
    curl_easy_setopt(curl_.get(), CURLOPT_NOPROGRESS, 1L);
    if (came == CURLE_ABORTED_BY_CALLBACK) throw VisitStopped{};
    if (came != CURLE_OK) throw MailboxTrouble(std::string("no connection: ") + curl_easy_strerror(came));
}

void MailLine::send(std::string_view text, const Patience& patience) {
    while (!text.empty()) {
        std::size_t sent = 0;
        const auto came = curl_easy_send(curl_.get(), text.data(), text.size(), &sent);
        if (came == CURLE_OK) text.remove_prefix(sent);
        else if (came == CURLE_AGAIN) wait_for(POLLOUT, patience);
        else throw MailboxTrouble("the connection broke");
    }
}

std::string MailLine::line(std::size_t most, const Patience& patience) {
    for (std::size_t looked_at = 0;;) {
        const auto end = unread_.find("\r\n", looked_at);
        if (std::min(end, unread_.size()) > most) throw MailboxTrouble("the server says more than it may");
        if (end != std::string::npos) {
            auto found = unread_.substr(0, end);
            unread_.erase(0, end + 2);
            return found;
        }
        looked_at = unread_.empty() ? 0 : unread_.size() - 1;
        read_more(patience);
    }
}

std::string MailLine::bytes(std::size_t count, std::size_t kept, const Patience& patience) {
    std::string found;
    while (count > 0) {
        if (unread_.empty()) read_more(patience);
        const auto piece = std::min(count, unread_.size());
        found.append(unread_, 0, std::min(piece, kept - std::min(kept, found.size())));
        unread_.erase(0, piece);
        count -= piece;
    }
    return found;
}

void MailLine::wait_for(short what, const Patience& patience) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(curl_.get(), CURLINFO_ACTIVESOCKET, &socket);
    for (;;) {
        if (patience.is_to_stop && patience.is_to_stop()) throw VisitStopped{};
        const auto left = std::chrono::duration_cast<milliseconds>(patience.until - steady_clock::now());
        if (left.count() <= 0) throw MailboxTrouble("the server does not answer");
        pollfd wanted{socket, what, 0};
        const int ready = ::poll(&wanted, 1, static_cast<int>(std::min(left, step).count()));
        if (ready > 0) return;
    }
}

void MailLine::read_more(const Patience& patience) {
    char piece[16 * 1024];
    std::size_t count = 0;
    // Who always has something to say uses up its time as well.
    if (steady_clock::now() >= patience.until) throw MailboxTrouble("the server does not answer");
    auto came = curl_easy_recv(curl_.get(), piece, sizeof piece, &count);
    if (came == CURLE_AGAIN) {
        wait_for(POLLIN, patience);
        came = curl_easy_recv(curl_.get(), piece, sizeof piece, &count);
        if (came == CURLE_AGAIN) return;
    }
    if (came != CURLE_OK || count == 0) throw MailboxTrouble("the connection broke");
    unread_.append(piece, count);
}

MailSession::MailSession(const MailboxServer& server, const MailboxLimits& limits, const Patience& patience)
    : limits_(limits), patience_(patience), line_(server, limits, patience) {
    const auto greeting = line_.line(most_of_few, patience_.at_most(limits_.answer));
    if (!greeting.starts_with("* OK") && !greeting.starts_with("* PREAUTH"))
        throw MailboxTrouble("the server is no IMAP server");
    if (greeting.starts_with("* OK"))
        ask("LOGIN " + quoted(server.user) + " " + quoted(server.password), "the server refuses the user or the password");
    ask("Select " + quoted(server.folder), "the server does not open the folder");
}

Said MailSession::ask(const std::string& command) {
    const auto tag = "A" + std::to_string(++number_);
    const auto patience = patience_.at_most(limits_.answer);
    line_.send(tag + " " + command + "\r\n", patience);
    return answer_to(tag, command.starts_with("UID FETCH"), patience);
}

Said MailSession::ask(const std::string& command, const std::string& refusal) {
    auto said = ask(command);
    if (!said.is_done) throw MailboxTrouble(refusal);
    return said;
}

Said MailSession::answer_to(const std::string& tag, bool is_fetch, const Patience& patience) {
    Said said;
    std::size_t left = limits_.most_said;
    for (int count = 0; count < most_lines; ++count) {
        auto line = line_.line(left, patience);
        left -= std::min(left, line.size() + 2);
        if (line.starts_with(tag + " ")) {
            said.is_done = line.substr(tag.size() + 1).starts_with("OK");
            return said;
        }
        if (const auto literal = literal_in(line)) {
            if (!is_fetch || said.letter || *literal > limits_.longest_letter + limits_.most_passed_over)
                throw MailboxTrouble("the server sends more than it was asked for");
            said.letter = line_.bytes(*literal, limits_.longest_letter, patience);
            said.is_whole = *literal <= limits_.longest_letter;
        }
        said.lines.push_back(std::move(line));
    }
    throw MailboxTrouble("the server says more than it may");
}

}  // namespace digilots::mail
