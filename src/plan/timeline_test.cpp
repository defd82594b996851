// Where parts lie in time, and how one of many is named.
#include <gtest/gtest.h>

#include "plan/timeline_asked.h"
#include "plan/world_for_tests.h"

namespace digilots::plan {
namespace {

Node part_of(const char* id, Kind kind, const char* parent, std::optional<base::Date> starts, std::optional<base::Date> ends) {
    Node node;
    node.id = node.code = node.title = id;
    node.kind = kind;
    node.parent = parent;
    node.starts = starts;
    node.ends = ends;
    return node;
}

const auto january = base::parse_date("2026-01-01"), june = base::parse_date("2026-06-30");

TEST(TimelineOfAPlan, ABarIsOpenWhereItsDayIsNotKnownAndMonthsSayTheirYear) {
    const Plan plan({part_of("A", Kind::project, "", january, june), part_of("B", Kind::project, "", {}, june),
                     part_of("C", Kind::project, "", january, {}), part_of("D", Kind::project, "", {}, {})},
                    {}, {}, {}, {});
    const auto year = window_called("2026");
    const auto drawing = lay_out(plan, nodes_of(plan.placed(), 9), *year, *january, "", i18n::translator("en"));
    ASSERT_EQ(drawing.rows.size(), 4U);
    EXPECT_EQ(drawing.rows[0].shape.find('L'), std::string::npos) << drawing.rows[0].shape;
    EXPECT_TRUE(drawing.rows[1].is_open_before && !drawing.rows[1].goes_on);
    EXPECT_NE(drawing.rows[1].shape.find('L'), std::string::npos);
    EXPECT_TRUE(drawing.rows[2].goes_on && !drawing.rows[2].is_open_before);
    EXPECT_FALSE(drawing.rows[3].has_bar);
    EXPECT_EQ(drawing.rows[3].note, "time not known");
    EXPECT_EQ(drawing.ticks.front().year, "2026");
}

TEST(TimelineOfAPlan, ActivitiesStandInItsTableBelowTheirAreaAndAreDrawnWhereAPartIsAskedFor) {
    const Plan plan({part_of("A", Kind::project, "", january, june), part_of("AO1", Kind::area, "A", january, june),
                     part_of("1", Kind::activity, "AO1", january, june)},
                    {}, {}, {}, {});
    AskedTime asked;
    const auto drawn = parts_in_time(plan, asked);
    EXPECT_EQ(drawn.size(), 2U);
    EXPECT_EQ(table_in_time(plan, asked, drawn).size(), 3U);
    asked.part = plan.find("A");
    EXPECT_EQ(parts_in_time(plan, asked).size(), 3U);
    asked.is_for_everyone = true;
    EXPECT_TRUE(parts_in_time(plan, asked).empty()) << "nothing is published";
}

TEST(PartsOfALargePlan, ThoseThatTheListHasNoRoomForAreNamedByTheirCode) {
    base::TestClock clock{testing::at("2026-11-30T10:30:00Z")};
    const auto database = testing::fresh_database();
    PlanServer server{*database, clock};
    server.activate(town);
    for (int number = 0; number < 36; ++number) {
        const auto project = server.part("project", ("P" + std::to_string(number)).c_str(), "");
        server.part("area", "AO1", project);
    }
    const auto* parent = server.kinds.nodes.declaration().find("parent");
    EXPECT_EQ(parent->type->form(*parent, {}, server.around()).size(), 2U) << "the list, and a line for a code";
    const auto activity = [](const char* code) {
        return register_::Draft{{"title", {"Lectures"}}, {"kind", {"activity"}}, {"code", {"1"}}, {"parent_code", {code}}};
    };
    EXPECT_EQ(server.fault("plan_node", activity("P99-AO1")), "parent_code");
    const auto added = server.add("plan_node", activity("p7-ao1"));
    const auto plan = server.kinds.kept.of(town);
    ASSERT_NE(plan->find(added), nullptr);
    EXPECT_EQ(plan->whole_code(*plan->find(added)), "P7-AO1-1");
    EXPECT_EQ(server.fault_of_change("plan_node", added, {{"title", {"Talks"}}}), "") << "what stands in no list stays";
}

}  // namespace
}  // namespace digilots::plan
