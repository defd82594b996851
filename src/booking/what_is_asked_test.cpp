// Each kind of thing that is booked asks what it needs, and nothing more.
#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

class WhatIsAsked : public BookingPages {};

TEST_F(WhatIsAsked, OfAComputerACodeAloneIsAskedForAndKept) {
    all.add(3, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"place", {"library"}}, {"number", {"3"}}, {"hours", {"9-16"}}});
    const auto seat = all.add(0, {{"title", {"A seat"}}, {"kind", {"computer"}}, {"lengths", {"60"}}, {"is_published", {"1"}}});
    testing::PageClient client(server);
    const auto how = client.get("/sundsvall/book/" + seat + "/how?place=library&minutes=60&at=2026-11-26T09:00Z");
    for (const char* field : {"\"topic\"", "\"contact\"", "\"name\"", "\"way\""}) EXPECT_FALSE(how.says(field)) << field;
    EXPECT_TRUE(how.says("A code is all that you get")) << how.html;
    const auto booked = client.submit(how, {}, "", "/book/");
    EXPECT_EQ(booked.status, 200) << booked.html;
    EXPECT_TRUE(booked.says("Computer 1")) << booked.html;
    const auto body_of = [&](const std::string& rest) {
        return R"({"offer":")" + seat + R"(","place":"library","starts":"2026-11-27T10:00:00+01:00")" + rest + "}";
    };
    const auto refused = api(http::Method::post, "bookings", body_of(R"(,"topic":"bank","name":"Kim")"));
    EXPECT_TRUE(refused.status == 422 && refused.says("\"topic\"") && refused.says("\"name\"")) << refused.html;
    EXPECT_EQ(api(http::Method::post, "bookings", body_of("")).status, 201);
    const auto day = staff().get("/sundsvall/staff/bookings?day=2026-11-26");
    EXPECT_TRUE(day.says("Computer 1") && day.says("Computer 3")) << "each has its number, in the list and in its filter";
}

TEST_F(WhatIsAsked, ShowAndTrySaysForWhomAndHowMany) {
    const auto function = all.bookings.offer(here, offer)->function;
    const auto show = all.add(0, {{"title", {"Try a tablet"}},
                                  {"kind", {"show_and_try"}},
                                  {"lengths", {"30"}},
                                  {"function", {function}},
                                  {"is_published", {"1"}}});
    testing::PageClient client(server);
    const auto how = client.get("/sundsvall/book/" + show + "/how?place=library&minutes=30&at=2026-11-26T09:00Z");
    const auto refused = client.submit(how, {{"audience", "staff"}, {"persons", "many"}}, "", "/book/");
    EXPECT_TRUE(refused.status == 422 && refused.says("a number from 1 to 50") && refused.says("many")) << refused.html;
    const auto booked = client.submit(refused, {{"persons", "8"}}, "", "/book/");
    EXPECT_TRUE(booked.says("A group of staff, 8 persons")) << booked.html;
    EXPECT_TRUE(api(http::Method::get, "bookings?from=2026-11-26").says("\"audience\":\"staff\",\"persons\":8"));
    const auto other = api(http::Method::post, "bookings",
                           R"({"offer":")" + offer + R"(","place":"library","starts":"2026-11-26T11:00:00+01:00","persons":3})");
    EXPECT_TRUE(other.status == 422 && other.says("\"persons\"")) << other.html;
}

TEST_F(WhatIsAsked, ACalendarHearsWhenTheTimeWasChanged) {
    testing::PageClient client(server);
    const auto booked = booked_page(client);
    const auto file = client.get(booked.link("Put it into my calendar"));
    EXPECT_TRUE(file.says("DTSTAMP:20261125T090000Z") && file.says("LAST-MODIFIED:20261125T090000Z")) << file.html;
    EXPECT_FALSE(file.says("STATUS:CANCELLED"));
    clock.advance(std::chrono::hours(1));
    const auto asked = client.get(booked.link("Cancel the time"));
    client.submit(asked, {}, "", "/cancel");
    const auto again = client.get(booked.link("Put it into my calendar"));
    EXPECT_TRUE(again.says("DTSTAMP:20261125T100000Z") && again.says("STATUS:CANCELLED")) << again.html;
}

TEST_F(WhatIsAsked, TheCalendarNamesTheFunctionOfWhoeverHelps) {
    testing::PageClient client(server);
    EXPECT_EQ(booked_page(client).status, 200);
    const auto week = staff().get("/sundsvall/staff/bookings/calendar?day=2026-11-26");
    EXPECT_TRUE(week.says("Whoever holds the function: Guide")) << week.html;
    EXPECT_TRUE(staff().get("/sundsvall/staff/bookings?day=2026-11-26").says("Whoever holds the function: Guide"));
}

TEST_F(WhatIsAsked, TheCalendarSaysHowLongSomebodyIsOnTheWay) {
    const auto function = all.bookings.offer(here, offer)->function;
    const register_::Draft line{{"function", {function}}, {"person", {"anna"}}, {"weekdays", {"th"}}};
    auto one = line, other = line;
    one.insert({{"title", {"One"}}, {"place", {"library"}}, {"hours", {"9-12"}}});
    other.insert({{"title", {"Other"}}, {"place", {"hall"}}, {"hours", {"12-15"}}});
    all.add(1, one);
    all.add(1, other);
    const auto week = staff().get("/sundsvall/staff/bookings/calendar?day=2026-11-26");
    EXPECT_TRUE(week.says("after 15 minutes on the way")) << week.html;
}

}  // namespace
}  // namespace digilots::booking
