// Who asked and chose each step is told of each, once, by the one way that they left; who did not hears of the answer alone.
#include "questions/telling.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/mail/sql.h"
#include "platform/testing/html_form.h"
#include "platform/testing/race.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class TellingThem : public ::testing::Test, protected World {
protected:
    /// Their code.
    std::string ask(const std::string& by, const std::string& contact, const std::string& how_often) {
        auto client = resident();
        const auto page = client.submit(
            client.get("/sundsvall/ask"),
            {{"question", "How do I print?"}, {"reply_by", by}, {"contact", contact}, {"how_often", how_often}});
        EXPECT_EQ(page.status, 200) << page.html;
        const auto path = page.url.substr(0, page.url.find('?'));
        return path.substr(path.rfind('/') + 1);
    }
    std::ptrdiff_t letters() {
        return database->read([](db::Connection& connection) { return std::ssize(mail::list(connection)); });
    }
    std::string to_tell() { return all.questions.waiting(here)->questions.front().to_tell; }
    std::ptrdiff_t duties_to_tell() {
        const auto parts = slice();
        const auto kind = std::ranges::find(parts.duties, "questions.tell", &DutyKind::key);
        return std::ssize(kind->now(here));
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
    void until_it_is_late() { clock.advance(std::chrono::hours(24 * 7)); }
};

TEST_F(TellingThem, OfTheAnswerAloneUnlessTheyChooseMore) {
    ask("email", "resident@example.org", "only");
    all.questions.take(all.around(), all.only_waiting(), "anna", base::Seen::anything());
    until_it_is_late();
    EXPECT_EQ(tell_late(all.questions, sundsvall), 0);
    EXPECT_EQ(letters(), 0);
    all.answer(all.only_waiting(), "By the door.", "anna", base::Seen::anything(), ReplyWay::email);
    EXPECT_EQ(letters(), 1);
}

TEST_F(TellingThem, OfEachStepByLetterAndOfEachOnce) {
    ask("email", "resident@example.org", "each");
    const auto id = all.only_waiting();
    all.questions.take(all.around(), id, "anna", base::Seen::anything());
    EXPECT_EQ(letters(), 1) << "somebody has taken it on";
    all.questions.take(all.around(), id, "bo", base::Seen::anything());
    EXPECT_EQ(letters(), 1) << "who it is concerns nobody";
    EXPECT_EQ(tell_late(all.questions, sundsvall), 0);
    until_it_is_late();
    EXPECT_EQ(tell_late(all.questions, sundsvall), 1);
    EXPECT_EQ(tell_late(all.questions, sundsvall), 0);
    EXPECT_EQ(letters(), 1) << "what waited of the step before is overtaken";
    EXPECT_EQ(duties_to_tell(), 0) << "staff need not tell what a letter told";
    all.answer(id, "By the door.", "anna", base::Seen::anything(), ReplyWay::email);
    EXPECT_EQ(letters(), 1);
}

TEST_F(TellingThem, OfALetterThatDidNotArriveThePageOfTheQuestionSaysSo) {
    const auto code = ask("email", "resident@wrong.example", "only");
    const auto id = all.only_waiting();
    const auto page_of = [&] { return staff("anna").get("/sundsvall/staff/questions/" + id); };
    const auto told = [&] { return resident().get("/sundsvall/ask/" + code); };
    all.answer(id, "By the door.", "anna", base::Seen::anything(), ReplyWay::email);
    EXPECT_FALSE(page_of().says("A letter did not arrive"));
    EXPECT_TRUE(told().says("The answer was also sent by e-mail."));
    database->write([](db::Connection& connection) {
        const auto letter = mail::list(connection).front().id;
        connection.query(mail::sql::claim_letter, letter, "one", "9999", "9999");
        connection.execute(mail::sql::end_letter, letter, "one", "refused", 0, "550", "2026-11-25T09:30:00Z", 1);
    });
    const auto page = page_of();
    EXPECT_TRUE(page.says("A letter did not arrive") && page.says("Send it again")) << page.html;
    EXPECT_TRUE(page.says("I ring or tell them in another way") && page.says("resident@wrong.example")) << page.html;
    EXPECT_FALSE(told().says("The answer was also sent by e-mail.")) << told().html;
    EXPECT_TRUE(told().says("The e-mail with the answer has not arrived."));
    all.answer(id, "By the other door.", "anna", base::Seen::anything(), ReplyWay::email);
    EXPECT_EQ(letters(), 1) << "the letter says the answer as it is now";
    EXPECT_FALSE(page_of().says("A letter did not arrive")) << "and is on its way";
}

TEST_F(TellingThem, ByTheFormOfTheQuestionToo) {
    ask("email", "resident@example.org", "each");
    const auto id = all.only_waiting();
    auto anna = staff("anna");
    const auto saved = anna.submit(anna.get(inbox + "/" + id + "/change"), {{"person", "bo"}}, "", "/change");
    EXPECT_TRUE(saved.says("The question is saved.")) << saved.html;
    EXPECT_EQ(letters(), 1);
}

TEST_F(TellingThem, StaffTellWhatNoLetterTells) {
    ask("phone", "060-19 10 00", "each");
    const auto id = all.only_waiting();
    all.questions.take(all.around(), id, "anna", base::Seen::anything());
    EXPECT_EQ(to_tell(), "taken");
    EXPECT_EQ(duties_to_tell(), 1);
    EXPECT_EQ(letters(), 0);
    auto anna = staff("anna");
    const auto page = anna.get(inbox + "/" + id);
    EXPECT_TRUE(page.says("They chose to be told of each step: somebody has taken it on now.")) << page.html;
    const auto told = anna.submit(page, {}, "", "/told");
    EXPECT_FALSE(told.says("I have told them"));
    EXPECT_EQ(to_tell(), "");
    EXPECT_EQ(duties_to_tell(), 0);
    until_it_is_late();
    EXPECT_EQ(tell_late(all.questions, sundsvall), 1);
    EXPECT_EQ(to_tell(), "late");
    EXPECT_EQ(duties_to_tell(), 1);
    EXPECT_FALSE(note_told_of_step(all.questions, here, id, "taken")) << "another step than the one that is to be told";
    EXPECT_TRUE(note_told_of_step(all.questions, here, id, "late"));
    EXPECT_EQ(duties_to_tell(), 0);
}

TEST_F(TellingThem, WhoClosesItWithoutAnAnswerSaysSo) {
    ask("email", "resident@example.org", "only");
    all.questions.close(all.around(), all.only_waiting(), "anna", base::Seen::anything());
    EXPECT_EQ(letters(), 1);
    const Asking letter{.question = "Buy now", .reply_by = ReplyBy::email, .contact = "forged@example.org", .channel = "email"};
    ASSERT_TRUE(all.questions.ask(sundsvall, letter, i18n::translator("en")));
    all.questions.close(all.around(), all.only_waiting(), "anna", base::Seen::anything());
    EXPECT_EQ(letters(), 1) << "nobody is told by an address that may be forged";
}

TEST_F(TellingThem, EachStepNeedsAWayAndWhatWasTypedStays) {
    auto client = resident();
    const auto again = client.submit(client.get("/sundsvall/ask"),
                                     {{"question", "How do I print?"}, {"reply_by", "none"}, {"how_often", "each"}});
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("Choose e-mail or phone, so that we can tell you of each step."));
    EXPECT_TRUE(again.says("How do I print?"));
    const auto made_up = send_made_up(client, client.get("/sundsvall/ask"), "/ask", {{"question", "How?"}}, "always");
    EXPECT_EQ(made_up.status, 422);
    EXPECT_TRUE(made_up.says("Choose how often we tell you.") && made_up.says("How?"));
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
}

TEST_F(TellingThem, TheyChooseAnewOnThePageOfTheirCode) {
    const auto code = ask("phone", "060-19 10 00", "each");
    const auto id = all.only_waiting();
    all.questions.take(all.around(), id, "anna", base::Seen::anything());
    auto client = resident();
    const auto url = "/sundsvall/ask/" + code;
    const auto chosen = client.submit(client.get(url), {{"how_often", "only"}}, "", "/how-often");
    EXPECT_TRUE(chosen.says("What you chose holds from now on.")) << chosen.html;
    EXPECT_EQ(to_tell(), "") << "nobody rings who does not want to be rung";
    until_it_is_late();
    EXPECT_EQ(tell_late(all.questions, sundsvall), 0);
    const auto wrong = send_made_up(client, client.get(url), "/how-often", {}, "never");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Choose how often we tell you."));
    all.answer(id, "By the door.", "anna");
    EXPECT_FALSE(client.get(url).says("How often do we tell you?")) << "there is nothing left to tell";
}

TEST_F(TellingThem, ItGoesWithTheContact) {
    const auto code = ask("email", "resident@example.org", "each");
    clock.advance(std::chrono::hours(24 * 100));
    for (const auto& rule : retention_rules()) {
        if (rule.key != contact_rule) continue;
        database->write([&](db::Connection& connection) {
            const Due due{here, limit_of(rule.period, clock.now(), "Europe/Stockholm"), clock.now()};
            EXPECT_EQ(rule.remove(connection, due, 10), 1);
        });
    }
    EXPECT_EQ(tell_late(all.questions, sundsvall), 0);
    EXPECT_FALSE(resident().get("/sundsvall/ask/" + code).says("How often do we tell you?"));
    EXPECT_EQ(letters(), 0);
}

TEST_F(TellingThem, OfTwoServersOneTells) {
    ask("email", "resident@example.org", "each");
    until_it_is_late();
    Server other{*database, clock};
    std::atomic<int> told{0};
    testing::race(2, [&](int turn) { told += tell_late(turn == 0 ? all.questions : other.questions, sundsvall); });
    EXPECT_EQ(told, 1);
    EXPECT_EQ(letters(), 1);
}

TEST_F(TellingThem, ProgramsChooseItToo) {
    const auto post = [&](const char* often) {
        auto client = resident();
        const std::string body = R"({"question":"How do I print?","contact":{"by":"email","value":"resident@example.org",)" +
                                 std::string("\"how_often\":\"") + often + "\"}}";
        return client.send(http::Method::post, "/api/v1/sundsvall/questions", body, {{"Content-Type", "application/json"}}).status;
    };
    EXPECT_EQ(post("sometimes"), 422);
    EXPECT_EQ(post("each"), 201);
    EXPECT_EQ(all.questions.contact_of(here, all.only_waiting()).how_often, HowOften::each);
}

/// Where no mail server is set.
class WithoutLetters : public ::testing::Test, protected World {
protected:
    WithoutLetters() : World(false) {}
};

TEST_F(WithoutLetters, EachStepIsOfferedByPhoneAlone) {
    auto client = resident();
    const auto form = client.get("/sundsvall/ask");
    EXPECT_TRUE(form.says("Each step, by phone")) << form.html;
    const testing::FormFields typed{
        {"question", "How do I print?"}, {"reply_by", "email"}, {"contact", "anna@example.org"}, {"how_often", "each"}};
    const auto refused = client.submit(form, typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("We tell you of each step by phone alone.") && refused.says("anna@example.org")) << refused.html;
    const auto asked = client.submit(refused, {{"how_often", "only"}});
    EXPECT_TRUE(asked.says("Your question has arrived.")) << asked.html;
    EXPECT_FALSE(asked.says("name=\"how_often\"")) << "by e-mail there is nothing to choose";
    EXPECT_TRUE(ask_on_page("How do I scan?", "phone", "060-19 10 00").says("name=\"how_often\""));
}

TEST_F(WithoutLetters, WhoWritesTheLetterHasTheAddressOnTheQuestionUntilItIsClosed) {
    ask_on_page("How do I print?", "email", "anna@example.org");
    const auto id = all.only_waiting();
    auto anna = staff("anna");
    EXPECT_FALSE(anna.get(inbox + "/" + id).says("anna@example.org")) << "masked while it waits";
    const auto form = anna.get(inbox + "/" + id + "/answer");
    const auto done = anna.submit(form, {{"answer", "By the door."}, {"way", "email"}});
    EXPECT_TRUE(done.says("anna@example.org")) << done.html;
    staff("bo").get(done.url);
    const auto entries =
        database->read([&](db::Connection& connection) { return audit::entries_of(connection, here, "question:" + id, 50); });
    EXPECT_EQ(std::ranges::count_if(entries, [](const auto& one) { return one.entry.action == "question contact read"; }), 2)
        << "anna and bo";
    ASSERT_EQ(all.questions.close(all.around(), id, "anna", base::Seen::anything()), Answering::done);
    EXPECT_FALSE(anna.get(inbox + "/" + id).says("anna@example.org"));
}

}  // namespace
}  // namespace digilots::questions
