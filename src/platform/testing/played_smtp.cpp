#include "platform/testing/played_smtp.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "platform/base/ensure.h"

namespace digilots::testing {

namespace {

bool wait_for_bytes(int descriptor, const std::atomic<bool>& stopping) {
    while (!stopping) {
        pollfd wanted{descriptor, POLLIN, 0};
        if (::poll(&wanted, 1, 20) > 0) return true;
    }
    return false;
}

bool say(int connection, const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

bool read_more(int connection, const std::atomic<bool>& stopping, std::string& unread) {
    std::array<char, 4096> piece;
    if (!wait_for_bytes(connection, stopping)) return false;
    const auto count = ::recv(connection, piece.data(), piece.size(), 0);
    if (count <= 0) return false;
    unread.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

/// Up to and without `end`; false where the client has left.
bool read_until(int connection, const std::atomic<bool>& stopping, const std::string& end, std::string& unread,
                std::string& taken) {
    std::size_t at = std::string::npos;
    while ((at = unread.find(end)) == std::string::npos) {
        if (!read_more(connection, stopping, unread)) return false;
    }
    taken = unread.substr(0, at);
    unread.erase(0, at + end.size());
    return true;
}

std::string between(const std::string& line, char begin, char end) {
    const auto from = line.find(begin) + 1;
    return line.substr(from, line.find(end, from) - from);
}

std::string decode_base64(const std::string& text) {
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const auto value = digits.find(c);
        if (value == std::string::npos) break;
        bits = bits << 6 | static_cast<unsigned>(value);
        held += 6;
        if (held >= 8) bytes += static_cast<char>(bits >> (held -= 8) & 255);
    }
    return bytes;
}

std::string without_added_dots(std::string text) {
    if (text.starts_with("..")) text.erase(0, 1);
    for (auto at = text.find("\r\n.."); at != std::string::npos; at = text.find("\r\n..", at + 3))
        text.erase(at + 2, 1);
    return text;
}

/// Until the client leaves.
void babble(int connection, const std::atomic<bool>& stopping, const std::string& what) {
    while (!stopping && say(connection, what)) {
    }
}

}  // namespace

PlayedSmtp::PlayedSmtp(std::vector<SmtpManner> manners) : manners_(std::move(manners)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    ENSURE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(listener_, 64) == 0);
    ENSURE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
}

PlayedSmtp::~PlayedSmtp() {
    stopping_ = true;
    thread_.join();
    talks_.clear();
    ::close(listener_);
}

std::vector<ReceivedMail> PlayedSmtp::received() const {
    const base::Lock lock(mutex_);
    return received_;
}

std::vector<std::string> PlayedSmtp::logins() const {
    const base::Lock lock(mutex_);
    return logins_;
}

void PlayedSmtp::serve() {
    while (wait_for_bytes(listener_, stopping_)) {
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0) continue;
        const std::size_t number = count_++;
        const auto manner = number < manners_.size() ? manners_[number] : SmtpManner::usual;
        talks_.emplace_back([this, connection, manner] {
            talk(connection, manner);
            ::close(connection);
        });
    }
}

void PlayedSmtp::talk(int connection, SmtpManner manner) {
    std::string unread, line;
    if (manner == SmtpManner::silent) {
        read_more(connection, stopping_, unread);  // the client leaves
        return;
    }
    if (manner == SmtpManner::garbage) return babble(connection, stopping_, "HTTP/1.1 200 OK\r\n\x01\x02\xff\r\n");
    if (manner == SmtpManner::huge_lines) return babble(connection, stopping_, std::string(4096, '2'));
    if (!say(connection, "220 played.example ESMTP\r\n")) return;
    ReceivedMail mail;
    while (read_until(connection, stopping_, "\r\n", unread, line)) {
        if (line.starts_with("EHLO")) {
            say(connection, "250-played.example\r\n250-SIZE 1000000\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n");
        } else if (line.starts_with("AUTH PLAIN")) {
            if (line.size() < 12) {
                say(connection, "334 \r\n");
                if (!read_until(connection, stopping_, "\r\n", unread, line)) return;
            } else {
                line.erase(0, 11);
            }
            {
                const base::Lock lock(mutex_);
                logins_.push_back(decode_base64(line));
            }
            say(connection, manner == SmtpManner::refuses_password ? "535 5.7.8 no\r\n" : "235 2.7.0 yes\r\n");
        } else if (line.starts_with("MAIL")) {
            mail.sender = between(line, '<', '>');
            say(connection, manner == SmtpManner::refuses_sender ? "553 5.7.1 not you\r\n" : "250 2.1.0 yes\r\n");
        } else if (line.starts_with("RCPT")) {
            mail.recipient = between(line, '<', '>');
            say(connection, manner == SmtpManner::refuses_address
                                ? "550 5.1.1 <" + mail.recipient + "> is not known here\r\n"
                            : manner == SmtpManner::greylists ? "451 4.7.1 come back in a while\r\n"
                                                              : "250 2.1.5 yes\r\n");
        } else if (line == "DATA") {
            if (!take_letter(connection, manner, unread, mail)) return;
        } else if (line == "QUIT") {
            say(connection, "221 2.0.0 bye\r\n");
            return;
        } else {
            say(connection, "500 5.5.1 what?\r\n");
        }
    }
}

/// False where the connection is over.
bool PlayedSmtp::take_letter(int connection, SmtpManner manner, std::string& unread, ReceivedMail mail) {
    say(connection, "354 go on\r\n");
    if (manner == SmtpManner::drops_in_data) {
        read_more(connection, stopping_, unread);
        return false;
    }
    if (!read_until(connection, stopping_, "\r\n.\r\n", unread, mail.bytes)) return false;
    mail.bytes = without_added_dots(mail.bytes + "\r\n");
    if (manner == SmtpManner::refuses_letter) return say(connection, "554 5.7.1 not such letters\r\n");
    if (manner == SmtpManner::busy_after_data) return say(connection, "452 4.3.1 no room now\r\n");
    const bool breaks = manner == SmtpManner::drops_after_dot || manner == SmtpManner::silent_after_data ||
                        manner == SmtpManner::garbled_answer;
    mail.is_promised = !breaks;
    {
        const base::Lock lock(mutex_);
        received_.push_back(mail);
    }
    if (manner == SmtpManner::drops_after_dot) return false;
    if (manner == SmtpManner::silent_after_data) return read_more(connection, stopping_, unread) && false;
    if (manner == SmtpManner::garbled_answer) return say(connection, "\x01\xff yes, no\r\n") && false;
    return say(connection, "250 2.0.0 kept\r\n");
}

ReadMail::ReadMail(const std::string& bytes) {
    const auto end = bytes.find("\r\n\r\n");
    std::string head = bytes.substr(0, end + 2);
    for (auto at = head.find("\r\n "); at != std::string::npos; at = head.find("\r\n ", at)) head.erase(at, 3);
    const auto value = [&](const std::string& name) {
        const auto at = ("\r\n" + head).find("\r\n" + name + ": ");
        return at == std::string::npos
                   ? ""
                   : head.substr(at + name.size() + 2, head.find("\r\n", at) - at - name.size() - 2);
    };
    const auto value_below = [&](const std::string& name) {     // on the name's line or on the next one
        const auto all = "\r\n" + bytes.substr(0, end + 2);
        const auto at = all.find("\r\n" + name + ":");
        if (at == std::string::npos) return std::string();
        const auto from = all.find('<', at);
        return all.substr(from, all.find("\r\n", from) - from);
    };
    in_reply_to = value_below("In-Reply-To");
    references = value_below("References");
    message_id = value("Message-ID");
    to = value("To");
    subject = value("Subject");
    if (subject.starts_with("=?UTF-8?B?")) {
        std::string words;
        for (std::size_t at = 0; (at = subject.find("=?UTF-8?B?", at)) != std::string::npos;) {
            at += 10;
            words += decode_base64(subject.substr(at, subject.find("?=", at) - at));
        }
        subject = words;
    }
    const std::string body = bytes.substr(end + 4);
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] == '\r') continue;
        if (body[at] != '=') {
            text += body[at];
        } else if (body[at + 1] == '\r') {
            at += 2;
        } else {
            text += static_cast<char>(std::strtol(body.substr(at + 1, 2).c_str(), nullptr, 16));
            at += 2;
        }
    }
}

std::string ReadMail::word(const std::string& beginning) const {
    const auto at = text.find(beginning);
    return at == std::string::npos ? "" : text.substr(at, text.find_first_of(" \n", at) - at);
}

}  // namespace digilots::testing
