#include "indicators/figures/begin_run.h"

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/run_store.h"
#include "indicators/figures/sync.h"
#include "platform/base/uuid.h"

namespace digilots::indicators {

namespace {

template <class Work>
void told_as_busy(const std::string& source, Work&& work) {
    try {
        work();
    } catch (const jobs::Taken& other) {
        throw SourceBusy("Figures of " + source + " are being fetched or imported just now (" + other.what() +
                         "). Wait until it is done, or five minutes after it has died.");
    }
}

}  // namespace

std::string begin_run(db::Database& database, const base::Clock& clock, const std::string& source, const std::string& kind,
                      const std::string& note) {
    Run run;
    run.started = clock.now();
    run.id = base::new_uuid(run.started);
    run.source = source;
    run.kind = kind;
    run.note = note;
    database.write([&](db::Connection& connection) { store::add_run(connection, run, kind); });
    return run.id;
}

Run end_run(db::Database& database, const base::Clock& clock, const std::string& run, const std::string& outcome,
            const std::string& note) {
    return database.write([&](db::Connection& connection) {
        store::finish_run(connection, run, outcome, note, clock.now());
        if (outcome == "done") store::forget_steps(connection, run);
        store::raise(connection, store::Changed::figures);
        return *store::run(connection, run);
    });
}

SourceLease::SourceLease(db::Database& database, const base::Clock& clock, const std::string& source) : source_(source) {
    told_as_busy(source_, [&] { lease_.emplace(database, clock, "figures " + source); });
}

void SourceLease::renew() {
    told_as_busy(source_, [&] { lease_->renew(); });
}

}  // namespace digilots::indicators
