#include "platform/html/writer.h"

#include <array>

#include "platform/base/web_address.h"

namespace digilots::html {
namespace {

using Replacements = std::array<std::string_view, 256>;

constexpr Replacements text_replacements() {
    Replacements table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    return table;
}

constexpr Replacements attribute_replacements() {
    Replacements table = text_replacements();
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}

constexpr Replacements json_replacements() {
    Replacements table{};
    table['<'] = "\\u003c";
    table['>'] = "\\u003e";
    table['&'] = "\\u0026";
    return table;
}

constexpr Replacements text_table = text_replacements();
constexpr Replacements attribute_table = attribute_replacements();
constexpr Replacements json_table = json_replacements();

void append(std::string& out, std::string_view text, const Replacements& table) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view replacement = table[static_cast<unsigned char>(text[i])];
        if (!replacement.empty()) {
            out.append(text, written, i - written);
            out.append(replacement);
            written = i + 1;
        }
    }
    out.append(text, written);
}

bool starts_with_word(std::string_view text, std::string_view lower_word) {
    if (text.size() < lower_word.size()) return false;
    for (std::size_t i = 0; i < lower_word.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower_word[i]) return false;
    }
    return true;
}

// Browsers strip tabs and line ends from addresses and read "\" as "/": neither may hide a scheme or a host.
bool is_allowed_url(std::string_view url) {
    for (const char c : url) {
        if (static_cast<unsigned char>(c) < 0x21 || c == '\\' || c == 0x7f) return false;
    }
    if (url.empty() || base::names_user_before_host(url)) return false;
    if (url[0] == '/') return url.size() == 1 || url[1] != '/';
    if (url[0] == '#' || url[0] == '?') return true;
    return starts_with_word(url, "https://") || starts_with_word(url, "http://") || starts_with_word(url, "tel:") ||
           starts_with_word(url, "mailto:");
}

}  // namespace

void Writer::text(std::string_view text) { append(out, text, text_table); }
void Writer::attribute(std::string_view text) { append(out, text, attribute_table); }
void Writer::json(std::string_view json) { append(out, json, json_table); }

void Writer::url(std::string_view url) {
    if (is_allowed_url(url)) append(out, url, attribute_table);
    else out.append("#");
}

std::string url_encode(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size() + 8);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        if (plain) {
            encoded.push_back(c);
        } else {
            encoded.push_back('%');
            encoded.push_back(digits[byte >> 4]);
            encoded.push_back(digits[byte & 15]);
        }
    }
    return encoded;
}

}  // namespace digilots::html
