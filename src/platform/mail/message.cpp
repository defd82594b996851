#include "platform/mail/message.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "platform/base/base64.h"
#include "platform/base/clock_time.h"
#include "platform/base/email.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace digilots::mail {

namespace {

constexpr std::size_t longest_line = 76, longest_message_id = 250;
constexpr std::string_view line_end = "\r\n";

bool is_plain(unsigned char c) {
    return c > 32 && c < 127;
}

std::string date_of(base::Instant instant) {
    constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto civil = base::to_civil(instant, "UTC");
    const auto month = static_cast<std::size_t>(static_cast<unsigned>(civil.date.month()) - 1);
    return std::string(days[static_cast<std::size_t>(civil.weekday)]) + ", " +
           base::two_digits(static_cast<int>(static_cast<unsigned>(civil.date.day()))) + " " + months[month] + " " +
           std::to_string(static_cast<int>(civil.date.year())) + " " + base::clock_time(civil.hour, civil.minute) +
           ":" + base::two_digits(civil.second) + " +0000";
}

/// Where a piece of at most `most` bytes ends without cutting a character.
std::size_t end_of_piece(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end == 0 ? most : end;
}

/// Words of RFC 2047 with 39 bytes each, folded.
std::string encoded_words(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const auto end = end_of_piece(text, 39);
        words += (words.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base::to_base64(text.substr(0, end)) + "?=");
        text.remove_prefix(end);
    }
    return words;
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 32 || c == 127; }, ' ');
    return std::string(base::trim(line));
}

std::string subject_of(std::string_view text) {
    const auto line = one_line(text);
    const bool is_short = line.size() <= longest_line - std::string_view("Subject: ").size();
    const bool is_ascii = std::ranges::all_of(line, [](unsigned char c) { return is_plain(c) || c == ' '; });
    // What looks like an encoded word would be read as one.
    return is_short && is_ascii && line.find("=?") == std::string::npos ? line : encoded_words(line);
}

/// One line of a text, quoted-printable, in as many lines as it takes.
std::string quoted(std::string_view line) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    std::size_t width = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto c = static_cast<unsigned char>(line[at]);
        const bool is_last = at + 1 == line.size();
        const bool begins_oddly =
            width == 0 && (c == '.' || c == 'F');  // "From " is changed by some servers on their way
        const bool is_kept = (is_plain(c) && c != '=' && !begins_oddly) || (c == ' ' && !is_last);
        const std::string piece =
            is_kept ? std::string(1, line[at]) : std::string{'=', digits[c >> 4], digits[c & 15]};
        if (width + piece.size() > longest_line - 1) {
            text += "=\r\n";
            width = 0;
            --at;
            continue;
        }
        text += piece;
        width += piece.size();
    }
    return text;
}

std::string quoted_text(std::string_view text) {
    std::string body;
    if (text.ends_with('\n')) text.remove_suffix(1);
    for (auto line : base::split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        body += quoted(line);
        body += line_end;
    }
    return body;
}

std::string header(std::string_view name, std::string_view value) {
    return std::string(name) + ": " + std::string(value) + std::string(line_end);
}

/// By which programs put it under what it answers.
std::string answered_by(const std::string& id) {
    std::string headers;
    for (const std::string name : {"In-Reply-To:", "References:"}) {
        const bool fits = name.size() + id.size() + 3 <= longest_line;
        headers += name + (fits ? " <" : "\r\n <") + id + ">" + std::string(line_end);
    }
    return headers;
}

}  // namespace

bool is_reachable(std::string_view address) {
    return base::fault_of_email(address) == base::EmailFault::none &&
           std::ranges::all_of(address, [](unsigned char c) { return is_plain(c); });
}

bool is_message_id(std::string_view id) {
    const auto at = id.find('@');
    const auto may_stand = [](char c) {
        return is_plain(static_cast<unsigned char>(c)) && !std::string_view("<>()\\\",;").contains(c);
    };
    return id.size() <= longest_message_id && at != id.npos && at > 0 && at + 1 < id.size() && at == id.rfind('@') &&
           std::ranges::all_of(id, may_stand);
}

std::string_view domain_of(std::string_view address) {
    return address.substr(address.rfind('@') + 1);
}

std::string compose(const Message& message) {
    ENSURE(is_reachable(message.from) && is_reachable(message.to));
    const auto is_word = [](unsigned char c) { return is_plain(c) && c != '<' && c != '>' && c != '@'; };
    ENSURE(!message.id.empty() && std::ranges::all_of(message.id, is_word));
    ENSURE(std::ranges::all_of(message.language, is_word));
    ENSURE(message.answers.empty() || is_message_id(message.answers));
    return header("Date", date_of(message.written)) + header("From", "Digilots <" + message.from + ">") +
           header("To", message.to) + header("Subject", subject_of(message.subject)) +
           header("Message-ID", "<" + message.id + "@" + std::string(domain_of(message.from)) + ">") +
           (message.answers.empty() ? "" : answered_by(message.answers)) + header("MIME-Version", "1.0") +
           header("Content-Type", "text/plain; charset=UTF-8") +
           header("Content-Transfer-Encoding", "quoted-printable") +
           (message.language.empty() ? "" : header("Content-Language", message.language)) +
           header("Auto-Submitted", "auto-generated") + std::string(line_end) + quoted_text(message.text);
}

}  // namespace digilots::mail
