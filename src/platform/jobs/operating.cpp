#include "platform/jobs/operating.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/base/time.h"
#include "platform/jobs/sql.h"

namespace digilots::jobs {

namespace {

constexpr std::array<std::pair<State, std::string_view>, 4> words{
    {{State::waiting, "waiting"}, {State::running, "running"}, {State::failed, "failed"}, {State::done, "done"}}};

Listed read_listed(const db::Row& row) {
    Listed one{.id = row.text("id"),
               .kind = row.text("kind"),
               .municipality_id = row.text("municipality_id"),
               .key = row.text("job_key"),
               .state = state_of(row.text("state")).value_or(State::failed),
               .ended = base::parse_utc(row.text("ended_at")),
               .attempts = static_cast<int>(row.integer("attempts")),
               .done = row.integer("progress_done"),
               .total = row.integer("progress_total"),
               .step = row.text("step"),
               .reason = row.text("reason")};
    one.added = base::parse_utc(row.text("added_at")).value_or(base::Instant{});
    one.due = base::parse_utc(row.text("due_at")).value_or(base::Instant{});
    return one;
}

/// Of one that neither failed nor waits.
Answer answer_otherwise(const db::Rows& found) {
    return found.empty() || found[0].text("state") == "done" ? Answer::unknown : Answer::running;
}

}  // namespace

std::string_view word_of(State state) {
    return std::ranges::find(words, state, &std::pair<State, std::string_view>::first)->second;
}

std::optional<State> state_of(std::string_view word) {
    const auto found = std::ranges::find(words, word, &std::pair<State, std::string_view>::second);
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

std::vector<Listed> list(db::Connection& connection, std::optional<State> state, int most) {
    std::vector<Listed> all;
    const auto word = state ? word_of(*state) : "";
    for (const auto row : connection.query(sql::list_jobs, word, std::clamp(most, 1, 1000))) all.push_back(read_listed(row));
    return all;
}

Answer retry(db::Connection& connection, std::string_view id, base::Instant now) {
    const auto found = connection.query(sql::find_job, id);
    if (found.empty()) return Answer::unknown;
    const auto key = found[0].text("job_key");
    const bool one_waits = !key.empty() && found[0].text("state") == "failed" &&
                           connection.execute(sql::take_over_key, found[0].text("kind"), key, 0, base::format_utc(now), "") == 1;
    const auto changed = one_waits ? connection.execute(sql::drop_job, id)
                                   : connection.execute(sql::retry_job, id, base::format_utc(now));
    return changed == 1 ? Answer::done : answer_otherwise(found);
}

Answer drop(db::Connection& connection, std::string_view id) {
    const auto found = connection.query(sql::find_job, id);
    return connection.execute(sql::drop_job, id) == 1 ? Answer::done : answer_otherwise(found);
}

Totals totals(db::Connection& connection, base::Instant now) {
    Totals all;
    for (const auto row : connection.query(sql::count_jobs, base::format_utc(now))) {
        const auto state = state_of(row.text("state"));
        const auto number = row.integer("n");
        if (state == State::running) all.running = number;
        if (state == State::failed) all.failed = number;
        if (state != State::waiting) continue;
        all.waiting = number;
        if (const auto oldest = base::parse_utc(row.text_or_empty("oldest")))
            all.oldest_wait = std::chrono::duration_cast<std::chrono::seconds>(now - *oldest);
    }
    return all;
}

std::vector<std::pair<std::string, std::int64_t>> waiting_by_kind(db::Connection& connection) {
    std::vector<std::pair<std::string, std::int64_t>> all;
    for (const auto row : connection.query(sql::list_kinds_waiting)) all.emplace_back(row.text("kind"), row.integer("n"));
    return all;
}

std::int64_t number_ended(db::Connection& connection, State state, base::Instant before) {
    return connection.query(sql::count_ended, word_of(state), base::format_utc(before))[0].integer("number");
}

std::int64_t delete_ended(db::Connection& connection, State state, base::Instant before, int most) {
    return connection.execute(sql::delete_ended, word_of(state), base::format_utc(before), most);
}

}  // namespace digilots::jobs
