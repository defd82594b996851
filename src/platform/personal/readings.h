#pragma once
// A text as somebody reads it who wants the numbers in it. All take plain text (base::plain) and are linear.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::personal {

struct Stretch {
    std::size_t begin, end;
};

/// The words and numbers.
std::vector<Stretch> words_of(std::string_view plain);
/// "85O7O9-98O5" → "850709-9805". Of the same length.
std::string with_letters_as_figures(std::string_view plain);
/// "åttiofem noll sju noll nio nittioåtta noll fem" → "85 0 7 0 9 98 0 5": rows of numbers, and days and years beside months.
std::string with_words_as_figures(std::string_view plain);
/// "850709 -> 9805", "850709 x 9805", "850709 streck 9805" → "850709-9805"; "plus 46 70" → "+46 70".
std::string with_signs_as_hyphens(std::string_view plain);
/// "070⏎1234567" → "070 1234567": a number that goes on in the next line, no list of numbers with one in each, no times.
std::string with_lines_as_spaces(std::string_view plain);

}  // namespace digilots::personal
