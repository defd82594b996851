#pragma once
// Staff accounts, roles, sessions and API tokens.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/http/access.h"
#include "platform/http/route.h"
#include "platform/slice/slice.h"

namespace digilots::accounts {

struct NewAccount {
    std::string municipality_id;  // "" for operators and network viewers
    std::string email;
    std::string password;
    std::optional<http::Role> role;
    bool is_operator = false;
    std::vector<std::string> networks;  // keys, for network viewers
    std::string name;                   // shown to colleagues; "" shows the e-mail address
    std::string unit = "";              // of the municipality that they work in
    bool only_unit = false;             // may only change what belongs to it
    bool sees_privacy = false;          // the trail, and how long things are kept; administrators do anyway
    bool by_link = false;               // without a password: who has it chooses one by a link
};

/// Letters to people who have an account.
struct Letters {
    bool are_sent = false;   // a mail server is set up
    std::string site = "";   // what links in them begin with: "https://digilots.example.org"
};

/// For lists: never a password, never a token.
struct ListedAccount {
    std::string id, email;
    std::optional<http::Role> role;
    bool is_operator = false, disabled = false;
    std::vector<std::string> networks;
    std::string name;
    std::string deleted_on;    // a disabled account goes for good on this date, "" else
    bool second_step = false;  // asks for a code from an authenticator app
    std::string unit = "";     // of the municipality
};

struct ListedToken {
    std::string id, name;
    std::vector<std::string> scopes;
    std::string created_on, last_used_on;  // dates, "" never
    bool revoked = false;
    std::string network;  // key, of a network's token
};

/// Whose account is closed, and who takes over; "": nobody yet.
struct Leaver {
    std::string_view municipality_id, id, successor, actor;
};
/// What others give to somebody that is handed over when their account is closed: tasks.
struct Leaving {
    std::function<std::int64_t(std::string_view municipality_id, std::string_view account_id)> number_of = nullptr;
    /// How many times residents have booked with them after today: nobody is there then, and each becomes a task.
    std::function<std::int64_t(std::string_view municipality_id, std::string_view account_id)> booked = nullptr;
    /// In the transaction that closes the account, which is `deciding`.
    std::function<void(db::Connection& connection, const Leaver& leaver)> hand_over = nullptr;
};

class Accounts {
public:
    /// Without an organisation nobody belongs to a unit or holds a function: for commands about other things.
    Accounts(db::Database& database, const base::Clock& clock, const organisation::Organisation* organisation = nullptr,
             Letters letters = {});
    ~Accounts();

    /// Before anybody is served.
    void know(Leaving leaving);
    /// How long things are kept where a municipality has chosen so. Without it: their own periods.
    void know(PeriodOf period_of);

    std::optional<http::Identity> find_session(std::string_view session_token, base::Instant now);
    /// The sign-in page for who sent a form after their session had ended; what they typed comes back when they have signed
    /// in. For Gatekeeper::ask_to_sign_in.
    http::Response ask_to_sign_in(const http::Request& request, const http::TypedForm& typed);
    std::optional<http::Identity> find_token(std::string_view bearer, base::Instant now);

    /// The account's id, or what is wrong with the input (message for the person at the terminal or the
    /// form).
    base::Result<std::string, std::string> add(const NewAccount& account);
    /// Their functions go to who has the address `successor` ("": to nobody yet). Which those were.
    base::Result<std::vector<std::string>, std::string> disable(std::string_view municipality_id, std::string_view email,
                                                                std::string_view successor = "");
    /// The token, which is told only now: a hash is stored.
    base::Result<std::string, std::string> add_token(std::string_view municipality_id, std::string_view name,
                                                     const http::Scopes& scopes);
    /// Of a network; only scopes that networks may have.
    base::Result<std::string, std::string> add_network_token(std::string_view network, std::string_view name,
                                                             const http::Scopes& scopes);
    /// municipality_id "" for a network's token.
    base::Result<void, std::string> revoke_token(std::string_view municipality_id, std::string_view token_id);
    /// Of whoever has an account, by its id; "" of others.
    std::string name_of(std::string_view account_id) const;
    /// Who they are when they are signed in, by the account's id; those that are closed as they were last.
    std::optional<http::Identity> identity_of(std::string_view account_id) const;
    /// In the order of their addresses, those that are closed too. "" lists operators and network viewers.
    std::vector<ListedAccount> accounts_of(std::string_view municipality_id) const;
    /// In the transaction that gives somebody something to hold: whether they can still sign in.
    static bool is_open(db::Connection& connection, std::string_view municipality_id, std::string_view account_id);
    /// In the transaction that takes a unit away: whether anybody who can sign in works in it.
    static bool works_in(db::Connection& connection, std::string_view municipality_id, std::string_view unit);
    /// By name, revoked ones too. "" lists networks' tokens.
    std::vector<ListedToken> tokens_of(std::string_view municipality_id);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// The trail, closed accounts, sessions, links.
RetentionRules retention_rules();
inline constexpr std::string_view trail_rule = "accounts.trail", account_rule = "accounts.account";

/// "/login", "/login/forgotten", "/login/link/{token}", "/logout", "/staff/", "/staff/account/…",
/// "/{municipality}/staff/people…",
/// "/{municipality}/staff/settings/tokens…", "/{municipality}/staff/settings/audit".
/// `scopes` are those that a token can have, `trails` what slices write into the trail, in words.
http::Routes routes(Accounts& accounts, municipality::Municipalities& municipalities, http::Scopes scopes = {},
                    std::vector<audit::Words> trails = {});

Slice slice(Accounts& accounts, municipality::Municipalities& municipalities);

}  // namespace digilots::accounts
