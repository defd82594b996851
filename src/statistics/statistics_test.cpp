// Figures for staff in full, for networks only as far as nobody can be found in them.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"
#include "statistics/disclosure.h"
#include "statistics/statistics.h"

namespace digilots::statistics {
namespace {

using testing::at;

base::Period period(const char* from, const char* to) { return {base::parse_date(from).value(), base::parse_date(to).value()}; }

const MonthCounts counts{{"2281", {{"2026-10", 40}, {"2026-11", 12}}},
                         {"2280", {{"2026-10", 7}, {"2026-11", 3}, {"2026-09", 9}}},
                         {"2282", {{"2026-11", 6}}}};

TEST(Disclosure, HidesWhatIsUnderFiveAndTheNextSmallest) {
    const auto november = disclose(period("2026-11-03", "2026-11-04"), {"2281", "2280", "2282"}, counts);
    EXPECT_EQ(november.period.from, base::parse_date("2026-11-01"));
    EXPECT_EQ(november.period.to, base::parse_date("2026-11-30"));
    EXPECT_EQ(november.rows[0].value, 12);
    EXPECT_EQ(november.rows[1].value, std::nullopt) << "three";
    EXPECT_EQ(november.rows[2].value, std::nullopt) << "or three could be worked out";
    EXPECT_EQ(november.total, std::nullopt);
}

TEST(Disclosure, DoesNotLetAMonthBeWorkedOutFromItsYear) {
    const auto year = disclose(period("2026-10-01", "2026-11-30"), {"2280"}, counts);
    EXPECT_EQ(year.period.to, base::parse_date("2026-12-31")) << "more than a month is the whole year";
    EXPECT_EQ(year.rows[0].value, 19);
    EXPECT_EQ(disclose(period("2026-09-01", "2026-09-30"), {"2280"}, counts).rows[0].value, 9);
    EXPECT_EQ(disclose(period("2026-10-01", "2026-10-31"), {"2280"}, counts).rows[0].value, std::nullopt)
        << "the year less the other months would give November";
    EXPECT_EQ(disclose(period("2026-10-01", "2026-10-31"), {"2281"}, counts).total, 40);
}

/// A made-up measure: as many as the day of the month, under the topics bank and mobile.
base::Measure made_up_measure() {
    base::Measure measure{"inquiries",
                          TEXT("Inquiries"),
                          TEXT("What is counted"),
                          TEXT("inquiries"),
                          {"topic", "place"},
                          "2026.1",
                          {},
                          {},
                          {},
                          {},
                          {}};
    measure.figures = [](const base::MeasureQuery& query) {
        std::vector<base::MeasureRow> rows;
        for (const std::string& municipality : query.municipalities) {
            for (const char* topic : {"bank", "mobile"}) {
                if (query.where.contains("topic") && query.where.at("topic") != topic) continue;
                base::MeasureRow row;
                for (const std::string& dimension : query.by) {
                    row.dimensions[dimension] = dimension == "topic"          ? topic
                                                : dimension == "municipality" ? municipality
                                                                              : "2026-11";
                }
                row.value = std::string_view(topic) == "bank" ? 20 : 4;
                rows.push_back(row);
                if (std::ranges::find(query.by, "topic") == query.by.end()) break;
            }
        }
        return rows;
    };
    measure.can_answer = [](const base::MeasureQuery& query) { return query.by.size() < 4; };
    measure.label = [](std::string_view, std::string_view key, std::string_view, const i18n::Translator&) {
        return "the " + std::string(key);
    };
    measure.rows_url = [](const base::MeasureQuery& query) {
        return "/staff/inquiries?" + (query.where.contains("topic") ? "topic=" + query.where.at("topic") : std::string("all"));
    };
    return measure;
}

struct World {
    base::TestClock clock{at("2026-11-22T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    std::unique_ptr<http::Server> server;

    explicit World(const base::Measure& measure = made_up_measure()) {
        municipalities.activate("2281", {});
        municipalities.save_network({"teo", "TEO", {"2281", "2280"}});
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return municipalities.find_tenant(slug); };
        keeper.network_exists = [this](std::string_view key) { return municipalities.network(key).has_value(); };
        keeper.find_session = [](std::string_view name, base::Instant) { return person(name); };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity = *person("coordinator");
            identity.token_id = "t";
            identity.scopes = {"statistics:read"};
            return std::optional(identity);
        };
        server = std::make_unique<http::Server>(http::ServerOptions{}, routes({measure}, municipalities, clock),
                                                std::move(keeper), html::error_page, clock);
    }

    static std::optional<http::Identity> person(std::string_view name) {
        http::Identity identity;
        identity.account_id = identity.session_id = name;
        if (name == "viewer") {
            identity.networks = {"teo"};
            return identity;
        }
        identity.municipality_id = "2281";
        identity.role = name == "coordinator" ? http::Role::coordinator : http::Role::guide;
        return identity;
    }

    testing::PageClient as(const char* name) {
        testing::PageClient client(*server);
        client.cookies()["session"] = name;
        return client;
    }

    testing::Page api(std::string_view url) {
        return testing::PageClient(*server).send(http::Method::get, url, "", {{"Authorization", "Bearer t"}});
    }
};

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
    EXPECT_FALSE(world.as("guide").get(part.link("Count all")).says("Only a part is counted"));
    EXPECT_FALSE(world.as("guide").get("/sundsvall/staff/statistics").says("Only a part is counted"));
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
                             "list_version;definition\r\n"));
    EXPECT_TRUE(csv.says("2281;inquiries;2026-11-01;2026-11-30;bank;the bank;20;inquiries;2026.1;What is counted\r\n"));
}

TEST(StatisticsApi, AnswersWithDefinitionAndPeriodAndRefusesWhatItDoesNotKnow) {
    World world;
    const auto answer = world.api("/api/v1/sundsvall/statistics?measure=inquiries&from=2026-11-01&to=2026-11-30&by=topic,month");
    ASSERT_EQ(answer.status, 200) << answer.html;
    const auto json = base::parse_json(answer.html).value();
    EXPECT_EQ(json["definition"].as_string(), "What is counted");
    EXPECT_EQ(json["period"]["to"].as_string(), "2026-11-30");
    EXPECT_EQ(json["rows"].items()[0]["topic"].as_string(), "bank");
    EXPECT_EQ(json["rows"].items()[0]["month"].as_string(), "2026-11");
    EXPECT_EQ(json["rows"].items()[0]["value"].as_integer(), 20);
    EXPECT_EQ(json["rows"].items()[0]["suppressed"].as_bool(), false);
    for (const char* query :
         {"measure=nonsense", "by=nonsense", "by=day,month", "from=x", "to=2026-02-30",
          "from=2026-11-02&to=2026-11-01", "from=1900-01-01", "by=topic,place,month,weekday"}) {
        EXPECT_EQ(world.api(std::string("/api/v1/sundsvall/statistics?") + query).status, 400) << query;
    }
}

TEST(StatisticsPage, SaysOneInquiryAndTwoInquiries) {
    for (const auto& [all, swedish, norwegian, english] :
         {std::tuple(1, "angivet i 0 av 1 fråga<", "oppgitt i 0 av 1 henvendelse<", "stated in 0 of 1 inquiry<"),
          std::tuple(2, "angivet i 0 av 2 frågor<", "oppgitt i 0 av 2 henvendelser<", "stated in 0 of 2 inquiries<")}) {
        auto measure = made_up_measure();
        measure.stated = [all](const base::MeasureQuery&) { return std::pair(std::int64_t{0}, std::int64_t{all}); };
        World world(measure);
        auto client = world.as("coordinator");
        EXPECT_TRUE(client.get("/sv/sundsvall/staff/statistics").says(swedish)) << all;
        EXPECT_TRUE(client.get("/nb/sundsvall/staff/statistics").says(norwegian)) << all;
        EXPECT_TRUE(client.get("/en/sundsvall/staff/statistics").says(english)) << all;
    }
}

TEST(NetworkPage, ShowsOneTotalPerMunicipality) {
    World world;
    EXPECT_TRUE(world.as("viewer").get("/staff/network/teo/statistics").says("Together: 40"));
    EXPECT_TRUE(world.as("viewer")
                    .get_once("/staff/network/teo/statistics.csv")
                    .says("2280;Härnösand;inquiries;2026-11-01;2026-11-30;20;0;"));
    EXPECT_EQ(world.as("guide").get_once("/staff/network/teo/statistics").status, 404);
    EXPECT_EQ(world.as("viewer").get_once("/staff/network/other/statistics").status, 404);
    EXPECT_EQ(world.as("viewer").get_once("/sundsvall/staff/statistics").status, 404);
}

}  // namespace
}  // namespace digilots::statistics
