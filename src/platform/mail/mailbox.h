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
    std::chrono::milliseconds answer{60'000};   // to one command, all of it
    std::chrono::milliseconds visit{300'000};   // all of it
    std::size_t longest_letter = std::size_t{1024} * 1024;  // bytes; of a longer one its beginning
    std::size_t most_letters = 50;              // marked in one visit; four times as many are looked at
    std::size_t most_said = std::size_t{2} * 1024 * 1024;   // bytes of lines in the answer to one command
    std::size_t most_passed_over = std::size_t{64} * 1024 * 1024;  // bytes behind a letter's beginning, where they come
};

struct FetchedLetter {
    std::string bytes;
    bool is_whole = true;   // false: only the beginning of it
};

/// What is done with a letter: it is kept and marked as read; it stays unread and the visit goes on, or ends.
enum class Keeping { kept, later, end };

struct Visit {
    std::size_t marked = 0;
    std::size_t put_off = 0;            // Keeping::later
    std::size_t troubled = 0;           // the server did not give or mark them; they stay unread
    std::string trouble = "";           // of the last of them, or why the visit ended before its end
    std::vector<std::string> last = {}; // numbers of those that stay unread: to be looked at behind all others next time
};

/// For each letter that nobody has read, the oldest first, those in `last` behind all others: fetched, given to `keep`, and
/// marked as read where that says so. One that the server does not give is passed over. What `keep` throws ends the visit and
/// comes out of it, with nothing marked. `is_to_stop` is asked several times a second, also while the server is silent: the
/// visit ends then. MailboxTrouble where no letter could be looked at.
Visit visit_mailbox(const MailboxServer& server, const std::function<Keeping(const FetchedLetter&)>& keep,
                    const std::function<bool()>& is_to_stop = nullptr, const MailboxLimits& limits = {},
                    const std::vector<std::string>& last = {});

/// How many letters nobody has read; none is touched. MailboxTrouble.
std::size_t count_unread(const MailboxServer& server, const MailboxLimits& limits = {});

}  // namespace digilots::mail
