#pragma once
// Rows of jobs. Whoever runs one holds it by (id, holder): each change of a running one says both and tells by `false` that
// somebody else has it now. What runs twice in one transaction does so by the same rule.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/connection.h"

namespace digilots::jobs::store {

/// One that this process runs.
struct Held {
    std::string id, kind, payload, municipality_id, key, holder;
    int attempts = 0;  // with this one
};
/// One that somebody runs.
struct Running {
    Held held;
    std::int64_t beat = 0;
};

/// `kinds`: a JSON array of names.
bool is_any_due(db::Connection& connection, const std::string& kinds, base::Instant now);
/// The one that is due longest, with `holder`. DbError unique_violation where another of its key began just now.
std::optional<Held> take(db::Connection& connection, const std::string& kinds, const std::string& holder, base::Instant now);

bool renew(db::Connection& connection, const Held& held);
bool tell_progress(db::Connection& connection, const Held& held, std::int64_t done, std::int64_t total, std::string_view step);

bool finish(db::Connection& connection, const Held& held, base::Instant now);
bool fail(db::Connection& connection, const Held& held, std::string_view reason, base::Instant now);
/// It waits again; one of its key that waits already takes over what came of it. DbError unique_violation where one of its
/// key is being added just now: again.
bool put_back(db::Connection& connection, const Held& held, int attempts, base::Instant due, std::string_view reason);

std::vector<Running> running(db::Connection& connection);
/// False where it has been renewed since it was listed, or is another's.
bool take_away(db::Connection& connection, const Running& from, const std::string& holder);

/// Those that wait for a time that only a wrong clock can have set are due. How many.
std::int64_t make_misdated_due(db::Connection& connection, base::Instant now);

std::map<std::string, base::Instant> schedules(db::Connection& connection);
/// False where another server was quicker.
bool plan(db::Connection& connection, const std::string& kind, base::Instant now, std::optional<base::Instant> last);

}  // namespace digilots::jobs::store
