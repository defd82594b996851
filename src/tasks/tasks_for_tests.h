#pragma once
// For the tests of this slice: one municipality with functions, and a slice that says what there is to be done.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "platform/testing/database.h"
#include "tasks/tasks.h"

namespace digilots::tasks {

inline constexpr const char* here = "2281";
inline const std::string list = "/sundsvall/staff/tasks", mine = "/sundsvall/staff/my-tasks";

inline Duty check(const std::string& id, const std::string& name, const std::string& due = "") {
    return {.id = "place:" + id,
            .name = name,
            .why = {{i18n::Text{"It was last checked on {date}. Such records are checked every {months} months."},
                     {{"date", "2026-05-01"}, {"months", "6"}}}},
            .due = due,
            .responsible = "place",
            .record = "place:" + id,
            .path = "/staff/directory/places/" + id};
}

/// Duties of one kind, as a test says them.
inline Neighbours neighbours_saying(std::function<std::vector<Duty>()> now) {
    Neighbours neighbours;
    const auto name_of = [](std::string_view, std::string_view id, const i18n::Translator&) {
        return "Place " + std::string(id);
    };
    neighbours.trails.push_back({.records = {{"place", i18n::Text{"Place"}, "/staff/directory/places/", name_of}}});
    neighbours.duties.push_back({.key = "test.check",
                                 .title = i18n::Text{"A record to check again"},
                                 .task = i18n::Text{"Check that all is still right: {name}"},
                                 .gone = i18n::Text{"Nothing is missing any more."},
                                 .of = {{"place", i18n::Text{"Places"}}},
                                 .now = [now = std::move(now)](std::string_view) { return now(); },
                                 .from = {{"place"}},
                                 .rests = 90});
    return neighbours;
}

inline http::Identity person(const std::string& account, http::Role role) {
    http::Identity person;
    person.account_id = account;
    person.municipality_id = here;
    person.role = role;
    return person;
}

/// Colleagues: anna, bo, cilla and dag.
inline register_::Others colleagues(const organisation::Organisation& organisation) {
    register_::Others others{.links = organisation.link_sources(),
                             .name_of = [](std::string_view id) { return std::string(id); }};
    others.links["accounts.person"] = {.choices = [](const register_::Surroundings&) {
        std::vector<register_::Choice> people;
        for (const char* name : {"anna", "bo", "cilla", "dag"}) people.push_back({.key = name, .label = name});
        return people;
    }, .path = ""};
    return others;
}

struct World {
    World() {
        municipalities.activate(here, municipality::default_settings(*municipality::Municipalities::find(here)));
        const auto people = colleagues(organisation).links.at("accounts.person");
        const auto kinds = [](const register_::Surroundings&) {
            return std::vector<register_::Choice>{{.key = "place", .label = "Places"}};
        };
        organisation.know({.people = people,
                           .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .name_of = [](std::string_view id) { return std::string(id); },
                           .kinds = kinds});
        auto neighbours = neighbours_saying([this] {
            ++asked;
            return duties;
        });
        neighbours.role_for = [](std::string_view path) {
            return path.find("/staff/directory/") == path.npos ? http::Role::guide : http::Role::editor;
        };
        neighbours.duties.front().until = [this](std::string_view) { return changes_at; };
        auto settled = neighbours.duties.front();
        settled.until = nullptr;
        settled.key = "test.settled";
        settled.now = [this](std::string_view) { return duties_to_settle; };
        settled.settle = [this](const http::Request& request, std::string_view duty) {
            if (request.identity->role < http::Role::editor) return false;
            std::erase_if(duties_to_settle, [&](const Duty& one) { return one.id == duty; });
            return true;
        };
        settled.settled = i18n::Text{"Checked today: all is right"};
        settled.seen_at = [](std::string_view, std::string_view duty) { return "/places/" + std::string(duty.substr(6)); };
        neighbours.duties.push_back(std::move(settled));
        tasks.know(std::move(neighbours));
    }

    std::string add_function(const std::string& title, const std::string& holder = "", const std::string& stand_in = "") {
        auto& records = organisation.function_records();
        return records
            .add(records.around(here), {{"title", {title}}, {"holder", {holder}}, {"stand_in", {stand_in}}}, "admin")
            ->id;
    }
    void set_rhythm(const std::string& kind, const std::string& function) {
        auto& records = organisation.rhythm_records();
        ASSERT_TRUE(records.add(records.around(here), {{"kind", {kind}}, {"seen_to_by", {function}}}, "admin"));
    }
    Agreed agree() { return tasks.agree(here); }
    register_::Surroundings around() {
        auto around = tasks.records().around(here);
        around.today = base::to_civil(clock.now(), around.zone).date;
        return around;
    }
    std::vector<register_::Record> open_tasks() {
        return tasks.records().list(around(), {.filters = {{"state", "open"}}}, 2000, 0).records;
    }
    register_::Record only_task() {
        const auto all = tasks.records().all(here);
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? register_::Record() : all.front();
    }
    void finish(const std::string& id) {
        EXPECT_EQ(tasks.finish(around(), id, "", person("dag", http::Role::coordinator)), Finish::done);
    }
    void finish_only() { finish(only_task().id); }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    Tasks tasks{*database, versions, organisation, municipalities, clock, colleagues(organisation)};
    std::vector<Duty> duties, duties_to_settle;
    int asked = 0;
    std::optional<base::Instant> changes_at = {};   // then the duties say something else
};

}  // namespace digilots::tasks
