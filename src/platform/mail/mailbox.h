#pragma once
// A mailbox of an IMAP server (RFC 3501), read letter by letter. What is fetched stays unread until somebody says that it is
// kept.
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::mail {

struct MailboxServer {
    std::string url = "";               // "imaps://mail.example.org:993"; "imap://" only on this machine
    std::string user = "", password = "";
    std::string folder = "INBOX";

    bool is_set() const { return !url.empty(); }
};

/// imaps:// with a host, or imap:// on this machine, without user, path or query.
bool is_mailbox_address(std::string_view url);

/// The server cannot be reached, refuses the password, or says what is no IMAP. Never holds the password or a letter's words.
class MailboxTrouble : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct MailboxLimits {
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds answer{60'000};   // to one command
    std::size_t longest_letter = std::size_t{1024} * 1024;  // bytes; of a longer one its beginning
    std::size_t most_letters = 50;              // of one visit
};

struct FetchedLetter {
    std::string bytes;
    bool is_whole = true;   // false: only the beginning of it
};

/// For each letter that nobody has read, the oldest first: fetched, given to `keep`, and marked as read where that says true.
/// What `keep` throws ends the visit and comes out of it, with nothing marked. `is_to_stop` is asked before each. How many
/// were marked.
std::size_t visit_mailbox(const MailboxServer& server, const std::function<bool(const FetchedLetter&)>& keep,
                          const std::function<bool()>& is_to_stop = nullptr, const MailboxLimits& limits = {});

}  // namespace digilots::mail
