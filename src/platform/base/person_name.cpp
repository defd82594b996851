#include "platform/base/person_name.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"

namespace digilots::base {

namespace {

enum class Weight { alone, before_a_capital };
using Names = std::map<std::string, Weight, std::less<>>;

Names names_of(const char* path) {
    const auto file = embedded_file(path);
    ENSURE(file.has_value());
    Names read;
    for (auto line : split(*file, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        const bool is_word_too = line.ends_with('+');
        if (is_word_too) line.remove_suffix(1);
        read.emplace(lower(line), is_word_too ? Weight::before_a_capital : Weight::alone);
    }
    return read;
}

const Names& given_names() {
    static const Names names = names_of("data/given-names.txt");
    return names;
}

const Names& family_names() {
    static const Names names = names_of("data/family-names.txt");
    return names;
}

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c & 0x80) != 0;
}

/// Pieces of letters and hyphens, and "" where anything but a single space stands between two.
std::vector<std::string_view> name_like_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t after_last = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_name(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && is_of_name(text[at])) ++at;
        if (!words.empty() && text.substr(after_last, begin - after_last) != " ") words.emplace_back();
        words.push_back(text.substr(begin, at - begin));
        after_last = at;
    }
    return words;
}

bool is_capitalised(std::string_view word) {
    if (word.size() < 2) return false;
    if (word[0] >= 'A' && word[0] <= 'Z') return true;
    constexpr std::string_view capitals = "\x84\x85\x86\x96\x98\x89";  // Ä Å Æ Ö Ø É after 0xC3
    return word[0] == '\xC3' && capitals.contains(word[1]);
}

/// Whatever its letters; also whose something is.
std::optional<Weight> weight_of(const Names& names, std::string_view word) {
    constexpr std::size_t longest_name = 40;
    if (word.size() > longest_name) return std::nullopt;
    const auto lower = base::lower(word);
    auto found = names.find(lower);
    // A name that ends in s has no other s for whose it is: "Klass 7B" is not Klas.
    const bool may_be_whose = lower.ends_with('s') && !lower.ends_with("ss");
    if (found == names.end() && may_be_whose) found = names.find(lower.substr(0, lower.size() - 1));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

bool is_given_name(std::string_view word, bool before_capital) {
    const auto weight = is_capitalised(word) ? weight_of(given_names(), word) : std::nullopt;
    return weight && (*weight == Weight::alone || before_capital);
}

/// "Sven-Erik": both are given names.
bool is_double_name(std::string_view word) {
    const auto hyphen = word.find('-');
    if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos) return false;
    return is_given_name(word.substr(0, hyphen), true) && is_given_name(word.substr(hyphen + 1), true);
}

/// "Hr. Aa", "frk. Aa", "Fr. Aa": the full stop stands as "" between the two; "fr. Lotsby" is from there.
bool is_titled_in_short(const std::vector<std::string_view>& words, std::size_t at) {
    constexpr std::array<std::string_view, 5> titles{"Fr", "Hr", "hr", "Frk", "frk"};
    if (at < 2 || !words[at - 1].empty() || std::ranges::find(titles, words[at - 2]) == titles.end()) return false;
    const auto* end = words[at - 2].data() + words[at - 2].size();
    return std::string_view(end, static_cast<std::size_t>(words[at].data() - end)) == ". ";
}

/// "Fru Lindberg", "herr Hansen"; "min fru Skype" is whose wife she is.
bool is_titled(const std::vector<std::string_view>& words, std::size_t at) {
    constexpr std::array<std::string_view, 6> titles{"fru", "herr", "fröken", "frøken", "frk", "hr"};
    constexpr std::array<std::string_view, 8> whose{"min", "din", "sin", "hans", "mi", "en", "ei", "hennes"};
    if (at == 0 || !is_capitalised(words[at])) return false;
    if (is_titled_in_short(words, at)) return true;
    const bool is_title = std::ranges::find(titles, lower(words[at - 1])) != titles.end();
    return is_title && (at < 2 || std::ranges::find(whose, lower(words[at - 2])) == whose.end());
}

/// "Johansson" by itself; Ericsson is also what makes phones.
bool is_sons_name(std::string_view word) {
    return is_capitalised(word) && word.size() > 7 && word.ends_with("sson") && word != "Ericsson";
}

/// "Hansen" by itself.
bool is_family_name(std::string_view word) { return is_capitalised(word) && weight_of(family_names(), word).has_value(); }

/// "anna svensson", as somebody in a hurry writes.
bool is_in_small_letters(std::string_view given, std::string_view family) {
    if (is_capitalised(given) || is_capitalised(family) || !weight_of(given_names(), given)) return false;
    return weight_of(family_names(), family).has_value() || (family.size() > 7 && family.ends_with("sson"));
}

bool introduces(std::string_view word) {
    constexpr std::array<std::string_view, 6> introductions{"heter", "hette", "heiter", "het", "hedder", "named"};
    return std::ranges::find(introductions, word) != introductions.end();
}

/// How many words from `at` on are the name of a person; 0 where none begins there.
std::size_t words_of_name(const std::vector<std::string_view>& words, std::size_t at) {
    const auto capitalised_from = [&](std::size_t from) {
        constexpr std::size_t most = 3;
        std::size_t count = 0;
        while (count < most && from + count < words.size() && is_capitalised(words[from + count])) ++count;
        return count;
    };
    const std::string_view next = at + 1 < words.size() ? words[at + 1] : std::string_view();
    if (is_given_name(words[at], is_capitalised(next))) return 1 + capitalised_from(at + 1);
    if (is_capitalised(words[at]) && is_capitalised(next) && next.ends_with("sson")) return 2;
    if (is_double_name(words[at]) || is_titled(words, at)) return 1 + capitalised_from(at + 1);
    if (is_sons_name(words[at]) || is_family_name(words[at])) return 1;
    if (!next.empty() && is_in_small_letters(words[at], next)) return 2;
    // "heter Xerxes Olof": whoever has two names, whichever they are.
    const auto introduced = at > 0 && introduces(words[at - 1]) ? capitalised_from(at) : 0;
    return introduced > 1 ? introduced : 0;
}

}  // namespace

bool holds_person_name(std::string_view text) {
    const auto words = name_like_words(text);
    for (std::size_t at = 0; at < words.size(); ++at)
        if (words_of_name(words, at) > 0) return true;
    return false;
}

std::vector<std::string> person_names_in(std::string_view text) {
    const auto words = name_like_words(text);
    std::vector<std::string> names;
    for (std::size_t at = 0; at < words.size();) {
        const auto count = words_of_name(words, at);
        if (count > 0) {
            const auto begin = static_cast<std::size_t>(words[at].data() - text.data());
            const auto& last = words[at + count - 1];
            const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
            std::string name(text.substr(begin, end - begin));
            if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        }
        at += std::max<std::size_t>(count, 1);
    }
    return names;
}

}  // namespace digilots::base
