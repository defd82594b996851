#include "releases/releases.h"

#include "platform/register/every_statement_for_tests.h"
#include "releases/world_for_tests.h"

namespace digilots::releases {
namespace {

constexpr const char *here = "2281", *beside = "2280", *far = "2282";

struct ReleasesTest : ::testing::Test {
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server server{*database, clock};

    ReleasesTest() {
        for (const auto* id : {here, beside}) server.activate(id);
    }
    void go_to(const char* moment) { clock.set(testing::at(moment)); }
    std::vector<Made> make() { return server.releases.make_until(server.releases.due()); }
    void choose(const std::string& municipality, std::int64_t least) {
        auto& choices = server.releases.choices();
        register_::Record record;
        record.id = municipality;
        record.columns = {{"least_shown", least}};
        database->write([&](db::Connection& connection) {
            choices.put_in(connection, choices.around(municipality), record, "coordinator", base::Seen::anything());
        }, db::Isolation::deciding);
    }
    /// Enough that nothing has to be hidden but what a test is about.
    void log_much(const char* day) {
        for (const auto* id : {here, beside})
            for (const auto* topic : {"print", "bank", "e_id", "mobile"}) server.log(id, day, 40, about({topic}));
    }
};

TEST_F(ReleasesTest, WhatAMunicipalityChoseRunsOnThisEngine) {
    auto& choices = server.releases.choices();
    register_::run_every_statement(choices, choices.around(here));
}

TEST_F(ReleasesTest, AMonthIsReleasedFromTheSetDayOfTheNextOneOn) {
    go_to("2026-10-09T20:00:00Z");
    EXPECT_EQ(periods::key_of(server.releases.due()), "2026-08");
    go_to("2026-10-09T22:30:00Z");                  // the 10th in Sweden
    EXPECT_EQ(periods::key_of(server.releases.due()), "2026-09");
    EXPECT_TRUE(server.releases.make_until(period("2026-10")).empty()) << "it is not over";
    EXPECT_TRUE(server.releases.make_until(period("2026-Q3")).empty()) << "it is no month";
}

TEST_F(ReleasesTest, TablesAreReleasedOnceAndStayWhateverIsLoggedLater) {
    log_much("2026-09-15");
    server.log(here, "2026-09-16", 3, about({"tax", "bank"}));
    EXPECT_EQ(server.total(here, "2026-09").shown, Shown::not_released);
    go_to("2026-10-12T09:00:00Z");
    const auto made = make();
    ASSERT_EQ(made.size(), 9u) << "all months of the year so far";
    EXPECT_EQ(made.back().month, 9);
    EXPECT_EQ(server.total(here, "2026-09"), shown(163));
    EXPECT_EQ(server.of(here, "topic", "2026-09", "tax").shown, Shown::hidden);
    EXPECT_EQ(server.of(here, "topic", "2026-09", "tax").count, 0) << "nothing is said of how many";
    EXPECT_EQ(server.of(here, "topic", "2026-09", "cv"), shown(0)) << "a zero is published";
    EXPECT_GE(server.read(here, "topic", "2026-09").hidden, 2) << "another one that protects it";
    EXPECT_EQ(server.of(here, "channel", "2026-09", "visit"), shown(163));
    EXPECT_EQ(server.of(here, "body", "2026-09", ""), shown(163)) << "not stated is a line";
    EXPECT_EQ(server.total(here, "2026-10").shown, Shown::not_released);
    EXPECT_EQ(server.total(here, "2026-Q4").shown, Shown::not_released);
    EXPECT_EQ(server.total(here, "2026-09-15").shown, Shown::not_released) << "a day is never";

    server.log(here, "2026-09-17", 20, about({"print"}));
    EXPECT_TRUE(make().empty());
    EXPECT_EQ(server.total(here, "2026-09"), shown(163));
    EXPECT_EQ(server.read(here, "total", "2026-09").revision, 1);
}

TEST_F(ReleasesTest, AQuarterIsTheSumOfItsMonthsAsTheyWereReleased) {
    log_much("2026-07-15");
    go_to("2026-08-10T09:00:00Z");
    make();
    server.log(here, "2026-07-16", 50, about({"print"}));       // too late for July
    log_much("2026-08-15");
    log_much("2026-09-15");
    go_to("2026-10-10T09:00:00Z");
    make();
    EXPECT_EQ(server.total(here, "2026-07"), shown(160));
    EXPECT_EQ(server.total(here, "2026-Q3"), shown(480));
    go_to("2027-01-10T09:00:00Z");
    make();
    EXPECT_EQ(server.total(here, "2026"), shown(480));
    EXPECT_EQ(server.releases.read({Whose::Of::all}, "total", period("2026")).total, shown(960));
    const auto kept = database->read([](db::Connection& connection) { return store::load(connection, "", 2026).counted; });
    EXPECT_EQ(kept.size(), 12u) << "what was counted stays, so that it can be corrected";
    EXPECT_EQ(make().size(), 0u);
}

TEST_F(ReleasesTest, AMonthOfWhoWasNotActiveIsNotReported) {
    log_much("2026-09-15");
    go_to("2026-09-20T09:00:00Z");
    server.activate(far);
    go_to("2026-10-10T09:00:00Z");
    make();
    EXPECT_EQ(server.total(here, "2026-07"), Value{Shown::not_reported}) << "nobody had activated it before";
    EXPECT_EQ(server.total(far, "2026-09"), shown(0)) << "nobody asked, and that is known";
    EXPECT_EQ(server.total("1280", "2026-09").shown, Shown::not_reported);
    const auto all = server.releases.read({Whose::Of::all}, "total", period("2026-Q3"));
    EXPECT_EQ(all.reported, 3 + 2) << "September of three, and August's last day of two";
    EXPECT_EQ(all.expected, 9);
}

TEST_F(ReleasesTest, PlacesOfAMunicipalityAreReadTogether) {
    server.log(here, "2026-09-15", 30, about({"print"}, "library"));
    server.log(here, "2026-09-15", 20, about({"bank"}, "desk"));
    server.log(here, "2026-09-15", 2, about({"bank"}));
    go_to("2026-10-10T09:00:00Z");
    make();
    const auto places = server.releases.parts({Whose::Of::municipality, here}, period("2026-09"));
    ASSERT_EQ(places.lines.size(), 3u);
    EXPECT_EQ(places.lines[0].key, "") << "not stated";
    EXPECT_EQ(places.lines[0].value.shown, Shown::hidden);
    EXPECT_EQ(places.lines[2].key, "library");
    EXPECT_GE(places.hidden, 2) << "or the total would have to be";
    const Whose desk{Whose::Of::place, here, "desk"};
    EXPECT_EQ(server.releases.read(desk, "topic", period("2026-09")).total.shown, Shown::not_released) << "by year alone";
    EXPECT_EQ(server.releases.read(desk, "total", period("2026-09")).revision, 1);
    EXPECT_TRUE(server.releases.released(desk, "topic").empty());
    EXPECT_EQ(server.releases.released(desk, "total").size(), 3u + 9u);
    go_to("2027-01-10T09:00:00Z");
    make();
    EXPECT_EQ(server.releases.read(desk, "topic", period("2026")).lines.size(), terms_of("topic").size());
    EXPECT_EQ(server.releases.released(desk, "topic").size(), 1u);
}

TEST_F(ReleasesTest, ANetworkIsWhoWasInItThen) {
    server.activate(far);
    server.municipalities.save_network({"teo", "TEO", {here, beside}});
    log_much("2026-08-15");
    server.log(far, "2026-08-15", 30, about({"print"}));
    go_to("2026-09-10T09:00:00Z");
    make();
    const Whose teo{Whose::Of::network, "teo"};
    const auto total = [&](const char* key) { return server.releases.read(teo, "total", period(key)).total; };
    EXPECT_EQ(total("2026-08"), shown(320));
    server.municipalities.save_network({"teo", "TEO", {here, beside, far}});
    log_much("2026-09-15");
    server.log(far, "2026-09-15", 30, about({"print"}));
    go_to("2026-10-10T09:00:00Z");
    make();
    EXPECT_EQ(total("2026-08"), shown(320));
    EXPECT_EQ(total("2026-09"), shown(350));
    EXPECT_EQ(total("2026-Q3"), shown(700)) << "of those who are in it at its end";
    EXPECT_EQ(server.releases.read({Whose::Of::county, "SE-22"}, "total", period("2026-09")).total, shown(350));
}

TEST_F(ReleasesTest, TheLeastNumberThatIsShownHoldsForAWholeYear) {
    choose(here, 3);
    const auto log_four = [&](const char* day) {
        log_much(day);
        server.log(here, day, 4, about({"tax"}));
        server.log(beside, day, 40, about({"tax"}));      // or their county, which hides four, would need it
    };
    log_four("2026-08-15");
    go_to("2026-09-10T09:00:00Z");
    make();
    EXPECT_EQ(server.of(here, "topic", "2026-08", "tax"), shown(4));
    choose(here, 10);
    log_four("2026-09-15");
    go_to("2026-10-10T09:00:00Z");
    make();
    EXPECT_EQ(server.of(here, "topic", "2026-09", "tax"), shown(4)) << "the year has begun with three";
    log_four("2027-01-15");
    go_to("2027-02-10T09:00:00Z");
    make();
    EXPECT_NE(server.of(here, "topic", "2027-01", "tax").shown, Shown::count);
}

TEST_F(ReleasesTest, ARevisionIsTheWholeYearWithItsReasonAndTheEarlierOneStays) {
    log_much("2026-08-15");
    server.log(here, "2026-08-15", 2, about({"tax"}));
    log_much("2026-09-15");
    go_to("2026-10-10T09:00:00Z");
    make();
    ASSERT_EQ(server.of(here, "topic", "2026-08", "tax").shown, Shown::hidden);
    server.log(here, "2026-08-16", 30, about({"tax"}));
    server.log(here, "2026-09-16", 30, about({"print"}));
    const auto made = server.releases.revise(2026, "August was logged late");
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].revision, 2);
    EXPECT_GT(made[0].published, made[0].hidden);
    EXPECT_GT(made[0].hidden, 0);
    EXPECT_EQ(server.total(here, "2026-08"), shown(192));
    EXPECT_EQ(server.total(here, "2026-Q3"), shown(382));
    EXPECT_EQ(server.of(here, "topic", "2026-08", "tax").shown, Shown::hidden) << "else the first one would be known";
    const auto table = server.read(here, "total", "2026-08");
    EXPECT_EQ(table.revision, 2);
    EXPECT_EQ(table.reason, "August was logged late");
    const auto headers = database->read([](db::Connection& connection) { return store::headers(connection); });
    EXPECT_EQ(headers.front().revision, 1);
    log_much("2026-10-15");
    go_to("2026-11-10T09:00:00Z");
    ASSERT_EQ(make().size(), 1u);
    EXPECT_EQ(server.total(here, "2026-10"), shown(160));
    EXPECT_EQ(server.total(here, "2026-08"), shown(192)) << "the months before are still those of the revision";
    EXPECT_TRUE(server.releases.revise(2025, "nothing there").empty());
}

TEST_F(ReleasesTest, ARevisionWithoutAnyCorrectionHidesNothingMore) {
    for (const char* day : {"2026-07-15", "2026-08-15", "2026-09-15"}) {
        log_much(day);
        for (const char* topic : {"tax", "bank", "e_id", "mobile"}) server.log(here, day, 2, about({topic}, "desk"));
    }
    go_to("2026-10-10T09:00:00Z");
    make();
    const auto rows = [&] {
        return database->read([](db::Connection& connection) { return store::load(connection, "", 2026).rows; });
    };
    const auto before = rows();
    ASSERT_EQ(server.releases.revise(2026, "Nothing was wrong").size(), 1u);
    EXPECT_EQ(rows(), before);
    server.versions.refresh();
    EXPECT_EQ(server.read(here, "total", "2026-08").revision, 2);
    EXPECT_FALSE(server.read(here, "total", "2026-08").is_changed);
}

TEST_F(ReleasesTest, ARevisionOfOneMunicipalityTakesItsLogAloneAndIsToldWhereItChangedAnything) {
    const auto& made_up = municipality::made_up().front();
    server.municipalities.save_own(made_up);
    server.activate(made_up.id);
    log_much("2026-09-15");
    server.log(made_up.id, "2026-09-15", 25, about({"print"}));
    go_to("2026-10-10T09:00:00Z");
    make();
    const auto of_beside = server.total(beside, "2026-09");
    server.log(here, "2026-09-16", 30, about({"print"}));
    server.log(beside, "2026-09-16", 40, about({"print"}));
    server.log(made_up.id, "2026-09-16", 50, about({"print"}));
    const auto made = server.releases.revise(2026, "A sheet more", nullptr, here);
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].scope, "");
    server.versions.refresh();
    EXPECT_EQ(server.total(here, "2026-09"), shown(190));
    EXPECT_EQ(server.total(beside, "2026-09"), of_beside);
    EXPECT_EQ(server.total(made_up.id, "2026-09"), shown(25));
    EXPECT_TRUE(server.read(here, "total", "2026-09").is_changed);
    EXPECT_FALSE(server.read(beside, "total", "2026-09").is_changed);
    EXPECT_TRUE(server.releases.read({Whose::Of::all}, "total", period("2026-09")).is_changed) << "it is in this sum";
    ASSERT_EQ(server.releases.revise(2026, "A desk more", nullptr, made_up.id).size(), 1u);
    server.versions.refresh();
    EXPECT_EQ(server.total(made_up.id, "2026-09"), shown(75));
    EXPECT_EQ(server.total(beside, "2026-09"), of_beside);
}

TEST_F(ReleasesTest, ARevisionIsLookedAtBeforeItIsWrittenAndOneAfterAnotherIsToldByItself) {
    log_much("2026-08-15");
    go_to("2026-09-10T09:00:00Z");
    make();
    server.log(here, "2026-08-16", 30, about({"print"}));
    std::vector<Made> seen;
    const auto look = [&](const Made& made) { return seen.push_back(made), false; };
    EXPECT_TRUE(server.releases.revise(2026, "Only a look", nullptr, "", look).empty());
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_TRUE(seen[0].changed > 0 && seen[0].gone == 0);
    EXPECT_EQ(server.releases.revisions({Whose::Of::municipality, here}, 2026), 1) << "nothing was written";
    ASSERT_EQ(server.releases.revise(2026, "A sheet").size(), 1u);
    server.log(here, "2026-08-17", 2, about({"print"}));
    ASSERT_EQ(server.releases.revise(2026, "Two more").size(), 1u);
    server.versions.refresh();
    EXPECT_EQ(server.total(here, "2026-08"), (Value{Shown::count, 190, true}));
    log_much("2026-09-15");
    go_to("2026-10-10T09:00:00Z");
    ASSERT_EQ(make().size(), 1u);
    const auto quarter = server.total(here, "2026-Q3");
    EXPECT_TRUE(quarter == Value({Shown::count, 350}) || quarter == Value({Shown::count, 320, true}) ||
                quarter == Value({Shown::count, 350, true}))
        << quarter.count;
}

TEST_F(ReleasesTest, AMadeUpMunicipalityIsInNoSumOfRealOnes) {
    const auto& made_up = municipality::made_up().front();
    server.municipalities.save_own(made_up);
    server.activate(made_up.id);
    log_much("2026-09-15");
    server.log(made_up.id, "2026-09-15", 25, about({"print"}));
    go_to("2026-10-10T09:00:00Z");
    make();
    EXPECT_EQ(server.total(made_up.id, "2026-09"), shown(25));
    EXPECT_EQ(server.releases.read({Whose::Of::all}, "total", period("2026-09")).total, shown(320));
}

TEST_F(ReleasesTest, WhatIsStoppedMidwayLeavesNothingOfItsMonth) {
    log_much("2026-08-15");
    go_to("2026-09-10T09:00:00Z");
    struct Stop {};
    int months = 0;
    const auto stop = [&](std::int64_t done, std::int64_t, std::string_view step) {
        if (step == "counting" && done == 0 && ++months == 3) throw Stop();
    };
    EXPECT_THROW(server.releases.make_until(period("2026-08"), stop), Stop);
    const auto headers = database->read([](db::Connection& connection) { return store::headers(connection); });
    EXPECT_EQ(headers.size(), 2u);
    EXPECT_EQ(make().size(), 6u) << "the next one goes on";
    EXPECT_EQ(server.total(here, "2026-08"), shown(160));
}

TEST_F(ReleasesTest, EachInquiryIsCountedOnceAsInStatistics) {
    server.log(here, "2026-09-30", 2, about({"print", "bank"}));
    auto asked_by_staff = about({"print"});
    asked_by_staff.asker = "employee";
    server.log(here, "2026-09-30", 1, asked_by_staff);
    inquiries::Tallies tallies;
    tallies.sums = [](const std::vector<std::string>&, const periods::Period&, int) -> std::vector<inquiries::Tallies::Sum> {
        return {{"", "library", "phone", "e_id", 7}};
    };
    server.inquiries.know(tallies);
    PlaceCounts counts;
    add_counted(counts, here, server.inquiries.counted_once(here, period("2026-09")));
    EXPECT_EQ((counts[{here, ""}]["topic"]), (std::map<std::string, std::int64_t>{{"print+money", 2}}));
    EXPECT_EQ((counts[{here, "library"}]["channel"]), (std::map<std::string, std::int64_t>{{"phone", 7}}));
    EXPECT_EQ((counts[{here, "library"}]["total"][whole]), 7);
}

TEST(ReleasedCells, AreWrittenAndReadBack) {
    const Cells cells{{"", {suppression::State::published, 3}},
                      {"bank", {suppression::State::hidden}},
                      {"tax", {suppression::State::withheld}}};
    EXPECT_EQ(text_of(cells), "-:3 bank:h tax:w");
    EXPECT_EQ(cells_of(text_of(cells)), cells);
    EXPECT_TRUE(cells_of("").empty());
}

}  // namespace
}  // namespace digilots::releases
