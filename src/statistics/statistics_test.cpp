// Figures for staff and their programs, in full.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/json.h"
#include "platform/measures/time.h"
#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

using testing::at;

TEST(StatisticsPage, OpensEveryFigureToItsDefinitionAndForACoordinatorToItsRows) {
    World world;
    const auto guide = world.as("guide").get("/sundsvall/staff/statistics?period=month&by=topic");
    EXPECT_EQ(guide.status, 200);
    EXPECT_TRUE(guide.says("the bank"));
    EXPECT_TRUE(guide.says("What is counted"));
    EXPECT_TRUE(guide.says("2026.1"));
    EXPECT_FALSE(guide.says("topic=bank\""));
    EXPECT_EQ(guide.html.find("<span class=\"muted\">inquiries</span>"), std::string::npos) << "the title says it already";
    EXPECT_TRUE(world.as("coordinator")
                    .get("/sundsvall/staff/statistics?by=topic")
                    .says("/sundsvall/staff/inquiries?topic=bank"));
    EXPECT_EQ(world.as("guide").get_once("/sundsvall/staff/statistics?by=nonsense").status, 422);
    EXPECT_EQ(world.as("guide").get_once("/sundsvall/staff/statistics?from=2026-13-01").status, 422);
}

TEST(StatisticsPage, SaysWhatItIsLimitedToByItsAddress) {
    World world;
    const auto part = world.as("guide").get("/sundsvall/staff/statistics?topic=bank&period=month");
    EXPECT_TRUE(part.says("Only a part is counted"));
    EXPECT_TRUE(part.says("Topic: the bank"));
    EXPECT_TRUE(part.says("name=\"topic\" value=\"bank\"")) << "and stays so for the next question";
    auto client = world.as("guide");
    const auto one = client.get(client.get("/sundsvall/staff/statistics?topic=bank&place=a").link("Take away: Place: the a"));
    EXPECT_TRUE(one.says("Topic: the bank") && !one.says("Place: the a")) << one.html;
    for (const auto& url : {part.link("Count all"), std::string("/sundsvall/staff/statistics")})
        EXPECT_FALSE(client.get(url).says("Only a part is counted")) << url;
}

TEST(StatisticsPage, OpensWithTheMonthBeforeWhileAMonthHoldsNothingYet) {
    World world;
    auto client = world.as("guide");
    EXPECT_TRUE(client.get("/sundsvall/staff/statistics").says("<option value=\"month\" selected>"));
    world.clock.set(testing::at("2026-12-01T09:00:00Z"));
    const auto first = client.get("/sundsvall/staff/statistics");
    EXPECT_TRUE(first.says("<option value=\"last_month\" selected>")) << first.html;
    EXPECT_TRUE(client.get("/sundsvall/staff/statistics?period=month").says("<option value=\"month\" selected>"));
}

TEST(StatisticsPage, TypedDatesHoldWhateverThePeriodAboveThemSays) {
    World world;
    auto client = world.as("guide");
    const std::string shown = "&shown_from=2026-11-01&shown_to=2026-11-22";
    const auto typed = client.get("/sundsvall/staff/statistics?period=month&from=2026-10-01&to=2026-11-22" + shown);
    EXPECT_TRUE(typed.says("1 October 2026 – 22 November 2026"));
    EXPECT_TRUE(typed.says("<option value=\"dates\" selected>"));
    EXPECT_TRUE(typed.says("name=\"shown_from\" value=\"2026-10-01\""));
    const auto only_end = client.get("/sundsvall/staff/statistics?period=year&from=2026-11-01&to=2026-11-10" + shown);
    EXPECT_TRUE(only_end.says("1 November 2026 – 10 November 2026"));
    EXPECT_EQ(client.get_once("/sundsvall/staff/statistics?period=month&from=2026-12-01&to=2026-11-22" + shown).status, 422);
    const auto chosen = client.get("/sundsvall/staff/statistics?period=year&from=2026-11-01&to=2026-11-22" + shown);
    EXPECT_TRUE(chosen.says("1 January 2026 – 22 November 2026")) << "nobody typed the dates that the form brought along";
    EXPECT_TRUE(chosen.says("<option value=\"year\" selected>"));
    EXPECT_TRUE(client.get("/sundsvall/staff/statistics?period=year&from=&to=" + shown).says("1 January 2026"));
}

TEST(StatisticsPage, SaysWhatIsWrongInWordsAndKeepsWhatWasTyped) {
    World world;
    for (const char* query : {"measure=help_minutez", "by=haircolour", "from=2026-11-31", "from=2026-12-01&to=2026-11-01",
                              "by=day&by=month", "from=1990-01-01&to=2026-01-01"}) {
        const auto page = world.as("guide").get_once(std::string("/sundsvall/staff/statistics?period=dates&") + query);
        EXPECT_EQ(page.status, 422) << query;
        for (const char* code : {">measure:", ">by:", ">from:", ">to:", ">help_minutez", ">haircolour"})
            EXPECT_FALSE(page.says(code)) << query << " " << code;
    }
    const auto wrong_day = world.as("guide").get_once("/sundsvall/staff/statistics?period=dates&from=2026-11-31");
    EXPECT_TRUE(wrong_day.says("value=\"2026-11-31\""));
}

TEST(StatisticsCsv, HoldsDefinitionPeriodAndVersion) {
    World world;
    const auto csv = world.as("guide").get_once(
        "/sundsvall/staff/statistics.csv?period=dates&from=2026-11-01&to=2026-11-30&by=topic");
    EXPECT_TRUE(
        csv.html.starts_with("\xEF\xBB\xBFmunicipality;measure;from;to;topic;topic_label;value;unit;code_"
                             "list_version;definition;topic_level;topic_above;topic_number\r\n"));
    EXPECT_TRUE(csv.says("2281;inquiries;2026-11-01;2026-11-30;bank;the bank;20;inquiries;2026.1;What is counted;shared;;\r\n"));
}

TEST(StatisticsApi, AnswersWithDefinitionAndPeriodAndRefusesWhatItDoesNotKnow) {
    World world;
    const auto answer = world.api("/api/v1/sundsvall/statistics?measure=inquiries&from=2026-11-01&to=2026-11-30&by=topic,month");
    ASSERT_EQ(answer.status, 200) << answer.html;
    const auto json = base::parse_json(answer.html).value();
    EXPECT_EQ(json["definition"].as_string(), "What is counted");
    EXPECT_EQ(json["period"]["to"].as_string(), "2026-11-30");
    const auto row = json["rows"].items()[0];
    EXPECT_TRUE(row["topic"].as_string() == "bank" && row["month"].as_string() == "2026-11") << answer.html;
    EXPECT_TRUE(row["value"].as_integer() == 20 && row["suppressed"].as_bool() == false) << answer.html;
    for (const char* query : {"measure=nonsense", "by=nonsense", "by=day,month", "from=x", "to=2026-02-30",
          "from=2026-11-02&to=2026-11-01", "from=1900-01-01", "by=topic,place,month,weekday", "unit=1", "nonsense=1",
          "topic=bank&topic=print"}) {
        EXPECT_EQ(world.api(std::string("/api/v1/sundsvall/statistics?") + query).status, 400) << query;
    }
}

TEST(StatisticsApi, RefusesALimitThatIsNoneRatherThanToAnswerZero) {
    auto measure = made_up_measure();
    measure.dimensions[1].label = [](std::string_view key, std::string_view, const i18n::Translator&) {
        return std::string(key == "p1" || key == "main-library" ? "Main library" : "A place that is no longer here");
    };
    measure.dimensions[1].limits = [](std::string_view) { return std::vector<std::string>{"p1", "p2"}; };
    measure.figures = [all = measure.figures](const measures::Query& query) {
        return query.where.at("place") == "gone" ? all(query) : std::vector<measures::Row>{};
    };
    World world({measure});
    const std::string url = "/api/v1/sundsvall/statistics?by=topic&place=";
    for (const auto& [place, status] : {std::pair("nowhere", 422), std::pair("p1", 200), std::pair("gone", 200)})
        EXPECT_TRUE(world.api(url + place).status == status && world.api(url + place).says("place")) << place;
    EXPECT_EQ(world.api(url + "main-library").html, world.api(url + "p1").html) << "by its name in addresses, too";
}

TEST(StatisticsPage, SaysOneInquiryAndTwoInquiries) {
    for (const auto& [all, swedish, norwegian, english] :
         {std::tuple(1, "angivet i 0 av 1 fråga<", "oppgitt i 0 av 1 henvendelse<", "stated in 0 of 1 inquiry<"),
          std::tuple(2, "angivet i 0 av 2 frågor<", "oppgitt i 0 av 2 henvendelser<", "stated in 0 of 2 inquiries<")}) {
        auto measure = made_up_measure();
        measure.stated = [all](const measures::Query&) { return std::pair(std::int64_t{0}, std::int64_t{all}); };
        World world({measure});
        auto client = world.as("coordinator");
        EXPECT_TRUE(client.get("/sv/sundsvall/staff/statistics").says(swedish)) << all;
        EXPECT_TRUE(client.get("/nb/sundsvall/staff/statistics").says(norwegian)) << all;
        EXPECT_TRUE(client.get("/en/sundsvall/staff/statistics").says(english)) << all;
    }
}

TEST(StatisticsQuestion, NamesAMunicipalityWithAKeyToo) {
    http::Tenant tenant;
    tenant.id = "region-gavleborg";
    tenant.name = "Region Gävleborg";
    const auto label = value_label(made_up_measure(), "municipality", tenant.id, tenant, i18n::translator("sv"));
    EXPECT_EQ(label, "Region Gävleborg");
}

/// Of one kind: October and November of each municipality, three questions about banking and the rest about mobiles.
measures::Measure of_kind(measures::Kind kind, measures::Value october, measures::Value november) {
    auto measure = made_up_measure();
    measure.key = measures::word_of(kind);
    measure.kind = kind;
    measure.figures = [kind, october, november](const measures::Query& query) {
        std::vector<measures::Row> rows;
        for (const std::string& municipality : query.municipalities) {
            for (const auto& [month, value] : {std::pair("2026-10", october), std::pair("2026-11", november)}) {
                if (query.period.to < periods::read(month)->from || query.period.from > periods::read(month)->to) continue;
                measures::Row row{{}, value};
                for (const std::string& dimension : query.by) {
                    row.dimensions[dimension] = dimension == "municipality" ? municipality
                                                : dimension == "topic"      ? "bank"
                                                                            : measures::time_key(dimension, month);
                }
                const auto same = std::ranges::find(rows, row.dimensions, &measures::Row::dimensions);
                if (same == rows.end()) rows.push_back(row);
                else same->value = measures::together(kind, same->value, value);
            }
        }
        return rows;
    };
    return measure;
}

struct KindOfMeasure {
    measures::Measure measure;
    const char *page, *by_month, *csv, *api;
};

std::vector<KindOfMeasure> each_kind() {
    using measures::Kind;
    return {{of_kind(Kind::count, 30, 12), "<strong>42</strong>", "12", ";42;", R"("value":42,)"},
            {of_kind(Kind::sum, 300, 120), "<strong>420</strong>", "120", ";420;", R"("value":420,)"},
            {of_kind(Kind::money, {123450, 9}, {50, 6}), "<strong>1,235.00</strong>", "0.50", ";1235;", R"("value":1235,)"},
            {of_kind(Kind::share, {10, 40}, {30, 40}), "<strong>50\u00a0%</strong>", "75\u00a0% (30 of 40)",
             ";50;%;2026.1;What is counted;40;80", R"("value":50,"part":40,"of":80,)"},
            {of_kind(Kind::mean, {10, 10}, {40, 10}), "<strong>2.5</strong>", "4 (of 10)",
             ";2.5;inquiries;2026.1;What is counted;50;20", R"("value":2.5,"sum":50,"of":20,)"},
            {of_kind(Kind::latest, 30, 12), "<strong>12</strong>", "12", ";12;", R"("value":12,)"}};
}

TEST(EachKindOfMeasure, IsShownToStaffAndGivenAsCsvAndToPrograms) {
    for (const auto& [measure, shown, by_month, csv, api] : each_kind()) {
        World world({measure});
        auto client = world.as("guide");
        const std::string question = "?measure=" + measure.key + "&period=2026";
        const auto page = client.get("/en/sundsvall/staff/statistics" + question + "&by=month");
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.says(shown)) << measure.key << page.html;
        EXPECT_TRUE(page.says(by_month)) << measure.key;
        EXPECT_TRUE(client.get_once("/en/sundsvall/staff/statistics.csv" + question + "&by=quarter").says(csv)) << measure.key;
        EXPECT_TRUE(world.api("/api/v1/sundsvall/statistics" + question + "&by=quarter").says(api)) << measure.key;
    }
}

TEST(StatisticsPage, ShowsNobodyWhatIsForOthers) {
    auto costs = of_kind(measures::Kind::money, {100, 5}, {100, 5});
    costs.see = http::Role::coordinator;
    World world({made_up_measure(), costs});
    EXPECT_FALSE(world.as("guide").get("/sundsvall/staff/statistics").says("measure=money"));
    EXPECT_EQ(world.as("guide").get_once("/sundsvall/staff/statistics?measure=money").status, 422);
    EXPECT_EQ(world.as("guide").get_once("/sundsvall/staff/statistics.csv?measure=money").status, 400);
    EXPECT_TRUE(world.as("coordinator").get("/sundsvall/staff/statistics").says("measure=money"));
    EXPECT_EQ(world.api("/api/v1/sundsvall/statistics?measure=money").status, 200);
    EXPECT_EQ(world.as("viewer").get_once("/sundsvall/staff/statistics").status, 404);
}

TEST(StatisticsPage, SaysWhatItIsNotLimitedByThoughTheAddressAsksForIt) {
    World world;
    auto client = world.as("guide");
    const auto page = client.get("/en/sundsvall/staff/statistics?weekday=1&nonsense=1");
    EXPECT_TRUE(page.says("The figure cannot be limited by this, so it is left out: weekday, nonsense.")) << page.html;
    EXPECT_FALSE(client.get("/en/sundsvall/staff/statistics?topic=bank&weekday=").says("so it is left out"));
}

TEST(StatisticsCsv, HasTheDecimalPointOfItsLanguage) {
    World world({of_kind(measures::Kind::share, {1, 8}, {1, 8})});
    const auto in = [&](const char* language) {
        return world.as("guide").get_once("/" + std::string(language) +
                                          "/sundsvall/staff/statistics.csv?measure=share&period=2026&by=quarter");
    };
    EXPECT_TRUE(in("sv").says(";12,5;")) << in("sv").html;
    EXPECT_TRUE(in("en").says(";12.5;")) << in("en").html;
}

TEST(StatisticsPage, ASplitOfAnotherMeasureIsLeftOut) {
    auto plain = of_kind(measures::Kind::latest, 7, 7);
    plain.dimensions.clear();
    World world({made_up_measure(), plain});
    auto client = world.as("guide");
    EXPECT_EQ(client.get("/sundsvall/staff/statistics?measure=latest&by=topic").status, 200);
    EXPECT_EQ(client.get("/sundsvall/staff/statistics?measure=latest").status, 200);
    EXPECT_EQ(client.get_once("/sundsvall/staff/statistics?measure=latest&by=nonsense").status, 422);
}

TEST(StatisticsPage, AFigureThatKnowsNotTheLimitIsNotShownBesideThoseThatDo) {
    auto plain = of_kind(measures::Kind::latest, 777, 777);
    plain.dimensions.clear();
    World world({made_up_measure(), plain});
    auto client = world.as("guide");
    EXPECT_TRUE(client.get("/sundsvall/staff/statistics?measure=inquiries").says(">777<"));
    const auto limited = client.get("/sundsvall/staff/statistics?measure=inquiries&topic=bank");
    EXPECT_TRUE(!limited.says(">777<") && limited.says("Cannot be limited by: Topic")) << limited.html;
}

TEST(StatisticsPage, OffersEveryKindOfPeriodAndTheOnesBeforeAndAfter) {
    World world;
    auto client = world.as("guide");
    const auto page = client.get("/en/sundsvall/staff/statistics");
    for (const char* name : {"day", "week", "month", "last_month", "quarter", "year", "term", "school_year", "dates"})
        EXPECT_TRUE(page.says("<option value=\"" + std::string(name) + "\"")) << name;
    for (const auto& [asked, days, before, after] :
         {std::tuple("day", "22 November 2026<", "21 November 2026", ""),
          std::tuple("week", "16 November 2026 – 22 November 2026", "week 46, 2026", ""),
          std::tuple("quarter", "1 October 2026 – 22 November 2026", "quarter 3, 2026", ""),
          std::tuple("term", "1 August 2026 – 22 November 2026", "spring term 2026", ""),
          std::tuple("school_year", "1 August 2026 – 22 November 2026", "school year 2025/26", ""),
          std::tuple("2026-10", "1 October 2026 – 31 October 2026", "September 2026", "November 2026"),
          std::tuple("2025-W01", "30 December 2024 – 5 January 2025", "week 52, 2024", "week 2, 2025"),
          std::tuple("2024", "1 January 2024 – 31 December 2024", "2023", "2025")}) {
        const auto one = client.get("/en/sundsvall/staff/statistics?period=" + std::string(asked));
        EXPECT_TRUE(one.says(days)) << asked;
        EXPECT_TRUE(one.says("Previous: " + std::string(before) + "<")) << asked;
        EXPECT_EQ(one.says("Next: "), *after != 0) << asked;
        if (*after != 0) {
            EXPECT_TRUE(one.says("Next: " + std::string(after) + "<")) << asked;
        }
        EXPECT_TRUE(one.says("<option value=\"" + std::string(asked) + "\" selected")) << asked;
    }
    const auto october = client.get("/en/sundsvall/staff/statistics?period=2026-10&by=place");
    const auto september = client.get(october.link("Previous: September 2026"));
    EXPECT_TRUE(september.says("1 September 2026 – 30 September 2026"));
    EXPECT_TRUE(september.says("Inquiries: Place")) << "the question stays";
    EXPECT_EQ(client.get_once("/en/sundsvall/staff/statistics?period=2025-W53").status, 422);
    EXPECT_EQ(world.api("/api/v1/sundsvall/statistics?period=2026-W47").status, 200);
    EXPECT_EQ(world.api("/api/v1/sundsvall/statistics?period=2025-W53").status, 400);
}

TEST(StatisticsPage, OffersTheLimitsOfADimensionAndKeepsWhatIsChosen) {
    auto measure = made_up_measure();
    measure.dimensions[0].limits = [](std::string_view) { return std::vector<std::string>{"bank", "mobile"}; };
    World world({measure});
    auto client = world.as("coordinator");
    const auto page = client.get("/sundsvall/staff/statistics?by=place");
    EXPECT_TRUE(page.says("the mobile"));
    const auto limited = client.submit(page, {{"topic", "mobile"}});
    EXPECT_TRUE(limited.says("Only a part is counted:")) << limited.html;
    EXPECT_EQ(testing::all_forms(limited.html).size(), testing::all_forms(page.html).size());
    for (const auto& form : testing::all_forms(limited.html)) {
        const auto names = std::ranges::count(form.values, "topic", &std::pair<std::string, std::string>::first);
        EXPECT_LE(names, 1) << "said once";
    }
    EXPECT_FALSE(client.submit(limited, {{"topic", ""}}).says("Only a part is counted:"));
}

TEST(StatisticsPage, ReferenceFiguresStandBesideTheFiguresWithTheirYear) {
    Around around;
    around.references = [](const http::Tenant&) {
        return std::vector<ReferenceFigure>{{"Never use the internet", "6 %", "16 years and older", "2022", "A fund", "/x"}};
    };
    World world({made_up_measure()}, around);
    const auto page = world.as("guide").get("/en/sundsvall/staff/statistics");
    EXPECT_TRUE(page.says("Figures of others to compare with") && page.says("Never use the internet") && page.says("2022"))
        << page.html;
    EXPECT_FALSE(World().as("guide").get("/en/sundsvall/staff/statistics").says("Figures of others"));
}

}  // namespace
}  // namespace digilots::statistics
