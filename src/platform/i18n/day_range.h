#pragma once
// Days of a stretch in words: "24–26 december", "30 december – 2 januari 2027".
#include <span>
#include <string>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::i18n {

/// "24 december", "24 december 2027": the year where it is not that of `today`.
std::string day_text(base::Date day, base::Date today, const Translator& translator);
/// One day where both are the same. A month and a year that both ends share are said once.
std::string days_text(base::Date first, base::Date last, base::Date today, const Translator& translator);
/// Days in their order: "24 december, 29–30 december".
std::string days_text(std::span<const base::Date> days, base::Date today, const Translator& translator);

}  // namespace digilots::i18n
