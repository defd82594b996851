#include "platform/mail/job.h"

#include <algorithm>
#include <utility>

#include "platform/base/log.h"
#include "platform/base/time.h"
#include "platform/http/metrics.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sending.h"
#include "platform/mail/sql.h"

namespace digilots::mail {

namespace {

constexpr const char *kind_of_job = "mail_send", *key_of_sending = "send";

void tell(const Round& round) {
    const auto told = std::to_string(round.sent) + " sent, " + std::to_string(round.put_off) + " put off, " +
                      std::to_string(round.refused) + " refused, " + std::to_string(round.unanswered) +
                      " unanswered, " + std::to_string(round.expired) + " expired";
    if (round.sent + round.put_off + round.refused + round.unanswered + round.expired > 0)
        base::log(base::LogLevel::info, "letters sent", {{"what", told}});
    if (!round.trouble.empty())
        base::log(base::LogLevel::warning, "mail server in trouble", {{"reason", round.trouble}});
}

/// Whoever was put off is sent when it is due: asked of the table, for others may have put it there.
void plan_next(db::Connection& connection, base::Instant now) {
    const auto rows = connection.query(sql::next_due);
    const auto next = base::parse_utc(rows[0].text_or_empty("next"));
    if (next) jobs::add(connection, {.kind = kind_of_job, .not_before = std::max(now, *next), .key = key_of_sending}, now);
    const auto numbers = count(connection);
    http::gauge("digilots_mail_waiting", static_cast<double>(numbers.waiting));
    http::gauge("digilots_mail_in_trouble", static_cast<double>(numbers.in_trouble));
}

}  // namespace

jobs::Kind sending(db::Database& database, const base::Clock& clock, Server server, Limits limits) {
    const auto work = [&database, &clock, server = std::move(server), limits](jobs::Run& run) {
        // One sends at a time, on whichever server: what comes by the hour wakes it.
        if (run.key() != key_of_sending)
            return database.write([&](db::Connection& connection) { wake(connection, clock.now()); });
        tell(send_due(
            database, clock, server, [&run] { return run.is_stopping(); }, limits));
        database.write([&](db::Connection& connection) {
            empty_over(connection, clock.now());
            plan_next(connection, clock.now());
        });
        run.go_on();
    };
    return {.name = kind_of_job,
            .title = TEXT("Send letters"),
            .work = work,
            .schedule = jobs::Every{std::chrono::hours(1)}};
}

void wake(db::Connection& connection, base::Instant now) {
    jobs::add(connection, {.kind = kind_of_job, .key = key_of_sending}, now);
}

}  // namespace digilots::mail
