#include "indicators/figures/begin_run.h"

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/run_store.h"
#include "platform/base/uuid.h"

namespace digilots::indicators {

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

}  // namespace digilots::indicators
