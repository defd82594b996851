#include "platform/jobs/runner.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/pause.h"
#include "platform/base/reason.h"
#include "platform/base/time.h"
#include "platform/db/error.h"
#include "platform/http/metrics.h"
#include "platform/jobs/holder.h"
#include "platform/jobs/kind_name.h"
#include "platform/jobs/operating.h"
#include "platform/jobs/upkeep.h"

namespace digilots::jobs {

namespace {

using std::chrono::milliseconds, std::chrono::seconds;

constexpr seconds look_every{1}, times_every{30}, measured_every{10};

Steady steady_or_systems(Steady given) {
    if (given) return given;
    return [] {
        return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    };
}

KindsByName by_name(Kinds kinds) {
    KindsByName all;
    for (auto& kind : kinds) {
        ENSURE(is_kind_name(kind.name) && kind.work && kind.retry.attempts >= 1);
        const auto* daily = std::get_if<Daily>(&kind.schedule);
        ENSURE(!daily || base::is_known_zone(daily->zone));
        const auto name = kind.name;
        ENSURE(all.emplace(name, std::move(kind)).second);
    }
    return all;
}

/// ["mail_send","purge"]
std::string names_of(const KindsByName& kinds, std::optional<Length> length) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& [name, kind] : kinds) {
        if (!length || kind.length == *length) json.value(name);
    }
    json.end_array();
    return json.text();
}

/// In a thread of the program's own: nothing ends it. A failure that goes on is told once.
template <class Work>
bool try_to(const char* what, std::string& told, Work&& work) {
    try {
        work();
        told.clear();
        return true;
    } catch (...) {
        auto reason = base::reason_of_current_exception();
        if (told != reason) base::log(base::LogLevel::warning, what, {{"reason", reason}});
        told = std::move(reason);
        return false;
    }
}

void tell(const Attempt& attempt, const End& end, bool is_kept) {
    const auto& held = attempt.held();
    const auto number = std::to_string(held.attempts);
    if (!is_kept && !attempt.may_be_finished()) {
        http::count("digilots_jobs_lost_total", held.kind);
        base::log(base::LogLevel::warning, "job lost to another server",
                  {{"kind", held.kind}, {"job", held.id}, {"attempt", number}});
    } else if (!is_kept || end.how == End::How::done) {   // not kept: by finish() it was before
        http::count("digilots_jobs_done_total", held.kind);
        base::log(base::LogLevel::debug, "job done", {{"kind", held.kind}, {"job", held.id}, {"attempt", number}});
    } else if (end.how != End::How::stopped) {
        http::count("digilots_jobs_failed_attempts_total", held.kind);
        base::log(base::LogLevel::warning, "job failed",
                  {{"kind", held.kind}, {"job", held.id}, {"attempt", number}, {"reason", end.reason}});
    }
}

}  // namespace

struct Runner::Implementation {
    Implementation(db::Database& opened, const base::Clock& time, Kinds given, RunnerOptions wanted)
        : database(opened), clock(time), options(std::move(wanted)), steady(steady_or_systems(options.steady)),
          kinds(by_name(std::move(given))), upkeep(database, clock, kinds, steady, options.lease_lasts),
          holder(new_holder()) {}

    db::Database& database;
    const base::Clock& clock;
    const RunnerOptions options;
    const Steady steady;
    const KindsByName kinds;
    Upkeep upkeep;
    const std::string holder;
    std::atomic<std::int64_t> takings = 0;
    std::atomic<bool> is_ending = false;

    base::Mutex mutex;
    base::Condition changed;
    std::vector<std::shared_ptr<Attempt>> attempts GUARDED_BY(mutex);
    int threads_left GUARDED_BY(mutex) = 0;
    std::vector<std::jthread> threads;
    std::jthread heart;

    bool is_own(const std::string& other) {
        const base::Lock lock(mutex);
        return std::ranges::any_of(attempts, [&](const auto& one) { return one->held().holder == other; });
    }

    /// Another one each time, so that no two takings of a job are mistaken for each other.
    std::string next_holder() { return holder + "." + std::to_string(++takings); }

    std::optional<store::Held> take(const std::string& names) {
        const auto now = clock.now();
        const bool is_due =
            database.read([&](db::Connection& connection) { return store::is_any_due(connection, names, now); });
        if (!is_due) return std::nullopt;
        const auto mine = next_holder();
        try {
            return database.write([&](db::Connection& connection) { return store::take(connection, names, mine, now); });
        } catch (const db::DbError& error) {
            if (error.kind() == db::ErrorKind::unique_violation) return std::nullopt;
            throw;
        }
    }

    /// Writes what came of an attempt and, in the same transaction, takes what is due next.
    std::optional<store::Held> end_and_take(const Attempt& attempt, const End& end, const std::string& names) {
        const auto mine = next_holder();
        const auto now = clock.now();
        bool is_kept = false;
        auto next = database.write([&](db::Connection& connection) {
            is_kept = attempt.write_end(connection, end);
            return is_ending || names.empty() ? std::nullopt : store::take(connection, names, mine, now);
        });
        tell(attempt, end, is_kept);
        return next;
    }

    /// Until it is kept; a database that cannot be written now keeps what it knows, and another server would do it again.
    std::optional<store::Held> end_surely(const Attempt& attempt, const End& end, const std::string& names) {
        std::string told;
        for (int tries = 1;; ++tries) {
            std::optional<store::Held> next;
            // Taking may collide with another of the same key: the end alone is written then.
            if (try_to("end of a job not kept", told, [&] { next = end_and_take(attempt, end, tries == 1 ? names : ""); }))
                return next;
            if (tries > 2 && is_ending) return std::nullopt;
            if (tries > 1) pause(seconds(1));
        }
    }

    void pause(milliseconds time) {
        base::Lock lock(mutex);
        changed.wait_for(lock, time, [&] { return is_ending.load(); });
    }

    std::optional<store::Held> run_one(store::Held held, const std::string& names) {
        const auto& kind = kinds.find(held.kind)->second;
        const auto attempt = std::make_shared<Attempt>(database, clock, steady, std::move(held), kind);
        enter(attempt);
        const auto end = attempt->is_stopping() ? End{End::How::stopped} : attempt->run();
        auto next = end_surely(*attempt, end, names);
        leave(attempt);
        return next;
    }

    void enter(const std::shared_ptr<Attempt>& attempt) {
        const base::Lock lock(mutex);
        attempts.push_back(attempt);
        if (is_ending) attempt->end();
    }

    void leave(const std::shared_ptr<Attempt>& attempt) {
        const base::Lock lock(mutex);
        std::erase(attempts, attempt);
    }

    void work(const std::string& names) {
        std::string told;
        std::optional<store::Held> next;
        while (!is_ending) {
            const bool went_well = try_to("jobs not run", told, [&] {
                if (!next) next = take(names);
                if (!next) return pause(look_every);
                auto held = *std::exchange(next, std::nullopt);
                next = run_one(std::move(held), names);
            });
            if (!went_well) pause(look_every);
        }
        // Taken just before the end: it is put back without having begun.
        try_to("jobs not run", told, [&] {
            if (next) run_one(*std::exchange(next, std::nullopt), "");
        });
        const base::Lock lock(mutex);
        --threads_left;
        changed.notify_all();
    }

    std::vector<std::shared_ptr<Attempt>> all_attempts() {
        const base::Lock lock(mutex);
        return attempts;
    }

    void measure() {
        const auto now = clock.now();
        const auto all = database.read([&](db::Connection& connection) { return totals(connection, now); });
        http::gauge("digilots_jobs_waiting", static_cast<double>(all.waiting));
        http::gauge("digilots_jobs_running", static_cast<double>(all.running));
        http::gauge("digilots_jobs_failed", static_cast<double>(all.failed));
        http::gauge("digilots_jobs_oldest_wait_seconds", static_cast<double>(all.oldest_wait.count()));
    }

    void beat(const std::stop_token& stop) {
        std::string told;
        milliseconds next_times = steady(), next_measure = steady(), next_look = steady();
        do {
            try_to("jobs not kept going", told, [&] {
                for (const auto& one : all_attempts()) one->renew(options.lease_lasts);
                if (is_ending) return;
                const auto now = steady();
                if (now >= next_times) upkeep.put_times_right(), next_times = now + times_every;
                if (now >= next_look) {
                    upkeep.take_over([&](const std::string& other) { return is_own(other); });
                    next_look = now + options.lease_lasts / 6;
                }
                if (upkeep.plan() > 0) changed.notify_all();
                if (now >= next_measure) measure(), next_measure = now + measured_every;
            });
        } while (!base::stopped_during(stop, look_every));
    }

    void start() {
        const auto begin = [&](int number, Length length) {
            for (int n = 0; n < number; ++n) {
                {
                    const base::Lock lock(mutex);
                    ++threads_left;
                }
                threads.emplace_back([this, names = names_of(kinds, length)] { work(names); });
            }
        };
        begin(options.quick_threads, Length::quick);
        begin(options.lasting_threads, Length::lasting);
        heart = std::jthread([this](const std::stop_token& stop) { beat(stop); });
    }

    bool stop() {
        base::Lock lock(mutex);
        is_ending = true;
        for (const auto& one : attempts) one->end();
        changed.notify_all();
        return changed.wait_for(lock, options.stop_within, [this]() REQUIRES(mutex) { return threads_left == 0; });
    }
};

Runner::Runner(db::Database& database, const base::Clock& clock, Kinds kinds, RunnerOptions options)
    : implementation_(std::make_unique<Implementation>(database, clock, std::move(kinds), std::move(options))) {}

// The lease is renewed until the last one has ended.
Runner::~Runner() {
    implementation_->stop();
    implementation_->threads.clear();
}

void Runner::start() { implementation_->start(); }

bool Runner::stop() { return implementation_->stop(); }

int Runner::run_due() {
    auto& runner = *implementation_;
    const auto names = names_of(runner.kinds, std::nullopt);
    int made = 0;
    runner.upkeep.put_times_right();
    runner.upkeep.plan();
    runner.upkeep.take_over([&](const std::string& other) { return runner.is_own(other); });
    for (auto next = runner.take(names); next; ++made) next = runner.run_one(*std::exchange(next, std::nullopt), names);
    return made;
}

}  // namespace digilots::jobs
