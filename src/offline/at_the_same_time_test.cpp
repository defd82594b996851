// Two servers: the same entry, the first key, the last device at the same moment.
#include "offline/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::offline {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() {
        first.open_municipalities();
        second.versions.refresh();
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(OfflineAtTheSameTime, OfManyWhoSendTheSameOneIsLogged) {
    TwoServers two;
    const auto device = two.first.offline.add_device(here, "anna", "").value();
    for (int round = 0; round < 4; ++round) {
        const auto sent = sealed(device, base::new_uuid(two.clock.now()), two.clock.now(), a_form());
        const int logged = testing::count_winners(4, [&](int runner) {
            const auto answer = two.of(runner).offline.receive(sundsvall, sent, two.clock.now(), i18n::translator("en"));
            EXPECT_TRUE(answer.state == Answer::State::stored || answer.state == Answer::State::already);
            return answer.state == Answer::State::stored;
        });
        EXPECT_EQ(logged, 1) << round;
    }
    EXPECT_EQ(two.first.logged(), 4);
}

TEST(OfflineAtTheSameTime, OfTwoAuthorsWithOneNumberNobodyIsToldThatTheOthersIsTheirs) {
    TwoServers two;
    const NewDevice devices[] = {two.first.offline.add_device(here, "anna", "").value(),
                                 two.first.offline.add_device(here, "bo", "").value()};
    for (int round = 0; round < 4; ++round) {
        const auto id = base::new_uuid(two.clock.now());
        const int logged = testing::count_winners(2, [&](int runner) {
            const auto sent = sealed(devices[runner], id, two.clock.now(), a_form());
            const auto answer = two.of(runner).offline.receive(sundsvall, sent, two.clock.now(), i18n::translator("en"));
            EXPECT_TRUE(answer.state == Answer::State::stored || answer.state == Answer::State::refused);
            return answer.state == Answer::State::stored;
        });
        EXPECT_EQ(logged, 1) << round;
    }
    EXPECT_EQ(two.first.logged(), 4);
}

TEST(OfflineAtTheSameTime, TheFirstKeyStandsForAll) {
    TwoServers two;
    std::vector<std::string> keys(6);
    testing::race(6, [&](int runner) {
        keys[static_cast<std::size_t>(runner)] = server_key(two.of(runner).database, two.clock.now()).key.public_key;
    });
    for (const auto& key : keys) EXPECT_EQ(key, keys.front());
}

TEST(OfflineAtTheSameTime, NobodyGetsMoreDevicesThanOneMayHave) {
    TwoServers two;
    for (int number = 1; number < Offline::most_devices; ++number) two.first.offline.add_device(here, "anna", "");
    const int added =
        testing::count_winners(4, [&](int runner) { return two.of(runner).offline.add_device(here, "anna", "").has_value(); });
    EXPECT_EQ(added, 1);
    EXPECT_EQ(std::ssize(two.first.offline.devices_of(here, "anna")), Offline::most_devices);
}

}  // namespace
}  // namespace digilots::offline
