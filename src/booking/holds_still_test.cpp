// A time whose place has closed since, or that nobody is there for any more: whoever booked it reads so, wherever they look.
#include <algorithm>

#include "booking/ongoing.h"
#include "booking/holds_still.h"
#include "booking/pages_for_tests.h"
#include "platform/base/embedded.h"

namespace digilots::booking {
namespace {

class HoldsStill : public BookingPages {
protected:
    /// The same function is there at a place of the directory, too.
    std::string add_place() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(*database, all.municipalities, directory::plan_import(*database, mapping.value(), "mapping.json"),
                                clock.now());
        all.versions.refresh();
        const auto held = all.directory.snapshot(here);
        const auto place = std::ranges::find_if(held->places, [](const auto& one) {
            return one.listed() && !one.mobile && one.hours.rule.empty();
        });
        EXPECT_NE(place, held->places.end());
        all.places.push_back(place->id);
        all.add(1, {{"title", {"There"}}, {"function", {all.bookings.offer(here, offer)->function}}, {"place", {place->id}},
                    {"hours", {"13-16"}}, {"weekdays", {"mo", "tu", "we", "th", "fr"}}});
        return place->id;
    }
    std::string book_at(const std::string& place, const std::string& way = "none", const std::string& contact = "") {
        auto wanted = all.wanted(offer, "2026-11-26T13:00:00Z");
        wanted.place = place;
        wanted.way = way;
        wanted.contact = contact;
        const auto booked = all.bookings.book(sundsvall, wanted, all.words);
        EXPECT_TRUE(booked);
        return booked ? booked->code : "";
    }
    void close(const std::string& place) {
        auto& places = all.directory.records(directory::RecordKind::place);
        ASSERT_TRUE(places.take_step(places.around(here), place, {"changed", {{"status", std::string("closed")}}}, "anna"));
    }
    void be_away(const char* day) {
        all.add(2, {{"title", {"Course"}}, {"kind", {"away"}}, {"first_day", {day}},
                    {"function", {all.bookings.offer(here, offer)->function}}});
    }
    std::vector<Duty> without_holder() {
        const auto kinds = duty_kinds(all.bookings);
        return std::ranges::find(kinds, "booking.unheld", &DutyKind::key)->now(here);
    }
    std::string standing(const std::string& code) {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        const auto matter = followed_bookings({all.bookings}).find(html::Page(request), code);
        return matter ? matter->standing : "";
    }
};

TEST_F(HoldsStill, AClosedPlaceIsSaidOnThePageOfTheCodeAmongMyMattersAndInTheCalendar) {
    const auto place = add_place();
    const auto code = book_at(place);
    testing::PageClient resident(server);
    const auto url = "/sundsvall/bookings/" + code;
    const auto* closed = "The place has closed. The time is moved to another place, or cancelled.";
    EXPECT_FALSE(resident.get(url).says(closed));
    close(place);
    const auto page = resident.get(url);
    EXPECT_TRUE(page.says(closed) && page.says("look here again before you go")) << page.html;
    EXPECT_EQ(resident.get(url + "/change").link("Book a time at another place"), "/sundsvall/book/" + offer);
    EXPECT_TRUE(standing(code).contains(closed)) << standing(code);
    const auto calendar = resident.get(url + ".ics").html;
    EXPECT_TRUE(calendar.contains("The place has closed") && calendar.contains("STATUS:TENTATIVE")) << calendar;
    EXPECT_EQ(resident.get(url + "/confirmation.pdf").status, 200);
    const auto duties = duty_kinds(all.bookings).front().now(here);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_STREQ(duties.front().why.front().text.id,
                 "The place where it is to be has closed. Move it, or cancel it with a reason.");
}

TEST_F(HoldsStill, WhereNobodyIsThereAnyMoreItIsSaidAndNothingIsPromisedOrReminded) {
    const auto visit = all.add(0, {{"title", {"Help at home"}}, {"kind", {"home_visit"}}, {"lengths", {"30"}},
                                   {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    auto wanted = all.wanted(visit, "2026-11-26T09:00:00Z");
    wanted.address = "Storgatan 4";
    wanted.way = "email";
    wanted.contact = "elsa@example.org";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    const auto url = "/sundsvall/bookings/" + booked->code;
    testing::PageClient resident(server);
    EXPECT_TRUE(resident.get(url).says("We come Thursday"));
    be_away("2026-11-26");
    const auto page = resident.get(url);
    EXPECT_TRUE(page.says("As it stands now nobody of us is free then.") && page.says("We get in touch")) << page.html;
    EXPECT_FALSE(page.says("We come "));
    EXPECT_TRUE(standing(booked->code).contains("nobody of us is free")) << standing(booked->code);
    EXPECT_EQ(all.bookings.remind(sundsvall), 0);
    EXPECT_TRUE(staff().get("/sundsvall/staff/bookings/day.pdf?day=2026-11-26").status == 200);
}

TEST_F(HoldsStill, WhoComesFirstIsSeenToFirst) {
    auto wanted = all.wanted(offer, "2026-12-14T09:00:00Z");
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T09:00:00Z"), all.words));
    be_away("2026-11-26");
    be_away("2026-12-14");
    const auto duties = duty_kinds(all.bookings).front().now(here);
    ASSERT_EQ(duties.size(), 2U);
    EXPECT_EQ(duties.front().due, "2026-11-25");
    EXPECT_EQ(duties.back().due, "2026-12-11");
}

TEST_F(HoldsStill, WhatIsArrangedOverABookedTimeNamesItBeforeItIsSaved) {
    const auto guidance = all.open();
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(guidance, "2026-11-26T09:00:00Z"), all.words));
    const auto function = all.bookings.offer(here, guidance)->function;
    const auto told = [&](const char* begin, const char* end, const std::string& of) {
        const HeldElsewhere held{.place = "library", .function = of, .title = "", .path = "", .people = 1,
                                 .begin = testing::at(begin), .end = testing::at(end)};
        return all.bookings.times_left_by(sundsvall, {held}, all.words);
    };
    EXPECT_NE(told("2026-11-26T08:30:00Z", "2026-11-26T10:00:00Z", function).find("1 time is booked then"), std::string::npos);
    EXPECT_EQ(told("2026-11-26T09:30:00Z", "2026-11-26T10:30:00Z", function), "") << "behind it";
    EXPECT_EQ(told("2026-11-27T08:30:00Z", "2026-11-27T10:00:00Z", function), "") << "on another day";
    EXPECT_EQ(told("2026-11-26T08:30:00Z", "2026-11-26T10:00:00Z", "others"), "") << "by others";
}

TEST_F(HoldsStill, WhatNobodyHoldsIsNotOfferedAndStaffAreTold) {
    auto& functions = all.organisation.function_records();
    const auto nobody = functions.add(functions.around(here), {{"title", {"Digital lots"}}}, "anna")->id;
    auto anna = staff("chief");
    const testing::FormFields line{{"title", "Days"}, {"function", nobody}, {"place", "hall"}, {"hours", "13-16"},
                                   {"weekdays", "we"}};
    const auto asked = anna.submit(anna.get("/sundsvall/staff/booking/rota/new"), line);
    EXPECT_TRUE(asked.says("Nobody holds the function Digital lots yet")) << asked.html;
    anna.submit(asked, line);
    const auto unheld = all.add(0, {{"title", {"Help with the mobile"}}, {"kind", {"guidance"}}, {"lengths", {"30"}},
                                    {"function", {nobody}}, {"is_published", {"1"}}});
    EXPECT_FALSE(testing::PageClient(server).get("/sundsvall/book").says("Help with the mobile"));
    EXPECT_FALSE(all.bookings.book(sundsvall, all.wanted(unheld, "2026-11-26T12:00:00Z"), all.words));
    const auto link = testing::PageClient(server).get("/sundsvall/book/" + unheld);
    EXPECT_TRUE(link.status == 404 && link.says("This cannot be booked now")) << "by an old link: " << link.html;
    EXPECT_EQ(link.link("What can be booked"), "/sundsvall/book");
    const auto duties = without_holder();
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().name, "Help with the mobile");
    EXPECT_EQ(duties.front().due, "2026-11-25");
    auto draft = functions.draft_of(*functions.find(here, nobody), functions.around(here));
    draft["holder"] = {"bo"};
    ASSERT_TRUE(functions.change(functions.around(here), nobody, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(testing::PageClient(server).get("/sundsvall/book").says("Help with the mobile"));
    EXPECT_TRUE(without_holder().empty());
}

TEST_F(HoldsStill, WhereNobodyHoldsTheFunctionOfTheRotaNobodyIsSaidToBe) {
    auto& functions = all.organisation.function_records();
    const auto nobody = functions.add(functions.around(here), {{"title", {"Digital lots"}}}, "anna")->id;
    all.add(1, {{"title", {"Days"}}, {"function", {nobody}}, {"place", {"hall"}}, {"hours", {"13-16"}}, {"weekdays", {"we"}},
                {"drop_in", {"yes"}}});
    clock.set(testing::at("2026-11-25T12:30:00Z"));
    EXPECT_NE(all.bookings.staffed_now(here, "hall"), true);
    auto draft = functions.draft_of(*functions.find(here, nobody), functions.around(here));
    draft["holder"] = {"bo"};
    ASSERT_TRUE(functions.change(functions.around(here), nobody, draft, "anna", base::Seen::anything()));
    EXPECT_EQ(all.bookings.staffed_now(here, "hall"), true);
}

TEST_F(HoldsStill, ALetterToAPhoneNumberIsAskedAboutAndANumberSaysMoreThanNotAtAll) {
    auto wanted = all.wanted(offer, "2026-11-26T09:00:00Z");
    wanted.way = "letter";
    wanted.contact = "070-174 06 99";
    const auto refused = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().errors.front().first, "contact");
    wanted.contact = "Storgatan 4, 852 31 Sundsvall";
    EXPECT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    EXPECT_EQ(way_meant("none", "070-174 06 99", sundsvall), "phone");
    EXPECT_EQ(way_meant("none", "", sundsvall), "none");
}

TEST_F(HoldsStill, ACodeOfSomethingElseIsSaidToBeRightAndLeadsThere) {
    const base::CodeKind parcel{"parcel", 12};
    const auto code = base::code_of(parcel, "secret");
    Slice other{.name = "parcels"};
    other.followed = {{.code = parcel,
                       .find = [](const html::Page&, std::string_view) { return std::nullopt; },
                       .wait = [](const http::Request&) { return std::nullopt; },
                       .one = TEXT("Booking"),
                       .opens = [&](const html::Page&, std::string_view typed) -> std::optional<std::string> {
                           return base::tidy_code(parcel, typed) == code ? std::optional<std::string>("/staff/parcels/1")
                                                                         : std::nullopt;
                       }}};
    http::Server both{{}, routes_of({slice(all.bookings), other}), gatekeeper(), html::error_page, clock};
    testing::PageClient client(both);
    client.cookies()["session"] = "anna";
    const auto found = client.submit(client.get("/sundsvall/staff/bookings/find"), {{"code", code}});
    EXPECT_TRUE(found.says("The code is right, and of something else:") && !found.says("Read each sign again")) << found.html;
    EXPECT_EQ(found.link("Booking"), "/sundsvall/staff/parcels/1");
}

}  // namespace
}  // namespace digilots::booking
