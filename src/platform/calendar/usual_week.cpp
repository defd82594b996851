#include "platform/calendar/usual_week.h"

#include <algorithm>
#include <vector>

#include "platform/calendar/other_hours.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::calendar {

std::string usual_week_text(std::string_view rule, std::string_view country, base::Date today,
                            const i18n::Translator& translator) {
    const auto notation = read_shown(rule);
    if (!notation) return "";
    const auto week = ordinary_week(*notation, country, today);
    std::vector<std::pair<TimeRanges, Weekdays>> alike;
    for (std::size_t day = 0; day < std::min<std::size_t>(week.days.size(), 7); ++day) {
        TimeRanges ranges;
        for (const auto& range : week.days[day].ranges) ranges.push_back({range.from, range.to});
        if (ranges.empty()) continue;
        auto same = std::ranges::find(alike, ranges, [](const auto& one) { return one.first; });
        if (same == alike.end()) same = alike.insert(alike.end(), {ranges, Weekdays{}});
        same->second[day] = true;
    }
    std::string text;
    for (const auto& [ranges, days] : alike)
        text += (text.empty() ? "" : ", ") + weekdays_text(days, translator) + " " + ranges_text(ranges);
    return text;
}

}  // namespace digilots::calendar
