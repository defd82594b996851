#include "platform/db/postgres_database.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "platform/base/ensure.h"
#include "platform/base/log.h"
#include "platform/db/migrations.h"
#include "platform/db/postgres_pool.h"
#include "platform/db/sql.h"

namespace digilots::db {
namespace {

/// A lost connection is tried this often; a lost race as long as the request may wait.
constexpr int attempts = 4;
constexpr int longest_backoff = 4;
constexpr char begin_read[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr char begin_usual[] = "BEGIN ISOLATION LEVEL READ COMMITTED";
constexpr char begin_deciding[] = "BEGIN ISOLATION LEVEL SERIALIZABLE";

/// A write inside a write would wait for itself.
class WritingMark {
public:
    WritingMark() {
        ENSURE(!writing_);
        writing_ = true;
    }
    ~WritingMark() { writing_ = false; }
    WritingMark(const WritingMark&) = delete;
    WritingMark& operator=(const WritingMark&) = delete;

private:
    static thread_local bool writing_;
};

thread_local bool WritingMark::writing_ = false;

/// Those who lost the same race do not meet again at the same moment.
void wait_a_little(int attempt) {
    thread_local std::minstd_rand random(std::random_device{}());
    const int most = 5'000 << std::min(attempt, longest_backoff);
    std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(500, most)(random)));
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(const Options& options)
        : url_(options.location),
          wait_limit_(options.wait_limit),
          pool_(url_, options.connections, wait_limit_) {}

    Engine engine() const override { return Engine::postgresql; }

    std::vector<std::string> migrate(std::span<const Migration> migrations) override {
        warn_of_collation();
        if (pending(migrations).empty()) return {};
        return apply_migrations(migrations, Engine::postgresql,
                                [&](const auto& work) { run_migration(work); });
    }

    std::vector<std::string> pending(std::span<const Migration> migrations) override {
        return read([&](Connection& connection) { return pending_migrations(migrations, connection); });
    }

    void ping() override {
        read([](Connection& connection) { connection.query(sql::ping); });
    }

    std::vector<std::string> check_integrity() override {
        return read([](Connection& connection) {
            std::vector<std::string> findings;
            for (const Row row : connection.query(sql::integrity_check))
                findings.push_back(row.text("finding"));
            return findings;
        });
    }

    void copy_to(const std::string&) override {
        throw DbError(ErrorKind::other,
                      "a PostgreSQL database is copied with pg_dump, as `digilots backup` does");
    }

protected:
    void run_read(const std::function<void(Connection&)>& work) override { transact(begin_read, work); }

    void run_write(const std::function<void(Connection&)>& work, Isolation isolation) override {
        const WritingMark mark;
        transact(isolation == Isolation::deciding ? begin_deciding : begin_usual, work);
    }

private:
    void transact(const char* begin, const std::function<void(Connection&)>& work) {
        // Who loses a race begins anew: three times as long as one waits for a lock, before anybody is told.
        const auto deadline = std::chrono::steady_clock::now() + 3 * wait_limit_;
        for (int attempt = 1;; ++attempt) {
            auto connection = pool_.borrow();
            bool committing = false;
            try {
                connection->forget_failure();
                connection->run_script(begin);
                work(*connection);
                connection->rethrow_failure();
                committing = true;
                connection->commit();
                pool_.give_back(std::move(connection));
                return;
            } catch (const DbError& error) {
                connection->rollback();
                const bool lost = connection->is_lost();
                pool_.give_back(std::move(connection));
                // Who decides by what is not there yet may lose to who put it there: the same question then finds it.
                const bool is_there_now = error.kind() == ErrorKind::unique_violation && begin == begin_deciding;
                const bool lost_race = (error.kind() == ErrorKind::conflict || is_there_now) && !lost;
                const bool again = error.kind() == ErrorKind::conflict || is_there_now || (lost && !committing);
                const bool goes_on = lost_race ? std::chrono::steady_clock::now() < deadline : attempt < attempts;
                if (!again || !goes_on) throw_plainly(error, begin);
            } catch (...) {
                connection->rollback();
                pool_.give_back(std::move(connection));
                throw;
            }
            wait_a_little(attempt);
        }
    }

    [[noreturn]] static void throw_plainly(const DbError& error, const char* begin) {
        // A write that meets a read-only server has reached a replica in the middle of a failover.
        if (error.kind() == ErrorKind::read_only && begin != begin_read) {
            throw DbError(ErrorKind::unavailable, error.what());
        }
        throw error;
    }

    void run_migration(const std::function<void(EngineConnection&)>& work) {
        auto connection = pool_.borrow();
        try {
            connection->forget_failure();
            connection->run_script(begin_usual);
            connection->lift_limits();
            connection->query(sql::lock_migrations);
            work(*connection);
            connection->commit();
        } catch (...) {
            connection->rollback();
            pool_.give_back(std::move(connection));
            throw;
        }
        connection->rollback();
        pool_.give_back(std::move(connection));
    }

    void warn_of_collation() {
        const std::string collation = read([](Connection& connection) {
            return connection.query(sql::database_collation).only()->text("collation");
        });
        if (collation == "C" || collation == "POSIX" || collation == "C.UTF-8" || collation == "C.utf8")
            return;
        // Columns carry COLLATE "C" themselves; only what is computed would order differently.
        base::log(base::LogLevel::warning, "create the database with LC_COLLATE 'C' TEMPLATE template0",
                  {{"collation", collation}});
    }

    const std::string url_;
    const std::chrono::milliseconds wait_limit_;
    PostgresPool pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const Options& options) {
    return std::make_unique<PostgresDatabase>(options);
}

void run_postgres_command(const std::string& url, const std::string& command) {
    PostgresConnection connection(url, std::chrono::minutes(1));
    connection.run_script(command);
}

}  // namespace digilots::db
