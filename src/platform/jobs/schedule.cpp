#include "platform/jobs/schedule.h"

#include <algorithm>

#include "platform/base/time.h"

namespace digilots::jobs {

namespace {

constexpr std::chrono::seconds longest_pause{24 * 3600};

base::Instant latest_time(const Daily& daily, base::Instant now) {
    const auto today = base::to_civil(now, daily.zone).date;
    const auto at = base::from_civil(today, daily.hour, daily.minute, daily.zone);
    return at <= now ? at : base::from_civil(base::add_days(today, -1), daily.hour, daily.minute, daily.zone);
}

}  // namespace

Planned planned(const Schedule& schedule, std::optional<base::Instant> last, base::Instant now) {
    if (last && *last > now + clocks_differ) last = std::nullopt;
    if (const auto* every = std::get_if<Every>(&schedule)) {
        return !last || now >= *last + every->pause ? Planned::due : Planned::nothing;
    }
    if (const auto* daily = std::get_if<Daily>(&schedule)) {
        if (!last) return Planned::remembered;
        return *last < latest_time(*daily, now) ? Planned::due : Planned::nothing;
    }
    return Planned::nothing;
}

std::chrono::seconds pause_after(const Retry& retry, int attempt) {
    const auto longest = std::min(retry.longest, longest_pause);
    auto pause = retry.first;
    for (int n = 1; n < attempt && pause < longest; ++n) pause *= 2;
    return std::clamp(pause, std::chrono::seconds(0), longest);
}

}  // namespace digilots::jobs
