#include "accounts/service.h"
#include "accounts/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/email.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

std::vector<Fault> faults_in(const NewAccount& account, std::string_view email) {
    std::vector<Fault> faults;
    const bool is_at_home = !account.municipality_id.empty(), is_of_all = account.is_operator || !account.networks.empty();
    if (base::fault_of_email(email) != base::EmailFault::none)
        faults.push_back({"email", TEXT("Write an e-mail address such as anna@example.se.")});
    if (!is_at_home && !is_of_all)
        faults.push_back({"", TEXT("Name the municipality, or one network at least, or make it an operator.")});
    if (base::length(account.name) > longest_name)
        faults.push_back({"name", TEXT("The name may have at most 100 characters.")});
    if (is_at_home && !account.role) faults.push_back({"role", TEXT("Choose a role.")});
    if (is_at_home && is_of_all) faults.push_back({"", TEXT("An operator or a network viewer belongs to no municipality.")});
    return faults;
}

audit::Entry entry(std::string_view municipality_id, std::string_view actor, const char* action,
                   std::string_view id, const char* detail = "") {
    return {std::string(municipality_id), std::string(actor), action, "account:" + std::string(id), detail};
}

constexpr auto not_here = TEXT("There is no such account.");
constexpr auto address_taken = TEXT("There is already an account with this e-mail address.");
constexpr auto address_of_closed = TEXT("There is a closed account with this e-mail address. Open it again instead.");
constexpr auto last_one = TEXT("This is the last administrator. Make somebody else an administrator first.");

constexpr auto no_successor = TEXT("Choose somebody of your municipality whose account is open, or nobody yet.");

std::optional<i18n::Text> fault_of_unit(const organisation::Units& units, std::string_view unit, bool only_unit) {
    if (!unit.empty() && !organisation::find_unit(units, unit)) return no_such_unit;
    if (unit.empty() && only_unit) return no_unit_to_be_limited_to;
    return std::nullopt;
}

/// Why an account with that address is not added beside the one that there is.
i18n::Text fault_of_taken(const Account& present, std::string_view municipality_id) {
    return present.disabled && present.municipality_id == municipality_id ? address_of_closed : address_taken;
}

/// Asked in the transaction: a list that was read before may hold what is gone.
bool has_unit(db::Connection& connection, std::string_view municipality_id, std::string_view unit) {
    return unit.empty() || organisation::Organisation::has_unit(connection, municipality_id, unit);
}

const char* changed_of(const StaffAccess& before, const StaffAccess& after) {
    if (before.unit == after.unit) return "only_unit";
    return before.only_unit == after.only_unit ? "unit" : "unit only_unit";
}

bool can_take_over(db::Connection& connection, const Account& from, std::string_view id) {
    const auto account = store::find_account(connection, from.municipality_id, id);
    return account && !account->disabled && account->id != from.id;
}

}  // namespace

std::string mark_of(const Account& account) {
    const std::string role = account.role ? std::to_string(static_cast<int>(*account.role)) : "";
    return base::mark_of({role, account.disabled ? "closed" : "open", account.unit, account.only_unit ? "only" : "",
                          account.sees_privacy ? "privacy" : ""});
}

Outcome<Account> Service::prepare(const NewAccount& wanted) {
    Account account;
    account.email = std::string(base::trim(wanted.email));
    if (const auto faults = faults_in(wanted, account.email); !faults.empty()) return base::failure(faults.front().text);
    const auto password = wanted.by_link ? std::nullopt : password_fault(wanted.password, account.email);
    if (password) return base::failure(*password);
    account.unit = wanted.unit;
    account.only_unit = wanted.only_unit;
    account.sees_privacy = wanted.sees_privacy;
    if (const auto fault = fault_of_unit(*units(wanted.municipality_id), wanted.unit, wanted.only_unit))
        return base::failure(*fault);
    account.id = base::new_uuid(clock_.now());
    account.municipality_id = wanted.municipality_id;
    account.name = base::clean(wanted.name);
    account.role = wanted.municipality_id.empty() ? std::nullopt : wanted.role;
    account.is_operator = wanted.is_operator;
    account.networks = wanted.networks;
    if (!wanted.by_link) account.password_hash = pool_.enter().hash(wanted.password);
    return account;
}

std::vector<Fault> Service::faults_of(const NewAccount& wanted) {
    const std::string email(base::trim(wanted.email));
    auto faults = faults_in(wanted, email);
    if (const auto present = find_by_email(email)) faults.push_back({"email", fault_of_taken(*present, wanted.municipality_id)});
    for (const auto& fault : faults_of(wanted.municipality_id, wanted.unit, wanted.only_unit)) faults.push_back(fault);
    const auto password = wanted.by_link ? std::nullopt : password_fault(wanted.password, email);
    if (password) faults.push_back({"password", *password});
    return faults;
}

std::vector<Fault> Service::faults_of(std::string_view municipality_id, std::string_view unit, bool only_unit) const {
    const auto fault = fault_of_unit(*units(municipality_id), unit, only_unit);
    return fault ? std::vector<Fault>{{"unit", *fault}} : std::vector<Fault>{};
}

Outcome<std::string> Service::add(const NewAccount& wanted, std::string_view actor) {
    const auto account = prepare(wanted);
    if (!account) return base::failure(account.error());
    return database_.write([&](db::Connection& connection) { return add_in(connection, *account, actor); },
                           db::Isolation::deciding);
}

Outcome<std::string> Service::add_in(db::Connection& connection, const Account& account, std::string_view actor) {
    const auto now = clock_.now();
    if (!has_unit(connection, account.municipality_id, account.unit)) return base::failure(no_such_unit);
    if (store::add_account(connection, account, now)) {
        audit::record(connection, entry(account.municipality_id, actor, "account added", account.id, "role"), now);
        return account.id;
    }
    const auto present = store::find_account_by_email(connection, account.email);
    return base::failure(present ? fault_of_taken(*present, account.municipality_id) : address_taken);
}

Outcome<void> Service::change_access(std::string_view municipality_id, std::string_view id, const StaffAccess& access,
                                     std::string_view actor, const base::Seen& seen) {
    if (const auto fault = fault_of_unit(*units(municipality_id), access.unit, access.only_unit)) return base::failure(*fault);
    return database_.write(
        [&](db::Connection& connection) { return change_access_in(connection, municipality_id, id, access, actor, seen); },
        db::Isolation::deciding);
}

Outcome<void> Service::change_access_in(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                                        const StaffAccess& access, std::string_view actor, const base::Seen& seen) {
    const auto now = clock_.now();
    const auto account = store::find_account(connection, municipality_id, id);
    if (!account || !account->role) return base::failure(not_here);
    if (!seen.is(mark_of(*account))) return base::failure(account_changed);
    const StaffAccess before{*account->role, account->unit, account->only_unit, account->sees_privacy};
    if (before == access) return {};
    if (before.unit != access.unit && !has_unit(connection, municipality_id, access.unit)) return base::failure(no_such_unit);
    const bool leaves = before.role == http::Role::administrator && before.role != access.role && !account->disabled;
    if (leaves && store::other_administrators(connection, municipality_id, id) == 0)
        return base::failure(last_one);
    connection.execute(sql::set_access, municipality_id, id, static_cast<int>(access.role), access.unit, access.only_unit,
                       access.sees_privacy);
    if (before.role != access.role)
        audit::record(connection, entry(municipality_id, actor, "role changed", id, "role"), now);
    if (before.sees_privacy != access.sees_privacy)
        audit::record(connection, entry(municipality_id, actor, "privacy changed", id, "sees_privacy"), now);
    if (before.unit != access.unit || before.only_unit != access.only_unit)
        audit::record(connection, entry(municipality_id, actor, "unit changed", id, changed_of(before, access)), now);
    return {};
}

Outcome<void> Service::disable(std::string_view municipality_id, std::string_view id, std::string_view actor,
                               LastAdministrator last, std::string_view successor) {
    const auto now = clock_.now();
    const auto today = base::to_civil(now, "UTC").date;
    const auto delete_on = base::format_date(base::add_days(today, disabled_days));
    return database_.write([&](db::Connection& connection) -> Outcome<void> {
        const auto account = store::find_account(connection, municipality_id, id);
        if (!account) return base::failure(not_here);
        if (account->disabled) return {};
        if (!successor.empty() && !can_take_over(connection, *account, successor)) return base::failure(no_successor);
        const bool administrator = account->role == http::Role::administrator;
        if (last == LastAdministrator::stays && administrator &&
            store::other_administrators(connection, municipality_id, id) == 0) {
            return base::failure(last_one);
        }
        connection.execute(sql::disable_account, municipality_id, id, base::format_utc(now), delete_on);
        connection.execute(sql::delete_links_of_account, id);
        connection.execute(sql::delete_sessions_of_account, id);
        audit::record(connection, entry(municipality_id, actor, "account closed", id), now);
        if (organisation_) organisation_->hand_over(connection, municipality_id, id, successor, actor);
        if (leaving_.hand_over) leaving_.hand_over(connection, {municipality_id, id, successor, actor});
        return {};
    }, db::Isolation::deciding);
}

std::shared_ptr<const organisation::Units> Service::units(std::string_view municipality_id) const {
    if (organisation_ && !municipality_id.empty()) return organisation_->units(municipality_id);
    return std::make_shared<const organisation::Units>();
}

std::vector<organisation::HeldFunction> Service::functions_of(std::string_view municipality_id, std::string_view id) const {
    if (!organisation_) return {};
    return organisation_->held_by(municipality_id, id);
}

Outcome<void> Service::enable(std::string_view municipality_id, std::string_view id, std::string_view actor) {
    const auto now = clock_.now();
    return database_.write([&](db::Connection& connection) -> Outcome<void> {
        const auto account = store::find_account(connection, municipality_id, id);
        if (!account) return base::failure(not_here);
        if (!account->disabled) return {};
        connection.execute(sql::enable_account, municipality_id, id);
        audit::record(connection, entry(municipality_id, actor, "account opened again", id), now);
        return {};
    }, db::Isolation::deciding);
}

Outcome<void> Service::set_password(std::string_view municipality_id, std::string_view id,
                                    std::string_view password, std::string_view actor) {
    const auto account = find(municipality_id, id);
    if (!account) return base::failure(not_here);
    if (const auto fault = password_fault(password, account->email)) return base::failure(*fault);
    const auto hash = pool_.enter().hash(password);
    const auto now = clock_.now();
    return database_.write([&](db::Connection& connection) -> Outcome<void> {
        if (connection.execute(sql::set_password, id, hash) == 0) return base::failure(not_here);
        connection.execute(sql::set_totp, id, "", 0);
        connection.execute(sql::delete_recovery_codes, id);
        connection.execute(sql::delete_links_of_account, id);
        connection.execute(sql::delete_sessions_of_account, id);
        audit::record(connection,
                      entry(municipality_id, actor, "password replaced", id, "password, second step"), now);
        return {};
    }, db::Isolation::deciding);
}

std::optional<Account> Service::find(std::string_view id) {
    if (id.empty()) return std::nullopt;
    return database_.read([&](db::Connection& connection) { return store::find_account(connection, id); });
}

std::optional<Account> Service::find(std::string_view municipality_id, std::string_view id) {
    return database_.read(
        [&](db::Connection& connection) { return store::find_account(connection, municipality_id, id); });
}

std::optional<Account> Service::find_by_email(std::string_view email) {
    return database_.read(
        [&](db::Connection& connection) { return store::find_account_by_email(connection, email); });
}

std::vector<Account> Service::list(std::string_view municipality_id) const {
    return database_.read(
        [&](db::Connection& connection) { return store::list_accounts(connection, municipality_id); });
}

}  // namespace digilots::accounts
