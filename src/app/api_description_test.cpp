// The description of the API and the routes are the same list.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/application.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/http/names.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

TEST(ApiDescription, NamesEveryRouteOfTheApiAndNoOther) {
    const base::TestClock clock(testing::at("2026-11-22T10:30:00Z"));
    const auto database = testing::fresh_database();
    Application application(*database, "", clock);
    std::set<std::string> routes, described;
    for (const http::Route& route : application.routes()) {
        if (!route.path.starts_with("/api/")) continue;
        routes.insert(base::ascii_lower(http::name_of(route.method)) + " " + route.path);
    }
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    ASSERT_TRUE(document) << document.error();
    for (const auto& [path, operations] : (*document)["paths"].members()) {
        for (const auto& [method, operation] : operations.members()) described.insert(method + " " + path);
    }
    EXPECT_EQ(described, routes);
}

TEST(ApiDescription, NamesTheParametersThatTheRouteKnowsAndNoOther) {
    const base::TestClock clock(testing::at("2026-11-22T10:30:00Z"));
    const auto database = testing::fresh_database();
    Application application(*database, "", clock);
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    ASSERT_TRUE(document) << document.error();
    for (const http::Route& route : application.routes()) {
        const bool is_read = route.method == http::Method::get;
        if (!route.path.starts_with("/api/") || route.access != http::Access::anyone || !is_read) continue;
        std::set<std::string> promised;
        for (const auto& parameter : (*document)["paths"][route.path]["get"]["parameters"].items()) {
            if (parameter["in"].text() == "query") promised.insert(std::string(parameter["name"].text()));
        }
        EXPECT_EQ(promised, std::set(route.query.begin(), route.query.end())) << route.path;
    }
}

TEST(ApiDescription, AsksForTheScopeThatTheRouteAsksFor) {
    const base::TestClock clock(testing::at("2026-11-22T10:30:00Z"));
    const auto database = testing::fresh_database();
    Application application(*database, "", clock);
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    ASSERT_TRUE(document) << document.error();
    const auto known = all_of(application.slices, &Slice::scopes);
    std::set<const http::Scope*> asked;
    for (const http::Route& route : application.routes()) {
        const auto* scope = route.access.scope();
        if (scope == nullptr) continue;
        asked.insert(scope);
        const auto& operation = (*document)["paths"][route.path][base::ascii_lower(http::name_of(route.method))];
        std::string described;
        for (const auto& way : operation["security"].items())
            for (const auto& [scheme, keys] : way.members())
                for (const auto& key : keys.items()) described += key.text();
        EXPECT_EQ(described, scope->key) << route.path;
    }
    EXPECT_EQ(asked, std::set<const http::Scope*>(known.begin(), known.end())) << "what slices say and what routes ask for";
}

TEST(ApiDescription, ListsTheScopesThatTokensCanHave) {
    const base::TestClock clock(testing::at("2026-11-22T10:30:00Z"));
    const auto database = testing::fresh_database();
    Application application(*database, "", clock);
    for (const http::Route& route : application.routes()) {
        if (route.path != "/api/openapi.json") continue;
        const auto text = route.handler({}).body;
        EXPECT_NE(text.find("Scopes: inquiries:write, inquiries:read, questions:read, callbacks:read, callbacks:write, "
                            "counts:write, counts:read, bookings:read, bookings:write, activities:write, surveys:read, "
                            "goals:read, statistics:read, needs:read, needs:write, plan:read, plan:write, budgets:read, "
                            "statistics:public, tasks:read."),
                  std::string::npos);
        EXPECT_EQ(text.find("{scopes}"), std::string::npos);
    }
}

TEST(ApiDescription, ListsEveryMeasureOfStatisticsAndWhatEachIsDividedBy) {
    const base::TestClock clock(testing::at("2026-11-22T10:30:00Z"));
    const auto database = testing::fresh_database();
    Application application(*database, "", clock);
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    ASSERT_TRUE(document) << document.error();
    std::set<std::string> counted, dimensions, listed, divided;
    for (const measures::Measure& measure : all_of(application.slices, &Slice::measures)) {
        counted.emplace(measure.key);
        for (const auto& dimension : measure.dimensions) dimensions.emplace(dimension.key);
    }
    for (const auto& parameter : (*document)["paths"]["/api/v1/{municipality}/statistics"]["get"]["parameters"].items()) {
        if (parameter["name"].text() == "measure")
            for (const auto& key : parameter["schema"]["enum"].items()) listed.emplace(key.text());
        if (parameter["name"].text() != "by") continue;
        std::string said(parameter["description"].text());
        std::ranges::replace_if(said, [](char letter) { return std::string_view(",.:() ").contains(letter); }, ' ');
        for (const auto word : base::split(said, ' ')) divided.emplace(word);
    }
    std::string missing, measures_missing;
    for (const auto& key : dimensions)
        if (!divided.contains(key)) missing += key + " ";
    for (const auto& key : counted)
        if (!listed.contains(key)) measures_missing += key + " ";
    EXPECT_EQ(measures_missing, "") << "in the list of `measure`";
    for (const auto& key : listed) EXPECT_TRUE(counted.contains(key)) << key << ": nothing counts it";
    EXPECT_EQ(missing, "") << "in the description of `by`";
}

TEST(ApiDescription, NamesTheStatusesThatEveryRouteCanAnswerWith) {
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    ASSERT_TRUE(document) << document.error();
    for (const auto& [path, operations] : (*document)["paths"].members()) {
        for (const auto& [method, operation] : operations.members()) {
            for (const char* status : {"308", "400", "414"})
                EXPECT_NE(operation["responses"].find(status), nullptr) << method << " " << path << " " << status;
        }
    }
}

}  // namespace
}  // namespace digilots::app
