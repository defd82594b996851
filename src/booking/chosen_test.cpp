// What is chosen above "Show" is what is booked and called, or nothing is.
#include <gtest/gtest.h>

#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

using ChosenBookings = BookingPages;

TEST_F(ChosenBookings, AnotherDayIsShownBeforeItIsBookedWithAllThatWasTyped) {
    auto anna = staff();
    const auto page = anna.get("/sundsvall/staff/bookings/new?topic=bank&minutes=60&day=2026-11-26");
    const auto shown = anna.submit(page, {{"minutes", "30"}, {"at", "2026-11-26T08:00Z library"}, {"way", "phone"},
                                          {"contact", "060-19 10 11"}}, "", "/new");
    EXPECT_EQ(shown.status, 409) << shown.html;
    EXPECT_TRUE(shown.says("Nothing is saved yet") && shown.says("value=\"060-19 10 11\"")) << shown.html;
    EXPECT_TRUE(shown.says("name=\"shown_for.minutes\" value=\"30\"")) << shown.html;
    const auto thursday = base::parse_date("2026-11-26").value();
    EXPECT_TRUE(all.bookings.list(here, thursday, thursday).empty());
    EXPECT_TRUE(anna.submit(shown, {}, "", "/new").says("The time is booked.")) << shown.html;
    const auto booked = all.bookings.list(here, thursday, thursday);
    ASSERT_EQ(booked.size(), 1u);
    EXPECT_EQ(booked.front().ends - booked.front().starts, std::chrono::minutes(30));
}

TEST_F(ChosenBookings, OtherTimesAreShownWithoutWhatWasTypedInTheAddress) {
    auto anna = staff();
    const auto page = anna.get("/sundsvall/staff/bookings/new?topic=bank&minutes=60&day=2026-11-26");
    const auto later = anna.submit(page, {{"day", "2026-11-27"}}, "show=1", "/new");
    EXPECT_EQ(later.status, 200);
    EXPECT_NE(later.url.find("day=2026-11-27"), std::string::npos) << later.url;
    const auto typed = anna.submit(page, {{"day", "2026-11-27"}, {"contact", "060-19 10 11"}}, "show=1", "/new");
    EXPECT_TRUE(typed.says("value=\"060-19 10 11\"") && typed.url.find("060") == std::string::npos) << typed.url;
}

}  // namespace
}  // namespace digilots::booking
