#include <algorithm>

#include "accounts/sealed_form.h"
#include "accounts/service.h"
#include "accounts/signature.h"
#include "accounts/sql.h"
#include "accounts/totp.h"
#include "platform/audit/audit.h"
#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

constexpr int free_by_account = 5;
constexpr int free_by_address = 20;
constexpr int free_by_device = 10;
constexpr int free_codes = 5;

// A browser that has signed in as this person before is counted by itself: whoever guesses elsewhere cannot
// shut it out.
std::vector<GuessKey> keys_of(const SignInAttempt& attempt, const std::string& account_id,
                              const std::string& device) {
    if (!device.empty()) return {{"device:" + device + ":" + account_id, free_by_device}};
    const auto address = address_key(attempt.address);
    return {{"account:" + base::sha256_hex(email_key(attempt.email)) + "@" + address, free_by_account},
            {"address:" + address, free_by_address}};
}

SignIn must_wait(std::chrono::seconds wait, std::string ticket = "") {
    SignIn result;
    result.state = SignInState::wait;
    result.wait = wait;
    result.ticket = std::move(ticket);
    return result;
}

}  // namespace

SignIn Service::sign_in(const SignInAttempt& attempt) {
    return attempt.ticket.empty() ? check_password(attempt) : check_code(attempt);
}

// Unknown, closed and wrong take the same time and get the same answer.
SignIn Service::check_password(const SignInAttempt& attempt) {
    const auto now = clock_.now();
    const auto account = find_by_email(attempt.email);
    const auto id = account ? account->id : std::string();
    const auto device = find_device(secret(), attempt.device_cookie, id.empty() ? "nobody" : id, now);
    const auto keys = keys_of(attempt, id, device);
    SignIn result;
    if (const auto wait = throttle_.wait(keys, now)) return must_wait(*wait);

    const auto place = pool_.enter();
    // Of many guesses at once, only as many as fit in here pass the first look.
    Guess guess(throttle_, keys, clock_.now());
    if (guess.wait()) return must_wait(*guess.wait());
    const bool has_password = account && !account->password_hash.empty();
    const bool right = has_password ? place.verify(account->password_hash, attempt.password)
                                    : place.verify_nothing(attempt.password);
    if (!right || !account || account->disabled) {
        guess.was_wrong(clock_.now());
        return result;
    }
    guess.was_right();
    if (account->totp_secret.empty()) return open_session(*account, attempt);
    result.ticket = make_ticket(secret(), account->id, now);
    if (!attempt.code.empty()) {
        auto second = attempt;
        second.ticket = result.ticket;
        return check_code(second);
    }
    result.state = SignInState::code_needed;
    return result;
}

SignIn Service::check_code(const SignInAttempt& attempt) {
    const auto now = clock_.now();
    SignIn result;
    result.ticket = attempt.ticket;
    const auto account = find(read_ticket(secret(), attempt.ticket, now));
    if (!account || account->disabled || account->totp_secret.empty()) {
        result.state = SignInState::ticket_over;
        return result;
    }
    // Whoever comes this far knows the password, so codes are counted for the account, wherever the guesses
    // come from.
    const auto device = find_device(secret(), attempt.device_cookie, account->id, now);
    Guess guess(throttle_, {{"code:" + account->id + ":" + device, free_codes}}, now);
    if (guess.wait()) return must_wait(*guess.wait(), attempt.ticket);
    if (!uses_up_code(*account, attempt.code, now)) {
        guess.was_wrong(clock_.now());
        result.state = SignInState::code_wrong;
        return result;
    }
    guess.was_right();
    return open_session(*account, attempt);
}

bool Service::uses_up_code(const Account& account, std::string_view code, base::Instant now) {
    const auto step = totp_step(account.totp_secret, code, now);
    return database_.write([&](db::Connection& connection) {
        if (step) return connection.execute(sql::use_totp_step, account.id, *step, latest_totp_step(now)) == 1;
        return connection.execute(sql::use_recovery_code, account.id, base::sha256_hex(plain_code(code))) ==
               1;
    });
}

SignIn Service::open_session(const Account& account, const SignInAttempt& attempt) {
    const auto now = clock_.now();
    SignIn result;
    result.state = SignInState::signed_in;
    result.account = account;
    result.session_token = base::random_token();
    result.device_cookie = add_device(secret(), attempt.device_cookie, account.id, now);
    const bool opened = database_.write([&](db::Connection& connection) {
        // Closed, or given another password, while this one was being checked.
        if (!store::is_as_checked(connection, account)) return false;
        if (!attempt.old_session.empty())
            connection.execute(sql::delete_session, base::sha256_hex(attempt.old_session));
        store::add_session(connection, base::sha256_hex(result.session_token), account, now);
        audit::record(connection,
                      {account.municipality_id, account.id, "signed in", "account:" + account.id, ""}, now);
        return true;
    }, db::Isolation::deciding);
    return opened ? result : SignIn{};
}

void Service::sign_out(std::string_view session_token) {
    database_.write([&](db::Connection& connection) {
        connection.execute(sql::delete_session, base::sha256_hex(session_token));
    });
}

std::string Service::seal(const http::TypedForm& typed) {
    return accounts::seal(secret(), typed, clock_.now()).value_or("");
}

std::optional<http::TypedForm> Service::unseal(std::string_view sealed, std::string_view account_id) {
    if (sealed.empty()) return std::nullopt;
    return accounts::unseal(secret(), sealed, account_id, clock_.now());
}

// Made by whichever process needs it first; all others read the same.
std::string Service::secret() {
    const base::Lock lock(secret_mutex_);
    if (!secret_.empty()) return secret_;
    const auto stored = [&](db::Connection& connection) {
        const auto rows = connection.query(sql::find_secret, "signing");
        return rows.empty() ? std::string() : rows[0].text("secret");
    };
    secret_ = database_.read(stored);
    if (secret_.empty()) {
        const auto made = base::random_token();
        secret_ = database_.write([&](db::Connection& connection) {
            connection.execute(sql::add_secret, "signing", made);
            return stored(connection);
        });
    }
    return secret_;
}

}  // namespace digilots::accounts
