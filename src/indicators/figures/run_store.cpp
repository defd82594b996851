#include "indicators/figures/run_store.h"

#include "indicators/sql.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::indicators::store {

namespace {

base::Instant instant_of(const std::string& text) { return base::parse_utc(text).value_or(base::Instant{}); }

Run read_run(const db::Row& row) {
    Run run;
    run.id = row.text("id");
    run.source = row.text("source");
    run.kind = row.text("kind");
    run.started = instant_of(row.text("started_at"));
    if (const auto finished = row.get<std::optional<std::string>>("finished_at")) run.finished = instant_of(*finished);
    run.outcome = row.text("outcome");
    run.note = row.text("note");
    run.indicators_added = row.integer("indicators_added");
    run.indicators_removed = row.integer("indicators_removed");
    run.indicators_retitled = row.integer("indicators_retitled");
    run.values_added = row.integer("values_added");
    run.values_revised = row.integer("values_revised");
    run.values_withdrawn = row.integer("values_withdrawn");
    run.rows_refused = row.integer("rows_refused");
    run.unknown_statuses = row.integer("unknown_statuses");
    return run;
}

}  // namespace

void add_run(db::Connection& connection, const Run& run, std::string_view plan) {
    connection.execute(sql::add_run, run.id, run.source, run.kind, plan, base::format_utc(run.started), run.note);
}

std::optional<std::string> open_run(db::Connection& connection, std::string_view source, std::string_view plan,
                                    base::Instant since) {
    const auto rows = connection.query(sql::find_open_run, source, plan, base::format_utc(since));
    const auto row = rows.only();
    return row ? std::optional(row->text("id")) : std::nullopt;
}

void resume_run(db::Connection& connection, std::string_view id) { connection.execute(sql::resume_run, id); }

void count(db::Connection& connection, std::string_view id, const Counts& counts) {
    if (counts == Counts{}) return;
    connection.execute(sql::count_run, id, counts.indicators_added, counts.indicators_removed, counts.indicators_retitled,
                       counts.values_added, counts.values_revised, counts.values_withdrawn, counts.rows_refused,
                       counts.unknown_statuses);
}

void finish_run(db::Connection& connection, std::string_view id, std::string_view outcome, std::string_view note,
                base::Instant now) {
    connection.execute(sql::finish_run, id, base::format_utc(now), outcome, note);
}

std::optional<Run> run(db::Connection& connection, std::string_view id) {
    const auto rows = connection.query(sql::find_run, id);
    const auto row = rows.only();
    return row ? std::optional(read_run(*row)) : std::nullopt;
}

std::vector<Run> runs(db::Connection& connection, int limit) {
    std::vector<Run> found;
    const auto rows = connection.query(sql::list_runs, limit);
    for (const auto row : rows) found.push_back(read_run(row));
    return found;
}

std::optional<base::Instant> last_fetch(db::Connection& connection, std::string_view source, base::Instant now) {
    const auto rows = connection.query(sql::last_run, source, base::format_utc(now));
    const auto started = rows[0].get<std::optional<std::string>>("started_at");
    return started ? base::parse_utc(*started) : std::nullopt;
}

void add_changes(db::Connection& connection, std::string_view run, const std::vector<RunChange>& changes, base::Instant now) {
    std::vector<std::vector<db::Value>> rows;
    for (const auto& change : changes) {
        rows.push_back({base::new_uuid(now), std::string(run), change.kind, change.indicator, change.municipality,
                        std::int64_t{change.year}, change.gender, change.before, change.after});
    }
    connection.execute_many(sql::add_change, rows);
}

std::vector<RunChange> changes(db::Connection& connection, std::string_view run, int limit) {
    std::vector<RunChange> found;
    const auto rows = connection.query(sql::list_changes, run, limit);
    for (const auto row : rows) {
        found.push_back({row.text("kind"), row.text("indicator_id"), row.text("municipality_id"),
                         static_cast<int>(row.integer("year")), row.text("gender"), row.text("before_value"),
                         row.text("after_value")});
    }
    return found;
}

std::int64_t change_count(db::Connection& connection, std::string_view run) {
    return connection.query(sql::count_changes, run)[0].integer("n");
}

std::set<std::string> steps_done(db::Connection& connection, std::string_view run) {
    std::set<std::string> found;
    const auto rows = connection.query(sql::list_steps, run);
    for (const auto row : rows) found.insert(row.text("step"));
    return found;
}

void add_step(db::Connection& connection, std::string_view run, std::string_view step) {
    connection.execute(sql::add_step, run, step);
}

void forget_steps(db::Connection& connection, std::string_view run) { connection.execute(sql::delete_steps, run); }

}  // namespace digilots::indicators::store
