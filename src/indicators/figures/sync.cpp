#include "indicators/figures/sync.h"

#include <algorithm>
#include <set>

#include "indicators/figures/begin_run.h"
#include "indicators/figures/ingest.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/error.h"

namespace digilots::indicators {

namespace {

// A run that was cut off longer ago begins anew: the source may have changed everywhere.
constexpr std::chrono::hours resumable{24 * 7};

/// A run and what it set out to fetch; the wishes are kept as its first step, so that going on asks for the same.
struct Plan {
    std::string run;
    Wanted wanted;
    std::set<std::string> done;
};

constexpr const char* wanted_step = "wanted|";

Wanted wanted_now(db::Connection& connection, const Source& source, const SyncWishes& wishes, base::Instant now) {
    Wanted wanted;
    wanted.indicators = wishes.indicators;
    std::ranges::sort(wanted.indicators);
    wanted.indicators.erase(std::ranges::unique(wanted.indicators).begin(), wanted.indicators.end());
    const auto last = store::last_fetch(connection, source.name(), now);
    if (wishes.scope == Scope::everything || !last) return wanted;
    wanted.from_date = base::format_utc(*last - std::chrono::hours(24)).substr(0, 10);
    const auto fetched = store::fetched(connection);
    for (const auto& id : wanted.indicators) {
        if (fetched.contains(id)) wanted.fetched_before.push_back(id);
    }
    return wanted;
}

/// Gives back what an earlier run set out to fetch.
void take_over(Wanted& wanted, const std::set<std::string>& steps) {
    const auto kept = steps.lower_bound(wanted_step);
    if (kept == steps.end() || !kept->starts_with(wanted_step)) return;
    const auto parts = base::split(*kept, '|');
    wanted.from_date = parts.at(1);
    wanted.fetched_before = base::separated(parts.at(2), ',');
}

Plan plan_run(db::Connection& connection, const Source& source, const SyncWishes& wishes, base::Instant now) {
    Plan plan;
    plan.wanted = wanted_now(connection, source, wishes, now);
    const bool full = wishes.scope == Scope::everything;
    const auto key = std::string(full ? "full " : "changes ") + base::sha256_hex(base::joined(plan.wanted.indicators, ","));
    if (const auto open = store::open_run(connection, source.name(), key, now - resumable)) {
        plan.run = *open;
        plan.done = store::steps_done(connection, *open);
        take_over(plan.wanted, plan.done);
        store::resume_run(connection, *open);
        return plan;
    }
    Run run;
    plan.run = run.id = base::new_uuid(now);
    run.source = source.name();
    run.kind = full ? "full sync" : "sync";
    run.started = now;
    store::add_run(connection, run, key);
    store::add_step(connection, run.id,
                    wanted_step + plan.wanted.from_date + "|" + base::joined(plan.wanted.fetched_before, ","));
    return plan;
}

void do_steps(const Plan& plan, Source& source, Ingest& ingest, SourceLease& lease, const SyncWishes& wishes) {
    const auto alive = [&] {
        if (wishes.stopping && wishes.stopping()) throw SourceError("Stopped before the end. The next run goes on from here.");
        lease.renew();
    };
    const auto steps = source.steps(plan.wanted);
    Progress progress{"", 0, steps.size(), plan.done.size() > 1};
    for (const auto& step : steps) {
        progress.step = step;
        if (wishes.progress) wishes.progress(progress);
        if (!plan.done.contains(step)) {
            alive();
            ingest.take(source.fetch(step, plan.wanted, alive), step);
        }
        ++progress.done;
    }
}

/// Runs `work`; what goes wrong is written down with the run before it comes out.
template <class F>
void write_down_failure(db::Database& database, const base::Clock& clock, const std::string& run, F&& work) {
    try {
        work();
    } catch (const SourceError& error) {
        end_run(database, clock, run, "failed", error.what());
        throw;
    } catch (...) {
        end_run(database, clock, run, "failed", "The database did not take it. See the log.");
        throw;
    }
}

}  // namespace

Run sync(db::Database& database, const base::Clock& clock, Source& source, const SyncWishes& wishes) {
    SourceLease lease(database, clock, source.name());
    const auto plan = database.write([&](db::Connection& connection) {
        return plan_run(connection, source, wishes, clock.now());
    }, db::Isolation::deciding);
    Ingest ingest(database, clock, source, plan.run, store::Origin::fetched);
    write_down_failure(database, clock, plan.run, [&] { do_steps(plan, source, ingest, lease, wishes); });
    return end_run(database, clock, plan.run, "done", "");
}

std::optional<base::Instant> last_sync(db::Database& database, std::string_view source, base::Instant now) {
    return database.read([&](db::Connection& connection) {
        return store::last_fetch(connection, source, now);
    });
}

}  // namespace digilots::indicators
