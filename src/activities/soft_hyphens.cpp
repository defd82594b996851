#include "activities/soft_hyphens.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace digilots::activities {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::size_t shortest_word = 12, shortest_part = 4, longest_inflection = 3;
/// What names of places end in, Swedish and Norwegian.
constexpr std::array<std::string_view, 27> last_parts{
    "bibliotek", "kontor",   "huset",   "hus",   "gård",   "skola",   "skole",       "center",   "centr",
    "senter",    "sentral",  "torg",    "salen", "salong", "hallen",  "rummet",      "rommet",   "lokal",
    "station",   "stasjon",  "mottag",  "museet", "museum", "magasin", "verkstad",   "verksted", "kyrka"};

/// 0 where it stays whole.
std::size_t last_part_of(const std::string& word) {
    std::size_t found = 0;
    for (const auto part : last_parts) {
        const auto at = word.rfind(part);
        if (at == std::string::npos || at < shortest_part) continue;
        const bool is_last = part == "mottag" || word.size() - at - part.size() <= longest_inflection;
        if (is_last) found = std::max(found, at);
    }
    return found;
}

std::string hyphenated(std::string_view word) {
    std::string text(word);
    if (word.size() < shortest_word) return text;
    std::string small = text;
    std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto at = last_part_of(small);
    if (at > 0 && text[at - 1] != '-') text.insert(at, soft_hyphen);
    return text;
}

}  // namespace

std::string with_soft_hyphens(std::string_view name) {
    std::string text;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find(' ', begin), name.size());
        text += hyphenated(name.substr(begin, end - begin));
        if (end < name.size()) text += ' ';
        begin = end + 1;
    }
    return text;
}

}  // namespace digilots::activities
