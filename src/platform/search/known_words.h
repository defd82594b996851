#pragma once
// Which words Swedish, Norwegian (both forms) and English have: what somebody wrote in the language is not corrected.
// The table is made by cmake/known_words.py from Debian's hunspell dictionaries.
#include <string_view>

namespace digilots::search {

/// Lower case, one word. Also compounds that no dictionary lists: "hundägarkurs". Never false for a listed word; about
/// one misspelling in two hundred passes for a word.
bool is_known_word(std::string_view word);
/// A word of English and of no Nordic language: "phone" is no "fon".
bool is_only_english(std::string_view word);

}  // namespace digilots::search
