#pragma once
// A letter that came in, read from its bytes (MIME, RFC 5322; libgmime stays inside incoming.cpp). Whatever the bytes: bounded in
// time and memory, and nothing is thrown for what somebody else wrote.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::mail {

constexpr std::size_t longest_incoming = std::size_t{1024} * 1024;  // bytes of a letter; longer ones are not read

struct Incoming {
    std::string message_id = {};   // without brackets, "" where it has none
    std::string from = {};         // one address, "" where there is none or several
    std::string subject = {};      // UTF-8, one line, at most 300 characters
    std::string text = {};         // UTF-8: the text part, else the HTML part as text; at most 20 000 characters
    std::vector<std::string> attachments = {};  // names alone, at most 20
    /// Written by a program (a reply that goes out by itself, a bounce, a list, spam): nobody waits for an answer.
    bool is_automatic = false;
};

/// Nothing where the bytes are no letter, or too many.
std::optional<Incoming> read_incoming(std::string_view bytes);

/// What an HTML page says: tags, scripts and styles left out, line breaks where it has some. Never longer than `html`.
std::string text_of_html(std::string_view html);

}  // namespace digilots::mail
