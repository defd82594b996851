#include "platform/mail/incoming.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "platform/mail/letter_parts.h"

namespace digilots::mail {

namespace {

constexpr std::size_t most_subject = 300, most_text = 20'000, most_attachments = 20, longest_name = 100, longest_part = 200'000,
                      longest_boundary = 200, most_parts = 200, longest_from = 2'000;
constexpr int deepest = 8;

struct Unref {
    void operator()(gpointer object) const {
        if (object) g_object_unref(object);
    }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;

void start_once() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

std::string text_or_empty(const char* text) { return text ? std::string(text) : std::string(); }

/// Valid UTF-8 of one line.
std::string one_line(const char* text, std::size_t most) {
    auto line = base::clean(text_or_empty(text));
    std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return base::cut(line, most);
}

/// "no-reply@…", "mailer-daemon@…", "bounce7@…": nobody reads what is sent there. "bouncer@…" is somebody.
bool is_of_a_program(std::string_view address) {
    constexpr std::string_view names[] = {"mailer-daemon", "postmaster",   "no-reply",   "noreply",
                                          "no_reply",      "do-not-reply", "donotreply", "bounces", "bounce"};
    const auto lower = base::ascii_lower(address);
    return std::ranges::any_of(names, [&](std::string_view name) {
        if (!lower.starts_with(name)) return false;
        const char after = lower.size() > name.size() ? lower[name.size()] : '@';
        return std::string_view("@-+.").contains(after) || (name.starts_with("bounce") && base::is_digit(after));
    });
}

/// "text/html" of a Content-Type, and what else it says.
struct Type {
    std::string name = "text/plain", boundary;
    bool is(std::string_view beginning) const { return name.starts_with(beginning); }
};

Type type_of(const Headers& headers) {
    Type type;
    const std::string written(headers.find("content-type"));
    if (written.empty()) return type;
    const Held<GMimeContentType> parsed(g_mime_content_type_parse(nullptr, written.c_str()));
    if (!parsed) return type;
    type.name = base::ascii_lower(text_or_empty(g_mime_content_type_get_media_type(parsed.get())) + "/" +
                                  text_or_empty(g_mime_content_type_get_media_subtype(parsed.get())));
    type.boundary = text_or_empty(g_mime_content_type_get_parameter(parsed.get(), "boundary"));
    return type;
}

std::string automatic_by(const Headers& headers, const std::string& from) {
    const auto value = [&](const char* name) { return base::ascii_lower(headers.find(name)); };
    const auto submitted = value("auto-submitted"), precedence = value("precedence");
    if (!submitted.empty() && submitted != "no" && !submitted.starts_with("no ") && !submitted.starts_with("no;"))
        return "answers_itself";
    if (precedence == "auto_reply") return "answers_itself";
    for (const char* name : {"x-autoreply", "x-autorespond", "x-auto-response-suppress"})
        if (!headers.find(name).empty()) return "answers_itself";
    for (const char* one : {"bulk", "list", "junk"})
        if (precedence == one) return "list";
    for (const char* name : {"list-id", "list-unsubscribe"})
        if (!headers.find(name).empty()) return "list";
    if (value("x-spam-flag") == "yes") return "spam";
    if (value("return-path") == "<>" || type_of(headers).name == "multipart/report") return "report";
    return is_of_a_program(from) ? "program" : "";
}

/// One address, or "". Groups within groups, and lists without end, go to no library: they would go through it in depth.
std::string only_sender(std::string_view from) {
    const auto colons = std::ranges::count(from, ':');
    if (from.empty() || from.size() > longest_from || colons > 1) return "";
    const std::string written(from);
    const Held<InternetAddressList> senders(internet_address_list_parse(nullptr, written.c_str()));
    if (!senders || internet_address_list_length(senders.get()) != 1) return "";
    auto* sender = internet_address_list_get_address(senders.get(), 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(sender)) return "";
    return one_line(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)), most_subject);
}

/// A part that is none of parts, as the library reads it.
Held<GMimeObject> read_part(const Entity& entity) {
    std::string bytes;
    for (const auto& [name, value] : entity.headers.all)
        if (name.starts_with("content-")) bytes += name + ": " + value + "\r\n";
    bytes += "\r\n";
    bytes += entity.body;
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Held<GMimeObject>(g_mime_parser_construct_part(parser.get(), nullptr));
}

/// Two or four bytes a character, of which half may be NUL, sent as they are: letters are read without NUL.
bool is_wide_as_it_is(GMimeTextPart* part) {
    const auto* charset = g_mime_text_part_get_charset(part);
    const auto name = charset ? base::ascii_lower(charset) : "";
    const auto encoding = g_mime_part_get_content_encoding(GMIME_PART(part));
    const bool is_encoded = encoding == GMIME_CONTENT_ENCODING_BASE64 || encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    return !is_encoded && (name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("iso-10646-ucs"));
}

/// Decoded and in UTF-8; what its charset does not explain is left out.
std::string words_of(GMimeTextPart* part, bool& is_cut) {
    auto* content = g_mime_part_get_content(GMIME_PART(part));
    if (!content) return "";
    const Held<GMimeStream> memory(g_mime_stream_mem_new());
    const Held<GMimeStream> filtered(g_mime_stream_filter_new(memory.get()));
    const char* charset = g_mime_text_part_get_charset(part);
    if (charset && base::ascii_lower(charset) != "utf-8") {
        const Held<GMimeFilter> filter(g_mime_filter_charset_new(charset, "utf-8"));
        if (filter) g_mime_stream_filter_add(GMIME_STREAM_FILTER(filtered.get()), filter.get());
    }
    g_mime_data_wrapper_write_to_stream(content, filtered.get());
    g_mime_stream_flush(filtered.get());
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    if (!bytes || bytes->len == 0) return "";
    std::string text(reinterpret_cast<const char*>(bytes->data), bytes->len);
    std::erase(text, '\0');
    if (text.size() <= longest_part) return text;
    is_cut = true;
    return text.substr(0, longest_part);
}

class Reader {
public:
    struct Words {
        std::string text;
        bool is_plain = true;
    };
    std::vector<std::string> attachments;
    bool is_cut = false, is_unreadable = false;

    Words look_through(const Entity& entity, int depth) {
        if (depth > deepest || ++seen_ > most_parts) {
            is_cut = true;
            return {};
        }
        const auto type = type_of(entity.headers);
        if (type.is("multipart/")) return look_through_all(entity, type, depth);
        if (type.is("message/")) {      // a letter inside the letter is somebody else's
            note_attachment("");
            return {};
        }
        return look_into(entity, type);
    }

private:
    Words look_through_all(const Entity& entity, const Type& type, int depth) {
        if (type.boundary.empty() || type.boundary.size() > longest_boundary) {
            is_cut = true;
            return {};
        }
        Words all;
        const bool is_choice = type.name == "multipart/alternative";
        for (const auto bytes : parts_between(entity.body, type.boundary, most_parts, is_cut)) {
            auto words = look_through(entity_in(bytes), depth + 1);
            if (base::clean(words.text).empty()) continue;
            if (all.text.empty() || (is_choice && words.is_plain && !all.is_plain)) {
                all = std::move(words);
            } else if (!is_choice || words.is_plain) {
                add(all.text, words.text);
                all.is_plain = all.is_plain && words.is_plain;
            }
        }
        return all;
    }
    void add(std::string& text, const std::string& more) {
        if (text.size() > longest_part) is_cut = true;
        else text += "\n" + more;
    }
    Words look_into(const Entity& entity, const Type& type) {
        const auto object = read_part(entity);
        if (!object || !GMIME_IS_PART(object.get())) {
            is_cut = true;
            return {};
        }
        auto* part = GMIME_PART(object.get());
        const bool is_html = type.name == "text/html";
        const bool is_text = (is_html || type.name == "text/plain") && GMIME_IS_TEXT_PART(part);
        if (g_mime_part_is_attachment(part) || !is_text) {
            note_attachment(one_line(g_mime_part_get_filename(part), longest_name));
            return {};
        }
        if (is_wide_as_it_is(GMIME_TEXT_PART(part))) {
            is_unreadable = true;
            return {};
        }
        auto words = words_of(GMIME_TEXT_PART(part), is_cut);
        return is_html ? Words{text_of_html(words), false} : Words{with_numbered_signs(words), true};
    }
    void note_attachment(std::string name) {
        if (attachments.size() < most_attachments) attachments.push_back(name.empty() ? "?" : std::move(name));
    }

    std::size_t seen_ = 0;
};

/// Subject and Message-ID, decoded.
void read_names(const Headers& headers, Incoming& letter) {
    const std::string subject(headers.find("subject")), id(headers.find("message-id"));
    const std::unique_ptr<char, decltype(&g_free)> decoded(g_mime_utils_header_decode_text(nullptr, subject.c_str()), g_free);
    const std::unique_ptr<char, decltype(&g_free)> read(g_mime_utils_decode_message_id(id.c_str()), g_free);
    letter.subject = one_line(decoded.get(), most_subject);
    letter.message_id = one_line(read.get(), most_subject);
}

}  // namespace

std::optional<Incoming> read_incoming(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > longest_incoming) return std::nullopt;
    start_once();
    std::string without_nul(bytes);
    std::erase(without_nul, '\0');
    const auto whole = entity_in(without_nul);
    Incoming letter{.from = only_sender(whole.headers.find("from"))};
    read_names(whole.headers, letter);
    letter.automatic = automatic_by(whole.headers, letter.from);
    Reader reader;
    const auto words = base::clean(reader.look_through(whole, 0).text);
    letter.text = base::cut(words, most_text);
    letter.attachments = std::move(reader.attachments);
    letter.is_unreadable = reader.is_unreadable && words.empty();
    letter.is_cut = reader.is_cut || letter.text.size() < words.size() || (reader.is_unreadable && !words.empty());
    return letter;
}

}  // namespace digilots::mail
