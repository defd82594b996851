// Whoever is signed up is told as often as they chose, and of a session that is moved in any case.
#include <algorithm>

#include "activities/ongoing.h"
#include "activities/world_for_tests.h"
#include "platform/html/page.h"
#include "platform/mail/outbox.h"
#include "platform/testing/html_form.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::activities {
namespace {

class TellingWhoIsSignedUp : public ::testing::Test, protected World {
protected:
    std::ptrdiff_t letters() {
        return database->read([](db::Connection& connection) { return std::ssize(mail::list(connection)); });
    }
    /// With something that the form does not offer.
    testing::Page send_made_up(testing::PageClient& client, const testing::Page& page, const char* action,
                               const testing::FormFields& typed, const std::string& how_often) {
        const auto form = testing::find_form(page.html, typed, action);
        EXPECT_TRUE(form) << page.html;
        if (!form) return page;
        auto values = form->filled(typed);
        std::erase_if(values, [](const auto& one) { return one.first == "how_often"; });
        values.emplace_back("how_often", how_often);
        return client.post_once(form->action, values);
    }
    std::string to_tell() {
        const auto all_to_tell = all.activities.to_tell(here);
        return all_to_tell.empty() ? "" : all_to_tell.front().what;
    }
    SignedUp sign_up(ContactBy by, const char* contact, HowOften often) {
        const auto signed_up = all.sign_up(session, {.by = by, .contact = contact, .how_often = often});
        EXPECT_TRUE(signed_up);
        return signed_up ? *signed_up : SignedUp{};
    }
    Arranged move(int hour) {
        return all.activities.change_sessions(all.around(), session, all.session_on("2026-11-26", hour, 5), Reach::this_one,
                                              true, "anna", base::Seen::mark(all.activities.mark_of(here, session)));
    }

    std::string activity = all.add_activity("Help with your phone");
    std::string session = all.add_session(activity, "2026-11-26", 5);
};

TEST_F(TellingWhoIsSignedUp, AFirstNameHasNoDigits) {
    for (const char* name : {"Kari 81549300", "81549300", "Elsa 12"}) {
        const auto refused = all.sign_up(session, {.name = name});
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().errors.front().first, "name") << name;
    }
}

TEST_F(TellingWhoIsSignedUp, ANumberOfAPersonIsNoWayToReachThem) {
    for (const auto by : {ContactBy::phone, ContactBy::letter}) {
        const auto refused = all.sign_up(session, {.by = by, .contact = "19121212-1212"});
        ASSERT_FALSE(refused);
        ASSERT_EQ(refused.error().errors.size(), 1U);
        EXPECT_EQ(refused.error().errors.front().first, "contact");
    }
}

TEST_F(TellingWhoIsSignedUp, WhoChoseEachStepIsRemindedTheDayBeforeAndOnce) {
    sign_up(ContactBy::email, "elsa@example.org", HowOften::only);
    EXPECT_EQ(all.activities.remind(sundsvall), 0);
    sign_up(ContactBy::email, "sven@example.org", HowOften::each);
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::each);
    EXPECT_EQ(all.activities.remind(sundsvall), 2);
    EXPECT_EQ(all.activities.remind(sundsvall), 0);
    EXPECT_EQ(letters(), 1);
    EXPECT_EQ(to_tell(), "reminder") << "whom no letter reaches staff ring";
    const auto page = staff().get("/sundsvall/staff/sessions/" + session);
    EXPECT_TRUE(page.says("Wants to be reminded: it is tomorrow.")) << page.html;
}

TEST_F(TellingWhoIsSignedUp, WhomOnlyALetterReachesIsRemindedDaysBeforeAndTheLetterIsPrinted) {
    const auto later = all.add_session(activity, "2026-12-01", 5);
    ASSERT_TRUE(all.sign_up(later, {.name = "Elsa", .by = ContactBy::letter, .contact = "Storgatan 4, 852 30 Sundsvall",
                                    .how_often = HowOften::each}));
    EXPECT_FALSE(all.sign_up(later, {.by = ContactBy::letter, .contact = " "})) << "without an address no letter comes";
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::each);
    EXPECT_EQ(all.activities.remind(sundsvall), 2);
    EXPECT_EQ(all.activities.remind(sundsvall), 0);
    const auto listed = all.activities.signed_up(here, later).front();
    EXPECT_EQ(listed.to_tell, "reminder_letter");
    auto anna = staff();
    const auto page = anna.get("/sundsvall/staff/sessions/" + later);
    const auto letter = "/sundsvall/staff/sign-ups/" + listed.id + "/letter.pdf";
    EXPECT_TRUE(page.says("Wants to be reminded by letter.") && page.says(letter)) << page.html;
    const auto paper = anna.send(http::Method::get, letter);
    const auto read = testing::read_pdf(paper.html);
    for (const char* said : {"Elsa", "Storgatan 4, 852 30 Sundsvall", "Help with your phone", "1 december 2026"})
        EXPECT_NE(read.text.find(said), std::string::npos) << said << read.text;
    const auto phone = all.activities.signed_up(here, session).front();
    EXPECT_EQ(anna.send(http::Method::get, "/sundsvall/staff/sign-ups/" + phone.id + "/letter.pdf").status, 404);
}

TEST_F(TellingWhoIsSignedUp, WhoWasRemindedOfADayIsRemindedOfTheOneThatItWasMovedTo) {
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::each);
    EXPECT_EQ(all.activities.remind(sundsvall), 1);
    EXPECT_EQ(move(16), Arranged::done);
    EXPECT_EQ(all.activities.remind(sundsvall), 0) << "the same day";
    const auto seen = base::Seen::mark(all.activities.mark_of(here, session));
    ASSERT_EQ(all.activities.change_sessions(all.around(), session, all.session_on("2026-12-03", 14, 5), Reach::this_one, true,
                                             "anna", seen),
              Arranged::done);
    ASSERT_TRUE(all.activities.note_told(here, all.activities.signed_up(here, session).front().id, "anna"));
    clock.advance(std::chrono::hours(7 * 24));
    EXPECT_EQ(all.activities.remind(sundsvall), 1);
}

TEST_F(TellingWhoIsSignedUp, WhoIsPutBackIsNotRemindedOnceMore) {
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::each);
    EXPECT_EQ(all.activities.remind(sundsvall), 1);
    const auto id = all.activities.signed_up(here, session).front().id;
    ASSERT_TRUE(all.activities.note_told(here, id, "anna"));
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    ASSERT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::back);
    EXPECT_EQ(all.activities.remind(sundsvall), 0) << "they know it";
    EXPECT_EQ(to_tell(), "");
}

TEST_F(TellingWhoIsSignedUp, WhoIsPutBackAfterAMoveIsToldAndWaitsInTheOldTurn) {
    for (const char* one : {"a@example.org", "b@example.org", "c@example.org", "d@example.org"})
        sign_up(ContactBy::email, one, HowOften::only);
    const auto rung = sign_up(ContactBy::phone, "060-19 10 11", HowOften::only);
    const auto first = sign_up(ContactBy::phone, "060-19 10 12", HowOften::only).code;
    const auto second = sign_up(ContactBy::phone, "060-19 10 13", HowOften::only).code;
    const auto leave_and_return = [&](const std::string& code, bool moves) {
        const auto id = all.activities.follow(sundsvall, code)->id;
        ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
        if (moves) {
            ASSERT_EQ(move(16), Arranged::done);
        }
        ASSERT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::back);
    };
    leave_and_return(first, false);
    EXPECT_EQ(all.activities.follow(sundsvall, first)->position, 1);
    EXPECT_EQ(all.activities.follow(sundsvall, second)->position, 2);
    EXPECT_TRUE(all.activities.to_tell(here).empty()) << "nothing is another than they know";
    leave_and_return(second, true);
    const auto tell = all.activities.to_tell(here);
    EXPECT_EQ(tell.size(), 3U) << "who stayed, and who was away while it was moved";
    EXPECT_TRUE(std::ranges::all_of(tell, [](const auto& one) { return one.what == "moved"; }));
    EXPECT_TRUE(all.activities.follow(sundsvall, rung.code)->is_confirmed);
}

TEST_F(TellingWhoIsSignedUp, WhatHasBeenIsLeftByNobodyAndNobodyWaitsForMoreSeatsThanThereAre) {
    const auto code = sign_up(ContactBy::none, "", HowOften::only).code;
    const auto many = all.sign_up(session, {.persons = 6});
    ASSERT_FALSE(many);
    ASSERT_EQ(many.error().errors.size(), 1U);
    EXPECT_EQ(many.error().errors.front().first, "persons");
    EXPECT_NE(many.error().errors.front().second.find("There are 5 seats in all."), std::string::npos);
    const auto id = all.activities.follow(sundsvall, code)->id;
    clock.advance(std::chrono::hours(48));
    EXPECT_FALSE(all.activities.leave(sundsvall, code));
    EXPECT_FALSE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    EXPECT_EQ(all.session(session)->taken, 1) << "its figures stay";
    auto client = resident();
    client.accept_language = "en";
    EXPECT_TRUE(client.get("/sundsvall/sign-ups/" + code + "/cancel").says("The session is over"));
    testing::PageClient program(server);
    EXPECT_EQ(program.send(http::Method::delete_, "/api/v1/sundsvall/sign-ups/" + code).status, 409);
}

TEST_F(TellingWhoIsSignedUp, AnotherTimeIsToldToEverybodyWhoIsReached) {
    sign_up(ContactBy::none, "", HowOften::only);
    sign_up(ContactBy::email, "elsa@example.org", HowOften::only);
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::only);
    EXPECT_EQ(move(14), Arranged::done);
    EXPECT_EQ(letters(), 0) << "it is when and where it was";
    EXPECT_EQ(move(16), Arranged::done);
    EXPECT_EQ(letters(), 1);
    EXPECT_EQ(to_tell(), "moved");
}

TEST_F(TellingWhoIsSignedUp, WhoHasACodeAloneReadsThatItWasMovedUntilItHasBeen) {
    const auto before = sign_up(ContactBy::none, "", HowOften::only).code;
    const auto url = "/sundsvall/sign-ups/" + before;
    auto client = resident();
    client.accept_language = "en";
    EXPECT_FALSE(client.get(url).says("Moved:"));
    EXPECT_EQ(move(16), Arranged::done);
    const auto after = sign_up(ContactBy::phone, "060-19 10 11", HowOften::only).code;
    EXPECT_TRUE(client.get(url).says("Moved: it was 26 November 2026 at 14:00.")) << client.get(url).html;
    EXPECT_FALSE(client.get("/sundsvall/sign-ups/" + after).says("Moved:")) << "they know it no other way";
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    EXPECT_NE(followed_sign_ups({all.activities}).find(page, before)->standing.find("Moved: it was"), std::string::npos);
    EXPECT_EQ(move(14), Arranged::done);
    EXPECT_FALSE(client.get(url).says("Moved:")) << "it is when it was";
    EXPECT_EQ(move(16), Arranged::done);
    clock.advance(std::chrono::hours(48));
    EXPECT_FALSE(client.get(url).says("Moved:")) << "it has been";
}

TEST_F(TellingWhoIsSignedUp, WhoIsPutBackKnowsWhatTheyKnewAndIsToldWhatTheyWereNot) {
    const auto code = sign_up(ContactBy::email, "elsa@example.org", HowOften::only).code;
    EXPECT_EQ(move(16), Arranged::done);
    EXPECT_EQ(letters(), 1);
    const auto id = all.activities.signed_up(here, session).front().id;
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    EXPECT_EQ(letters(), 0) << "she does not come";
    ASSERT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::back);
    auto client = resident();
    client.accept_language = "en";
    EXPECT_TRUE(client.get("/sundsvall/sign-ups/" + code).says("Moved: it was 26 November 2026 at 14:00."));
    EXPECT_EQ(to_tell(), "letter") << "the letter that did not go is told by staff";
    ASSERT_TRUE(all.activities.note_told(here, id, "anna"));
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    ASSERT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::back);
    EXPECT_EQ(to_tell(), "") << "she knows it";
}

TEST_F(TellingWhoIsSignedUp, WhoIsPutBackAfterItWasMovedIsToldOfThat) {
    sign_up(ContactBy::email, "elsa@example.org", HowOften::only);
    sign_up(ContactBy::phone, "060-19 10 11", HowOften::only);
    const auto people = all.activities.signed_up(here, session);
    for (const auto& one : people) ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, one.id, "anna"));
    EXPECT_EQ(move(16), Arranged::done);
    EXPECT_EQ(letters(), 0) << "nobody comes";
    for (const auto& one : people)
        ASSERT_EQ(all.activities.put_back_sign_up(sundsvall, one.id, "anna").came, PutBack::Came::back);
    EXPECT_EQ(letters(), 1);
    const auto back = all.activities.signed_up(here, session);
    EXPECT_EQ(std::ranges::count(back, "moved", &Listed::to_tell), 1) << "whoever is rung";
}

TEST_F(TellingWhoIsSignedUp, WhoDoesNotKnowOfTheSeatIsToldOfItWithTheNewDay) {
    const auto of = [this](const char* contact) { return sign_up(ContactBy::email, contact, HowOften::only); };
    std::vector<SignedUp> first;
    for (const char* one : {"a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org"})
        first.push_back(of(one));
    EXPECT_FALSE(of("waits@example.org").is_confirmed);
    ASSERT_TRUE(all.activities.leave(sundsvall, first.front().code));
    EXPECT_EQ(letters(), 1) << "has a seat";
    EXPECT_EQ(move(16), Arranged::done);
    const auto kinds = database->read([](db::Connection& connection) {
        std::vector<std::string> kinds;
        for (const auto& one : mail::list(connection))
            if (one.recipient == "waits@example.org") kinds.push_back(one.kind);
        return kinds;
    });
    EXPECT_EQ(kinds, std::vector<std::string>{"seat"});
}

TEST_F(TellingWhoIsSignedUp, WhereNoLettersAreSentNoFormOffersThem) {
    Activities quiet{*database, all.versions, clock,
                     {all.municipalities, all.directory, all.organisation, all.others(), false}};
    const auto offers = [](const testing::Page& page) { return page.says("By e-mail"); };
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    const auto form = "/sundsvall/activities/" + slug + "/sessions/" + session + "/sign-up";
    EXPECT_TRUE(offers(resident().get(form)));
    http::Server without_mail{{}, routes_of({slice(quiet)}), gatekeeper(), html::error_page, clock};
    EXPECT_FALSE(offers(testing::PageClient(without_mail).get(form)));
    EXPECT_FALSE(offers(testing::PageClient(without_mail).get("/sundsvall/activity-requests")));
    testing::PageClient colleague(without_mail);
    colleague.cookies()["session"] = "anna";
    EXPECT_FALSE(offers(colleague.get("/sundsvall/staff/sessions/" + session)));
}

TEST_F(TellingWhoIsSignedUp, TheFormAsksAndThePageOfTheCodeAsksAgain) {
    auto client = resident();
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    const auto form = client.get("/sundsvall/activities/" + slug + "/sessions/" + session + "/sign-up");
    const auto again = send_made_up(client, form, "/sign-up", {{"by", "email"}, {"contact", "elsa@example.org"}}, "always");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("Choose how often we tell you.") && again.says("elsa@example.org")) << again.html;
    const auto signed_up = client.submit(form, {{"by", "email"}, {"contact", "elsa@example.org"}, {"how_often", "each"}});
    EXPECT_TRUE(signed_up.says("You have a seat.")) << signed_up.html;
    const auto asked = client.get(signed_up.link("Choose how often we tell you"));
    EXPECT_EQ(send_made_up(client, asked, "/how-often", {}, "never").status, 422);
    EXPECT_TRUE(client.submit(asked, {{"how_often", "only"}}, "", "/how-often").says("What you chose holds from now on."));
    EXPECT_EQ(all.activities.remind(sundsvall), 0);
    const auto none = sign_up(ContactBy::none, "", HowOften::only);
    EXPECT_FALSE(client.get("/sundsvall/sign-ups/" + none.code).says("Choose how often we tell you"));
    EXPECT_EQ(client.get("/sundsvall/sign-ups/k7m2-9xqd-4tfh/how-often").status, 404);
}

TEST_F(TellingWhoIsSignedUp, ASessionStandsAmongAllThatIsUnderWayWithNumbersAlone) {
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto kind = sign_ups_under_way({all.activities});
    EXPECT_TRUE(kind.now(page).empty()) << "nobody is signed up";
    const auto signed_up = sign_up(ContactBy::phone, "060-19 10 11", HowOften::only);
    const auto lines = kind.now(page);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().what, "Help with your phone: 1 is signed up");
    const auto codes = followed_sign_ups({all.activities});
    ASSERT_TRUE(codes.find(page, signed_up.code));
    EXPECT_NE(codes.find(page, signed_up.code)->standing.find("You have a seat"), std::string::npos);
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_TRUE(kind.now(page).empty()) << "it is over";
    std::optional<std::chrono::seconds> wait;
    for (int turn = 0; turn < 300 && !wait; ++turn) wait = codes.wait(request);
    EXPECT_TRUE(wait) << "who guesses is slowed down";
    EXPECT_FALSE(codes.find(page, signed_up.code)) << "meanwhile a right code tells a guesser nothing";
}

}  // namespace
}  // namespace digilots::activities
