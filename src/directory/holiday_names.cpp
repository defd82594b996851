#include "directory/holiday_names.h"

#include <array>
#include <vector>

#include "directory/holidays.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

constexpr unsigned month_of_easter = 0;     // of a CalendarDay that counts from Easter Sunday
constexpr int on_saturday = 6;
constexpr std::string_view english;

CalendarDay after_easter(int days) { return {0, month_of_easter, 0, 0, days}; }

/// Names beside those of the calendar.
const std::vector<NamedDay>& other_names() {
    static const std::vector<NamedDay> names{
        {"SE", "skärtorsdagen", after_easter(-3)},
        {"SE", "påskafton", after_easter(-1)},
        {"SE", "Kristi himmelsfärd", after_easter(39)},
        {"SE", "pingstafton", after_easter(48)},
        {"SE", "trettondagsafton", {0, 1, 5}},
        {"SE", "trettondagen", {0, 1, 6}},
        {"SE", "trettondag jul", {0, 1, 6}},
        {"SE", "valborgsmässoafton", {0, 4, 30}},
        {"SE", "valborg", {0, 4, 30}},
        {"SE", "Sveriges nationaldag", {0, 6, 6}},
        {"SE", "alla helgons afton", {0, 10, 31, on_saturday, -1}},
        {"SE", "allhelgonaafton", {0, 10, 31, on_saturday, -1}},
        {"SE", "allhelgonadagen", {0, 10, 31, on_saturday}},
        {"SE", "lucia", {0, 12, 13}},
        {"NO", "nyttårsdag", {0, 1, 1}},
        {"NO", "nasjonaldagen", {0, 5, 17}},
        {"NO", "nationaldagen", {0, 5, 17}},
        {"NO", "sankthansaften", {0, 6, 23}},
        {"NO", "lille julaften", {0, 12, 23}},
        {"NO", "lillejulaften", {0, 12, 23}},
        {"NO", "juledag", {0, 12, 25}},
        {"NO", "palmesøndag", after_easter(-7)},
        {"NO", "påskeaften", after_easter(-1)},
        {"NO", "påskedag", after_easter(0)},
        {"NO", "Kristi himmelfart", after_easter(39)},
        {"NO", "pinseaften", after_easter(48)},
        {"NO", "pinsedag", after_easter(49)},
        {english, "New Year's Day", {0, 1, 1}},
        {english, "Midsummer Eve", {0, 6, 20, on_saturday, -1}},
        {english, "Midsummer Day", {0, 6, 20, on_saturday}},
        {english, "Christmas Eve", {0, 12, 24}},
        {english, "Christmas Day", {0, 12, 25}},
        {english, "Boxing Day", {0, 12, 26}},
        {english, "New Year's Eve", {0, 12, 31}},
        {english, "Maundy Thursday", after_easter(-3)},
        {english, "Good Friday", after_easter(-2)},
        {english, "Easter Sunday", after_easter(0)},
        {english, "Easter Monday", after_easter(1)},
        {english, "Ascension Day", after_easter(39)}};
    return names;
}

struct WrittenName {
    std::string_view country;
    std::string beginning;          // folded; "en" may follow: "julafton" and "julaftonen"
    CalendarDay day;
};

void add_spellings(const NamedDay& named, std::vector<WrittenName>& names) {
    constexpr std::string_view ending = "dagen";
    std::string folded = base::fold(named.name);
    if (folded.ends_with(ending)) folded.resize(folded.size() - 2);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> ordinals{{{"forste ", "1"}, {"andre ", "2"}}};
    for (const auto& [word, number] : ordinals) {
        if (!folded.starts_with(word)) continue;
        const auto rest = folded.substr(word.size());
        for (const auto* sign : {". ", ".", " "}) names.push_back({named.country, std::string(number) + sign + rest, named.day});
    }
    names.push_back({named.country, std::move(folded), named.day});
}

const std::vector<WrittenName>& written_names() {
    static const std::vector<WrittenName> all = [] {
        std::vector<WrittenName> names;
        for (const auto& day : named_holidays()) add_spellings(day, names);
        for (const auto& day : other_names()) add_spellings(day, names);
        return names;
    }();
    return all;
}

bool is_name_letter(char one) { return one >= 'a' && one <= 'z'; }

/// 0 where the text does not begin with it as whole words.
std::size_t length_at_beginning(std::string_view text, std::string_view name) {
    if (!text.starts_with(name)) return 0;
    std::size_t length = name.size();
    if (text.substr(length).starts_with("en")) length += 2;
    return length < text.size() && is_name_letter(text[length]) ? 0 : length;
}

}  // namespace

std::optional<FoundName> name_at_beginning(std::string_view folded, std::string_view country) {
    std::optional<FoundName> best;
    bool of_country = false;
    for (const auto& name : written_names()) {
        const auto length = length_at_beginning(folded, name.beginning);
        if (length == 0) continue;
        const bool own = name.country == country;
        if (best && (length < best->length || (length == best->length && (of_country || !own)))) continue;
        best = FoundName{name.day, length};
        of_country = own;
    }
    return best;
}

std::string name_of_day(const CalendarDay& day, std::string_view country) {
    std::string other;
    for (const auto* names : {&named_holidays(), &other_names()}) {
        for (const auto& named : *names) {
            if (named.day != day) continue;
            if (named.country == country) return std::string(named.name);
            if (other.empty()) other = named.name;
        }
    }
    return other;
}

}  // namespace digilots::directory
