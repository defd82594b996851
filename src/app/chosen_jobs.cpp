#include "app/chosen_jobs.h"

#include <string>

namespace digilots::app {

namespace {

constexpr int at_once = 1000;

[[noreturn]] void refuse(jobs::Answer answer, const std::string& id) {
    if (answer == jobs::Answer::running)
        throw CommandError(id + " runs just now. Nothing was changed. Wait until it ends: digilots jobs list");
    throw CommandError("No job that waits or failed has the id " + id + ". Nothing was changed. See: digilots jobs list");
}

using Change = std::function<jobs::Answer(db::Connection&, const std::string& id)>;

int each_named(db::Connection& connection, const std::vector<std::string>& ids, const Change& change) {
    for (const auto& id : ids) {
        if (const auto answer = change(connection, id); answer != jobs::Answer::done) refuse(answer, id);
    }
    return static_cast<int>(ids.size());
}

int each_failed(db::Connection& connection, const Change& change) {
    int changed = 0;
    for (const auto& job : jobs::list(connection, jobs::State::failed, at_once))
        changed += change(connection, job.id) == jobs::Answer::done;
    return changed;
}

}  // namespace

int each_chosen_job(db::Database& database, const Arguments& arguments, const Change& change) {
    const auto ids = arguments.all("id");
    if (ids.empty() != arguments.has("all")) throw CommandError("Name the ids (digilots jobs list), or say --all.", 2);
    if (!ids.empty()) return database.write([&](db::Connection& connection) { return each_named(connection, ids, change); });
    int changed = 0;
    for (;;) {
        const int some = database.write([&](db::Connection& connection) { return each_failed(connection, change); });
        changed += some;
        if (some < at_once) return changed;
    }
}

}  // namespace digilots::app
