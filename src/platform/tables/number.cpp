#include "platform/tables/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::tables {

namespace {

std::optional<double> plain_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole =
        !text.empty() && error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return is_whole ? std::optional(value) : std::nullopt;
}

void replace_all(std::string& text, std::string_view part, std::string_view instead) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + instead.size())) {
        text.replace(at, part.size(), instead);
    }
}

/// "12 345 678" → "12345678"; false where a space stands anywhere else.
bool join_thousands(std::string& text) {
    if (!text.contains(' ')) return true;
    auto end = std::min(text.find_first_of(".eE"), text.size());
    if (text.find(' ', end) != std::string::npos) return false;
    for (auto at = text.rfind(' '); at != std::string::npos; at = text.rfind(' ')) {
        const bool is_group = end - at == 4 && std::ranges::all_of(text.substr(at + 1, 3), base::is_digit);
        if (!is_group) return false;
        text.erase(at, 1);
        end = at;
    }
    const auto leading = end - (text.starts_with('-') ? 1 : 0);
    return leading >= 1 && leading <= 3;
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    if (const auto value = plain_number(base::trim(text))) return value;
    std::string plain(text);
    for (const std::string_view space : {"\u00A0", "\u202F", "\u2009", "\u2007"})
        replace_all(plain, space, " ");
    for (const std::string_view minus : {"\u2212", "\u2013", "\u2012", "\uFE63", "\uFF0D"})
        replace_all(plain, minus, "-");
    plain = base::trim(plain);
    if (std::ranges::count(plain, ',') == 1 && !plain.contains('.')) std::ranges::replace(plain, ',', '.');
    if (plain.starts_with('+') && plain.size() > 1 && base::is_digit(plain[1])) plain.erase(0, 1);
    return join_thousands(plain) ? plain_number(plain) : std::nullopt;
}

}  // namespace digilots::tables
