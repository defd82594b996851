#include "platform/calendar/span_cache.h"

#include <algorithm>

namespace digilots::calendar {
namespace {

constexpr int days_ahead = 15;
constexpr std::size_t most_entries = 4096;
constexpr int evening_begins = 17;

/// The last of those that follow without a gap and are as certain: another comment is no change.
std::size_t last_alike(const std::vector<OpenSpan>& spans, std::size_t first) {
    std::size_t last = first;
    while (last + 1 < spans.size() && spans[last + 1].begin == spans[last].end &&
           spans[last + 1].certain == spans[first].certain) {
        ++last;
    }
    return last;
}

}  // namespace

SpanCache::Spans SpanCache::find(const std::string& rule, HoursPlace place, base::Date day) {
    std::string key = base::format_date(day);
    key.append(place.country).append(1, '|').append(place.zone).append(1, '|').append(rule);
    {
        const base::Lock lock(mutex_);
        const auto found = spans_.find(key);
        if (found != spans_.end()) return found->second;
    }
    Spans spans;
    if (check_hours(rule)) spans = std::make_shared<const std::vector<OpenSpan>>(open_spans(rule, place, day, days_ahead));
    const base::Lock lock(mutex_);
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
    for (std::size_t at_span = 0; at_span < spans.size(); ++at_span) {
        const auto& span = spans[at_span];
        if (span.certain && span.begin < midnight && span.end > std::max(evening, at)) state.open_this_evening = true;
        if (span.end <= at || state.next_change) continue;
        if (span.begin > at) {
            // Where it is open without an end within these days nothing changes.
            if (state.now == Openness::closed) state.next_change = span.begin;
            continue;
        }
        state.now = span.certain ? Openness::open : Openness::unknown;
        const OpenSpan& last = spans[last_alike(spans, at_span)];
        if (!last.goes_on) state.next_change = last.end;
    }
    return state;
}

}  // namespace digilots::calendar
