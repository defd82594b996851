#pragma once
// Budgets on a database of their own.
#include <gtest/gtest.h>

#include "budget/amounts.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"

namespace digilots::budget {

inline constexpr const char* timra_code = "2262";
inline constexpr const char* sundsvall_code = "2281";

/// One server on a database that others may share.
struct BudgetServer {
    db::Database& database;
    const base::Clock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    Kinds kinds{database, clock, municipalities, versions, others()};

    BudgetServer(db::Database& opened, const base::Clock& time) : database(opened), clock(time) {}

    /// What other slices have to link to: one of each.
    static register_::Others others() {
        const auto one = [](std::string key) {
            const auto choices = [key](const register_::Surroundings&) {
                return std::vector<register_::Choice>{{.key = key, .label = key}};
            };
            return register_::LinkSource{.choices = choices, .path = ""};
        };
        return {.links = {{"organisation.function", one("leader")},
                          {"plan.node", one("project")},
                          {"organisation.unit", one("library")},
                          {"activities.activity", one("café")}},
                .name_of = [](std::string_view id) { return std::string(id); }};
    }
    void open() {
        for (const char* id : {timra_code, sundsvall_code})
            municipalities.activate(id, municipality::default_settings(*municipality::Municipalities::find(id)));
    }
    register_::Surroundings around(const char* municipality = sundsvall_code) const {
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
    std::string add_budget(const char* first = "2026", const char* last = "2027") {
        return add("budget", {{"title", {"Centre"}}, {"first_year", {first}}, {"last_year", {last}}});
    }
    std::string add_line(const std::string& budget, const char* kind, const char* first, const char* second) {
        return add("budget_line",
                   {{"title", {kind}}, {"budget", {budget}}, {"kind", {kind}}, {"year_1", {first}}, {"year_2", {second}}});
    }
    std::string add_source(const std::string& budget, const char* first, const char* second) {
        return add("budget_source", {{"title", {"Foundation"}},
                                     {"budget", {budget}},
                                     {"kind", {"grant"}},
                                     {"year_1", {first}},
                                     {"year_2", {second}}});
    }
    Budget stands(const std::string& id, const char* municipality = sundsvall_code) const {
        for (const auto held = kinds.kept.of(municipality); const auto& budget : *held)
            if (budget.id == id) return budget;
        ADD_FAILURE() << "no budget " << id;
        return {};
    }
};

}  // namespace digilots::budget
