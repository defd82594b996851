#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

/// On the day that is booked for.
bool is_anything_booked(testing::PageClient& client) {
    return client.get("/sundsvall/staff/bookings?day=2026-11-26").says("Guidance");
}

TEST_F(BookingPages, WhatWasChosenAndNotShownIsNeverBookedAsSomethingElse) {
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/bookings/new?topic=bank&minutes=60&day=2026-11-26");
    const testing::FormFields typed{
        {"minutes", "30"}, {"at", "2026-11-26T08:00Z library"}, {"way", "phone"}, {"contact", "060-19 10 11"}};
    const auto asked = client.submit(form, typed, "", "/new");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("nothing is booked yet") && asked.says("060-19 10 11")) << asked.html;
    EXPECT_FALSE(is_anything_booked(client));
    const auto shown = client.submit(form, {{"minutes", "30"}, {"contact", "060-19 10 11"}}, "then=show", "/new");
    EXPECT_TRUE(shown.status == 200 && shown.says("060-19 10 11")) << "what was typed stands" << shown.html;
    EXPECT_FALSE(is_anything_booked(client));
    EXPECT_TRUE(client.submit(asked, {}, "", "/new").says("The time is booked. Give them the code"));
    EXPECT_TRUE(is_anything_booked(client));
}

}  // namespace
}  // namespace digilots::booking
