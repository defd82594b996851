// Staff note how whoever asked is reached, and hand them the code.
#include <gtest/gtest.h>

#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class ReachedByStaff : public ::testing::Test, protected World {
protected:
    testing::PageClient anna = staff("anna");
    const std::string inbox = "/sundsvall/staff/questions";

    std::string write_down(const std::string& question) {
        anna.submit(anna.get(inbox + "/new"), {{"question", question}, {"channel", "phone"}});
        return all.only_waiting();
    }
    std::string of(const std::string& id, const std::string& what) { return inbox + "/" + id + what; }
    testing::Page note(const std::string& id, const std::string& by, const std::string& contact) {
        return anna.submit(anna.get(of(id, "/reach")), {{"reply_by", by}, {"contact", contact}});
    }
    static std::string code_in(const testing::Page& page) {
        const auto at = page.url.find("code=");
        return at == std::string::npos ? "" : page.url.substr(at + 5);
    }
};

TEST_F(ReachedByStaff, TheCodeIsShownOnceAndStandsOnTheSlip) {
    const auto id = write_down("How do I print?");
    EXPECT_TRUE(anna.get(of(id, "")).says("Note how to reach who asked, and show the code"));
    const auto noted = note(id, "phone", "060-19 10 11");
    const auto code = code_in(noted);
    ASSERT_FALSE(code.empty()) << noted.html;
    EXPECT_TRUE(noted.says(code));
    EXPECT_EQ(all.questions.contact_of(here, id).value, "060-19 10 11");
    EXPECT_TRUE(resident().get("/sundsvall/ask/" + code).says("ends with 11"));
    EXPECT_EQ(anna.get(of(id, "/slip.pdf?code=" + code)).status, 200);
    EXPECT_EQ(anna.get(of(id, "/slip.pdf?code=k7m2-9xqd-4tfh-p3wz")).status, 404);
    EXPECT_TRUE(code_in(note(id, "email", "anna@example.org")).empty()) << "they have one already";
    EXPECT_EQ(all.questions.contact_of(here, id).value, "anna@example.org");
    EXPECT_EQ(resident().get("/sundsvall/ask/" + code).status, 200) << "the code is the same";
}

TEST_F(ReachedByStaff, TheSameFormTwiceTellsTheSameCode) {
    const auto id = write_down("How do I print?");
    const auto form = anna.get(of(id, "/reach"));
    const auto send = [&](const char* number) {
        return anna.submit(form, {{"reply_by", "phone"}, {"contact", number}}, "", "/reach");
    };
    const auto code = code_in(send("060-19 10 11"));
    ASSERT_FALSE(code.empty());
    EXPECT_EQ(code_in(send("060-19 10 11")), code) << "pressed twice: only the second answer is seen";
    EXPECT_TRUE(code_in(send("060-19 10 12")).empty()) << "another number is a change of what stands now";
    EXPECT_EQ(all.questions.contact_of(here, id).value, "060-19 10 11");
}

TEST_F(ReachedByStaff, ALetterHasItsAddressUntilTheQuestionIsClosed) {
    const auto id = write_down("How do I print?");
    const auto wrong = note(id, "letter", "");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Write the name and address that the letter goes to."));
    const auto code = code_in(note(id, "letter", "Anna Andersson, Storgatan 4, 852 30 Sundsvall"));
    EXPECT_FALSE(anna.get(of(id, "")).says("Storgatan")) << "masked";
    EXPECT_TRUE(anna.get(of(id, "/answer")).says("Wants a letter to Anna Andersson, Storgatan 4")) << "where it is answered";
    const auto followed = resident().get("/sundsvall/ask/" + code);
    EXPECT_TRUE(followed.says("By letter")) << followed.html;
    EXPECT_FALSE(followed.says("Storgatan"));
    EXPECT_EQ(anna.get(of(id, "/letter.pdf")).status, 404) << "there is no answer yet";
    ASSERT_EQ(all.answer(id, "By the door.", "anna", base::Seen::anything(), ReplyWay::letter), Answering::done);
    EXPECT_EQ(anna.get(of(id, "/letter.pdf")).status, 200);
    ASSERT_EQ(all.questions.close(all.around(), id, "anna", base::Seen::anything()), Answering::done);
    EXPECT_EQ(anna.get(of(id, "/letter.pdf")).status, 404) << "the address is deleted";
}

TEST_F(ReachedByStaff, WhoAsksByThemselvesIsOfferedNoLetter) {
    EXPECT_FALSE(resident().get("/sundsvall/ask").says("value=\"letter\""));
    EXPECT_FALSE(reply_by_offered("letter"));
    EXPECT_EQ(reply_by_offered("phone"), ReplyBy::phone);
}

TEST_F(ReachedByStaff, OfTwoWhoNoteItAtOnceTheSecondIsTold) {
    const auto id = write_down("How do I print?");
    auto bo = staff("bo");
    const auto of_anna = anna.get(of(id, "/reach")), of_bo = bo.get(of(id, "/reach"));
    EXPECT_FALSE(code_in(anna.submit(of_anna, {{"reply_by", "phone"}, {"contact", "060-19 10 11"}})).empty());
    EXPECT_TRUE(code_in(bo.submit(of_bo, {{"reply_by", "phone"}, {"contact", "060-19 10 12"}})).empty());
    EXPECT_EQ(all.questions.contact_of(here, id).value, "060-19 10 11");
}

}  // namespace
}  // namespace digilots::questions
