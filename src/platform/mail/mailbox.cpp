#include "platform/mail/mailbox.h"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>
#include <memory>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::mail {

namespace {

constexpr std::size_t longest_said_line = 64 * 1024, most_lines = 10'000;
constexpr int most_numbers = 100'000;
constexpr std::string_view safe_scheme = "imaps://", plain_scheme = "imap://";

std::string_view host_of(std::string_view url) {
    const auto scheme = url.starts_with(safe_scheme) ? safe_scheme : plain_scheme;
    return url.starts_with(scheme) ? url.substr(scheme.size()) : std::string_view();
}

bool is_here(std::string_view host) {
    return host.starts_with("127.0.0.1:") || host.starts_with("[::1]:") || host.starts_with("localhost:");
}

/// Bytes to and from a server, over TLS where it is not on this machine.
class Line {
public:
    Line(const MailboxServer& server, const MailboxLimits& limits) : limits_(limits), curl_(curl_easy_init(), curl_easy_cleanup) {
        if (!curl_) throw MailboxTrouble("no memory for a connection");
        const bool is_safe = server.url.starts_with(safe_scheme);
        std::string host(host_of(server.url));
        const auto port_at = host.rfind(':');
        const bool has_port = port_at != std::string::npos && host.find(']', port_at) == std::string::npos;
        if (!has_port) host += is_safe ? ":993" : ":143";
        curl_easy_setopt(curl_.get(), CURLOPT_URL, ((is_safe ? "https://" : "http://") + host).c_str());
        curl_easy_setopt(curl_.get(), CURLOPT_CONNECT_ONLY, 1L);
        curl_easy_setopt(curl_.get(), CURLOPT_SSL_ENABLE_ALPN, 0L);
        curl_easy_setopt(curl_.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl_.get(), CURLOPT_PROXY, "");
        curl_easy_setopt(curl_.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
        const auto came = curl_easy_perform(curl_.get());
        if (came != CURLE_OK) throw MailboxTrouble(std::string("no connection: ") + curl_easy_strerror(came));
    }

    void send(std::string_view text) {
        const auto until = std::chrono::steady_clock::now() + limits_.answer;
        while (!text.empty()) {
            std::size_t sent = 0;
            const auto came = curl_easy_send(curl_.get(), text.data(), text.size(), &sent);
            if (came == CURLE_OK) text.remove_prefix(sent);
            else if (came == CURLE_AGAIN) wait_for(POLLOUT, until);
            else throw MailboxTrouble("the connection broke");
        }
    }
    /// Up to and without the line end.
    std::string line() {
        const auto until = std::chrono::steady_clock::now() + limits_.answer;
        for (;;) {
            const auto end = unread_.find("\r\n");
            if (end != std::string::npos) {
                auto found = unread_.substr(0, end);
                unread_.erase(0, end + 2);
                return found;
            }
            if (unread_.size() > longest_said_line) throw MailboxTrouble("the server says lines without end");
            read_more(until);
        }
    }
    std::string bytes(std::size_t count) {
        const auto until = std::chrono::steady_clock::now() + limits_.answer;
        while (unread_.size() < count) read_more(until);
        auto found = unread_.substr(0, count);
        unread_.erase(0, count);
        return found;
    }

private:
    using Moment = std::chrono::steady_clock::time_point;

    void wait_for(short what, Moment until) {
        curl_socket_t socket = CURL_SOCKET_BAD;
        curl_easy_getinfo(curl_.get(), CURLINFO_ACTIVESOCKET, &socket);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd wanted{socket, what, 0};
        if (left.count() <= 0 || ::poll(&wanted, 1, static_cast<int>(left.count())) <= 0)
            throw MailboxTrouble("the server does not answer");
    }
    void read_more(Moment until) {
        char piece[16 * 1024];
        std::size_t count = 0;
        auto came = curl_easy_recv(curl_.get(), piece, sizeof piece, &count);
        if (came == CURLE_AGAIN) {
            wait_for(POLLIN, until);
            came = curl_easy_recv(curl_.get(), piece, sizeof piece, &count);
            if (came == CURLE_AGAIN) return;
        }
        if (came != CURLE_OK || count == 0) throw MailboxTrouble("the connection broke");
        unread_.append(piece, count);
    }

    const MailboxLimits& limits_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
    std::string unread_;
};

/// "{123}" at its end: so many bytes follow.
std::optional<std::size_t> literal_in(std::string_view line) {
    const auto begin = line.rfind('{');
    if (!line.ends_with('}') || begin == std::string_view::npos) return std::nullopt;
    const auto count = base::whole_number_up_to(line.substr(begin + 1, line.size() - begin - 2), 0, 100'000'000);
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

struct Said {
    std::vector<std::string> lines;     // "* SEARCH 4 5"
    std::vector<std::string> literals;
};

class Session {
public:
    Session(const MailboxServer& server, const MailboxLimits& limits) : limits_(limits), line_(server, limits) {
        const auto greeting = line_.line();
        if (!greeting.starts_with("* OK") && !greeting.starts_with("* PREAUTH"))
            throw MailboxTrouble("the server is no IMAP server");
        if (greeting.starts_with("* OK"))
            ask("LOGIN " + quoted(server.user) + " " + quoted(server.password), "the server refuses the user or the password");
        ask("Select " + quoted(server.folder), "the server does not open the folder");
    }

    Said ask(const std::string& command, const std::string& refusal) {
        const auto tag = "A" + std::to_string(++number_);
        line_.send(tag + " " + command + "\r\n");
        Said said;
        for (std::size_t count = 0; count < most_lines; ++count) {
            auto line = line_.line();
            if (line.starts_with(tag + " ")) {
                if (!line.substr(tag.size() + 1).starts_with("OK")) throw MailboxTrouble(refusal);
                return said;
            }
            if (const auto literal = literal_in(line)) {
                if (*literal > limits_.longest_letter + 1024) throw MailboxTrouble("the server sends more than it was asked for");
                said.literals.push_back(line_.bytes(*literal));
            }
            said.lines.push_back(std::move(line));
        }
        throw MailboxTrouble("the server says too much");
    }

private:
    const MailboxLimits& limits_;
    Line line_;
    int number_ = 0;
};

std::vector<std::string> numbers_in(const Said& said) {
    std::vector<std::string> numbers;
    for (const auto& line : said.lines) {
        if (!line.starts_with("* SEARCH")) continue;
        for (const auto word : base::split(std::string_view(line).substr(8), ' ')) {
            const bool is_number = !word.empty() && word.size() <= 10 && std::ranges::all_of(word, base::is_digit);
            if (is_number && numbers.size() < static_cast<std::size_t>(most_numbers)) numbers.emplace_back(word);
        }
    }
    return numbers;
}

/// "RFC822.SIZE 4711"
std::size_t size_in(const Said& said) {
    constexpr std::string_view name = "RFC822.SIZE ";
    for (const std::string_view line : said.lines) {
        const auto at = line.find(name);
        if (at == std::string_view::npos) continue;
        const auto rest = line.substr(at + name.size());
        const auto digits = rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
        if (const auto size = base::whole_number_up_to(digits, 0, 2'000'000'000)) return static_cast<std::size_t>(*size);
    }
    return 0;
}

}  // namespace

bool is_mailbox_address(std::string_view url) {
    const auto host = host_of(url);
    if (host.empty() || host.find_first_of("/@?# \t\r\n") != std::string_view::npos) return false;
    return url.starts_with(safe_scheme) || is_here(host);
}

std::size_t visit_mailbox(const MailboxServer& server, const std::function<bool(const FetchedLetter&)>& keep,
                          const std::function<bool()>& is_to_stop, const MailboxLimits& limits) {
    if (!is_mailbox_address(server.url)) throw MailboxTrouble("the address is none of a mailbox");
    Session session(server, limits);
    std::size_t marked = 0, looked_at = 0;
    for (const auto& number : numbers_in(session.ask("UID SEARCH UNSEEN", "the server does not search"))) {
        if (++looked_at > limits.most_letters || (is_to_stop && is_to_stop())) break;
        const auto size =
            size_in(session.ask("UID FETCH " + number + " (RFC822.SIZE)", "the server does not tell a letter's size"));
        const bool is_whole = size <= limits.longest_letter;
        const auto part = is_whole ? std::string("[]") : "[]<0." + std::to_string(64 * 1024) + ">";
        const auto said = session.ask("UID FETCH " + number + " (BODY.PEEK" + part + ")", "the server does not give a letter");
        if (said.literals.empty()) continue;    // gone meanwhile
        if (!keep({said.literals.front(), is_whole})) continue;
        session.ask("UID STORE " + number + " +FLAGS.SILENT (\\Seen)", "the server does not mark a letter as read");
        ++marked;
    }
    session.ask("LOGOUT", "the server does not take leave");
    return marked;
}

}  // namespace digilots::mail
