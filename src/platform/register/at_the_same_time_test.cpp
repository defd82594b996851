// Several people, on two servers, change the same register at the same moment.
#include <gtest/gtest.h>

#include <array>

#include "platform/audit/audit.h"
#include "platform/base/form_key.h"
#include "platform/register/import.h"
#include "platform/register/register_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::register_ {
namespace {

struct TwoServers {
    RegisterWorld world;
    std::unique_ptr<db::Database> second = db::open(world.place.options());
    Records partners_there{partner_register(), *second, world.clock, contacts()};
    Records rings_there{ring_register(), *second, world.clock};

    Records& partners(int runner) { return runner % 2 == 0 ? world.partners : partners_there; }
    Records& rings(int runner) { return runner % 2 == 0 ? world.rings : rings_there; }
};

TEST(RegisterAtTheSameTime, AFormThatIsSentTwiceAtOnceAddsOneRecordAndBothAreToldSo) {
    TwoServers two;
    for (int round = 0; round < 12; ++round) {
        const Draft draft{{"name", {"Partner " + std::to_string(round)}},
                          {"kind", {"school"}},
                          {"form_key", {base::form_key_for("", two.world.clock.now())}}};
        std::array<std::string, 4> ids;
        testing::race(4, [&](int runner) {
            const auto added = two.partners(runner).add(two.world.around(), draft, "anna");
            if (added) ids[static_cast<std::size_t>(runner)] = added->id;
        });
        EXPECT_NE(ids[0], "");
        for (const auto& id : ids) EXPECT_EQ(id, ids[0]) << round;
        EXPECT_EQ(two.world.partners.list(two.world.around(), {}, 100, 0).found, round + 1);
    }
}

TEST(RegisterAtTheSameTime, OfThoseWhoHaveSeenTheSameOneIsSavedAndTheOthersAreTold) {
    TwoServers two;
    auto record = two.world.add(full_partner());
    for (int round = 0; round < 15; ++round) {
        const auto seen = base::Seen::mark(two.world.partners.mark_of(record));
        const int saved = testing::count_winners(4, [&](int runner) {
            auto& partners = two.partners(runner);
            auto draft = partners.draft_of(record, two.world.around());
            draft["about"] = {"varv " + std::to_string(round) + " av " + std::to_string(runner)};
            const auto changed = partners.change(two.world.around(), record.id, draft, "anna", seen);
            return changed.has_value();
        });
        EXPECT_EQ(saved, 1) << round;
        record = *two.world.partners.find(sundsvall, record.id);
        EXPECT_EQ(record.version, round + 2);
    }
    const auto trail = two.world.database->read(
        [&](db::Connection& c) { return audit::entries_of(c, sundsvall, "partner:" + record.id, 100); });
    EXPECT_EQ(trail.size(), 16u) << "one for each version";
}

TEST(RegisterAtTheSameTime, WhoChangesAndWhoDeletesAreNotBothRight) {
    TwoServers two;
    for (int round = 0; round < 15; ++round) {
        const auto record = two.world.add({{"name", {"Namn " + std::to_string(round)}}});
        const auto seen = base::Seen::mark(two.world.partners.mark_of(record));
        const int done = testing::count_winners(3, [&](int runner) {
            auto& partners = two.partners(runner);
            if (runner == 0) return partners.remove(two.world.around(), record.id, "anna", seen);
            if (runner == 1)
                return partners.set_use(two.world.around(), record.id, Records::Use::ended, "bo", seen);
            auto draft = partners.draft_of(record, two.world.around());
            draft["about"] = {"ny"};
            return partners.change(two.world.around(), record.id, draft, "cia", seen).has_value();
        });
        EXPECT_EQ(done, 1) << round;
    }
}

TEST(RegisterAtTheSameTime, OfTwoWithOneNameOneIsKept) {
    TwoServers two;
    for (int round = 0; round < 15; ++round) {
        const int added = testing::count_winners(4, [&](int runner) {
            const Draft draft{{"name", {"Samma " + std::to_string(round)}}, {"kind", {"school"}}};
            return two.partners(runner).add(two.world.around(), draft, "anna").has_value();
        });
        EXPECT_EQ(added, 1) << round;
    }
}

TEST(RegisterAtTheSameTime, OfTwoTablesThatSayTheSameOneIsTakenInWholeAndTheOtherNotAtAll) {
    TwoServers two;
    for (int round = 0; round < 8; ++round) {
        const auto number = std::to_string(round);
        const auto table = "Name;Kind\r\nA" + number + ";School\r\nSamma " + number + ";School\r\n";
        const auto other = "Name;Kind\r\nB" + number + ";School\r\nSamma " + number + ";School\r\n";
        const std::array plans{plan_import(two.world.partners, table, two.world.around()),
                               plan_import(two.partners_there, other, two.world.around())};
        const int done = testing::count_winners(2, [&](int runner) {
            const auto& plan = plans[static_cast<std::size_t>(runner)];
            return carry_out(two.partners(runner), plan, two.world.around(), "anna").is_done;
        });
        EXPECT_EQ(done, 1) << round;
        EXPECT_EQ(two.world.partners.list(two.world.around(), {}, 100, 0).found, 2 * (round + 1));
    }
}

TEST(RegisterAtTheSameTime, FewKeepTheirOrderWithoutGapsAndTheirNumber) {
    TwoServers two;
    const int first = testing::count_winners(4, [&](int runner) {
        return two.rings(runner)
            .add(two.world.around(), {{"title", {"Ring " + std::to_string(runner)}}}, "anna")
            .has_value();
    });
    EXPECT_EQ(first, 4);
    const int more = testing::count_winners(4, [&](int runner) {
        return two.rings(runner)
            .add(two.world.around(), {{"title", {"Till " + std::to_string(runner)}}}, "anna")
            .has_value();
    });
    EXPECT_EQ(more, 0) << "there is room for four";
    for (int round = 0; round < 10; ++round) {
        const auto all = two.world.rings.all(sundsvall);
        testing::race(2, [&](int runner) {
            const auto& ring = all[static_cast<std::size_t>(round + runner) % 4];
            const Draft draft{{"title", {ring.text("title")}}, {"position", {runner == 0 ? "1" : "4"}}};
            EXPECT_TRUE(
                two.rings(runner).change(two.world.around(), ring.id, draft, "anna", base::Seen::anything()));
        });
        const auto after = two.world.rings.all(sundsvall);
        ASSERT_EQ(after.size(), 4u);
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_EQ(after[i].position, static_cast<std::int64_t>(i)) << round;
    }
}

}  // namespace
}  // namespace digilots::register_
