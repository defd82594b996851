#include "platform/base/plain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace digilots::base {

namespace {

// The zero of every block of decimal digits that keyboards and copied texts bring along (Unicode category Nd).
constexpr std::array<char32_t, 41> zeros{
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xAA50, 0xABF0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0};

/// The next code point; an invalid byte counts as one unknown character.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || at + more > text.size()) return 0xFFFD;
    char32_t value = first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0xFFFD;
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    at += more;
    return value;
}

struct Stretch {
    char32_t first, last;
};

// Unicode 16, DerivedCoreProperties.txt: Default_Ignorable_Code_Point, and the signs of annotations beside it.
constexpr std::array<Stretch, 17> ignorable{{{0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},     {0x115F, 0x1160},
                                             {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},
                                             {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
                                             {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
                                             {0xE0000, 0xE0FFF}}};
// Accents and frames that stand on the character before them.
constexpr std::array<Stretch, 5> marks{
    {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};

template <std::size_t count>
bool is_in(char32_t c, const std::array<Stretch, count>& stretches) {
    return std::ranges::any_of(stretches, [c](const Stretch& one) { return c >= one.first && c <= one.last; });
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

bool is_invisible(char32_t c) { return is_control(c) || (c >= 0xAD && is_in(c, ignorable)); }

bool is_turning(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_hidden_control(char32_t c) {
    return is_control(c) || is_turning(c) || c == 0x85 || (c >= 0x2060 && c <= 0x2064) || (c >= 0x206A && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0x2800;
}

bool is_dash(char32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D ||
           c == 0x02D7 || c == 0x2E3A || c == 0x2796 || c == 0x30FC;
}

char digit_of(char32_t c) {
    for (const char32_t zero : zeros) {
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    }
    if (c == 0xB2 || c == 0xB3) return static_cast<char>('0' + (c - 0xB0));
    if (c == 0xB9) return '1';
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<char>('0' + (c - 0x2070));
    if (c >= 0x2080 && c <= 0x2089) return static_cast<char>('0' + (c - 0x2080));
    if (c >= 0x2460 && c <= 0x2468) return static_cast<char>('1' + (c - 0x2460));
    return c == 0x24EA ? '0' : '\0';
}

char plain_character(char32_t c) {
    if (is_space(c)) return ' ';
    if (c < 0x80) return static_cast<char>(c);
    if (const char digit = digit_of(c)) return digit;
    if (is_dash(c)) return '-';
    if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
    if (c == 0xFE6B || c == 0x24B6 || c == 0x24D0) return '@';
    if (c == 0x3002 || c == 0xFF61 || c == 0x2024 || c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0xFE52) return '.';
    if (c == 0x2044 || c == 0x2215) return '/';
    if (c == 0x2795 || c == 0xFE62) return '+';
    if (c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
    if (c == 0x41E || c == 0x39F) return 'O';           // Cyrillic and Greek, which nobody tells from the other
    if (c == 0x43E || c == 0x3BF) return 'o';
    return 'x';
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_crossed_nought(char32_t c) { return c == 0xD8 || c == 0xF8 || c == 0x2205 || c == 0x2300; }

/// "85Ø7Ø9": in a word of figures it stands for a nought, and is an "O" as other letters that do; elsewhere it is a letter.
void put_noughts(std::string& made, const std::vector<std::size_t>& crossed) {
    const auto is_word = [&](std::size_t at) { return is_letter(made[at]) || (made[at] >= '0' && made[at] <= '9'); };
    for (std::size_t i = 0; i < crossed.size();) {
        std::size_t begin = crossed[i], end = crossed[i];
        while (begin > 0 && is_word(begin - 1)) --begin;
        while (end < made.size() && is_word(end)) ++end;
        const auto first = i;
        while (i < crossed.size() && crossed[i] < end) ++i;
        const std::string word = made.substr(begin, end - begin);
        const auto is_other = [](char c) { return is_letter(c) && !std::string_view("OoIl").contains(c); };
        const auto others = std::ranges::count_if(word, is_other);
        if (others != static_cast<std::ptrdiff_t>(i - first)) continue;
        for (std::size_t at = first; at < i; ++at) made[crossed[at]] = 'O';
    }
}

}  // namespace

std::string plain(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    std::vector<std::size_t> crossed;
    bool is_behind_control = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        is_behind_control = is_behind_control || is_control(c);
        if (is_invisible(c) || (c >= 0x300 && is_in(c, marks))) continue;
        const char one = plain_character(c);
        // As base::clean parts them.
        if (is_behind_control && !made.empty() && is_letter(made.back()) && is_letter(one)) made.push_back(' ');
        is_behind_control = false;
        if (is_crossed_nought(c)) crossed.push_back(made.size());
        made.push_back(one);
    }
    put_noughts(made, crossed);
    return made;
}

bool holds_invisible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_invisible(next_character(text, at))) return true;
    }
    return false;
}

bool turns_direction(std::string_view text) {
    for (std::size_t at = text.find('\xE2'); at != text.npos; at = text.find('\xE2', at)) {
        if (is_turning(next_character(text, at))) return true;
    }
    return false;
}

std::string without_hidden_controls(std::string_view text) {
    const auto is_harmless = [](char c) { return c >= ' ' && c < 0x7F; };
    if (std::ranges::all_of(text, is_harmless)) return std::string(text);
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        if (!is_hidden_control(next_character(text, at))) kept.append(text.substr(begin, at - begin));
    }
    return kept;
}

}  // namespace digilots::base
