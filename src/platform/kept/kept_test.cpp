// A value is never older than what was known when somebody asked for it, whoever changes it meanwhile.
#include "platform/kept/kept.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>
#include <utility>

#include "platform/db/statement.h"
#include "platform/testing/database.h"

namespace digilots::kept {
namespace {

using std::chrono::seconds;
using testing::at;

// The audit trail is at hand in every database: its number of entries is what is kept here.
constexpr db::Statement add_row{"test",
    "INSERT INTO audit_entry (municipality_id, id, at, actor, action, record, detail) VALUES ($1, $2, '', '', '', '', '')",
    "INSERT INTO audit_entry (municipality_id, id, at, actor, action, record, detail) VALUES ($1, $2, '', '', '', '', '')"};
constexpr db::Statement count_rows{"test", "SELECT COUNT(*) AS n FROM audit_entry WHERE municipality_id = $1",
                                   "SELECT COUNT(*) AS n FROM audit_entry WHERE municipality_id = $1"};

void nothing(std::string_view, Stamp&) {}

class KeptTest : public ::testing::Test {
protected:
    std::int64_t count(std::string_view owner) {
        return database->read([&](db::Connection& c) { return c.query(count_rows, owner)[0].integer("n"); });
    }

    Kept<std::int64_t> counted(Versions& known) {
        return {clock, [&known](std::string_view owner, Stamp& stamp) { stamp.take(known.of("rows", owner)); },
                [this](std::string_view owner) { ++made; return std::make_shared<const std::int64_t>(count(owner)); }};
    }

    void add(const std::string& owner, const std::string& id) {
        database->write([&](db::Connection& c) {
            raise(c, "rows", owner);
            c.execute(add_row, owner, id);
        });
    }

    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    base::TestClock clock{at("2026-11-26T10:00:00Z")};
    Versions versions{*database};
    std::atomic<int> made = 0;
};

TEST_F(KeptTest, AValueIsMadeOnceUntilSomethingOfItsOwnerChanges) {
    const auto rows = counted(versions);
    EXPECT_EQ(*rows.of("2281"), 0);
    EXPECT_EQ(*rows.of("2281"), 0);
    EXPECT_EQ(made, 1);
    add("2280", "a");
    EXPECT_EQ(*rows.of("2281"), 0);
    EXPECT_EQ(made, 1) << "a change in one municipality touches nothing of another";
    add("2281", "b");
    EXPECT_EQ(*rows.of("2281"), 1);
    EXPECT_EQ(*rows.of("2280"), 1);
}

TEST_F(KeptTest, AChangeThatFailsChangesNothing) {
    const auto rows = counted(versions);
    EXPECT_EQ(*rows.of("2281"), 0);
    const auto fail = [&] {
        database->write([](db::Connection& c) {
            raise(c, "rows", "2281");
            throw std::runtime_error("no");
        });
    };
    EXPECT_THROW(fail(), std::runtime_error);
    add("2280", "a");
    EXPECT_EQ(*rows.of("2281"), 0);
    EXPECT_EQ(made, 1);
    versions.refresh();
    EXPECT_EQ(versions.of("rows", "2281").load(), 0);
}

TEST_F(KeptTest, WhatCannotBeMadeIsAskedForAgain) {
    bool fails = true;
    const Kept<int> kept(clock, nothing, [&](std::string_view) {
        if (fails) throw std::runtime_error("not now");
        return std::make_shared<const int>(7);
    });
    EXPECT_THROW(kept.of("a"), std::runtime_error);
    fails = false;
    EXPECT_EQ(*kept.of("a"), 7);
}

TEST_F(KeptTest, AnotherServerSeesAChangeWhenItLooks) {
    auto second_database = db::open(place.options());
    Versions second_server(*second_database);
    const auto here = counted(versions);
    const auto there = counted(second_server);
    EXPECT_EQ(*here.of("2281") + *there.of("2281"), 0);
    add("2281", "a");
    EXPECT_EQ(*here.of("2281"), 1);
    second_server.refresh();
    EXPECT_EQ(*there.of("2281"), 1);
}

TEST_F(KeptTest, AValueEndsAtItsMomentAndWhenTheClockIsPutBack) {
    int day = 0;
    const Kept<int> kept(clock, nothing, [&](std::string_view) {
        return Until<int>{std::make_shared<const int>(++day), clock.now() + seconds(10)};
    });
    EXPECT_EQ(*kept.of(""), 1);
    clock.advance(seconds(9));
    EXPECT_EQ(*kept.of(""), 1);
    clock.advance(seconds(1));
    EXPECT_EQ(*kept.of(""), 2);
    clock.advance(-seconds(3600));
    EXPECT_EQ(*kept.of(""), 3) << "made in a future that did not come";
}

TEST_F(KeptTest, OnlyTheValuesUsedLastStayInMemory) {
    const Kept<int> kept(clock, nothing, [&](std::string_view) { return std::make_shared<const int>(++made); }, 2);
    for (const auto* key : {"a", "b", "a", "c"}) {
        clock.advance(seconds(1));
        kept.of(key);
    }
    EXPECT_EQ(kept.size(), 2u);
    EXPECT_EQ(*kept.of("a"), 1) << "used after b";
    EXPECT_EQ(*kept.of("b"), 4);
}

TEST_F(KeptTest, WhatNobodyAsksForIsLetGo) {
    const Kept<int> kept(clock, nothing, [&](std::string_view) { return std::make_shared<const int>(1); });
    kept.of("a");
    clock.advance(seconds(3600));
    kept.of("b");
    EXPECT_EQ(kept.size(), 2u);
    clock.advance(seconds(1));
    kept.of("c");
    EXPECT_EQ(kept.size(), 2u) << "a went";
}

TEST_F(KeptTest, AStampOfAllEndsWithAnyOwnersChange) {
    Stamp all;
    all.take(versions.of_all("rows"));
    add("2281", "a");
    EXPECT_FALSE(all.holds());
    Stamp again;
    again.take(versions.of_all("rows"));
    versions.refresh();
    EXPECT_TRUE(again.holds()) << "nothing new";
    add("", "b");
    EXPECT_FALSE(again.holds());
}

struct Step {
    int writer;
    bool commits;  // else it makes known what it committed
};

/// Every order of the steps of two writers, each of whom commits and then makes it known.
void list_orders(std::vector<std::vector<Step>>& orders, const std::vector<Step>& done, int first, int second) {
    if (first == 2 && second == 2) return orders.push_back(done);
    for (const int writer : {0, 1}) {
        const int steps = writer == 0 ? first : second;
        if (steps == 2) continue;
        auto next = done;
        next.push_back({writer, steps == 0});
        list_orders(orders, next, first + (writer == 0), second + (writer == 1));
    }
}

/// Before the reader asks, between its stamp and its reading, between its reading and its keeping, after all.
constexpr int moments = 4;

std::vector<std::vector<int>> placements() {
    std::vector<std::vector<int>> all;
    for (int a = 0; a < moments; ++a)
        for (int b = a; b < moments; ++b)
            for (int c = b; c < moments; ++c)
                for (int d = c; d < moments; ++d) all.push_back({a, b, c, d});
    return all;
}

class ModelOfKept : public KeptTest {
protected:
    void take(const Step& step) {
        if (!step.commits) {
            versions.hear(raised[step.writer]);
            ++known;
            return;
        }
        elsewhere->on_announced([&](const auto& announced) { raised[step.writer] = announced; });
        elsewhere->write([&](db::Connection& connection) {
            raise(connection, "rows", owner);
            connection.execute(add_row, owner, owner + std::to_string(step.writer));
        });
    }

    void take_those_at(const std::vector<Step>& order, const std::vector<int>& placement, int moment) {
        for (std::size_t at = 0; at < order.size(); ++at)
            if (placement[at] == moment) take(order[at]);
    }

    void try_one(const std::vector<Step>& order, const std::vector<int>& placement) {
        known = 0;
        bool first = true;
        const Kept<std::int64_t> kept(
            clock, [&](std::string_view key, Stamp& stamp) { stamp.take(versions.of("rows", key)); },
            [&](std::string_view key) {
                if (first) take_those_at(order, placement, 1);
                const auto value = count(key);
                if (std::exchange(first, false)) take_those_at(order, placement, 2);
                return std::make_shared<const std::int64_t>(value);
            });
        take_those_at(order, placement, 0);
        const int known_before = known;
        EXPECT_GE(*kept.of(owner), known_before) << owner;
        take_those_at(order, placement, 3);
        EXPECT_EQ(*kept.of(owner), 2) << owner;
    }

    std::unique_ptr<db::Database> elsewhere = db::open(place.options());  // commits without this process knowing
    std::vector<db::Announcement> raised[2];
    std::string owner;
    int known = 0;
};

TEST_F(ModelOfKept, InNoOrderOfTwoWritersAndAReaderIsAnOldValueCalledCurrent) {
    std::vector<std::vector<Step>> orders;
    list_orders(orders, {}, 0, 0);
    ASSERT_EQ(orders.size(), 6u);
    int tried = 0;
    for (const auto& order : orders) {
        for (const auto& placement : placements()) {
            owner = "m" + std::to_string(tried++);
            try_one(order, placement);
        }
    }
    EXPECT_EQ(tried, 210);
}

TEST_F(KeptTest, WhoeverReadsAfterAnAcknowledgedChangeSeesIt) {
    const auto rows = counted(versions);
    std::atomic<std::int64_t> acknowledged = 0;
    std::atomic<int> old_values = 0;
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < 3; ++writer) {
        threads.emplace_back([&, writer] {
            for (int round = 0; round < 40; ++round) {
                add("2281", std::to_string(writer) + "-" + std::to_string(round));
                ++acknowledged;
            }
        });
    }
    for (int reader = 0; reader < 3; ++reader) {
        threads.emplace_back([&] {
            while (acknowledged < 120) {
                const auto before = acknowledged.load();
                if (*rows.of("2281") < before) ++old_values;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(old_values, 0);
    EXPECT_EQ(*rows.of("2281"), 120);
}

}  // namespace
}  // namespace digilots::kept
