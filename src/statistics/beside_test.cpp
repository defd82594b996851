// What stands beside a figure: another time, another place, of how many it is a part, what is aimed at.
#include "statistics/beside.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/json.h"
#include "platform/measures/time.h"
#include "platform/register/every_statement_for_tests.h"
#include "statistics/log_for_tests.h"
#include "statistics/saved.h"

namespace digilots::statistics {
namespace {

class BesideFigures : public ::testing::Test {
protected:
    World world{log_measures()};
    base::Json ask(const std::string& query) {
        const auto answer = world.api("/api/v1/sundsvall/statistics?" + query);
        EXPECT_EQ(answer.status, 200) << query << answer.html;
        return base::parse_json(answer.html).value();
    }
    /// The row that has this word in this dimension.
    static base::Json row(const base::Json& answer, const char* dimension, std::string_view word) {
        for (const auto& one : answer["rows"].items())
            if (one[dimension].text() == word) return one;
        return {};
    }
};

TEST_F(BesideFigures, ThePeriodBeforeAndTheYearBeforeStandBesideEachRow) {
    const auto before = ask("measure=inquiries&period=2026-11&by=topic&compare=previous");
    EXPECT_EQ(before["compared_with"]["from"].text(), "2026-10-01");
    EXPECT_EQ(row(before, "topic", "bank")["value"].as_integer(), 89);
    EXPECT_EQ(row(before, "topic", "bank")["compared"].as_integer(), 40);
    EXPECT_EQ(row(before, "topic", "print")["compared"].as_integer(), 0);
    EXPECT_EQ(before["compared_with"]["to"].text(), "2026-10-22") << "November is not over: as many days of October";
    EXPECT_EQ(before["period"]["to"].text(), "2026-11-22");
    const auto days = ask("measure=inquiries&from=2026-11-01&to=2026-11-22&by=topic&compare=previous");
    EXPECT_EQ(row(days, "topic", "e_id")["value"].as_integer(), 0) << "what was asked then alone is not left out";
    EXPECT_EQ(row(days, "topic", "e_id")["compared"].as_integer(), 5);
    EXPECT_EQ(ask("measure=inquiries&period=2026-12")["period"]["to"].text(), "2026-12-31") << "by itself it is as asked";
    const auto year = ask("measure=inquiries&period=2026&by=month&compare=year");
    EXPECT_EQ(row(year, "month", "2026-11")["compared"].as_integer(), 30) << "until the 22nd, as this one";
    EXPECT_TRUE(row(ask("measure=inquiries&period=2026&by=week&compare=year"), "week", "2026-W53").is_null()) << "to come";
    // This month until the 22nd beside as many days.
    const auto until_today = ask("measure=inquiries&compare=year");
    EXPECT_EQ(until_today["compared_with"]["to"].text(), "2025-11-22");
    EXPECT_EQ(until_today["rows"].items()[0]["compared"].as_integer(), 30);
    EXPECT_EQ(ask("measure=inquiries&compare=previous")["compared_with"]["to"].text(), "2026-10-22");
}

TEST_F(BesideFigures, AreDrawnWhereTheyAreSplitUpTwiceAndInPairs) {
    auto guide = world.as("guide");
    const std::string by_both = "/en/sundsvall/staff/statistics?period=2026&by=month&and_by=place&measure=";
    const auto shares = guide.get(by_both + "answered_at_first_contact&share=inquiries");
    EXPECT_TRUE(shares.says("class=\"line line-0\"") && shares.says("class=\"line line-1\"")) << shares.html;
    EXPECT_TRUE(shares.says(">50</text>") && shares.says(">100</text>")) << "from nothing to all" << shares.html;
    const auto years = guide.get(by_both + "inquiries&compare=year");
    EXPECT_TRUE(years.says("Place p1, ") && years.says("Place p2, ")) << years.html;
    EXPECT_TRUE(years.says("class=\"line line-3\"")) << "now and then of both";
    const auto bars = guide.get("/en/sundsvall/staff/statistics?period=2026-11&by=topic&compare=previous");
    EXPECT_TRUE(bars.says("the bank: 1 November 2026 – 22 November 2026")) << bars.html;
    EXPECT_TRUE(bars.says("the bank: 1 October 2026 – 22 October 2026"));
}

TEST_F(BesideFigures, WhatWasBeforeTheLogBeganIsNotKnownAndNoZero) {
    const auto year = ask("measure=inquiries&period=2026&by=month&compare=year");
    EXPECT_EQ(row(year, "month", "2026-10")["value"].as_integer(), 45);
    EXPECT_TRUE(row(year, "month", "2026-10")["compared"].is_null()) << "it began in November 2025";
    EXPECT_EQ(row(year, "month", "2026-11")["compared"].as_integer(), 30);
    EXPECT_TRUE(ask("measure=inquiries&period=2025-11&compare=previous")["rows"].items()[0]["compared"].is_null());
    EXPECT_TRUE(ask("measure=inquiries&period=2025&compare=year")["rows"].items()[0]["compared"].is_null());
    EXPECT_TRUE(ask("measure=inquiries&period=2026&compare=year")["rows"].items()[0]["compared"].is_null())
        << "of 2025 two months are known";
    EXPECT_TRUE(row(ask("measure=inquiries&period=2026&by=topic&compare=year"), "topic", "bank")["compared"].is_null());
    EXPECT_EQ(ask("measure=inquiries&period=2026-09&compare=previous")["rows"].items()[0]["compared"].as_integer(), 0)
        << "since it began, a month without any is zero";
    EXPECT_EQ(ask("measure=inquiries&period=2026-11&topic=e_id&compare=year")["rows"].items()[0]["compared"].as_integer(), 0)
        << "of e_id none, of others some";
    auto client = world.as("coordinator");
    const auto csv = client.get_once("/en/sundsvall/staff/statistics.csv?measure=inquiries&period=2026&by=month&compare=year");
    EXPECT_TRUE(csv.says(";year;30\r\n") && csv.says(";year;\r\n")) << csv.html;
}

TEST(NeverCounted, IsNoZero) {
    auto measures = log_measures();
    measures[1].last_day = [](std::string_view) { return std::optional<base::Date>{}; };
    measures[1].figures = [](const measures::Query&) { return std::vector<measures::Row>{}; };
    World world{measures};
    const auto asked = [&](const std::string& key) {
        return base::parse_json(world.api("/api/v1/sundsvall/statistics?period=2026&measure=" + key).html).value();
    };
    EXPECT_TRUE(asked("answered_at_first_contact")["rows"].items()[0]["value"].is_null());
    EXPECT_FALSE(asked("inquiries")["rows"].items()[0]["value"].is_null());
    auto client = world.as("coordinator");
    EXPECT_TRUE(client.get("/en/sundsvall/staff/statistics?period=2026&measure=inquiries").says("Nobody has counted this yet"));
    const auto page = client.get("/en/sundsvall/staff/statistics?period=2026&measure=answered_at_first_contact");
    EXPECT_TRUE(page.says("Nobody has counted this yet") && page.says("Nothing was counted in this period")) << page.html;
}

TEST_F(BesideFigures, APlaceStandsBesideAnother) {
    const auto answer = ask("measure=inquiries&period=2026-11&by=topic&place=p1&compare=place:p2");
    EXPECT_EQ(row(answer, "topic", "bank")["value"].as_integer(), 66);
    EXPECT_EQ(row(answer, "topic", "bank")["compared"].as_integer(), 23);
    EXPECT_EQ(row(answer, "topic", "print")["compared"].as_integer(), 11);
}

TEST_F(BesideFigures, AShareHasBothParts) {
    const auto answer = ask("measure=answered_at_first_contact&period=2026-11&share=inquiries");
    const auto only = answer["rows"].items()[0];
    EXPECT_EQ(only["value"].as_integer(), 71);
    EXPECT_EQ(only["part"].as_integer(), 71);
    EXPECT_EQ(only["whole"].as_integer(), 94) << "those without an outcome are in no part of it";
    const auto from_all = ask("measure=inquiries&period=2026-11&share=answered_at_first_contact")["rows"].items()[0];
    EXPECT_EQ(from_all["value"].as_integer(), 100);
    EXPECT_EQ(from_all["part"].as_integer(), 71);
    EXPECT_EQ(from_all["whole"].as_integer(), 94);
    const auto of_topics = ask("measure=inquiries&period=2026-11&by=topic,place&share=topic");
    EXPECT_EQ(row(of_topics, "topic", "print")["part"].as_integer(), 11);
    EXPECT_EQ(row(of_topics, "topic", "print")["whole"].as_integer(), 34) << "of all at that place";
}

TEST_F(BesideFigures, TheTargetThatSaysMostStandsBesideTheShare) {
    world.aim_at({{"share", {"answered_at_first_contact"}}, {"year", {"2026"}}, {"direction", {"least"}}, {"percent", {"90"}}});
    world.aim_at({{"share", {"answered_at_first_contact"}}, {"year", {"2026"}}, {"direction", {"least"}}, {"percent", {"62,5"}},
                  {"topic", {"bank"}}});
    const auto answer = ask("measure=answered_at_first_contact&period=2026-11&by=topic&target=1");
    EXPECT_EQ(row(answer, "topic", "bank")["target"].as_number(), 62.5);
    EXPECT_EQ(row(answer, "topic", "print")["target"].as_number(), 90);
    EXPECT_EQ(row(answer, "topic", "bank")["whole"].as_integer(), 83);
    EXPECT_TRUE(ask("measure=inquiries&period=2026-11&target=1")["rows"].items()[0]["target"].is_null());
    EXPECT_TRUE(ask("measure=answered_at_first_contact&period=2025-11&target=1")["rows"].items()[0]["target"].is_null());
    const auto page = world.as("guide").get(
        "/en/sundsvall/staff/statistics?measure=answered_at_first_contact&period=2026-11&by=topic&target=1");
    EXPECT_TRUE(page.says("60 of 83") && page.says("At least 62.5") && page.says("<b>Reached</b>")) << page.html;
}

TEST_F(BesideFigures, WhatIsNotPossibleIsRefusedWithWhatIs) {
    const std::string url = "/api/v1/sundsvall/statistics?measure=inquiries&period=2026-11";
    for (const auto& [query, says] : {std::pair("&compare=last", "previous, year, place:ID"), std::pair("&compare=", "previous"),
                                      std::pair("&compare=place:nowhere", "place:ID"), std::pair("&compare=place:", "place:ID"),
                                      std::pair("&compare=year&compare=previous", "previous"),
                                      std::pair("&share=nonsense", "answered_at_first_contact"),
                                      std::pair("&share=topic", "answered_at_first_contact"), std::pair("&target=2", "1"),
                                      std::pair("&target=", "1")}) {
        const auto answer = world.api(url + query);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_TRUE(answer.says(says)) << query << answer.html;
    }
    const auto by_place = world.api(url + "&by=place&compare=place:p1");
    EXPECT_TRUE(by_place.status == 400 && !by_place.says("place:ID")) << by_place.html;
}

TEST_F(BesideFigures, APageShowsItInATableWithChipsToTakeItAway) {
    auto client = world.as("coordinator");
    const std::string url = "/en/sundsvall/staff/statistics?measure=inquiries&period=2026-11&by=topic";
    const auto page = client.get(url + "&compare=previous&share=answered_at_first_contact");
    EXPECT_TRUE(page.says("Compared with: 1 October 2026 – 22 October 2026") && page.says("+49")) << page.html;
    EXPECT_FALSE(client.get(page.link("Take away: Compared with: 1 October 2026 – 22 October 2026")).says("+49"));
    EXPECT_EQ(client.get_once(url + "&compare=nonsense").status, 422);
    EXPECT_EQ(client.get(url + "&compare=&share=&target=").status, 200) << "as the form sends what is not chosen";
    const auto twice = client.get("/en/sundsvall/staff/statistics?measure=inquiries&period=2026&by=month&compare=year");
    EXPECT_TRUE(twice.says("chart-legend")) << "two lines beside each other";
    const auto csv = client.get_once(
        "/en/sundsvall/staff/statistics.csv?measure=inquiries&period=2026-11&by=topic&compare=previous");
    EXPECT_TRUE(csv.says("compared_with;compared\r\n") && csv.says(";previous;40\r\n")) << csv.html;
    const auto sheet = client.get_once("/en/sundsvall/staff/statistics.xlsx?measure=inquiries&period=2026-11&by=topic");
    EXPECT_TRUE(sheet.status == 200 && sheet.html.starts_with("PK"));
    EXPECT_TRUE(sheet.says("worksheets/sheet2.xml")) << "the definitions";
    EXPECT_TRUE(client.get_once("/en/sundsvall/staff/statistics.json?measure=inquiries&period=2026-11").says("\"value\":89"));
}

TEST_F(BesideFigures, AQuestionIsSavedAndOpenedByItsLink) {
    auto client = world.as("guide");
    const auto page = client.get("/en/sundsvall/staff/statistics?measure=inquiries&period=last_month&by=topic&compare=year");
    const auto form = client.get(page.link("Save these figures"));
    EXPECT_TRUE(form.says("measure=inquiries&amp;period=last_month&amp;by=topic&amp;compare=year")) << form.html;
    const auto saved = client.submit(form, {{"title", "Topics of the month"}});
    const auto opened = client.get(saved.link("Show the figures"));
    EXPECT_TRUE(opened.says("1 October 2026 – 31 October 2026") && opened.says("Compared with: October 2025")) << opened.html;
    EXPECT_TRUE(opened.says("Topics of the month"));
    const auto refused = client.submit(form, {{"title", "Else"}, {"query", "javascript:alert(1)"}});
    EXPECT_EQ(refused.status, 422);
}

TEST_F(BesideFigures, AnOwnQuestionStandsInTheListOfWhoeverSavedItWhoChangesIt) {
    const std::string url = "/en/sundsvall/staff/statistics?measure=inquiries&period=2026-11";
    auto karin = world.as("karin"), anna = world.as("anna");
    const auto form = karin.get(karin.get(url).link("Save these figures"));
    const auto saved = karin.submit(form, {{"title", "What the board asks for"}, {"whose", "own"}});
    EXPECT_TRUE(karin.get(url).says("What the board asks for")) << saved.html;
    EXPECT_FALSE(anna.get(url).says("What the board asks for"));
    const auto page = saved.url.substr(0, saved.url.find('?'));
    EXPECT_TRUE(karin.get(page).says(page + "/change"));
    EXPECT_TRUE(anna.get(page).says("somebody else’s own")) << anna.get(page).html;
    EXPECT_FALSE(anna.get(page).says(page + "/change"));
    EXPECT_TRUE(world.as("coordinator").get(page).says(page + "/change"));
}

TEST_F(BesideFigures, TwoTargetsOfTheSameAreRefused) {
    const register_::Draft target{{"share", {"returning"}}, {"year", {"2026"}}, {"direction", {"most"}}, {"percent", {"40"}}};
    world.aim_at(target);
    auto& records = world.kinds->targets;
    EXPECT_FALSE(records.add(records.around("2281"), target, "anna"));
    EXPECT_TRUE(Target({.part = "returning", .tenths = 400, .is_most = true}).is_reached({4, 10}).value());
    EXPECT_FALSE(Target({.part = "returning", .tenths = 400, .is_most = true}).is_reached({5, 10}).value());
    EXPECT_FALSE(Target({.part = "returning", .tenths = 400}).is_reached({0, 0}).has_value());
}

TEST_F(BesideFigures, EveryStatementOfTheRegistersRuns) {
    for (const auto* one : {&world.kinds->targets, &world.kinds->saved})
        register_::run_every_statement(*one, one->around("2281"));
}

TEST(PeriodsBeside, AreAsFarIntoTheirTime) {
    const auto day = [](const char* text) { return base::parse_date(text).value(); };
    const auto october = periods::read("2026-10").value();
    EXPECT_EQ(period_before({"2026-10", october, october}), periods::read("2026-09").value());
    EXPECT_EQ(a_year_before(periods::read("2024-02").value()), periods::read("2023-02").value());
    EXPECT_EQ(a_year_before(periods::read("2026-2027").value()), periods::read("2025-2026").value());
    EXPECT_EQ(a_year_before({day("2024-02-29"), day("2024-03-02")}), (periods::Period{day("2023-02-28"), day("2023-03-02")}));
    const Comparison year{.with = Comparison::With::year, .period = periods::read("2025").value()};
    EXPECT_EQ(parts_beside("week", year, periods::read("2026").value()).at("2026-W47"), "2025-W47");
    EXPECT_FALSE(parts_beside("week", year, periods::read("2026").value()).contains("2026-W53")) << "2025 has no such week";
    const Comparison with_2023{.with = Comparison::With::year, .period = periods::read("2023").value()};
    EXPECT_FALSE(parts_beside("week", with_2023, periods::read("2024").value()).contains("2025-W01"))
        << "2024-W01 is not in 2023";
    const auto week = periods::read("2026-W47").value();
    EXPECT_EQ(a_year_before({"2026-W47", {week.from, base::add_days(week.from, 2)}, week}),
              (periods::Period{day("2025-11-17"), day("2025-11-19")})) << "Monday to Wednesday both times";
    const Comparison before{.period = periods::read("2026-Q3").value()};
    EXPECT_EQ(parts_beside("month", before, periods::read("2026-Q4").value()).at("2026-11"), "2026-08");
}

TEST(Heat, ShowsWhenPeopleAskBesideStaffedHours) {
    auto measure = made_up_measure();
    measure.dimensions.push_back({"hour", TEXT("Hour")});
    measure.figures = [](const measures::Query& query) {
        if (query.by.empty()) return std::vector<measures::Row>{{{}, 30}};
        if (query.by.front() == "day") return std::vector<measures::Row>{};
        return std::vector<measures::Row>{{{{"hour", "09"}, {"weekday", "1"}}, 10}, {{{"hour", "17"}, {"weekday", "4"}}, 20}};
    };
    World world({measure}, {.staffed = [](const http::Tenant&, const periods::Period&, std::string_view) {
                                return std::vector<StaffedHour>{{0, 9, 90}};
                            },
                            .circumstances = [](const http::Tenant&, const periods::Period&, const i18n::Translator&) {
                                return Circumstances{{"A campaign went on", periods::read("2026-10").value(), true}};
                            }});
    const auto page = world.as("guide").get("/en/sundsvall/staff/statistics?by=hour&by=weekday");
    EXPECT_TRUE(page.says("1.5 h") && page.says("heat-4 uncovered") && page.says("heat-2\"")) << page.html;
    EXPECT_TRUE(page.says("A campaign went on"));
}

TEST_F(BesideFigures, ATimeBeforeTheLogBeganIsNotKnownAndOneWithinItIsZero) {
    EXPECT_TRUE(ask("measure=inquiries&period=2024")["rows"].items()[0]["value"].is_null());
    EXPECT_EQ(ask("measure=inquiries&period=2026-03")["rows"].items()[0]["value"].as_integer(), 0);
    EXPECT_EQ(world.api("/api/v1/sundsvall/statistics?measure=inquiries&measure=answered_at_first_contact").status, 400);
}

TEST_F(BesideFigures, AMonthThatIsNotOverSaysSo) {
    auto guide = world.as("guide");
    const std::string at = "/en/sundsvall/staff/statistics?measure=inquiries&by=month&period=";
    EXPECT_TRUE(guide.get(at + "2026").says("2026-11 is not over: what is counted of it is until 22 November 2026."))
        << guide.get(at + "2026").html;
    EXPECT_FALSE(guide.get(at + "2026-10").says("is not over"));
}

}  // namespace
}  // namespace digilots::statistics
