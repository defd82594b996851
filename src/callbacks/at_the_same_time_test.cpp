// Two servers: who takes, closes and corrects at the same moment.
#include "callbacks/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::callbacks {
namespace {

using register_::Stepped;

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() {
        open_municipalities(first);
        refresh();
    }
    void refresh() {
        first.versions.refresh();
        second.versions.refresh();
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(CallBacksAtTheSameTime, OfTwoWhoTakeOneHasItAndTheOtherIsTold) {
    TwoServers two;
    const std::vector<std::string> people{"anna", "bo"};
    for (int round = 0; round < 6; ++round) {
        const auto id = two.first.add("Matter " + std::to_string(round), "060-19 10 11", "system");
        const auto seen = two.first.seen(id);
        std::vector<Stepped> came_of(2, Stepped::not_there);
        testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            came_of[who] = two.of(runner).callbacks.take(two.of(runner).around(), id, people[who], seen);
        });
        ASSERT_NE(came_of[0], came_of[1]) << round;
        const auto winner = came_of[0] == Stepped::done ? 0U : 1U;
        EXPECT_EQ(came_of[1 - winner], Stepped::changed);
        EXPECT_EQ(two.first.stands(id).text("person"), people[winner]);
    }
}

TEST(CallBacksAtTheSameTime, OfTwoWhoCloseOneDoesAndItCountsOnce) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        const auto id = two.first.add("Matter " + std::to_string(round));
        const auto seen = two.first.seen(id);
        const std::vector<std::string> outcomes{"reached", "not_reached"};
        std::vector<Stepped> came_of(2, Stepped::not_there);
        testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            came_of[who] = two.of(runner).callbacks.close(two.of(runner).around(), id, {outcomes[who]}, "anna", seen);
        });
        ASSERT_NE(came_of[0], came_of[1]) << round;
        EXPECT_EQ(two.first.stands(id).text("outcome"), outcomes[came_of[0] == Stepped::done ? 0 : 1]);
    }
    const base::Date day = base::parse_date("2026-11-25").value();
    const auto share = two.first.callbacks.measures()[1].figures({{here}, {day, day}, {}, {}});
    ASSERT_EQ(share.size(), 1U);
    EXPECT_EQ(share.front().value.of, 6);
    two.refresh();
    EXPECT_TRUE(two.second.waiting().empty());
}

/// A program's way in at one server.
testing::Page close_as_program(Server& at, base::TestClock& clock, const std::string& id) {
    http::Gatekeeper keeper;
    keeper.find_tenant = [](std::string_view) { return std::optional(sundsvall); };
    keeper.find_token = [](std::string_view scope, base::Instant) {
        http::Identity identity;
        identity.token_id = "t1";
        identity.municipality_id = here;
        identity.scopes = {std::string(scope)};
        return std::optional(identity);
    };
    http::Server server{{}, routes_of({slice(at.callbacks)}), std::move(keeper), html::error_page, clock};
    return testing::PageClient(server).send(http::Method::post, "/api/v1/sundsvall/callbacks/" + id + "/close",
                                            R"({"outcome":"reached"})",
                                            {{"Authorization", "Bearer callbacks:write"}, {"Content-Type", "application/json"}});
}

TEST(CallBacksAtTheSameTime, ProgramsThatCloseItAlikeAreAllToldThatItIs) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        const auto id = two.first.add("Matter " + std::to_string(round));
        two.refresh();
        std::vector<int> statuses(4, 0);
        testing::race(4, [&](int runner) {
            statuses[static_cast<std::size_t>(runner)] = close_as_program(two.of(runner), two.clock, id).status;
        });
        EXPECT_EQ(statuses, std::vector<int>(4, 200)) << round;
    }
}

TEST(CallBacksAtTheSameTime, WhoTakesItWhileItsEntryIsUndoneIsNotLeftWithNothing) {
    TwoServers two;
    for (int round = 0; round < 6; ++round) {
        const auto entry = two.first.log(two.first.a_visit("call_back"));
        two.refresh();
        const auto id = two.first.waiting().front().id;
        const auto seen = two.first.seen(id);
        Stepped taken = Stepped::not_there;
        testing::race(2, [&](int runner) {
            if (runner == 0) taken = two.first.callbacks.take(two.first.around(), id, "bo", seen);
            else two.second.inquiries.remove(sundsvall, entry, "anna");
        });
        two.refresh();
        const auto left = two.first.records().find(here, id);
        EXPECT_EQ(left.has_value(), taken == Stepped::done) << round << ": what is acknowledged is there";
        if (left) {
            EXPECT_EQ(two.first.callbacks.close(two.first.around(), id, {"withdrawn"}, "bo", two.first.seen(id)), Stepped::done);
        }
        two.refresh();
    }
}

TEST(CallBacksAtTheSameTime, OneEntryCorrectedTwiceHasOneCallBack) {
    TwoServers two;
    for (int round = 0; round < 4; ++round) {
        const auto entry = two.first.log(two.first.a_visit("answered"));
        testing::race(4, [&](int runner) {
            auto& server = two.of(runner);
            auto corrected = server.inquiries.find(sundsvall, entry).value();
            corrected.outcome = "call_back";
            corrected.minutes = runner + 1;
            server.inquiries.correct(sundsvall, corrected, "anna");
        });
        two.refresh();
        EXPECT_EQ(two.first.waiting().size(), static_cast<std::size_t>(round) + 1);
    }
}

}  // namespace
}  // namespace digilots::callbacks
