#include "platform/base/day_words.h"

#include <algorithm>
#include <array>

namespace digilots::base {

namespace {

constexpr std::array<std::string_view, 12> months_in_words[]{
    {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
    {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}};
constexpr std::array<std::string_view, 7> weekdays_in_words[]{
    {"mandagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lordagar", "sondagar"},
    {"mandager", "tirsdager", "onsdager", "torsdager", "fredager", "lordager", "sondager"},
    {"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"}};
constexpr std::size_t shortest_month = 3;

/// -1 where no name begins so.
template <std::size_t Count, std::size_t Languages>
int index_of_beginning(std::string_view word, const std::array<std::string_view, Count> (&names)[Languages]) {
    for (const auto& language : names) {
        const auto found = std::ranges::find_if(language, [&](std::string_view name) { return name.starts_with(word); });
        if (found != language.end()) return static_cast<int>(found - language.begin());
    }
    return -1;
}

}  // namespace

int month_named(std::string_view word) {
    return word.size() < shortest_month ? 0 : index_of_beginning(word, months_in_words) + 1;
}

int weekday_named(std::string_view word, std::size_t shortest) {
    return word.size() < shortest ? -1 : index_of_beginning(word, weekdays_in_words);
}

}  // namespace digilots::base
