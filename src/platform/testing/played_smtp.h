#pragma once
// A mail server as a test wants it: on a free loopback port, any number of connections at once, well or badly
// behaved.
#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::testing {

/// How a connection goes. Those after the last one named go as usual.
enum class SmtpManner {
    usual,
    silent,             // takes the connection and never says anything
    silent_after_data,  // … nothing after the final dot, although the letter is kept
    refuses_address,    // 550 5.1.1 to RCPT, with the address in it
    refuses_letter,     // 554 after the final dot
    greylists,          // 451 to RCPT
    busy_after_data,    // 452 after the final dot
    drops_in_data,      // takes the beginning of the letter and closes
    drops_after_dot,    // keeps the letter and closes without an answer
    garbage,            // what is no SMTP, without end
    huge_lines,         // a greeting without end of line
    refuses_password,   // 535
    refuses_sender,     // 553 to MAIL
    garbled_answer,     // keeps the letter and answers what is no SMTP
};

struct ReceivedMail {
    std::string sender, recipient;
    std::string bytes;         // without dots added on the way
    bool is_promised = false;  // the client got 250 for it
};

class PlayedSmtp {
public:
    explicit PlayedSmtp(std::vector<SmtpManner> manners = {});
    ~PlayedSmtp();
    PlayedSmtp(const PlayedSmtp&) = delete;
    PlayedSmtp& operator=(const PlayedSmtp&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    /// All letters that came with their final dot and were kept, in order.
    std::vector<ReceivedMail> received() const;
    std::size_t connections() const { return count_; }
    /// What came as user and password, decoded ("\0user\0password").
    std::vector<std::string> logins() const;

private:
    void serve();
    void talk(int connection, SmtpManner manner);
    bool take_letter(int connection, SmtpManner manner, std::string& unread, ReceivedMail mail);

    const std::vector<SmtpManner> manners_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<std::size_t> count_{0};
    std::atomic<bool> stopping_{false};
    mutable base::Mutex mutex_;
    std::vector<ReceivedMail> received_ GUARDED_BY(mutex_);
    std::vector<std::string> logins_ GUARDED_BY(mutex_);
    std::vector<std::jthread> talks_;
    std::jthread thread_;
};

/// A letter's bytes as a mail program reads them.
struct ReadMail {
    explicit ReadMail(const std::string& bytes);
    std::string subject, text, message_id, to;
    std::string in_reply_to, references;   // with their brackets
    /// The first word of the text that begins so: "http".
    std::string word(const std::string& beginning) const;
};

}  // namespace digilots::testing
