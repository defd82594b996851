#pragma once
// Questions on a database of their own, with colleagues, places to find and a search.
#include <gtest/gtest.h>

#include "platform/base/embedded.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/search/index.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"
#include "questions/implementation.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

inline constexpr const char* here = "2281";
inline const std::string inbox = "/sundsvall/staff/questions", bank = "/sundsvall/staff/answers";
inline const http::Tenant sundsvall{"2281", "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "060-19 10 00", true, ""};
inline const http::Tenant elsewhere{"2280", "harnosand", "Härnösand", "Europe/Stockholm", {"sv", "en"}, "", false, ""};

/// One server on a database that others may share.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    const bool sends_letters;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    std::unique_ptr<search::Index> index = search::memory_index();
    referral::Referral referral{database, versions, directory, *index, municipalities, own_topics, clock};
    inquiries::Inquiries log{database, directory, municipalities, organisation, own_topics, clock};
    Questions questions{database, versions, municipalities, organisation, clock, colleagues(), sends_letters};

    Server(db::Database& opened, base::TestClock& time, bool letters = true)
        : database(opened), clock(time), sends_letters(letters) {
        const auto people = colleagues().links.at("accounts.person");
        organisation.know({.people = people,
                           .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                           .name_of = [](std::string_view id) { return std::string(id); }});
        referral.know({answers_of_bank(questions)});
    }

    register_::Others colleagues() {
        register_::Others others{.links = organisation.link_sources(),
                                 .name_of = [](std::string_view id) { return std::string(id); },
                                 .limit_of = [this](std::string_view municipality, const http::Identity& who) {
                                     return organisation::limit_of(*organisation.units(municipality), who);
                                 }};
        others.links["accounts.person"] = {.choices = [](const register_::Surroundings&) {
            std::vector<register_::Choice> people;
            for (const char* name : {"anna", "bo"}) people.push_back({.key = name, .label = name});
            return people;
        }, .path = ""};
        return others;
    }

    register_::Surroundings around() {
        auto around = questions.questions().around(here);
        around.today = base::to_civil(clock.now(), around.zone).date;
        return around;
    }
    Asked ask(const std::string& question, ReplyBy by = ReplyBy::none, const std::string& contact = "",
              const std::string& form_key = "") {
        const Asking asking{.question = question, .reply_by = by, .contact = contact, .form_key = form_key};
        const auto asked = questions.ask(sundsvall, asking, i18n::translator("en"));
        EXPECT_TRUE(asked) << question;
        return asked ? *asked : Asked{};
    }
    Answering answer(const std::string& id, const std::string& text, const std::string& who,
                     const base::Seen& seen = base::Seen::anything(), ReplyWay way = ReplyWay::page) {
        return questions.answer(around(), sundsvall, id, {text, way}, who, seen);
    }
    std::string only_waiting() {
        const auto all = questions.waiting(here)->questions;
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? "" : all.front().id;
    }
};

inline void open_municipalities(Server& server) {
    for (const char* id : {"2281", "2280"}) {
        auto settings = municipality::default_settings(*municipality::Municipalities::find(id));
        settings.response_limit = 2;    // somebody answers: without it nothing is promised
        server.municipalities.activate(id, settings);
    }
}

/// With pages: "anna" and "bo" are guides; a session named after them is theirs, and one of "lead" a coordinator's.
struct World {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};   // a Wednesday
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all;
    std::pair<std::string, std::string> limited_to_unit{};   // who, to which
    http::Server server{{}, routes_of({slice()}), gatekeeper(), html::error_page, clock};

    explicit World(bool sends_letters = true) : all(*database, clock, sends_letters) {
        open_municipalities(all);
        all.referral.reindex();
    }

    Slice slice() {
        auto parts = questions::slice(all.questions, all.referral, all.log, all.directory, all.municipalities,
                                      all.organisation, clock);
        auto search = referral::routes(all.referral, all.directory, all.municipalities, clock, {answers_of_bank(all.questions)});
        const auto own = parts.routes;
        parts.routes = [own, search](const Slices& slices) {
            auto routes = own(slices);
            routes.insert(routes.end(), search.begin(), search.end());
            return routes;
        };
        return parts;
    }

    http::Gatekeeper gatekeeper() {
        http::Gatekeeper keeper;
        keeper.menu = menu_of({slice()});
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        keeper.find_tenant = [this](std::string_view slug) { return all.municipalities.find_tenant(slug); };
        keeper.find_session = [this](std::string_view session, base::Instant) {
            auto identity = person(session);
            identity->only_unit = session == limited_to_unit.first;
            if (identity->only_unit) identity->unit = limited_to_unit.second;
            return identity;
        };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity;
            identity.token_id = "t";
            identity.municipality_id = here;
            identity.scopes = {std::string(read_questions.key)};
            return std::optional(identity);
        };
        keeper.versions = &all.versions;
        return keeper;
    }

    static std::optional<http::Identity> person(std::string_view name) {
        http::Identity identity;
        identity.account_id = identity.session_id = name;
        identity.municipality_id = name == "neighbour" ? "2280" : here;
        identity.role = name == "lead" ? http::Role::coordinator : http::Role::guide;
        return identity;
    }

    testing::PageClient resident() { return testing::PageClient(server); }
    testing::PageClient staff(const std::string& name) {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    /// What a resident writes on the page; the page with their code, or the form again.
    testing::Page ask_on_page(const std::string& question, const std::string& by = "none", const std::string& contact = "") {
        auto client = resident();
        return client.submit(client.get("/sundsvall/ask"), {{"question", question}, {"reply_by", by}, {"contact", contact}});
    }
};

}  // namespace digilots::questions
