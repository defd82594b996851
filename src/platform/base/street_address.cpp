#include "platform/base/street_address.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::base {

namespace {

constexpr std::array<std::string_view, 24> street_endings{
    "gatan", "vägen", "gränden", "gränd", "stigen", "backen", "allén", "torget", "kroken", "slingan", "gata",    "gaten",
    "gate",  "veien", "vegen",   "vei",   "veg",    "väg",    "allé",  "stien",  "bakken", "svingen", "tunet",   "plass"};
// After the number: then it counts something.
constexpr std::array<std::string_view, 11> counted{"min", "minuter", "minutter", "kr",     "kronor", "kroner",
                                                   "st",  "stk",     "personer", "gånger", "ganger"};
constexpr std::size_t longest_street = 60;

std::vector<std::string_view> words_between_spaces(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        at = std::min(text.find_first_not_of(" \n\t\r", at), text.size());
        const auto end = std::min(text.find_first_of(" \n\t\r", at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string_view without_brackets(std::string_view word) {
    return word.substr(std::min(word.find_first_not_of("(\"'"), word.size()));
}

bool has_capital(std::string_view word) {
    if (word.size() > 1 && word[0] == '\xC3') return std::string_view("\x85\x84\x86\x96\x98\x89").contains(word[1]);
    return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool is_letter_of_door(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "12", "3C", "7,"
bool is_house_number(std::string_view word) {
    std::size_t at = 0;
    while (at < word.size() && at < 4 && is_digit(word[at])) ++at;
    if (at == 0 || at > 3) return false;
    if (at < word.size() && is_letter_of_door(word[at])) ++at;
    return word.find_first_not_of(".,;!?)", at) == word.npos;
}

bool is_street(std::span<const std::string_view> words, std::size_t at) {
    const auto word = without_brackets(words[at]);
    if (word.size() > longest_street) return false;
    const auto lower = base::lower(word);
    if (std::ranges::find(street_endings, lower) != street_endings.end())
        return at > 0 && has_capital(without_brackets(words[at - 1]));
    return has_capital(word) &&
           std::ranges::any_of(street_endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// "Storgatan nr 5": where the street stands.
std::size_t before_number(std::span<const std::string_view> words, std::size_t number) {
    constexpr std::array<std::string_view, 4> called{"nr", "nr.", "nummer", "no."};
    const bool is_called = number > 1 && std::ranges::find(called, base::lower(words[number - 1])) != called.end();
    return number - (is_called ? 2 : 1);
}

bool is_address(std::span<const std::string_view> words, std::size_t number) {
    if (!is_house_number(words[number]) || !is_street(words, before_number(words, number))) return false;
    return number + 1 == words.size() || std::ranges::find(counted, words[number + 1]) == counted.end();
}

}  // namespace

bool holds_street_address(std::string_view text) {
    const auto words = words_between_spaces(text);
    for (std::size_t at = 1; at < words.size(); ++at)
        if (is_address(words, at)) return true;
    return false;
}

std::vector<std::string> street_addresses_in(std::string_view text) {
    const auto words = words_between_spaces(text);
    std::vector<std::string> addresses;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (!is_address(words, at)) continue;
        const auto number = words[at].substr(0, words[at].find_first_of(".,;!?)"));
        auto address = std::string(without_brackets(words[before_number(words, at)])) + " " + std::string(number);
        if (std::ranges::find(addresses, address) == addresses.end()) addresses.push_back(std::move(address));
    }
    return addresses;
}

}  // namespace digilots::base
