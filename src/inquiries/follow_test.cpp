// Whoever follows the log by its cursor sees everything once, whoever writes and whatever the clocks say.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "inquiries/inquiry_api.h"
#include "inquiries/log_for_tests.h"
#include "platform/base/json.h"
#include "platform/base/mutex.h"
#include "platform/db/embedded_migrations.h"
#include "platform/testing/page_server.h"
#include "platform/testing/race.h"

namespace digilots::inquiries {
namespace {

/// A server of the log's API on a database that others may have open too.
struct FollowedLog {
    LogForTests log;
    std::unique_ptr<search::Index> index = search::memory_index();
    referral::Referral referral{*log.database,      log.versions,   log.directory, *index,
                                log.municipalities, log.own_topics, log.clock};
    testing::PageServer pages;
    testing::PageClient client = pages.client();

    explicit FollowedLog(std::unique_ptr<db::Database> database)
        : log(std::move(database)),
          pages({{http::Method::get, "/api/v1/{municipality}/inquiries", http::Access::anyone,
                  [this](const http::Request& request) { return list_inquiries(Pages{log.inquiries, referral}, request); },
                  {"cursor", "limit"}}},
                log.clock) {}

    std::string add() { return log.inquiries.log(sundsvall, a_visit(), "anna", "", "")->id; }

    std::vector<std::string> after(const std::string& cursor, int limit = 200) {
        const auto page = client.get("/api/v1/sundsvall/inquiries?limit=" + std::to_string(limit) +
                                     (cursor.empty() ? "" : "&cursor=" + cursor));
        EXPECT_EQ(page.status, 200) << page.html;
        std::vector<std::string> ids;
        const base::Json answer = base::parse_json(page.html).value();
        for (const auto& one : answer["inquiries"].items()) ids.push_back(one["id"].as_string().value());
        return ids;
    }
};

struct FollowedOnTwoServers {
    testing::DatabasePlace place{testing::Schema::migrated};
    FollowedLog one{db::open(place.options())};
    FollowedLog other{db::open(place.options())};
};

TEST(FollowTheLog, NothingIsMissedWhileManyWriteOnTwoServers) {
    FollowedOnTwoServers servers;
    servers.other.log.clock.advance(std::chrono::minutes{-7});
    std::vector<std::string> logged, seen;
    base::Mutex mutex;
    std::atomic<bool> done = false;
    std::jthread follower([&] {
        for (bool last_look = false;;) {
            last_look = done;
            const auto fresh = servers.one.after(seen.empty() ? "" : seen.back());
            seen.insert(seen.end(), fresh.begin(), fresh.end());
            if (last_look && fresh.empty()) return;
        }
    });
    const auto write = [&] {
        testing::race(12, [&](int writer) {
            for (int round = 0; round < 25; ++round) {
                auto id = (writer % 2 == 0 ? servers.one : servers.other).add();
                const base::Lock lock(mutex);
                logged.push_back(std::move(id));
            }
        });
    };
    EXPECT_NO_THROW(write());
    done = true;
    follower.join();
    std::ranges::sort(logged);
    std::ranges::sort(seen);
    EXPECT_EQ(seen.size(), logged.size());
    EXPECT_EQ(seen, logged);
}

TEST(FollowTheLog, AServerWhoseClockIsBehindWritesAfterWhatIsThere) {
    FollowedOnTwoServers servers;
    const std::string first = servers.one.add();
    servers.other.log.clock.advance(std::chrono::hours{-3});
    const std::string second = servers.other.add();
    EXPECT_EQ(servers.one.after(""), (std::vector{first, second}));
    EXPECT_EQ(servers.one.after(first), std::vector{second});
    EXPECT_EQ(servers.other.after(second), std::vector<std::string>{});
}

TEST(FollowTheLog, ADeletedInquiryKeepsItsPlaceAsACursor) {
    FollowedLog log(testing::fresh_database());
    const std::string first = log.add();
    const std::string second = log.add();
    const std::string third = log.add();
    EXPECT_TRUE(log.log.inquiries.remove(sundsvall, second, "anna"));
    EXPECT_EQ(log.after(second), std::vector{third});
    EXPECT_EQ(log.after(""), (std::vector{first, third}));
}

StoredInquiry logged_long_ago(const char* id) {
    StoredInquiry stored{a_visit(), base::parse_date("2026-03-01").value(), 9, testing::at("2026-03-01T08:00:00Z"), "anna"};
    stored.inquiry.id = id;
    stored.inquiry.at = stored.created_at;
    return stored;
}

/// With the columns that there were then.
void insert_as_before(db::Connection& connection, const std::string& municipality, const StoredInquiry& stored) {
    const Inquiry& i = stored.inquiry;
    const std::string values = "'" + municipality + "', '" + i.id + "', '2026-03-01T08:00:00.000Z', '2026-03-01', 9, '" +
                               i.place + "', '" + i.channel + "', '" + i.outcome + "', '', '', '', '', '', '', 5, 0, '', '" +
                               i.referred_to + "', '2026-03-01T08:00:00.000Z', 'anna'";
    const std::string inquiry =
        "INSERT INTO inquiries_inquiry (municipality_id, id, at, local_date, local_hour, place, channel, outcome, support_given, "
        "body, language, barrier, age_band, gender, minutes, is_returning, note, referred_to, created_at, created_by) VALUES (" +
        values + ")";
    const std::string topic = "INSERT INTO inquiries_topic VALUES ('" + municipality + "', '" + i.id + "', 0, 'print')";
    for (const auto& text : {inquiry, topic}) connection.execute(db::Statement{"test/logged_before", text.c_str(), text.c_str()});
}

TEST(FollowTheLog, WhatWasLoggedBeforeThereWasAFeedComesFirstInItsOldOrder) {
    const testing::DatabasePlace place{testing::Schema::empty};
    auto database = db::open(place.options());
    const auto all = db::embedded_migrations();
    const auto feed = std::ranges::find_if(
        all, [](const db::Migration& one) { return std::string_view(one.name).ends_with("inquiries_feed"); });
    database->migrate(all.first(static_cast<std::size_t>(feed - all.begin())));
    const std::string older = "0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11", newer = "0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b12";
    database->write([&](db::Connection& connection) {
        insert_as_before(connection, "2281", logged_long_ago(newer.c_str()));
        insert_as_before(connection, "2281", logged_long_ago(older.c_str()));
        insert_as_before(connection, "2280", logged_long_ago(older.c_str()));
    });
    database->migrate(all);
    FollowedLog log(std::move(database));
    const std::string fresh = log.add();
    EXPECT_EQ(log.after(""), (std::vector{older, newer, fresh}));
    EXPECT_EQ(log.after(older, 1), std::vector{newer});
    EXPECT_EQ(log.after(newer), std::vector{fresh});
}

TEST(FollowTheLog, AFormThatWasSentBeforeTheUpgradeIsStillTheSameEntryAfterwards) {
    const testing::DatabasePlace place{testing::Schema::empty};
    auto database = db::open(place.options());
    const auto all = db::embedded_migrations();
    const auto form_keys = std::ranges::find_if(
        all, [](const db::Migration& one) { return std::string_view(one.name).ends_with("inquiries_form_keys"); });
    ASSERT_NE(form_keys, all.end());
    database->migrate(all.first(static_cast<std::size_t>(form_keys - all.begin())));
    const base::Instant now = testing::at("2026-11-22T12:00:00Z");
    const auto claim = [&](const store::Key& key, const char* id) {
        return database->write([&](db::Connection& connection) { return store::claim_key(connection, key, id, now); });
    };
    EXPECT_TRUE(claim({"2281", "anna", "form:abc", "print"}, "one"));
    EXPECT_TRUE(claim({"2281", "token:t", "form:abc", "print"}, "two"));
    database->migrate(all);
    EXPECT_FALSE(claim({"2281", "anna", "form:abc:print", "print"}, "three"));
    EXPECT_TRUE(claim({"2281", "anna", "form:abc:scan", "scan"}, "four"));
    EXPECT_FALSE(claim({"2281", "token:t", "form:abc", "print"}, "five")) << "a program chose it, and sends it again";
}

TEST(FollowTheLog, WhatWasReferredToByASlugBeforeIsOneTargetAfterwards) {
    const testing::DatabasePlace place{testing::Schema::empty};
    auto database = db::open(place.options());
    const auto all = db::embedded_migrations();
    const auto by_id = std::ranges::find_if(
        all, [](const db::Migration& one) { return std::string_view(one.name).ends_with("referral_targets_by_id"); });
    ASSERT_NE(by_id, all.end());
    database->migrate(all.first(static_cast<std::size_t>(by_id - all.begin())));
    const auto run = [&](const char* statement) {
        database->write([&](db::Connection& connection) {
            connection.execute(db::Statement{"test/referred_before", statement, statement});
        });
    };
    run("INSERT INTO directory_e_service VALUES ('2281', 'sundsvall-bygglov', 'bygglov', 'Bygglov', '', '', '', '', '', 0, '', "
        "'', '', '', '', '', '', '', '', 'open', '', '', '', '', 0, 1, '')");
    const char* entries[][2] = {{"one", "bygglov"}, {"two", "sundsvall-bygglov"}, {"three", "gone"}};
    for (const auto& [id, target] : entries) {
        StoredInquiry stored = logged_long_ago(id);
        stored.inquiry.outcome = "referred";
        stored.inquiry.referred_to = std::string("e_service:") + target;
        database->write([&](db::Connection& connection) { insert_as_before(connection, "2281", stored); });
        const std::string referral = std::string("INSERT INTO referral_referral (municipality_id, id, at, target_kind, "
            "target_id, "
            "target_title, handover, inquiry_id) VALUES ('2281', '") + id + "', '2026-03-01T08:00:00.000Z', 'e_service', '" +
            target + "', 'Bygglov', 'cold', '" + id + "')";
        run(referral.c_str());
    }
    database->migrate(all);
    const auto referred_to = [&](const char* id) {
        return database->read([&](db::Connection& connection) { return store::find(connection, "2281", id); })
            ->inquiry.referred_to;
    };
    EXPECT_EQ(referred_to("one"), "e_service:sundsvall-bygglov");
    EXPECT_EQ(referred_to("two"), "e_service:sundsvall-bygglov");
    EXPECT_EQ(referred_to("three"), "e_service:gone") << "nobody knows what it was";
}

TEST(FollowTheLog, ACursorOfAnotherLogIsRefused) {
    FollowedLog log(testing::fresh_database());
    log.add();
    const std::string elsewhere = log.log.inquiries.log(harnosand, a_visit(), "anna", "", "")->id;
    EXPECT_EQ(log.client.get("/api/v1/sundsvall/inquiries?cursor=" + elsewhere).status, 400);
    EXPECT_EQ(log.client.get("/api/v1/sundsvall/inquiries?cursor=0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11").status, 400);
}

}  // namespace
}  // namespace digilots::inquiries
