// Who came, many sessions at once: out as a table, filled in, and in again.
#include <gtest/gtest.h>

#include "activities/attendance_table.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class CountingInATable : public ::testing::Test, protected World {
protected:
    CountingInATable() {
        const auto activity = all.add_activity("Café");
        first = all.add_session(activity, "2026-11-24", 8);
        second = all.add_session(activity, "2026-11-25", 8);
        later = all.add_session(activity, "2026-12-03", 8);
        clock.advance(std::chrono::hours(24 * 4));
    }
    std::string table() { return register_::csv_of(*attendance_table(all.activities), around()); }
    register_::Surroundings around() {
        auto here = all.around();
        here.words = &i18n::translator("en");
        return here;
    }
    /// The row of a session with these counts: women, men.
    std::string row_of(const std::string& session, const std::string& women, const std::string& men) {
        const auto lines = table();
        std::string head = lines.substr(0, lines.find("\r\n"));
        const auto ends = lines.find(session);
        const auto begins = lines.rfind("\r\n", ends) + 2;
        auto row = lines.substr(begins, ends + session.size() - begins);
        const auto not_counted = row.find(";;;;;");
        EXPECT_NE(not_counted, std::string::npos) << head << row;
        row.replace(not_counted, 5, ";" + women + ";" + men + ";;;");
        return head + "\r\n" + row + "\r\n";
    }
    testing::Page take_in(const std::string& rows) {
        auto client = staff();
        return client.submit(client.get("/sundsvall/staff/sessions/import"), {{"rows", rows}}, "", "/import");
    }

    std::string first, second, later;
};

TEST_F(CountingInATable, WhatIsOverGoesOutAndItsNumbersComeIn) {
    EXPECT_NE(table().find(first), std::string::npos);
    EXPECT_EQ(table().find(later), std::string::npos) << "nobody can have come yet";
    auto client = staff();
    const auto planned = client.submit(client.get("/sundsvall/staff/sessions/import"), {{"rows", row_of(first, "4", "3")}}, "",
                                       "/import");
    EXPECT_TRUE(client.submit(planned, {}, "", "/import").says("The table is taken in.")) << planned.html;
    EXPECT_EQ(all.activities.attendance(here, first)->women, 4);
    EXPECT_EQ(all.activities.attendance(here, first)->came(), 7);
    EXPECT_FALSE(all.activities.attendance(here, second)) << "of the others nothing is said";
}

TEST_F(CountingInATable, GroupsCostsAndWhatCameOfItGoOutAndStayWhereNothingIsSaidOfThem) {
    const Attendance counted{.women = 4,
                             .groups = {{"older", 3}},
                             .found_us = {{"paper", 2}},
                             .needs = "A course",
                             .next_step = "Ask the school",
                             .material = 12'050};
    ASSERT_EQ(all.activities.count(all.around(), first, counted, "bo", base::Seen::anything()), Arranged::done);
    const auto lines = table();
    for (const auto* text : {"Older people", "Leaflet, poster or newspaper", "Material", "120.5", "A course", "Ask the school"})
        EXPECT_NE(lines.find(text), std::string::npos) << text << lines;
    auto client = staff();
    const auto planned = take_in("Women;Reference (leave as it is)\r\n5;" + first + "\r\n");
    EXPECT_TRUE(client.submit(planned, {}, "", "/import").says("The table is taken in.")) << planned.html;
    const auto stands = all.activities.attendance(here, first);
    EXPECT_EQ(stands->groups, counted.groups);
    EXPECT_EQ(stands->material, 12'050);
}

TEST_F(CountingInATable, WhatCannotBeSaysWhichColumn) {
    const auto wrong = take_in("Name;Reference (leave as it is)\r\nCafé;" + first + "\r\n");
    EXPECT_TRUE(wrong.says("Name")) << wrong.html;
    EXPECT_FALSE(all.activities.attendance(here, first));
    EXPECT_TRUE(take_in(row_of(first, "many", "3")).says("Women"));
    EXPECT_TRUE(take_in(row_of(first, "100000", "3")).says("Women"));
    auto added = row_of(first, "4", "3");
    added.erase(added.find(first), first.size());
    EXPECT_TRUE(take_in(added).says("This table adds no sessions")) << added;
    auto moved = row_of(first, "4", "3");
    moved.replace(moved.find("2026-11-24"), 10, "2026-11-23");
    EXPECT_TRUE(take_in(moved).says("Only numbers and what came of it are taken in")) << moved;
}

TEST_F(CountingInATable, WhatAnotherCountedMeanwhileStays) {
    auto client = staff();
    const auto planned = client.submit(client.get("/sundsvall/staff/sessions/import"),
                                       {{"rows", row_of(first, "4", "3")}}, "", "/import");
    ASSERT_EQ(all.activities.count(all.around(), first, {.women = 9}, "bo", base::Seen::anything()), Arranged::done);
    client.submit(planned, {}, "", "/import");
    EXPECT_EQ(all.activities.attendance(here, first)->women, 9);
}

}  // namespace
}  // namespace digilots::activities
