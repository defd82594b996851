#pragma once
// The desk, the list and the API of the log, with a guide signed in.
#include "inquiries/log_for_tests.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "platform/search/index.h"
#include "platform/testing/page_client.h"
#include "referral/referral.h"

namespace digilots::inquiries {

inline std::string visit_without_time() { return R"({"topics":["bank"],"channel":"visit","outcome":"answered"})"; }

struct DeskWorld {
    LogForTests log;
    std::unique_ptr<search::Index> index = search::memory_index();
    referral::Referral referral{*log.database,       log.versions,   log.directory, *index,
                                log.municipalities, log.own_topics, log.clock};
    http::Server server{{}, routes_of({slice(log.inquiries, referral)}), gatekeeper(), html::error_page, log.clock};
    testing::PageClient client{server};

    explicit DeskWorld(std::unique_ptr<db::Database> opened = testing::fresh_database()) : log(std::move(opened)) {
        referral.reindex();
        client.cookies()["session"] = "guide";
    }

    http::Gatekeeper gatekeeper() {
        http::Gatekeeper keeper;
        keeper.menu = menu_of({slice(log.inquiries, referral)});
        keeper.fill_again = html::form_again;
        keeper.has_changed_since = html::has_changed_since;
        keeper.find_tenant = [this](std::string_view slug) { return log.municipalities.find_tenant(slug); };
        keeper.find_session = [](std::string_view session, base::Instant) { return person(session); };
        keeper.find_token = [](std::string_view bearer, base::Instant) { return token(bearer); };
        return keeper;
    }

    static std::optional<http::Identity> person(std::string_view name) {
        http::Identity identity;
        identity.account_id = name;
        identity.session_id = name;
        identity.municipality_id = name == "neighbour" ? "2280" : "2281";
        if (constexpr std::string_view of_unit = "coordinator-of-"; name.starts_with(of_unit)) {
            identity.unit = name.substr(of_unit.size());
            identity.only_unit = true;
            identity.role = http::Role::coordinator;
            return identity;
        }
        if (name == "administrator") {
            identity.role = http::Role::administrator;
            return identity;
        }
        identity.role = name == "coordinator" || name == "neighbour" ? http::Role::coordinator : http::Role::guide;
        return identity;
    }

    static std::optional<http::Identity> token(std::string_view bearer) {
        http::Identity identity;
        identity.token_id = bearer;
        identity.municipality_id = "2281";
        identity.scopes = {"inquiries:write", "inquiries:read"};
        return identity;
    }

    testing::Page post(std::string body, std::string key = "", std::string language = "en") {
        client.accept_language = language;
        std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer t"},
                                                                 {"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        return client.send(http::Method::post, "/api/v1/sundsvall/inquiries", std::move(body), headers);
    }

    testing::Page read(std::string_view url) { return client.send(http::Method::get, url, "", {{"Authorization", "Bearer t"}}); }
};

}  // namespace digilots::inquiries
