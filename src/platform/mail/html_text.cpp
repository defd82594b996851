// What an HTML page says, as a letter's text.
#include <algorithm>
#include <cstdint>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "platform/mail/incoming.h"

namespace digilots::mail {

namespace {

constexpr std::string_view breaking_tags[] = {"br", "p", "/p", "div", "/div", "li", "/tr", "h1", "h2", "h3"};

struct NamedEntity {
    std::string_view written, text;     // never longer than it is written
};
constexpr NamedEntity named_entities[] = {
    {"&amp;", "&"},     {"&lt;", "<"},      {"&gt;", ">"},      {"&quot;", "\""},   {"&apos;", "'"},    {"&nbsp;", " "},
    {"&aring;", "å"},   {"&auml;", "ä"},    {"&ouml;", "ö"},    {"&Aring;", "Å"},   {"&Auml;", "Ä"},    {"&Ouml;", "Ö"},
    {"&oslash;", "ø"},  {"&aelig;", "æ"},   {"&Oslash;", "Ø"},  {"&AElig;", "Æ"},   {"&eacute;", "é"},  {"&Eacute;", "É"},
    {"&egrave;", "è"},  {"&ecirc;", "ê"},   {"&agrave;", "à"},  {"&aacute;", "á"},  {"&acirc;", "â"},   {"&oacute;", "ó"},
    {"&ocirc;", "ô"},   {"&iacute;", "í"},  {"&uacute;", "ú"},  {"&uuml;", "ü"},    {"&Uuml;", "Ü"},    {"&ccedil;", "ç"},
    {"&ntilde;", "ñ"},  {"&szlig;", "ß"},   {"&eth;", "ð"},     {"&thorn;", "þ"},   {"&euro;", "€"},    {"&pound;", "£"},
    {"&sect;", "§"},    {"&copy;", "©"},    {"&reg;", "®"},     {"&deg;", "°"},     {"&plusmn;", "±"},  {"&frac12;", "½"},
    {"&middot;", "·"},  {"&bull;", "•"},    {"&ndash;", "–"},   {"&mdash;", "—"},   {"&hellip;", "…"},  {"&lsquo;", "‘"},
    {"&rsquo;", "’"},   {"&sbquo;", "‚"},   {"&ldquo;", "“"},   {"&rdquo;", "”"},   {"&bdquo;", "„"},   {"&laquo;", "«"},
    {"&raquo;", "»"},   {"&times;", "×"},   {"&trade;", "™"},   {"&rarr;", "→"},    {"&larr;", "←"},    {"&shy;", ""},
    {"&zwnj;", ""},     {"&zwj;", ""},      {"&ensp;", " "},    {"&emsp;", " "},    {"&thinsp;", " "}};

constexpr std::uint32_t replacement = 0xFFFD, last_code_point = 0x10FFFF;

void add_utf8(std::string& text, std::uint32_t code) {
    if (code == 0 || code > last_code_point || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return add(code);
    if (code < 0x800) add(0xC0 | (code >> 6));
    else if (code < 0x10000) add(0xE0 | (code >> 12));
    else add(0xF0 | (code >> 18));
    if (code >= 0x10000) add(0x80 | ((code >> 12) & 0x3F));
    if (code >= 0x800) add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
}

/// "&#229;" or "&#xE5;" at the beginning: its length, and what it stands for into `text`; 0 where it is none.
std::size_t take_numbered(std::string_view html, std::string& text) {
    constexpr std::size_t longest = 12;
    if (!html.starts_with("&#")) return 0;
    const auto end = html.substr(0, longest).find(';');
    if (end == std::string_view::npos) return 0;
    auto digits = html.substr(2, end - 2);
    const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (is_hexadecimal) digits.remove_prefix(1);
    if (digits.empty()) return 0;
    std::uint32_t code = 0;
    for (const char c : base::ascii_lower(digits)) {
        const bool is_letter = is_hexadecimal && c >= 'a' && c <= 'f';
        if (!base::is_digit(c) && !is_letter) return 0;
        const auto value = static_cast<std::uint32_t>(is_letter ? c - 'a' + 10 : c - '0');
        code = std::min(code * (is_hexadecimal ? 16U : 10U) + value, last_code_point + 1);
    }
    add_utf8(text, code);
    return end + 1;
}

/// What begins with "&" at the beginning of `html`: as what it stands for into `text`. How long it is.
std::size_t take_entity(std::string_view html, std::string& text) {
    if (const auto taken = take_numbered(html, text)) return taken;
    const auto* known =
        std::ranges::find_if(named_entities, [&](const NamedEntity& one) { return html.starts_with(one.written); });
    if (known == std::end(named_entities)) {
        text += '&';
        return 1;
    }
    text += known->text;
    return known->written.size();
}

}  // namespace

std::string with_numbered_signs(std::string_view plain) {
    std::string text;
    for (std::size_t at = 0; at < plain.size();) {
        if (const auto taken = take_numbered(plain.substr(at), text)) at += taken;
        else text += plain[at++];
    }
    return text;
}

namespace {

bool begins_tag(std::string_view lower, std::size_t at, std::string_view name) {
    if (at >= lower.size() || !lower.substr(at).starts_with(name)) return false;
    const auto after = at + name.size();
    return after >= lower.size() || std::string_view(" \t\r\n>/").contains(lower[after]);
}

/// Behind the tag or comment that begins at `at`, and what it hides.
std::size_t behind_tag(std::string_view lower, std::size_t at) {
    const auto behind = [&](std::string_view what) {
        const auto end = lower.find(what, at);
        return end == std::string_view::npos ? lower.size() : end + what.size();
    };
    if (lower.substr(at).starts_with("<!--")) return behind("-->");
    for (const std::string_view hidden : {"script", "style", "head", "title"}) {
        if (!begins_tag(lower, at + 1, hidden)) continue;
        at = std::min(lower.find("</" + std::string(hidden), at), lower.size());
        break;
    }
    return behind(">");
}

}  // namespace

std::string text_of_html(std::string_view html) {
    const auto lower = base::ascii_lower(html);
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '&') {
            at += take_entity(html.substr(at), text);
        } else if (html[at] != '<') {
            text += html[at++];
        } else {
            const bool breaks =
                std::ranges::any_of(breaking_tags, [&](std::string_view tag) { return begins_tag(lower, at + 1, tag); });
            if (breaks && !text.ends_with('\n')) text += '\n';
            at = behind_tag(lower, at);
        }
    }
    return text;
}

}  // namespace digilots::mail
