// What was counted around what was done, and what nobody counted.
#include "statistics/effects.h"

#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "statistics/log_for_tests.h"

namespace digilots::statistics {
namespace {

TEST(WhatWasSo, IsMarkedAtItsTimeWithWhatWasCountedBeforeThenAndAfter) {
    const auto days = [](const char* from, const char* to) {
        return periods::Period{base::parse_date(from).value(), base::parse_date(to).value()};
    };
    World world(log_measures(), {.circumstances = [&](const http::Tenant&, const periods::Period&, const i18n::Translator&) {
                    return Circumstances{{"Closed: Place p1, 30 October 2026", days("2026-10-30", "2026-10-30")},
                                         {"Campaign: Go online week", days("2026-11-02", "2026-11-08"), true},
                                         {"Campaign: the first one", days("2025-11-20", "2025-11-26"), true}};
                }});
    auto guide = world.as("guide");
    const auto page = guide.get("/en/sundsvall/staff/statistics?by=month&period=2026-Q4");
    EXPECT_TRUE(page.says("2026-10 (1)") && page.says("2026-11 (2)")) << page.html;
    // 5 in the 28 days before, 94 in its seven; 6 in the 13 days that are over.
    EXPECT_TRUE(page.says("Inquiries a day: 0.2 in the four weeks before, 13.4 then, 0.5 after that until 21 November 2026."))
        << page.html;
    EXPECT_EQ(page.html.find("Inquiries a day:"), page.html.rfind("Inquiries a day:")) << "before the first nothing was logged";
    const auto weeks = guide.get("/en/sundsvall/staff/statistics?period=dates&from=2026-10-05&to=2026-12-06&by=week&topic=print");
    EXPECT_TRUE(weeks.says(", 1.6 then, ")) << "limited as the figures are" << weeks.html;
    EXPECT_EQ(marks_at(Circumstances{{"One", days("2026-11-01", "2026-11-30")}}, "weekday", "1"), "") << "no period";
}

/// Visitors, as somebody noted them: so many on each day.
measures::Measure visitors_of(std::map<std::string, std::int64_t> days) {
    measures::Measure measure{.key = "visitors",
                              .title = TEXT("Visitors"),
                              .definition = TEXT("What is counted"),
                              .unit = TEXT("visitors"),
                              .unnoted_is_unknown = true};
    measure.last_day = [days](std::string_view) { return base::parse_date(days.rbegin()->first); };
    measure.figures = [days](const measures::Query& query) {
        std::map<std::map<std::string, std::string>, std::int64_t> sums;
        for (const auto& [day, number] : days) {
            if (day < base::format_date(query.period.from) || day > base::format_date(query.period.to)) continue;
            std::map<std::string, std::string> key;
            for (const auto& dimension : query.by) key[dimension] = measures::time_key(dimension, day);
            sums[key] += number;
        }
        std::vector<measures::Row> rows;
        for (const auto& [key, sum] : sums) rows.push_back({key, sum});
        return rows;
    };
    return measure;
}

Around one_effort(const char* from, const char* to) {
    const periods::Period days{base::parse_date(from).value(), base::parse_date(to).value()};
    return {.circumstances = [days](const http::Tenant&, const periods::Period&, const i18n::Translator&) {
        return Circumstances{{"A visit", days, true}};
    }};
}

TEST(WhatWasSo, ADayIsComparedWithItsWeekdayAndDaysThatNobodyCountedAreInNoMean) {
    // Wednesdays 30, Thursdays 10; counted since Wednesday 14 October, and never on the 28th.
    World world({visitors_of({{"2026-10-14", 30}, {"2026-10-15", 10}, {"2026-10-21", 30}, {"2026-10-22", 10}, {"2026-10-29", 10},
                              {"2026-11-04", 36}, {"2026-11-11", 30}, {"2026-11-12", 10}, {"2026-11-18", 33}})},
                one_effort("2026-11-04", "2026-11-04"));
    const auto page = world.as("guide").get("/en/sundsvall/staff/statistics?by=month&period=2026-Q4&measure=visitors");
    EXPECT_TRUE(page.says("Visitors a day: 30.0 in the four weeks before, 36.0 then, 31.5 after that until 18 November 2026. "
                          "The same weekdays alone are compared. It has been counted since 14 October 2026"))
        << page.html;
}

TEST(Unnoted, IsNoZeroOnThePageNorForProgramsNorInFiles) {
    World world({visitors_of({{"2026-08-31", 5}, {"2026-11-04", 36}})});
    const auto value = [&](const std::string& period) {
        return base::parse_json(world.api("/api/v1/sundsvall/statistics?measure=visitors&period=" + period).html)
            .value()["rows"]
            .items()[0]["value"];
    };
    EXPECT_TRUE(value("2026-10").is_null()) << "between what was noted";
    EXPECT_TRUE(value("2026-07").is_null()) << "before it began";
    EXPECT_EQ(value("2026-11").as_integer(), 36);
    auto client = world.as("coordinator");
    const std::string at = "/en/sundsvall/staff/statistics";
    EXPECT_TRUE(client.get(at + "?measure=visitors&period=2026-10").says("Nobody counted this in this period"));
    EXPECT_FALSE(client.get_once(at + ".csv?measure=visitors&period=2026-10").says(";0"));
}

}  // namespace
}  // namespace digilots::statistics
