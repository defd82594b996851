#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"
#include "platform/base/json.h"

namespace digilots::indicators {
namespace {

class DistributionApiTest : public ::testing::Test, public PagesWorld {
protected:
    base::Json answer(const std::string& rest) {
        const auto page = client.send(http::Method::get, "/api/v1/indicators/" + rest);
        EXPECT_EQ(page.status, 200) << rest << page.html.substr(0, 200);
        return base::parse_json(page.html).value_or(base::Json());
    }
};

TEST_F(DistributionApiTest, GivesEveryMunicipalityBestFirstAndTheMissingOnesWithReason) {
    const auto json = answer("N00209/distribution?year=2022");
    EXPECT_EQ(json["indicator"].text(), "N00209");
    EXPECT_EQ(json["year"].as_integer(), 2022);
    EXPECT_EQ(json["gender"].text(), "T");
    EXPECT_EQ(json["group"].text(), "country");
    EXPECT_EQ(json["direction"].text(), "high");
    EXPECT_EQ(json["n"].as_integer(), 289);
    EXPECT_EQ(json["values"].items().size(), 289u);
    EXPECT_EQ(json["missing"].items().size(), 1u);
    EXPECT_EQ(json["missing"].items()[0]["reason"].text(), "not_reported");
    const auto& best = json["values"].items()[0];
    EXPECT_EQ(best["rank"].as_integer(), 1);
    EXPECT_EQ(best["colour"].text(), "green");
    EXPECT_GT(best["value"].as_number(), json["values"].items()[288]["value"].as_number());
    EXPECT_GT(json["green_limit"].as_number(), json["red_limit"].as_number());
}

TEST_F(DistributionApiTest, DirectionCountsForThisAnswerAlone) {
    const auto low = answer("N00209/distribution?year=2022&direction=low");
    const auto high = answer("N00209/distribution?year=2022");
    EXPECT_EQ(low["direction"].text(), "low");
    EXPECT_EQ(high["direction"].text(), "high");
    EXPECT_EQ(low["values"].items()[0]["municipality"].text(), high["values"].items()[288]["municipality"].text());
    const auto neither = answer("N00209/distribution?year=2022&direction=neither");
    EXPECT_EQ(neither["values"].items()[0]["colour"].text(), "unknown");
    EXPECT_TRUE(neither["green_limit"].is_null());
}

TEST_F(DistributionApiTest, GroupsAndGendersAreTaken) {
    EXPECT_EQ(answer("N00209/distribution?group=network:small&year=2022")["n"].as_integer(), 3);
    EXPECT_EQ(answer("N00209/distribution?group=chosen:2281,2513&year=2022")["n"].as_integer(), 2);
    EXPECT_EQ(answer("N00209/distribution?gender=K&year=2022")["gender"].text(), "K");
    const auto none = answer("N00209/distribution?year=1950");
    EXPECT_EQ(none["n"].as_integer(), 0);
}

TEST_F(DistributionApiTest, WrongParametersAreNamed) {
    for (const std::string query : {"year=soon", "year=22", "gender=X", "group=friends", "group=county", "group=chosen:9999",
                                    "group=network:none", "group=similar:", "group=similar:nobody", "direction=up"}) {
        const auto bad = client.send(http::Method::get, "/api/v1/indicators/N00209/distribution?" + query);
        EXPECT_EQ(bad.status, 400) << query;
        EXPECT_EQ(bad.response.content_type, "application/problem+json") << query;
        EXPECT_TRUE(bad.says("\"" + query.substr(0, query.find('=')) + "\"")) << query << bad.html;
    }
    EXPECT_EQ(client.send(http::Method::get, "/api/v1/indicators/N99999/distribution").status, 404);
}

}  // namespace
}  // namespace digilots::indicators
