#pragma once
// What the operator sees of jobs and may do with them: `digilots jobs`, doctor, /metrics.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

namespace digilots::jobs {

enum class State { waiting, running, failed, done };
/// "waiting", as stored.
std::string_view word_of(State state);
std::optional<State> state_of(std::string_view word);

struct Listed {
    std::string id, kind, municipality_id, key;
    State state = State::waiting;
    base::Instant added{}, due{};         // due: when it may run next
    std::optional<base::Instant> ended;   // of one that is done or has failed
    int attempts = 0;
    std::int64_t done = 0, total = 0;     // how far it is; total 0: unknown
    std::string step, reason;             // reason: why the last attempt failed
};

/// Those that failed first, then running, waiting, done; the latest first in each. `most` is 1000 at most.
std::vector<Listed> list(db::Connection& connection, std::optional<State> state, int most);

enum class Answer { done, unknown, running };
/// One that failed or waits is due now, with all its attempts again.
Answer retry(db::Connection& connection, std::string_view id, base::Instant now);
/// One that failed or waits is gone, whether it was done or not.
Answer drop(db::Connection& connection, std::string_view id);

struct Totals {
    std::int64_t waiting = 0, running = 0, failed = 0;
    std::chrono::seconds oldest_wait{0};  // of those that are due
};
Totals totals(db::Connection& connection, base::Instant now);

/// How many wait of each kind that any waits of.
std::vector<std::pair<std::string, std::int64_t>> waiting_by_kind(db::Connection& connection);

/// How many ended in that state before a moment, and deleting `most` of them at most: how many.
std::int64_t number_ended(db::Connection& connection, State state, base::Instant before);
std::int64_t delete_ended(db::Connection& connection, State state, base::Instant before, int most);

}  // namespace digilots::jobs
