// Nothing is offered where nobody can come in: things while their place is open, what moves around while it stands at a stop.
#include "booking/opening.h"
#include "booking/pages_for_tests.h"
#include "platform/register/doubts.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::booking {
namespace {

class OpenPlaces : public BookingPages {
protected:
    /// Its id.
    std::string add_place(const register_::Draft& draft) {
        auto& records = all.directory.records(directory::RecordKind::place);
        const auto added = records.add(records.around(here), draft, "anna");
        EXPECT_TRUE(added) << (added ? "" : added.error().problems.front().words(all.words));
        if (!added) return "";
        all.places.push_back(added->id);
        return added->id;
    }
    std::string add_bus() {
        const auto bus = add_place({{"name", {"Book bus"}}, {"kind", {"mobile_library"}}, {"mobile", {"1"}},
                                    {"address", {"Garage 9"}}});
        auto& stops = all.directory.stops();
        const auto added = stops.add(stops.around(here),
                                     {{"name", {"Market square"}}, {"place_id", {bus}}, {"address", {"Torget 1"}},
                                      {"weekday", {"tu"}}, {"every", {"1"}}, {"times", {"14-15"}}, {"starts", {"2026-11-24"}}},
                                     "anna");
        EXPECT_TRUE(added) << (added ? "" : added.error().problems.front().words(all.words));
        return bus;
    }
    register_::Draft tuesdays_at(const std::string& place) {
        return {{"title", {"Tuesdays"}}, {"function", {all.bookings.offer(here, offer)->function}}, {"place", {place}},
                {"hours", {"10-16"}}, {"weekdays", {"tu"}}, {"drop_in", {"yes"}}};
    }
    std::string doubt(std::size_t kind, const register_::Draft& draft) {
        const auto& records = *all.bookings.registers()[kind];
        const auto doubts = register_::doubts_about(records, records.around(here), nullptr, draft);
        return doubts.empty() ? "" : doubts.front();
    }
    std::vector<std::string> begins(const std::string& what, const std::string& place, const char* day) {
        const auto date = base::parse_date(day).value();
        std::vector<std::string> found;
        for (const auto& time : all.bookings.times(sundsvall, *all.bookings.offer(here, what), 30, place, date, date, true))
            found.push_back(base::format_utc(time.starts).substr(11, 5));
        return found;
    }
};

TEST_F(OpenPlaces, AComputerIsBookedWhileItsPlaceIsOpen) {
    const auto place = add_place({{"name", {"Square"}}, {"kind", {"library"}},
                                  {"hours_rule", {"Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00"}}});
    const register_::Draft computers{{"title", {"Computers"}}, {"kind", {"computer"}}, {"place", {place}}, {"hours", {"10-16"}}};
    const auto said = doubt(3, computers);
    for (const char* part : {"Square is shut then", "12:00–13:00", "Friday 12:00–16:00"})
        EXPECT_TRUE(said.contains(part)) << said;
    all.add(3, computers);
    const auto computer =
        all.add(0, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"lengths", {"30"}}, {"is_published", {"1"}}});
    using Times = std::vector<std::string>;
    EXPECT_EQ(begins(computer, place, "2026-11-27"), (Times{"09:00", "09:30", "10:00", "10:30"}));
    EXPECT_EQ(begins(computer, place, "2026-11-26"),
              (Times{"09:00", "09:30", "10:00", "10:30", "12:00", "12:30", "13:00", "13:30", "14:00", "14:30"}));
    const auto page = testing::PageClient(server).get("/sundsvall/book/" + computer + "/times?place=" + place + "&minutes=30");
    EXPECT_FALSE(page.says(">12:30<") || page.says(">12:00<")) << page.html;
    const auto refused = api(http::Method::post, "bookings",
                             R"({"offer":")" + computer + R"(","place":")" + place + R"(","starts":"2026-11-27T14:00"})");
    EXPECT_TRUE(refused.status == 422 && refused.says("\"starts\":")) << refused.html;
}

TEST_F(OpenPlaces, ABusIsStaffedAndBookedWhileItStandsAtAStop) {
    const auto bus = add_bus();
    const auto said = doubt(1, tuesdays_at(bus));
    EXPECT_TRUE(said.contains("Book bus stands at no stop then") && said.contains("Tuesday 10:00–14:00")) << said;
    all.add(1, tuesdays_at(bus));
    clock.set(testing::at("2026-12-01T09:30:00Z"));
    EXPECT_EQ(all.bookings.staffed_now(here, bus), false);
    EXPECT_EQ(begins(offer, bus, "2026-12-01"), (std::vector<std::string>{"13:00", "13:30"}));
    EXPECT_TRUE(begins(offer, bus, "2026-12-02").empty());
    testing::PageClient client(server);
    for (const auto* address : {"/sundsvall/where-we-are", "/sundsvall/drop-in"}) {
        const auto page = client.get(address);
        EXPECT_TRUE(page.says("Book bus, Market square") && page.says("14:00–15:00") && !page.says("10:00–")) << page.html;
    }
    const auto when = client.get("/sundsvall/book/" + offer + "/times?place=" + bus + "&minutes=30");
    const auto how = client.get(when.link("14:00, Market square"));
    EXPECT_TRUE(how.says("Book bus, Market square, Torget 1")) << how.html;
    const auto booked = client.submit(how, {}, "", "/book/");
    EXPECT_TRUE(booked.says("Book bus, Market square, Torget 1") && !booked.says("Garage 9")) << booked.html;
    EXPECT_TRUE(client.get(booked.link("Put it into my calendar")).says("LOCATION:Book bus\\, Market square\\, Torget 1"));
    const auto slip = testing::read_pdf(client.send(http::Method::get, booked.link("A5")).html);
    EXPECT_NE(slip.text.find("Market square, Torget 1"), std::string::npos) << slip.text;
    clock.set(testing::at("2026-12-01T13:10:00Z"));
    EXPECT_EQ(all.bookings.staffed_now(here, bus), true);
}

TEST_F(OpenPlaces, AStreetStandsWhereOneHasToFindTheWay) {
    const auto place = add_place({{"name", {"Square"}}, {"kind", {"library"}}, {"address", {"Storgatan 1"}}});
    all.add(1, tuesdays_at(place));
    auto wanted = all.wanted(offer, "2026-12-01T10:00:00Z");
    wanted.place = place;
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    EXPECT_TRUE(testing::PageClient(server).get("/sundsvall/bookings/" + booked->code).says("Square, Storgatan 1"));
    EXPECT_TRUE(staff().get("/sundsvall/staff/bookings/" + booked->booking.id).says("Square, Storgatan 1"));
}

TEST_F(OpenPlaces, WhereItIsShutNoNumbersAreGiven) {
    const auto place = add_place({{"name", {"Square"}}, {"kind", {"library"}}, {"hours_rule", {"Mo-Fr 09:00-12:00"}}});
    const auto url = "/sundsvall/places/" + all.directory.snapshot(here)->place(place)->slug + "/queue";
    all.bookings.take_number(sundsvall, place, "");
    testing::PageClient client(server);
    const auto form = client.get(url);
    EXPECT_TRUE(form.says("Take a number")) << form.html;
    clock.set(testing::at("2026-11-25T11:30:00Z"));
    EXPECT_FALSE(client.get(url).says("Take a number"));
    EXPECT_EQ(client.submit(form, {}, "", "/queue").status, 409);
    EXPECT_FALSE(staff().get("/sundsvall/staff/queue?place=" + place).says("Take a number"));
}

TEST_F(OpenPlaces, ANumberOfTheQueueIsOnesOwnUntilItIsCalledAndHoldsItsDay) {
    const auto place = add_place({{"name", {"Square"}}, {"kind", {"library"}}});
    const auto url = "/sundsvall/places/" + all.directory.snapshot(here)->place(place)->slug + "/queue";
    testing::PageClient client(server);
    EXPECT_FALSE(client.get(url).says("Take a number")) << "no queue ever ran there";
    EXPECT_TRUE(staff().get("/sundsvall/staff/queue?place=" + place).says("Take a number")) << "staff begin one";
    clock.set(testing::at("2026-11-24T09:00:00Z"));
    all.bookings.take_number(sundsvall, place, "");
    clock.set(testing::at("2026-11-25T09:00:00Z"));
    const auto own = client.submit(client.get(url), {}, "", "/queue");
    EXPECT_TRUE(own.says("Your number is 1.") && own.says("You are next.") && !own.says(">Take a number<")) << own.html;
    EXPECT_EQ(client.get_once(own.url).header("Refresh"), "60") << "it turns into one's turn by itself";
    auto anna = staff();
    const auto desk = anna.get("/sundsvall/staff/queue?place=" + place);
    const auto press = [&](const char* button) {
        return anna.submit(desk, {{"form_key", base::new_uuid(clock.now())}}, button, "/queue");
    };
    const auto called = press("step=call");
    EXPECT_TRUE(client.get(own.url).says("It is your turn: number 1.")) << own.url;
    EXPECT_TRUE(called.says("Call 1 again")) << called.html;
    press("step=take");
    clock.set(testing::at("2026-11-25T09:01:00Z"));
    press("step=call");
    EXPECT_EQ(all.bookings.queue(sundsvall, place).called, (std::vector{2, 1}));
    clock.set(testing::at("2026-11-25T09:02:00Z"));
    EXPECT_TRUE(press("again=1").says("Number 1 is called again."));
    EXPECT_EQ(all.bookings.queue(sundsvall, place).called, (std::vector{1, 2})) << "it stands first again";
    EXPECT_EQ(all.bookings.queue(sundsvall, place).most_minutes, 1) << "nobody waited longer for it";
    EXPECT_FALSE(all.bookings.call_again(sundsvall, place, 7));
    clock.set(testing::at("2026-11-26T09:00:00Z"));
    const auto tomorrow = client.get(own.url);
    EXPECT_TRUE(tomorrow.says("Number 1 is not of today.") && tomorrow.says("Take a number") && !tomorrow.says("Your number is"))
        << tomorrow.html;
}

TEST(WhoHelpsWithASimpleThing, HasItAndThePlaceHasItToo) {
    directory::Place place;
    EXPECT_TRUE(helps_with({}, place, "print")) << "nobody has said what it has";
    EXPECT_FALSE(helps_with({"bank"}, place, "print"));
    place.topics = {"bank"};
    EXPECT_FALSE(helps_with({}, place, "print"));
    EXPECT_TRUE(helps_with({"print"}, place, "print")) << "who is there does it";
    EXPECT_TRUE(helps_with({}, place, "bank"));
    EXPECT_TRUE(helps_with({}, place, "") && helps_with({"print"}, place, "")) << "asked for nothing";
    place.printing = directory::Answer::no;
    EXPECT_FALSE(helps_with({"print"}, place, "print")) << "one cannot print there";
}

}  // namespace
}  // namespace digilots::booking
