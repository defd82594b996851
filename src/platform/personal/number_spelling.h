#pragma once
// Numbers in words, Swedish and bokmål. Letters beside a-z are "x" in plain text (base::plain): "två" → "tvx".
#include <string>
#include <string_view>

namespace digilots::personal {

/// The figures a word in small letters stands for: "98" of "nittiåtte", "1985" of "nittonhundraåttiofem", "07" of "nollsju"; ""
/// where it is no number.
std::string figures_of_word(std::string_view word);
/// "9" of "nionde" and "niende", "21" of "tjugoförsta"; "" where it is none.
std::string day_of_ordinal(std::string_view word);
/// 1 to 12 of "januari", "des"; 0 where the word is no month.
int month_of(std::string_view word);

}  // namespace digilots::personal
