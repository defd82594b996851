#pragma once
// Activities beside the directory, on a database of their own.
#include <gtest/gtest.h>

#include "activities/implementation.h"
#include "platform/base/embedded.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::activities {

inline constexpr const char* here = "2281";
inline const http::Tenant sundsvall{"2281",       "sundsvall",    "Sundsvall", "Europe/Stockholm",
                                    {"sv", "en"}, "060-19 10 00", true,        ""};

/// One server on a database that others may share.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    Activities activities{
        database, versions, clock, {municipalities, directory, organisation, others(), true}};

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {}

    register_::Others others() {
        register_::Others others{.links = organisation.link_sources(),
                                 .name_of = [](std::string_view id) { return std::string(id); }};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            others.links.emplace(name, source);
        others.limit_of = [this](std::string_view municipality, const http::Identity& identity) {
            return organisation::limit_of(*organisation.units(municipality), identity);
        };
        return others;
    }
    void import_places() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(database, municipalities,
                                directory::plan_import(database, mapping.value(), "mapping.json"),
                                clock.now());
        versions.refresh();
    }
    register_::Surroundings around() { return Inside::of(activities).around(here); }
    std::string add_activity(const std::string& title, register_::Draft further = {}) {
        register_::Draft draft{{"title", {title}},
                               {"kind", {"digital_cafe"}},
                               {"purpose", {"support"}},
                               {"is_published", {"1"}},
                               {"needs_sign_up", {"1"}}};
        for (auto& [name, value] : further) draft[name] = value;
        const auto added = activities.activities().add(around(), draft, "anna");
        EXPECT_TRUE(added) << title;
        return added ? added->id : "";
    }
    NewSession session_on(const char* day, int hour = 14, std::optional<std::int64_t> capacity = {}) {
        const auto date = base::parse_date(day).value();
        NewSession session{.starts = calendar::wall_time(date, hour * 60), .address = "The red house", .capacity = capacity};
        session.ends = session.starts + std::chrono::minutes(90);
        return session;
    }
    std::string add_session(const std::string& activity, const char* day,
                            std::optional<std::int64_t> capacity = {}, int hour = 14) {
        const auto ids =
            activities.add_sessions(around(), activity, {session_on(day, hour, capacity)}, "anna");
        EXPECT_TRUE(ids && ids->size() == 1);
        return ids ? ids->front() : "";
    }
    base::Result<SignedUp, NotSignedUp> sign_up(const std::string& session, SignUp wanted = {}) {
        return activities.sign_up(sundsvall, session, wanted, i18n::translator("en"));
    }
    const Session* session(const std::string& id) {
        kept_ = activities.programme(here);
        return kept_->session(id).session;
    }

private:
    std::shared_ptr<const Programme> kept_;
};

/// With pages: a session named after a person is theirs; "program" is a token.
struct World {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};  // a Wednesday
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    http::Server server{{}, routes_of({slice(all.activities)}), gatekeeper(), html::error_page, clock};

    std::string guests_unit = "";  // that the session named "guest" is limited to

    World() { all.import_places(); }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); },
            &all.versions);
        keeper.find_session = [this](std::string_view name, base::Instant) {
            http::Identity identity;
            if (name == "guest") {
                identity.unit = guests_unit;
                identity.only_unit = true;
            }
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = name == "chief" ? http::Role::administrator : http::Role::guide;
            return std::optional(identity);
        };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity;
            identity.token_id = "partner";
            identity.municipality_id = here;
            identity.scopes = {"activities:write"};
            return std::optional(identity);
        };
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        return keeper;
    }
    testing::PageClient resident() { return testing::PageClient(server); }
    testing::PageClient staff(const std::string& name = "anna") {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
};

}  // namespace digilots::activities
