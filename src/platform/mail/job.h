#pragma once
// The sending as a job: due as soon as a letter is put in, again when one that was put off is due, and every hour.
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/smtp.h"

namespace digilots::mail {

/// `database` and `clock` live longer. For servers that have a mail server; others leave the letters to them.
jobs::Kind sending(db::Database& database, const base::Clock& clock, Server server, Limits limits = {});

/// In the transaction that put a letter in, so that it goes out at once.
void wake(db::Connection& connection, base::Instant now);

}  // namespace digilots::mail
