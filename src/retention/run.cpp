// Deleting what has had its time.
#include <exception>

#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/time.h"
#include "retention/retention.h"
#include "retention/rule_store.h"
#include "retention/sql.h"

namespace digilots::retention {

std::map<std::string, std::int64_t> Retention::run(jobs::Run* job) {
    std::map<std::string, std::int64_t> deleted;
    std::exception_ptr trouble;
    std::vector<std::string> owners{""};
    for (const auto& one : municipalities_.active()) owners.push_back(one.id);
    for (const auto& rule : rules_) {
        try {
            for (const auto& owner : owners) {
                if (job) job->go_on();
                if (owner.empty() || rule.choice) deleted[rule.key] += run_rule(rule, owner, job);
            }
        } catch (const jobs::Stopped&) {
            throw;
        } catch (...) {
            trouble = std::current_exception();
            base::log(base::LogLevel::warning, "what has had its time was not deleted",
                      {{"rule", rule.key}, {"reason", base::reason_of_current_exception()}});
        }
        if (deleted[rule.key] > 0)
            base::log(base::LogLevel::info, "deleted what has had its time",
                      {{"rule", rule.key}, {"number", std::to_string(deleted[rule.key])}});
    }
    if (trouble) std::rethrow_exception(trouble);
    database_.write([&](db::Connection& connection) {
        connection.execute(sql::set_done, base::format_utc(clock_.now()));
    });
    return deleted;
}

std::int64_t Retention::number_due(std::string_view municipality_id, const RetentionRule& rule) const {
    return database_.read([&](db::Connection& connection) -> std::int64_t {
        const auto holds = store::find_chosen(connection, municipality_id, rule).number;
        return holds ? rule.due(connection, due_of(rule, *holds, municipality_id, clock_.now())) : 0;
    });
}

// Most nights most have nothing: that is only read.
std::int64_t Retention::run_rule(const RetentionRule& rule, std::string_view municipality_id,
                                 jobs::Run* job) {
    if (number_due(municipality_id, rule) == 0) return 0;
    std::int64_t deleted = 0;
    for (;;) {
        const auto some = database_.write([&](db::Connection& connection) {
            if (job) job->hold(connection);
            return run_batch(connection, rule, municipality_id);
        });
        if (some == 0) return deleted;
        deleted += some;
        if (job) job->progress(deleted, 0, rule.key);
    }
}

std::int64_t Retention::run_batch(db::Connection& connection, const RetentionRule& rule,
                                  std::string_view municipality_id) {
    store::lock_rules(connection, municipality_id);
    const auto holds = store::find_chosen(connection, municipality_id, rule).number;
    if (!holds) return 0;
    const auto now = clock_.now();
    const auto some = rule.remove(connection, due_of(rule, *holds, municipality_id, now), batch);
    if (some > 0) store::add_deleted(connection, municipality_id, rule.key, now, some);
    return some;
}

}  // namespace digilots::retention
