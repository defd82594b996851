// What everybody sees of a goal: what is counted until the last month that is released, never what came today.
#include <gtest/gtest.h>

#include <algorithm>

#include "goals/goals.h"
#include "goals/implementation.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/measures/time.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::goals {
namespace {

constexpr const char* here = "2281";

std::int64_t added_afterwards = 0;

/// Somebody counts something of last month once more.
std::vector<measures::Row> corrected(std::vector<measures::Row> rows) {
    if (!rows.empty()) rows.front().value.amount += added_afterwards;
    return rows;
}

/// Ten a day, and each of several in a month is one of the year: it is split up by nothing.
measures::Measure ten_a_day(const char* key, bool by_time) {
    measures::Measure one{.key = key, .title = TEXT("Visits"), .definition = TEXT("How many came"), .unit = TEXT("visits")};
    one.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        const auto days = base::days_between(query.period.from, query.period.to) + 1;
        if (query.by.empty() || !measures::is_period(query.by.front())) return {{{}, days * 10}};
        std::map<std::string, std::int64_t> numbers;
        for (auto day = query.period.from; day <= query.period.to; day = base::add_days(day, 1))
            numbers[measures::time_key(query.by.front(), base::format_date(day))] += 10;
        std::vector<measures::Row> rows;
        for (const auto& [part, number] : numbers) rows.push_back({{{query.by.front(), part}}, number});
        return rows;
    };
    one.figures = [count = one.figures](const measures::Query& query) { return corrected(count(query)); };
    if (!by_time)
        one.can_answer = [](const measures::Query& query) { return std::ranges::none_of(query.by, measures::is_time); };
    if (!by_time) one.figures = [](const measures::Query&) -> std::vector<measures::Row> { return {{{}, 3}}; };
    return one;
}

struct PublicGoals : ::testing::Test {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    Goals goals{*database, versions, clock, {municipalities, with_functions()}};
    http::Server server{{}, routes_of({slice(goals)}), gatekeeper(), html::error_page, clock};

    PublicGoals() {
        municipalities.activate(here, municipality::default_settings(*municipality::Municipalities::find(here)));
        goals.know({ten_a_day("visits", true), ten_a_day("partners", false)}, nullptr);
    }
    static register_::Others with_functions() {
        register_::Others others;
        others.links["organisation.function"] = {
            .choices = [](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, .path = ""};
        return others;
    }
    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return municipalities.find_tenant(slug); }, &versions);
        keeper.find_token = [](std::string_view, base::Instant) -> std::optional<http::Identity> {
            http::Identity token;
            token.token_id = "token";
            token.municipality_id = here;
            token.scopes = {"goals:read"};
            return token;
        };
        return keeper;
    }
    std::string add(const char* kind, const char* measure, const char* from = "2026-10-01") {
        auto& records = Inside::of(goals).goals;
        const auto added = records.add(Inside::of(goals).around(here),
                                       {{"title", {measure}}, {"kind", {kind}}, {"starts", {from}}, {"ends", {"2026-12-31"}},
                                        {"target", {"5000"}}, {"target_unit", {"visits"}}, {"is_published", {"1"}},
                                        {"counted_from", {std::string("measure=") + measure}}},
                                       "anna");
        EXPECT_TRUE(added) << (added ? "" : added.error().problems.front().input);
        versions.refresh();
        return added ? added->id : "";
    }
    base::Json get(const std::string& path, bool with_token = false) {
        std::vector<std::pair<std::string, std::string>> headers;
        if (with_token) headers.emplace_back("Authorization", "Bearer good");
        testing::PageClient program(server);
        const auto answer = program.send(http::Method::get, "/api/v1/sundsvall/goals" + path, "", headers);
        EXPECT_EQ(answer.status, 200) << path << answer.html;
        return base::parse_json(answer.html).value();
    }
    std::int64_t value(bool with_token = false) {
        return get("", with_token)["goals"].items()[0]["value"].as_integer().value_or(-1);
    }
};

TEST_F(PublicGoals, AreCountedByWholeMonthsAfterTheyAreReleased) {
    const auto id = add("reach", "visits");
    EXPECT_EQ(value(), 310) << "October";
    EXPECT_EQ(value(true), 540) << "staff's programs see today";
    EXPECT_EQ(get("")["goals"].items()[0]["counted_until"].text(), "2026-10-31");
    EXPECT_EQ(get("")["goals"].items()[0]["suppressed"].as_bool(), false);
    const auto sundsvall = municipalities.find_tenant("sundsvall").value();
    const auto& english = i18n::translator("en");
    EXPECT_EQ(goals.published(sundsvall, english).front().number, "310 visits, counted until 31 October 2026");
    EXPECT_EQ(goals.told(sundsvall, english, Goals::Told::all).front().number, "540 visits");
    EXPECT_EQ(get("/" + id + "/values?by=month")["rows"].items().size(), 1u);
    const auto weeks = get("/" + id + "/values?by=week");
    for (const auto& week : weeks["rows"].items())
        EXPECT_EQ(week["value"].is_null(), week["from"].text() > "2026-10-31") << week["from"].text();
    clock.set(testing::at("2026-12-09T10:00:00Z"));
    EXPECT_EQ(value(), 310) << "November is not released yet";
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    EXPECT_EQ(value(), 610);
}

TEST_F(PublicGoals, StayAsTheyWereToldUntilTheTablesAreRevised) {
    std::int64_t edition = 1;
    goals.know_editions([&](std::string_view, base::Date) { return edition; });
    const auto id = add("reach", "visits");
    const auto sum = [&] {
        std::int64_t all = 0;
        const auto told = get("/" + id + "/values?by=month");
        for (const auto& row : told["rows"].items()) all += row["value"].as_integer().value_or(0);
        return all;
    };
    EXPECT_EQ(value(), 310);
    EXPECT_EQ(sum(), 310);
    added_afterwards = 2;
    EXPECT_EQ(value(true), 542) << "staff see it at once";
    EXPECT_EQ(value(), 310) << "two more of October would be told by the difference";
    EXPECT_EQ(sum(), 310);
    edition = 2;
    EXPECT_EQ(value(), 312);
    EXPECT_EQ(sum(), 312);
    added_afterwards = 0;
}

TEST_F(PublicGoals, OfWhatBeganAfterTheirLastMonthNothingIsKnownAndNothingIsMissed) {
    auto late = ten_a_day("meetings", true);
    late.figures = [count = late.figures](const measures::Query& query) {
        auto since = query;
        since.period.from = std::max(query.period.from, base::parse_date("2026-11-02").value());
        return since.period.from <= since.period.to ? count(since) : std::vector<measures::Row>{};
    };
    goals.know({late}, nullptr);
    add("weekly", "meetings");
    EXPECT_TRUE(get("")["goals"].items()[0]["value"].is_null()) << "nobody counted in October";
    EXPECT_EQ(get("")["goals"].items()[0]["status"].text(), "unknown");
    const auto sundsvall = municipalities.find_tenant("sundsvall").value();
    EXPECT_FALSE(goals.published(sundsvall, i18n::translator("en")).front().number.contains("0 of"));
}

TEST_F(PublicGoals, SayNothingBeforeTheirFirstMonthIsOver) {
    add("reach", "visits", "2026-11-20");
    EXPECT_EQ(value(), -1);
    EXPECT_TRUE(get("")["goals"].items()[0]["counted_until"].is_null());
    EXPECT_EQ(value(true), 40);
}

TEST_F(PublicGoals, OfWhatCannotBeCountedByWeekNoWeekIsKnown) {
    const auto reach = add("reach", "partners"), weekly = add("weekly", "partners");
    for (const auto& id : {reach, weekly}) {
        for (const auto* by : {"", "?by=week"}) {
            const auto answer = get("/" + id + "/values" + by, true);
            const auto& rows = answer["rows"].items();
            EXPECT_FALSE(rows.empty());
            for (const auto& row : rows) EXPECT_TRUE(row["value"].is_null());
            get("/" + id + "/values" + by);
        }
        EXPECT_TRUE(get("/" + id + "/values?by=month", true)["rows"].items().empty());
    }
}

}  // namespace
}  // namespace digilots::goals
