// Durable writes from many clients: Database::write against the bare engine in the same run, on the same
// disk.
//   database_bench [seconds a measurement]     PostgreSQL too where DIGILOTS_TEST_POSTGRES names a server
#include <sqlite3.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/database.h"

namespace digilots {
namespace {

constexpr int clients = 64;
constexpr char table[] =
    "CREATE TABLE bench_inquiry (id TEXT PRIMARY KEY, municipality_id TEXT NOT NULL, place TEXT, topic TEXT "
    "NOT NULL, "
    "minutes INTEGER NOT NULL, at TEXT NOT NULL) STRICT;";
constexpr char insert_text[] = "INSERT INTO bench_inquiry VALUES ($1, $2, $3, $4, $5, $6)";
constexpr db::Statement insert{"bench/insert", insert_text, insert_text};
const db::Migration migration{1, "0001_bench", table, nullptr};

struct Row {
    std::string id = base::new_uuid(base::SystemClock().now());
    std::string municipality = "01932b4e-7c1a-7abc-8def-0123456789ab";
    std::string place = "sundsvall-stadsbiblioteket";
    std::string topic = "bankid";
    std::int64_t minutes = 12;
    std::string at = base::format_utc(base::SystemClock().now());
};

/// The least that group commit needs: a queue, one thread, one prepared statement.
class BareSqlite {
public:
    explicit BareSqlite(const std::string& file) {
        sqlite3_open_v2(file.c_str(), &handle_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(handle_, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", nullptr, nullptr,
                     nullptr);
        sqlite3_exec(handle_, table, nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(handle_, insert_text, -1, &insert_, nullptr);
        thread_ = std::thread([this] { loop(); });
    }
    ~BareSqlite() {
        {
            const base::Lock lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_one();
        thread_.join();
        sqlite3_finalize(insert_);
        sqlite3_close(handle_);
    }

    void write(const Row& row) {
        Waiting mine{&row, {}, false};
        base::Lock lock(mutex_);
        waiting_.push_back(&mine);
        wake_.notify_one();
        mine.answered.wait(lock, [&] { return mine.done; });
    }

private:
    struct Waiting {
        const Row* row;
        base::Condition answered;
        bool done;
    };

    void loop() {
        base::Lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&]() REQUIRES(mutex_) { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            const std::deque<Waiting*> group = std::exchange(waiting_, {});
            lock.unlock();
            sqlite3_exec(handle_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
            for (const Waiting* waiting : group) run(*waiting->row);
            if (sqlite3_exec(handle_, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
            lock.lock();
            for (Waiting* waiting : group) {
                waiting->done = true;
                waiting->answered.notify_one();
            }
        }
    }

    void run(const Row& row) {
        const auto text = [&](int index, const std::string& value) {
            sqlite3_bind_text(insert_, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        };
        text(1, row.id);
        text(2, row.municipality);
        text(3, row.place);
        text(4, row.topic);
        sqlite3_bind_int64(insert_, 5, row.minutes);
        text(6, row.at);
        if (sqlite3_step(insert_) != SQLITE_DONE) std::abort();
        sqlite3_reset(insert_);
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    base::Mutex mutex_;
    base::Condition wake_;
    std::deque<Waiting*> waiting_ GUARDED_BY(mutex_);
    bool stopping_ GUARDED_BY(mutex_) = false;
    std::thread thread_;
};

/// Writes a second from `threads` threads during `duration`.
template <class F>
double rate(int threads, std::chrono::milliseconds duration, F&& write) {
    std::atomic<bool> stop = false;
    std::atomic<long> written = 0;
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&] {
                for (; !stop; ++written) write();
            });
        }
        std::this_thread::sleep_for(duration);
        stop = true;
    }
    return static_cast<double>(written) /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void insert_row(db::Database& database) {
    const Row row;
    database.write([&](db::Connection& connection) {
        connection.execute(insert, row.id, row.municipality, row.place, row.topic, row.minutes, row.at);
    });
}

void measure_sqlite(const std::filesystem::path& folder, std::chrono::milliseconds duration) {
    BareSqlite bare((folder / "bare.db").string());
    const auto ours = db::open({.data_directory = folder.string()});
    ours->migrate({&migration, 1});
    const auto write_bare = [&] { bare.write(Row{}); };
    const auto write_ours = [&] { insert_row(*ours); };
    for (const int threads : {1, clients}) {
        // In turns, so that a busy disk or neighbour meets both alike.
        double bare_rate = 0;
        double our_rate = 0;
        for (int turn = 0; turn < 3; ++turn) {
            bare_rate += rate(threads, duration / 3, write_bare) / 3;
            our_rate += rate(threads, duration / 3, write_ours) / 3;
        }
        std::printf("durable writes, SQLite, %2d clients: %8.0f/s, bare group commit %8.0f/s, ratio %.2f\n",
                    threads, our_rate, bare_rate, our_rate / bare_rate);
    }
}

void measure_postgres(const std::string& url, std::chrono::milliseconds duration) {
    const auto ours = db::open({.location = url, .connections = 16, .wait_limit = std::chrono::seconds(30)});
    const db::Statement drop{"bench/drop", "", "DROP TABLE IF EXISTS bench_inquiry"};
    const db::Statement create{
        "bench/create", "",
        "CREATE TABLE bench_inquiry (id TEXT PRIMARY KEY, municipality_id TEXT NOT NULL, place TEXT, "
        "topic TEXT NOT NULL, minutes BIGINT NOT NULL, at TEXT NOT NULL)"};
    ours->write([&](db::Connection& c) {
        c.execute(drop);
        c.execute(create);
    });
    std::printf("durable writes, PostgreSQL, %d clients on 16 connections: %8.0f/s\n", clients,
                rate(clients, duration, [&] { insert_row(*ours); }));
    constexpr int batch = 512;
    const auto rows = [] {
        std::vector<std::vector<db::Value>> result;
        for (int i = 0; i < batch; ++i) {
            Row row;
            result.push_back({row.id, row.municipality, row.place, row.topic, row.minutes, row.at});
        }
        return result;
    };
    const double single = rate(1, duration, [&] {
        ours->write([&](db::Connection& c) {
            for (auto& row : rows()) c.change(insert, row);
        });
    });
    const double pipelined =
        rate(1, duration, [&] { ours->write([&](db::Connection& c) { c.execute_many(insert, rows()); }); });
    std::printf("rows in one transaction, PostgreSQL: one by one %8.0f/s, pipeline %8.0f/s, ratio %.2f\n",
                single * batch, pipelined * batch, pipelined / single);
    ours->write([&](db::Connection& c) { c.execute(drop); });
}

}  // namespace
}  // namespace digilots

int main(int count, char** arguments) {
    using namespace digilots;
    base::set_log_level(base::LogLevel::warning);
    const std::chrono::milliseconds duration(
        static_cast<long>(1000 * (count > 1 ? std::atof(arguments[1]) : 3.0)));
    // Not in memory: durability is what is measured.
    const auto folder = std::filesystem::temp_directory_path() / ("digilots-bench-" + base::random_token(9));
    std::filesystem::create_directories(folder);
    measure_sqlite(folder, duration);
    std::filesystem::remove_all(folder);
    if (const char* url = std::getenv("DIGILOTS_TEST_POSTGRES"); url && *url) measure_postgres(url, duration);
}
