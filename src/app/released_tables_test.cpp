// Who has all released tables of a year, months and quarters and the year, of places and municipalities and networks that
// overlap, and a program for linear programming, learns no small cell of a made-up log.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "app/town_for_tests.h"
#include "platform/suppression/attacker_for_tests.h"
#include "releases/year.h"

namespace digilots::app {
namespace {

/// As the slice makes it, a month after the other.
releases::Year released(const Application& app, const std::vector<std::string>& ids) {
    releases::Year year{.year = 2026};
    for (const auto& id : ids) year.parts[id] = {};
    year.sums = {{"network/one", 1, {ids[0], ids[1]}, 5}, {"network/other", 1, {ids[1], ids[2]}, 5}, {"all", 1, ids, 5}};
    for (int month = 1; month <= releases::months_of_a_year; ++month) {
        year.month = month;
        const auto period = periods::read(releases::time_name(2026, month - 1)).value();
        for (const auto& id : ids) releases::add_counted(year.counted[month], id, app.inquiries.counted_once(id, period));
        auto decided = releases::decide(year);
        EXPECT_TRUE(decided.number.is_proved) << month;
        year.rows.merge(decided.rows);
    }
    return year;
}

struct ReleasedTables : ::testing::Test, TownForTests {
    const std::vector<std::string> ids{"2280", "2281", "2282"};

    ReleasedTables() {
        clock.set(testing::at("2026-12-31T22:30:00Z"));
        Demo demo;
        for (const auto& id : ids) demo.complete.push_back(municipality::Municipalities::slug_of(id));
        demo.inquiries = 40;
        for (const auto& slice : application.slices)
            if (slice.name == "inquiries") slice.load_demo(demo);
    }
    /// What can be solved from what was decided is no matter of the database: it is tried on one engine.
    void attack(const releases::Year& year) {
        if (testing::engine_under_test() != db::Engine::sqlite) return;
        const auto tables = releases::numbered(year);
        std::mt19937 random(20261129);
        const auto learned = suppression::attack(tables, random, std::getenv("DIGILOTS_LONG") ? 100 : 6);
        EXPECT_GT(learned.tried, 0);
        EXPECT_EQ(learned.exactly, 0);
        EXPECT_EQ(learned.nearly, 0) << learned.what;
        std::printf("%d cells attacked\n", learned.tried);
    }
};

TEST_F(ReleasedTables, OfAYearGiveNoSmallCellAway) {
    auto year = released(application, ids);
    attack(year);
}

TEST_F(ReleasedTables, OfARevisionGiveNoSmallCellAway) {
    auto year = released(application, ids);
    // Some of March was logged too late.
    auto now = year.counted;
    for (auto& [place, tables] : now[3]) {
        tables["total"][releases::whole] += 2;
        for (const auto* table : {"topic", "body"}) tables[table][releases::crossed("", "")] += 2;
        for (const auto* table : {"channel", "outcome", "language", "age_band", "gender", "support_given"})
            tables[table][""] += 2;
    }
    const auto corrected = releases::correct(year, now);
    EXPECT_EQ(corrected.gone, 0);
    for (const auto& [key, cells] : year.rows)
        for (const auto& [term, cell] : cells) {
            const auto row = corrected.decided.rows.find(key);
            const bool is_there = row != corrected.decided.rows.end() && row->second.contains(term);
            EXPECT_EQ(is_there ? row->second.at(term).state : suppression::State::published, cell.state) << term;
        }
    attack(year);       // what was told first is as safe beside it: nothing hidden in it was told
}

}  // namespace
}  // namespace digilots::app
