#include "platform/slice/retention.h"

#include <gtest/gtest.h>

#include "platform/testing/database.h"

namespace digilots {
namespace {

using Unit = Period::Unit;

base::Date day_of(const char* text) { return base::parse_date(text).value(); }

TEST(Period, IsSaidInTheLargestUnitThatFits) {
    const auto& english = i18n::translator("en");
    EXPECT_EQ(words_of({1, Unit::months}, english), "1 month");
    EXPECT_EQ(words_of({12, Unit::months}, english), "12 months");
    EXPECT_EQ(words_of({18, Unit::months}, english), "18 months");
    EXPECT_EQ(words_of({24, Unit::months}, english), "2 years");
    EXPECT_EQ(words_of({90, Unit::days}, english), "90 days");
    EXPECT_EQ(words_of({12, Unit::hours}, english), "12 hours");
    EXPECT_EQ(words_of({12, Unit::months}, i18n::translator("sv")), "12 månader");
    EXPECT_EQ(words_of({24, Unit::months}, i18n::translator("nb")), "2 år");
}

TEST(Period, OfMonthsEndsAtTheBeginningOfADayWhereTheMunicipalityIs) {
    EXPECT_EQ(limit_of({12, Unit::months}, testing::at("2026-11-28T22:59:00Z"), "Europe/Stockholm"),
              testing::at("2025-11-27T23:00:00Z"));
    EXPECT_EQ(limit_of({12, Unit::months}, testing::at("2026-11-28T23:01:00Z"), "Europe/Stockholm"),
              testing::at("2025-11-28T23:00:00Z"));
    EXPECT_EQ(limit_of({30, Unit::days}, testing::at("2026-11-28T10:00:00Z"), ""), testing::at("2026-10-29T10:00:00Z"));
    EXPECT_EQ(gone_on({12, Unit::months}, day_of("2026-03-03")), day_of("2027-03-04"));
    EXPECT_EQ(gone_on({1, Unit::months}, day_of("2026-01-30")), day_of("2026-03-01")) << "February has 28 days";
    EXPECT_EQ(gone_on({12, Unit::months}, day_of("2024-02-29")), day_of("2025-03-01"));
}

// What a page says is when it goes: not a day before, not a day after.
TEST(Period, TheDayThatIsSaidIsTheFirstOnWhichItGoes) {
    for (const int months : {1, 2, 6, 11, 12, 13, 24}) {
        const Period period{months, Unit::months};
        for (int days = 0; days < 800; ++days) {
            const auto day = base::add_days(day_of("2023-12-01"), days), gone = gone_on(period, day);
            for (const int hour : {0, 3, 23}) {
                const auto from = base::from_civil(day, hour, 30, "Europe/Oslo");
                const auto last_kept = base::from_civil(base::add_days(gone, -1), 23, 59, "Europe/Oslo");
                ASSERT_GE(from, limit_of(period, last_kept, "Europe/Oslo")) << base::format_date(day) << " " << months;
                const auto first_gone = base::from_civil(gone, 0, 0, "Europe/Oslo");
                ASSERT_LT(from, limit_of(period, first_gone, "Europe/Oslo")) << base::format_date(day) << " " << months;
            }
        }
    }
}

}  // namespace
}  // namespace digilots
