#include "accounts/service.h"
#include "accounts/sql.h"
#include "accounts/totp.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

audit::Entry own_entry(const Account& account, const char* action, const char* detail) {
    return {account.municipality_id, account.id, action, "account:" + account.id, detail};
}

constexpr auto wrong_code = TEXT(
    "The code is wrong. Check that the phone’s clock is right and write the code that the app "
    "shows now.");

}  // namespace

// A stolen session must not become a way to guess the password.
Outcome<void> Service::check_own_password(const Account& account, std::string_view password,
                                          std::string_view address) {
    const std::vector<GuessKey> keys{{"own:" + account.id + "@" + address_key(address), 5}};
    if (throttle_.wait(keys, clock_.now())) return base::failure(too_many_attempts);
    const auto place = pool_.enter();
    Guess guess(throttle_, keys, clock_.now());
    if (guess.wait()) return base::failure(too_many_attempts);
    if (!place.verify(account.password_hash, password)) {
        guess.was_wrong(clock_.now());
        return base::failure(wrong_password);
    }
    guess.was_right();
    return {};
}

Outcome<std::string> Service::change_password(std::string_view id, std::string_view old_password,
                                              std::string_view new_password, std::string_view address) {
    const auto account = find(id);
    ENSURE(account.has_value());
    if (const auto right = check_own_password(*account, old_password, address); !right)
        return base::failure(right.error());
    if (const auto fault = password_fault(new_password, account->email)) return base::failure(*fault);
    const auto hash = pool_.enter().hash(new_password);
    const auto now = clock_.now();
    const auto token = base::random_token();
    return database_.write([&](db::Connection& connection) -> Outcome<std::string> {
        if (!store::is_as_checked(connection, *account)) return base::failure(wrong_password);
        connection.execute(sql::set_password, id, hash);
        connection.execute(sql::delete_links_of_account, id);
        connection.execute(sql::delete_sessions_of_account, id);
        store::add_session(connection, base::sha256_hex(token), *account, now);
        audit::record(connection, own_entry(*account, "password changed", "password"), now);
        return token;
    }, db::Isolation::deciding);
}

void Service::start_second_step(std::string_view id) {
    const auto secret = new_totp_secret();
    database_.write(
        [&](db::Connection& connection) { connection.execute(sql::set_totp_pending, id, secret); });
}

Outcome<std::vector<std::string>> Service::confirm_second_step(std::string_view id, std::string_view code) {
    using Codes = Outcome<std::vector<std::string>>;
    const auto account = find(id);
    ENSURE(account.has_value());
    const auto now = clock_.now();
    const auto step =
        account->totp_pending.empty() ? std::nullopt : totp_step(account->totp_pending, code, now);
    if (!step) return base::failure(wrong_code);
    auto codes = new_recovery_codes();
    return database_.write([&](db::Connection& connection) -> Codes {
        // Confirmed, begun anew or taken away meanwhile: the codes below would belong to nothing.
        const auto present = store::find_account(connection, id);
        if (!present || present->totp_pending != account->totp_pending) return base::failure(wrong_code);
        connection.execute(sql::set_totp, id, account->totp_pending, *step);
        connection.execute(sql::delete_recovery_codes, id);
        for (const auto& one : codes) {
            connection.execute(sql::add_recovery_code, account->municipality_id, id,
                               base::sha256_hex(plain_code(one)));
        }
        audit::record(connection, own_entry(*account, "second step turned on", "second step"), now);
        return codes;
    }, db::Isolation::deciding);
}

Outcome<void> Service::remove_second_step(std::string_view id, std::string_view password,
                                          std::string_view address) {
    const auto account = find(id);
    ENSURE(account.has_value());
    if (const auto right = check_own_password(*account, password, address); !right)
        return base::failure(right.error());
    const auto now = clock_.now();
    return database_.write([&](db::Connection& connection) -> Outcome<void> {
        if (!store::is_as_checked(connection, *account)) return base::failure(wrong_password);
        connection.execute(sql::set_totp, id, "", 0);
        connection.execute(sql::delete_recovery_codes, id);
        audit::record(connection, own_entry(*account, "second step turned off", "second step"), now);
        return {};
    }, db::Isolation::deciding);
}

}  // namespace digilots::accounts
