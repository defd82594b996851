#pragma once
// A plan on a database of its own.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "plan/kinds.h"
#include "plan/plan.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"

namespace digilots::plan {

inline constexpr const char* town = "2281";

struct PlanServer {
    db::Database& database;
    const base::Clock& clock;
    std::map<std::string, TasksOf, std::less<>> tasks = {};
    bool is_handed_over = true;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    Kinds kinds{database, clock, neighbours()};

    PlanServer(db::Database& opened, const base::Clock& time) : database(opened), clock(time) {}

    /// What other slices have to link to, and say.
    Neighbours neighbours() {
        const auto one = [](std::string key) {
            const auto choices = [key](const register_::Surroundings&) {
                return std::vector<register_::Choice>{{.key = key, .label = key}};
            };
            return register_::LinkSource{.choices = choices, .path = ""};
        };
        return {.municipalities = municipalities,
                .versions = versions,
                .others = {.links = {{"organisation.function", one("leader")}, {"activities.activity", one("cafe")}},
                           .name_of = [](std::string_view id) { return std::string(id); }},
                .sessions = [](std::string_view, std::string_view) { return SessionsHeld{"Café", 3, 2}; },
                .tasks = [this](std::string_view) { return tasks; },
                .handed_over = [this](db::Connection&, std::string_view, std::string_view) { return is_handed_over; }};
    }
    void activate(const char* id) {
        if (!municipalities.is_active(id))
            municipalities.activate(id, municipality::default_settings(*municipalities.about(id)));
    }
    register_::Surroundings around(const char* municipality = town) const {
        auto found = kinds.around(municipality);
        found.words = &i18n::translator("en");
        return found;
    }
    /// The id; "" where it is refused.
    std::string add(std::string_view key, const register_::Draft& draft) {
        const auto added = kinds.find(key)->add(around(), draft, "anna");
        return added ? added->id : "";
    }
    /// The input of the first problem; "" where it is taken.
    std::string fault(std::string_view key, const register_::Draft& draft) {
        const auto added = kinds.find(key)->add(around(), draft, "anna");
        return added ? "" : added.error().problems.front().input;
    }
    std::string part(const char* kind, const char* code, const std::string& parent, register_::Draft more = {}) {
        more["title"] = {std::string(kind) + " " + code};
        more["kind"] = {kind};
        more["code"] = {code};
        more["parent"] = {parent};
        return add("plan_node", more);
    }
    /// The input of the first problem of a change; "" where it is taken.
    std::string fault_of_change(std::string_view key, const std::string& id, const register_::Draft& said) {
        auto& records = *kinds.find(key);
        auto draft = records.draft_of(*records.find(town, id), around());
        for (const auto& [input, values] : said) draft[input] = values;
        const auto changed = records.change(around(), id, draft, "anna", base::Seen::anything());
        return changed ? "" : changed.error().problems.front().input;
    }
    Status status(const std::string& id) const {
        const auto plan = kinds.kept.of(town);
        const auto* node = plan->find(id);
        if (!node) return {};
        http::Tenant tenant;
        tenant.id = town;
        return status_of(*plan, *node, kinds.around(town).today, ask_others(kinds, tenant, i18n::translator("en")));
    }
};

/// Its pages, with what a test has other slices say.
struct PlanPages : ::testing::Test {
    explicit PlanPages(const std::function<void(Neighbours&)>& add = {}) {
        auto neighbours = server.neighbours();
        if (add) add(neighbours);
        all = slice(*database, clock, neighbours);
        pages = std::make_unique<testing::PageServer>(routes_of({all}), clock);
        server.activate(town);
    }
    testing::PageClient client_of(const http::Identity& identity) {
        pages->person = identity;
        auto client = pages->client();
        client.accept_language = "en";
        return client;
    }
    testing::PageClient person(http::Role role) { return client_of(testing::person_with(role, town)); }
    testing::PageClient coordinator() { return person(http::Role::coordinator); }
    testing::PageClient program(std::vector<std::string> scopes) {
        auto identity = testing::person_with(http::Role::guide, town);
        identity.token_id = "token-1";
        identity.account_id.clear();
        identity.scopes = std::move(scopes);
        auto client = client_of(identity);
        client.forget_cookies();
        return client;
    }

    base::TestClock clock{testing::at("2026-11-30T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    PlanServer server{*database, clock};
    Slice all;
    std::unique_ptr<testing::PageServer> pages;
};

}  // namespace digilots::plan
