#include "accounts/service.h"
#include "accounts/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/error.h"

namespace digilots::accounts {

namespace {

constexpr std::string_view token_prefix = "dgl_";
constexpr std::chrono::minutes seen_every{1};

// That somebody was seen is kept when it can be. A full disk must not keep people from reading.
template <class F>
void write_if_possible(db::Database& database, F&& work) {
    try {
        database.write(work);
    } catch (const db::DbError&) {
    }
}

}  // namespace

http::Identity identity_of(const Account& account, std::string session_id) {
    http::Identity identity;
    identity.account_id = account.id;
    identity.display_name = account.shown_name();
    identity.is_operator = account.is_operator;
    identity.municipality_id = account.municipality_id;
    identity.role = account.role;
    identity.networks = account.networks;
    identity.unit = account.unit;
    identity.only_unit = account.only_unit;
    identity.sees_privacy = account.sees_privacy;
    identity.session_id = std::move(session_id);
    return identity;
}

std::optional<http::Identity> Service::find_session(std::string_view session_token, base::Instant now) {
    if (session_token.size() < 40 || session_token.size() > 50) return std::nullopt;
    const auto hash = base::sha256_hex(session_token);
    const auto session =
        database_.read([&](db::Connection& connection) { return store::find_session(connection, hash); });
    if (!session || now - session->created >= session_lasts || now - session->seen >= idle_lasts)
        return std::nullopt;
    // Seen later than now: the clock was ahead and has come back. Counted from now, the session ends in time.
    if (now - session->seen >= seen_every || session->seen > now || session->created > now) {
        write_if_possible(database_, [&](db::Connection& connection) {
            connection.execute(sql::touch_session, hash, base::format_utc(now));
        });
    }
    return identity_of(session->account, hash);
}

std::optional<http::Identity> Service::find_token(std::string_view bearer, base::Instant now) {
    if (!bearer.starts_with(token_prefix) || bearer.size() > 100) return std::nullopt;
    const auto today = base::format_utc(now).substr(0, 10);
    std::string last_used;
    auto identity = database_.read([&](db::Connection& connection) -> std::optional<http::Identity> {
        const auto rows = connection.query(sql::find_token, base::sha256_hex(bearer));
        if (rows.empty()) return std::nullopt;
        http::Identity found;
        found.token_id = rows[0].text("id");
        found.municipality_id = rows[0].text("municipality_id");
        found.networks = base::separated(rows[0].text("network"), ',');
        found.scopes = base::separated(rows[0].text("scopes"), ',');
        last_used = rows[0].text("last_used_on");
        return found;
    });
    if (identity && last_used != today) {
        write_if_possible(database_, [&](db::Connection& connection) {
            connection.execute(sql::touch_token, identity->token_id, today);
        });
    }
    return identity;
}

}  // namespace digilots::accounts
