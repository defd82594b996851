// One rule for new passwords, wherever they are given: at a page or to a command.
#include "accounts/password.h"

#include <gtest/gtest.h>

#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

const std::string unseen[] = {"hemlig \x01 fras",        "hemlig \x7f fras",         std::string("hemlig \0 fras", 13),
                              "hemlig \u202e fras",      "hemlig \u2066 fras",       "hemlig \u0085 fras",
                              "hemlig fras\r med ord",   "hemlig fras\nmed ord"};

TEST(Passwords, HoldNothingThatCannotBeSeenOrTyped) {
    for (const auto& password : unseen) EXPECT_TRUE(password_fault(password, "anna@sundsvall.example")) << password;
    for (const char* password : {"hemlig fras med ord", "lösenfras 100 %", "كلمة سر طويلة", "fras\tmed tabb",
                                 "\U0001F468\u200D\U0001F4BB vid datorn"}) {
        EXPECT_FALSE(password_fault(password, "anna@sundsvall.example")) << password;
    }
}

TEST(Passwords, OfACommandFollowTheRuleOfThePages) {
    StaffWorld world;
    NewAccount account;
    account.municipality_id = sundsvall;
    account.role = http::Role::guide;
    account.email = "eva@sundsvall.example";
    for (const auto& password : unseen) {
        account.password = password;
        const auto added = world.accounts.add(account);
        ASSERT_FALSE(added) << password;
        EXPECT_NE(added.error().find("cannot be seen or typed"), std::string::npos) << added.error();
    }
    account.password = "hemlig fras med ord";
    EXPECT_TRUE(world.accounts.add(account));
}

}  // namespace
}  // namespace digilots::accounts
