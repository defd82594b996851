#include "platform/personal/number_spelling.h"

#include <algorithm>
#include <array>
#include <span>

namespace digilots::personal {

namespace {

struct Number {
    std::string_view word, figures;
};

/// In the order of their words: found without comparing all of them.
template <std::size_t n>
constexpr std::array<Number, n> sorted(std::array<Number, n> numbers) {
    std::ranges::sort(numbers, {}, &Number::word);
    return numbers;
}

constexpr auto units_said = sorted(std::array<Number, 34>{
    {{"noll", "0"}, {"nolla", "0"}, {"null", "0"}, {"zero", "0"}, {"ett", "1"},  {"en", "1"},    {"xn", "1"},
     {"ein", "1"},  {"one", "1"},   {"tvx", "2"},  {"tva", "2"},  {"to", "2"},   {"two", "2"},   {"tre", "3"},
     {"three", "3"}, {"fyra", "4"}, {"fire", "4"}, {"four", "4"}, {"fem", "5"},  {"five", "5"},  {"sex", "6"},
     {"seks", "6"}, {"six", "6"},   {"sju", "7"},  {"syv", "7"},  {"seven", "7"}, {"xtta", "8"}, {"xtte", "8"},
     {"atta", "8"}, {"eight", "8"}, {"nio", "9"},  {"ni", "9"},   {"nine", "9"}, {"atte", "8"}}});
constexpr auto teens_said = sorted(std::array<Number, 19>{
    {{"tio", "10"}, {"ti", "10"}, {"elva", "11"}, {"elleve", "11"}, {"tolv", "12"}, {"tretton", "13"}, {"tretten", "13"},
     {"fjorton", "14"}, {"fjorten", "14"}, {"femton", "15"}, {"femten", "15"}, {"sexton", "16"}, {"seksten", "16"},
     {"sjutton", "17"}, {"sytten", "17"}, {"arton", "18"}, {"atten", "18"}, {"nitton", "19"}, {"nitten", "19"}}});
constexpr std::array<Number, 22> tens_said{
    {{"tjugo", "2"}, {"tjue", "2"}, {"tyve", "2"}, {"trettio", "3"}, {"tretti", "3"}, {"tredve", "3"}, {"fyrtio", "4"},
     {"fxrti", "4"}, {"fyrti", "4"}, {"femtio", "5"}, {"femti", "5"}, {"sextio", "6"}, {"sexti", "6"}, {"seksti", "6"},
     {"sjuttio", "7"}, {"sytti", "7"}, {"sjutti", "7"},
     {"xttio", "8"}, {"xtti", "8"}, {"attio", "8"}, {"nittio", "9"}, {"nitti", "9"}}};

constexpr std::array<std::string_view, 30> ordinals{
    "fxrsta fxrste", "andra andre", "tredje", "fjxrde fjerde", "femte", "sjxtte sjette", "sjunde syvende sjuende",
    "xttonde xttende", "nionde niende", "tionde tiende", "elfte ellevte", "tolfte tolvte", "trettonde trettende",
    "fjortonde fjortende", "femtonde femtende", "sextonde sekstende", "sjuttonde syttende", "artonde attende",
    "nittonde nittende", "tjugonde tjuende", "", "", "", "", "", "", "", "", "", "trettionde trettiende"};
constexpr std::array<std::string_view, 12> months{
    "januari januar jan", "februari februar feb", "mars mar", "april apr", "maj mai", "juni jun", "juli jul",
    "augusti august aug", "september sept sep", "oktober okt", "november nov", "december desember dec des"};

std::string_view figures_in(std::span<const Number> numbers, std::string_view word) {
    const auto found = std::ranges::lower_bound(numbers, word, {}, &Number::word);
    return found == numbers.end() || found->word != word ? std::string_view() : found->figures;
}

/// "juli" in "juli jul": between spaces and ends.
bool has_word(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || line[at - 1] == ' ') && (end == line.size() || line[end] == ' ')) return true;
    }
    return false;
}

/// From 1; 0 where no line has the word.
int place_of(std::string_view word, std::span<const std::string_view> lines) {
    if (word.size() < 3) return 0;
    const auto found = std::ranges::find_if(lines, [&](std::string_view line) { return has_word(line, word); });
    return found == lines.end() ? 0 : static_cast<int>(found - lines.begin()) + 1;
}

/// "fem" of "femog"; "" where no "and" ends it.
std::string_view before_and(std::string_view word) { return word.ends_with("og") ? word.substr(0, word.size() - 2) : ""; }

/// "tjugofem", "fem", "femton", "femogtyve"
std::string below_hundred(std::string_view word) {
    if (const auto unit = figures_in(units_said, word); !unit.empty()) return std::string(unit);
    if (const auto teen = figures_in(teens_said, word); !teen.empty()) return std::string(teen);
    for (const auto& [ten, figure] : tens_said) {
        if (word == ten) return std::string(figure) + "0";
        std::string_view rest;
        if (word.starts_with(ten)) rest = word.substr(ten.size());
        else if (word.ends_with(ten)) rest = before_and(word.substr(0, word.size() - ten.size()));
        const auto unit = figures_in(units_said, rest);
        if (!unit.empty() && unit != "0") return std::string(figure) + std::string(unit);
    }
    return "";
}

/// "nittonhundraåttiofem", "nittenåttifem"
std::string with_hundreds(std::string_view word) {
    if (word.starts_with("nitton") || word.starts_with("nitten")) {
        const auto year = below_hundred(word.substr(6));
        if (year.size() == 2) return "19" + year;
    }
    const auto at = std::min(word.find("hundra"), word.find("hundre"));
    if (at == word.npos) return "";
    const std::string before = at == 0 ? "1" : below_hundred(word.substr(0, at));
    auto rest = word.substr(at + 6);
    if (rest.starts_with("og")) rest.remove_prefix(2);
    else if (rest.starts_with("och")) rest.remove_prefix(3);
    const std::string behind = rest.empty() ? "00" : below_hundred(rest);
    if (before.empty() || before == "0" || behind.empty()) return "";
    return before + (behind.size() == 1 ? "0" : "") + behind;
}

}  // namespace

std::string figures_of_word(std::string_view word) {
    constexpr std::string_view first_letters = "nzeotxfsah";
    if (word.size() < 2 || !first_letters.contains(word[0])) return "";
    std::string noughts;
    for (;;) {
        auto whole = below_hundred(word);
        if (whole.empty()) whole = with_hundreds(word);
        if (!whole.empty()) return noughts + whole;
        if (!word.starts_with("noll") && !word.starts_with("null")) return "";
        noughts += '0';
        word.remove_prefix(4);
    }
}

std::string day_of_ordinal(std::string_view word) {
    if (const int day = place_of(word, ordinals); day > 0) return std::to_string(day);
    for (const auto& [ten, figure] : {Number{"tjugo", "2"}, {"tjue", "2"}, {"trettio", "3"}, {"tretti", "3"}}) {
        const int unit = word.starts_with(ten) ? place_of(word.substr(ten.size()), ordinals) : 0;
        if (unit > 0 && unit < 10) return std::string(figure) + std::to_string(unit);
    }
    return "";
}

int month_of(std::string_view word) { return place_of(word, months); }

}  // namespace digilots::personal
