// Which e-services and bodies send people to the desks.
#include <gtest/gtest.h>

#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

/// 12 of 40 were about the school's e-service, seven of them because of the e-ID; nine the period before.
measures::Measure of_e_services() {
    auto measure = made_up_measure();
    const auto the = measure.dimensions[0].label;
    measure.dimensions = {{"e_service", TEXT("E-service that it is about"), the},
                          {"body", TEXT("Whose question it is"), the},
                          {"barrier", TEXT("What stood in the way"), the}};
    measure.figures = [](const measures::Query& query) {
        const bool is_before = query.period.to < base::parse_date("2026-11-01").value();
        std::vector<measures::Row> rows;
        const auto add = [&](const char* e_service, const char* body, const char* barrier, std::int64_t now, std::int64_t then) {
            measures::Row row{.dimensions = {}, .value = is_before ? then : now};
            for (const auto& one : query.by)
                row.dimensions[one] = one == "e_service" ? e_service
                                      : one == "body"    ? body
                                      : one == "barrier" ? barrier
                                                         : "2026-11";
            rows.push_back(row);
        };
        add("school", "municipality", "no_e_id", 7, 9);
        add("school", "municipality", "language", 5, 0);
        add("", "bank", "", 28, 3);
        if (query.by.empty()) rows = {{.dimensions = {}, .value = is_before ? 12 : 40}};
        return rows;
    };
    return measure;
}

TEST(SentHere, SaysWhichEServicesAndBodiesByWhatStoodInTheWay) {
    World world({of_e_services()});
    const auto page = world.as("coordinator").get("/en/sundsvall/staff/statistics/sent-here?period=2026-11");
    EXPECT_TRUE(page.says("the school") && page.says("12 of 40")) << page.html;
    EXPECT_TRUE(page.says("the no_e_id 7, the language 5"));
    EXPECT_TRUE(page.says("the bank") && page.says("28 of 40"));
    EXPECT_TRUE(page.says("The period before"));
    EXPECT_TRUE(page.says("E-services, month by month"));
    EXPECT_EQ(world.as("guide").get_once("/en/sundsvall/staff/statistics/sent-here?from=2026-13-01").status, 422);
    EXPECT_EQ(world.as("guide").get("/en/sundsvall/staff/statistics/sent-here").status, 200) << "the last three months";
}

TEST(SentHere, SaysWhatOwnersAnsweredWithTheWeeksBeforeAndAfter) {
    auto measure = of_e_services();
    measure.figures = [](const measures::Query& query) {
        const bool is_before = query.period.to < base::parse_date("2026-09-20").value();
        const std::int64_t days = base::days_between(query.period.from, query.period.to) + 1;
        measures::Row row{.dimensions = {}, .value = is_before ? 2 * days : days};
        for (const auto& one : query.by) row.dimensions[one] = one == "month" ? "2026-10" : "school";
        return std::vector<measures::Row>{row};
    };
    Around around;
    around.said = [](const http::Tenant&, const i18n::Translator&) {
        return std::vector<OwnerSaid>{{"e_service", "school", "mended on 20 September 2026", "It is mended.",
                                       base::parse_date("2026-09-20"), "/staff/owner-answers/7"}};
    };
    World world({measure}, around);
    const auto page = world.as("coordinator").get("/en/sundsvall/staff/statistics/sent-here?period=2026-11");
    EXPECT_TRUE(page.says("mended on 20 September 2026") && page.says("/staff/owner-answers/7")) << page.html;
    EXPECT_TRUE(page.says("60.9") && page.says("30.4")) << page.html;
    EXPECT_FALSE(page.link("Links for owners").empty());
    EXPECT_FALSE(world.as("guide").get("/en/sundsvall/staff/statistics/sent-here").says("Links for owners"));
}

}  // namespace
}  // namespace digilots::statistics
