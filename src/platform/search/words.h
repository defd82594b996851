#pragma once
// Words as search sees them: lower case, parts of hyphenated ones, stems, compounds, slips of the finger.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::search {

struct Token {
    std::string word;              // lower case, å ä ö æ ø kept
    bool hyphenated = false;       // joined to the one before by a hyphen: "e-tjänst"
};

/// Any bytes; words longer than 60 bytes are cut.
std::vector<Token> tokens(std::string_view text);
/// Several words joined to one, "e" "tjänst" or "tt" "transport", are kept up to this many bytes.
inline constexpr std::size_t longest_joined_word = 120;
/// The index takes terms of at most 245 bytes, and folding one letter may give eighteen. Never cuts inside a letter.
std::string bounded_term(std::string term);
/// Holds sentences together and names nothing: "jag", "och", "hvordan", "the", "في". Finds nothing by itself.
bool is_stop_word(std::string_view word);
/// A stop word, or said in every question and therefore no help beside other words: "hjälp", "behöver", "need".
bool is_weak(std::string_view word);
/// Written in Latin letters, such as those of the languages whose words are known.
bool is_latin(std::string_view word);
/// Written in Arabic letters.
bool is_arabic(std::string_view word);
/// language: "sv", "nb", "en", "ar"; any other leaves the word as it is. In stem.cpp.
std::string stem(std::string_view word, std::string_view language);
inline constexpr const char* stem_languages[] = {"sv", "nb", "en", "ar"};
/// Which of them a word of a text is stemmed in: an Arabic word as Arabic, wherever it stands; others in the text's
/// language, "" for Swedish and Norwegian together.
std::vector<std::string_view> stem_languages_of(std::string_view word, std::string_view text_language);
/// The index's term for a stem: the same letters mean different things in different languages.
inline std::string stem_term(const std::string& root, std::string_view language) {
    return bounded_term('Z' + (std::string(language) + root));
}
/// Equal under inflection in any of the languages, or when å ä ö were typed without their marks.
bool same_word(std::string_view one, std::string_view other);
/// Insertions, deletions, changes and swaps of neighbours; more than `limit` gives limit + 1.
int edit_distance(std::string_view one, std::string_view other, int limit);
/// Known words of at least four letters inside a longer one: "bredbandsutbyggnad" → bredband, utbyggnad.
std::vector<std::string> compound_parts(std::string_view word, const std::function<bool(const std::string&)>& is_known);

}  // namespace digilots::search
