#pragma once
// A plan on a database of its own.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "plan/kinds.h"
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

}  // namespace digilots::plan
