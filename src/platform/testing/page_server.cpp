#include "platform/testing/page_server.h"

#include <utility>

#include "platform/html/error_page.h"

namespace digilots::testing {

namespace {

http::Tenant sundsvall() {
    http::Tenant tenant;
    tenant.id = "2281";
    tenant.slug = "sundsvall";
    tenant.name = "Sundsvall";
    tenant.zone = "Europe/Stockholm";
    tenant.languages = {"sv", "nb", "en"};
    tenant.phone = "0980-319 20 05";
    tenant.phone_is_example = true;
    return tenant;
}

http::ServerOptions without_limits() {
    http::ServerOptions options;
    options.rate_limits = false;
    return options;
}

}  // namespace

http::Identity person_with(http::Role role, std::string municipality_id) {
    http::Identity person;
    person.account_id = "0192f0c1-0000-7000-8000-000000000001";
    person.display_name = "Anna Exempel";
    person.municipality_id = std::move(municipality_id);
    person.role = role;
    person.session_id = "hash-of-the-session";
    return person;
}

PageServer::PageServer(http::Routes routes, const base::Clock& clock, const kept::Versions* versions) : tenant(sundsvall()) {
    http::Gatekeeper gatekeeper;
    gatekeeper.find_tenant = [this](std::string_view slug) -> std::optional<http::Tenant> {
        if (slug != tenant.slug) return std::nullopt;
        return tenant;
    };
    gatekeeper.find_session = [this](std::string_view, base::Instant) { return person; };
    gatekeeper.find_token = gatekeeper.find_session;
    gatekeeper.versions = versions;
    gatekeeper.network_exists = [](std::string_view key) { return key == "teo"; };
    server_ = std::make_unique<http::Server>(without_limits(), std::move(routes), std::move(gatekeeper), html::error_page, clock);
}

PageClient PageServer::client() {
    PageClient client(*server_);
    if (person) client.cookies()["session"] = "session-of-the-page-server";
    return client;
}

}  // namespace digilots::testing
