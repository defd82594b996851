// What ends while somebody writes, and what whoever goes out needs: told, kept, and on paper.
#include "booking/pages_for_tests.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::booking {
namespace {

void end_offer(Server& server, const std::string& offer) {
    auto& records = *server.bookings.registers()[0];
    ASSERT_TRUE(records.set_use(records.around(here), offer, register_::Records::Use::ended, "bo", base::Seen::anything()));
}

/// An offer of visits that take half an hour, twenty minutes away.
std::string offer_visits(Server& server, const std::string& offer) {
    const auto function = server.bookings.offer(here, offer)->function;
    return server.add(0, {{"title", {"At home"}},
                          {"kind", {"home_visit"}},
                          {"lengths", {"30"}},
                          {"travel_minutes", {"20"}},
                          {"function", {function}},
                          {"is_published", {"1"}}});
}

TEST_F(BookingPages, WhoBooksWhatHasEndedReadsSoWithWhatTheyWroteAndWhatElseThereIs) {
    testing::PageClient client(server);
    const auto how = client.get("/sundsvall/book/" + offer + "/how?place=library&minutes=30&at=2026-11-26T08:30Z");
    ASSERT_EQ(how.status, 200) << how.html;
    end_offer(all, offer);
    const auto told = client.submit(how, {{"way", "phone"}, {"contact", "060-191011"}, {"name", "Elsa"}}, "", "/book/");
    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(told.heading(), "This cannot be booked any more");
    EXPECT_TRUE(told.says("060-191011") && told.says("Elsa")) << told.html;
    EXPECT_EQ(told.link("What can be booked"), "/sundsvall/book");
    EXPECT_EQ(client.post_once("/sundsvall/book/none", {}).status, 404);
}

TEST_F(BookingPages, ANumberOfSomebodyWhoHasCancelledIsGivenBackAndTheCancellationSaid) {
    auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
    wanted.way = "phone";
    wanted.contact = "060-19 10 11";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    const auto url = "/sundsvall/staff/bookings/" + booked->booking.id;
    auto anna = staff();
    const auto form = anna.get(url + "/contact");
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked->booking.id, 1, "cancelled", ""), Step::done);
    const auto told = anna.submit(form, {{"contact", "060-191099"}}, "", "/contact");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says(all.words.t(state_in_words("cancelled"))) && told.says("060-191099")) << told.html;
    EXPECT_EQ(told.link("The booking"), url);
}

TEST_F(BookingPages, ANameIsNoStreet) {
    auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
    wanted.name = "Storgatan 5";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_FALSE(booked);
    EXPECT_EQ(booked.error().errors.front().first, "name");
}

TEST_F(BookingPages, NobodyIsVisitedForWhomOneWouldHaveHadToLeaveAlready) {
    const auto home = offer_visits(all, offer);
    clock.set(testing::at("2026-11-26T08:13:00Z"));
    const auto day = base::parse_date("2026-11-26").value();
    const auto visits = all.bookings.offer(here, home).value();
    const auto times = all.bookings.times(sundsvall, visits, 30, "", day, day, true);
    ASSERT_FALSE(times.empty());
    for (const auto& time : times) EXPECT_GE(time.starts, clock.now() + std::chrono::minutes(20));
    auto late = all.wanted(home, "2026-11-26T08:20:00Z");
    late.address = "Ringvägen 3";
    late.channel = "staff";
    const auto booked = all.bookings.book(sundsvall, late, all.words);
    ASSERT_FALSE(booked);
    EXPECT_TRUE(booked.error().is_taken);
}

TEST_F(BookingPages, WhoGoesOutReadsWhomToAskForAndWhenToLeave) {
    const auto home = offer_visits(all, offer);
    auto wanted = all.wanted(home, "2026-11-26T08:20:00Z");
    wanted.address = "Ringvägen 3";
    wanted.name = "Elsa";
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    auto anna = staff();
    const auto paper = anna.send(http::Method::get, "/sundsvall/staff/bookings/day.pdf?day=2026-11-26").html;
    const auto text = testing::read_pdf(paper).text;
    EXPECT_TRUE(text.contains("Elsa") && text.contains("Leave at 09:00")) << text;
}

TEST_F(BookingPages, ALetterHasItsSenderItsDayAndAnAddressInLines) {
    auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
    wanted.way = "letter";
    wanted.contact = "Ringvägen 3, 123 45 Sundsvall";
    wanted.name = "Elsa";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked) << booked.error().errors.front().second;
    auto anna = staff();
    const auto paper = anna.send(http::Method::get, "/sundsvall/staff/bookings/" + booked->booking.id + "/letter.pdf").html;
    const auto text = testing::read_pdf(paper).text;
    EXPECT_TRUE(text.starts_with("Sundsvall")) << "who sent it: " << text;
    // What is read back has no sign where a line ends.
    EXPECT_TRUE(text.contains("ElsaRingvägen 3123 45 Sundsvall")) << text;
    EXPECT_TRUE(text.contains("25 november 2026")) << text;
    EXPECT_FALSE(text.contains("3, 123 45")) << text;
}

}  // namespace
}  // namespace digilots::booking
