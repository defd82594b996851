// Sign-ups from 64 clients over 50 sessions, against raw SQLite with group commit writing the same rows; a month of 300 sessions as
// a page that nothing keeps; the feed of a year.
//   sign_ups_bench [SECONDS]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

#include "activities/activities.h"
#include "activities/sql.h"
#include "platform/base/mutex.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/calendar/wall_time.h"
#include "platform/db/embedded_migrations.h"

namespace {

using namespace digilots;
using Moment = std::chrono::steady_clock::time_point;

constexpr int clients = 64, sessions_signed_up_for = 50, sessions_of_month = 300, months = 12, rounds = 5;
constexpr double least_share = 0.4, limit_ms = 10;
constexpr std::size_t least_pieces = 10;
constexpr const char* municipality_id = "2281";

double per_second(std::chrono::seconds duration, const std::function<void(int client, int number)>& work) {
    std::atomic<long> done{0};
    const Moment start = std::chrono::steady_clock::now(), end = start + duration;
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&, client] {
            for (int number = 0; std::chrono::steady_clock::now() < end; ++number) {
                work(client, number);
                ++done;
            }
        });
    threads.clear();
    return static_cast<double>(done) / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The least that group commit needs: one connection, statements prepared once, all who wait in one transaction.
class RawSignUps {
public:
    RawSignUps(const std::string& file, std::vector<std::string> sessions) : sessions_(std::move(sessions)) {
        sqlite3_open(file.c_str(), &handle_);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        insert_ = prepare(activities::sql::insert_sign_up);
        seats_ = prepare(activities::sql::set_seats);
        thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
    }
    ~RawSignUps() {
        thread_.request_stop();
        wake_.notify_all();
        thread_.join();
        for (auto* statement : {insert_, seats_}) sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }

    void sign_up(int client, int number) {
        Job job{sessions_[static_cast<std::size_t>(client + number) % sessions_.size()]};
        base::Lock lock(mutex_);
        waiting_.push_back(&job);
        wake_.notify_all();
        done_.wait(lock, [&] { return job.done; });
    }

private:
    struct Job {
        std::string session;
        bool done = false;
    };

    void run(const char* text) { sqlite3_exec(handle_, text, nullptr, nullptr, nullptr); }
    sqlite3_stmt* prepare(const db::Statement& statement) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(handle_, statement.sqlite, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s: %s\n", statement.name, sqlite3_errmsg(handle_));
            std::exit(1);
        }
        return made;
    }
    static void bind(sqlite3_stmt* statement, int index, const std::string& text) {
        sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(handle_));
            std::exit(1);
        }
        sqlite3_reset(statement);
    }

    void write(const Job& job) {
        const auto id = base::new_uuid(clock_.now());
        bind(insert_, 1, municipality_id);
        bind(insert_, 2, id);
        bind(insert_, 3, job.session);
        sqlite3_bind_int64(insert_, 4, ++turn_);
        sqlite3_bind_int64(insert_, 5, 1);
        bind(insert_, 6, "confirmed");
        bind(insert_, 7, std::string(28, 'a') + id);
        bind(insert_, 8, "sv");
        bind(insert_, 9, base::format_utc(clock_.now()));
        bind(insert_, 10, "");
        step(insert_);
        bind(seats_, 1, municipality_id);
        bind(seats_, 2, job.session);
        sqlite3_bind_int64(seats_, 3, 1);
        sqlite3_bind_int64(seats_, 4, 0);
        step(seats_);
    }

    void loop(const std::stop_token& stop) {
        while (true) {
            std::deque<Job*> group;
            {
                base::Lock lock(mutex_);
                wake_.wait(lock, [&]() REQUIRES(mutex_) { return !waiting_.empty() || stop.stop_requested(); });
                if (waiting_.empty()) return;
                group.swap(waiting_);
            }
            run("BEGIN IMMEDIATE");
            for (const auto* job : group) write(*job);
            run("COMMIT");
            const base::Lock lock(mutex_);
            for (auto* job : group) job->done = true;
            done_.notify_all();
        }
    }

    base::SystemClock clock_;
    const std::vector<std::string> sessions_;
    std::int64_t turn_ = 1'000'000;
    sqlite3* handle_ = nullptr;
    sqlite3_stmt *insert_ = nullptr, *seats_ = nullptr;
    base::Mutex mutex_;
    base::Condition wake_, done_;
    std::deque<Job*> waiting_ GUARDED_BY(mutex_);
    std::jthread thread_;
};

struct Installation {
    explicit Installation(const std::string& folder) : database(migrated(folder)) {
        municipalities.activate(municipality_id,
                                municipality::default_settings(*municipality::Municipalities::find(municipality_id)));
    }
    static std::unique_ptr<db::Database> migrated(const std::string& folder) {
        std::filesystem::create_directories(folder);
        db::Options options;
        options.data_directory = folder;
        auto opened = db::open(options);
        opened->migrate(db::embedded_migrations());
        return opened;
    }
    /// Ids of so many sessions of one activity, from a month on.
    std::vector<std::string> arrange(int number, int month) {
        auto& records = activities.activities();
        const auto around = records.around(municipality_id);
        const auto activity = records.add(around,
                                          {{"title", {"Digitalt kafé " + std::to_string(month)}},
                                           {"kind", {"digital_cafe"}},
                                           {"purpose", {"support"}},
                                           {"needs_sign_up", {"1"}},
                                           {"is_published", {"1"}}},
                                          "bench");
        if (!activity) std::exit(1);
        const auto today = base::to_civil(clock.now(), "Europe/Stockholm").date;
        std::vector<activities::NewSession> sessions;
        for (int at = 0; at < number; ++at) {
            activities::NewSession session;
            session.starts = calendar::wall_time(base::add_days(today, 1 + 30 * month + at % 28), 8 * 60 + at / 28 * 45);
            session.ends = session.starts + std::chrono::minutes(40);
            session.capacity = 500;
            sessions.push_back(session);
        }
        const auto ids = activities.add_sessions(around, activity->id, sessions, "bench");
        if (!ids) std::exit(1);
        return *ids;
    }

    register_::Others others() const {
        register_::Others others{.links = organisation.link_sources()};
        for (const auto& [name, source] : directory.records(directory::RecordKind::contact).others().links)
            others.links.emplace(name, source);
        return others;
    }

    base::SystemClock clock;
    std::unique_ptr<db::Database> database;
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    activities::Activities activities{*database, versions, clock, {municipalities, directory, organisation, others(), false}};
};

/// Of a page that is made each time, because nothing keeps it: the best of some rounds. What streams comes in pieces.
struct Made {
    double ms = std::numeric_limits<double>::infinity(), first_ms = ms;
    std::size_t bytes = 0, pieces = 0, largest = 0;
};
double ms_since(Moment start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}
Made made_once(const http::Route& route, const http::Request& request) {
    const auto start = std::chrono::steady_clock::now();
    const auto response = route.handler(request);
    Made made{.ms = ms_since(start), .first_ms = ms_since(start), .bytes = response.body.size()};
    if (!response.pieces) return made;
    for (auto piece = (*response.pieces)(); !piece.empty(); piece = (*response.pieces)()) {
        if (made.pieces++ == 0) made.first_ms = ms_since(start);
        made.bytes += piece.size();
        made.largest = std::max(made.largest, piece.size());
    }
    made.ms = ms_since(start);
    return made;
}
Made made(Installation& all, const std::string& path, const http::Fields& query) {
    http::Request request;
    request.tenant = all.municipalities.find_tenant("sundsvall");
    request.language = "sv";
    request.query = query;
    Made best;
    for (const auto& route : routes_of({activities::slice(all.activities)})) {
        if (route.path != path || route.method != http::Method::get) continue;
        for (int round = 0; round < rounds; ++round) {
            const auto now = made_once(route, request);
            if (now.ms < best.ms) best = now;
        }
    }
    return best;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const std::chrono::seconds duration(argument_count > 1 ? std::atoi(arguments[1]) : 4);
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-sign-ups-bench-" + std::to_string(::getpid()))).string();
    bool is_good = true;
    {
        Installation all(folder);
        const auto tenant = *all.municipalities.find_tenant("sundsvall");
        const auto sessions = all.arrange(sessions_signed_up_for, 0);
        const auto& words = i18n::translator("sv");
        const double ours = per_second(duration, [&](int client, int number) {
            const auto& session = sessions[static_cast<std::size_t>(client + number) % sessions.size()];
            all.activities.sign_up(tenant, session, {}, words);
        });
        double raw = 0;
        {
            RawSignUps writer(folder + "/digilots.db", sessions);
            raw = per_second(duration, [&](int client, int number) { writer.sign_up(client, number); });
        }
        std::printf("sign-ups from %d clients over %d sessions: %.0f/s, raw group commit %.0f/s, ratio %.2f (at least %.1f)\n",
                    clients, sessions_signed_up_for, ours, raw, ours / raw, least_share);
        is_good = ours / raw >= least_share;
        for (int month = 1; month <= months; ++month) all.arrange(sessions_of_month, month);
        const auto today = base::to_civil(all.clock.now(), "Europe/Stockholm").date;
        http::Fields month;
        month.pairs = {{"view", "month"}, {"month", base::format_date(base::add_days(today, 45)).substr(0, 7)}};
        const auto page = made(all, "/{municipality}/activities", month);
        std::printf("a month of about %d sessions, made anew, %zu bytes: %.2f ms (at most %.0f)\n", sessions_of_month, page.bytes,
                    page.ms, limit_ms);
        const auto feed = made(all, "/{municipality}/activities.ics", {});
        std::printf("the feed of a year with %d sessions streams: %.1f ms, %zu bytes, the largest piece %zu bytes; pieces: %zu "
                    "(at least %zu); the first after %.2f ms (at most %.0f)\n",
                    sessions_of_month * months, feed.ms, feed.bytes, feed.largest, feed.pieces, least_pieces, feed.first_ms,
                    limit_ms);
        is_good = is_good && page.ms <= limit_ms && feed.pieces >= least_pieces && feed.first_ms <= limit_ms;
    }
    std::filesystem::remove_all(folder);
    return is_good ? 0 : 1;
}
