#pragma once
// Counts beside a log, on a database of their own, with the demo's municipalities and places.
#include <gtest/gtest.h>

#include "counts/implementation.h"
#include "platform/base/embedded.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::counts {

inline constexpr const char* here = "2281";
inline const std::string library = "sundsvall-kulturmagasinet";
inline const std::string at = "/en/sundsvall/staff/counts";
inline const http::Tenant sundsvall{"2281",       "sundsvall",    "Sundsvall", "Europe/Stockholm",
                                    {"sv", "en"}, "060-19 10 00", true,        ""};

inline base::Date day(const char* text) {
    return base::parse_date(text).value();
}
inline periods::Period week(const char* key) {
    return periods::read(key).value();
}

/// One server on a database that others may share.
struct Server {
    db::Database& database;
    base::TestClock& clock;
    kept::Versions versions{database};
    municipality::Municipalities municipalities{database, versions, clock};
    organisation::Organisation organisation{database, versions, clock};
    directory::Directory directory{database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{database, versions, clock};
    inquiries::Inquiries inquiries{database, directory, municipalities, organisation, own_topics, clock};
    Counts counts{database, clock, {municipalities, directory, own_topics, inquiries, others()}};

    Server(db::Database& opened, base::TestClock& time) : database(opened), clock(time) {
        inquiries.know(counts.tallies());
    }

    register_::Others others() {
        register_::Others others{.links = organisation.link_sources(),
                                 .name_of = [](std::string_view id) { return std::string(id); }};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            others.links.emplace(name, source);
        return others;
    }
    register_::Surroundings around() { return Inside::of(counts).around(here); }
    void import_places() {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        directory::apply_import(database, municipalities,
                                directory::plan_import(database, mapping.value(), "mapping.json"),
                                clock.now());
        versions.refresh();
    }

    std::int64_t figure(const std::vector<measures::Measure>& measures, std::string_view key,
                        const char* from, const char* to, std::map<std::string, std::string> where = {},
                        std::vector<std::string> by = {}) {
        const auto* measure = measures::find_measure(measures, key);
        std::int64_t sum = 0;
        for (const auto& row :
             measure->figures({{here}, {day(from), day(to)}, std::move(by), std::move(where)}))
            sum += row.value.amount;
        return sum;
    }
    /// Of all inquiries.
    std::int64_t asked(const char* from, const char* to, std::map<std::string, std::string> where = {},
                       std::vector<std::string> by = {}) {
        return figure(inquiries.measures(), "inquiries", from, to, std::move(where), std::move(by));
    }
    std::int64_t counted(std::string_view key, const char* from, const char* to,
                         std::map<std::string, std::string> where = {}, std::vector<std::string> by = {}) {
        return figure(counts.measures(), key, from, to, std::move(where), std::move(by));
    }
    void put(const char* source, const char* place, const char* period, std::int64_t number) {
        EXPECT_TRUE(counts.put(around(), {source, place, period, number}, "anna")) << period;
    }
    std::string log(std::vector<std::string> topics) {
        inquiries::Inquiry tap;
        tap.kind = "tally";
        tap.place = library;
        tap.channel = "visit";
        tap.topics = std::move(topics);
        return inquiries.log(sundsvall, tap, "anna", "", "")->id;
    }
};

/// With pages: a session named after a person is theirs; "program" is a token.
struct World {
    base::TestClock clock{testing::at("2026-11-25T15:30:00Z")};  // a Wednesday of week 48
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    http::Server server{{}, routes_of({slice(all.counts)}), gatekeeper(), html::error_page, clock};

    World() { all.import_places(); }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); },
            &all.versions);
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = http::Role::guide;
            return std::optional(identity);
        };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity;
            identity.token_id = "door";
            identity.municipality_id = here;
            identity.scopes = {"counts:write", "counts:read"};
            return std::optional(identity);
        };
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        return keeper;
    }
    testing::PageClient staff(const std::string& name) {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
};

}  // namespace digilots::counts
