// Times that are over, of which nobody has said how they went; and where a visit at somebody's home is said to be.
#include "booking/ongoing.h"
#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

class TimesThatAreOver : public BookingPages {
protected:
    DutyKind unsaid() {
        for (auto& kind : duty_kinds(all.bookings))
            if (kind.key == "booking.unsaid") return kind;
        return {};
    }
    std::string book(const std::string& of, const char* starts, const std::string& address = "") {
        auto wanted = all.wanted(of, starts);
        wanted.address = address;
        const auto booked = all.bookings.book(sundsvall, wanted, all.words);
        EXPECT_TRUE(booked) << starts;
        return booked ? booked->booking.id : "";
    }
};

TEST_F(TimesThatAreOver, StandInAListAndAsATaskOfTheirDayUntilItIsSaidHowTheyWent) {
    const auto first = book(offer, "2026-11-26T08:00:00Z"), second = book(offer, "2026-11-26T09:00:00Z");
    all.add(3, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"place", {"library"}}, {"hours", {"9-12"}}});
    book(all.add(0, {{"title", {"A computer"}}, {"kind", {"computer"}}, {"lengths", {"30"}}, {"is_published", {"1"}}}),
         "2026-11-26T08:00:00Z");
    clock.set(testing::at("2026-11-26T15:00:00Z"));
    EXPECT_TRUE(unsaid().now(here).empty()) << "the day is not over";
    clock.set(testing::at("2026-11-27T08:00:00Z"));
    const auto duties = unsaid().now(here);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().path, "/staff/bookings?day=2026-11-26");
    EXPECT_EQ(duties.front().why.front().facts.front().second, "2") << "a computer is used without a word";
    const periods::Period november{*base::parse_date("2026-11-01"), *base::parse_date("2026-11-30")};
    const auto unknown = [&](const char* figure) {
        const auto all_of_them = all.bookings.measures();
        return measures::find_measure(all_of_them, figure)->uncounted(here, november).size();
    };
    EXPECT_EQ(unknown("bookings_helped"), 2U) << "how many were helped that day is not known yet";
    auto client = staff();
    const auto page = client.get("/sundsvall/staff/bookings");
    EXPECT_TRUE(page.says("2 times are over, and nobody has said how they went")) << page.html;
    all.bookings.set_state(sundsvall, first, 1, "seen", "anna");
    all.bookings.set_state(sundsvall, second, 1, "did_not_come", "anna");
    EXPECT_TRUE(unsaid().now(here).empty());
    EXPECT_EQ(unknown("bookings_helped"), 0U);
    EXPECT_FALSE(client.get("/sundsvall/staff/bookings").says("nobody has said how"));
}

TEST_F(TimesThatAreOver, OfAVisitAtHomeNobodyReadsThatItIsWhereStaffSetOutFrom) {
    const auto visit = all.add(0, {{"title", {"A visit"}}, {"kind", {"home_visit"}}, {"lengths", {"30"}},
                                   {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    const auto id = book(visit, "2026-11-26T08:00:00Z", "Storgatan 4");
    auto client = staff();
    for (const auto* path : {"/sundsvall/staff/bookings?day=2026-11-26", "/sundsvall/staff/bookings/calendar?day=2026-11-26"})
        EXPECT_TRUE(client.get(path).says("At whoever booked it, from library")) << path;
    EXPECT_TRUE(client.get("/sundsvall/staff/bookings/" + id).says("At whoever booked it, from library"));
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto matters = bookings_under_way(Pages{all.bookings}).now(page);
    ASSERT_EQ(matters.size(), 1U);
    EXPECT_EQ(matters.front().what, "A visit, at whoever booked it");
}

}  // namespace
}  // namespace digilots::booking
