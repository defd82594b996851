#pragma once
// The desk without a network on a database of its own, with the demo's places; what a device does is done here in C++.
#include <gtest/gtest.h>

#include "offline/implementation.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/search/index.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"
#include "taxonomy/taxonomy.h"

namespace digilots::offline {

inline constexpr const char* here = "2281";
inline const http::Tenant sundsvall{"2281", "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
inline const http::Tenant harnosand{"2280", "harnosand", "Härnösand", "Europe/Stockholm", {"sv", "en"}, "", false, ""};
using Form = std::vector<std::pair<std::string, std::string>>;

/// One server on a database that others may share.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    std::unique_ptr<search::Index> index = search::memory_index();
    referral::Referral referral{database, versions, directory, *index, municipalities, own_topics, clock};
    inquiries::Inquiries inquiries{database, directory, municipalities, organisation, own_topics, clock};
    activities::Activities activities{database, versions, clock, {municipalities, directory, organisation, others()}};
    std::string closed;                  // an account
    std::optional<std::vector<std::string>> limited;   // the units of everybody
    Offline offline{database, clock, {inquiries, referral, directory, is_open(), activities, limit_of(), nullptr, &own_topics}};

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {}

    std::function<bool(db::Connection&, std::string_view, std::string_view)> is_open() {
        return [this](db::Connection&, std::string_view, std::string_view account) { return account != closed; };
    }

    std::function<std::optional<std::vector<std::string>>(std::string_view, std::string_view)> limit_of() {
        return [this](std::string_view, std::string_view) { return limited; };
    }

    register_::Others others() {
        register_::Others others{.links = organisation.link_sources()};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            others.links.emplace(name, source);
        return others;
    }

    /// A session that began two hours ago.
    std::string add_session() {
        const auto around = municipality::surroundings_of(municipalities, activities.activities(), here, clock.now());
        const auto activity = activities.activities().add(
            around, {{"title", {"Digital fika"}}, {"kind", {"digital_cafe"}}, {"purpose", {"support"}}}, "anna");
        EXPECT_TRUE(activity);
        activities::NewSession session{.starts = calendar::to_wall(clock.now() - std::chrono::hours(2), "Europe/Stockholm")};
        session.ends = session.starts + std::chrono::minutes(90);
        const auto added = activities.add_sessions(around, activity->id, {session}, "anna");
        EXPECT_TRUE(added);
        versions.refresh();
        return added->front();
    }

    void open_municipalities() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(database, municipalities, directory::plan_import(database, mapping.value(), "mapping.json"),
                                clock.now());
    }

    std::int64_t logged(const http::Tenant& tenant = sundsvall) {
        for (const auto& measure : inquiries.measures()) {
            if (measure.key != "inquiries") continue;
            const auto day = base::to_civil(clock.now(), tenant.zone).date;
            const auto rows = measure.figures({{tenant.id}, {base::add_days(day, -60), base::add_days(day, 1)}, {}, {}});
            return rows.empty() ? 0 : rows.front().value.amount;
        }
        ADD_FAILURE() << "no such measure";
        return -1;
    }
};

inline Form a_form(const std::string& topic = "print") {
    return {{"topic", topic}, {"outcome", "answered"}, {"channel", "visit"}, {"place", "sundsvall-kulturmagasinet"}};
}

/// What waits on a device.
inline Sent sealed(const NewDevice& device, const std::string& id, base::Instant at, const Form& form,
                   const std::string& municipality_id = here, const std::string& kind = "") {
    base::JsonWriter json;
    json.begin_object().member("secret", device.secret).member("at", base::format_utc(at)).member("kind", kind);
    json.key("form").begin_array();
    for (const auto& [name, value] : form) json.begin_array().value(name).value(value).end_array();
    json.end_array().end_object();
    return {id, device.key_id, seal_box({"", device.public_key}, {municipality_id, id}, json.text())};
}

struct World {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};   // a Wednesday
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    http::Server server{{}, routes_of({slice(all.offline)}), gatekeeper(), html::error_page, clock};
    testing::PageClient client{server};

    World() {
        all.open_municipalities();
        client.cookies()["session"] = "anna";
    }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); }, &all.versions);
        keeper.menu = menu_of({slice(all.offline)});
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.display_name = "Name of " + std::string(name);
            identity.municipality_id = here;
            identity.role = http::Role::guide;
            return std::optional(identity);
        };
        return keeper;
    }

    NewDevice device(std::string_view account = "anna") {
        const auto added = all.offline.add_device(here, account, "The bus");
        EXPECT_TRUE(added);
        return added.value_or(NewDevice{});
    }
    std::string new_id() { return base::new_uuid(clock.now()); }
    Answer receive(const Sent& sent, const http::Tenant& tenant = sundsvall) { return receive(sent, clock.now(), tenant); }
    Answer receive(const Sent& sent, base::Instant device_now, const http::Tenant& tenant = sundsvall) {
        return all.offline.receive(tenant, sent, device_now, i18n::translator("en"));
    }
    db::Rows rows(const char* text) {
        const db::Statement statement{"test/rows", text, text};
        return database->read([&](db::Connection& connection) { return connection.query(statement); });
    }
};

}  // namespace digilots::offline
