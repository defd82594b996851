// A colleague closes what somebody is writing in: they are told, and what they wrote goes on with them.
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class ClosedMeanwhile : public ::testing::Test, protected World {
protected:
    testing::Page begin(testing::PageClient& client) {
        all.questions.be_present(here, "anna", clock.now() + std::chrono::hours(1));
        return client.submit(client.get("/sundsvall/chat"), {{"words", "The form says error 17, what now?"}});
    }
    void close(const std::string& id) {
        ASSERT_EQ(all.questions.close(all.around(), id, "bo", base::Seen::anything()), Answering::done);
    }
};

TEST_F(ClosedMeanwhile, WhatAResidentWasWritingInAChatGoesOnAsAQuestion) {
    auto client = resident();
    const auto page = begin(client);
    close(all.only_waiting());
    const auto told = client.submit(page, {{"words", "And now it says error 18."}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("The chat was closed while you wrote.")) << told.html;
    EXPECT_TRUE(told.says("And now it says error 18.</textarea>")) << told.html;
    const auto form = client.submit(told, {}, "", "/ask");
    EXPECT_EQ(form.status, 200);
    EXPECT_EQ(form.heading(), "Ask a question");
    EXPECT_TRUE(form.says("And now it says error 18.</textarea>")) << form.html;
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty()) << "nothing is sent before they send it";
    EXPECT_TRUE(client.submit(form, {}, "", "/ask").says("Your question has arrived"));
}

TEST_F(ClosedMeanwhile, WhatStaffWereWritingInAChatIsShownWithTheWayToTheQuestion) {
    auto client = resident(), anna = staff("anna");
    begin(client);
    const auto id = all.only_waiting();
    const auto page = anna.get(inbox + "/" + id + "/chat");
    close(id);
    const auto told = anna.submit(page, {{"words", "Press Back, then Send again."}}, "", "/chat");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("Press Back, then Send again.</textarea>")) << told.html;
    EXPECT_EQ(told.link("The question in the inbox"), inbox + "/" + id);
}

TEST_F(ClosedMeanwhile, WhoAnswersAQuestionThatACollegueClosedReadsThatItIsClosed) {
    auto anna = staff("anna");
    all.ask("How do I get BankID?");
    const auto id = all.only_waiting();
    const auto page = anna.get(inbox + "/" + id + "/answer");
    close(id);
    const auto told = anna.submit(page, {{"answer", "At your bank, with an identity card."}}, "", "/answer");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("At your bank, with an identity card.")) << told.html;
    EXPECT_TRUE(told.says("As it stands now this cannot be done any more.")) << told.html;
    EXPECT_FALSE(told.says("There is nothing left to save it in")) << told.html;
    EXPECT_EQ(anna.get(inbox + "/" + id + "/answer").url, inbox + "/" + id) << "where it can be opened again";
}

TEST_F(ClosedMeanwhile, ANewNumberForAQuestionThatIsAnsweredIsGivenBack) {
    auto client = resident();
    const auto code = all.ask("How do I get BankID?").code;
    const auto form = client.get("/sundsvall/ask/" + code + "/reach");
    close(all.only_waiting());
    const auto told = client.submit(form, {{"reply_by", "phone"}, {"contact", "060-191099"}}, "", "/reach");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("060-191099") && told.says("Your question does not wait any more")) << told.html;
    EXPECT_EQ(told.link("Your question"), "/sundsvall/ask/" + code);
}

TEST_F(ClosedMeanwhile, ACodeThatLeadsNowhereAnyMoreGivesBackWhatWasWritten) {
    auto client = resident();
    const auto told = client.post_once("/sundsvall/chat/k7m2-9xqd-4tfh-p3wz", {{"words", "Hello?"}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("Hello?") && told.says("It is not there any more")) << told.html;
}

}  // namespace
}  // namespace digilots::questions
