#include "platform/audit/audit.h"

#include <gtest/gtest.h>

#include "platform/base/time.h"
#include "platform/testing/database.h"

namespace digilots::audit {
namespace {

using namespace std::chrono_literals;

TEST(Audit, keeps_what_was_done_latest_first_in_pages_and_forgets_the_old) {
    auto database = testing::fresh_database();
    const auto start = testing::at("2026-11-23T10:30:00Z");
    database->write([&](db::Connection& connection) {
        for (int index = 0; index < 5; ++index) {
            record(connection,
                   {"2281", "account", "place changed", "place:" + std::to_string(index), "hours"},
                   start + index * 1h);
        }
        record(connection, {"2280", "account", "place changed", "place:other", ""}, start);
    });
    database->read([&](db::Connection& connection) {
        const auto first = entries(connection, "2281", 3);
        ASSERT_EQ(first.size(), 3U);
        EXPECT_EQ(first[0].entry.record, "place:4");
        EXPECT_EQ(first[0].at, start + 4h);
        const auto second = entries(connection, "2281", 3, first.back().id);
        ASSERT_EQ(second.size(), 2U);
        EXPECT_EQ(second[1].entry.record, "place:0");
    });
    database->read([&](db::Connection& connection) {
        EXPECT_EQ(latest(connection, "2281", "place:4")->at, start + 4h);
        EXPECT_FALSE(latest(connection, "2281", "place:other"));
    });
    const auto delete_old = [&](std::string_view municipality_id, int most) {
        return database->write(
            [&](db::Connection& connection) { return delete_before(connection, municipality_id, start + 2h, most); });
    };
    const auto old = database->read(
        [&](db::Connection& connection) { return number_before(connection, "2281", base::format_utc(start + 2h)); });
    EXPECT_EQ(delete_old("2281", 1), 1);
    EXPECT_EQ(delete_old("2281", 100), old - 1);
    EXPECT_EQ(delete_old("2281", 100), 0);
}

TEST(Audit, what_is_rolled_back_leaves_no_trace) {
    auto database = testing::fresh_database();
    EXPECT_ANY_THROW(database->write([&](db::Connection& connection) {
        record(connection, {"2281", "account", "place changed", "place:1", ""},
               testing::at("2026-11-23T10:30:00Z"));
        throw std::runtime_error("no");
    }));
    database->read([&](db::Connection& connection) { EXPECT_TRUE(entries(connection, "2281", 3).empty()); });
}

}  // namespace
}  // namespace digilots::audit
