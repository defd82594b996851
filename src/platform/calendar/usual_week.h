#pragma once
// An ordinary week of opening or phone hours in one line.
#include <string>
#include <string_view>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"

namespace digilots::calendar {

/// "Mon–Fri 10:00–12:00, 13:00–15:00; Sat 10:00–13:00"; "" where the rule cannot be read or says nothing of a week.
std::string usual_week_text(std::string_view rule, std::string_view country, base::Date today,
                            const i18n::Translator& translator);

}  // namespace digilots::calendar
