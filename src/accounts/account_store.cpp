#include "accounts/account_store.h"

#include "accounts/sql.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace digilots::accounts {

namespace {

std::optional<http::Role> role_of(const db::Row& row) {
    const auto role = row.get<std::optional<std::int64_t>>("role");
    if (!role) return std::nullopt;
    return static_cast<http::Role>(*role);
}

Account read_account(const db::Row& row) {
    Account account;
    account.id = row.text("id");
    account.municipality_id = row.text("municipality_id");
    account.email = row.text("email");
    account.name = row.text("name");
    account.password_hash = row.text("password_hash");
    account.role = role_of(row);
    account.is_operator = row.flag("is_operator");
    account.networks = base::separated(row.text("networks"), ',');
    account.unit = row.text("unit");
    account.only_unit = row.flag("only_unit");
    account.sees_privacy = row.flag("sees_privacy");
    account.totp_secret = row.text("totp_secret");
    account.totp_pending = row.text("totp_pending");
    account.totp_last_step = row.integer("totp_last_step");
    account.disabled = row.get<std::optional<std::string>>("disabled_at").has_value();
    account.delete_on = row.text_or_empty("delete_on");
    account.created_at = base::parse_utc(row.text("created_at")).value_or(base::Instant{});
    return account;
}

std::optional<Account> only_account(const db::Rows& rows) {
    if (rows.empty()) return std::nullopt;
    return read_account(rows[0]);
}

}  // namespace

std::string email_key(std::string_view email) {
    return base::lower(base::trim(email));
}

namespace store {

bool add_account(db::Connection& connection, const Account& account, base::Instant now) {
    std::optional<int> role;
    if (account.role) role = static_cast<int>(*account.role);
    return connection.execute(sql::add_account, account.id, account.municipality_id, account.email,
                              email_key(account.email), account.name, account.password_hash, role,
                              account.is_operator, base::joined(account.networks, ","), base::format_utc(now), account.unit,
                              account.only_unit, account.sees_privacy) == 1;
}

std::optional<Account> find_account_by_email(db::Connection& connection, std::string_view email) {
    return only_account(connection.query(sql::find_account_by_email, email_key(email)));
}

std::optional<Account> find_account(db::Connection& connection, std::string_view id) {
    return only_account(connection.query(sql::find_account, id));
}

std::optional<Account> find_account(db::Connection& connection, std::string_view municipality_id,
                                    std::string_view id) {
    auto account = find_account(connection, id);
    if (account && account->municipality_id != municipality_id) return std::nullopt;
    return account;
}

bool is_as_checked(db::Connection& connection, const Account& checked) {
    const auto present = find_account(connection, checked.id);
    return present && !present->disabled && present->password_hash == checked.password_hash &&
           present->totp_secret == checked.totp_secret;
}

std::vector<Account> list_accounts(db::Connection& connection, std::string_view municipality_id) {
    std::vector<Account> accounts;
    const auto rows = connection.query(sql::list_accounts, municipality_id);
    for (const auto row : rows) accounts.push_back(read_account(row));
    return accounts;
}

std::int64_t other_administrators(db::Connection& connection, std::string_view municipality_id,
                                  std::string_view id) {
    const auto rows = connection.query(sql::count_administrators, municipality_id, id);
    return rows[0].integer("administrators");
}

void add_session(db::Connection& connection, std::string_view token_hash, const Account& account,
                 base::Instant now) {
    connection.execute(sql::add_session, token_hash, account.municipality_id, account.id,
                       base::format_utc(now));
}

std::optional<StoredSession> find_session(db::Connection& connection, std::string_view token_hash) {
    const auto rows = connection.query(sql::find_session, token_hash);
    if (rows.empty()) return std::nullopt;
    const auto row = rows[0];
    StoredSession session;
    session.account.id = row.text("id");
    session.account.municipality_id = row.text("municipality_id");
    session.account.email = row.text("email");
    session.account.name = row.text("name");
    session.account.role = role_of(row);
    session.account.is_operator = row.flag("is_operator");
    session.account.networks = base::separated(row.text("networks"), ',');
    session.account.unit = row.text("unit");
    session.account.only_unit = row.flag("only_unit");
    session.account.sees_privacy = row.flag("sees_privacy");
    session.created = base::parse_utc(row.text("created_at")).value_or(base::Instant{});
    session.seen = base::parse_utc(row.text("seen_at")).value_or(base::Instant{});
    return session;
}

std::vector<ListedToken> list_tokens(db::Connection& connection, std::string_view municipality_id) {
    std::vector<ListedToken> tokens;
    const auto rows = connection.query(sql::list_tokens, municipality_id);
    for (const auto row : rows) {
        ListedToken token;
        token.id = row.text("id");
        token.name = row.text("name");
        token.network = row.text("network");
        token.scopes = base::separated(row.text("scopes"), ',');
        token.created_on = row.text("created_at").substr(0, 10);
        token.last_used_on = row.text("last_used_on");
        token.revoked = row.get<std::optional<std::string>>("revoked_at").has_value();
        tokens.push_back(std::move(token));
    }
    return tokens;
}

}  // namespace store
}  // namespace digilots::accounts
