#pragma once
// Rows of accounts, their sessions, recovery codes and tokens. One function a query or a change.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/accounts.h"
#include "platform/db/connection.h"

namespace digilots::accounts {

struct Account {
    std::string id, municipality_id, email, name, password_hash;
    std::optional<http::Role> role;
    bool is_operator = false;
    std::vector<std::string> networks;
    std::string totp_secret, totp_pending;
    std::int64_t totp_last_step = 0;
    bool disabled = false;
    std::string delete_on;
    base::Instant created_at{};
    std::string unit;        // of the municipality, "" for none
    bool only_unit = false;  // may only change what belongs to it
    bool sees_privacy = false;
    /// The name, else the e-mail address.
    const std::string& shown_name() const { return name.empty() ? email : name; }
};

struct StoredSession {
    Account account;  // without password and second step
    base::Instant created{}, seen{};
};

/// "Anna@Kommun.se" and "anna@kommun.se" are one.
std::string email_key(std::string_view email);

namespace store {

/// False where the address is taken.
bool add_account(db::Connection& connection, const Account& account, base::Instant now);
std::optional<Account> find_account_by_email(db::Connection& connection, std::string_view email);
std::optional<Account> find_account(db::Connection& connection, std::string_view id);
/// The same where it belongs to the municipality.
/// Whether password and second step are still those that were checked, and the account is open.
bool is_as_checked(db::Connection& connection, const Account& checked);
std::optional<Account> find_account(db::Connection& connection, std::string_view municipality_id,
                                    std::string_view id);
std::vector<Account> list_accounts(db::Connection& connection, std::string_view municipality_id);
/// Administrators who can sign in, beside this one.
std::int64_t other_administrators(db::Connection& connection, std::string_view municipality_id,
                                  std::string_view id);

void add_session(db::Connection& connection, std::string_view token_hash, const Account& account,
                 base::Instant now);
std::optional<StoredSession> find_session(db::Connection& connection, std::string_view token_hash);

std::vector<ListedToken> list_tokens(db::Connection& connection, std::string_view municipality_id);

}  // namespace store
}  // namespace digilots::accounts
