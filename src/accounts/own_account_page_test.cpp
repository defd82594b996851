#include <gtest/gtest.h>

#include <liboath/oath.h>

#include <cstdlib>

#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

class OwnAccount : public ::testing::Test, protected StaffWorld {
protected:
    std::string id = add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    testing::PageClient person = signed_in("guide@sundsvall.example");

    std::string code_for(const std::string& secret) {
        char* bytes = nullptr;
        std::size_t length = 0;
        EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &bytes, &length), OATH_OK);
        char code[7] = {};
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(clock.now().time_since_epoch()).count();
        oath_totp_generate(bytes, length, static_cast<time_t>(seconds), 30, 0, 6, code);
        std::free(bytes);
        return code;
    }
    static std::string between(const testing::Page& page, const std::string& before,
                               const std::string& after) {
        const auto start = page.html.find(before);
        if (start == std::string::npos) return "";
        const auto from = start + before.size();
        return page.html.substr(from, page.html.find(after, from) - from);
    }
    /// Turned on; the secret.
    std::string turn_on() {
        const auto setup = person.submit(person.get("/staff/account"), {}, "", "second-step");
        const auto secret = between(setup, "<code>", "</code>");
        EXPECT_EQ(secret.size(), 32U);
        const auto done = person.submit(setup, {{"code", code_for(secret)}});
        EXPECT_TRUE(done.says("The second step is turned on."));
        spare_code = between(done, "<li><code>", "</code>");
        return secret;
    }
    std::string spare_code;
};

TEST_F(OwnAccount, changing_the_password_ends_all_other_sessions) {
    auto elsewhere = signed_in("guide@sundsvall.example");
    const auto page = person.submit(person.get("/staff/account"), {{"old_password", right_password},
                                                                   {"new_password", "en helt annan fras"}});
    EXPECT_TRUE(page.says("The password is changed."));
    EXPECT_EQ(person.get("/sundsvall/staff/").status, 200);
    EXPECT_TRUE(elsewhere.get("/sundsvall/staff/").url.starts_with("/login"));
    EXPECT_EQ(client().sign_in("guide@sundsvall.example", "en helt annan fras").url, "/sundsvall/staff/");
}

TEST_F(OwnAccount, the_present_password_is_asked_for_and_cannot_be_guessed_fast) {
    testing::Page page;
    for (int guess = 0; guess < 5; ++guess) {
        page = person.submit(person.get("/staff/account"),
                             {{"old_password", "wrong one"}, {"new_password", "en helt annan fras"}});
        EXPECT_TRUE(page.says("The present password is wrong."));
    }
    page = person.submit(person.get("/staff/account"),
                         {{"old_password", right_password}, {"new_password", "en helt annan fras"}});
    EXPECT_TRUE(page.says("Too many wrong attempts."));
}

TEST_F(OwnAccount, the_second_step_asks_for_a_code_that_counts_once) {
    const auto secret = turn_on();
    clock.advance(60s);
    auto other = client();
    const auto second = other.submit(other.get("/login"),
                                     {{"email", "guide@sundsvall.example"}, {"password", right_password}});
    EXPECT_EQ(second.heading(), "Write your code");
    EXPECT_FALSE(other.cookies().contains("session"));
    EXPECT_TRUE(other.submit(second, {{"code", "000000"}}).says("The code is wrong."));
    const auto code = code_for(secret);
    EXPECT_EQ(other.submit(second, {{"code", code}}).url, "/sundsvall/staff/");

    auto thief = client();
    const auto again = thief.submit(thief.get("/login"),
                                    {{"email", "guide@sundsvall.example"}, {"password", right_password}});
    EXPECT_TRUE(thief.submit(again, {{"code", code}}).says("The code is wrong."));
}

TEST_F(OwnAccount, a_code_used_while_the_clock_was_ahead_locks_nobody_out) {
    const auto secret = turn_on();
    const auto now = clock.now() + 60s;
    for (const auto when : {now + 240h, now}) {
        clock.set(when);
        auto other = client();
        const auto second = other.submit(other.get("/login"),
                                         {{"email", "guide@sundsvall.example"}, {"password", right_password}});
        EXPECT_EQ(other.submit(second, {{"code", code_for(secret)}}).url, "/sundsvall/staff/");
    }
    auto thief = client();
    const auto again = thief.submit(thief.get("/login"),
                                    {{"email", "guide@sundsvall.example"}, {"password", right_password}});
    EXPECT_TRUE(thief.submit(again, {{"code", code_for(secret)}}).says("The code is wrong.")) << "still once";
}

TEST_F(OwnAccount, codes_cannot_be_guessed_fast) {
    turn_on();
    auto thief = client();
    const auto second = thief.submit(thief.get("/login"),
                                     {{"email", "guide@sundsvall.example"}, {"password", right_password}});
    for (int guess = 0; guess < 5; ++guess) EXPECT_EQ(thief.submit(second, {{"code", "000000"}}).status, 422);
    EXPECT_EQ(thief.submit(second, {{"code", "000000"}}).status, 429);
}

TEST_F(OwnAccount, a_ticket_to_the_second_step_ends_after_five_minutes) {
    const auto secret = turn_on();
    auto other = client();
    const auto second = other.submit(other.get("/login"),
                                     {{"email", "guide@sundsvall.example"}, {"password", right_password}});
    clock.advance(5min);
    EXPECT_TRUE(other.submit(second, {{"code", code_for(secret)}}).says("It took too long."));
}

TEST_F(OwnAccount, a_spare_code_works_once) {
    turn_on();
    for (const bool works : {true, false}) {
        auto other = client();
        const auto second = other.submit(
            other.get("/login"), {{"email", "guide@sundsvall.example"}, {"password", right_password}});
        EXPECT_EQ(other.submit(second, {{"code", spare_code}}).url == "/sundsvall/staff/", works);
    }
}

TEST_F(OwnAccount, the_second_step_is_turned_off_with_the_password) {
    turn_on();
    EXPECT_TRUE(person.submit(person.get("/staff/account"), {{"password", "wrong one"}})
                    .says("The present password is wrong."));
    EXPECT_TRUE(person.submit(person.get("/staff/account"), {{"password", right_password}})
                    .says("The second step is turned off."));
    EXPECT_EQ(client().sign_in("guide@sundsvall.example", right_password).url, "/sundsvall/staff/");
}

}  // namespace
}  // namespace digilots::accounts
