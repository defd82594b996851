#include "platform/personal/digits.h"

#include <algorithm>
#include <array>

namespace digilots::personal {

namespace {

constexpr std::string_view blanks = " \n", usual = " \n-+./_,:()'*", rare = ";|=~#\"\\[]";
constexpr std::size_t longest = 12, longest_sign = 3;

enum class Sign : char { other, space, usual, rare };
constexpr std::array<Sign, 256> signs = [] {
    std::array<Sign, 256> made{};
    const auto put = [&](std::string_view all, Sign sign) {
        for (const char one : all) made[static_cast<unsigned char>(one)] = sign;
    };
    put(rare, Sign::rare);
    put(usual, Sign::usual);
    put(blanks, Sign::space);
    return made;
}();
constexpr Sign sign_of(char c) { return signs[static_cast<unsigned char>(c)]; }

/// What separates, with the spaces around it taken away; "~" for a sign that seldom does; "|" where it is too long or holds
/// something else.
std::string_view gap_of(std::string_view between) {
    if (between.empty()) return "";
    if (between.size() > longest) return "|";
    std::size_t first = 0, end = between.size();
    while (first < end && sign_of(between[first]) == Sign::space) ++first;
    if (first == end) return between.contains('\n') ? "\n" : " ";
    while (sign_of(between[end - 1]) == Sign::space) --end;
    const auto sign = between.substr(first, end - first);
    if (sign.size() > longest_sign) return "|";
    const auto is_rare = [](char one) { return sign_of(one) == Sign::rare; };
    const auto is_usual = [](char one) { return sign_of(one) == Sign::usual || sign_of(one) == Sign::space; };
    if (std::ranges::all_of(sign, is_usual)) return sign;
    return std::ranges::all_of(sign, is_rare) ? "~" : "|";
}

}  // namespace

std::vector<Digit> digits_of(std::string_view plain) {
    std::vector<Digit> digits;
    std::size_t after_last = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] < '0' || plain[i] > '9') continue;
        digits.push_back(
            {plain[i], i, digits.empty() ? "|" : gap_of(plain.substr(after_last, i - after_last))});
        after_last = i + 1;
    }
    return digits;
}

}  // namespace digilots::personal
