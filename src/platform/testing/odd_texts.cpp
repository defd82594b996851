#include "platform/testing/odd_texts.h"

#include <array>
#include <random>
#include <string_view>

namespace digilots::testing {

namespace {

using namespace std::string_view_literals;

constexpr std::array pieces{
    "å"sv, "äö"sv, "ø"sv, "-"sv, " "sv, "\n"sv, "\r\n"sv, "\t"sv, "'"sv, "\""sv, "<b>"sv, "&amp;"sv, "%"sv, "_"sv, "\\"sv,
    "\0"sv, "\x01"sv, "\x1b[31m"sv, "\x7f"sv, "\u0085"sv,                   // control bytes
    "\u202E"sv, "\u200F"sv, "\u0627\u0644"sv, "\u05D0"sv, "\u2066"sv,       // right-to-left and its marks
    "\u200B"sv, "\u200D"sv, "\uFEFF"sv, "\u00A0"sv, "\u2028"sv, "\u00AD"sv, // what is not seen
    "\U0001F469\u200D\U0001F52C"sv, "\U00010348"sv, "\U000E0041"sv,         // four bytes
    "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xff"sv, "\xC3"sv, "\xC0\x80"sv,   // lone surrogates and other broken bytes
    "\u0301"sv, "\u0338"sv, "\uFDFA"sv, "\uFB03"sv, "ß"sv, "İ"sv, "\u1E9E"sv, // what grows or shrinks when it is folded
    "x"sv, "bibliotek"sv, "0"sv, "-1"sv, "1e309"sv, "2026-13-45"sv, "24:61"sv, "Mo-Fr"sv, "{{ x }}"sv, "${x}"sv, "=1+1"sv};

constexpr std::array whole{
    ""sv, " "sv, "0"sv, "-0"sv, "99999999999999999999"sv, "-9223372036854775808"sv, "1e308"sv, "NaN"sv, "inf"sv, "null"sv,
    "2026-02-30"sv, "0000-00-00"sv, "9999-12-31"sv, "24/7"sv, "Mo-Su 00:00-48:00"sv, "../../etc/passwd"sv,
    "javascript:alert(1)"sv,
    "https://\u202Eexample.se"sv, "a@b"sv, "'; DROP TABLE x; --"sv, "\0"sv, "\uFFFF"sv, "on"sv, "true"sv, "[]"sv, "{}"sv};

}  // namespace

std::string odd_text(std::uint32_t number) {
    std::mt19937 random(number);
    const auto up_to = [&](std::size_t most) { return random() % (most + 1); };
    if (up_to(9) == 0) return std::string(whole[up_to(whole.size() - 1)]);
    // Most mistakes lie just beyond a limit; the largest text is rare because it is slow.
    constexpr std::array<std::size_t, 6> lengths{8, 70, 260, 2'100, 10'100, 40'000};
    const std::size_t size = up_to(199) == 0 ? 1'000'000 : up_to(lengths[up_to(up_to(3) == 0 ? 5 : 3)]);
    const auto kinds = 1 + up_to(3);
    std::array<std::string_view, 4> chosen;
    for (auto& piece : chosen) piece = pieces[up_to(pieces.size() - 1)];
    std::string text;
    while (text.size() < size) text += chosen[up_to(kinds - 1)];
    return text;
}

}  // namespace digilots::testing
