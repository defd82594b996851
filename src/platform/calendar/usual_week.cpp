#include "platform/calendar/usual_week.h"

#include <algorithm>
#include <vector>

#include "platform/calendar/other_hours.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/i18n/isolate.h"

namespace digilots::calendar {

namespace {

std::string hours_text(const TimeRanges& ranges, const i18n::Translator& translator) {
    constexpr int hour = 60, midnight = 24 * hour;
    const auto clock = [&](int minute) {
        const int shown = minute > midnight ? minute - midnight : minute;
        return translator.time(shown / hour, shown % hour);
    };
    std::string text;
    for (const auto& range : ranges)
        text += (text.empty() ? "" : ", ") + i18n::range(clock(range.from), clock(range.to), translator.language());
    return text;
}

}  // namespace

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
        text += (text.empty() ? "" : "; ") + weekdays_text(days, translator) + " " + hours_text(ranges, translator);
    return text;
}

}  // namespace digilots::calendar
