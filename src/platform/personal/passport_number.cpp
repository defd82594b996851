#include "platform/personal/passport_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::personal {

namespace {

constexpr auto passports = std::to_array<std::string_view>({"passport", "passets", "passet", "pass"});
constexpr auto number_names = std::to_array<std::string_view>({"nummeret", "numret", "nummer", "number", "nr", "no"});
constexpr auto before_number = std::to_array<std::string_view>({"xr", "er", "is", "var"});
constexpr std::size_t longest_series = 3, fewest_of_passport = 6, most_of_passport = 9;

bool is_of_series(char c) { return c >= 'a' && c <= 'z'; }
bool is_beside_number(char c) { return is_of_series(c) || base::is_digit(c); }

template <std::size_t n>
bool take_any(std::string_view& text, const std::array<std::string_view, n>& words) {
    const auto found = std::ranges::find_if(words, [&](std::string_view word) { return text.starts_with(word); });
    if (found != words.end()) text.remove_prefix(found->size());
    return found != words.end();
}

void take_signs(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(" .:#-"), text.size())); }

/// "aa123456", "2807 4635": letters or none, six to nine figures, at most one space after another between them, and an end.
bool begins_with_number(std::string_view text) {
    std::size_t at = 0, figures = 0;
    while (at < text.size() && at < longest_series && is_of_series(text[at])) ++at;
    if (at > 0 && at < text.size() && text[at] == ' ') ++at;
    for (; at < text.size(); ++at) {
        if (base::is_digit(text[at])) ++figures;
        else if (text[at] != ' ' || at + 1 == text.size() || !base::is_digit(text[at + 1])) break;
    }
    const bool ends = at == text.size() || !is_beside_number(text[at]);
    return ends && figures >= fewest_of_passport && figures <= most_of_passport;
}

}  // namespace

bool names_passport_number(std::string_view plain) {
    const auto lower = base::ascii_lower(plain);
    for (std::size_t at = lower.find("pass"); at != lower.npos; at = lower.find("pass", at + 1)) {
        if (at > 0 && is_beside_number(lower[at - 1])) continue;
        auto rest = std::string_view(lower).substr(at);
        take_any(rest, passports);
        take_signs(rest);
        if (!take_any(rest, number_names) || (!rest.empty() && is_of_series(rest[0]))) continue;
        take_signs(rest);
        if (take_any(rest, before_number)) take_signs(rest);
        if (begins_with_number(rest)) return true;
    }
    return false;
}

}  // namespace digilots::personal
