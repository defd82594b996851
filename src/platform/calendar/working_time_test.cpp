#include "platform/calendar/working_time.h"

#include <gtest/gtest.h>

namespace digilots::calendar {
namespace {

std::string after(const char* country, const char* date, int number) {
    return base::format_date(after_working_days(country, *base::parse_date(date), number));
}

TEST(WorkingTime, WeekendsAndHolidaysDoNotCount) {
    EXPECT_EQ(after("SE", "2026-11-27", 2), "2026-12-01") << "a Friday";
    EXPECT_EQ(after("SE", "2026-11-28", 1), "2026-11-30") << "a Saturday";
    EXPECT_EQ(after("SE", "2026-12-23", 2), "2026-12-29") << "Christmas Eve, Christmas Day, Boxing Day on a Saturday";
    EXPECT_EQ(after("SE", "2026-05-13", 1), "2026-05-15") << "Ascension Day";
    EXPECT_EQ(after("NO", "2027-05-16", 1), "2027-05-18") << "both Whit Monday and the national day";
    EXPECT_EQ(after("SE", "2027-05-14", 1), "2027-05-17") << "an ordinary Monday in Sweden";
}

TEST(WorkingTime, HoursStandStillOnDaysOff) {
    const auto within = [](const char* from, int hours) {
        return base::format_utc(after_hours("SE", *base::parse_utc(from), hours, "Europe/Stockholm"));
    };
    EXPECT_EQ(within("2026-11-27T14:00:00Z", 24), "2026-11-30T14:00:00.000Z") << "from Friday to Monday";
    EXPECT_EQ(within("2026-11-28T14:00:00Z", 4), "2026-11-30T03:00:00.000Z") << "from Saturday: Monday at four";
    EXPECT_EQ(within("2026-11-25T09:00:00Z", 3), "2026-11-25T12:00:00.000Z");
}

TEST(WorkingTime, ADayEndsInItsOwnTime) {
    EXPECT_EQ(base::format_utc(end_of_day(*base::parse_date("2026-11-30"), "Europe/Oslo")), "2026-11-30T22:59:00.000Z");
    EXPECT_EQ(base::format_utc(end_of_day(*base::parse_date("2026-07-01"), "Europe/Oslo")), "2026-07-01T21:59:00.000Z");
}

}  // namespace
}  // namespace digilots::calendar
