#pragma once
// Call-backs on a database of their own, with a log, two functions and colleagues.
#include <gtest/gtest.h>

#include "callbacks/implementation.h"
#include "platform/calendar/working_time.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::callbacks {

inline constexpr const char* here = "2281";
inline const std::string list = "/sundsvall/staff/callbacks";
inline const http::Tenant sundsvall{"2281", "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "060-19 10 00", true, ""};

/// One server on a database that others may share. "anna" and "bo" are its people.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    inquiries::Inquiries inquiries{database, directory, municipalities, organisation, own_topics, clock};
    Callbacks callbacks{database,
                        versions,
                        clock,
                        {.municipalities = municipalities,
                         .organisation = organisation,
                         .directory = directory,
                         .own_topics = own_topics,
                         .inquiries = inquiries,
                         .promised_at = [](std::string_view,
                                           base::Instant asked) { return calendar::after_working_days({}, asked, 2); },
                         .others = colleagues()}};

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {
        organisation.know({.people = colleagues().links.at("accounts.person"),
                           .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .name_of = [](std::string_view id) { return std::string(id); },
                           .kinds = [](const register_::Surroundings&) {
                               return std::vector<register_::Choice>{{.key = "call_back", .label = "Call-backs"}};
                           }});
        inquiries.know(callbacks.beside_entries());
    }

    register_::Others colleagues() {
        register_::Others others{.links = organisation.link_sources(),
                                 .name_of = [](std::string_view id) { return std::string(id); },
                                 .limit_of = [this](std::string_view municipality, const http::Identity& who) {
                                     return organisation::limit_of(*organisation.units(municipality), who);
                                 }};
        const auto is_known = [](db::Connection&, std::string_view, std::string_view id) { return id == "anna" || id == "bo"; };
        others.links["accounts.person"] = {.choices = [](const register_::Surroundings&) {
            std::vector<register_::Choice> people;
            for (const char* name : {"anna", "bo"}) people.push_back({.key = name, .label = name});
            return people;
        }, .path = "", .is_there = is_known};
        return others;
    }

    register_::Records& records() { return callbacks.records(); }
    register_::Surroundings around() { return Inside::of(callbacks).around(here); }
    register_::Record stands(const std::string& id) { return records().find(here, id).value(); }
    base::Seen seen(const std::string& id) { return base::Seen::mark(records().mark_of(stands(id))); }

    std::string add_function(const std::string& title, const std::string& holder = "", const std::string& unit = "") {
        auto& functions = organisation.function_records();
        return functions.add(functions.around(here), {{"title", {title}}, {"holder", {holder}}, {"unit", {unit}}}, "anna")->id;
    }
    std::string add_unit(const std::string& name) {
        auto& units = organisation.unit_records();
        return units.add(units.around(here), {{"name", {name}}}, "anna")->id;
    }
    /// As a form adds it.
    std::string add(const std::string& about, const std::string& number = "060-19 10 11", const std::string& who = "anna") {
        const register_::Draft draft{{"about", {about}}, {"contact_way", {"phone"}}, {"contact", {number}}};
        const auto added = records().add(around(), draft, who);
        EXPECT_TRUE(added) << about;
        return added ? added->id : "";
    }
    std::string contact_of(const std::string& id) {
        const auto contact = Inside::of(callbacks).contact_of(here, id);
        return contact ? contact->value : "";
    }
    inquiries::Inquiry a_visit(const std::string& outcome, const std::string& note = "") {
        inquiries::Inquiry visit;
        visit.channel = "visit";
        visit.outcome = outcome;
        visit.topics = {"bank"};
        visit.note = note;
        return visit;
    }
    std::string log(const inquiries::Inquiry& entry, const std::string& who = "anna") {
        return inquiries.log(sundsvall, entry, who, "", "")->id;
    }
    std::vector<Waiting::CallBack> waiting() { return callbacks.waiting(here)->call_backs; }
};

inline void open_municipalities(Server& server) {
    for (const char* id : {"2281", "2280"})
        server.municipalities.activate(id, municipality::default_settings(*municipality::Municipalities::find(id)));
}

/// With pages: a session named after a person is theirs.
struct World {
    base::TestClock clock{testing::at("2026-11-25T15:30:00Z")};   // a Wednesday, after closing time
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    std::pair<std::string, std::string> limited_to_unit{};   // who, to which
    http::Server server{{}, routes_of({slice(all.callbacks)}), gatekeeper(), html::error_page, clock};

    World() { open_municipalities(all); }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); }, &all.versions);
        keeper.menu = menu_of({slice(all.callbacks)});
        keeper.find_session = [this](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = name == "lead" ? http::Role::coordinator : http::Role::guide;
            identity.only_unit = name == limited_to_unit.first;
            if (identity.only_unit) identity.unit = limited_to_unit.second;
            return std::optional(identity);
        };
        return keeper;
    }
    testing::PageClient staff(const std::string& name) {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    std::string only_waiting() {
        const auto waiting = all.waiting();
        EXPECT_EQ(waiting.size(), 1U);
        return waiting.empty() ? "" : waiting.front().id;
    }
};

}  // namespace digilots::callbacks
