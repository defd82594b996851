#pragma once
// Bytes to and from a mail server, and the commands of IMAP on them, within limits of time and size. For mailbox.cpp.
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/mail/mailbox.h"

namespace digilots::mail {

using Moment = std::chrono::steady_clock::time_point;

/// Whoever visits has been asked to stop.
struct VisitStopped {};

/// Until when, and whether to stop before.
struct Patience {
    Moment until;
    const std::function<bool()>& is_to_stop;

    /// The earlier of both.
    Patience at_most(std::chrono::milliseconds longest) const;
};

/// Over TLS where it is not on this machine. Throws MailboxTrouble and VisitStopped.
class MailLine {
public:
    MailLine(const MailboxServer& server, const MailboxLimits& limits, const Patience& patience);
    void send(std::string_view text, const Patience& patience);
    /// Up to and without the line end; longer than `most` is trouble.
    std::string line(std::size_t most, const Patience& patience);
    /// The first `kept` of so many bytes; the others are passed over and take no memory.
    std::string bytes(std::size_t count, std::size_t kept, const Patience& patience);

private:
    void wait_for(short what, const Patience& patience);
    void read_more(const Patience& patience);

    std::unique_ptr<void, void (*)(void*)> curl_;   // libcurl's handle
    std::string unread_;
};

struct Said {
    bool is_done = false;               // "OK"; else the server refuses
    std::vector<std::string> lines;     // "* SEARCH 4 5"
    std::optional<std::string> letter;  // its bytes, at most MailboxLimits::longest_letter
    bool is_whole = true;
};

class MailSession {
public:
    /// Logged in, with the folder open.
    MailSession(const MailboxServer& server, const MailboxLimits& limits, const Patience& patience);
    /// Trouble where the answer is more than it may be, or none comes. Only a fetch may have a letter in its answer.
    Said ask(const std::string& command);
    /// Trouble also where the server refuses.
    Said ask(const std::string& command, const std::string& refusal);

private:
    Said answer_to(const std::string& tag, bool is_fetch, const Patience& patience);

    const MailboxLimits& limits_;
    const Patience patience_;
    MailLine line_;
    int number_ = 0;
};

/// "imaps://" and the rest; the host with its port, where it has one.
inline constexpr std::string_view safe_scheme = "imaps://", plain_scheme = "imap://";
std::string_view mailbox_host_of(std::string_view url);

}  // namespace digilots::mail
