#include "inquiries/digits.h"

namespace digilots::inquiries {

namespace {

/// What separates, with the spaces around it taken away; "|" where it is too long or holds something else.
std::string_view gap_of(std::string_view between) {
    constexpr std::string_view allowed = " \n-+./_,:()'*";
    if (between.empty()) return "";
    if (between.size() > 3 || between.find_first_not_of(allowed) != std::string_view::npos) return "|";
    const auto first = between.find_first_not_of(" \n");
    if (first == std::string_view::npos) return between.find('\n') == std::string_view::npos ? " " : "\n";
    return between.substr(first, between.find_last_not_of(" \n") - first + 1);
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

}  // namespace digilots::inquiries
