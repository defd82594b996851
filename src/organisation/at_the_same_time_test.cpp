// Two people change units and functions at the same moment, on two servers.
#include <gtest/gtest.h>

#include "organisation/organisation.h"
#include "platform/register/records.h"
#include "platform/testing/race.h"

namespace digilots::organisation {
namespace {

constexpr const char* here = "2281";

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase servers;
    kept::Versions first_versions{*servers.first}, second_versions{*servers.second};
    Organisation first{*servers.first, first_versions, clock}, second{*servers.second, second_versions, clock};

    Organisation& of(int runner) { return runner % 2 == 0 ? first : second; }
    std::string add(const std::string& name) {
        auto& units = first.unit_records();
        return units.add(units.around(here), {{"name", {name}}}, "admin")->id;
    }
    bool put_below(int runner, const std::string& id, const std::string& parent) {
        of(runner).units(here);
        auto& units = of(runner).unit_records();
        const auto record = units.find(here, id);
        auto draft = units.draft_of(*record, units.around(here));
        draft["parent"] = {parent};
        return units.change(units.around(here), id, draft, "admin", base::Seen::anything()).has_value();
    }
};

TEST(OrganisationAtTheSameTime, OfTwoWhoPutUnitsBelowEachOtherOneIsTold) {
    TwoServers two;
    for (int round = 0; round < 12; ++round) {
        const auto a = two.add("A" + std::to_string(round)), b = two.add("B" + std::to_string(round));
        two.second_versions.refresh();
        const int saved = testing::count_winners(2, [&](int runner) {
            return runner == 0 ? two.put_below(runner, a, b) : two.put_below(runner, b, a);
        });
        EXPECT_EQ(saved, 1) << round;
    }
}

TEST(OrganisationAtTheSameTime, WhatIsHandedOverTwiceEndsWithOneHolder) {
    TwoServers two;
    const auto people = [](const register_::Surroundings&) {
        return std::vector<register_::Choice>{{.key = "anna", .label = "Anna"}};
    };
    const auto none = [](const register_::Surroundings&) { return std::vector<register_::Choice>{}; };
    two.first.know({.people = {people, ""}, .contacts = {none, ""}, .name_of = [](std::string_view) { return std::string(); }});
    auto& functions = two.first.function_records();
    for (int round = 0; round < 8; ++round) {
        const auto function =
            functions.add(functions.around(here), {{"title", {"Rota " + std::to_string(round)}}, {"holder", {"anna"}}}, "admin");
        ASSERT_TRUE(function);
        const int moved = testing::count_winners(2, [&](int runner) {
            auto& database = runner == 0 ? *two.servers.first : *two.servers.second;
            return database.write([&](db::Connection& connection) {
                return two.of(runner).hand_over(connection, here, "anna", runner == 0 ? "bo" : "cilla", "admin") == 1;
            }, db::Isolation::deciding);
        });
        EXPECT_EQ(moved, 1) << round;
        EXPECT_NE(functions.find(here, function->id)->text("holder"), "anna");
        EXPECT_EQ(functions.find(here, function->id)->version, 2);
    }
}

}  // namespace
}  // namespace digilots::organisation
