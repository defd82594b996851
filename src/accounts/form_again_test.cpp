// A form whose session had ended: it comes back after signing in, for the same person alone.
#include <gtest/gtest.h>

#include <chrono>

#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

constexpr const char* people = "/sundsvall/staff/people";
constexpr const char* secret_phrase = "hemlig fras med ord";

class FormAgain : public ::testing::Test, protected StaffWorld {
protected:
    FormAgain() {
        add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
        add(sundsvall, "other@sundsvall.example", http::Role::administrator);
    }

    /// The answer to a form that was filled in while the session ended.
    testing::Page sent_too_late(testing::PageClient& person, const char* role = "editor") {
        const auto form = person.get(people);
        clock.advance(2h + 1min);
        return person.submit(form, {{"email", "ny.kollega@sundsvall.example"}, {"role", role}, {"password", secret_phrase}});
    }

    testing::Page sign_in_on(testing::PageClient& person, const testing::Page& page, const char* email) {
        return person.submit(page, {{"email", email}, {"password", right_password}});
    }

    std::size_t accounts_here() { return accounts.accounts_of(sundsvall).size(); }
};

TEST_F(FormAgain, stands_there_again_with_everything_typed_but_the_password) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto ended = sent_too_late(admin);
    EXPECT_EQ(ended.status, 401);
    EXPECT_TRUE(ended.says("nothing is saved yet"));
    EXPECT_FALSE(ended.says("ny.kollega")) << "sealed";
    EXPECT_EQ(ended.url, people) << "no address tells what was typed";
    const auto again = sign_in_on(admin, ended, "admin@sundsvall.example");
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.heading(), admin.get(people).heading());
    EXPECT_TRUE(again.says("value=\"ny.kollega@sundsvall.example\""));
    EXPECT_TRUE(again.says("You are signed in again."));
    EXPECT_FALSE(again.says(secret_phrase));
    EXPECT_EQ(accounts_here(), 2U) << "nothing is saved by signing in";
    admin.submit(again, {{"email", "ny.kollega@sundsvall.example"}, {"password", secret_phrase}});
    EXPECT_EQ(accounts_here(), 3U);
    EXPECT_EQ(accounts.accounts_of(sundsvall)[1].role, http::Role::editor) << "the choice came back, too";
}

TEST_F(FormAgain, survives_a_wrong_password_on_the_way) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto wrong = admin.submit(sent_too_late(admin), {{"email", "admin@sundsvall.example"}, {"password", "no"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(sign_in_on(admin, wrong, "admin@sundsvall.example").says("value=\"ny.kollega@sundsvall.example\""));
}

TEST_F(FormAgain, is_nothing_to_somebody_else) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto other = sign_in_on(admin, sent_too_late(admin), "other@sundsvall.example");
    EXPECT_EQ(other.url, "/sundsvall/staff/") << "at their own desk, not where the other one was";
    EXPECT_FALSE(other.says("ny.kollega"));
}

TEST_F(FormAgain, is_nothing_where_the_seal_was_touched_or_is_over) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto ended = sent_too_late(admin);
    std::string seal;
    for (const auto& input : ended.all("input"))
        if (input.attribute("name") == "typed") seal = input.attribute("value");
    ASSERT_FALSE(seal.empty());
    const auto with_seal = [&](std::string typed) {
        return client().post_once(
            "/login", {{"email", "admin@sundsvall.example"}, {"password", right_password}, {"typed", typed}});
    };
    EXPECT_EQ(with_seal(seal).status, 200);
    std::string touched = seal;
    touched[touched.size() / 2] = touched[touched.size() / 2] == 'A' ? 'B' : 'A';
    for (const std::string& typed : {touched, seal.substr(0, 20), std::string("%&/"), seal + seal})
        EXPECT_EQ(with_seal(typed).status, 303) << typed.substr(0, 20);
    clock.advance(12h + 1min);
    EXPECT_EQ(with_seal(seal).status, 303);
}

TEST_F(FormAgain, too_large_to_carry_is_said) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto form = admin.get(people);
    clock.advance(3h);
    const auto ended = admin.submit(form, {{"email", std::string(700'000, 'x')}});
    EXPECT_EQ(ended.status, 401);
    EXPECT_TRUE(ended.says("too large to be kept"));
    EXPECT_LT(ended.html.size(), 50'000U);
}

TEST_F(FormAgain, a_button_alone_is_to_be_pressed_again) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto account = admin.get("/staff/account");
    clock.advance(3h);
    const auto ended = admin.submit(account, {}, "", "/staff/account/second-step");
    const auto again = sign_in_on(admin, ended, "admin@sundsvall.example");
    EXPECT_TRUE(again.says("Press once more."));
}

TEST_F(FormAgain, signing_out_after_the_end_just_signs_out) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto page = admin.get(people);
    clock.advance(3h);
    EXPECT_TRUE(admin.submit(page, {}, "", "/logout").says("You are signed out."));
}

TEST_F(FormAgain, comes_back_where_the_same_person_has_signed_in_anew_elsewhere) {
    auto admin = signed_in("admin@sundsvall.example");
    const auto form = admin.get(people);
    admin.forget_cookies();
    admin.sign_in("admin@sundsvall.example", right_password);
    const auto again = admin.submit(form, {{"email", "ny@sundsvall.example"}, {"role", "editor"}, {"password", secret_phrase}});
    EXPECT_EQ(again.status, 200);
    EXPECT_TRUE(again.says("You have signed in again since"));
    EXPECT_TRUE(again.says("value=\"ny@sundsvall.example\""));
    EXPECT_EQ(accounts_here(), 2U);
    admin.forget_cookies();
    admin.sign_in("other@sundsvall.example", right_password);
    const auto other = admin.submit(form, {{"email", "ny@sundsvall.example"}, {"role", "editor"}, {"password", secret_phrase}});
    EXPECT_EQ(other.status, 403);
    EXPECT_FALSE(other.says("ny@sundsvall.example"));
}

TEST_F(FormAgain, another_sites_form_is_not_carried) {
    const auto refused = client().send(http::Method::post, people, "email=x%40y.example&form_of=a+%2F",
                                       {{"Content-Type", "application/x-www-form-urlencoded"}, {"Origin", "https://evil.example"}});
    EXPECT_EQ(refused.status, 403);
}

}  // namespace
}  // namespace digilots::accounts
