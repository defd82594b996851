#pragma once
// How a language writes numbers, dates and hours: asked from ICU once, then read without locks.
#include <array>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace digilots::i18n {

struct LocaleFacts {
    std::string group_separator, decimal_separator, minus;
    int least_grouped_digits = 4;                 // 1234 stays whole where the language groups from five digits
    std::array<std::string, 12> months, short_months;
    std::array<std::string, 7> weekdays;          // 0 = Monday
    std::string date_pattern, short_date_pattern; // "d MMMM y"
    char hour_separator = ':';
};

LocaleFacts read_locale_facts(std::string_view language);
std::string format_number(const LocaleFacts& facts, double value, int decimals);
std::string format_date(const LocaleFacts& facts, const std::string& pattern, base::Date date);

}  // namespace digilots::i18n
