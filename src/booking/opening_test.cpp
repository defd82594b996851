// Nobody is at two places at once, and nobody is offered a time at a locked door.
#include "booking/opening.h"

#include "booking/clashes.h"
#include "booking/world_for_tests.h"

namespace digilots::booking {
namespace {

RotaLine line_on(std::vector<int> weekdays, calendar::TimeRanges hours, std::string first = "", std::string last = "") {
    RotaLine line{.id = "a", .function = "guide", .person = "anna", .place = "library", .hours = std::move(hours),
                  .first_day = std::move(first), .last_day = std::move(last)};
    for (const int day : weekdays) line.weekdays[static_cast<std::size_t>(day)] = true;
    return line;
}
calendar::TimeRange hours(int from, int to) { return {from * 60, to * 60}; }

TEST(Clashes, AreOfTheSameDayAndTimeAlone) {
    const auto mondays = line_on({0}, {hours(9, 12)});
    const auto clash = clash_of(mondays, line_on({0, 1}, {hours(8, 10), hours(11, 13)}));
    ASSERT_TRUE(clash);
    EXPECT_TRUE(base::weekday_of(clash->day) == 0 && clash->hours == hours(9, 10) && clash->is_weekly);
    EXPECT_FALSE(clash_of(mondays, line_on({0}, {hours(12, 15)}))) << "one ends when the other begins";
    EXPECT_FALSE(clash_of(mondays, line_on({1}, {hours(9, 12)})));
    EXPECT_FALSE(clash_of(line_on({0}, {hours(9, 12)}, "", "2026-06-30"), line_on({0}, {hours(9, 12)}, "2026-07-01")));
}

TEST(Clashes, ANightCountsOnTheNextDayAndOneDayByItsDate) {
    const auto night = line_on({6}, {hours(22, 30)});
    const auto clash = clash_of(night, line_on({0}, {hours(5, 8)}));
    ASSERT_TRUE(clash);
    EXPECT_TRUE(base::weekday_of(clash->day) == 0 && clash->hours == hours(5, 6));
    const auto once = clash_of(line_on({0}, {hours(9, 12)}), line_on({0}, {hours(9, 12)}, "2026-11-30", "2026-11-30"));
    ASSERT_TRUE(once);
    EXPECT_TRUE(!once->is_weekly && base::format_date(once->day) == "2026-11-30");
}

class Opening : public ::testing::Test {
protected:
    Opening() {
        directory::Place library;
        library.id = "library";
        library.name = "Library";
        library.hours.rule = "Mo-Fr 10:00-16:00; 2026 Dec 01 off";
        snapshot.places = {library};
        around.words = &i18n::translator("en");
        around.today = base::parse_date("2026-11-30").value();
    }
    std::vector<Shift> kept(const RotaLine& line) {
        const RotaDays days{"Europe/Stockholm", "SE", base::parse_date("2026-11-30").value(), 7};
        return while_open(shifts_of({.lines = {line}}, days, nullptr), snapshot, days);
    }
    directory::Snapshot snapshot;
    register_::Surroundings around;
};

TEST_F(Opening, WhatFallsIntoShutHoursIsCutAwayOtherHoursOfADayToo) {
    const auto shifts = kept(line_on({0, 1, 5}, {hours(9, 18)}));
    ASSERT_EQ(shifts.size(), 1u) << "Tuesday is shut once, Saturday always";
    EXPECT_EQ(shifts.front().at.begin, testing::at("2026-11-30T09:00:00Z"));
    EXPECT_EQ(shifts.front().at.end, testing::at("2026-11-30T15:00:00Z"));
}

TEST_F(Opening, WhereNobodyKnowsTheHoursAllStays) {
    const auto line = line_on({0, 1}, {hours(9, 18)});
    auto& place = snapshot.places.front();
    for (const char* rule : {"", "nonsense"}) {
        place.hours.rule = rule;
        EXPECT_EQ(kept(line).size(), 2u) << rule;
    }
    place.hours.rule = "Mo 10:00-12:00";
    place.hours.complete = false;
    EXPECT_EQ(kept(line).size(), 2u);
    place.mobile = true;
    EXPECT_EQ(kept(line).size(), 2u);
    place.mobile = false;
    place.status = directory::Status::paused;
    EXPECT_TRUE(kept(line).empty());
    snapshot.places.clear();
    EXPECT_EQ(kept(line).size(), 2u);
}

TEST_F(Opening, TheFormSaysWhenThePlaceIsShut) {
    const auto times = shut_times(line_on({0, 1}, {hours(10, 18)}), snapshot, around);
    EXPECT_NE(times.find("Monday 16:00–18:00"), std::string::npos) << times;
    EXPECT_NE(times.find("1 December 2026 10:00–18:00"), std::string::npos) << times;
    EXPECT_NE(times.find("Tuesday 16:00–18:00"), std::string::npos) << "each week is said once: " << times;
    EXPECT_EQ(times.find("8 December"), std::string::npos) << times;
    EXPECT_EQ(shut_times(line_on({0, 3}, {hours(10, 16)}), snapshot, around), "");
}

class OnePlaceAtATime : public ::testing::Test {
protected:
    OnePlaceAtATime() {
        open_municipalities(all);
        auto& functions = all.organisation.function_records();
        function = functions.add(functions.around(here), {{"title", {"Guide"}}}, "anna")->id;
        all.add(1, with({{"title", {"Mondays"}}, {"place", {"library"}}, {"hours", {"9-12"}}}));
    }
    register_::Draft with(register_::Draft further) {
        further.insert({{"function", {function}}, {"person", {"anna"}}, {"weekdays", {"mo"}}});
        return further;
    }
    std::string refusal(std::size_t kind, const register_::Draft& draft) {
        auto& records = *all.bookings.registers()[kind];
        const auto added = records.add(records.around(here), draft, "anna");
        return added ? "" : added.error().problems.front().words(all.words);
    }

    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    std::string function;
};

TEST_F(OnePlaceAtATime, ALineOfTheRotaSaysWithWhatItClashes) {
    const auto said = refusal(1, with({{"title", {"Hall"}}, {"place", {"hall"}}, {"hours", {"11-13"}}}));
    for (const char* part : {"library", "“Mondays”", "Monday", "11:00-12:00"})
        EXPECT_NE(said.find(part), std::string::npos) << said;
    EXPECT_EQ(refusal(1, with({{"title", {"Later"}}, {"place", {"hall"}}, {"hours", {"13-15"}}})), "");
    auto of_another = with({{"title", {"Bo"}}, {"place", {"hall"}}, {"hours", {"9-12"}}});
    of_another["person"] = {"bo"};
    EXPECT_EQ(refusal(1, of_another), "");
    auto& rota = *all.bookings.registers()[1];
    const auto standing = rota.list(rota.around(here), {.search = "Mondays"}, 10, 0).records.front();
    EXPECT_TRUE(rota.change(rota.around(here), standing.id, rota.draft_of(standing, rota.around(here)), "anna",
                            base::Seen::anything()))
        << "a line does not clash with itself";
}

TEST_F(OnePlaceAtATime, ALineIsNotUsedAgainWhereAnotherHasComeIntoItsPlace) {
    auto& rota = *all.bookings.registers()[1];
    const auto around = rota.around(here);
    const auto id = rota.list(around, {.search = "Mondays"}, 10, 0).records.front().id;
    using Use = register_::Records::Use;
    ASSERT_TRUE(rota.set_use(around, id, Use::ended, "anna", base::Seen::anything()));
    EXPECT_EQ(refusal(1, with({{"title", {"Hall"}}, {"place", {"hall"}}, {"hours", {"11-13"}}})), "") << "what has ended is free";
    EXPECT_FALSE(rota.set_use(around, id, Use::in_use, "anna", base::Seen::anything()));
}

TEST_F(OnePlaceAtATime, SoDoesWhatHoldsInsteadWhileWhoIsAwayIsNowhere) {
    const register_::Draft course{{"title", {"Fair"}}, {"kind", {"instead"}},    {"function", {function}}, {"person", {"anna"}},
                                  {"place", {"hall"}}, {"hours", {"9-15"}},      {"first_day", {"2026-12-07"}}};
    all.add(2, course);
    auto other = course;
    other["title"] = {"Market"};
    other["place"] = {"library"};
    other["hours"] = {"14-16"};
    const auto said = refusal(2, other);
    for (const char* part : {"hall", "“Fair”", "7 December 2026", "14:00-15:00"})
        EXPECT_NE(said.find(part), std::string::npos) << said;
    other["kind"] = {"away"};
    EXPECT_EQ(refusal(2, other), "");
}

}  // namespace
}  // namespace digilots::booking
