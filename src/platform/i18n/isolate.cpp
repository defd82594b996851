#include "platform/i18n/isolate.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace digilots::i18n {
namespace {

constexpr const char* left_to_right = "\u2066";
constexpr const char* right_to_left = "\u2067";
constexpr const char* own_direction = "\u2068";
constexpr const char* end = "\u2069";

/// Signs of no direction: spaces, punctuation of Europe and of Arabic.
bool is_between_words(std::string_view sign) {
    constexpr std::string_view of_arabic[] = {"\u060C", "\u061B", "\u061F"};
    if (sign.size() == 1) return !((sign[0] >= 'a' && sign[0] <= 'z') || (sign[0] >= 'A' && sign[0] <= 'Z'));
    return sign.starts_with('\xC2') || sign.starts_with('\xE2') || std::ranges::find(of_arabic, sign) != std::end(of_arabic);
}

/// Whether all letters of it are set apart already (a day, then hours): by its own direction it would begin from the left, as
/// Unicode does not look into what is set apart.
bool is_made_of_parts(std::string_view text) {
    const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    int depth = 0;
    bool has_parts = false;
    for (std::size_t at = 0, to = 0; at < text.size(); at = to) {
        to = at + 1;
        while (to < text.size() && is_inside(text[to])) ++to;
        const auto sign = text.substr(at, to - at);
        if (sign == end) --depth;
        else if (sign == left_to_right || sign == right_to_left || sign == own_direction) ++depth, has_parts = true;
        else if (depth == 0 && !is_between_words(sign)) return false;
    }
    return has_parts;
}

}  // namespace

std::string isolated(std::string text, const LanguageInfo& language) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!language.right_to_left || std::ranges::all_of(text, is_digit)) return text;
    return (is_made_of_parts(text) ? right_to_left : own_direction) + std::move(text) + end;
}

std::string range(const std::string& from, const std::string& to, const LanguageInfo& language) {
    const auto text = from + "–" + to;
    return language.right_to_left ? left_to_right + text + end : text;
}

}  // namespace digilots::i18n
