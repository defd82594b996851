#include "accounts/links.h"

#include "accounts/service.h"
#include "accounts/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace digilots::accounts {

namespace {

constexpr int free_asks_for_one = 3, free_asks_from_address = 10;
constexpr const char* kind_of_letter = "password link";

audit::Entry entry_of_link(const Account& account, std::string_view actor, const char* action, const char* detail) {
    return {account.municipality_id, std::string(actor), action, "account:" + account.id, detail};
}

bool has_room(db::Connection& connection, const Account& account, base::Instant now) {
    const auto rows = connection.query(sql::count_links, account.id, base::format_utc(now));
    return rows[0].integer("links") < most_links;
}

void add_link(db::Connection& connection, const Account& account, std::string_view token, base::Instant now,
              std::chrono::minutes lasts) {
    connection.execute(sql::add_link, base::sha256_hex(token), account.municipality_id, account.id,
                       base::format_utc(now), base::format_utc(now + lasts));
}

bool is_of_a_token(std::string_view token) {
    return token.size() >= 40 && token.size() <= 50;
}

}  // namespace

bool Service::can_write_to(std::string_view email) const {
    return letters_.are_sent && mail::is_reachable(email);
}

// Whether there is such an account shows neither in the answer nor in the time that it takes.
std::optional<std::chrono::seconds> Service::ask_for_link(std::string_view email, std::string_view client_address,
                                                          std::string_view language) {
    const auto now = clock_.now();
    Guess guess(throttle_,
                {{"link:" + base::sha256_hex(email_key(email)), free_asks_for_one},
                 {"links from:" + address_key(client_address), free_asks_from_address}},
                now);
    if (guess.wait()) return *guess.wait();
    guess.was_wrong(now);  // each counts
    const auto token = base::random_token();
    database_.write(
        [&](db::Connection& connection) {
            const auto account = store::find_account_by_email(connection, email);
            if (!account || account->disabled || !can_write_to(account->email) || !has_room(connection, *account, now))
                return mail::add_nothing(connection, kind_of_letter, now);
            add_link(connection, *account, token, now, link_lasts);
            const auto address = link_address(letters_.site, language, token);
            mail::add(connection, letter_with_link(*account, LinkReason::asked_for, address, language, "", now), now);
        },
        db::Isolation::deciding);
    return std::nullopt;
}

Outcome<LinkGiven> Service::give_link(std::string_view municipality_id, std::string_view id, std::string_view actor,
                                      const Invitation& invitation) {
    return database_.write(
        [&](db::Connection& connection) -> Outcome<LinkGiven> {
            const auto account = store::find_account(connection, municipality_id, id);
            if (!account || account->disabled) return base::failure(TEXT("There is no such account."));
            return give_link_in(connection, *account, actor, invitation);
        },
        db::Isolation::deciding);
}

LinkGiven Service::give_link_in(db::Connection& connection, const Account& account, std::string_view actor,
                                const Invitation& invitation) {
    const auto now = clock_.now();
    const auto token = base::random_token();
    // An older one may have come into wrong hands.
    connection.execute(sql::delete_links_of_account, account.id);
    add_link(connection, account, token, now, given_link_lasts);
    audit::record(connection, entry_of_link(account, actor, "link made", ""), now);
    if (!can_write_to(account.email)) return {link_address(invitation.site, invitation.language, token)};
    const auto address = link_address(letters_.site, invitation.language, token);
    mail::add(connection,
              letter_with_link(account, LinkReason::invited, address, invitation.language, invitation.municipality, now),
              now);
    return {};
}

std::optional<Account> Service::find_by_link(std::string_view token) {
    if (!is_of_a_token(token)) return std::nullopt;
    const auto now = clock_.now();
    return database_.read([&](db::Connection& connection) -> std::optional<Account> {
        const auto rows = connection.query(sql::find_link, base::sha256_hex(token), base::format_utc(now),
                                           base::format_utc(now + given_link_lasts));
        if (rows.empty()) return std::nullopt;
        auto account = store::find_account(connection, rows[0].text("account_id"));
        if (!account || account->disabled) return std::nullopt;
        return account;
    });
}

Outcome<void> Service::set_password_by_link(std::string_view token, std::string_view password) {
    const auto account = find_by_link(token);
    if (!account) return base::failure(link_is_over);
    if (const auto fault = password_fault(password, account->email)) return base::failure(*fault);
    const auto hash = pool_.enter().hash(password);
    const auto now = clock_.now();
    return database_.write(
        [&](db::Connection& connection) -> Outcome<void> {
            const auto present = store::find_account(connection, account->id);
            if (!present || present->disabled) return base::failure(link_is_over);
            // Once: of several who follow it at the same moment one finds it.
            if (connection.execute(sql::use_link, base::sha256_hex(token), base::format_utc(now)) == 0)
                return base::failure(link_is_over);
            connection.execute(sql::delete_links_of_account, account->id);
            connection.execute(sql::set_password, account->id, hash);
            connection.execute(sql::delete_sessions_of_account, account->id);
            audit::record(connection, entry_of_link(*account, account->id, "password set by link", "password"), now);
            return {};
        },
        db::Isolation::deciding);
}

}  // namespace digilots::accounts
