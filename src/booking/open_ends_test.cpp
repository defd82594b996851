// What was booked has its offer; what somebody saw of a time is what they cancel or move; a visit's entry may go.
#include "booking/examination.h"
#include "booking/pages_for_tests.h"

namespace digilots::booking {
namespace {

TEST_F(BookingPages, AnOfferDoesNotEndAwayFromWhoBookedAndIsNotDeletedAwayFromTimes) {
    const auto booked = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words)->booking;
    auto& offers = *all.bookings.registers()[0];
    const auto url = "/sundsvall/staff/booking/offers/" + offer;
    auto chief = staff("chief");
    const auto refused = chief.submit(chief.get(url), {}, "", "/end");
    EXPECT_TRUE(refused.status == 422 && refused.says("1 time is booked and to come.")) << refused.html;
    EXPECT_FALSE(offers.find(here, offer)->has_ended());
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked.id, 1, "cancelled", ""), Step::done);
    const auto held = chief.submit(chief.get(url), {}, "", "/delete");
    EXPECT_TRUE(held.status == 422 && held.says("1 booked time")) << held.html;
    chief.submit(chief.get(url), {}, "", "/end");
    EXPECT_TRUE(offers.find(here, offer)->has_ended());
}

TEST_F(BookingPages, ALineOfTheRotaOrAThingDoesNotEndAwayFromBookedTimes) {
    const auto booked = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words);
    ASSERT_TRUE(booked);
    auto& rota = *all.bookings.registers()[1];
    const auto line = rota.list(rota.around(here), {}, 10, 0).records.at(0);
    const auto url = "/sundsvall/staff/booking/rota/" + line.id;
    auto chief = staff("chief");
    const auto asked = chief.submit(chief.get(url + "/change"), {{"hours", "13-16"}}, "", "/change");
    EXPECT_TRUE(asked.says("1 time is booked then, and nobody is there for it")) << asked.html;
    EXPECT_NE(rota.find(here, line.id)->text("hours"), "13-16") << "asked first";
    const auto refused = chief.submit(chief.get(url), {}, "", "/end");
    EXPECT_TRUE(refused.status == 422 && refused.says("1 time is booked and to come.")) << refused.html;
    EXPECT_FALSE(rota.find(here, line.id)->has_ended());
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked->booking.id, 1, "cancelled", ""), Step::done);
    chief.submit(chief.get(url), {}, "", "/end");
    EXPECT_TRUE(rota.find(here, line.id)->has_ended());
    const auto thing =
        all.add(3, {{"title", {"Computers"}}, {"kind", {"computer"}}, {"place", {"library"}}, {"hours", {"9-12"}}});
    const auto computer =
        all.add(0, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"lengths", {"30"}}, {"is_published", {"1"}}});
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(computer, "2026-11-26T09:00:00Z"), all.words));
    const auto own = "/sundsvall/staff/booking/resources/" + thing;
    const auto held = chief.submit(chief.get(own), {}, "", "/end");
    EXPECT_TRUE(held.status == 422 && held.says("1 time is booked and to come.")) << held.html;
    EXPECT_TRUE(all.bookings.waiting_at(rota.around(here), "library").starts_with("1 time is booked there and to come."));
    EXPECT_EQ(all.bookings.waiting_at(rota.around(here), "hall"), "");
}

TEST_F(BookingPages, ALineOfTheRotaEndsThoughAComputerIsBooked) {
    all.add(3, {{"title", {"Computers"}}, {"kind", {"computer"}}, {"place", {"library"}}, {"hours", {"9-12"}}});
    const auto computer =
        all.add(0, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"lengths", {"30"}}, {"is_published", {"1"}}});
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(computer, "2026-11-26T09:00:00Z"), all.words));
    auto& rota = *all.bookings.registers()[1];
    const auto line = rota.list(rota.around(here), {}, 10, 0).records.at(0);
    auto chief = staff("chief");
    chief.submit(chief.get("/sundsvall/staff/booking/rota/" + line.id), {}, "", "/end");
    EXPECT_TRUE(rota.find(here, line.id)->has_ended()) << "nobody of the rota is waited for";
}

TEST_F(BookingPages, TheDoctorNamesTimesWhoseOfferIsGone) {
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words));
    EXPECT_TRUE(examine(all.bookings).empty());
    constexpr const char* lost = "DELETE FROM booking_offer";   // as it was lost before whoever books looked at it in their turn
    database->write([&](db::Connection& connection) { connection.execute(db::Statement{"test/lost", lost, lost}); });
    const auto findings = examine(all.bookings);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().health, Health::wrong);
    EXPECT_TRUE(findings.front().text.contains("1 booked in Sundsvall, the first on 2026-11-26")) << findings.front().text;
    clock.set(testing::at("2026-11-26T12:00:00Z"));
    EXPECT_TRUE(examine(all.bookings).empty()) << "nobody waits any more";
}

TEST_F(BookingPages, WhoIsOvertakenIsToldAndAskedAgain) {
    const auto booked = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words);
    const auto url = "/sundsvall/bookings/" + booked->code;
    testing::PageClient client(server);
    client.accept_language = "en";
    const auto cancel = client.get(url + "/cancel"), change = client.get(url + "/change");
    ASSERT_EQ(all.bookings.move(sundsvall, booked->booking.id, 1, testing::at("2026-11-26T09:30:00Z"), true, "anna"), Step::done);
    const auto told = client.submit(cancel, {}, "", "/cancel");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("nothing is done yet") && told.says("10:30")) << told.html;
    const auto asked = client.submit(change, {}, "at=2026-11-26T10:00Z", "/change");
    const auto again = asked.status == 409 ? asked : client.submit(asked, {}, "", "/change");
    EXPECT_TRUE(again.status == 409 && again.says("nothing is done yet")) << again.html;
    EXPECT_EQ(all.stands(booked->booking.id).state, "booked");
    client.submit(told, {}, "", "/cancel");
    EXPECT_EQ(all.stands(booked->booking.id).state, "cancelled") << "asked again, and answered";
}

TEST_F(BookingPages, AVisitWhoseEntryWasDeletedIsLoggedAnew) {
    const auto id = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words)->booking.id;
    clock.set(testing::at("2026-11-26T10:00:00Z"));
    ASSERT_EQ(all.bookings.set_state(sundsvall, id, 1, "seen", "anna"), Step::done);
    const auto entry = all.stands(id).entry;
    auto anna = staff();
    const auto url = "/sundsvall/staff/bookings/" + id;
    EXPECT_TRUE(anna.get(url).says("The entry in the log"));
    ASSERT_TRUE(all.inquiries.remove(sundsvall, entry, "chief"));
    const auto gone = anna.get(url);
    EXPECT_FALSE(gone.says("The entry in the log")) << "it leads nowhere";
    anna.submit(gone, {}, "", url + "/log");
    const auto anew = all.stands(id).entry;
    EXPECT_NE(anew, entry);
    EXPECT_TRUE(all.inquiries.find(sundsvall, anew));
    EXPECT_EQ(all.bookings.log(sundsvall, id, "bo"), anew) << "once";
}

}  // namespace
}  // namespace digilots::booking
