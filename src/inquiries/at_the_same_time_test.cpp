// Two people, or a person and a program, do the same to the log at the same moment.
#include <gtest/gtest.h>

#include <thread>

#include "inquiries/desk_for_tests.h"
#include "platform/testing/race.h"
#include "platform/testing/retention.h"

namespace digilots::inquiries {
namespace {

struct LogOnTwoServers {
    testing::DatabasePlace place{testing::Schema::migrated};
    LogForTests first{db::open(place.options())}, second{db::open(place.options())};

    Inquiries& of(int runner) { return runner % 2 == 0 ? first.inquiries : second.inquiries; }
};

TEST(AtTheSameTime, AnInquirySentTwiceWithOneKeyIsLoggedOnce) {
    LogOnTwoServers world;
    for (int round = 0; round < 10; ++round) {
        const std::string key = "key " + std::to_string(round);
        const int fresh = testing::count_winners(4, [&](int runner) {
            return !world.of(runner).log(sundsvall, a_visit(), "anna", key, "the same")->repeated;
        });
        EXPECT_EQ(fresh, 1) << round;
    }
    EXPECT_EQ(world.first.total("inquiries", "2026-11-22", "2026-11-22"), 10);
}

TEST(AtTheSameTime, AnInquiryIsDeletedOnceAndCorrectionsKeepTheCounts) {
    LogOnTwoServers world;
    for (int round = 0; round < 10; ++round) {
        const std::string id = world.first.inquiries.log(sundsvall, a_visit(), "anna", "", "")->id;
        Inquiry changed = *world.first.inquiries.find(sundsvall, id);
        changed.topics = {"bank"};
        const int deleted = testing::count_winners(4, [&](int runner) {
            if (runner < 2) return world.of(runner).remove(sundsvall, id, "anna");
            world.of(runner).correct(sundsvall, changed, "bo");
            return false;
        });
        EXPECT_EQ(deleted, 1) << round;
    }
    EXPECT_EQ(world.first.total("inquiries", "2026-11-22", "2026-11-22"), 0);
    EXPECT_TRUE(world.first.inquiries.check_counts().empty());
}

TEST(AtTheSameTime, OfTwoWhoCorrectWhatBothHaveSeenOneIsTold) {
    LogOnTwoServers world;
    for (int round = 0; round < 10; ++round) {
        const std::string id = world.first.inquiries.log(sundsvall, a_visit(), "anna", "", "")->id;
        const Inquiry seen = *world.first.inquiries.find(sundsvall, id);
        const int saved = testing::count_winners(4, [&](int runner) {
            Inquiry mine = seen;
            mine.minutes = 10 + runner;
            return world.of(runner).correct(sundsvall, mine, "bo", base::Seen::mark(mark_of(seen)));
        });
        EXPECT_EQ(saved, 1) << round;
    }
    EXPECT_TRUE(world.first.inquiries.check_counts().empty());
}

/// Of one municipality's desks on two servers; the receiving one tells how a referral went.
struct DesksOnTwoServers {
    testing::DatabasePlace place{testing::Schema::migrated};
    DeskWorld sending{db::open(place.options())}, receiving{db::open(place.options())};

    /// The desk's page after it.
    testing::Page refer() {
        const testing::FormFields typed{{"topic", "bank"}, {"outcome", "referred"}, {"referred_to", "place:sundsvall-mobidig"}};
        return sending.client.submit(sending.client.get("/sundsvall/staff/"), typed, "", "/staff/inquiries");
    }

    bool tell(const referral::Referred& sent) {
        return receiving.referral.set_outcome(sundsvall, sent.id, referral::ReferralOutcome::unknown,
                                              referral::ReferralOutcome::reached);
    }
};

TEST(AtTheSameTime, AnEntryIsTakenBackOrItsOutcomeToldButNeverBoth) {
    DesksOnTwoServers world;
    for (int round = 0; round < 12; ++round) {
        const auto logged = world.refer();
        const auto sent = world.sending.referral.recent(sundsvall, 1).at(0);
        bool is_told = false, is_undone = false;
        testing::race(2, [&](int runner) {
            if (runner == 0) is_undone = world.sending.client.submit(logged, {}, "", "/undo").says("Undone");
            else is_told = world.tell(sent);
        });
        EXPECT_NE(is_told, is_undone) << round;
        EXPECT_EQ(world.sending.log.inquiries.find(sundsvall, sent.inquiry_id).has_value(), is_told) << round;
        EXPECT_EQ(world.sending.referral.find_referral(sundsvall, sent.id).has_value(), is_told) << round;
    }
    EXPECT_TRUE(world.sending.log.inquiries.check_counts().empty());
}

TEST(AtTheSameTime, AnOutcomeToldWhileAnEntryIsTakenBackKeepsBoth) {
    DesksOnTwoServers world;
    if (world.sending.log.database->engine() == db::Engine::sqlite) GTEST_SKIP() << "one writer: nobody tells it in between";
    world.refer();
    const auto sent = world.sending.referral.recent(sundsvall, 1).at(0);
    const Unless told_meanwhile = [&](db::Connection& connection, const Inquiry& entry) {
        std::thread([&] { world.tell(sent); }).join();      // as somebody else does: a thread writes once at a time
        return !world.sending.referral.withdraw_untold(connection, sundsvall, entry.id);
    };
    EXPECT_FALSE(world.sending.log.inquiries.remove(sundsvall, sent.inquiry_id, "guide", base::Seen::anything(), {}, {},
                                                    told_meanwhile));
    EXPECT_TRUE(world.sending.log.inquiries.find(sundsvall, sent.inquiry_id));
    EXPECT_EQ(world.sending.referral.recent(sundsvall, 1).at(0).outcome, referral::ReferralOutcome::reached);
}

TEST(AtTheSameTime, TwoServersDeleteANoteThatHasHadItsTimeOnce) {
    LogOnTwoServers world;
    std::vector<std::string> ids;
    for (int i = 0; i < 20; ++i) {
        Inquiry visit = a_visit();
        visit.note = "needs large print";
        ids.push_back(world.first.inquiries.log(sundsvall, visit, "anna", "", "")->id);
    }
    world.first.clock.advance(std::chrono::days{400});
    world.second.clock.advance(std::chrono::days{400});
    testing::race(2, [&](int runner) {
        auto& log = runner == 0 ? world.first : world.second;
        testing::delete_due(*log.database, retention_rules(), notes_rule, sundsvall.id, log.clock.now());
    });
    for (const auto& id : ids) {
        const auto changes = world.first.database->read(
            [&](db::Connection& connection) { return store::list_changes(connection, sundsvall.id, id); });
        EXPECT_EQ(changes.size(), 1u);
    }
}

}  // namespace
}  // namespace digilots::inquiries
