#include "platform/calendar/holiday_words.h"

#include <algorithm>

namespace digilots::calendar {
namespace {

/// What each country calls the day, "" where it does not keep it: the names of data/holidays.csv and of holiday_names.cpp.
struct KnownDay {
    std::string_view swedish, norwegian;
    i18n::Text text;
};

// Each country's own names are those of the calendar; other languages have theirs in the catalogue.
constexpr KnownDay known_days[] = {
    {"nyårsdagen", "Første nyttårsdag", TEXT("New Year’s Day")},
    {"trettondedag jul", "", TEXT("Epiphany")},
    {"första maj", "Arbeidernes dag", TEXT("May Day")},
    {"nationaldagen", "", TEXT("National Day of Sweden")},
    {"", "Grunnlovsdagen", TEXT("Constitution Day of Norway")},
    {"midsommarafton", "", TEXT("Midsummer Eve")},
    {"midsommardagen", "", TEXT("Midsummer Day")},
    {"alla helgons dag", "", TEXT("All Saints’ Day")},
    {"alla helgons afton", "", TEXT("All Saints’ Eve")},
    {"julafton", "Julaften", TEXT("Christmas Eve")},
    {"juldagen", "Første juledag", TEXT("Christmas Day")},
    {"annandag jul", "Andre juledag", TEXT("Boxing Day")},
    {"nyårsafton", "Nyttårsaften", TEXT("New Year’s Eve")},
    {"palmsöndagen", "palmesøndag", TEXT("Palm Sunday")},
    {"skärtorsdagen", "Skjærtorsdag", TEXT("Maundy Thursday")},
    {"långfredagen", "Langfredag", TEXT("Good Friday")},
    {"påskafton", "påskeaften", TEXT("Easter Eve")},
    {"påskdagen", "Første påskedag", TEXT("Easter Sunday")},
    {"annandag påsk", "Andre påskedag", TEXT("Easter Monday")},
    {"Kristi himmelsfärdsdag", "Kristi himmelfartsdag", TEXT("Ascension Day")},
    {"pingstafton", "pinseaften", TEXT("Whitsun Eve")},
    {"pingstdagen", "Første pinsedag", TEXT("Whit Sunday")},
    {"", "Andre pinsedag", TEXT("Whit Monday")}};

bool is_own_language(std::string_view country, std::string_view code) {
    return country == "SE" ? code.starts_with("sv") : country == "NO" && (code == "nb" || code == "nn");
}

}  // namespace

std::string holiday_in_words(std::string_view name, std::string_view country, const i18n::Translator& words) {
    if (name.empty() || is_own_language(country, words.language().code)) return std::string(name);
    const auto known =
        std::ranges::find_if(known_days, [&](const KnownDay& day) { return day.swedish == name || day.norwegian == name; });
    return known == std::end(known_days) ? std::string(name) : words.t(known->text);
}

}  // namespace digilots::calendar
