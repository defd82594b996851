#pragma once
// One installation of several that send each other what is released: the whole program on a database of its own.
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/application.h"
#include "network/network.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"

namespace digilots::app {

class InstallationForTests {
public:
    InstallationForTests(const base::Clock& clock, const std::vector<std::string>& served, bool has_rate_limits = false)
        : database_(testing::fresh_database()), application(std::make_unique<Application>(*database_, "", clock)) {
        for (const auto& id : served)
            application->municipalities.activate(
                id, municipality::default_settings(*application->municipalities.about(id)));
        auto keeper = application->gatekeeper();
        // "2281/coordinator", "2281/guide/UNIT", "viewer/teo" is whose session it is.
        keeper.find_session = [](std::string_view session, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = session;
            if (session.starts_with("viewer/")) {
                identity.networks = {std::string(session.substr(session.find('/') + 1))};
                return std::optional(identity);
            }
            identity.municipality_id = session.substr(0, session.find('/'));
            auto role = session.substr(session.find('/') + 1);
            if (const auto at = role.find('/'); at != role.npos) {
                identity.unit = std::string(role.substr(at + 1));
                role = role.substr(0, at);
            }
            identity.role = role == "guide"         ? http::Role::guide
                            : role == "coordinator" ? http::Role::coordinator
                                                    : http::Role::administrator;
            return std::optional(identity);
        };
        http::ServerOptions options;
        options.rate_limits = has_rate_limits;
        server_ = std::make_unique<http::Server>(options, application->routes(), std::move(keeper), html::error_page, clock);
    }

    testing::PageClient as(const std::string& session) {
        testing::PageClient client(*server_);
        if (!session.empty()) client.cookies()["session"] = session;
        return client;
    }
    /// At noon, so many about that topic.
    void log(const std::string& municipality, const char* day, int number, const char* topic) {
        const auto tenant = *application->municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
        application->database.write([&](db::Connection& connection) {
            for (int at = 0; at < number; ++at) {
                inquiries::Inquiry one;
                one.channel = "visit";
                one.outcome = "answered";
                one.topics = {topic};
                one.at = base::from_civil(base::parse_date(day).value(), 12, 0, tenant.zone);
                application->inquiries.log_within(connection, tenant, one, "guide");
            }
        });
    }
    void release() { application->releases.make_until(application->releases.due()); }
    register_::Records& records(std::string_view key) {
        for (auto* one : all_of(application->slices, &Slice::registers))
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    std::string add(std::string_view key, const char* municipality, const register_::Draft& draft) {
        auto& kind = records(key);
        const auto added = kind.add(kind.around(municipality), draft, "anna");
        return added ? added->id : "";
    }
    /// What it sends to a network, as `digilots network aggregate` writes it.
    std::string aggregate(const network::KeyPair& keys, const char* member, const char* period, const char* to = "teo") {
        return network::text_of(network::signed_with(
            keys.secret_key, network::payload_of(application->releases, to, member, *periods::read(period))));
    }
    int send_to(InstallationForTests& other, const std::string& file, const char* to = "teo") {
        return other.as("").send(http::Method::post, "/api/v1/networks/" + std::string(to) + "/aggregates", file,
                                 {{"Content-Type", "application/json"}})
            .status;
    }

private:
    std::unique_ptr<db::Database> database_;

public:
    std::unique_ptr<Application> application;

private:
    std::unique_ptr<http::Server> server_;
};

/// A record that somebody shares on a level, with a title that stands in all that is read of it.
struct Told {
    std::string title, level, kind, path, id;
};

/// An address with one of its parts said: "{municipality}" → "timra".
inline std::string address_with(std::string path, const std::string& name, const std::string& value) {
    const auto at = path.find(name);
    return at == path.npos ? path : path.replace(at, name.size(), value);
}

/// Titles of `all` that `reader` reads at these addresses. Reading what `may_read(reader, level)` forbids is a failure
/// that names the address.
template <class MayRead>
std::set<std::string> titles_read_by(InstallationForTests& here, const std::string& reader,
                                     const std::set<std::string>& paths, const std::vector<Told>& all, MayRead may_read) {
    std::set<std::string> seen;
    auto client = here.as(reader);
    for (const auto& path : paths) {
        const auto page = client.get_once(path);
        EXPECT_LT(page.status, 500) << path << " by " << reader;
        for (const auto& one : all) {
            if (page.html.find(one.title) == page.html.npos) continue;
            seen.insert(one.title);
            EXPECT_TRUE(may_read(reader, one.level))
                << path << " tells " << reader << " a " << one.kind << " of the level " << one.level;
        }
    }
    return seen;
}

}  // namespace digilots::app
