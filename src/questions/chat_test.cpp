// A chat from both sides: open only while somebody is here, else kept as a question; to and fro, closed with an entry in the log.
#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/register/every_statement_for_tests.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class Chats : public ::testing::Test, protected World {
protected:
    void somebody_is_here() { all.questions.be_present(here, "anna", clock.now() + std::chrono::hours(1)); }
    testing::Page begin(testing::PageClient& client, const std::string& words) {
        return client.submit(client.get("/sundsvall/chat"), {{"words", words}});
    }
    testing::Page say(testing::PageClient& client, const testing::Page& page, const std::string& words) {
        return client.submit(page, {{"words", words}});
    }
    std::string chat_of(const std::string& id) { return inbox + "/" + id + "/chat"; }
};

TEST_F(Chats, WithNobodyHereWhatIsWrittenIsKeptAsAQuestion) {
    auto client = resident();
    EXPECT_TRUE(client.get("/sundsvall/chat").says("Nobody is here for chat just now")) << "no hours are known";
    auto settings = all.municipalities.settings(here);
    settings.phone_hours = "Mo-Fr 08:00-17:00";
    ASSERT_TRUE(all.municipalities.save_settings(here, settings));
    EXPECT_TRUE(client.get("/sundsvall/chat").says("nobody is here for chat just now")) << "in working time";
    clock.advance(std::chrono::hours(9));       // evening
    EXPECT_TRUE(client.get("/sundsvall/chat").says("It opens Thursday 26 November 2026 at 08:00"));
    const auto page = begin(client, "How do I get BankID?");
    EXPECT_TRUE(page.says("Your question has arrived")) << page.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.front().channel, "form");
}

TEST_F(Chats, WhoIsHereWhileItIsClosedIsTold) {
    auto anna = staff("anna");
    somebody_is_here();
    EXPECT_FALSE(anna.get(inbox + "/chat").says("Chat is closed to residents"));
    clock.advance(std::chrono::hours(9));       // evening
    EXPECT_FALSE(anna.get(inbox + "/chat").says("Chat is closed to residents")) << "not here";
    somebody_is_here();
    EXPECT_TRUE(anna.get(inbox + "/chat").says("Chat is closed to residents now. It opens when the phone is answered"));
}

TEST_F(Chats, OpenInWorkingTimeWhileSomebodyIsHere) {
    somebody_is_here();
    EXPECT_TRUE(all.questions.is_chat_open(sundsvall));
    clock.advance(std::chrono::hours(9));       // evening
    all.questions.be_present(here, "anna", clock.now() + std::chrono::hours(1));
    EXPECT_FALSE(all.questions.is_chat_open(sundsvall));
    auto tenant = sundsvall;
    tenant.phone_answers = true;
    EXPECT_TRUE(all.questions.is_chat_open(tenant)) << "the phone's own hours count";
    all.questions.be_present(here, "anna", std::nullopt);
    EXPECT_FALSE(all.questions.is_chat_open(tenant));
}

TEST_F(Chats, ThatBeginAreToldToWhoeverStandsAtAnotherPage) {
    somebody_is_here();
    auto client = resident(), anna = staff("anna");
    const auto told = [&] {
        const auto answer = anna.send(http::Method::get, inbox + "/chat/waiting");
        return base::parse_json(answer.html).value_or(base::Json());
    };
    EXPECT_EQ(told()["number"].as_integer(), 0);
    EXPECT_EQ(told()["told"].text(), "");
    begin(client, "The form says error 17, what now?");
    EXPECT_EQ(told()["number"].as_integer(), 1);
    EXPECT_EQ(told()["title"].text(), "Chats (1)");
    EXPECT_EQ(told()["told"].text(), "1 chat waits for an answer");
    EXPECT_NE(resident().send(http::Method::get, inbox + "/chat/waiting").status, 200) << "for staff alone";
}

TEST_F(Chats, WhoLeavesOneWithoutAnAnswerIsNotHereAnyMore) {
    somebody_is_here();
    auto client = resident(), anna = staff("anna");
    const auto page = begin(client, "The form says error 17, what now?");
    clock.advance(std::chrono::minutes(9));
    EXPECT_TRUE(all.questions.is_chat_open(sundsvall));
    EXPECT_TRUE(client.send(http::Method::get, page.url + "/lines").html.contains("\"here\":true"));
    clock.advance(std::chrono::minutes(2));
    EXPECT_FALSE(all.questions.is_chat_open(sundsvall));
    EXPECT_TRUE(client.send(http::Method::get, page.url + "/lines").html.contains("\"here\":false"));
    EXPECT_TRUE(client.get(page.url).says("Your question is kept, and you get an answer by"));
    EXPECT_TRUE(anna.get(inbox + "/chat").says("You are not here for chat."));
    anna.submit(anna.get(inbox + "/chat"), {}, "here=yes", "/presence");
    EXPECT_TRUE(all.questions.is_chat_open(sundsvall)) << "who says so now means it";
}

TEST_F(Chats, StandUnderAnsweredOnceStaffWroteLastAndAskForATopicWhenTheyAreClosed) {
    somebody_is_here();
    auto client = resident(), anna = staff("anna");
    auto page = begin(client, "The form says error 17, what now?");
    const auto id = all.only_waiting();
    const auto is_answered = [&] { return anna.get(inbox + "/chat").says("Answered, not closed yet"); };
    EXPECT_FALSE(is_answered());
    say(anna, anna.get(chat_of(id)), "Press Back, then Send again.");
    EXPECT_TRUE(is_answered());
    EXPECT_TRUE(anna.get(inbox + "/chat").says("Nobody waits in a chat."));
    say(client, client.get(page.url), "It says it again.");
    EXPECT_FALSE(is_answered()) << "it waits again";
    const auto unasked = anna.submit(anna.get(chat_of(id)), {{"topic", ""}}, "", "/close");
    EXPECT_EQ(unasked.status, 422) << "what all leave as it stands tells nothing";
    EXPECT_TRUE(unasked.says("Choose a topic from the list."));
    anna.submit(unasked, {{"topic", "bank"}}, "", "/close");
    EXPECT_TRUE(client.get(page.url).says("The chat is over"));
    EXPECT_TRUE(anna.get(inbox + "?state=answered&channel=chat").says("error 17"));
}

TEST_F(Chats, AreSaidToAndFroClosedAndLogged) {
    somebody_is_here();
    auto client = resident(), anna = staff("anna");
    auto page = begin(client, "The form says error 17, what now?");
    EXPECT_TRUE(page.says("error 17") && page.says("Your code:")) << page.html;
    const auto id = all.only_waiting();
    EXPECT_TRUE(anna.get(inbox + "/chat").says("error 17"));
    auto desk = anna.get(chat_of(id));
    EXPECT_TRUE(desk.says("error 17") && desk.says("Write an answer first")) << desk.html;
    desk = say(anna, desk, "Press Back, then Send again.");
    EXPECT_TRUE(desk.says("Close the chat and log it")) << desk.html;
    page = client.get(page.url);
    EXPECT_TRUE(page.says("Press Back, then Send again.")) << page.html;
    const auto code = page.url.substr(page.url.rfind('/') + 1);
    EXPECT_TRUE(client.get("/sundsvall/ask/" + code).says("Press Back, then Send again.")) << "its code leads back to it";
    page = say(client, page, "It worked, thank you!");
    EXPECT_TRUE(page.says("It worked, thank you!"));
    const auto lines = client.get(page.url + "/lines?after=1").html;
    EXPECT_TRUE(lines.contains("It worked") && !lines.contains("Press Back")) << lines;
    const auto closed = anna.submit(anna.get(chat_of(id)), {{"topic", "other"}}, "", "/close");
    EXPECT_TRUE(closed.says("Press Back, then Send again.")) << closed.html;
    EXPECT_TRUE(client.get(page.url).says("The chat is over"));
    EXPECT_EQ(all.questions.say(sundsvall, id, "", "One more", "", i18n::translator("en")).came_of, Said::over);
    const auto count = all.log.measures().front().figures(
        {{here}, {base::parse_date("2026-11-25").value(), base::parse_date("2026-11-25").value()}, {}, {}});
    ASSERT_EQ(count.size(), 1U) << "logged once";
}

TEST_F(Chats, RefuseWhatTellsWhoSomebodyIsAndKeepEachLineOnce) {
    somebody_is_here();
    auto client = resident();
    EXPECT_TRUE(begin(client, "I am 811218-9876").says("personal number"));
    begin(client, "A question?");
    const auto id = all.only_waiting();
    const auto& words = i18n::translator("en");
    EXPECT_EQ(all.questions.say(sundsvall, id, "", "ring 070-123 45 67", "", words).came_of, Said::wrong);
    EXPECT_EQ(all.questions.say(sundsvall, id, "", "", "", words).came_of, Said::wrong);
    EXPECT_EQ(all.questions.say(sundsvall, id, "", std::string(1001, 'a'), "", words).came_of, Said::wrong);
    const std::string key = "0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11";
    for (int again = 0; again < 2; ++again)
        EXPECT_EQ(all.questions.say(sundsvall, id, "", "Once", key, words).came_of, Said::kept);
    EXPECT_EQ(all.questions.talk_of(here, id)->lines.size(), 1U);
    EXPECT_FALSE(all.questions.talk_of("2280", id));
    EXPECT_EQ(all.questions.say(elsewhere, id, "", "Hello", "", words).came_of, Said::over) << "nobody else's";
}

TEST_F(Chats, HoldABoundedNumberOfLinesAndLeaveRoomForAnAnswer) {
    somebody_is_here();
    auto client = resident();
    begin(client, "A question?");
    const auto id = all.only_waiting();
    const auto& words = i18n::translator("en");
    for (int line = 0; line < Questions::most_lines; ++line)
        ASSERT_EQ(all.questions.say(sundsvall, id, "", "line " + std::to_string(line), "", words).came_of, Said::kept);
    EXPECT_EQ(all.questions.say(sundsvall, id, "", "too much", "", words).came_of, Said::full);
    EXPECT_EQ(all.questions.say(sundsvall, id, "anna", "The answer", "", words).came_of, Said::kept);
}

TEST_F(Chats, AreNotFoundWithAWrongCode) {
    auto client = resident();
    EXPECT_EQ(client.get("/sundsvall/chat/k7m2-9xqd-4tfh-p3wz").status, 404);
    EXPECT_EQ(client.get("/sundsvall/chat/k7m2-9xqd-4tfh-p3wz/lines").status, 404);
    const auto asked = all.ask("No chat?");
    EXPECT_EQ(client.get("/sundsvall/chat/" + asked.code).status, 404) << "a question by the form is none";
}

TEST_F(Chats, SinglePromisesCountForTheirWayIn) {
    auto& promises = all.questions.promises();
    const auto around = promises.around(here);
    const auto at = testing::at("2026-11-25T09:30:00Z");
    const auto usual = all.questions.promised_at(here, at);
    ASSERT_TRUE(
        promises.add(around, {{"channel", {"call_back"}}, {"response_limit", {"4"}}, {"response_unit", {"hours"}}}, "anna"));
    EXPECT_EQ(all.questions.promised_at(here, at), usual);
    EXPECT_EQ(base::format_utc(all.questions.promised_at(here, at, "call_back")), "2026-11-25T13:30:00.000Z");
    EXPECT_FALSE(
        promises.add(around, {{"channel", {"call_back"}}, {"response_limit", {"2"}}, {"response_unit", {"days"}}}, "anna"));
    register_::run_every_statement(promises, around);
}

TEST_F(Chats, WhoLooksAtHowSomebodyIsReachedStandsInTheTrailOnceADay) {
    ask_on_page("Ring me about the form?", "phone", "060-19 10 00");
    const auto id = all.only_waiting();
    auto anna = staff("anna"), bo = staff("bo");
    for (int again = 0; again < 2; ++again) EXPECT_TRUE(anna.get(inbox + "/" + id + "/answer").says("060-19 10 00"));
    bo.get(inbox + "/" + id + "/answer");
    clock.advance(std::chrono::hours(24));
    anna.get(inbox + "/" + id + "/answer");
    const auto entries = database->read([&](db::Connection& connection) {
        return audit::entries_of(connection, here, "question:" + id, 50);
    });
    EXPECT_EQ(std::ranges::count_if(entries, [](const auto& one) { return one.entry.action == "question contact read"; }), 3);
    for (const auto& one : entries) EXPECT_FALSE(one.entry.detail.contains("060"));
}

TEST_F(Chats, UseOfTheBankIsCountedByUnit) {
    auto& bank_records = all.questions.bank();
    const auto added = bank_records.add(bank_records.around(here),
                                        {{"question", {"How do I get BankID?"}}, {"answer", {"At your bank."}}}, "anna");
    ASSERT_TRUE(added);
    auto anna = staff("anna");
    const auto page = anna.submit(anna.get(bank + "/" + added->id), {}, "", "/told");
    EXPECT_TRUE(page.says("No unit: 1 time")) << page.html;
    const auto measures = all.questions.measures(all.directory);
    const auto used = *measures::find_measure(measures, "answers_used");
    const auto rows = used.figures(
        {{here}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()}, {}, {}});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().value, measures::Value(1));
}

TEST_F(Chats, AnAnswerThatIsToldAtADeskIsCountedAtItsPlace) {
    auto& bank_records = all.questions.bank();
    const auto added = bank_records.add(bank_records.around(here),
                                        {{"question", {"How do I get BankID?"}}, {"answer", {"At your bank."}}}, "anna");
    ASSERT_TRUE(added);
    auto& places = all.directory.records(directory::RecordKind::place);
    const register_::Draft library{{"name", {"The library"}}, {"kind", {"library"}}, {"status", {"open"}}};
    ASSERT_TRUE(places.add(places.around(here), library, "anna"));
    const auto place = all.directory.snapshot(here)->places.at(0);
    auto anna = staff("anna");
    const auto page = anna.get(bank + "/" + added->id);
    anna.submit(page, {}, "told_at=" + place.id, "/told");
    anna.submit(page, {}, "told_at=" + place.id, "/told");
    anna.submit(page, {}, "told_at=nowhere", "/told");
    anna.submit(page, {}, "", "/told");
    const periods::Period november{base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()};
    const auto measures = all.questions.measures(all.directory);
    const auto used = *measures::find_measure(measures, "answers_used");
    const auto rows = used.figures({{here}, november, {"place"}, {}});
    ASSERT_EQ(rows.size(), 2U);
    for (const auto& row : rows) EXPECT_EQ(row.value, measures::Value(2)) << row.dimensions.at("place");
    EXPECT_EQ(used.find("place")->label(place.id, here, i18n::translator("en")), place.name);
    EXPECT_EQ(measures::total_of(used, used.figures({{here}, november, {}, {{"place", place.id}}})), measures::Value(2));
}

}  // namespace
}  // namespace digilots::questions
