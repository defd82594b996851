#include "platform/search/words.h"

#include "platform/search/weak_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "platform/base/text.h"

namespace digilots::search {
namespace {

constexpr std::size_t longest_word = 60, longest_term = 240;

// Sorted by bytes; all languages together because people mix them and none means something else in another.
constexpr std::array stop_words = std::to_array<std::string_view>({
    "a", "alla", "alle", "am", "an", "and", "any", "are", "as", "at", "att", "av", "be", "been", "ble", "blev",
    "bli", "blir", "blitt", "blivit", "but", "by", "de", "deg", "dei", "dem", "den", "denne", "der", "deras",
    "deres", "det", "detta", "dette", "did", "dig", "din", "dina", "dine", "disse", "ditt", "do", "does", "dom",
    "don", "du", "där", "eg", "ein", "eit", "ej", "eller", "en", "er", "et", "ett", "etter", "for", "fra",
    "från", "få", "får", "för", "før", "ha", "had", "hade", "han", "hans", "har", "has", "have", "he", "hei",
    "hej", "her", "hit", "hon", "hos", "how", "hun", "hur", "hva", "hvem", "hvilken", "hvor", "hvordan", "här",
    "i", "if", "ikke", "ikkje", "in", "inn", "inte", "is", "it", "ja", "jag", "jeg", "jo", "kan", "kor", "korleis",
    "kunna", "kunne", "kva", "kven", "man", "me", "med", "meg", "mei", "men", "mig", "min", "mina", "mine", "mitt",
    "mot", "my", "må", "måste", "nei", "nej", "noe", "noen", "noko", "nokon", "not", "när", "nå", "någon", "något",
    "några", "når", "och", "också", "of", "og", "om", "on", "op", "opp", "or", "oss", "our", "på", "s", "se",
    "seg", "sig", "sin", "sina", "sitt", "ska", "skal", "skall", "so", "som", "så", "sånn", "t", "than", "that",
    "the", "their", "them", "then", "there", "they", "this", "til", "till", "to", "too", "until", "up", "upp",
    "us", "ut", "vad", "var", "vart", "vem", "vi", "vid", "vil", "vilka", "vilken", "vill", "ville", "was", "we",
    "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your", "är", "å",
    "åt", "över", "أن", "أنا", "أو", "أين", "إلى", "على", "عن", "في", "قد", "كان", "كيف", "لا", "لم", "لي", "ما",
    "متى", "مع", "من", "هذا", "هذه", "هل", "هو", "هي"});

constexpr std::array general_words = std::to_array<std::string_view>({
    "assistance", "behöva", "behöver", "can", "could", "finnes", "finns", "finst", "gjør", "gjøre", "gå", "går",
    "gör", "göra", "help", "hitta", "hittar", "hjelp", "hjelpe", "hjelpen", "hjelper", "hjälp", "hjälpa",
    "hjälpen", "hjälper", "need", "please", "søker", "treng", "trenger", "want", "أحتاج", "أريد", "احتاج",
    "مساعدة"});

std::string cut_bytes(std::string_view word, std::size_t most) {
    if (word.size() <= most) return std::string(word);
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    return std::string(word.substr(0, end));
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
    const auto lower = base::lower(text);
    std::vector<Token> result;
    std::size_t searched = 0;
    for (auto& word : base::words(lower)) {
        const auto at = lower.find(word, searched);
        const bool hyphenated = !result.empty() && at == searched + 1 && lower[searched] == '-';
        searched = at + word.size();
        result.push_back({cut_bytes(word, longest_word), hyphenated});
    }
    return result;
}

std::string bounded_term(std::string term) {
    return term.size() <= longest_term ? std::move(term) : cut_bytes(term, longest_term);
}

bool is_stop_word(std::string_view word) { return std::ranges::binary_search(stop_words, word); }

bool is_weak(std::string_view word) { return is_stop_word(word) || std::ranges::binary_search(general_words, word); }

std::vector<std::string> weak_words() {
    std::vector<std::string> words(stop_words.begin(), stop_words.end());
    words.insert(words.end(), general_words.begin(), general_words.end());
    return words;
}

bool is_latin(std::string_view word) {
    // Up to U+024F; å and ø are.
    return std::ranges::none_of(word, [](char byte) { return static_cast<unsigned char>(byte) > 0xC9; });
}

bool is_arabic(std::string_view word) {
    // U+0600 to U+06FF in UTF-8.
    return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xD8 && static_cast<unsigned char>(word.front()) <= 0xDB;
}

int edit_distance(std::string_view one, std::string_view other, int limit) {
    const auto longer = static_cast<int>(std::max(one.size(), other.size()));
    if (longer - static_cast<int>(std::min(one.size(), other.size())) > limit || longer > 64) return limit + 1;
    std::array<std::array<int, 66>, 3> rows{};
    for (std::size_t column = 0; column <= other.size(); ++column) rows[0][column] = static_cast<int>(column);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const int change = one[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
    }
    return rows[one.size() % 3][other.size()];
}

std::vector<std::string> compound_parts(std::string_view word, const std::function<bool(const std::string&)>& is_known) {
    constexpr std::size_t shortest = 4, shortest_inside = 6;
    std::set<std::string> parts;
    if (word.size() < shortest + 3 || word.size() > longest_word) return {};
    const auto starts_here = [&](std::size_t at) {
        if (at == 0) return true;
        if (at >= shortest && is_known(std::string(word.substr(0, at)))) return true;
        return at > shortest && word[at - 1] == 's' && is_known(std::string(word.substr(0, at - 1)));
    };
    for (std::size_t at = 0; at + shortest <= word.size(); ++at) {
        const bool at_boundary = starts_here(at);
        for (std::size_t length = shortest; at + length <= word.size(); ++length) {
            const bool is_tail = at >= 3 && at + length == word.size();
            const bool is_head = at_boundary && (at > 0 || length + 3 <= word.size());
            const bool is_inside = at >= 3 && length >= shortest_inside;
            if (!is_head && !is_tail && !is_inside) continue;
            if (std::string part(word.substr(at, length)); is_known(part)) parts.insert(std::move(part));
        }
    }
    return {parts.begin(), parts.end()};
}

}  // namespace digilots::search
