// A book bus's stops: made by a form, shown on its page, in what is open now, and in calendars.
#include <gtest/gtest.h>

#include "directory/editor_for_tests.h"
#include "directory/stop.h"
#include "platform/calendar/icalendar.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::directory {
namespace {

using namespace std::chrono_literals;
using digilots::testing::FormFields;

class StopsOfABus : public EditorTest {
protected:
    StopsOfABus() {
        change("2281", RecordKind::place, bus,
               {{"name", "Bokbussen"}, {"mobile", "1"}, {"status", "open"}, {"kind", "mobile_library"}});
        clock.set(base::from_civil(2026y / 11 / 23, 10, 0, "Europe/Stockholm"));    // a Monday
    }

    FormFields tuesdays() const {
        return {{"name", "Torget, Ljustorp"}, {"place_id", bus}, {"address", "Torget 1"}, {"weekday", "tu"}, {"every", "2"},
                {"times", "14–14.45"}, {"starts", "2026-09-01"}, {"ends", "2026-12-15"}, {"left_out", "2026-11-10"},
                {"note", "Ramp finns."}};
    }
    digilots::testing::Page add(FormFields fields) { return client.submit(client.get(stops + "/new?place=" + bus), fields); }

    digilots::testing::Page refused(std::string_view name, const std::string& value) {
        auto fields = tuesdays();
        for (auto& field : fields)
            if (field.first == name) field.second = value;
        return add(fields);
    }

    const std::string bus = "sundsvall-kommunhuset", stops = "/sundsvall/staff/directory/stops";
};

TEST_F(StopsOfABus, AreSeenByResidentsAsTheyWereTyped) {
    const auto saved = add(tuesdays());
    EXPECT_TRUE(saved.says("Sparat. Invånarna ser det nu.")) << saved.html;
    client.forget_cookies();
    const auto shown = client.get("/sundsvall/places/kommunhuset");
    for (const auto* said : {"Nästa stopp", "tisdag 24 november 14.00–14.45: Torget, Ljustorp",
                             "tisdag 8 december 14.00–14.45: Torget, Ljustorp", "Varannan tisdag 14.00–14.45", "Torget 1",
                             "Ramp finns.", "/sundsvall/places/kommunhuset/calendar.ics", "Var den stannar står nedan"}) {
        EXPECT_TRUE(shown.says(said)) << said << shown.html;
    }
    EXPECT_FALSE(shown.says("22 december")) << "after its last day";
    EXPECT_TRUE(client.get("/nb/sundsvall/places/kommunhuset").says("Annenhver tirsdag 14:00–14:45") ||
                client.get("/nb/sundsvall/places/kommunhuset").says("Annenhver tirsdag 14.00–14.45"));
}

TEST_F(StopsOfABus, SayWhetherItIsOpenNowAndThePageFollowsTheClock) {
    add(tuesdays());
    client.forget_cookies();
    const auto state = [&](int hour, int minute) {
        const auto at = base::from_civil(2026y / 11 / 24, hour, minute, "Europe/Stockholm");
        clock.set(at);
        return directory.open_state(*place(bus.c_str()), "2281", at);
    };
    EXPECT_EQ(state(10, 0).now, Openness::closed);
    EXPECT_EQ(state(10, 0).next_change, base::from_civil(2026y / 11 / 24, 14, 0, "Europe/Stockholm"));
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("öppnar 14.00"));
    EXPECT_EQ(state(14, 20).now, Openness::open);
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("stänger 14.45")) << "the kept page ended when it opened";
    EXPECT_TRUE(client.get("/sundsvall/places?open=1").says("Bokbussen"));
    EXPECT_EQ(state(14, 45).now, Openness::closed);
    EXPECT_FALSE(client.get("/sundsvall/places/kommunhuset").says("24 november 14.00")) << "that stop is over";
}

TEST_F(StopsOfABus, StandInPlaceOfOfficeHoursAndAreNamedWhereItSaysWhetherItIsOpen) {
    change("2281", RecordKind::place, bus, {{"hours_rule", "Mo-Fr 08:00-16:30"}, {"hours_note", "Ring kontoret."}});
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("08.00–16.30"));
    add(tuesdays());
    const auto page = client.get("/sundsvall/places/kommunhuset");
    for (const auto* gone : {"08.00–16.30", "Öppettider<"}) EXPECT_FALSE(page.says(gone)) << gone;
    EXPECT_TRUE(page.says("Ring kontoret.")) << "the note is for everybody, also beside stops";
    EXPECT_TRUE(page.says("öppnar i morgon 14.00, vid Torget, Ljustorp")) << page.html;
    EXPECT_TRUE(client.get("/sundsvall/places").says("öppnar i morgon 14.00, vid Torget, Ljustorp"));
    const auto slip = client.get("/sundsvall/staff/slips/place/kommunhuset");
    EXPECT_TRUE(slip.says("tisdag 24 november 14.00–14.45")) << slip.html;
    EXPECT_FALSE(slip.says("08.00–16.30")) << slip.html;
    EXPECT_TRUE(slip.says("Ring kontoret.")) << slip.html;
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset/leaflet").says("Ring kontoret."));
    clock.set(base::from_civil(2026y / 11 / 24, 14, 20, "Europe/Stockholm"));
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("stänger 14.45, vid Torget, Ljustorp"));
}

TEST_F(StopsOfABus, ComeToAnEndOrAreTakenAwayAndAreGoneAtOnce) {
    add(tuesdays());
    const auto id = place(bus.c_str())->stops.front().id;
    EXPECT_TRUE(client.get(stops + "/" + id).says("tisdag 24 november 14.00–14.45")) << "its page says what residents see";
    client.submit(client.get(stops + "/" + id + "/change"), {{"times", "15-16"}});
    EXPECT_EQ(place(bus.c_str())->stops.front().time.from, 15 * 60);
    EXPECT_EQ(place(bus.c_str())->stops.front().version, 2);
    const auto around = directory.stops().around("2281");
    const auto record = directory.stops().find("2281", id);
    ASSERT_TRUE(record);
    const auto mark = directory.stops().mark_of(*record);
    EXPECT_TRUE(directory.stops().set_use(around, id, register_::Records::Use::ended, "account-1", base::Seen::mark(mark)));
    EXPECT_TRUE(place(bus.c_str())->stops.empty());
    EXPECT_FALSE(client.get("/sundsvall/places/kommunhuset").says("Nästa stopp"));
}

TEST_F(StopsOfABus, WhatCannotBeMeantIsAskedAbout) {
    for (const auto& [field, typed, said] :
         {std::tuple("times", "14", "Skriv en tid, till exempel 14–14.45"), {"times", "10-11, 14-15", "egen hållplats"},
          {"times", "15-14", "åker innan den kommer"}, {"left_out", "2026-11-11", "kommer ändå inte 2026-11-11"},
          {"left_out", "kanske", "går inte att läsa"}, {"starts", "", "första dagen"}, {"ends", "2026-08-01", "den första"},
          {"name", "", "Skriv var den stannar."}}) {
        const auto page = refused(field, typed);
        EXPECT_EQ(page.status, 422) << field << " " << typed;
        EXPECT_TRUE(page.says(said)) << field << " " << typed << page.html;
    }
    EXPECT_TRUE(place(bus.c_str())->stops.empty()) << "nothing half-written";
    auto fields = tuesdays();
    for (auto& field : fields)
        if (field.first == "starts") field.second = "2026-12-09";
    for (auto& field : fields)
        if (field.first == "ends") field.second = "2026-12-14";
    EXPECT_TRUE(add(fields).says("Ingen tisdag ligger mellan"));
}

TEST_F(StopsOfABus, StandStillOnHolidaysUnlessSomebodySaysOtherwise) {
    const FormFields fields{{"name", "Torget"}, {"place_id", bus}, {"weekday", "th"}, {"every", "1"}, {"times", "10-11"},
              {"starts", "2026-12-01"}};
    add(fields);
    const auto days = [&] {
        std::vector<std::string> found;
        for (const auto& visit : place(bus.c_str())->visits)
            found.push_back(base::format_date(base::to_civil(visit.time.begin, "Europe/Stockholm").date));
        return found;
    };
    ASSERT_GE(days().size(), 4U);
    EXPECT_EQ(days()[2], "2026-12-17");
    EXPECT_EQ(days()[3], "2027-01-07") << "not on Christmas Eve and New Year's Eve";
    const auto id = place(bus.c_str())->stops.front().id;
    client.submit(client.get(stops + "/" + id + "/change"), {{"on_holidays", "1"}});
    EXPECT_EQ(days()[3], "2026-12-24");
}

TEST_F(StopsOfABus, AreACalendarThatOtherProgramsRead) {
    add(tuesdays());
    change("2281", RecordKind::place, bus,
           {{"hours_rule", "Mo-Fr 09:00-15:00; 2026 Dec 24-2026 Dec 26 off; 2026 Dec 30 10:00-12:00"}});
    client.forget_cookies();
    const auto file = client.get("/sundsvall/places/kommunhuset/calendar.ics");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.response.content_type, "text/calendar; charset=utf-8");
    const auto read = calendar::read_icalendar(file.html);
    ASSERT_TRUE(read) << read.error() << file.html;
    ASSERT_EQ(read->events.size(), 3U) << file.html;
    const auto& stop = read->events[0];
    EXPECT_EQ(stop.uid, "stop-" + place(bus.c_str())->stops.front().id + "@digilots");
    EXPECT_EQ(stop.summary, "Bokbussen: Torget, Ljustorp");
    EXPECT_EQ(stop.sequence, 1);
    const calendar::Interval all{base::from_civil(2026y / 1 / 1, 0, 0, "UTC"), base::from_civil(2028y / 1 / 1, 0, 0, "UTC")};
    const auto times = calendar::occurrences(stop.when, stop.zone, all);
    ASSERT_TRUE(times);
    EXPECT_EQ(times->times.size(), 7U) << "from the first one on, each second Tuesday until 8 December but one";
    EXPECT_EQ(read->events[1].when.first, calendar::wall_time(2026y / 12 / 24, 0));
    EXPECT_TRUE(read->events[1].whole_days);
    EXPECT_EQ(read->events[1].summary, "Bokbussen: stängt");
    EXPECT_EQ(read->events[2].when.first, calendar::wall_time(2026y / 12 / 30, 10 * 60));
    EXPECT_EQ(client.get("/sundsvall/places/nowhere/calendar.ics").status, 404);
    change("2281", RecordKind::place, bus, {{"status", "closed"}});
    EXPECT_EQ(client.get("/sundsvall/places/kommunhuset/calendar.ics").html.find("BEGIN:VEVENT"), std::string::npos);
}

TEST_F(StopsOfABus, RunEachStatementOnBothEngines) {
    auto around = directory.stops().around("2281");
    register_::run_every_statement(directory.stops(), around);
}

TEST(DaysOfAStop, AreCountedFromTheFirstWeekdayOfThePeriod) {
    Stop stop;
    stop.weekday = 1;
    stop.every = 3;
    stop.starts = 2026y / 9 / 2;    // a Wednesday
    const auto days = days_of(stop, 2026y / 9 / 30, 2026y / 11 / 30);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0], 2026y / 10 / 20) << "8 September, 29 September, 20 October, 10 November";
    stop.ends = 2026y / 10 / 20;
    EXPECT_EQ(days_of(stop, 2026y / 9 / 30, 2026y / 11 / 30).size(), 1U);
}

}  // namespace
}  // namespace digilots::directory
