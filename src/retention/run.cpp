// Deleting what has had its time.
#include <algorithm>
#include <exception>

#include "platform/audit/audit.h"
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/time.h"
#include "retention/retention.h"
#include "retention/rule_store.h"
#include "retention/sql.h"

namespace digilots::retention {

namespace {

constexpr std::string_view begun = "begun", done = "run";  // moments that are kept

}  // namespace

std::map<std::string, std::int64_t> Retention::run(jobs::Run* job) {
    std::map<std::string, std::int64_t> deleted;
    std::exception_ptr trouble;
    // One moment for all of it: a clock that jumps meanwhile deletes nothing more.
    const auto now = clock_.now();
    set_moment(begun, now);
    std::vector<std::string> owners{""};
    for (const auto& one : municipalities_.active()) owners.push_back(one.id);
    for (const auto& rule : rules_) {
        try {
            for (const auto& owner : owners) {
                if (job) job->go_on();
                if (owner.empty() || rule.choice) deleted[rule.key] += run_rule(rule, owner, now, job);
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
    set_moment(done, now);
    return deleted;
}

std::optional<base::Instant> Retention::moment_of(std::string_view name) const {
    const auto rows =
        database_.read([&](db::Connection& connection) { return connection.query(sql::find_done, name); });
    return rows.empty() ? std::nullopt : base::parse_utc(rows[0].text("at"));
}

void Retention::set_moment(std::string_view name, base::Instant at) {
    database_.write([&](db::Connection& connection) {
        connection.execute(sql::set_done, name, base::format_utc(at));
    });
}

std::optional<base::Instant> Retention::still_since() const {
    constexpr auto by_this_clock = std::chrono::days(2);
    const auto now = clock_.now();
    auto last = std::max(moment_of(begun), moment_of(done));    // nothing comes before any moment
    if (!last)
        last = database_.read(
            [&](db::Connection& connection) { return audit::newest_before(connection, now - by_this_clock); });
    return last && now - *last > std::chrono::days(still_days) ? last : std::nullopt;
}

std::map<std::string, std::int64_t> Retention::run_unless_still(jobs::Run* job) {
    const auto since = still_since();
    if (!since) return run(job);
    base::log(base::LogLevel::warning, "nothing was deleted: is the clock of this computer right?",
              {{"now", base::format_utc(clock_.now())},
               {"still_since", base::format_utc(*since)},
               {"then", "digilots retention run --after-standstill"}});
    return {};
}

std::int64_t Retention::number_due(std::string_view municipality_id, const RetentionRule& rule,
                                   base::Instant now) const {
    return database_.read([&](db::Connection& connection) -> std::int64_t {
        const auto holds = store::find_chosen(connection, municipality_id, rule).number;
        return holds ? rule.due(connection, due_of(rule, *holds, municipality_id, now)) : 0;
    });
}

// Most nights most have nothing: that is only read.
std::int64_t Retention::run_rule(const RetentionRule& rule, std::string_view municipality_id,
                                 base::Instant now, jobs::Run* job) {
    if (number_due(municipality_id, rule, now) == 0) return 0;
    std::int64_t deleted = 0;
    for (;;) {
        const auto some = database_.write([&](db::Connection& connection) {
            if (job) job->hold(connection);
            return run_batch(connection, rule, municipality_id, now);
        });
        if (some == 0) return deleted;
        deleted += some;
        if (job) job->progress(deleted, 0, rule.key);
    }
}

std::int64_t Retention::run_batch(db::Connection& connection, const RetentionRule& rule,
                                  std::string_view municipality_id, base::Instant now) {
    store::lock_rules(connection, municipality_id);
    const auto holds = store::find_chosen(connection, municipality_id, rule).number;
    if (!holds) return 0;
    const auto some = rule.remove(connection, due_of(rule, *holds, municipality_id, now), batch);
    if (some > 0) store::add_deleted(connection, municipality_id, rule.key, now, some);
    return some;
}

}  // namespace digilots::retention
