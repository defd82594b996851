#pragma once
// Runs, what of them is done, what they changed.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/figures/figure.h"
#include "platform/db/connection.h"

namespace digilots::indicators::store {

struct Counts {
    std::int64_t indicators_added = 0, indicators_removed = 0, indicators_retitled = 0;
    std::int64_t values_added = 0, values_revised = 0, values_withdrawn = 0, rows_refused = 0, unknown_statuses = 0;
    bool operator==(const Counts&) const = default;
};

void add_run(db::Connection& connection, const Run& run, std::string_view plan);
/// One with the same plan that did not end well and began after `since`.
std::optional<std::string> open_run(db::Connection& connection, std::string_view source, std::string_view plan,
                                    base::Instant since);
void resume_run(db::Connection& connection, std::string_view id);
void count(db::Connection& connection, std::string_view id, const Counts& counts);
void finish_run(db::Connection& connection, std::string_view id, std::string_view outcome, std::string_view note,
                base::Instant now);
std::optional<Run> run(db::Connection& connection, std::string_view id);
std::vector<Run> runs(db::Connection& connection, int limit);
/// When the last fetch that was done began.
std::optional<base::Instant> last_fetch(db::Connection& connection, std::string_view source, base::Instant now);

void add_changes(db::Connection& connection, std::string_view run, const std::vector<RunChange>& changes, base::Instant now);
std::vector<RunChange> changes(db::Connection& connection, std::string_view run, int limit);
std::int64_t change_count(db::Connection& connection, std::string_view run);

std::set<std::string> steps_done(db::Connection& connection, std::string_view run);
void add_step(db::Connection& connection, std::string_view run, std::string_view step);
void forget_steps(db::Connection& connection, std::string_view run);

}  // namespace digilots::indicators::store
