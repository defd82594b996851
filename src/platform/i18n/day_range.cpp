#include "platform/i18n/day_range.h"

namespace digilots::i18n {
namespace {

/// "22 november" of "22 november 2026".
std::string without_year(base::Date day, const Translator& translator) {
    std::string text = translator.date(day);
    const std::string year = " " + std::to_string(int(day.year()));
    if (text.ends_with(year)) text.resize(text.size() - year.size());
    return text;
}

}  // namespace

std::string day_text(base::Date day, base::Date today, const Translator& translator) {
    return day.year() == today.year() ? without_year(day, translator) : translator.date(day);
}

std::string days_text(base::Date first, base::Date last, base::Date today, const Translator& translator) {
    const auto end = day_text(last, today, translator);
    if (first == last) return end;
    if (first.year() != last.year()) return day_text(first, today, translator) + " – " + end;
    const auto begin = without_year(first, translator);
    if (first.month() != last.month()) return begin + " – " + end;
    return begin.substr(0, begin.find(' ')) + "–" + end;
}

std::string days_text(std::span<const base::Date> days, base::Date today, const Translator& translator) {
    std::string text;
    for (std::size_t first = 0; first < days.size();) {
        std::size_t last = first;
        while (last + 1 < days.size() && days[last + 1] == base::add_days(days[last], 1)) ++last;
        text += (text.empty() ? "" : ", ") + days_text(days[first], days[last], today, translator);
        first = last + 1;
    }
    return text;
}

}  // namespace digilots::i18n
