#include "platform/calendar/usual_week.h"

#include <gtest/gtest.h>

namespace digilots::calendar {
namespace {

TEST(UsualWeek, SaysEachTimeAsTheLanguageWritesIt) {
    const auto day = base::parse_date("2026-11-27").value();
    const auto said = [&](const char* rule, const char* language) {
        return usual_week_text(rule, "SE", day, i18n::translator(language));
    };
    EXPECT_EQ(said("Mo-Th 10:00-12:00,13:00-15:00; Fr 09:00-12:00", "sv"),
              "måndag–torsdag 10.00–12.00, 13.00–15.00; fredag 09.00–12.00");
    EXPECT_EQ(said("Mo 22:00-02:00", "en"), "Monday 22:00–02:00");
    EXPECT_EQ(said("nonsense", "en"), "");
}

}  // namespace
}  // namespace digilots::calendar
