// What is booked is never lost by one press: staff cancel with a reason and put it back, an offer does not end away from it.
#include "booking/pages_for_tests.h"
#include "platform/mail/outbox.h"

namespace digilots::booking {
namespace {

class WhatIsBooked : public BookingPages {
protected:
    Booked book(const char* way, const char* contact, const char* starts = "2026-11-26T08:00:00Z") {
        auto wanted = all.wanted(offer, starts);
        wanted.way = way;
        wanted.contact = contact;
        return all.bookings.book(sundsvall, wanted, all.words).value();
    }
    std::ptrdiff_t letters() {
        return database->read([](db::Connection& connection) { return std::ssize(mail::list(connection)); });
    }
    static std::string page_of(const Booked& booked) { return "/sundsvall/staff/bookings/" + booked.booking.id; }
};

TEST_F(WhatIsBooked, IsCancelledByStaffWithAReasonAndPutBackWhileItIsFree) {
    const auto booked = book("phone", "060-19 10 11");
    auto anna = staff();
    const auto one = anna.get(page_of(booked));
    EXPECT_TRUE(one.says("They stand under “Who is to be reminded” until you have told them.")) << one.html;
    const auto asked = anna.submit(one, {}, "state=cancelled_by_us", "/state");
    EXPECT_TRUE(asked.says("Reason, as whoever booked reads it") && asked.says("Thursday 26 November 2026, 09:00"));
    EXPECT_EQ(all.stands(booked.booking.id).state, "booked") << "asked first";
    EXPECT_EQ(anna.submit(asked, {{"reason", ""}}, "", "/state").status, 422);
    EXPECT_EQ(anna.submit(asked, {{"reason", "19121212-1212 cannot come"}}, "", "/state").status, 422);
    const auto done = anna.submit(asked, {{"reason", "The guide cannot come."}}, "", "/state");
    EXPECT_TRUE(done.says("The time is cancelled.") && done.says("The guide cannot come.")) << done.html;
    auto resident = testing::PageClient(server);
    EXPECT_TRUE(resident.get("/sundsvall/bookings/" + booked.code).says("The guide cannot come."));
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 6U);
    EXPECT_EQ(all.bookings.to_tell(sundsvall).size(), 1U);
    const auto back = anna.submit(done, {}, "state=put_back", "/state");
    EXPECT_TRUE(back.says("The time holds again.") && back.says("060-19 10 11")) << back.html;
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 5U);
    EXPECT_TRUE(all.bookings.to_tell(sundsvall).empty());
    EXPECT_FALSE(resident.get("/sundsvall/bookings/" + booked.code).says("The guide cannot come."));
}

TEST_F(WhatIsBooked, IsNotPutBackOntoSomebodyElsesTimeNorWhenNobodyKnowsWhoseItIs) {
    const auto booked = book("email", "elsa@example.org"), other = book("email", "ola@example.org", "2026-11-27T08:00:00Z");
    for (const auto* one : {&booked, &other})
        ASSERT_EQ(all.bookings.set_state(sundsvall, one->booking.id, 1, "cancelled_by_us", "anna", "Closed"), Step::done);
    ASSERT_EQ(letters(), 2);
    EXPECT_EQ(all.bookings.put_back(sundsvall, other.booking.id, 2, "anna"), Step::done);
    EXPECT_EQ(all.bookings.put_back(sundsvall, other.booking.id, 2, "anna"), Step::done) << "pressed twice";
    EXPECT_EQ(letters(), 1) << "what had not left is not told, and nothing is left to say";
    book("none", "");
    EXPECT_EQ(all.bookings.put_back(sundsvall, booked.booking.id, 2, "anna"), Step::taken);
    EXPECT_EQ(all.stands(booked.booking.id).state, "cancelled_by_us");
    clock.advance(std::chrono::hours(16));
    all.bookings.forget_cancelled(sundsvall);
    EXPECT_EQ(all.bookings.reached(here, booked.booking.id).value, "");
    EXPECT_FALSE(staff().get(page_of(booked)).says("Put the time back"));
    EXPECT_EQ(all.bookings.put_back(sundsvall, booked.booking.id, 2, "anna"), Step::changed);
    EXPECT_EQ(all.bookings.reached(here, other.booking.id).value, "ola@example.org") << "that one holds";
}

TEST_F(WhatIsBooked, KeepsItsOfferFromEndingAndFromBeingDeleted) {
    const auto booked = book("none", "");
    auto eva = staff("eva");
    const auto url = "/sundsvall/staff/booking/offers/" + offer;
    const auto refused = eva.submit(eva.get(url), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("1 time is booked and to come.")) << refused.html;
    auto& offers = *all.bookings.registers()[0];
    const auto mark = [&] { return base::Seen::mark(offers.mark_of(offers.find(here, offer).value())); };
    EXPECT_FALSE(offers.set_use(offers.around(here), offer, register_::Records::Use::ended, "eva", mark()));
    EXPECT_EQ(eva.submit(eva.get(url), {}, "", "/delete").status, 422);
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked.booking.id, 1, "cancelled", ""), Step::done);
    EXPECT_EQ(eva.submit(eva.get(url), {}, "", "/end").status, 200);
    EXPECT_TRUE(offers.find(here, offer)->has_ended());
    EXPECT_EQ(eva.submit(eva.get(url), {}, "", "/delete").status, 422) << "its name stays with what was booked";
    EXPECT_FALSE(offers.remove(offers.around(here), offer, "eva", mark()));
}

TEST_F(WhatIsBooked, IsNotGivenAwayByOnePressOnTheyDoNotComeAndCanBePutBackThatDay) {
    const auto booked = book("phone", "060-19 10 11");
    auto anna = staff();
    const auto asked = anna.submit(anna.get(page_of(booked)), {}, "state=excused", "/state");
    EXPECT_TRUE(asked.says("Have they said that they do not come?") && asked.says("Thursday 26 November 2026, 09:00"));
    EXPECT_EQ(all.stands(booked.booking.id).state, "booked") << "asked first";
    const auto done = anna.submit(asked, {}, "", "/state");
    EXPECT_EQ(all.stands(booked.booking.id).state, "excused") << done.html;
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 6U) << "free for others";
    const auto back = anna.submit(done, {}, "state=put_back", "/state");
    EXPECT_TRUE(back.says("060-19 10 11")) << back.html;
    EXPECT_EQ(all.stands(booked.booking.id).state, "booked");
    EXPECT_EQ(letters(), 0) << "who said it was told nothing";
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked.booking.id, 3, "excused", "anna"), Step::done);
    clock.advance(std::chrono::hours(16));
    all.bookings.forget_cancelled(sundsvall);
    EXPECT_EQ(all.bookings.reached(here, booked.booking.id).value, "");
    EXPECT_EQ(all.bookings.put_back(sundsvall, booked.booking.id, 4, "anna"), Step::changed);
}

}  // namespace
}  // namespace digilots::booking
