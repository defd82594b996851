#include "directory/weekly_hours.h"

#include <gtest/gtest.h>

#include "directory/hours.h"

namespace digilots::directory {
namespace {

TEST(WeeklyHours, ReadsTimesAsPeopleWriteThem) {
    EXPECT_EQ(ranges_text(*read_ranges("8-12, 13.00–16.30")), "08:00-12:00,13:00-16:30");
    EXPECT_EQ(ranges_text(*read_ranges("22-02")), "22:00-02:00");
    EXPECT_TRUE(read_ranges("stängt")->empty());
    EXPECT_TRUE(read_ranges("  ")->empty());
    for (const auto* wrong : {"8", "8-25", "8.61-9", "12-13,12.30-14", "efter lunch", "8-8", "-5--3"}) {
        EXPECT_FALSE(read_ranges(wrong)) << wrong;
    }
}

TEST(WeeklyHours, BecomesNotationAndBack) {
    WeeklyHours hours;
    for (std::size_t day = 0; day < 5; ++day) hours.days[day] = *read_ranges("8-16.30");
    hours.days[2] = *read_ranges("8-12,13-19");
    hours.exceptions = *read_exceptions("2026-12-23 10–14\n2026-12-27 – 2026-12-30 stängt\n");
    const auto rule = to_rule(hours);
    EXPECT_EQ(rule,
              "Mo,Tu,Th,Fr 08:00-16:30; We 08:00-12:00,13:00-19:00; 2026 Dec 23 10:00-14:00; "
              "2026 Dec 27-2026 Dec 30 off");
    EXPECT_TRUE(check_hours(rule));
    EXPECT_EQ(read_weekly(rule), hours);
    EXPECT_EQ(exceptions_text(hours.exceptions), "2026-12-23 10:00-14:00\n2026-12-27 – 2026-12-30 -");
    EXPECT_EQ(*read_exceptions(exceptions_text(hours.exceptions)), hours.exceptions);
}

TEST(WeeklyHours, NamesTheLineThatIsWrong) {
    EXPECT_EQ(read_exceptions("2026-12-23 10-14\n\njulafton stängt").error(), 3);
    EXPECT_EQ(read_exceptions("2026-13-01 stängt").error(), 1);
    EXPECT_EQ(read_exceptions("2026-12-30 – 2026-12-27 stängt").error(), 1);
}

TEST(WeeklyHours, LeavesWhatIsMoreThanAWeekToTheNotation) {
    EXPECT_FALSE(read_weekly("week 1-53/2 We 10:00-12:00"));
    EXPECT_FALSE(read_weekly("Mo-Fr 08:00-16:00 \"efter bokning\""));
    EXPECT_FALSE(read_weekly("Jun-Aug Mo-Fr 09:00-15:00"));
    EXPECT_TRUE(read_weekly("Mo-Fr 08:00-16:30; PH off"));
}

}  // namespace
}  // namespace digilots::directory
