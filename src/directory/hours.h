#pragma once
// Opening hours in OpenStreetMap notation, evaluated day by day. The reading library (and Qt) stay inside hours.cpp.
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/time.h"

namespace digilots::directory {

enum class HoursError { empty, too_long, not_understood, not_supported };

/// What the notation means, or what is wrong with it. Never throws, whatever the text.
base::Result<void, HoursError> check_hours(std::string_view rule);

struct OpenSpan {
    base::Instant begin, end;
    bool certain = true;            // false: "by appointment" and the like
    bool goes_on = false;           // beyond the days that were asked for
    std::string comment;
};

/// Where and how the notation is read: "SE", "Europe/Stockholm".
struct HoursPlace {
    std::string_view country, zone;
};

/// Spans in order that touch the days from `first` on, merged where they meet.
/// Closed on public holidays and on eves unless the rule says otherwise (docs/decisions/0006-opening-hours-on-holidays.md).
std::vector<OpenSpan> open_spans(std::string_view rule, HoursPlace place, base::Date first, int days);

}  // namespace digilots::directory
