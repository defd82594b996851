// A letter read in a child process: both ends. It says fields, each as four bytes of length, the lowest first, and its bytes.
#include <cstring>

#include <iconv.h>

#include "platform/base/reading_child.h"
#include "platform/base/text.h"
#include "platform/mail/incoming.h"

namespace digilots::mail {

namespace {

constexpr std::size_t length_bytes = 4, longest_said = 200'000, most_fields = 30;
constexpr std::size_t fixed_fields = 7;     // before the attachments
constexpr base::ChildMeans means{.memory = 384UL * 1024 * 1024, .seconds = 8};

void add_field(std::string& said, std::string_view field) {
    for (std::size_t byte = 0; byte < length_bytes; ++byte) said += static_cast<char>((field.size() >> (8 * byte)) & 0xff);
    said += field;
}

std::string said_of(const Incoming& letter) {
    std::string said;
    for (const auto* field : {&letter.message_id, &letter.from, &letter.subject, &letter.text, &letter.automatic})
        add_field(said, *field);
    add_field(said, letter.is_cut ? "cut" : "");
    add_field(said, letter.is_unreadable ? "unreadable" : "");
    for (const auto& name : letter.attachments) add_field(said, name);
    return said + "\n";     // its end: who broke before that has said nothing
}

std::optional<std::vector<std::string>> fields_in(std::string_view said) {
    if (!said.ends_with('\n')) return std::nullopt;
    said.remove_suffix(1);
    std::vector<std::string> fields;
    while (!said.empty()) {
        std::size_t size = 0;
        if (said.size() < length_bytes || fields.size() == most_fields) return std::nullopt;
        for (std::size_t byte = length_bytes; byte > 0; --byte) size = (size << 8) | static_cast<unsigned char>(said[byte - 1]);
        said.remove_prefix(length_bytes);
        if (size > said.size() || !base::is_valid_utf8(said.substr(0, size))) return std::nullopt;
        fields.emplace_back(said.substr(0, size));
        said.remove_prefix(size);
    }
    return fields;
}

std::optional<Incoming> letter_in(std::string_view said) {
    auto fields = fields_in(said);
    if (!fields || fields->size() < fixed_fields) return std::nullopt;
    auto& all = *fields;
    Incoming letter{.message_id = all[0], .from = all[1], .subject = all[2], .text = all[3]};
    letter.automatic = all[4];
    letter.is_cut = all[5] == "cut";
    letter.is_unreadable = all[6] == "unreadable";
    letter.attachments.assign(all.begin() + fixed_fields, all.end());
    return letter;
}

/// What other charsets need is in files, which a child cannot open any more: those that letters come in are loaded before.
void load_charsets() {
    for (const char* name : {"iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-9", "iso-8859-10", "iso-8859-15",
                             "windows-1250", "windows-1251", "windows-1252", "windows-1254", "windows-1256", "windows-1257",
                             "koi8-r", "koi8-u", "utf-16", "utf-7", "gb18030", "big5", "shift_jis", "iso-2022-jp", "euc-kr"})
        ::iconv_open("utf-8", name);    // open until the process ends
}

}  // namespace

std::optional<Incoming> read_incoming_apart(std::string_view bytes, const LetterProcess& process) {
    if (bytes.empty() || bytes.size() > longest_incoming) return std::nullopt;
    base::ReadingChild child(process.command, bytes, process.longest);
    std::string said;
    for (;;) {
        const auto piece = child.next();
        if (!piece) return std::nullopt;
        if (piece->empty()) return letter_in(said);
        said += *piece;
        if (said.size() > longest_said) return std::nullopt;
    }
}

bool is_reading_process(int argument_count, const char* const* arguments) {
    return argument_count == 2 && std::strcmp(arguments[1], "read-letter") == 0;
}

int run_reading_process() {
    read_incoming("From: nobody\r\n\r\n");   // what the library loads for itself
    load_charsets();
    base::give_up_what_is_not_needed(means);
    try {
        const auto letter = read_incoming(base::bytes_from_parent());
        return letter && base::say_to_parent(said_of(*letter)) ? 0 : 1;
    } catch (...) {
        return 1;
    }
}

}  // namespace digilots::mail
