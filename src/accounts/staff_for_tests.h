#pragma once
// Two municipalities with people, served whole: for the tests of this folder.
#include <memory>
#include <string>
#include <utility>

#include "accounts/accounts.h"
#include "municipality/municipality.h"
#include "platform/base/ensure.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/http/server.h"
#include "platform/register/table_kind.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"

namespace digilots::accounts {

inline constexpr const char* sundsvall = "2281";
inline constexpr const char* harnosand = "2280";
inline constexpr const char* right_password = "correct horse battery";

inline constexpr http::Scope write_log{"log:write", i18n::Text{"log inquiries"}}, read_log{"log:read", i18n::Text{"read inquiries"}},
    read_totals{"totals:read", i18n::Text{"read statistics"}, http::Scope::Holder::network_too};

/// As other slices say them.
inline const audit::Words words_of_a_log{
    .actions = {i18n::Text{"inquiry corrected"}, i18n::Text{"inquiry deleted"}},
    .records = {{"inquiry", i18n::Text{"Entry in the questions log"}, "/staff/inquiries/"}},
    .fields = {{"topics", i18n::Text{"Topics"}}, {"minutes", i18n::Text{"Help time"}}, {"at", i18n::Text{"Time"}}},
};
inline const audit::Words words_of_figures{
    .actions = {i18n::Text{"direction changed"}, i18n::Text{"e-service changed"}},
    .records = {{"indicator", i18n::Text{"Indicator"}}, {"e_service", i18n::Text{"E-service"}}},
    .fields = {{"high", i18n::Text{"Direction"}}, {"e_id_required", i18n::Text{"Only with e-identification"}},
               {"at", i18n::Text{"Reached"}}},
};

struct StaffWorld {
    explicit StaffWorld(Letters given = {}) : letters(std::move(given)) {
        for (const auto* id : {sundsvall, harnosand}) {
            municipalities.activate(id,
                                    municipality::default_settings(*municipality::Municipalities::find(id)));
        }
        municipalities.save_network({"teo", "TEO", {sundsvall, harnosand}});
        auto routes = accounts::routes(accounts, municipalities, {&write_log, &read_log, &read_totals},
                                       {accounts::slice(accounts, municipalities).trail, words_of_figures, words_of_a_log});
        for (auto& route : municipality::routes(municipalities, {})) routes.push_back(std::move(route));
        for (const auto& table : accounts::slice(accounts, municipalities).tables)
            for (auto& route : register_::table_routes(table)) routes.push_back(std::move(route));
        for (const auto* path : {"/{municipality}/staff/", "/{municipality}/staff/inquiries"}) {
            routes.push_back({http::Method::get, path, http::Access::guide, [](const http::Request& request) {
                                  return http::text("desk of " + request.tenant->name);
                              }});
        }
        for (const auto* scope : {&write_log, &read_log, &read_totals}) {
            routes.push_back({http::Method::get, "/api/v1/{municipality}/" + std::string(scope->key),
                              http::Access::token(*scope), [](const http::Request&) { return http::json("{}"); }});
        }
        routes.push_back({http::Method::get, "/api/v1/networks/{network}/statistics",
                          http::Access::token(read_totals),
                          [](const http::Request&) { return http::json("{}"); }});
        server = std::make_unique<http::Server>(http::ServerOptions{}, std::move(routes), gatekeeper(),
                                                html::error_page, clock);
    }

    http::Gatekeeper gatekeeper() {
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return municipalities.find_tenant(slug); };
        keeper.find_session = [this](std::string_view token, base::Instant now) {
            return accounts.find_session(token, now);
        };
        keeper.find_token = [this](std::string_view token, base::Instant now) {
            return accounts.find_token(token, now);
        };
        keeper.ask_to_sign_in = [this](const http::Request& request, const http::TypedForm& typed) {
            return accounts.ask_to_sign_in(request, typed);
        };
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        keeper.network_exists = [this](std::string_view key) {
            return municipalities.network(key).has_value();
        };
        keeper.versions = &versions;
        return keeper;
    }

    std::string add(const char* municipality, const std::string& email, http::Role role) {
        NewAccount account;
        account.municipality_id = municipality;
        account.email = email;
        account.password = right_password;
        account.role = role;
        const auto added = accounts.add(account);
        ENSURE(added.has_value());
        return *added;
    }

    testing::PageClient client() { return testing::PageClient(*server); }
    testing::PageClient signed_in(const std::string& email) {
        auto person = client();
        person.sign_in(email, right_password);
        return person;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    const Letters letters;
    Accounts accounts{*database, clock, &organisation, letters};
    std::unique_ptr<http::Server> server;
};

}  // namespace digilots::accounts
