#pragma once
// The characters of HTTP's grammar. No locale is asked.
#include <string>

#include "platform/base/digits.h"
#include <string_view>

namespace digilots::http {

using base::is_digit;

constexpr bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_alnum(char c) {
    return is_digit(c) || is_alpha(c);
}
constexpr bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr int hex_value(char c) {
    return is_digit(c) ? c - '0' : to_lower(c) - 'a' + 10;
}

constexpr bool is_token_character(char c) {
    return is_alnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

constexpr bool is_token(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text)
        if (!is_token_character(c)) return false;
    return true;
}

constexpr bool equals_ignoring_case(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    for (std::size_t at = 0; at < left.size(); ++at)
        if (to_lower(left[at]) != to_lower(right[at])) return false;
    return true;
}

constexpr std::string_view trim_space(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Calls `use` with each trimmed item of "a, b, c".
template <class Use>
void for_each_item(std::string_view list, char separator, Use use) {
    while (true) {
        const auto end = list.find(separator);
        use(trim_space(list.substr(0, end)));
        if (end == std::string_view::npos) return;
        list.remove_prefix(end + 1);
    }
}

}  // namespace digilots::http
