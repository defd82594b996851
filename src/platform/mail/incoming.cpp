#include "platform/mail/incoming.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "platform/base/text.h"

namespace digilots::mail {

namespace {

constexpr std::size_t most_subject = 300, most_text = 20'000, most_attachments = 20, longest_name = 100, longest_part = 200'000;
constexpr int most_parts = 200, deepest = 8;

struct Unref {
    void operator()(gpointer object) const {
        if (object) g_object_unref(object);
    }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;
struct Free {
    void operator()(char* text) const { g_free(text); }
};

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

std::string header_of(GMimeMessage* message, const char* name) {
    return base::ascii_lower(base::trim(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), name))));
}

/// "no-reply@…", "mailer-daemon@…": nobody reads what is sent there.
bool is_of_a_program(std::string_view address) {
    constexpr std::string_view beginnings[] = {"mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply",
                                               "bounce"};
    const auto lower = base::ascii_lower(address);
    return std::ranges::any_of(beginnings, [&](std::string_view one) { return lower.starts_with(one); });
}

bool is_written_by_a_program(GMimeMessage* message, const std::string& from) {
    const auto submitted = header_of(message, "Auto-Submitted"), precedence = header_of(message, "Precedence");
    if (!submitted.empty() && submitted != "no") return true;
    for (const char* one : {"bulk", "list", "junk", "auto_reply"})
        if (precedence == one) return true;
    for (const char* name : {"List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress"})
        if (!header_of(message, name).empty()) return true;
    if (header_of(message, "Return-Path") == "<>" || header_of(message, "X-Spam-Flag") == "yes") return true;
    auto* body = g_mime_message_get_mime_part(message);
    auto* type = body ? g_mime_object_get_content_type(body) : nullptr;
    const bool is_report = type && g_mime_content_type_is_type(type, "multipart", "report");
    return is_report || from.empty() || is_of_a_program(from);
}

std::string only_sender(GMimeMessage* message) {
    auto* senders = g_mime_message_get_from(message);
    if (!senders || internet_address_list_length(senders) != 1) return "";
    auto* sender = internet_address_list_get_address(senders, 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(sender)) return "";
    return text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
}

struct Parts {
    std::string plain, html;
    std::vector<std::string> attachments;
    int seen = 0;
};

/// Decoded and in UTF-8; what its charset does not explain is left out.
std::string words_of(GMimeTextPart* part) {
    const std::unique_ptr<char, Free> text(g_mime_text_part_get_text(part));
    return text_or_empty(text.get()).substr(0, longest_part);
}

void note_attachment(GMimePart* part, Parts& parts) {
    if (parts.attachments.size() >= most_attachments) return;
    auto name = one_line(g_mime_part_get_filename(part), longest_name);
    parts.attachments.push_back(name.empty() ? "?" : std::move(name));
}

void look_through(GMimeObject* object, Parts& parts, int depth) {
    if (!object || ++parts.seen > most_parts || depth > deepest) return;
    if (GMIME_IS_MULTIPART(object)) {
        auto* multipart = GMIME_MULTIPART(object);
        const int count = std::min(g_mime_multipart_get_count(multipart), most_parts);
        for (int at = 0; at < count; ++at) look_through(g_mime_multipart_get_part(multipart, at), parts, depth + 1);
        return;
    }
    if (!GMIME_IS_PART(object)) return;     // a letter inside the letter is somebody else's
    auto* part = GMIME_PART(object);
    if (g_mime_part_is_attachment(part) || !GMIME_IS_TEXT_PART(object)) return note_attachment(part, parts);
    auto* type = g_mime_object_get_content_type(object);
    if (g_mime_content_type_is_type(type, "text", "html")) {
        if (parts.html.empty()) parts.html = words_of(GMIME_TEXT_PART(object));
    } else if (g_mime_content_type_is_type(type, "text", "plain")) {
        if (parts.plain.empty()) parts.plain = words_of(GMIME_TEXT_PART(object));
    } else {
        note_attachment(part, parts);
    }
}

bool begins_tag(std::string_view lower, std::size_t at, std::string_view name) {
    if (at >= lower.size() || !lower.substr(at).starts_with(name)) return false;
    const auto after = at + name.size();
    return after >= lower.size() || std::string_view(" \t\r\n>/").contains(lower[after]);
}

constexpr std::string_view breaking_tags[] = {"br", "p", "/p", "div", "/div", "li", "/tr", "h1", "h2", "h3"};

struct Entity {
    std::string_view written, text;
};
constexpr Entity entities[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},     {"&quot;", "\""}, {"&nbsp;", " "},
                               {"&#39;", "'"},   {"&aring;", "å"}, {"&auml;", "ä"},   {"&ouml;", "ö"},  {"&Aring;", "Å"},
                               {"&Auml;", "Ä"},  {"&Ouml;", "Ö"},  {"&oslash;", "ø"}, {"&aelig;", "æ"}, {"&Oslash;", "Ø"},
                               {"&AElig;", "Æ"}, {"&eacute;", "é"}};

}  // namespace

std::string text_of_html(std::string_view html) {
    const auto lower = base::ascii_lower(html);
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '&') {
            const auto* known =
                std::ranges::find_if(entities, [&](const Entity& one) { return html.substr(at).starts_with(one.written); });
            text += known == std::end(entities) ? std::string_view("&") : known->text;
            at += known == std::end(entities) ? 1 : known->written.size();
            continue;
        }
        if (html[at] != '<') {
            text += html[at++];
            continue;
        }
        for (const std::string_view hidden : {"script", "style", "head", "title"}) {
            if (!begins_tag(lower, at + 1, hidden)) continue;
            const auto end = lower.find(std::string("</") + std::string(hidden), at);
            at = end == std::string::npos ? html.size() : end;
            break;
        }
        if (at >= html.size()) break;
        const bool breaks =
            std::ranges::any_of(breaking_tags, [&](std::string_view tag) { return begins_tag(lower, at + 1, tag); });
        if (breaks && !text.ends_with('\n')) text += '\n';
        const auto end = html.find('>', at);
        at = end == std::string_view::npos ? html.size() : end + 1;
    }
    return text;
}

std::optional<Incoming> read_incoming(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > longest_incoming) return std::nullopt;
    start_once();
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return std::nullopt;
    Incoming letter{.message_id = one_line(g_mime_message_get_message_id(message.get()), most_subject),
                    .from = base::clean(only_sender(message.get())),
                    .subject = one_line(g_mime_message_get_subject(message.get()), most_subject),
                    .text = "",
                    .attachments = {}};
    letter.is_automatic = is_written_by_a_program(message.get(), letter.from);
    Parts parts;
    look_through(g_mime_message_get_mime_part(message.get()), parts, 0);
    auto words = parts.plain.empty() ? text_of_html(parts.html) : std::move(parts.plain);
    letter.text = base::cut(base::clean(words), most_text);
    letter.attachments = std::move(parts.attachments);
    return letter;
}

}  // namespace digilots::mail
