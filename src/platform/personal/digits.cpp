#include "platform/personal/digits.h"

namespace digilots::personal {

namespace {

constexpr std::string_view usual = " \n-+./_,:()'*", rare = ";|=~#\"\\[]";
constexpr std::size_t longest = 12, longest_sign = 3;

/// What separates, with the spaces around it taken away; "~" for a sign that seldom does; "|" where it is too long or holds
/// something else.
std::string_view gap_of(std::string_view between) {
    if (between.empty()) return "";
    if (between.size() > longest) return "|";
    const auto first = between.find_first_not_of(" \n");
    if (first == std::string_view::npos) return between.find('\n') == std::string_view::npos ? " " : "\n";
    const auto sign = between.substr(first, between.find_last_not_of(" \n") - first + 1);
    if (sign.size() > longest_sign) return "|";
    if (sign.find_first_not_of(usual) == std::string_view::npos) return sign;
    return sign.find_first_not_of(rare) == std::string_view::npos ? "~" : "|";
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
