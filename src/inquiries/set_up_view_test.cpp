// What is missing stands on the first page of those who lead the work, each with its way, until it is there.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

constexpr const char* heading = "What is missing before you begin";

struct SetUpAtDesk : ::testing::Test, DeskWorld {
    SetUpAtDesk() {
        log.inquiries.know_set_up([this](const http::Tenant&) {
            return std::vector<SetUpStep>{{TEXT("Places that help"), "/staff/directory/places", http::Role::editor, has_places},
                                          {TEXT("Phone hours"), "/staff/settings", http::Role::administrator, false}};
        });
    }
    testing::Page desk_of(const std::string& whom) {
        client.cookies()["session"] = whom;
        return client.get("/sundsvall/staff/");
    }
    testing::Page steps_of(const std::string& whom) {
        client.cookies()["session"] = whom;
        return client.get("/sundsvall/staff/set-up");
    }
    bool has_places = false;
};

TEST_F(SetUpAtDesk, EachHasItsWayOrItsMark) {
    const auto desk = desk_of("administrator");
    EXPECT_EQ(desk.link("Before you begin: 3 steps left"), "/sundsvall/staff/set-up") << desk.html;
    EXPECT_FALSE(desk.says("Places that help")) << "the desk stays in sight";
    auto page = steps_of("administrator");
    EXPECT_TRUE(page.says(heading) && page.says("0 of 3 are done")) << page.html;
    EXPECT_EQ(page.link("Places that help"), "/sundsvall/staff/directory/places");
    EXPECT_EQ(page.link("What the desk asks, and the order of its buttons"), "/sundsvall/staff/settings/log-questions");
    has_places = true;
    page = steps_of("administrator");
    EXPECT_TRUE(page.says("1 of 3 are done") && page.says("Done:")) << page.html;
}

TEST_F(SetUpAtDesk, OfWhatOnlyAnAdministratorMayDoItIsSaid) {
    const auto page = steps_of("coordinator");
    EXPECT_EQ(page.link("Places that help"), "/sundsvall/staff/directory/places");
    EXPECT_TRUE(page.says("an administrator does it")) << page.html;
}

TEST_F(SetUpAtDesk, GuidesAreNotToldOfIt) {
    EXPECT_FALSE(desk_of("guide").says("Before you begin"));
    EXPECT_EQ(steps_of("guide").status, 404);
}

TEST_F(SetUpAtDesk, WhatTheDeskAsksIsDoneOnceItIsSaved) {
    client.cookies()["session"] = "administrator";
    log.inquiries.know_set_up([](const http::Tenant&) { return std::vector<SetUpStep>{}; });
    EXPECT_TRUE(client.get("/sundsvall/staff/").says("Before you begin: 1 step left"));
    const auto form = client.get("/sundsvall/staff/settings/log-questions");
    ASSERT_TRUE(client.submit(form, {{"asked", "minutes"}}, "", "/log-questions").says("Saved"));
    EXPECT_FALSE(client.get("/sundsvall/staff/").says("Before you begin")) << "all is there";
    EXPECT_TRUE(client.get("/sundsvall/staff/set-up").says("Nothing is missing"));
}

}  // namespace
}  // namespace digilots::inquiries
