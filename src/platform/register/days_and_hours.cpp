#include "platform/register/days_and_hours.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::register_ {

void add_problem_once(Problems& problems, const char* input, i18n::Text text) {
    if (!base::find_in(problems, std::string_view(input), &Problem::input)) problems.push_back({input, text});
}

void check_has_been(const Checked& checked, const char* day, Problems& problems) {
    constexpr int longest_ago = 3653;  // days
    const auto written = checked.record.date(day);
    if (!written || !checked.around.today.ok()) return;
    if (*written > checked.around.today)
        add_problem_once(problems, day, TEXT("Write the date of today or of an earlier day."));
    else if (base::days_between(*written, checked.around.today) > longest_ago)
        add_problem_once(problems, day, TEXT("That is more than ten years ago. Look at the year."));
}

void check_hours_of_day(const Checked& checked, const char* hours, Problems& problems) {
    constexpr int midnight = 24 * 60;
    const auto ranges = calendar::read_ranges(checked.record.text(hours));
    if (!ranges) return add_problem_once(problems, hours, TEXT("Write the hours as 9-12, 13-16.30."));
    if (std::ranges::any_of(*ranges, [](const calendar::TimeRange& range) { return range.to > midnight; }))
        add_problem_once(problems, hours, TEXT("These hours end before they begin. Turn them round, such as 9-12."));
}

}  // namespace digilots::register_
