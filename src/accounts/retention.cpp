// How long accounts, sessions, links and the trail are kept.
#include "accounts/links.h"
#include "accounts/service.h"
#include "accounts/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/time.h"

namespace digilots::accounts {

namespace {

using std::chrono::duration_cast;

/// Later than everything.
constexpr std::string_view end_of_time = "9999-12-31T23:59:59.999Z";

std::int64_t number_in(const db::Rows& rows) {
    return rows[0].integer("number");
}

std::string day_of(base::Instant now) {
    return base::format_utc(now).substr(0, 10);
}

RetentionRule kept_trail() {
    return {.key = std::string(trail_rule),
            .title = TEXT("Who did what"),
            .about = TEXT("The lines of the trail are deleted: who changed which record when. The records "
                          "stay. The time counts "
                          "from the change."),
            .period = {24, Period::Unit::months},
            .choice = PeriodChoice{6, 120},
            .laws = {accountability()},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} line", "{n} lines", n); },
            .held =
                [](db::Connection& connection, std::string_view municipality_id) {
                    return audit::number_before(connection, municipality_id, end_of_time);
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return audit::number_before(connection, due.municipality_id,
                                                base::format_utc(due.before));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return audit::delete_before(connection, due.municipality_id, due.before, most);
                }};
}

RetentionRule closed_accounts() {
    return {.key = std::string(account_rule),
            .title = TEXT("Closed accounts"),
            .about = TEXT("The account is deleted with its name and e-mail address. What the person logged "
                          "stays. The time counts "
                          "from the day on which the account was closed."),
            .period = {disabled_days, Period::Unit::days},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} account", "{n} accounts", n); },
            .held =
                [](db::Connection& connection, std::string_view) {
                    return number_in(connection.query(sql::count_closed_accounts, end_of_time));
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_closed_accounts, day_of(due.now)));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_closed_accounts, day_of(due.now), most);
                }};
}

RetentionRule sessions() {
    return {.key = "accounts.session",
            .title = TEXT("Who is signed in"),
            .about = TEXT("The time counts from signing in; without use a session ends after two hours."),
            .period = {duration_cast<std::chrono::hours>(session_lasts).count(), Period::Unit::hours},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} session", "{n} sessions", n); },
            .held =
                [](db::Connection& connection, std::string_view) {
                    return number_in(connection.query(sql::count_ended_sessions, end_of_time, end_of_time));
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_ended_sessions, base::format_utc(due.before),
                                                      base::format_utc(due.now - idle_lasts)));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_ended_sessions, base::format_utc(due.before),
                                              base::format_utc(due.now - idle_lasts), most);
                }};
}

RetentionRule links() {
    return {.key = "accounts.link",
            .title = TEXT("Links to choose a password"),
            .about = TEXT("Of a link a one-way hash is kept until it is used or over."),
            .period = {duration_cast<std::chrono::days>(given_link_lasts).count(), Period::Unit::days},
            .number = [](const i18n::Translator& words,
                         std::int64_t n) { return words.tn("{n} link", "{n} links", n); },
            .held =
                [](db::Connection& connection, std::string_view) {
                    return number_in(connection.query(sql::count_ended_links, end_of_time));
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return number_in(connection.query(sql::count_ended_links, base::format_utc(due.now)));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return connection.execute(sql::delete_ended_links, base::format_utc(due.now), most);
                }};
}

}  // namespace

static_assert(idle_lasts == std::chrono::hours(2), "texts about sessions say two hours");

RetentionRules retention_rules() {
    return {kept_trail(), closed_accounts(), sessions(), links()};
}

std::optional<Period> Service::kept_for(std::string_view municipality_id, std::string_view rule) const {
    static const PeriodOf own = own_periods(retention_rules());
    return (period_of_ ? period_of_ : own)(municipality_id, rule);
}

}  // namespace digilots::accounts
