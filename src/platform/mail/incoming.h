#pragma once
// A letter that came in, read from its bytes (MIME, RFC 5322; libgmime stays inside incoming.cpp and sees one part at a time,
// with few and short headers). Whatever the bytes: bounded in time and memory, and nothing is thrown for what somebody wrote.
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::mail {

constexpr std::size_t longest_incoming = std::size_t{1024} * 1024;  // bytes of a letter; longer ones are not read

struct Incoming {
    std::string message_id = {};   // without brackets, "" where it has none
    std::string from = {};         // one address, "" where there is none, several, or one that cannot be understood
    std::string subject = {};      // UTF-8, one line, at most 300 characters
    std::string text = {};         // UTF-8: all text parts, HTML as text where there is no other; at most 20 000 characters
    std::vector<std::string> attachments = {};  // names alone, at most 20; letters inside the letter among them
    bool is_cut = false;           // it holds more text, or may, than stands here
    bool is_unreadable = false;    // nothing of its text is in a form that is read here (UTF-16 as it is, not in base64)
    /// Written by a program (a reply that goes out by itself, a bounce, a list, spam): nobody waits for an answer. By what it
    /// was known, a fixed word ("answers_itself", "list", "report", "spam", "program"); "" where a person wrote it.
    std::string automatic = {};
};

/// Nothing where there are no bytes, or too many.
std::optional<Incoming> read_incoming(std::string_view bytes);

/// Where letters are read: a child process, in which a letter that breaks its reader breaks nothing else.
struct LetterProcess {
    /// This program once more; its main() asks is_reading_process() first.
    std::vector<std::string> command = {"/proc/self/exe", "read-letter"};
    std::chrono::milliseconds longest{10'000};
};
/// The same, read in such a child. Nothing also where the child did not come to its end.
std::optional<Incoming> read_incoming_apart(std::string_view bytes, const LetterProcess& process = {});
/// Whether this process was started to read a letter.
bool is_reading_process(int argument_count, const char* const* arguments);
/// Reads the letter that is its standard input, writes what it says to its standard output; what main() returns.
int run_reading_process();

/// What an HTML page says: tags, comments, scripts and styles left out, line breaks where it has some. Never longer than `html`.
std::string text_of_html(std::string_view html);
/// "850709&#45;9805" of a letter that is no HTML as it is read: nothing of a person is kept because a program wrote a sign so.
std::string with_numbered_signs(std::string_view plain);

}  // namespace digilots::mail
