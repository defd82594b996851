#include "directory/span_cache.h"

namespace digilots::directory {
namespace {

constexpr int days_ahead = 15;
constexpr std::size_t most_entries = 4096;
constexpr int evening_begins = 17;

}  // namespace

SpanCache::Spans SpanCache::find(const std::string& rule, HoursPlace place, base::Date day) {
    std::string key = base::format_date(day);
    key.append(place.country).append(1, '|').append(place.zone).append(1, '|').append(rule);
    {
        const std::lock_guard lock(mutex_);
        const auto found = spans_.find(key);
        if (found != spans_.end()) return found->second;
    }
    Spans spans;
    if (check_hours(rule)) spans = std::make_shared<const std::vector<OpenSpan>>(open_spans(rule, place, day, days_ahead));
    const std::lock_guard lock(mutex_);
    if (spans_.size() >= most_entries) spans_.clear();
    spans_.emplace(std::move(key), spans);
    return spans;
}

OpenState state_of(const std::vector<OpenSpan>& spans, base::Instant at, std::string_view zone) {
    OpenState state;
    state.now = Openness::closed;
    const auto today = base::to_civil(at, zone).date;
    const auto evening = base::from_civil(today, evening_begins, 0, zone);
    const auto midnight = base::from_civil(base::add_days(today, 1), 0, 0, zone);
    for (const auto& span : spans) {
        if (span.certain && span.begin < midnight && span.end > evening) state.open_this_evening = true;
        if (span.end <= at || state.next_change) continue;
        if (span.begin <= at) {
            state.now = span.certain ? Openness::open : Openness::unknown;
            if (span.goes_on) break;
            state.next_change = span.end;
        } else {
            state.next_change = span.begin;
        }
    }
    return state;
}

}  // namespace digilots::directory
