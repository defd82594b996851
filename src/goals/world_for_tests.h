#pragma once
// A municipality with goals, figures that stand still, and whoever is signed in.
#include "goals/goals.h"
#include <gtest/gtest.h>
#include "goals/implementation.h"
#include "goals/sections.h"
#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/print/pdf.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"
#include "platform/testing/retention.h"

namespace digilots::goals {


inline constexpr const char* here = "2281";
inline const std::string at = "/en/sundsvall/staff/goals";

/// Thirty a month in October, sixty in September; one session in week 46, none in week 47.
inline measures::Measure participants() {
    measures::Measure one{.key = "participants",
                          .title = TEXT("Participants of activities"),
                          .definition = TEXT("How many came"),
                          .unit = TEXT("participants")};
    one.dimensions = {{"kind", TEXT("Kind")}};
    one.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.by.empty()) return {{{}, 1700}};
        if (query.by.front() == "week") return {{{{"week", "2026-W45"}}, 2}, {{{"week", "2026-W46"}}, 1}};
        if (query.by.front() == "month") return {{{{"month", "2026-09"}}, 60}, {{{"month", "2026-10"}}, 31}};
        return {};
    };
    one.rows_url = [](const measures::Query&) { return std::string("/staff/inquiries"); };
    return one;
}
/// Nobody has ever counted it.
inline measures::Measure never_counted() {
    auto one = participants();
    one.key = "visitors";
    one.last_day = [](std::string_view) { return std::optional<base::Date>{}; };
    return one;
}

class GoalsPages : public ::testing::Test {
protected:
    GoalsPages() {
        municipalities.activate(here, municipality::default_settings(*municipality::Municipalities::find(here)));
        goals.know({participants(), never_counted()}, [](std::string_view) {
            return std::vector<std::pair<std::string, std::string>>{
                {"Courses", "measure=participants&period=year&kind=course&by=month"}};
        });
    }
    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return municipalities.find_tenant(slug); }, &versions);
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = name == "guide" ? http::Role::guide : http::Role::coordinator;
            return std::optional(identity);
        };
        keeper.find_token = [](std::string_view bearer, base::Instant) -> std::optional<http::Identity> {
            if (bearer != "good" && bearer != "other") return std::nullopt;
            http::Identity token;
            token.token_id = bearer;
            token.municipality_id = here;
            token.scopes = {bearer == "good" ? "goals:read" : "statistics:read"};
            return token;
        };
        return keeper;
    }
    static register_::Others neighbours() {
        register_::Others others;
        others.links["organisation.function"] = {.choices = [](const register_::Surroundings&) {
            return std::vector<register_::Choice>{{.key = "one", .label = "One"}};
        }, .path = ""};
        others.name_of = [](std::string_view id) { return std::string(id); };
        return others;
    }
    testing::PageClient staff(const std::string& name) {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    std::string add(register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(self().around(here), draft, "anna");
        EXPECT_TRUE(added) << (added ? "" : added.error().problems.front().input);
        versions.refresh();
        return added ? added->id : "";
    }
    Goals::Implementation& self() { return Inside::of(goals); }
    std::string add_reach(const std::string& counted) {
        return add(self().goals, {{"title", {"Reach residents"}},
                                  {"kind", {"reach"}},
                                  {"starts", {"2026-01-01"}},
                                  {"ends", {"2026-12-31"}},
                                  {"target", {"1800"}},
                                  {"target_unit", {"persons"}},
                                  {"target_percent", {"10"}},
                                  {"counted_from", {counted}}});
    }
    std::string add_weekly() {
        return add(self().goals, {{"title", {"A group each week"}},
                                  {"kind", {"weekly"}},
                                  {"starts", {"2026-11-02"}},
                                  {"ends", {"2026-12-31"}},
                                  {"is_published", {"1"}},
                                  {"counted_from", {"measure=participants"}}});
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    Goals goals{*database, versions, clock, {municipalities, neighbours()}};
    http::Server server{{}, routes_of({slice(goals)}), gatekeeper(), html::error_page, clock};
};

}  // namespace digilots::goals
