#pragma once
// When a schedule wants its work done.
#include <optional>

#include "platform/base/clock.h"
#include "platform/jobs/jobs.h"

namespace digilots::jobs {

/// Servers' clocks differ by less; what lies further ahead was written while a clock was wrong.
constexpr std::chrono::minutes clocks_differ{5};

enum class Planned {
    nothing,
    remembered,  // from now on; nothing is to be done yet
    due,
};

/// `last`: what was remembered, none where nothing ever was.
Planned planned(const Schedule& schedule, std::optional<base::Instant> last, base::Instant now);

/// After the attempt of that number has failed: first, twice that, four times …, longest.
std::chrono::seconds pause_after(const Retry& retry, int attempt);

}  // namespace digilots::jobs
