// Staff find a booking by its code and put right how whoever booked is reached; what is cancelled and who is not there say so.
#include "booking/pages_for_tests.h"
#include "platform/base/embedded.h"

namespace digilots::booking {
namespace {

TEST_F(BookingPages, AWrongNumberIsPutRightByWhoeverReadsOutTheCode) {
    auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
    wanted.way = "phone";
    wanted.contact = "060-19 10 11";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    auto anna = staff();
    const auto find = anna.get(anna.get("/sundsvall/staff/bookings").link("Find a booking by its code"));
    EXPECT_EQ(anna.submit(find, {{"code", "k7m2-9xqd-4tfh"}}, "", "/find").status, 404);
    auto page = anna.submit(find, {{"code", booked->code}}, "", "/find");
    EXPECT_TRUE(page.says("060-19 10 11")) << page.html;
    const auto form = anna.get(page.link("Put right how they are reached"));
    const auto wrong = anna.submit(form, {{"contact", "nobody"}}, "", "/contact");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("nobody")) << wrong.html;
    page = anna.submit(form, {{"contact", "060-19 10 99"}}, "", "/contact");
    EXPECT_TRUE(page.says("060-19 10 99") && !page.says("060-19 10 11") && page.says("The time stays.")) << page.html;
    EXPECT_EQ(all.bookings.follow(sundsvall, booked->code)->starts, booked->booking.starts);
    EXPECT_TRUE(anna.submit(form, {{"contact", "060-19 10 98"}}, "", "/contact").says("Somebody has changed it meanwhile"));
    page = anna.submit(anna.get(page.link("Put right how they are reached")), {{"way", "none"}}, "", "/contact");
    EXPECT_FALSE(page.says("060-19 10 99")) << page.html;
    page = anna.submit(anna.get(page.link("Put right how they are reached")), {{"way", "letter"}, {"contact", "Storgatan 4"}}, "",
                       "/contact");
    EXPECT_TRUE(page.says("Storgatan 4")) << page.html;
    const auto booking = all.bookings.find(here, booked->booking.id);
    ASSERT_EQ(all.bookings.set_state(sundsvall, booking->id, booking->version, "cancelled", ""), Step::done);
    EXPECT_EQ(anna.get("/sundsvall/staff/bookings/" + booking->id + "/contact").status, 404);
    auto resident = testing::PageClient(server);
    const auto follow = resident.get("/sundsvall/bookings/" + booked->code);
    EXPECT_FALSE(follow.says("To print:")) << "nothing is confirmed any more";
}

TEST_F(BookingPages, NoNumbersAreGivenByStaffWhereThePageOfTheQueueGivesNone) {
    const auto mapping = base::embedded_file("data/demo/mapping.json");
    directory::apply_import(*database, all.municipalities,
                            directory::plan_import(*database, mapping.value(), "mapping.json"), clock.now());
    all.versions.refresh();
    const auto directory = all.directory.snapshot(here);
    const auto* place = directory->place("");
    for (const auto& one : directory->places)
        if (one.listed()) place = &one;
    ASSERT_NE(place, nullptr);
    all.places.push_back(place->id);
    clock.set(testing::at("2026-11-26T03:00:00Z"));  // a night
    auto anna = staff();
    const auto function = all.bookings.offer(here, offer)->function;
    all.add(1, {{"title", {"Desk"}}, {"function", {function}}, {"person", {"bo"}}, {"place", {place->id}}, {"hours", {"9-12"}},
                {"weekdays", {"th"}}});
    const auto url = "/sundsvall/staff/queue?place=" + place->id;
    EXPECT_FALSE(anna.get(url).says("Take a number"));
    EXPECT_TRUE(anna.get(url).says("no numbers are given")) << anna.get(url).html;
    clock.set(testing::at("2026-11-26T09:00:00Z"));
    const auto open = anna.get(url);
    EXPECT_TRUE(open.says("Take a number")) << open.html;
    clock.set(testing::at("2026-11-26T12:00:00Z"));
    const auto refused = anna.submit(open, {{"form_key", base::new_uuid(clock.now())}}, "step=take");
    EXPECT_TRUE(refused.says("Nothing was changed.")) << refused.html;
    EXPECT_TRUE(all.bookings.queue(sundsvall, place->id).waiting.empty());
}

}  // namespace
}  // namespace digilots::booking
