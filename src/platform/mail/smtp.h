#pragma once
// One letter to one mail server (libcurl stays inside smtp.cpp). Bounded in time and in what a server may say.
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace digilots::mail {

/// The mail server of the installation. Without a url nothing can be sent.
struct Server {
    std::string url = "";  // "smtp://mail.example.org:587" (STARTTLS), "smtps://mail.example.org:465"
    std::string user = "", password = "";
    std::string from = "";  // is_reachable()
    bool needs_tls = true;  // false: smtp:// without TLS, for a server on this machine

    bool is_set() const { return !url.empty(); }
};

/// smtp:// or smtps:// with a host, without user, path or query.
bool is_server_address(std::string_view url);
/// On this machine: 127.…, ::1 or localhost.
bool is_on_this_machine(std::string_view url);

struct Limits {
    std::chrono::milliseconds connect{15'000};
    std::chrono::milliseconds letter{60'000};  // from the beginning until everything but the final dot is sent
    std::chrono::milliseconds whole{300'000};  // with the answer: servers examine what they get before they give it
};

/// Whether to end soon; nothing: never. Asked about once a second until the exchange has ended; must not throw.
using Stopping = std::function<bool()>;

enum class Delivery {
    taken,       // the server has said so
    refused,     // for good: this address, or this letter
    later,       // the server asks to come back, or the connection broke before the letter was whole
    trouble,     // the server takes none of our letters now: no connection, no TLS, wrong password
    unanswered,  // the letter was whole, and the server did not say whether it has it
};

struct Answer {
    Delivery delivery = Delivery::trouble;
    std::string reason;  // for the operator, with the server's code; never an address
};

struct Envelope {
    std::string from, to;  // is_reachable()
    std::string message;   // of compose()
};

/// Waits for the end. `may_end` is asked once, when everything but the final dot has been sent: where it says no (or
/// throws) the connection is closed, and the server does not have the letter.
Answer deliver(const Server& server, const Envelope& envelope, const std::function<bool()>& may_end,
               const Stopping& stopping = nullptr, const Limits& limits = {});

}  // namespace digilots::mail
