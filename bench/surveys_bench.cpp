// Results of a survey with N answers, and 64 clients who answer, against raw SQLite with group commit writing
// the same rows.
//   surveys_bench [N] [SECONDS]     100 000 and 5 without
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

#include "platform/base/mutex.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/embedded_migrations.h"
#include "surveys/checking.h"
#include "surveys/pages.h"
#include "surveys/ready_made.h"
#include "surveys/sql.h"

namespace {

using namespace digilots;
using std::chrono::steady_clock;

constexpr const char* here = "2281";
constexpr int clients = 64, rounds = 11;
constexpr double least_share = 0.4, limit_ms = 100;

double per_second(std::chrono::seconds duration, const std::function<void(int client, int number)>& work) {
    std::atomic<long> done{0};
    const auto start = steady_clock::now(), end = start + duration;
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&, client] {
            for (int number = 0; steady_clock::now() < end; ++number) {
                work(client, number);
                ++done;
            }
        });
    threads.clear();
    return static_cast<double>(done) / std::chrono::duration<double>(steady_clock::now() - start).count();
}

/// The least that group commit needs: one connection, statements prepared once, all who wait in one
/// transaction.
class RawAnswers {
public:
    RawAnswers(const std::string& file, std::string survey, std::string round, std::string sealed)
        : survey_(std::move(survey)), round_(std::move(round)), sealed_(std::move(sealed)) {
        sqlite3_open(file.c_str(), &handle_);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        used_ = prepare(surveys::sql::insert_used);
        spooled_ = prepare(surveys::sql::insert_spooled);
        thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
    }
    ~RawAnswers() {
        thread_.request_stop();
        wake_.notify_all();
        thread_.join();
        for (auto* statement : {used_, spooled_}) sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }
    void answer() {
        Job job;
        base::Lock lock(mutex_);
        waiting_.push_back(&job);
        wake_.notify_all();
        done_.wait(lock, [&] { return job.done; });
    }

private:
    struct Job {
        bool done = false;
    };
    void run(const char* text) { sqlite3_exec(handle_, text, nullptr, nullptr, nullptr); }
    sqlite3_stmt* prepare(const db::Statement& statement) {
        sqlite3_stmt* made = nullptr;
        if (sqlite3_prepare_v3(handle_, statement.sqlite, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) ==
            SQLITE_OK)
            return made;
        std::fprintf(stderr, "%s: %s\n", statement.name, sqlite3_errmsg(handle_));
        std::exit(1);
    }
    void put(sqlite3_stmt* statement, const std::vector<std::string>& values) {
        int index = 0;
        for (const auto& value : values)
            sqlite3_bind_text(statement, ++index, value.data(), static_cast<int>(value.size()),
                              SQLITE_TRANSIENT);
        if (sqlite3_step(statement) != SQLITE_DONE) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(handle_));
            std::exit(1);
        }
        sqlite3_reset(statement);
    }
    void loop(const std::stop_token& stop) {
        while (true) {
            std::deque<Job*> group;
            {
                base::Lock lock(mutex_);
                wake_.wait(lock,
                           [&]() REQUIRES(mutex_) { return !waiting_.empty() || stop.stop_requested(); });
                if (waiting_.empty()) return;
                group.swap(waiting_);
            }
            run("BEGIN IMMEDIATE");
            for (std::size_t at = 0; at < group.size(); ++at) {
                put(used_, {here, survey_, base::random_token()});
                put(spooled_, {here, base::random_token(), survey_, round_, "2026-11-30", sealed_});
            }
            run("COMMIT");
            const base::Lock lock(mutex_);
            for (auto* job : group) job->done = true;
            done_.notify_all();
        }
    }

    const std::string survey_, round_, sealed_;
    sqlite3* handle_ = nullptr;
    sqlite3_stmt *used_ = nullptr, *spooled_ = nullptr;
    base::Mutex mutex_;
    base::Condition wake_, done_;
    std::deque<Job*> waiting_ GUARDED_BY(mutex_);
    std::jthread thread_;
};

struct Installation {
    explicit Installation(const std::string& folder) : keys(folder + "/keys") {
        std::filesystem::create_directories(folder);
        db::Options options;
        options.data_directory = folder;
        options.wait_limit = std::chrono::hours(1);
        database = db::open(options);
        database->migrate(db::embedded_migrations());
        versions = std::make_unique<kept::Versions>(*database);
        municipalities = std::make_unique<municipality::Municipalities>(*database, *versions, clock);
        municipalities->activate(here,
                                 municipality::default_settings(*municipality::Municipalities::find(here)));
        all = std::make_unique<surveys::Surveys>(
            *database, *versions, clock,
            surveys::Neighbours{*municipalities, {}, keys, "https://lots.example"});
    }
    /// A survey of ready-made questions with a round that is open.
    std::string open_survey() {
        auto& records = all->surveys();
        const auto survey = records.add(records.around(here),
                                        {{"title", {"Trygg på nätet"}},
                                         {"kind", {"form"}},
                                         {"audience", {"residents"}},
                                         {"languages", {"sv"}},
                                         {"is_listed", {"1"}}},
                                        "bench");
        if (!survey) std::exit(1);
        auto& rounds_of_surveys = all->rounds();
        const register_::Draft round{{"title", {"Hösten"}},
                                     {"survey", {survey->id}},
                                     {"stage", {"once"}},
                                     {"opens", {"2026-11-01"}},
                                     {"closes", {"2027-12-20"}}};
        if (!rounds_of_surveys.add(rounds_of_surveys.around(here), round, "bench")) std::exit(1);
        const auto definition = surveys::with_ready_made({}, surveys::ready_made().front());
        const auto& self = surveys::Inside::of(*all);
        if (surveys::save_edition(self, here, survey->id, {}, definition, "bench") != surveys::Saved::saved)
            std::exit(1);
        return survey->id;
    }

    base::TestClock clock{*base::parse_utc("2026-11-30T10:00:00.000Z")};
    std::string keys;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<kept::Versions> versions;
    std::unique_ptr<municipality::Municipalities> municipalities;
    std::unique_ptr<surveys::Surveys> all;
};

surveys::Answers answers_of(const surveys::Definition& definition, int person) {
    surveys::Answers answers;
    int number = person;
    for (const auto& question : definition.questions) {
        ++number;
        if (question.kind == surveys::Kind::choice)
            answers[question.key] = {
                question.options[static_cast<std::size_t>(number) % question.options.size()].key};
        if (question.kind == surveys::Kind::scale)
            answers[question.key] = {
                std::to_string(question.least + number % (question.most - question.least + 1))};
    }
    return answers;
}

/// Sent, and moved the day after.
double seconds_to_move(Installation& installation, const std::string& id, int number) {
    constexpr int at_once = 500;
    const auto& self = surveys::Inside::of(*installation.all);
    const auto list = self.list(here);
    const auto& survey = *surveys::find_survey(*list, id);
    for (int person = 0; person < number;) {
        std::vector<surveys::Sent> sent;
        for (int at = 0; at < at_once && person < number; ++at, ++person)
            sent.push_back({.answers = surveys::to_text(answers_of(survey.edition.definition, person))});
        if (surveys::take(self, here, survey, survey.rounds.front(), sent) != surveys::Taken::taken)
            std::exit(1);
    }
    installation.clock.advance(std::chrono::hours(24));
    const auto start = steady_clock::now();
    if (installation.all->move() != number) std::exit(1);
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

/// The page of results, split by gender, after further answers came: nothing is in memory.
double milliseconds_of_results(Installation& installation, const std::string& id) {
    http::Request request;
    request.tenant = installation.municipalities->find_tenant("sundsvall");
    request.language = "sv";
    request.parameters["id"] = id;
    request.query.pairs.emplace_back("by", "gender");
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        installation.database->write(
            [](db::Connection& connection) { kept::raise(connection, "survey_answer", here); });
        installation.versions->refresh();
        const auto start = steady_clock::now();
        const auto page = surveys::results_page({*installation.all}, request);
        times.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
        if (page.status != 200 || page.body.find("Kvinna") == std::string::npos) {
            std::fprintf(stderr, "no results: %d\n", page.status);
            std::exit(1);
        }
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

double answers_a_second(Installation& installation, const std::string& id, std::chrono::seconds duration) {
    const auto& self = surveys::Inside::of(*installation.all);
    const auto list = self.list(here);
    const auto& survey = *surveys::find_survey(*list, id);
    return per_second(duration, [&](int client, int number) {
        const surveys::Sent one{
            .answers = surveys::to_text(answers_of(survey.edition.definition, client + number)),
            .once = "form:" + base::random_token()};
        if (surveys::take(self, here, survey, survey.rounds.front(), {one}) != surveys::Taken::taken)
            std::exit(1);
    });
}

std::string one_sealed(Installation& installation) {
    constexpr const char* text = "SELECT sealed FROM surveys_spool LIMIT 1";
    const auto rows =
        installation.database->read([&](db::Connection& connection) { return connection.query({"bench", text, text}); });
    return rows[0].text("sealed");
}

}  // namespace

int main(int argument_count, char** arguments) {
    const int number = argument_count > 1 ? std::atoi(arguments[1]) : 100'000;
    const std::chrono::seconds duration(argument_count > 2 ? std::atoi(arguments[2]) : 5);
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-surveys-bench-" + std::to_string(::getpid())))
            .string();
    {
        Installation installation(folder);
        const auto survey = installation.open_survey();
        const double moved = seconds_to_move(installation, survey, number);
        const double took = milliseconds_of_results(installation, survey);
        std::printf("results of %d answers, split by gender: %.1f ms (at most %.0f), moved in %.1f s\n",
                    number, took, limit_ms, moved);
        const double ours = answers_a_second(installation, survey, duration);
        const auto sealed = one_sealed(installation);
        double raw = 0;
        {
            Installation other(folder + "/raw");
            RawAnswers answers(folder + "/raw/digilots.db", survey, "round", sealed);
            raw = per_second(duration, [&](int, int) { answers.answer(); });
        }
        std::printf(
            "%d clients answer: %.0f a second, raw group commit %.0f, a share of %.2f (at least %.2f)\n",
            clients, ours, raw, ours / raw, least_share);
    }
    std::filesystem::remove_all(folder);
}
