#include <algorithm>

#include "accounts/service.h"
#include "accounts/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

std::optional<i18n::Text> fault_of(std::string_view network, const http::Scopes& scopes) {
    if (scopes.empty()) return TEXT("Choose at least one thing that the key may do.");
    const auto is_of_networks = [](const http::Scope* scope) { return scope->holder == http::Scope::Holder::network_too; };
    if (!network.empty() && !std::ranges::all_of(scopes, is_of_networks)) {
        return TEXT("A network’s key can only read totals.");
    }
    return std::nullopt;
}

std::vector<std::string> keys_of(const http::Scopes& scopes) {
    std::vector<std::string> keys;
    for (const auto* scope : scopes) keys.emplace_back(scope->key);
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

Outcome<std::string> Service::add_token(std::string_view municipality_id, std::string_view network,
                                        std::string_view name, const http::Scopes& scopes,
                                        std::string_view actor, std::string_view form_key) {
    if (const auto fault = fault_of(network, scopes)) return base::failure(*fault);
    const auto chosen = keys_of(scopes);
    const auto now = clock_.now();
    const auto shown = base::clean(name);
    if (base::length(shown) > longest_name) return base::failure(TEXT("The name may have at most 100 characters."));
    const std::string content = "token\n" + std::string(municipality_id) + "\n" + std::string(network) + "\n" + shown + "\n" +
                                base::joined(chosen, ",");
    const auto id = base::id_from_form(form_key, content, now);
    const auto token = "dgl_" + base::random_token();
    return database_.write([&](db::Connection& connection) -> std::string {
        const auto added = connection.execute(sql::add_token, id, municipality_id, network, shown,
                                              base::sha256_hex(token), base::joined(chosen, ","), base::format_utc(now));
        if (added == 0) return "";
        audit::record(
            connection,
            {std::string(municipality_id), std::string(actor), "key added", "token:" + id, "scopes"}, now);
        return token;
    });
}

Outcome<void> Service::revoke_token(std::string_view municipality_id, std::string_view id,
                                    std::string_view actor) {
    const auto now = clock_.now();
    return database_.write([&](db::Connection& connection) -> Outcome<void> {
        if (connection.execute(sql::revoke_token, municipality_id, id, base::format_utc(now)) == 0) {
            return base::failure(TEXT("There is no such key, or it is revoked already."));
        }
        audit::record(
            connection,
            {std::string(municipality_id), std::string(actor), "key revoked", "token:" + std::string(id), ""},
            now);
        return {};
    });
}

std::vector<ListedToken> Service::tokens(std::string_view municipality_id) {
    return database_.read(
        [&](db::Connection& connection) { return store::list_tokens(connection, municipality_id); });
}

}  // namespace digilots::accounts
