// Which days a rule gives, and which it cannot give.
#include <gtest/gtest.h>

#include "activities/activities.h"
#include "platform/base/time.h"

namespace digilots::activities {
namespace {

calendar::WallTime wall(const char* day, int hour, int minute = 0) {
    return calendar::wall_time(base::parse_date(day).value(), hour * 60 + minute);
}

TEST(Series, KeepTheirTimeOnTheWallAcrossTheChangeOfTheClock) {
    const auto dates = dates_of({wall("2026-10-20", 14), std::chrono::minutes(90), "FREQ=WEEKLY;COUNT=3", {}},
                                "Europe/Stockholm");
    ASSERT_EQ(dates.starts.size(), 3U);
    EXPECT_EQ(dates.starts[2], wall("2026-11-03", 14));
    EXPECT_EQ(calendar::to_instant(dates.starts[2], "Europe/Stockholm") -
                  calendar::to_instant(dates.starts[0], "Europe/Stockholm"),
              std::chrono::hours(24 * 14 + 1));
    const auto thursdays = dates_of({wall("2026-12-03", 14),
                                     std::chrono::minutes(90),
                                     "FREQ=MONTHLY;BYDAY=1TH;COUNT=3",
                                     {base::parse_date("2027-01-07").value()}},
                                    "Europe/Stockholm");
    ASSERT_EQ(thursdays.starts.size(), 2U) << "COUNT counts what is left out";
    EXPECT_EQ(thursdays.starts[1], wall("2027-02-04", 14));
}

TEST(Series, ThatCannotBeSayWhy) {
    const auto fault = [](const char* rule, calendar::WallTime starts = wall("2026-12-03", 14)) {
        return dates_of({starts, std::chrono::minutes(60), rule, {}}, "Europe/Stockholm").fault;
    };
    EXPECT_EQ(fault("FREQ=WEEKLY"), SeriesFault::never_ends);
    EXPECT_EQ(fault("FREQ=DAILY;COUNT=401"), SeriesFault::too_many);
    EXPECT_EQ(fault("FREQ=DAILY;COUNT=400"), SeriesFault::none);
    EXPECT_EQ(fault("FREQ=WEEKLY;COUNT=401"), SeriesFault::too_many);
    EXPECT_EQ(fault("FREQ=MONTHLY;COUNT=130"), SeriesFault::too_far) << "never cut without a word";
    EXPECT_EQ(dates_of({wall("2026-12-03", 14), std::chrono::minutes(60), "FREQ=WEEKLY;COUNT=400", {}}, "Europe/Stockholm")
                  .starts.size(),
              400U);
    EXPECT_EQ(fault("FREQ=SECONDLY;COUNT=3"), SeriesFault::wrong_rule);
    EXPECT_EQ(fault("nonsense"), SeriesFault::wrong_rule);
    EXPECT_EQ(fault("FREQ=DAILY;COUNT=3", wall("2027-03-27", 2, 30)), SeriesFault::no_time);
    EXPECT_EQ(fault("FREQ=WEEKLY;COUNT=3;BYHOUR=9,10"), SeriesFault::other_times) << "no clock is put forward";
    EXPECT_EQ(fault("FREQ=WEEKLY;COUNT=3;BYHOUR=14"), SeriesFault::none);
    EXPECT_EQ(fault("FREQ=DAILY;COUNT=2;BYMINUTE=0,30"), SeriesFault::other_times);
    EXPECT_EQ(dates_of({wall("2026-12-03", 14), std::chrono::minutes(0), "", {}}, "Europe/Stockholm").fault,
              SeriesFault::too_long);
}

}  // namespace
}  // namespace digilots::activities
