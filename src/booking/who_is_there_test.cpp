// Who is left at the desk when others are booked away, whom an absence hits, what a rota said, and the queue.
#include <algorithm>

#include "booking/pages_for_tests.h"
#include "platform/base/embedded.h"

namespace digilots::booking {
namespace {

class WhoIsThere : public BookingPages {
protected:
    std::string add_visit() {
        return all.add(0, {{"title", {"Help at home"}}, {"kind", {"home_visit"}}, {"lengths", {"30"}}, {"travel_minutes", {"20"}},
                           {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    }
    /// All that the directory knows of the municipality.
    std::shared_ptr<const directory::Snapshot> import_places() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(*database, all.municipalities,
                                directory::plan_import(*database, mapping.value(), "mapping.json"), clock.now());
        all.versions.refresh();
        return all.directory.snapshot(here);
    }
    std::int64_t minutes_in_november() {
        std::int64_t sum = 0;
        for (const auto& one : all.bookings.staffed_time(sundsvall, base::parse_date("2026-11-01").value(),
                                                         base::parse_date("2026-11-24").value()))
            sum += one.minutes;
        return sum;
    }
};

TEST_F(WhoIsThere, TheShareForDropInHoldsWhateverIsBookedAndWhoIsAtSomebodysHomeIsNotAtTheDesk) {
    const auto visit = add_visit();
    EXPECT_GT(all.times(visit, "2026-11-26").size(), 3U);
    all.add(0, {{"title", {"Longer help"}}, {"kind", {"guidance"}}, {"lengths", {"60"}}, {"drop_in_percent", {"50"}},
                {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    EXPECT_EQ(all.times(visit, "2026-11-26").size(), 1U) << "half of the morning is for those who come without a time";
    auto wanted = all.wanted(visit, "2026-11-26T08:20:00Z");
    wanted.address = "Storgatan 4";
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    clock.set(testing::at("2026-11-26T08:30:00Z"));
    EXPECT_EQ(all.bookings.staffed_now(here, "library"), false);
    EXPECT_EQ(all.bookings.next_change(here, "library"), testing::at("2026-11-26T09:10:00Z")) << "back from there";
    clock.set(testing::at("2026-11-26T09:30:00Z"));
    EXPECT_EQ(all.bookings.staffed_now(here, "library"), true);
}

TEST_F(WhoIsThere, EveryPageSaysTheSameHoursAndAPlaceHasOneLine) {
    const auto snapshot = import_places();
    const auto* place = &*std::ranges::find_if(snapshot->places, [](const auto& one) {
        return one.listed() && !one.mobile && one.status == directory::Status::open;
    });
    all.places.push_back(place->id);
    const auto function = all.bookings.offer(here, offer)->function;
    for (const char* hours : {"10-11", "10.30-12"})
        all.add(1, {{"title", {hours}}, {"function", {function}}, {"place", {place->id}}, {"hours", {hours}},
                    {"weekdays", {"th"}}, {"drop_in", {"yes"}}});
    const auto visit = all.add(0, {{"title", {"Help at home"}}, {"kind", {"home_visit"}}, {"lengths", {"30"}},
                                   {"function", {function}}, {"place", {place->id}}, {"is_published", {"1"}}});
    testing::PageClient client(server);
    client.accept_language = "en";
    const auto hours_on = [&](const char* address) {
        const auto page = client.get(address);
        const auto at = page.html.rfind("/places/" + place->slug + "\"");
        return at == std::string::npos ? page.html : page.html.substr(at, page.html.find("</li>", at) - at);
    };
    for (const char* address : {"/sundsvall/drop-in", "/sundsvall/where-we-are"})
        EXPECT_NE(hours_on(address).find("10:00–12:00"), std::string::npos) << address << hours_on(address);
    auto wanted = all.wanted(visit, "2026-11-26T09:00:00Z");
    wanted.place = place->id;
    wanted.address = "Storgatan 4";
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    for (const char* address : {"/sundsvall/drop-in", "/sundsvall/where-we-are"})
        EXPECT_NE(hours_on(address).find("10:30–12:00"), std::string::npos) << address << hours_on(address);
}

TEST_F(WhoIsThere, WhatTheRotaSaidOfDaysThatAreOverStaysWhenItIsChangedOrEnds) {
    all.bookings.keep_staffed_time(sundsvall);
    const auto before = minutes_in_november();
    ASSERT_GT(before, 0);
    auto& rota = *all.bookings.registers()[1];
    const auto line = rota.list(rota.around(here), {}, 10, 0).records.at(0);
    auto draft = rota.draft_of(line, rota.around(here));
    draft["hours"] = {"9-10"};
    ASSERT_TRUE(rota.change(rota.around(here), line.id, draft, "eva", base::Seen::anything()));
    EXPECT_EQ(minutes_in_november(), before);
    ASSERT_TRUE(rota.set_use(rota.around(here), line.id, register_::Records::Use::ended, "eva", base::Seen::anything()));
    EXPECT_EQ(minutes_in_november(), before);
    EXPECT_TRUE(all.bookings.knows_staffed_time(here));
    clock.advance(std::chrono::days(2));
    all.bookings.keep_staffed_time(sundsvall);
    all.bookings.keep_staffed_time(sundsvall);
    EXPECT_EQ(minutes_in_november(), before);
}

TEST_F(WhoIsThere, AnAbsenceSaysWhoseBookedTimesItHitsAndTheyBecomeTasks) {
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:00:00Z"), all.words));
    auto anna = staff();
    const testing::FormFields typed{{"title", "Course"}, {"kind", "away"}, {"first_day", "2026-11-26"},
                                    {"function", all.bookings.offer(here, offer)->function}};
    const auto asked = anna.submit(anna.get("/sundsvall/staff/booking/exceptions/new"), typed);
    EXPECT_TRUE(asked.says("1 time is booked then, and nobody is there for it: Guidance, Thursday 26 November 2026, 09:00."))
        << asked.html;
    EXPECT_TRUE(duty_kinds(all.bookings).front().now(here).empty());
    anna.submit(asked, typed);
    EXPECT_EQ(duty_kinds(all.bookings).front().now(here).size(), 1U);
    auto other = typed;
    other[2].second = "2026-11-27";
    anna.submit(anna.get("/sundsvall/staff/booking/exceptions/new"), other);
    EXPECT_EQ(all.bookings.registers()[2]->list(all.bookings.registers()[2]->around(here), {}, 10, 0).found, 2)
        << "nobody is booked on that day: nothing is asked";
}

TEST_F(WhoIsThere, AFormCallsOneNumberAndACallIsTakenBack) {
    const auto snapshot = import_places();
    const auto* place = &*std::ranges::find_if(snapshot->places, [](const auto& one) { return one.listed(); });
    for (int number = 0; number < 3; ++number) all.bookings.take_number(sundsvall, place->id, "");
    clock.advance(std::chrono::minutes(7));
    auto anna = staff();
    const auto url = "/sundsvall/staff/queue?place=" + place->id;
    const auto form = anna.get(url);
    const auto key = base::new_uuid(clock.now());
    EXPECT_TRUE(anna.submit(form, {{"form_key", key}}, "step=call").says("Number 1 is called."));
    auto page = anna.submit(form, {{"form_key", key}}, "step=call");
    EXPECT_TRUE(page.says("Number 1 is called.") && page.says("2 numbers wait.")) << page.html;
    const auto before = page;
    page = anna.submit(before, {}, "undo=1", "/staff/queue");
    EXPECT_TRUE(page.says("Number 1 waits again.") && page.says("3 numbers wait.")) << page.html;
    EXPECT_FALSE(all.bookings.undo_call(sundsvall, place->id, 1, "")) << "it is not called";
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(all.bookings.call_next(sundsvall, place->id, ""), 1) << "another desk calls it";
    page = anna.submit(before, {}, "undo=1", "/staff/queue");
    EXPECT_TRUE(page.says("it was called anew since")) << page.html;
    EXPECT_TRUE(page.says("2 numbers wait.")) << "its visitor is on the way";
    const auto seen = testing::PageClient(server).get("/sundsvall/places/" + place->slug + "/queue?still=1");
    EXPECT_TRUE(seen.says("Called now")) << seen.html;
    EXPECT_EQ(all.bookings.call_next(sundsvall, place->id, ""), 2);
    const auto two = testing::PageClient(server).get("/sundsvall/places/" + place->slug + "/queue");
    EXPECT_TRUE(two.says("<p class=\"called-now\"><strong>2</strong></p>") && two.says("Before it: 1")) << two.html;
}

TEST_F(WhoIsThere, AMistypedCodeLeadsBackToItsFieldAndHomeCareGivesACode) {
    testing::PageClient client(server);
    const auto wrong = client.submit(client.get("/sundsvall/book"), {{"code", "k7m2 9xqd 4tfh"}}, "", "/bookings/find");
    EXPECT_EQ(wrong.status, 404);
    EXPECT_TRUE(wrong.says("There is no booking with this code") && wrong.says("k7m2-9xqd-4tfh")) << wrong.html;
    auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
    wanted.channel = "staff";
    wanted.has_consented = true;
    for (const char* name : {"Anna Svensson", "gamla Elsa", "Karlsson Bo"}) {
        wanted.client_code = name;
        EXPECT_FALSE(all.bookings.book(sundsvall, wanted, all.words)) << name;
    }
    wanted.client_code = "Norr 12";
    EXPECT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
}

}  // namespace
}  // namespace digilots::booking
