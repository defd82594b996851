// Durable inquiry writes from 64 clients, against raw SQLite with group commit writing the same rows.
//   writes_bench [SECONDS]
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

#include "directory/directory.h"
#include "inquiries/count_cells.h"
#include "inquiries/inquiries.h"
#include "inquiries/sql.h"
#include "municipality/municipality.h"
#include "platform/base/mutex.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/embedded_migrations.h"
#include "taxonomy/taxonomy.h"

namespace {

using namespace digilots;
using Moment = std::chrono::steady_clock::time_point;

constexpr int clients = 64;
constexpr const char* municipality_id = "2281";

inquiries::Inquiry example() {
    inquiries::Inquiry inquiry;
    inquiry.channel = "visit";
    inquiry.outcome = "answered";
    inquiry.topics = {"print", "e_id"};
    inquiry.minutes = 5;
    return inquiry;
}

/// How often `work` returns in a second when 64 threads call it over and over.
double per_second(std::chrono::seconds duration, const std::function<void(int client, int number)>& work) {
    std::atomic<long> done{0};
    const Moment start = std::chrono::steady_clock::now();
    const Moment end = start + duration;
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (int number = 0; std::chrono::steady_clock::now() < end; ++number) {
                work(client, number);
                ++done;
            }
        });
    }
    threads.clear();
    return static_cast<double>(done) / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The least that group commit needs: one connection, statements prepared once, all who wait in one transaction.
class RawWriter {
public:
    explicit RawWriter(const std::string& file) {
        sqlite3_open(file.c_str(), &handle_);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        claim_ = prepare(inquiries::sql::claim_key);
        insert_ = prepare(inquiries::sql::insert_inquiry);
        topic_ = prepare(inquiries::sql::insert_topic);
        count_ = prepare(inquiries::sql::add_count);
        thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
    }
    ~RawWriter() {
        thread_.request_stop();
        wake_.notify_all();
        thread_.join();
        for (auto* statement : {claim_, insert_, topic_, count_}) sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }

    void log(int client, int number) {
        Job job{std::to_string(client) + "-" + std::to_string(number), base::new_uuid(clock_.now())};
        base::Lock lock(mutex_);
        waiting_.push_back(&job);
        wake_.notify_all();
        done_.wait(lock, [&] { return job.done; });
    }

private:
    struct Job {
        std::string key, id;
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
        const auto now = clock_.now();
        const auto at = base::format_utc(now);
        int index = 0;
        for (const auto& text : {std::string(municipality_id), std::string("token:bench"), job.key, std::string(64, 'a'),
                                 job.id, at}) {
            bind(claim_, ++index, text);
        }
        step(claim_);
        inquiries::StoredInquiry stored{example(), {}, 0, now, "token:bench"};
        const auto local = base::to_civil(now, "Europe/Stockholm");
        stored.local_date = local.date;
        stored.local_hour = local.hour;
        write_inquiry(stored, job.id, at);
        for (std::size_t position = 0; position < stored.inquiry.topics.size(); ++position) {
            bind(topic_, 1, municipality_id);
            bind(topic_, 2, job.id);
            sqlite3_bind_int64(topic_, 3, static_cast<sqlite3_int64>(position));
            bind(topic_, 4, stored.inquiry.topics[position]);
            step(topic_);
        }
        inquiries::Cells cells;
        inquiries::add_to_cells(cells, stored);
        for (const auto& [key, value] : cells) write_count(key, value);
    }

    void write_inquiry(const inquiries::StoredInquiry& stored, const std::string& id, const std::string& at) {
        for (int index = 1; index <= sqlite3_bind_parameter_count(insert_); ++index) bind(insert_, index, "");
        for (int person = 27; person <= 32; ++person) sqlite3_bind_null(insert_, person);
        bind(insert_, 1, municipality_id);
        bind(insert_, 2, id);
        bind(insert_, 3, at);
        bind(insert_, 4, base::format_date(stored.local_date));
        sqlite3_bind_int64(insert_, 5, stored.local_hour);
        bind(insert_, 7, stored.inquiry.channel);
        bind(insert_, 8, stored.inquiry.outcome);
        sqlite3_bind_int64(insert_, 15, *stored.inquiry.minutes);
        sqlite3_bind_int64(insert_, 16, 0);
        bind(insert_, 19, at);
        bind(insert_, 20, "token:bench");
        bind(insert_, 21, stored.inquiry.kind);
        sqlite3_bind_int64(insert_, 24, 0);
        step(insert_);
    }

    void write_count(const inquiries::CellKey& key, const inquiries::CellValue& value) {
        int index = 0;
        for (const auto& text : {std::string(municipality_id), key.grain, key.cut, key.period, key.key_1, key.key_2}) {
            bind(count_, ++index, text);
        }
        for (const auto number : {value.inquiries, value.minutes, value.answered, value.referred,
                                  value.returning_visits, value.timed, value.group_entries,
                                  value.counted_groups, value.persons}) {
            sqlite3_bind_int64(count_, ++index, number);
        }
        step(count_);
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
    sqlite3* handle_ = nullptr;
    sqlite3_stmt *claim_ = nullptr, *insert_ = nullptr, *topic_ = nullptr, *count_ = nullptr;
    base::Mutex mutex_;
    base::Condition wake_, done_;
    std::deque<Job*> waiting_ GUARDED_BY(mutex_);
    std::jthread thread_;
};

std::unique_ptr<db::Database> open_database(const std::string& folder) {
    std::filesystem::create_directories(folder);
    db::Options options;
    options.data_directory = folder;
    auto database = db::open(options);
    database->migrate(db::embedded_migrations());
    return database;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const std::chrono::seconds duration(argument_count > 1 ? std::atoi(arguments[1]) : 4);
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-writes-bench-" + std::to_string(::getpid()))).string();
    double ours = 0, raw = 0;
    {
        const base::SystemClock clock;
        const auto database = open_database(folder + "/ours");
        kept::Versions versions(*database);
        municipality::Municipalities municipalities(*database, versions, clock);
        municipalities.activate(municipality_id, municipality::default_settings(*municipality::Municipalities::find(municipality_id)));
        organisation::Organisation organisation(*database, versions, clock);
        directory::Directory directory(*database, versions, municipalities, organisation, clock);
        const taxonomy::OwnTopics own_topics(*database, versions, clock);
        inquiries::Inquiries inquiries(*database, directory, municipalities, organisation, own_topics, clock);
        const auto tenant = *municipalities.find_tenant("sundsvall");
        ours = per_second(duration, [&](int client, int number) {
            const auto key = std::to_string(client) + "-" + std::to_string(number);
            if (!inquiries.log(tenant, example(), "token:bench", key, std::string(64, 'a'))) std::exit(1);
        });
    }
    {
        open_database(folder + "/raw").reset();
        RawWriter writer(folder + "/raw/digilots.db");
        raw = per_second(duration, [&](int client, int number) { writer.log(client, number); });
    }
    std::filesystem::remove_all(folder);
    std::printf("durable inquiry writes, %d clients: %.0f/s, raw group commit of the same rows %.0f/s, ratio %.2f (at least 0.50)\n",
                clients, ours, raw, ours / raw);
}
