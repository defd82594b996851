// Whoever wants to be rung says when: inside the hours of the office. That is the promise, before the usual one and after it.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/time.h"
#include "platform/slice/wished_time.h"
#include "platform/testing/pdf_reader.h"
#include "questions/implementation.h"
#include "questions/sql.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class RingMe : public ::testing::Test, protected World {
protected:
    testing::Page form() { return resident().get("/sundsvall/ask?by=phone"); }
    testing::Page ask_for_call(const std::string& about, const std::string& wished) {
        return resident().submit(form(), {{"question", about}, {"contact", "070-174 06 35"}, {"wished", wished}});
    }
    register_::Record only() { return all.questions.questions().find(here, all.only_waiting()).value(); }
};

std::vector<std::string> keys_of(const std::vector<Wish>& wishes) {
    std::vector<std::string> keys;
    for (const auto& wish : wishes) keys.push_back(wish.key());
    return keys;
}

TEST(WishedTimes, AreInsideTheHoursOfTheOffice) {
    const auto now = testing::at("2026-11-27T09:30:00Z");   // a Friday
    const auto all = keys_of(wishes_from({.rule = "Mo-Th 09:00-11:30,13:00-15:00; Fr off; PH off", .week = {}}, now));
    const std::vector<std::string> first{"2026-11-30 morning", "2026-11-30 midday", "2026-11-30 afternoon"};
    ASSERT_GE(all.size(), 3U);
    EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin())) << all.front();
    EXPECT_TRUE(std::ranges::none_of(all, [](const auto& key) { return key.starts_with("2026-12-04"); })) << "a Friday";
    const auto afternoon = wish_called({.rule = "Mo-Th 09:00-11:30,13:00-15:00", .week = {}}, now, "2026-11-30 afternoon");
    ASSERT_TRUE(afternoon);
    EXPECT_EQ(base::format_utc(afternoon->until).substr(0, 16), "2026-11-30T14:00");
    EXPECT_FALSE(wish_called({.rule = "", .week = {}}, now, "2026-11-28 morning"))
        << "Saturday, where only working time is known";
    EXPECT_TRUE(wish_called({.rule = "", .week = {}}, now, "2026-11-27 afternoon")) << "what is left of today";
    EXPECT_FALSE(wish_called({.rule = "", .week = {}}, testing::at("2026-11-27T15:45:00Z"), "2026-11-27 afternoon"))
        << "too little of it is left";
    for (const char* none : {"", "x", "2026-11-30", "2026-11-30 night", "2026-13-30 morning"})
        EXPECT_EQ(wish_words({}, none, i18n::translator("en")), "") << none;
    const OfficeHours office{.rule = "Mo-Th 09:00-11:30,13:00-15:00", .week = {}};
    const auto words = [&](const char* language, const char* key) { return wish_words(office, key, i18n::translator(language)); };
    EXPECT_EQ(words("en", "2026-11-30 midday"), "Monday 30 November 2026, 11–11:30");
    EXPECT_EQ(words("sv", "2026-12-01 afternoon"), "tisdag 1 december 2026 kl. 13–15");
    EXPECT_EQ(words("en", "2026-12-04 morning"), "Friday 4 December 2026, in the morning") << "nobody answers then any more";
    for (const auto& option : wish_options(office, now, "", "", i18n::translator("sv")))
        EXPECT_LE(option.label.size(), 32U) << "read whole where it is narrow: " << option.label;
}

TEST_F(RingMe, HasAPageOfItsOwnAndATimeBeforeTheUsualPromiseIsPromised) {
    EXPECT_EQ(form().heading(), "We can ring you");
    const auto sent = ask_for_call("Help with my tax form", "2026-11-26 afternoon");
    EXPECT_TRUE(sent.says("We ring you: Thursday 26 November 2026, 13–16.")) << sent.html;
    EXPECT_TRUE(sent.says("you need do nothing") && !sent.says("the only way back")) << "who is rung needs no code";
    EXPECT_TRUE(sent.says("ends with 35"));
    const auto slip = testing::read_pdf(resident().send(http::Method::get, sent.link("A5")).html).text;
    EXPECT_TRUE(slip.contains("We ring you: Thursday 26 November 2026, 13–16.") && slip.contains("ends with 35")) << slip;
    EXPECT_FALSE(slip.contains("gets an answer by")) << slip;
    EXPECT_TRUE(resident().get("/sundsvall/ask/follow").says("Your code")) << "what a phone restores that sent a code";
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-11-26T15:00") << "others within two working days";
    EXPECT_EQ(only().text("reply_by"), "phone");
    auto anna = staff("anna");
    EXPECT_TRUE(anna.get(inbox).says("Thursday 26 November 2026, 13–16")) << "in the list";
    EXPECT_TRUE(anna.get(inbox + "/" + only().id).says("Thursday 26 November 2026, 13–16")) << "on the card";
    EXPECT_TRUE(anna.get(inbox + "/" + only().id + "/answer").says("13–16")) << "where one rings";
}

TEST_F(RingMe, WhoWantsItLaterIsPromisedItThen) {
    EXPECT_TRUE(ask_for_call("Later", "2026-11-30 morning").says("We ring you: Monday 30 November 2026, 8–11."));
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-11-30T10:00");
    ask_for_call("Soon", "");
    const auto waiting = all.questions.waiting(here)->questions;
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].summary, "Soon") << "promised within two working days";
    EXPECT_EQ(waiting[1].summary, "Later");
}

TEST_F(RingMe, WhoWantsAnotherWayHasNoTimeForACallAnyMore) {
    const auto sent = ask_for_call("Later", "2026-11-30 morning");
    auto client = resident();
    const auto url = sent.url.substr(0, sent.url.find('?')) + "/reach";
    client.submit(client.get(url), {{"reply_by", "phone"}, {"contact", "060-19 10 11"}}, "", "/reach");
    EXPECT_EQ(only().text("wished"), "2026-11-30 morning") << "another number is no other time";
    client.submit(client.get(url), {{"reply_by", "email"}, {"contact", "anna@example.org"}}, "", "/reach");
    EXPECT_EQ(only().text("wished"), "");
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-11-27T15:00") << "as it is promised to all";
}

TEST_F(RingMe, TheTimeIsPutRightOnThePageOfTheCode) {
    const auto sent = ask_for_call("Later", "2026-11-30 morning");
    auto client = resident();
    const auto own = sent.url.substr(0, sent.url.find('?')), url = own + "/reach";
    const auto choose = [&](const testing::FormFields& typed) { return client.submit(client.get(url), typed, "", "/reach"); };
    EXPECT_TRUE(choose({{"wished", "2026-12-01 midday"}}).says("We ring you: Tuesday 1 December 2026, 11–13."));
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-12-01T12:00");
    EXPECT_EQ(all.questions.contact_of(here, only().id).value, "070-174 06 35") << "nothing typed: the same number";
    EXPECT_TRUE(staff("anna").get(inbox + "/" + only().id).says("Tuesday 1 December 2026, 11–13"));
    EXPECT_TRUE(choose({{"wished", ""}}).says("It waits for an answer.")) << "as soon as possible";
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-11-27T15:00");
    const auto early = client.get(url);
    choose({{"wished", "2026-12-01 midday"}});
    clock.advance(std::chrono::hours(24 * 4));
    EXPECT_TRUE(choose({{"contact", "060-19 10 11"}}).says("We ring you: Tuesday 1 December 2026, 11–13."))
        << "the time that stands stays";
    const auto late = client.submit(early, {{"wished", "2026-11-27 morning"}, {"contact", "060-19 10 12"}}, "", "/reach");
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("That time is not offered any more.") && late.says("060-19 10 12")) << late.html;
    choose({{"wished", "2026-12-02 morning"}});
    const auto taken_back = choose({{"reply_by", "none"}});
    EXPECT_TRUE(taken_back.says("nobody rings or writes to you")) << taken_back.html;
    EXPECT_FALSE(taken_back.says("We ring you")) << "a page does not contradict itself";
    EXPECT_EQ(choose({{"reply_by", "phone"}}).status, 422) << "no number is kept any more";
}

TEST_F(RingMe, StaffPutTheTimeRightToo) {
    ask_for_call("Later", "2026-11-30 morning");
    const auto url = inbox + "/" + only().id + "/reach";
    auto anna = staff("anna");
    const auto form = anna.get(url);
    EXPECT_TRUE(form.says("When do they want to be rung?")) << form.html;
    anna.submit(form, {{"wished", "2026-12-01 afternoon"}}, "", "/reach");
    EXPECT_EQ(only().text("wished"), "2026-12-01 afternoon");
    EXPECT_EQ(all.questions.contact_of(here, only().id).value, "070-174 06 35");
    anna.submit(anna.get(url), {{"reply_by", "email"}, {"contact", "anna@example.org"}}, "", "/reach");
    EXPECT_EQ(only().text("wished"), "");
}

TEST_F(RingMe, NobodyIsPromisedACallWhenTheNumberIsDeleted) {
    const auto sent = ask_for_call("Later", "2026-11-30 morning");
    database->write([&](db::Connection& connection) { connection.execute(sql::delete_contact, here, only().id); });
    const auto page = resident().get(sent.url);
    EXPECT_TRUE(page.says("nobody rings or writes to you"));
    EXPECT_FALSE(page.says("We ring you")) << page.html;
}

TEST_F(RingMe, ATimeThatIsNotOfferedIsRefusedAndWhatWasTypedStays) {
    const auto page = form();
    clock.advance(std::chrono::hours(24 * 7));
    const testing::FormFields typed{
        {"question", "My tax form"}, {"contact", "070-174 06 35"}, {"wished", "2026-11-26 morning"}};
    const auto late = resident().submit(page, typed);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("That time is not offered any more.") && late.says("My tax form") && late.says("070-174 06 35"));
    EXPECT_EQ(late.heading(), "We can ring you") << "it stays the page that it was";
    const auto wrong = resident().submit(form(), {{"question", "My tax form"}, {"contact", "in the morning"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Write the phone number")) << wrong.html;
}

TEST_F(RingMe, ProgramsAskForATimeToo) {
    const auto post = [&](const std::string& wished) {
        const std::string contact = R"({"by":"phone","value":"060-19 10 11","wished":")" + wished + "\"}";
        return resident().send(http::Method::post, "/api/v1/sundsvall/questions",
                               R"({"question":"How?","contact":)" + contact + "}", {{"Content-Type", "application/json"}});
    };
    EXPECT_TRUE(post("2026-11-29 morning").says("contact.wished")) << "a Sunday";
    const auto asked = post("2026-11-26 morning");
    EXPECT_EQ(asked.status, 201) << asked.html;
    EXPECT_TRUE(asked.says("2026-11-26T10:00")) << asked.html;
}

TEST_F(RingMe, AProgramThatWantsALetterAtATimeIsToldSo) {
    const auto sent = resident().send(
        http::Method::post, "/api/v1/sundsvall/questions",
        R"({"question":"How?","contact":{"by":"email","value":"anna@example.org","wished":"2026-11-26 morning"}})",
        {{"Content-Type", "application/json"}});
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(sent.says("contact.wished")) << sent.html;
}

TEST_F(RingMe, TurnsLateWhenThatPartOfTheDayIsOver) {
    ask_for_call("Soon", "");
    const auto sent = ask_for_call("Tomorrow", "2026-11-26 midday");
    const auto waiting = all.questions.waiting(here)->questions;
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].summary, "Tomorrow") << "it stands in line by its time";
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const auto under_way = [&] { return slice().ongoing.front().now(html::Page(request)).front(); };
    EXPECT_NE(under_way().what.find("wants to be rung Thursday 26 November 2026, 11–13"), std::string::npos) << under_way().what;
    clock.set(testing::at("2026-11-26T11:59:00Z"));
    EXPECT_FALSE(under_way().is_late);
    clock.set(testing::at("2026-11-26T12:01:00Z"));
    EXPECT_TRUE(under_way().is_late);
    EXPECT_TRUE(staff("anna").get(inbox + "?state=late").says("Tomorrow"));
    EXPECT_TRUE(resident().get(sent.url).says("We are late"));
    const auto duty = slice().duties.front().now(here).front();
    EXPECT_EQ(duty.due, "2026-11-26");
    ASSERT_EQ(duty.why.front().facts.size(), 2U);
    EXPECT_EQ(duty.why.front().facts[1].second, "11–13");
}

TEST_F(RingMe, ThatNobodyAnsweredIsCountedAndSeenByColleagues) {
    const auto asked = ask_for_call("Later", "");
    const auto page_of_code = asked.url.substr(0, asked.url.find('?'));
    const auto url = inbox + "/" + only().id;
    auto anna = staff("anna"), bo = staff("bo");
    EXPECT_FALSE(resident().get(page_of_code).says("nobody answered"));
    EXPECT_TRUE(anna.get(url + "/answer").says("Nobody answered")) << "where one rings";
    anna.submit(anna.get(url), {}, "", "/tried");
    const auto seen_by_bo = bo.get(url);
    EXPECT_TRUE(seen_by_bo.says("1 try without an answer")) << seen_by_bo.html;
    const auto told = resident().get(page_of_code);
    EXPECT_TRUE(told.says("We rang you on 25 November 2026 at ") && told.says("We ring again, at the latest ")) << told.html;
    const auto early = bo.get(url);
    bo.submit(early, {}, "", "/tried");
    EXPECT_EQ(bo.submit(early, {}, "", "/tried").status, 409) << "pressed twice, or by two: once";
    EXPECT_TRUE(anna.get(url + "/answer").says("2 tries without an answer"));
    EXPECT_EQ(only().whole("tries"), 2);
    EXPECT_TRUE(resident().get(page_of_code).says("We have rung you 2 times"));
    EXPECT_EQ(only().text("state"), "waiting");
    auto client = resident();
    all.answer(only().id, "By the door.", "anna");
    EXPECT_FALSE(anna.get(url).says("Nobody answered"));
    ask_on_page("By mail?", "email", "anna@example.org");
    EXPECT_FALSE(anna.get(inbox + "/" + only().id).says("Nobody answered")) << "nobody is rung";
}

TEST_F(RingMe, ThePlaceThatIsAskedGetsIt) {
    auto& units = all.organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"Library"}}}, "anna")->id;
    auto& functions = all.organisation.function_records();
    const auto guide = functions.add(functions.around(here), {{"title", {"Digital guide"}}, {"unit", {library}}}, "anna")->id;
    const auto asked = all.questions.ask(sundsvall, {.question = "Can you help?", .reply_by = ReplyBy::phone,
                                                     .contact = "060-19 10 11", .unit = library},
                                         i18n::translator("en"));
    ASSERT_TRUE(asked);
    EXPECT_EQ(only().text("unit"), library);
    EXPECT_EQ(only().text("function"), guide) << "the one function of the unit";
}

}  // namespace
}  // namespace digilots::questions
