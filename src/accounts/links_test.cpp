// A password that somebody chooses by a link: in a letter, or told by the administrator.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "accounts/pages.h"
#include "accounts/staff_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sending.h"
#include "platform/testing/played_smtp.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;
using testing::ReadMail;

constexpr const char* anna = "anna@sundsvall.example";
constexpr const char* chosen_password = "hemlig fras med ord";

class WithLetters : public ::testing::Test, protected StaffWorld {
protected:
    WithLetters() : StaffWorld({.are_sent = true, .site = "https://digilots.example"}) {}

    testing::Page ask(testing::PageClient& person, const std::string& email) {
        return person.submit(person.get("/login/forgotten"), {{"email", email}}, "", "/login/forgotten");
    }
    /// Letters that have come, after those that wait have been sent.
    std::vector<testing::ReceivedMail> post() {
        const mail::Server server{.url = played.url(), .from = "digilots@sundsvall.example", .needs_tls = false};
        mail::send_due(*database, clock, server);
        return played.received();
    }
    std::string link_in(const testing::ReceivedMail& letter) {
        const auto link = ReadMail(letter.bytes).word("https://digilots.example/");
        return link.empty() ? "" : link.substr(std::string("https://digilots.example").size());
    }
    testing::Page choose(testing::PageClient& person, const std::string& link, const std::string& password) {
        return person.submit(person.get(link), {{"password", password}}, "", "/login/link/");
    }
    bool can_sign_in(const std::string& email, const std::string& password) {
        auto person = client();
        person.submit(person.get("/login"), {{"email", email}, {"password", password}}, "", "/login");
        return person.cookies().contains("session");
    }
    testing::PlayedSmtp played;
};

TEST_F(WithLetters, WhoHasForgottenThePasswordChoosesAnotherByALetter) {
    const auto id = add(sundsvall, anna, http::Role::guide);
    auto before = signed_in(anna);
    auto person = client();
    person.accept_language = "sv";
    const auto start = person.get("/login");
    const auto form = person.get(start.link("Glömt lösenordet?"));
    const auto asked = person.submit(form, {{"email", " Anna@Sundsvall.example"}}, "", "/login/forgotten");
    EXPECT_TRUE(asked.says("ett mejl med en länk på väg")) << asked.html;
    const auto letters = post();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].recipient, anna);
    EXPECT_EQ(ReadMail(letters[0].bytes).subject, "Ett nytt lösenord till Digilots")
        << "in the language that the person reads";
    const auto link = link_in(letters[0]);
    EXPECT_TRUE(link.starts_with("/sv/login/link/")) << link;
    EXPECT_EQ(choose(person, link, "kort").status, 422) << "what is wrong with it is said, and the link stays";
    EXPECT_EQ(before.get("/sundsvall/staff/").url, "/sundsvall/staff/");
    const auto done = choose(person, link, chosen_password);
    EXPECT_TRUE(done.says("Lösenordet är sparat.")) << done.html;
    EXPECT_TRUE(before.get("/sundsvall/staff/").url.starts_with("/login")) << "signed out everywhere";
    EXPECT_TRUE(can_sign_in(anna, chosen_password));
    EXPECT_FALSE(can_sign_in(anna, right_password));
    const auto trail = database->read(
        [&](db::Connection& connection) { return audit::entries_of(connection, sundsvall, "account:" + id, 10); });
    EXPECT_TRUE(std::ranges::any_of(
        trail, [&](const auto& one) { return one.entry.action == "password set by link" && one.entry.actor == id; }));
}

TEST_F(WithLetters, ALinkWorksOnceForHalfAnHour) {
    add(sundsvall, anna, http::Role::guide);
    auto person = client();
    ask(person, anna);
    const auto used = link_in(post()[0]);
    choose(person, used, chosen_password);
    EXPECT_EQ(person.get(used).status, 410);
    EXPECT_TRUE(person.get(used).says("no longer valid"));
    EXPECT_EQ(person.get("/login/link/" + std::string(43, 'x')).status, 410);
    ask(person, anna);
    const auto old = link_in(post()[1]);
    clock.advance(30min);
    EXPECT_EQ(person.get(old).status, 410);
    EXPECT_EQ(person.post_once(old, {{"password", "another good password"}}).status, 410);
    EXPECT_TRUE(can_sign_in(anna, chosen_password));
}

TEST_F(WithLetters, OnlyAHashOfALinkIsKept) {
    add(sundsvall, anna, http::Role::guide);
    auto person = client();
    ask(person, anna);
    const auto link = link_in(post()[0]);
    const auto token = link.substr(link.rfind('/') + 1);
    EXPECT_GE(token.size(), 40U);
    static constexpr db::Statement all{"test", "SELECT token_hash FROM accounts_link",
                                       "SELECT token_hash FROM accounts_link"};
    const auto rows = database->read([](db::Connection& connection) { return connection.query(all); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NE(rows[0].text("token_hash"), token);
    EXPECT_EQ(rows[0].text("token_hash").size(), 64U);
}

TEST_F(WithLetters, WhetherThereIsAnAccountDoesNotShow) {
    add(sundsvall, anna, http::Role::guide);
    const auto closed = add(sundsvall, "bo@sundsvall.example", http::Role::guide);
    ASSERT_TRUE(accounts.disable(sundsvall, "bo@sundsvall.example").has_value());
    auto person = client();
    const auto known = ask(person, anna);
    for (const auto* other : {"nobody@sundsvall.example", "bo@sundsvall.example"}) {
        const auto unknown = ask(person, other);
        EXPECT_EQ(unknown.status, known.status);
        EXPECT_EQ(unknown.html, known.html) << other;
    }
    EXPECT_EQ(post().size(), 1U);
}

TEST_F(WithLetters, AskingIsSlowedAlikeForEverybody) {
    add(sundsvall, anna, http::Role::guide);
    for (const auto* email : {anna, "nobody@sundsvall.example"}) {
        auto person = client();
        for (int time = 0; time < 3; ++time) EXPECT_EQ(ask(person, email).status, 200) << email << time;
        const auto slowed = ask(person, email);
        EXPECT_EQ(slowed.status, 429) << email;
        EXPECT_EQ(slowed.header("Retry-After"), "2");
    }
    for (int hour = 0; hour < 3; ++hour) {
        clock.advance(20s);
        auto person = client();
        ask(person, anna);
    }
    EXPECT_EQ(post().size(), 3U) << "no more than three links at a time";
}

TEST_F(WithLetters, WithoutAnAddressOneIsAskedFor) {
    auto person = client();
    EXPECT_EQ(ask(person, " ").status, 422);
    EXPECT_TRUE(ask(person, "").says("Write your e-mail address."));
}

TEST_F(WithLetters, ANewPersonGetsALetterAndChoosesThePassword) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto page =
        admin.submit(admin.get("/sundsvall/staff/people"), {{"email", anna}, {"name", "Anna"}, {"role", "guide"}});
    EXPECT_TRUE(page.says("A letter with a link is on its way to the person.")) << page.html;
    EXPECT_TRUE(page.says("no password yet"));
    EXPECT_FALSE(can_sign_in(anna, ""));
    EXPECT_FALSE(can_sign_in(anna, "anything at all"));
    const auto letters = post();
    ASSERT_EQ(letters.size(), 1U);
    const ReadMail letter(letters[0].bytes);
    EXPECT_EQ(letter.subject, "Ditt konto i Digilots") << "in the municipality's language";
    EXPECT_TRUE(letter.text.contains("Sundsvall"));
    auto person = client();
    choose(person, link_in(letters[0]), chosen_password);
    EXPECT_TRUE(can_sign_in(anna, chosen_password));
    EXPECT_FALSE(admin.get("/sundsvall/staff/people").says("no password yet"));
}

TEST_F(WithLetters, ALinkOfAnAdministratorEndsThoseOfBeforeAndTheSecondStepStays) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    const auto id = add(sundsvall, anna, http::Role::guide);
    auto person = client();
    ask(person, anna);
    const auto first = link_in(post()[0]);
    auto admin = signed_in("admin@sundsvall.example");
    const auto page = admin.submit(admin.get("/sundsvall/staff/people/" + id), {}, "", "/link");
    EXPECT_TRUE(page.says("A letter with a link is on its way to the person."));
    EXPECT_EQ(person.get(first).status, 410);
    EXPECT_EQ(person.get(link_in(post()[1])).status, 200);
    EXPECT_TRUE(can_sign_in(anna, right_password)) << "until another is chosen";
}

TEST_F(WithLetters, WhatChangesThePasswordEndsLinks) {
    add(sundsvall, anna, http::Role::guide);
    auto person = client();
    ask(person, anna);
    const auto link = link_in(post()[0]);
    auto inside = signed_in(anna);
    inside.submit(inside.get("/staff/account"), {{"old_password", right_password}, {"new_password", chosen_password}},
                  "", "/staff/account/password");
    EXPECT_EQ(person.get(link).status, 410);
}

TEST_F(WithLetters, OfSomeoneWhoseAccountIsClosedALinkIsOver) {
    add(sundsvall, anna, http::Role::guide);
    auto person = client();
    ask(person, anna);
    const auto link = link_in(post()[0]);
    ASSERT_TRUE(accounts.disable(sundsvall, anna).has_value());
    EXPECT_EQ(person.get(link).status, 410);
    EXPECT_EQ(person.post_once(link, {{"password", chosen_password}}).status, 410);
}

class WithoutLetters : public ::testing::Test, protected StaffWorld {};

TEST_F(WithoutLetters, TheLinkIsShownToTheAdministratorOnce) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto page =
        admin.submit(admin.get("/sundsvall/staff/people"), {{"email", anna}, {"name", ""}, {"role", "guide"}});
    const auto at = page.html.find("/sv/login/link/");
    ASSERT_NE(at, std::string::npos) << page.html;
    const auto link = page.html.substr(at, page.html.find('<', at) - at);
    auto person = client();
    clock.advance(48h);  // whoever starts tomorrow, or after the weekend's first day
    const auto done = person.submit(person.get(link), {{"password", chosen_password}}, "", "/login/link/");
    EXPECT_EQ(done.status, 200);
    auto again = client();
    again.sign_in(anna, chosen_password);
    EXPECT_TRUE(again.cookies().contains("session"));
    const auto waiting = database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    EXPECT_EQ(waiting, 0) << "no letters where nobody sends them";
}

TEST_F(WithoutLetters, ALinkThatAnAdministratorHandsOverIsOverAfterThreeDays) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto page =
        admin.submit(admin.get("/sundsvall/staff/people"), {{"email", anna}, {"name", ""}, {"role", "guide"}});
    const auto at = page.html.find("/sv/login/link/");
    ASSERT_NE(at, std::string::npos);
    const auto link = page.html.substr(at, page.html.find('<', at) - at);
    clock.advance(72h);
    EXPECT_EQ(client().get(link).status, 410);
}

TEST_F(WithoutLetters, NothingIsOfferedThatCannotBe) {
    auto person = client();
    EXPECT_TRUE(person.get("/login").says("An administrator of your municipality can give you a new one."));
    EXPECT_FALSE(person.get("/login").says("/login/forgotten"));
    EXPECT_TRUE(person.get("/login/forgotten").says("An administrator of your municipality can give you a new one."));
    EXPECT_FALSE(person.get("/login/forgotten").says("<input type=\"email\""));
    EXPECT_FALSE(person.post_once("/login/forgotten", {{"email", anna}}).says("on its way"));
}

TEST_F(WithoutLetters, OnlyAnAdministratorMakesLinksAndOnlyForTheirOwn) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    const auto other = add(harnosand, "guide@harnosand.example", http::Role::guide);
    auto admin = signed_in("admin@sundsvall.example");
    const auto token = admin.get("/sundsvall/staff/people");
    EXPECT_EQ(admin.submit(token, {{"email", "x"}}, "", "/staff/people").status, 422);
    EXPECT_FALSE(Inside::service(accounts)
                     .give_link(sundsvall, other, "operator", {"https://x.example", "sv", ""})
                     .has_value());
    EXPECT_EQ(admin.get("/sundsvall/staff/people/" + other).status, 404);
}

TEST_F(WithoutLetters, OnTheCommandLineAPasswordIsStillNeeded) {
    NewAccount account;
    account.municipality_id = sundsvall;
    account.email = anna;
    account.role = http::Role::guide;
    EXPECT_FALSE(accounts.add(account).has_value());
}

}  // namespace
}  // namespace digilots::accounts
