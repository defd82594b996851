#include "platform/tables/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "platform/base/text.h"

namespace digilots::tables {

namespace {

// Windows-1252 from 0x80 to 0x9F; 0 where there is no letter.
constexpr std::array<char32_t, 32> windows_letters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class Order { little, big };

void append(std::string& out, char32_t letter) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0 | (letter >> 6));
        byte(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        byte(0xE0 | (letter >> 12));
        byte(0x80 | ((letter >> 6) & 0x3F));
        byte(0x80 | (letter & 0x3F));
    } else {
        byte(0xF0 | (letter >> 18));
        byte(0x80 | ((letter >> 12) & 0x3F));
        byte(0x80 | ((letter >> 6) & 0x3F));
        byte(0x80 | (letter & 0x3F));
    }
}

std::optional<std::string> from_windows(std::string_view bytes) {
    std::string text;
    for (const char one : bytes) {
        const auto byte = static_cast<unsigned char>(one);
        const char32_t letter = byte >= 0x80 && byte < 0xA0 ? windows_letters[byte - 0x80] : byte;
        if (letter == 0) return std::nullopt;
        append(text, letter);
    }
    return text;
}

std::optional<std::string> from_utf16(std::string_view bytes, Order order) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) -> char32_t {
        const char32_t first = static_cast<unsigned char>(bytes[at]),
                       second = static_cast<unsigned char>(bytes[at + 1]);
        return order == Order::little ? first | (second << 8) : (first << 8) | second;
    };
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t letter = unit(at);
        const bool is_pair =
            letter >= 0xD800 && letter < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00;
        if (is_pair) {
            letter = 0x10000 + ((letter - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        if (letter == 0 || (letter >= 0xD800 && letter < 0xE000)) return std::nullopt;
        append(text, letter);
    }
    return text;
}

}  // namespace

std::optional<std::string> as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), Order::little);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Order::big);
    const bool is_marked = bytes.starts_with("\xEF\xBB\xBF");
    if (is_marked) bytes.remove_prefix(3);
    if (bytes.contains('\0')) return std::nullopt;
    if (base::is_valid_utf8(bytes)) return std::string(bytes);
    return is_marked ? std::nullopt : from_windows(bytes);
}

std::int64_t line_of_other_letters(std::string_view bytes) {
    // A few bytes of a Windows file may look like a letter in UTF-8 by chance, "Ö–" for one.
    constexpr std::int64_t most_by_chance = 10;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || base::is_valid_utf8(bytes)) return 0;
    std::int64_t line = 0, first = 0, others = 0, utf8 = 0;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto text = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        ++line;
        if (!base::is_valid_utf8(text)) {
            ++others;
            if (first == 0) first = line;
        } else if (std::ranges::any_of(text, [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; })) {
            ++utf8;
        }
    }
    return utf8 * most_by_chance >= others && utf8 > 0 ? first : 0;
}

}  // namespace digilots::tables
