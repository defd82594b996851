#include "directory/directory_world.h"

#include "directory/record.h"
#include "platform/base/embedded.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/register/records.h"
#include "platform/testing/database.h"

namespace digilots::directory {
namespace {

http::Gatekeeper gatekeeper(const municipality::Municipalities& municipalities, const Directory& directory,
                            const kept::Versions& versions) {
    http::Gatekeeper keeper;
    keeper.fill_again = html::form_again;
    keeper.has_changed_since = html::has_changed_since;
    keeper.find_tenant = [&](std::string_view slug) { return municipalities.find_tenant(slug); };
    keeper.find_session = [](std::string_view session, base::Instant) -> std::optional<http::Identity> {
        if (!session.starts_with("editor")) return std::nullopt;
        http::Identity identity;
        identity.account_id = "account-1";
        identity.display_name = "Editor";
        identity.municipality_id = session.size() > 7 ? session.substr(7) : "2281";
        identity.role = http::Role::editor;
        if (constexpr std::string_view of_unit = "editor-of-"; session.starts_with(of_unit)) {
            identity.municipality_id = "2281";
            identity.unit = session.substr(of_unit.size());
            identity.only_unit = true;
        }
        return identity;
    };
    keeper.find_token = [](std::string_view, base::Instant) { return std::nullopt; };
    keeper.network_exists = [](std::string_view) { return false; };
    keeper.versions = &versions;
    keeper.languages = {"sv", "nb", "en", "ar"};
    keeper.shell = made_from;
    keeper.next_change = [&](std::string_view id, base::Instant now) { return directory.next_change(id, now); };
    return keeper;
}

/// What is asked for many times over is no attack here.
http::ServerOptions without_limits() {
    http::ServerOptions options;
    options.rate_limits = false;
    return options;
}

}  // namespace

DirectoryWorld::DirectoryWorld()
    : clock(testing::at("2026-11-23T09:00:00Z")),
      database(testing::fresh_database()),
      versions(*database),
      municipalities(*database, versions, clock),
      organisation(*database, versions, clock),
      directory(*database, versions, municipalities, organisation, clock),
      server(without_limits(), routes_of({slice(directory, *database, municipalities, clock, {})}),
             gatekeeper(municipalities, directory, versions),
             html::error_page, clock) {
    import(mapping());
}

std::unique_ptr<http::Server> DirectoryWorld::server_with(const MapTiles& tiles) {
    return std::make_unique<http::Server>(without_limits(), routes_of({slice(directory, *database, municipalities, clock, tiles)}),
                                          gatekeeper(municipalities, directory, versions), html::error_page, clock);
}

ImportPlan DirectoryWorld::import(const std::string& text) {
    auto plan = plan_import(*database, text, "mapping.json");
    apply_import(*database, municipalities, plan, clock.now());
    return plan;
}

bool DirectoryWorld::change(std::string_view municipality, RecordKind kind, std::string_view id, const Facts& facts) {
    auto& records = directory.records(kind);
    Record typed;
    put_facts(typed, kind, facts);
    return records.take_step(records.around(municipality), id, {"changed", typed.columns}, "account-1");
}

std::string DirectoryWorld::mapping() { return std::string(*base::embedded_file("data/demo/mapping.json")); }

}  // namespace digilots::directory
