#pragma once
// The slice on a database of its own, in two municipalities, with somebody who asks for its pages.
#include <gtest/gtest.h>

#include "needs/mapping_import.h"
#include "needs/needs.h"
#include "organisation/organisation.h"
#include "platform/base/embedded.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"

namespace digilots::needs {

inline constexpr const char *sundsvall = "2281", *kramfors = "2282";

class Needs : public ::testing::Test {
protected:
    Needs() {
        for (const char* id : {sundsvall, kramfors})
            municipalities.activate(id,
                                    municipality::default_settings(*municipality::Municipalities::find(id)));
    }
    register_::Records& records(std::string_view key) {
        for (auto* one : all.registers)
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    /// The id; "" where it is refused.
    std::string add(std::string_view key, const register_::Draft& draft,
                    const char* municipality = sundsvall) {
        auto& kind = records(key);
        const auto added = kind.add(kind.around(municipality), draft, "anna");
        return added ? added->id : "";
    }
    std::string question(const std::string& round, const char* code) {
        const register_::ListQuery query{.filters = {{"round", round}}};
        for (const auto& one : records("mapping_question")
                                   .list(records("mapping_question").around(sundsvall), query, 100, 0)
                                   .records)
            if (one.text("code") == code) return one.id;
        return "";
    }
    testing::PageClient someone(http::Role role, const char* municipality = sundsvall) {
        server.person = testing::person_with(role, municipality);
        server.tenant.id = municipality;
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }
    register_::Others others() {
        register_::Others found{.name_of = [](std::string_view id) { return std::string(id); }};
        const auto none = [](const register_::Surroundings&) { return std::vector<register_::Choice>{}; };
        for (const char* name :
             {"activities.activity", "bodies.group", "directory.place", "organisation.unit", "organisation.function",
              "plan.node"})
            found.links[name].choices = none;
        return found;
    }
    void take_mapping_in() {
        const auto json = base::embedded_file("data/demo/mapping.json");
        const auto plan = all.plan_mapping(*json, "mapping.json");
        ASSERT_TRUE(plan.is_usable);
        told = plan.description;
        plan.apply();
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    Slice all = slice(*database, clock, municipalities, directory, others());
    testing::PageServer server{routes_of({all}), clock};
    std::string told;
};

}  // namespace digilots::needs
