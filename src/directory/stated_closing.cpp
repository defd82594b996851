#include "directory/stated_closing.h"

#include "platform/base/time.h"
#include "platform/base/whole_number.h"

namespace digilots::directory {

std::optional<base::Instant> stated_closing(const Hours& hours, base::Instant at, std::string_view zone) {
    constexpr int noon = 12;
    if (hours.complete || hours.closes.size() != 5) return std::nullopt;
    const auto hour = base::whole_number(std::string_view(hours.closes).substr(0, 2), noon, 23);
    const auto minute = base::whole_number(std::string_view(hours.closes).substr(3), 0, 59);
    if (!hour || !minute) return std::nullopt;
    return base::from_civil(base::to_civil(at, zone).date, *hour, *minute, zone);
}

}  // namespace digilots::directory
