#pragma once
// What decides in this slice, told apart from pages and from the public class. Faults are texts for the
// person.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/account_store.h"
#include "accounts/accounts.h"
#include "accounts/password.h"
#include "accounts/throttle.h"
#include "platform/base/clock.h"
#include "platform/base/mutex.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/http/typed_form.h"
#include "platform/i18n/translator.h"

namespace digilots::accounts {

template <class T>
using Outcome = base::Result<T, i18n::Text>;

inline constexpr i18n::Text wrong_password = TEXT("The present password is wrong.");
inline constexpr i18n::Text too_many_attempts = TEXT("Too many wrong attempts. Wait a while and try again.");

inline constexpr std::chrono::hours session_lasts{12};
inline constexpr std::chrono::hours idle_lasts{2};
inline constexpr int disabled_days = 90;
inline constexpr std::size_t longest_name = 100;      // of a person or a token

/// Whether a municipality may be left without anyone who administers it.
enum class LastAdministrator { stays, may_go };

/// What somebody may do, and where.
struct StaffAccess {
    http::Role role;
    std::string unit = "";   // that they work in
    bool only_unit = false;  // may only change what belongs to it
    bool sees_privacy = false;
    bool operator==(const StaffAccess&) const = default;
};

struct SignInAttempt {
    std::string email, password;
    std::string ticket, code;  // of the second step
    std::string address;       // of the client
    std::string device_cookie;
    std::string old_session;  // token of the session that this one replaces
};

enum class SignInState { signed_in, wrong, code_needed, code_wrong, ticket_over, wait };

struct SignIn {
    SignInState state = SignInState::wrong;
    std::chrono::seconds wait{0};
    std::optional<Account> account;            // signed_in
    std::string session_token, device_cookie;  // signed_in
    std::string ticket;                        // code_needed, code_wrong
};

inline constexpr auto no_such_unit = TEXT("Choose a unit from the list.");
inline constexpr auto no_unit_to_be_limited_to = TEXT("Choose the unit that the person is limited to.");
inline bool is_about_unit(const i18n::Text& fault) { return fault == no_such_unit || fault == no_unit_to_be_limited_to; }
/// What is wrong with one field of a form; field "": with none of them.
struct Fault {
    const char* field;
    i18n::Text text;
};
/// A link that somebody else gives.
struct Invitation {
    std::string site;           // where the administrator is, for a link that is told
    std::string language;       // of the reader
    std::string municipality;   // its name
};
struct LinkGiven {
    std::string link = "";   // "": a letter with it is on its way
};

inline constexpr auto link_is_over = TEXT("The link has been used already, or is too old.");
inline constexpr auto account_changed = TEXT("Somebody else has changed this account. Look at it again.");
/// Of what a form of an account shows (base::Seen).
std::string mark_of(const Account& account);

class Service {
public:
    Service(db::Database& database, const base::Clock& clock, const organisation::Organisation* organisation = nullptr,
            Letters letters = {})
        : database_(database), clock_(clock), organisation_(organisation), letters_(std::move(letters)) {}

    // sign_in.cpp
    SignIn sign_in(const SignInAttempt& attempt);
    void sign_out(std::string_view session_token);
    /// What was typed before the session ended, for the sign-in page to carry; "" where it cannot be carried.
    std::string seal(const http::TypedForm& typed);
    /// The same for who has signed in; nothing where it is somebody else's.
    std::optional<http::TypedForm> unseal(std::string_view sealed, std::string_view account_id);

    // sessions.cpp
    std::optional<http::Identity> find_session(std::string_view session_token, base::Instant now);
    std::optional<http::Identity> find_token(std::string_view bearer, base::Instant now);

    // staff.cpp: `actor` is the account id of who does it, or "operator"
    Outcome<std::string> add(const NewAccount& account, std::string_view actor);
    /// All that add() would refuse as things stand, in the order of the form; what is refused then may be another thing.
    std::vector<Fault> faults_of(const NewAccount& account);
    /// Checked, with its password hashed: what add_in() stores, in the caller's transaction, for several at once.
    Outcome<Account> prepare(const NewAccount& account);
    Outcome<std::string> add_in(db::Connection& connection, const Account& account, std::string_view actor);
    /// change_access() in the caller's transaction; whether the unit is one was looked at before.
    Outcome<void> change_access_in(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                                   const StaffAccess& access, std::string_view actor, const base::Seen& seen);
    /// "unit" where that is none, or is needed.
    std::vector<Fault> faults_of(std::string_view municipality_id, std::string_view unit, bool only_unit) const;
    /// account_changed where it is not what was seen.
    Outcome<void> change_access(std::string_view municipality_id, std::string_view id, const StaffAccess& access,
                                std::string_view actor, const base::Seen& seen = base::Seen::anything());
    /// Their functions go to `successor`, "" is nobody yet.
    Outcome<void> disable(std::string_view municipality_id, std::string_view id, std::string_view actor,
                          LastAdministrator last, std::string_view successor = "");
    Outcome<void> enable(std::string_view municipality_id, std::string_view id, std::string_view actor);
    Outcome<void> set_password(std::string_view municipality_id, std::string_view id,
                               std::string_view password, std::string_view actor);
    std::optional<Account> find(std::string_view id);
    std::optional<Account> find(std::string_view municipality_id, std::string_view id);
    std::optional<Account> find_by_email(std::string_view email);
    std::vector<Account> list(std::string_view municipality_id) const;

    // links.cpp: passwords that people choose by a link
    bool sends_letters() const { return letters_.are_sent; }
    bool can_write_to(std::string_view email) const;
    /// A letter with a link goes to whoever has that address, if anybody has. Set: it was asked for too often, wait.
    std::optional<std::chrono::seconds> ask_for_link(std::string_view email, std::string_view client_address,
                                                     std::string_view language);
    /// For somebody else: sent where letters are, else to be told to them. Links of before are over.
    Outcome<LinkGiven> give_link(std::string_view municipality_id, std::string_view id, std::string_view actor,
                                 const Invitation& invitation);
    /// The same in the caller's transaction, for an account that is in use.
    LinkGiven give_link_in(db::Connection& connection, const Account& account, std::string_view actor,
                           const Invitation& invitation);
    /// Nothing where the link is over. Looking uses nothing up.
    std::optional<Account> find_by_link(std::string_view token);
    /// Once. The person is signed out everywhere; the second step stays.
    Outcome<void> set_password_by_link(std::string_view token, std::string_view password);

    // own_account.cpp: what people do with their own account
    /// The new session's token; all others end.
    Outcome<std::string> change_password(std::string_view id, std::string_view old_password,
                                         std::string_view new_password, std::string_view address);
    void start_second_step(std::string_view id);
    /// The recovery codes, shown once.
    Outcome<std::vector<std::string>> confirm_second_step(std::string_view id, std::string_view code);
    Outcome<void> remove_second_step(std::string_view id, std::string_view password,
                                     std::string_view address);

    // tokens.cpp
    /// Shown once. The same with the same `form_key` again makes no second one: "" then.
    Outcome<std::string> add_token(std::string_view municipality_id, std::string_view network,
                                   std::string_view name, const http::Scopes& scopes,
                                   std::string_view actor, std::string_view form_key = "");
    Outcome<void> revoke_token(std::string_view municipality_id, std::string_view id, std::string_view actor);
    std::vector<ListedToken> tokens(std::string_view municipality_id);

    /// Never null.
    std::shared_ptr<const organisation::Units> units(std::string_view municipality_id) const;
    std::vector<organisation::HeldFunction> functions_of(std::string_view municipality_id, std::string_view id) const;

    /// How many open tasks are theirs alone.
    std::int64_t tasks_of(std::string_view municipality_id, std::string_view id) const {
        return leaving_.number_of ? leaving_.number_of(municipality_id, id) : 0;
    }
    /// How many times are booked with them after today.
    std::int64_t booked_with(std::string_view municipality_id, std::string_view id) const {
        return leaving_.booked ? leaving_.booked(municipality_id, id) : 0;
    }
    void know(Leaving leaving) { leaving_ = std::move(leaving); }
    void know(PeriodOf period_of) { period_of_ = std::move(period_of); }
    /// Of a rule of this slice (retention.cpp).
    std::optional<Period> kept_for(std::string_view municipality_id, std::string_view rule) const;

    db::Database& database() { return database_; }
    const base::Clock& clock() const { return clock_; }

private:
    SignIn check_password(const SignInAttempt& attempt);
    SignIn check_code(const SignInAttempt& attempt);
    bool uses_up_code(const Account& account, std::string_view code, base::Instant now);
    SignIn open_session(const Account& account, const SignInAttempt& attempt);
    Outcome<void> check_own_password(const Account& account, std::string_view password,
                                     std::string_view address);
    std::string secret();

    db::Database& database_;
    const base::Clock& clock_;
    const organisation::Organisation* organisation_;
    const Letters letters_;
    Leaving leaving_ = {};
    PeriodOf period_of_ = nullptr;
    PasswordPool pool_;
    Throttle throttle_;
    base::Mutex secret_mutex_;
    std::string secret_ GUARDED_BY(secret_mutex_);
};

/// Whom this person is, as the platform knows people.
http::Identity identity_of(const Account& account, std::string session_id);

}  // namespace digilots::accounts
