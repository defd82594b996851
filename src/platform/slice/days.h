#pragma once
// Days that stand in the own calendar of whoever holds a function: when its groups meet, what is due of what it answers for.
#include <functional>
#include <string>
#include <vector>

#include "platform/calendar/icalendar.h"
#include "platform/http/request.h"
#include "platform/i18n/translator.h"

namespace digilots {

struct DaysAsked {
    const http::Tenant& tenant;
    const std::vector<std::string>& functions;  // that somebody holds or stands in for
    const i18n::Translator& words;              // of whoever reads it
};
/// The newest first. An event's `url` is a path below the municipality: "/staff/bodies/meetings/…".
using DaysOf = std::function<std::vector<calendar::Event>(const DaysAsked& asked)>;

}  // namespace digilots
