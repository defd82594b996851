#include <array>

#include "platform/periods/period.h"

namespace digilots::periods {

namespace {

constexpr std::array<i18n::Text, 12> months_of_a_year{
    TEXT("January {year}"), TEXT("February {year}"), TEXT("March {year}"),     TEXT("April {year}"),
    TEXT("May {year}"),     TEXT("June {year}"),     TEXT("July {year}"),      TEXT("August {year}"),
    TEXT("September {year}"), TEXT("October {year}"), TEXT("November {year}"), TEXT("December {year}")};

}  // namespace

std::string name_of(const Period& period, const i18n::Translator& translator) {
    const std::string key = key_of(period), year = key.substr(0, 4);
    const bool is_autumn = key.ends_with("autumn");
    switch (kind_of(period)) {
        case Kind::week: {
            const std::string number = std::to_string(std::stoi(key.substr(6)));
            return translator.t(TEXT("week {n}, {year}"), {{"n", number}, {"year", year}});
        }
        case Kind::month:
            return translator.t(months_of_a_year[unsigned(period.from.month()) - 1], {{"year", year}});
        case Kind::quarter: return translator.t(TEXT("quarter {n}, {year}"), {{"n", key.substr(6)}, {"year", year}});
        case Kind::year: return year;
        case Kind::term:
            return translator.t(is_autumn ? TEXT("autumn term {year}") : TEXT("spring term {year}"), {{"year", year}});
        case Kind::school_year: return translator.t(TEXT("school year {year}"), {{"year", year + "/" + key.substr(7)}});
        case Kind::day:
        case Kind::own: break;
    }
    return days_of(period, translator);
}

std::string days_of(const Period& period, const i18n::Translator& translator) {
    if (period.from == period.to) return translator.date(period.from);
    return translator.date(period.from) + " – " + translator.date(period.to);
}

}  // namespace digilots::periods
