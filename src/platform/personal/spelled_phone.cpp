#include "platform/personal/spelled_phone.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>

#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::personal {

namespace {

// Letters beside a-z are "x" in plain text: "två" → "tvx", "førti" → "fxrti".
constexpr std::array<std::string_view, 29> single_figures{
    "noll", "nolla", "ett", "en", "tvx",  "tre", "fyra", "fem", "sex",   "sju",  "xtta", "nio", "null",  "to",   "fire",
    "seks", "syv",   "xtte", "ni", "zero", "one", "two",  "three", "four", "five", "six",  "seven", "eight", "nine"};
constexpr std::array<std::string_view, 19> double_figures{
    "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    "ti", "elleve", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"};
constexpr std::array<std::string_view, 16> tens{
    "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "xttio", "nittio",
    "tjue", "tretti", "fxrti", "femti", "seksti", "sytti", "xtti", "nitti"};
constexpr int least_figures = 8, most_figures = 15, least_spelled = 4;
constexpr std::size_t longest_group = 4, longest_between = 3, least_different = 3;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// How many figures a word stands for; 0 where it is no number.
int figures_of(std::string_view word) {
    if (base::is_digit(word[0])) {
        const bool is_group = word.size() <= longest_group && std::ranges::all_of(word, base::is_digit);
        return is_group ? static_cast<int>(word.size()) : 0;
    }
    if (is_one_of(word, single_figures)) return 1;
    if (is_one_of(word, double_figures)) return 2;
    const bool is_ten = std::ranges::any_of(tens, [&](std::string_view ten) {
        return word.starts_with(ten) && (word.size() == ten.size() || is_one_of(word.substr(ten.size()), single_figures));
    });
    return is_ten ? 2 : 0;
}

bool is_of_word(char c) { return base::is_digit(c) || (c >= 'a' && c <= 'z'); }

/// Numbers that follow each other.
struct Row {
    int figures = 0, spelled = 0;
    std::set<std::string_view> different = {};

    void take(std::string_view word, int count) {
        figures += count;
        spelled += base::is_digit(word[0]) ? 0 : 1;
        if (different.size() < least_different) different.insert(word);
    }
    bool is_phone() const {
        return figures >= least_figures && figures <= most_figures && spelled >= least_spelled &&
               different.size() >= least_different;
    }
};

}  // namespace

bool holds_spelled_phone(std::string_view plain) {
    const std::string lower = base::ascii_lower(plain);
    const std::string_view text = lower;
    Row row;
    std::size_t after_last = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_word(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && is_of_word(text[at])) ++at;
        const auto word = text.substr(begin, at - begin), between = text.substr(after_last, begin - after_last);
        after_last = at;
        const int count = figures_of(word);
        const bool goes_on = count > 0 && !between.empty() && between.size() <= longest_between &&
                             between.find_first_not_of(" \n,.-") == between.npos;
        if (!goes_on && row.is_phone()) return true;
        if (!goes_on) row = {};
        if (count > 0) row.take(word, count);
    }
    return row.is_phone();
}

}  // namespace digilots::personal
