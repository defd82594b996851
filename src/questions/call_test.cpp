// Whoever wants to be rung says when: inside the hours of the office. The promise is never earlier than the usual one.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/time.h"
#include "platform/slice/wished_time.h"
#include "questions/implementation.h"
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
    EXPECT_FALSE(wish_called({.rule = "", .week = {}}, now, "2026-11-27 afternoon")) << "today is as soon as possible";
    for (const char* none : {"", "x", "2026-11-30", "2026-11-30 night", "2026-13-30 morning"})
        EXPECT_EQ(wish_words(none, i18n::translator("en")), "") << none;
}

TEST_F(RingMe, HasAPageOfItsOwnAndAnEarlierTimeIsAWishInsideThePromise) {
    EXPECT_EQ(form().heading(), "We can ring you");
    const auto sent = ask_for_call("Help with my tax form", "2026-11-26 afternoon");
    EXPECT_TRUE(sent.says("You want to be rung: Thursday 26 November 2026, in the afternoon. We ring then if we can, at the "
                          "latest "))
        << sent.html;
    EXPECT_TRUE(sent.says("ends with 35"));
    EXPECT_EQ(only().text("promised_at").substr(0, 16), "2026-11-27T15:00") << "two working days, as it is promised to all";
    EXPECT_EQ(only().text("reply_by"), "phone");
    auto anna = staff("anna");
    EXPECT_TRUE(anna.get(inbox).says("Thursday 26 November 2026, in the afternoon")) << "in the list";
    EXPECT_TRUE(anna.get(inbox + "/" + only().id).says("Thursday 26 November 2026, in the afternoon")) << "on the card";
    EXPECT_TRUE(anna.get(inbox + "/" + only().id + "/answer").says("in the afternoon")) << "where one rings";
}

TEST_F(RingMe, WhoWantsItLaterIsPromisedItThen) {
    EXPECT_TRUE(ask_for_call("Later", "2026-11-30 morning").says("We ring you: Monday 30 November 2026, in the morning."));
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
    EXPECT_TRUE(asked.says("2026-11-27T15:00")) << asked.html;
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
