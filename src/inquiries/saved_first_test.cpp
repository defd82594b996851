// An entry whose answer was lost, changed and sent again: it counts once, and whoever sent it says what it is.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

class SavedFirst : public ::testing::Test, protected DeskWorld {
protected:
    /// The first is logged, its answer lost; then another topic is chosen in the same form.
    testing::Page change_unsent(const std::string& topic = "print") {
        desk = client.get("/sundsvall/staff/");
        client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries");
        log.clock.advance(std::chrono::minutes(1));
        return client.submit(desk, {{"topic", topic}, {"unsent", "1"}}, "", "/staff/inquiries");
    }
    std::int64_t logged() { return log.total("inquiries", "2026-11-22", "2026-11-22"); }
    std::string mark_in(const testing::Page& asked) {
        const std::string before = "name=\"saved_first\" value=\"";
        const auto at = asked.html.find(before) + before.size();
        return asked.html.substr(at, asked.html.find('"', at) - at);
    }

    testing::Page desk;
};

TEST_F(SavedFirst, IsSaidAndChangedInItsPlace) {
    const auto asked = change_unsent();
    EXPECT_EQ(asked.status, 409);
    EXPECT_TRUE(asked.says("What you sent first had arrived and is saved")) << asked.html;
    EXPECT_EQ(logged(), 1);
    const auto changed = client.submit(asked, {}, "saved_first=" + mark_in(asked), "/staff/inquiries");
    EXPECT_TRUE(changed.says("Logged: Print")) << changed.html;
    EXPECT_EQ(logged(), 1);
    EXPECT_TRUE(client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries").says("Logged: Print")) << "late, once more";
    EXPECT_EQ(logged(), 1);
}

TEST_F(SavedFirst, MayBeAnotherVisit) {
    const auto asked = change_unsent();
    EXPECT_TRUE(client.submit(asked, {}, "saved_first=another", "/staff/inquiries").says("Logged: Print"));
    EXPECT_EQ(logged(), 2);
}

TEST_F(SavedFirst, OfWhatHasNotArrivedNobodyIsAsked) {
    desk = client.get("/sundsvall/staff/");
    EXPECT_TRUE(client.submit(desk, {{"topic", "bank"}, {"unsent", "1"}}, "", "/staff/inquiries").says("Logged: Banking"));
    EXPECT_TRUE(client.submit(desk, {{"topic", "bank"}, {"unsent", "1"}}, "", "/staff/inquiries").says("Logged: Banking"));
    EXPECT_EQ(logged(), 1) << "the same once more";
    EXPECT_TRUE(client.submit(desk, {{"topic", "print"}}, "", "/staff/inquiries").says("Logged: Print"))
        << "back to a form that was answered: the next visit";
    EXPECT_EQ(logged(), 2);
}

TEST_F(SavedFirst, WhatAColleagueChangedMeanwhileIsAskedAboutAnew) {
    const auto asked = change_unsent();
    const auto again = client.submit(asked, {}, "saved_first=0000", "/staff/inquiries");
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.says("What you sent first had arrived")) << again.html;
    EXPECT_EQ(logged(), 1);
}

}  // namespace
}  // namespace digilots::inquiries
