#pragma once
// "This month" as dates.
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/measure.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::statistics {

/// week, month, year (until today); anything else: nothing, the form's own dates count.
std::optional<base::Period> named_period(std::string_view name, base::Date today);
/// "week", "dates": typed dates, other than the form brought along, hold whatever the choice above them says.
std::string_view period_meant(const http::Fields& fields);
html::components::Field period_field(std::string_view chosen, const html::Page& page);
/// "1 November 2026 – 22 November 2026"
std::string period_text(const base::Period& period, const i18n::Translator& translator);

}  // namespace digilots::statistics
