#pragma once
// Opening hours worked out once per rule and day; safe from any thread.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/mutex.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/open_state.h"

namespace digilots::calendar {

class SpanCache {
public:
    using Spans = std::shared_ptr<const std::vector<OpenSpan>>;
    /// From this day on, two weeks and a day ahead; nullptr where the rule cannot be read.
    Spans find(const std::string& rule, HoursPlace place, base::Date day);

private:
    base::Mutex mutex_;
    std::map<std::string, Spans, std::less<>> spans_ GUARDED_BY(mutex_);
};

/// Open at this moment, and when it changes.
OpenState state_of(const std::vector<OpenSpan>& spans, base::Instant at, std::string_view zone);

}  // namespace digilots::calendar
