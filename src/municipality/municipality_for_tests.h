#pragma once
// Two active municipalities served by this slice alone; who asks is told by the cookie: "guide",
// "administrator".
#include <memory>
#include <string>

#include "municipality/municipality.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/page_client.h"

namespace digilots::municipality {

inline constexpr const char* sundsvall = "2281";
inline constexpr const char* harnosand = "2280";

struct MunicipalityWorld {
    MunicipalityWorld() {
        for (const auto* id : {sundsvall, harnosand})
            municipalities.activate(id, default_settings(*Municipalities::find(id)));
        const DeskChoices desks = [](std::string_view) {
            return std::vector<DeskChoice>{{"kc", "Kontaktcenter"}};
        };
        auto gatekeeper = testing::gatekeeper_for(
            sundsvall, [this](std::string_view slug) { return municipalities.find_tenant(slug); }, &versions);
        server = std::make_unique<http::Server>(http::ServerOptions{}, routes_of({slice(municipalities, desks)}),
                                                std::move(gatekeeper), html::error_page, clock);
    }

    testing::PageClient visitor() { return testing::PageClient(*server); }
    testing::PageClient signed_in(const std::string& role) {
        testing::PageClient client(*server);
        client.cookies()["session"] = role;
        return client;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    kept::Versions versions{*database};
    Municipalities municipalities{*database, versions, clock};
    std::unique_ptr<http::Server> server;
};

}  // namespace digilots::municipality
