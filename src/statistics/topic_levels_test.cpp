// Own topics beneath the shared ones, and places by their names in addresses.
#include <gtest/gtest.h>

#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

/// Counts of these topics, each on its own.
measures::Measure measure_of_topics(const std::vector<std::pair<std::string, std::int64_t>>& counts) {
    auto measure = made_up_measure();
    measure.figures = [counts](const measures::Query& query) {
        std::vector<measures::Row> rows;
        for (const auto& [topic, number] : counts) {
            if (query.where.contains("topic") && query.where.at("topic") != topic) continue;
            measures::Row row;
            for (const auto& dimension : query.by) row.dimensions[dimension] = dimension == "topic" ? topic : "2026-11";
            row.value = number;
            rows.push_back(row);
        }
        return rows;
    };
    return measure;
}

TEST(StatisticsByTopic, ShowsOwnTopicsBeneathTheSharedOneWithTheirNumberOrLeavesThemOut) {
    const taxonomy::OwnTopic own{.key = "", .label = "Skoterleder", .maps_to = "tax", .words = {}, .code = "4.2"};
    const auto key = *World().own_topics.add("2281", own, "anna");
    World world({measure_of_topics({{"bank", 20}, {key, 5}, {"tax", 9}, {"mobile", 7}})});
    ASSERT_TRUE(world.own_topics.add("2281", own, "anna"));
    ASSERT_EQ(world.own_topics.of("2281")->front().key, key);
    const std::string asked = "?period=month&by=topic";
    const auto page = world.as("guide").get("/sundsvall/staff/statistics" + asked);
    EXPECT_TRUE(page.says("› Skoterleder (4.2)"));
    EXPECT_LT(page.html.find("the tax"), page.html.find("Skoterleder (4.2)"));
    EXPECT_LT(page.html.find("Skoterleder (4.2)"), page.html.find("the mobile")) << "beneath its shared one, though it is fewer";
    EXPECT_TRUE(page.says("Shared topics alone"));
    EXPECT_FALSE(world.as("guide").get("/sundsvall/staff/statistics" + asked + "&topic_level=shared").says("Skoterleder"));
    const auto file = world.as("guide").get("/sundsvall/staff/statistics.csv" + asked);
    EXPECT_TRUE(file.says(";topic_level;topic_above;topic_number")) << file.html;
    EXPECT_TRUE(file.says(";own;tax;4.2")) << file.html;
    EXPECT_TRUE(file.says(";shared;;")) << file.html;
    EXPECT_FALSE(world.as("guide").get("/sundsvall/staff/statistics.csv" + asked + "&topic_level=shared").says(key));
    EXPECT_TRUE(world.api("/api/v1/sundsvall/statistics" + asked + "&topic_level=shared").says(key)) << "its rows stay";
}

TEST(StatisticsOfAPlace, TakeItsNameInAddressesInEveryMeasureAndNoneThatIsNotThere) {
    const auto label = [](std::string_view key, std::string_view, const i18n::Translator&) -> std::string {
        return key == "p1" || key == "library" ? "The library" : "A place that is no longer here";
    };
    auto known = made_up_measure();
    known.dimensions.pop_back();
    known.dimensions.push_back({"place", TEXT("Place"), label, [](std::string_view) { return std::vector<std::string>{"p1"}; }});
    auto other = made_up_measure();
    other.key = "visits";
    other.dimensions.pop_back();
    other.dimensions.push_back({"place", TEXT("Place"), [](std::string_view key, std::string_view, const i18n::Translator&) {
                                    return key == "p1" ? std::string("The library") : std::string("No place");
                                }});
    other.figures = [](const measures::Query& query) {
        if (query.where.contains("place") && query.where.at("place") != "p1") return std::vector<measures::Row>{};
        return std::vector<measures::Row>{{{}, 3}};
    };
    World world({known, other});
    const std::string asked = "/api/v1/sundsvall/statistics?measure=visits&period=month&place=";
    const auto by_slug = world.api(asked + "library");
    EXPECT_TRUE(by_slug.says("\"place\":\"p1\"")) << by_slug.html;
    EXPECT_TRUE(by_slug.says("\"value\":3")) << by_slug.html;
    EXPECT_EQ(world.api(asked + "nowhere").status, 422);
}

}  // namespace
}  // namespace digilots::statistics
