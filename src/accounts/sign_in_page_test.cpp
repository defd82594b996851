#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

class SignIn : public ::testing::Test, protected StaffWorld {
protected:
    testing::Page try_once(testing::PageClient& person, const std::string& email,
                           const std::string& password) {
        return person.submit(person.get("/login"), {{"email", email}, {"password", password}});
    }
};

TEST_F(SignIn, an_added_account_signs_in_at_once_and_lands_at_its_desk) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = client();
    const auto desk = person.sign_in("Guide@Sundsvall.example", right_password);
    EXPECT_EQ(desk.url, "/sundsvall/staff/");
    EXPECT_EQ(desk.html, "desk of Sundsvall");
}

TEST_F(SignIn, a_wrong_password_and_an_unknown_address_get_the_same_answer) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = client();
    const auto wrong = try_once(person, "guide@sundsvall.example", "something else");
    const auto unknown = try_once(person, "nobody@sundsvall.example", "something else");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_TRUE(wrong.says("The e-mail address or the password is wrong."));
    EXPECT_TRUE(unknown.says("The e-mail address or the password is wrong."));
    EXPECT_FALSE(wrong.says("something else"));
    EXPECT_FALSE(person.cookies().contains("session"));
}

TEST_F(SignIn, an_unknown_address_takes_as_long_as_a_wrong_password) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    const auto time_of = [&](const std::string& email) {
        auto best = std::chrono::steady_clock::duration::max();
        for (int round = 0; round < 3; ++round) {
            auto person = client();
            const auto start = std::chrono::steady_clock::now();
            try_once(person, email, "something else");
            best = std::min(best, std::chrono::steady_clock::now() - start);
        }
        return std::chrono::duration<double>(best).count();
    };
    const double known = time_of("guide@sundsvall.example");
    const double unknown = time_of("nobody@sundsvall.example");
    EXPECT_GT(unknown, known / 3) << "the password of nobody must be hashed too";
    EXPECT_LT(unknown, known * 3);
}

TEST_F(SignIn, empty_fields_are_named) {
    auto person = client();
    const auto page = try_once(person, "", "");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Write your e-mail address."));
    EXPECT_TRUE(page.says("Write your password."));
}

TEST_F(SignIn, guessing_is_slowed_with_waits_that_double) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto attacker = client();
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_EQ(try_once(attacker, "guide@sundsvall.example", "wrong one").status, 422);
    const auto first = try_once(attacker, "guide@sundsvall.example", right_password);
    EXPECT_EQ(first.status, 429) << "even the right password is not looked at";
    EXPECT_EQ(first.header("Retry-After"), "2");
    EXPECT_TRUE(first.says("Wait 2 seconds"));
    clock.advance(2s);
    EXPECT_EQ(try_once(attacker, "guide@sundsvall.example", "wrong one").status, 422);
    EXPECT_EQ(try_once(attacker, "guide@sundsvall.example", "wrong one").header("Retry-After"), "4");
    clock.advance(4s);
    EXPECT_EQ(try_once(attacker, "guide@sundsvall.example", right_password).status, 200);
}

TEST_F(SignIn, a_browser_that_has_signed_in_before_is_not_shut_out_by_others) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = signed_in("guide@sundsvall.example");
    person.cookies().erase("session");
    auto attacker = client();
    for (int guess = 0; guess < 8; ++guess) try_once(attacker, "guide@sundsvall.example", "wrong one");
    EXPECT_EQ(try_once(attacker, "guide@sundsvall.example", "wrong one").status, 429);
    EXPECT_EQ(try_once(person, "guide@sundsvall.example", right_password).url, "/sundsvall/staff/");
}

TEST_F(SignIn, many_accounts_tried_from_one_address_are_slowed_too) {
    auto attacker = client();
    for (int guess = 0; guess < 20; ++guess) {
        EXPECT_EQ(try_once(attacker, "person" + std::to_string(guess) + "@x.example", "wrong one").status,
                  422);
    }
    EXPECT_EQ(try_once(attacker, "another@x.example", "wrong one").status, 429);
}

TEST_F(SignIn, next_leads_only_to_paths_of_this_server) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    const auto land = [&](const std::string& next) {
        auto person = client();
        const auto answer = person.post_once(
            "/login", {{"email", "guide@sundsvall.example"}, {"password", right_password}, {"next", next}});
        return std::string(answer.header("Location"));
    };
    EXPECT_EQ(land("/sundsvall/staff/inquiries?day=today"), "/sundsvall/staff/inquiries?day=today");
    EXPECT_EQ(land("https://other.example/"), "/sundsvall/staff/");
    EXPECT_EQ(land("//other.example/"), "/sundsvall/staff/");
    EXPECT_EQ(land("/\\other.example/"), "/sundsvall/staff/");
    EXPECT_EQ(land("/a\r\nSet-Cookie: x=1"), "/sundsvall/staff/");
}

TEST_F(SignIn, a_page_asked_for_is_shown_after_signing_in) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = client();
    const auto page = person.get("/sundsvall/staff/inquiries");
    EXPECT_TRUE(page.url.starts_with("/login?next="));
    EXPECT_EQ(person.submit(page, {{"email", "guide@sundsvall.example"}, {"password", right_password}}).url,
              "/sundsvall/staff/inquiries");
}

TEST_F(SignIn, a_session_ends_after_two_hours_without_use_and_twelve_in_all) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = signed_in("guide@sundsvall.example");
    clock.advance(1h + 59min);
    EXPECT_EQ(person.get("/sundsvall/staff/").status, 200);
    clock.advance(2h);
    EXPECT_TRUE(person.get("/sundsvall/staff/").url.starts_with("/login"));

    auto busy = signed_in("guide@sundsvall.example");
    for (int hour = 0; hour < 11; ++hour) {
        clock.advance(1h);
        EXPECT_EQ(busy.get("/sundsvall/staff/").url, "/sundsvall/staff/") << hour;
    }
    clock.advance(1h);
    EXPECT_TRUE(busy.get("/sundsvall/staff/").url.starts_with("/login"));
}

TEST_F(SignIn, signing_in_again_gives_a_new_session_and_ends_the_old) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = signed_in("guide@sundsvall.example");
    const auto first = person.cookies()["session"];
    person.sign_in("guide@sundsvall.example", right_password);
    EXPECT_NE(person.cookies()["session"], first);
    EXPECT_FALSE(accounts.find_session(first, clock.now()).has_value());
}

TEST_F(SignIn, signing_out_ends_the_session_and_needs_the_form) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto person = signed_in("admin@sundsvall.example");
    EXPECT_EQ(person.post_once("/logout", {}).status, 403);
    const auto session = person.cookies()["session"];
    const auto page = person.submit(person.get("/staff/"), {}, "", "/logout");
    EXPECT_TRUE(page.says("You are signed out."));
    EXPECT_FALSE(accounts.find_session(session, clock.now()).has_value());
}

TEST_F(SignIn, operators_and_network_viewers_land_where_they_work) {
    NewAccount operator_account;
    operator_account.email = "operator@example.se";
    operator_account.password = right_password;
    operator_account.is_operator = true;
    ASSERT_TRUE(accounts.add(operator_account).has_value());
    NewAccount viewer;
    viewer.email = "viewer@example.se";
    viewer.password = right_password;
    viewer.networks = {"teo"};
    ASSERT_TRUE(accounts.add(viewer).has_value());
    auto person = client();
    const auto start = person.sign_in("operator@example.se", right_password);
    EXPECT_EQ(start.url, "/staff/");
    EXPECT_EQ(start.link("TEO"), "/staff/network/teo/statistics");
    auto other = client();
    const auto answer =
        other.post_once("/login", {{"email", "viewer@example.se"}, {"password", right_password}});
    EXPECT_EQ(answer.header("Location"), "/staff/network/teo/statistics");
}

TEST_F(SignIn, nobody_reaches_another_municipality) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    const auto other = add(harnosand, "guide@harnosand.example", http::Role::guide);
    auto person = signed_in("admin@sundsvall.example");
    for (const std::string path :
         {"/staff/", "/staff/people", "/staff/settings", "/staff/settings/tokens", "/staff/settings/audit"}) {
        EXPECT_EQ(person.get("/harnosand" + path).status, 404) << path;
    }
    EXPECT_EQ(person.get("/sundsvall/staff/people/" + other).status, 404);
}

TEST_F(SignIn, a_guide_opens_no_page_of_the_administrator) {
    add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    auto person = signed_in("guide@sundsvall.example");
    for (const std::string path : {"people", "settings", "settings/tokens", "settings/audit"}) {
        EXPECT_EQ(person.get("/sundsvall/staff/" + path).status, 404) << path;
    }
}

}  // namespace
}  // namespace digilots::accounts
