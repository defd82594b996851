#pragma once
// Opening hours worked out once per rule and day; safe from any thread.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "directory/directory.h"
#include "directory/hours.h"
#include "platform/base/mutex.h"

namespace digilots::directory {

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
/// When a place closes today that says its closing time but not its days; nothing where it closes after midnight.
std::optional<base::Instant> stated_closing(const Hours& hours, base::Instant at, std::string_view zone);

}  // namespace digilots::directory
