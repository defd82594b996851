#pragma once
// Sends what waits in the outbox. Any number of servers may do so at the same time: each letter is claimed by one.
#include <string>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/mail/smtp.h"

namespace digilots::mail {

/// What came of one round.
struct Round {
    int sent = 0, put_off = 0, refused = 0, unanswered = 0, expired = 0;
    std::string trouble;  // of the mail server, for which the round was ended; "" without
};

/// Sends what is due, at most 200 letters, the longest due first. Refused for good: told in list(). Asked to come
/// back, or no server there: tried again after 1, 2, 4 … minutes, an hour at most, until the letter is of no use. Not
/// answered after the final dot, or killed there: once more with the same Message-ID; a second time so: told in
/// list(), and not sent again. A server that takes nothing ends the round. A letter in
/// hand is kept by a claim that is renewed: of somebody who is killed on this machine it is taken over at once, on another one
/// a minute later, two where it was being handed over.
Round send_due(db::Database& database, const base::Clock& clock, const Server& server,
               const Stopping& stopping = nullptr, const Limits& limits = {});

/// One letter at once, past the outbox: to try the settings.
Answer send_trial(const base::Clock& clock, const Server& server, std::string_view recipient,
                  const Limits& limits = {});

}  // namespace digilots::mail
