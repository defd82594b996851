// Whoever holds a session of an activity is not booked then, and the staff's calendar has it.
#include "booking/held_elsewhere.h"

#include <algorithm>

#include "booking/pages_for_tests.h"
#include "platform/kept/versions.h"

namespace digilots::booking {
namespace {

Interval between(const char* begin, const char* end) {
    return {testing::at(begin), testing::at(end)};
}

TEST(HeldElsewhere, TakesTheTimeOfAsManyAsHoldItAtThatPlace) {
    const auto whole = between("2026-11-26T09:00:00Z", "2026-11-26T12:00:00Z");
    std::vector<Shift> shifts{{.lane = "one", .place = "library", .function = "guide", .at = whole},
                              {.lane = "two", .place = "library", .function = "guide", .at = whole},
                              {.lane = "three", .place = "hall", .function = "guide", .at = whole}};
    const HeldElsewhere held{.place = "library",
                             .function = "guide",
                             .title = "Café",
                             .path = "/staff/sessions/1",
                             .people = 1,
                             .begin = testing::at("2026-11-26T10:00:00Z"),
                             .end = testing::at("2026-11-26T11:00:00Z")};
    const auto taken = take_held(shifts, {held});
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken.front().lane, "one");
    ASSERT_EQ(shifts.size(), 4U);
    EXPECT_EQ(shifts[0].at.end, held.begin);
    EXPECT_EQ(shifts[1].at.begin, held.end);
    EXPECT_EQ(shifts[2].at.end, whole.end) << "the other is free";
    auto nobody = held;
    nobody.function = "librarian";
    EXPECT_EQ(take_held(shifts, {nobody}).front().lane, "") << "nobody of the function is there by the rota";
    EXPECT_EQ(shifts.size(), 4U);
}

TEST_F(BookingPages, WhoHoldsASessionIsNotFreeThenAndTheCalendarHasIt) {
    const auto function = all.bookings.offer(here, offer)->function;
    const auto begins = testing::at("2026-11-26T09:00:00Z"), ends = testing::at("2026-11-26T10:00:00Z");
    const auto during = [&] {
        return std::ranges::count_if(all.times(offer, "2026-11-26"),
                                     [&](const Time& time) { return time.starts >= begins && time.starts < ends; });
    };
    EXPECT_GT(during(), 0);
    all.bookings.know_held(
        [=](std::string_view) {
            return std::vector<HeldElsewhere>{{.place = "library", .function = function, .title = "Digital café",
                                               .path = "/staff/sessions/one", .people = 5, .begin = begins, .end = ends}};
        },
        {"activity"});
    all.database.write([](db::Connection& connection) { kept::raise(connection, "rota", here); });
    all.versions.refresh();
    EXPECT_EQ(during(), 0);
    auto client = staff();
    for (const char* by : {"place", "person"}) {
        const auto page = client.get(std::string("/sundsvall/staff/bookings/calendar?day=2026-11-26&by=") + by);
        EXPECT_TRUE(page.says("Digital café") && page.says("/sundsvall/staff/sessions/one")) << by << page.html;
    }
}

}  // namespace
}  // namespace digilots::booking
