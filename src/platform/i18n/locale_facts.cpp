#include "platform/i18n/locale_facts.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/numfmt.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "platform/base/ensure.h"

namespace digilots::i18n {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

// English as Europe writes it (22 November 2026); Arabic with the digits of the phone numbers and hours around it.
icu::Locale locale_of(std::string_view language) {
    if (language == "en") return icu::Locale("en", "GB");
    if (language == "ar") return icu::Locale("ar@numbers=latn");
    return icu::Locale(std::string(language.substr(0, language.find('-'))).c_str());
}

void read_numbers(const icu::Locale& locale, LocaleFacts& facts) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(locale, status);
    facts.group_separator = utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
    facts.decimal_separator = utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
    facts.minus = utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol));
    const std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(locale, status));
    ENSURE(U_SUCCESS(status));
    if (const auto* decimal = dynamic_cast<const icu::DecimalFormat*>(format.get())) {
        facts.least_grouped_digits = 3 + std::max(1, decimal->getMinimumGroupingDigits());
    }
}

void read_names(const icu::Locale& locale, LocaleFacts& facts) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    ENSURE(U_SUCCESS(status));
    using Symbols = icu::DateFormatSymbols;
    int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count, Symbols::FORMAT, Symbols::WIDE);
    for (int i = 0; i < 12 && i < count; ++i) facts.months[static_cast<std::size_t>(i)] = utf8(months[i]);
    months = symbols.getMonths(count, Symbols::FORMAT, Symbols::ABBREVIATED);
    for (int i = 0; i < 12 && i < count; ++i) facts.short_months[static_cast<std::size_t>(i)] = utf8(months[i]);
    const icu::UnicodeString* weekdays = symbols.getWeekdays(count, Symbols::STANDALONE, Symbols::WIDE);
    for (int i = 0; i < 7 && count >= 8; ++i) facts.weekdays[static_cast<std::size_t>(i)] = utf8(weekdays[(i + 1) % 7 + 1]);
}

void read_patterns(const icu::Locale& locale, LocaleFacts& facts) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    ENSURE(U_SUCCESS(status));
    facts.date_pattern = utf8(generator->getBestPattern(icu::UnicodeString("dMMMMy"), status));
    facts.short_date_pattern = utf8(generator->getBestPattern(icu::UnicodeString("dMMM"), status));
    ENSURE(U_SUCCESS(status));
}

std::string grouped(const LocaleFacts& facts, const std::string& digits) {
    if (static_cast<int>(digits.size()) < facts.least_grouped_digits) return digits;
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += facts.group_separator;
        result.push_back(digits[i]);
    }
    return result;
}

}  // namespace

LocaleFacts read_locale_facts(std::string_view language) {
    LocaleFacts facts;
    const icu::Locale locale = locale_of(language);
    read_numbers(locale, facts);
    read_names(locale, facts);
    read_patterns(locale, facts);
    // ICU writes 16:30 for Swedish; Swedish public texts write 16.30.
    facts.hour_separator = language == "sv" || language == "fi" ? '.' : ':';
    return facts;
}

namespace {

/// 12.5 is 13, as people round, where the nearest even number would be 12. What is beyond whole numbers of a double stays.
double half_up(double value, int places) {
    constexpr int most_places = 6;
    constexpr double most = 1e9;
    if (places > most_places || value >= most) return value;
    const double scale = std::pow(10.0, places);
    return std::round(value * scale) / scale;
}

}  // namespace

std::string format_number(const LocaleFacts& facts, double value, int decimals) {
    char buffer[400];
    const int places = decimals < 0 ? 0 : decimals > 20 ? 20 : decimals;
    std::snprintf(buffer, sizeof buffer, "%.*f", places, half_up(std::fabs(value), places));
    std::string digits(buffer);
    if (!std::isfinite(value)) return "–";
    const std::size_t point = digits.find('.');
    const std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
    const bool negative = value < 0 && digits.find_first_not_of("0.") != std::string::npos;
    std::string result = negative ? facts.minus : "";
    result += grouped(facts, digits.substr(0, point));
    if (!fraction.empty()) result += facts.decimal_separator + fraction;
    return result;
}

// Only the letters that the skeletons dMMMMy and dMMM can give; everything else is written as it stands.
std::string format_date(const LocaleFacts& facts, const std::string& pattern, base::Date date) {
    const std::size_t month = static_cast<unsigned>(date.month()) - 1;
    if (month > 11) return "";
    std::string result;
    bool quoted = false;
    for (std::size_t i = 0; i < pattern.size();) {
        const char letter = pattern[i];
        std::size_t run = 1;
        while (i + run < pattern.size() && pattern[i + run] == letter) ++run;
        if (letter == '\'') quoted = run % 2 == 1 ? !quoted : quoted;
        else if (!quoted && letter == 'd') result += std::to_string(static_cast<unsigned>(date.day()));
        else if (!quoted && (letter == 'M' || letter == 'L') && run >= 4) result += facts.months[month];
        else if (!quoted && (letter == 'M' || letter == 'L') && run == 3) result += facts.short_months[month];
        else if (!quoted && (letter == 'M' || letter == 'L')) result += std::to_string(month + 1);
        else if (!quoted && letter == 'y') result += std::to_string(static_cast<int>(date.year()));
        else result.append(pattern, i, run);
        i += run;
    }
    return result;
}

}  // namespace digilots::i18n
