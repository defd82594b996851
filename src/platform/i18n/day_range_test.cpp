#include "platform/i18n/day_range.h"

#include <gtest/gtest.h>

namespace digilots::i18n {
namespace {

using namespace std::chrono_literals;

TEST(DayRange, SaysMonthAndYearOnceAndTheYearOnlyWhereItIsAnother) {
    const base::Date today = 2026y / 11 / 27;
    const auto& swedish = translator("sv");
    EXPECT_EQ(days_text(2026y / 12 / 24, 2026y / 12 / 24, today, swedish), "24 december");
    EXPECT_EQ(days_text(2026y / 12 / 24, 2026y / 12 / 26, today, swedish), "24–26 december");
    EXPECT_EQ(days_text(2026y / 11 / 30, 2026y / 12 / 2, today, swedish), "30 november – 2 december");
    EXPECT_EQ(days_text(2026y / 12 / 30, 2027y / 1 / 2, today, swedish), "30 december – 2 januari 2027");
    EXPECT_EQ(days_text(2027y / 3 / 25, 2027y / 3 / 29, today, swedish), "25–29 mars 2027");
    EXPECT_EQ(days_text(2026y / 12 / 24, 2026y / 12 / 26, today, translator("nb")), "24.–26. desember");
    const std::vector<base::Date> some{2026y / 12 / 24, 2026y / 12 / 29, 2026y / 12 / 30};
    EXPECT_EQ(days_text(some, today, swedish), "24 december, 29–30 december");
    EXPECT_EQ(days_text(2027y / 6 / 25, 2027y / 6 / 25, today, translator("en")), "25 June 2027");
}

}  // namespace
}  // namespace digilots::i18n
