// How places differ: figures that are split up by one thing and compared by another.
#include <gtest/gtest.h>

#include "statistics/side_by_side.h"
#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

struct Count {
    std::string topic, place;
    std::int64_t number;
};

/// Twelve topics at the library, most of them once, and two at the hall; along topic, place and month.
measures::Measure of_two_places(measures::Kind kind = measures::Kind::count) {
    std::vector<Count> counts{{"bank", "hall", 30}, {"mobile", "hall", 10}, {"mobile", "library", 9}};
    for (int i = 10; i <= 20; ++i) counts.push_back({"topic" + std::to_string(i), "library", 1});
    auto measure = made_up_measure();
    measure.kind = kind;
    measure.figures = [counts](const measures::Query& query) {
        std::map<std::map<std::string, std::string>, std::int64_t> sums;
        for (const auto& one : counts) {
            std::map<std::string, std::string> along;
            for (const auto& by : query.by) along[by] = by == "topic" ? one.topic : by == "place" ? one.place : "2026-11";
            sums[along] += one.number;
        }
        std::vector<measures::Row> rows;
        for (const auto& [along, sum] : sums) rows.push_back({along, sum});
        return rows;
    };
    return measure;
}

const std::string asked = "/en/sundsvall/staff/statistics?period=month&by=topic&and_by=place";

TEST(StatisticsSideBySide, HasATableOfEachPlaceWithItsTenHighestAndTheirPartThereAndInAll) {
    World world({of_two_places()});
    const auto page = world.as("guide").get(asked);
    EXPECT_LT(page.html.find("<caption>the hall: 40</caption>"), page.html.find("<caption>the library: 20</caption>"));
    EXPECT_TRUE(page.says("<th scope=\"col\">Topic</th>"));
    const auto at = page.html.find("the hall: 40");
    const auto hall = page.html.substr(at, page.html.find("the library: 20") - at);
    EXPECT_LT(hall.find("the bank"), hall.find("the mobile"));
    EXPECT_NE(hall.find("75\u00a0%"), std::string::npos) << "30 of 40 there" << hall;
    EXPECT_NE(hall.find("50\u00a0%"), std::string::npos) << "30 of 60 in all" << hall;
    EXPECT_TRUE(page.says("the topic18"));
    EXPECT_FALSE(page.says("the topic19")) << "the tenth is the last";
    EXPECT_TRUE(page.says("The highest are shown."));
    EXPECT_FALSE(page.says("class=\"bar\"")) << "no list of both at once beside them";
}

TEST(StatisticsSideBySide, IsDrawnAsStackedBarsOrAlongTimeAsLines) {
    World world({of_two_places()});
    auto client = world.as("guide");
    const auto bars = client.get(asked);
    EXPECT_TRUE(bars.says("class=\"part part-0\"") && bars.says("class=\"part part-4\"")) << "four, and all the rest";
    EXPECT_TRUE(bars.says("All others") && bars.says("From the left in the order of the list."));
    EXPECT_FALSE(bars.says("class=\"line line-0\""));
    auto measure = of_two_places();
    measure.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.by.size() < 2) return {{{}, 60}};
        std::vector<measures::Row> rows;
        for (const auto* month : {"2026-08", "2026-09", "2026-10"}) rows.push_back({{{"month", month}, {"place", "hall"}}, 12});
        rows.push_back({{{"month", "2026-09"}, {"place", "library"}}, 24});
        return rows;
    };
    measure.figures = [two = measure.figures](const measures::Query& query) {
        auto rows = two(query);
        if (query.by.size() == 1)
            rows = {{{{query.by[0], query.by[0] == "place" ? "hall" : "2026-09"}}, 60}};
        return rows;
    };
    World along({measure});
    for (const auto* order : {"by=month&and_by=place", "by=place&and_by=month"}) {
        const auto lines = along.as("guide").get(std::string("/en/sundsvall/staff/statistics?period=year&") + order);
        EXPECT_TRUE(lines.says("class=\"line line-0\"") && lines.says("class=\"line line-1\"")) << lines.html;
        EXPECT_TRUE(lines.says("chart-legend") && lines.says("The figures as a table"));
        EXPECT_FALSE(lines.says("class=\"part part-0\""));
    }
}

TEST(StatisticsSideBySide, APeriodWithoutAnyStandsBetweenThoseWithSome) {
    EXPECT_EQ(without_gaps("week", {"2026-W52", "2027-W01"}), (std::vector<std::string>{"2026-W52", "2026-W53", "2027-W01"}));
    EXPECT_EQ(without_gaps("month", {"2026-11", "2027-01"}), (std::vector<std::string>{"2026-11", "2026-12", "2027-01"}));
    EXPECT_EQ(without_gaps("topic", {"bank", "print"}), (std::vector<std::string>{"bank", "print"}));
    EXPECT_EQ(without_gaps("month", {"", "2027-01"}), (std::vector<std::string>{"", "2027-01"}));
}

TEST(StatisticsSideBySide, IsAskedForInTheFormAndKeptFromPeriodToPeriod) {
    World world({of_two_places()});
    auto client = world.as("coordinator");
    const auto plain = client.get("/en/sundsvall/staff/statistics?by=topic");
    EXPECT_TRUE(plain.says("No comparison"));
    const auto compared = client.submit(plain, {{"and_by", "place"}});
    EXPECT_TRUE(compared.says("<caption>the hall: 40</caption>")) << compared.html;
    EXPECT_TRUE(compared.says("/staff/inquiries?topic=bank")) << "every number opens";
    EXPECT_TRUE(client.get(compared.link("Previous: October 2026")).says("<caption>the hall: 40</caption>"));
    EXPECT_FALSE(client.submit(compared, {{"and_by", ""}}).says("<caption>the hall"));
    EXPECT_EQ(client.get_once("/en/sundsvall/staff/statistics?by=month&and_by=week").status, 422);
    EXPECT_EQ(client.get_once("/en/sundsvall/staff/statistics?and_by=nonsense").status, 422);
}

TEST(StatisticsSideBySide, ComparesPeriodsInTheirOrder) {
    World world({of_two_places()});
    const auto page = world.as("guide").get("/en/sundsvall/staff/statistics?period=month&by=place&and_by=month");
    EXPECT_TRUE(page.says("<caption>2026-11: 60</caption>")) << page.html;
    EXPECT_LT(page.html.find("the hall"), page.html.find("the library"));
}

TEST(StatisticsSideBySide, SaysNoPartsOfWhatIsNoCount) {
    World world({of_two_places(measures::Kind::latest)});
    const auto page = world.as("guide").get(asked);
    EXPECT_TRUE(page.says("<caption>the hall: "));
    EXPECT_FALSE(page.says("75\u00a0%"));
}

TEST(StatisticsSideBySide, StandsInTheFileWholeAndInTheSameOrder) {
    World world({of_two_places()});
    auto client = world.as("guide");
    const auto file = client.get_once(client.get(asked).link("Download the figures (CSV)"));
    const auto at = [&](const char* line) { return file.html.find(line); };
    EXPECT_LT(at(";bank;the bank;hall;the hall;30;"), at(";mobile;the mobile;hall;the hall;10;")) << file.html;
    EXPECT_LT(at(";mobile;the mobile;hall;the hall;10;"), at(";mobile;the mobile;library;the library;9;"));
    EXPECT_TRUE(file.says(";topic20;the topic20;library;the library;1;")) << "also what the page leaves out";
}

}  // namespace
}  // namespace digilots::statistics
