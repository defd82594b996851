#include "accounts/accounts.h"
#include "accounts/account_store.h"

#include "accounts/pages.h"
#include "accounts/service.h"
#include "accounts/sql.h"

namespace digilots::accounts {

namespace {

constexpr std::string_view by_operator = "operator";

// At the terminal the source language is shown.
template <class T>
base::Result<T, std::string> in_english(Outcome<T> outcome) {
    if (!outcome) return base::failure(std::string(outcome.error().id));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*outcome);
}

}  // namespace

struct Accounts::Implementation {
    Service service;
};

Service& Inside::service(Accounts& accounts) {
    return accounts.implementation_->service;
}

Accounts::Accounts(db::Database& database, const base::Clock& clock, const organisation::Organisation* organisation,
                   Letters letters)
    : implementation_(new Implementation{Service(database, clock, organisation, std::move(letters))}) {}

Accounts::~Accounts() = default;

void Accounts::know(Leaving leaving) { implementation_->service.know(std::move(leaving)); }

void Accounts::know(PeriodOf period_of) { implementation_->service.know(std::move(period_of)); }

std::optional<http::Identity> Accounts::find_session(std::string_view session_token, base::Instant now) {
    return implementation_->service.find_session(session_token, now);
}

http::Response Accounts::ask_to_sign_in(const http::Request& request, const http::TypedForm& typed) {
    return accounts::ask_to_sign_in(request, typed, implementation_->service);
}

std::optional<http::Identity> Accounts::find_token(std::string_view bearer, base::Instant now) {
    return implementation_->service.find_token(bearer, now);
}

base::Result<std::string, std::string> Accounts::add(const NewAccount& account) {
    return in_english(implementation_->service.add(account, by_operator));
}

base::Result<std::vector<std::string>, std::string> Accounts::disable(std::string_view municipality_id,
                                                                       std::string_view email, std::string_view successor) {
    auto& service = implementation_->service;
    const auto account = service.find_by_email(email), next = service.find_by_email(successor);
    if (!successor.empty() && !next) return base::failure("There is no account with the address " + std::string(successor) + ".");
    const std::string id = account ? account->id : "";
    std::vector<std::string> held;
    for (const auto& function : service.functions_of(municipality_id, id)) held.push_back(function.title);
    const auto done =
        service.disable(municipality_id, id, by_operator, LastAdministrator::may_go, next ? std::string_view(next->id) : "");
    if (!done) return base::failure(std::string(done.error().id));
    return held;
}

base::Result<std::string, std::string> Accounts::add_token(std::string_view municipality_id,
                                                           std::string_view name,
                                                           const http::Scopes& scopes) {
    return in_english(implementation_->service.add_token(municipality_id, "", name, scopes, by_operator));
}

base::Result<std::string, std::string> Accounts::add_network_token(std::string_view network,
                                                                   std::string_view name,
                                                                   const http::Scopes& scopes) {
    return in_english(implementation_->service.add_token("", network, name, scopes, by_operator));
}

base::Result<void, std::string> Accounts::revoke_token(std::string_view municipality_id,
                                                       std::string_view token_id) {
    return in_english(implementation_->service.revoke_token(municipality_id, token_id, by_operator));
}

bool Accounts::is_open(db::Connection& connection, std::string_view municipality_id, std::string_view account_id) {
    const auto account = store::find_account(connection, municipality_id, account_id);
    return account && !account->disabled;
}

bool Accounts::works_in(db::Connection& connection, std::string_view municipality_id, std::string_view unit) {
    return !connection.query(sql::account_of_unit, municipality_id, unit).empty();
}

std::optional<http::Identity> Accounts::identity_of(std::string_view account_id) const {
    const auto account = implementation_->service.find(account_id);
    if (!account) return std::nullopt;
    return accounts::identity_of(*account, "");
}

std::string Accounts::name_of(std::string_view account_id) const {
    const auto account = implementation_->service.find(account_id);
    return !account ? "" : account->name.empty() ? account->email : account->name;
}

std::vector<ListedAccount> Accounts::accounts_of(std::string_view municipality_id) const {
    std::vector<ListedAccount> listed;
    for (const auto& account : implementation_->service.list(municipality_id)) {
        listed.push_back({account.id, account.email, account.role, account.is_operator, account.disabled,
                          account.networks, account.name, account.delete_on, !account.totp_secret.empty(), account.unit});
    }
    return listed;
}

std::vector<ListedToken> Accounts::tokens_of(std::string_view municipality_id) {
    return implementation_->service.tokens(municipality_id);
}

}  // namespace digilots::accounts
