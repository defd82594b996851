// A feed never shows a later place before an earlier one, whoever writes.
#include "platform/feed/feed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "platform/testing/race.h"

namespace digilots::feed {
namespace {

constexpr db::Statement make_table{"test", "CREATE TABLE followed (position BIGINT, writer BIGINT)",
                                   "CREATE TABLE followed (position BIGINT, writer BIGINT)"};
constexpr db::Statement add{"test", "INSERT INTO followed (position, writer) VALUES ($1, $2)",
                            "INSERT INTO followed (position, writer) VALUES ($1, $2)"};
constexpr char seen_text[] = "SELECT COUNT(*) AS rows_seen, COALESCE(MAX(position), 0) AS last FROM followed";
constexpr db::Statement seen{"test", seen_text, seen_text};

struct Followed {
    testing::SharedDatabase servers;

    Followed() {
        servers.first->write([](db::Connection& connection) { connection.execute(make_table); });
    }

    /// Every third transaction changes its mind after it had its place.
    void write(int writer, int round) {
        try {
            servers.of(writer).write([&](db::Connection& connection) {
                const auto position = next_position(connection, "followed", "2281");
                connection.execute(add, position, writer);
                if (round % 3 == 2) throw std::domain_error("taken back");
            });
        } catch (const std::domain_error&) {
        }
    }

    std::pair<std::int64_t, std::int64_t> rows_and_last(db::Database& database) const {
        return database.read([](db::Connection& connection) {
            const auto rows = connection.query(seen);
            return std::pair(rows[0].integer("rows_seen"), rows[0].integer("last"));
        });
    }
};

TEST(Feed, WhoSeesAPlaceSeesAllBeforeIt) {
    Followed followed;
    std::atomic<bool> done = false;
    std::jthread follower([&] {
        while (!done) {
            const auto [rows, last] = followed.rows_and_last(*followed.servers.second);
            EXPECT_EQ(rows, last);
        }
    });
    testing::race(12, [&](int writer) {
        for (int round = 0; round < 30; ++round) followed.write(writer, round);
    });
    done = true;
    follower.join();
    EXPECT_EQ(followed.rows_and_last(*followed.servers.first), (std::pair<std::int64_t, std::int64_t>{240, 240}));
}

TEST(Feed, EveryMunicipalityAndEveryFeedCountsForItself) {
    const auto database = testing::fresh_database();
    const auto take = [&](const char* feed, const char* municipality) {
        return database->write([&](db::Connection& connection) { return next_position(connection, feed, municipality); });
    };
    EXPECT_EQ(take("inquiries", "2281"), 1);
    EXPECT_EQ(take("inquiries", "2281"), 2);
    EXPECT_EQ(take("inquiries", "2280"), 1);
    EXPECT_EQ(take("activities", "2281"), 1);
    EXPECT_GT(take("inquiries", "2281"), beginning);
}

}  // namespace
}  // namespace digilots::feed
