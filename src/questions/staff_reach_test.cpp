// Staff note how whoever asked is reached, and hand them the code.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/testing/pdf_reader.h"
#include "questions/ongoing.h"
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
        const std::string before = "<p class=\"lead\"><strong>";
        const auto at = page.html.find(before);
        return at == std::string::npos ? "" : page.html.substr(at + before.size(), 19);
    }
    /// The slip of a page that tells a code.
    testing::Page slip_of(const testing::Page& told) { return anna.submit(told, {}, "", "/slip.pdf"); }
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
    EXPECT_FALSE(noted.url.contains(code)) << "an address stands in histories";
    EXPECT_EQ(noted.header("Cache-Control"), "no-store");
    EXPECT_FALSE(anna.get(noted.url).says(code)) << "told once";
    EXPECT_FALSE(anna.get(noted.url + "?code=" + code).says("Slip to take home")) << "an address tells it to nobody";
    EXPECT_NE(testing::read_pdf(slip_of(noted).html).text.find(code), std::string::npos);
    EXPECT_EQ(anna.submit(noted, {{"code", "k7m2-9xqd-4tfh-p3wz"}}, "", "/slip.pdf").status, 404) << "of another question";
    EXPECT_EQ(anna.get(of(id, "/slip.pdf?code=" + code)).status, 405);
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

TEST_F(ReachedByStaff, ALostCodeIsReplacedForWhoIsKnownByTheContact) {
    const auto id = write_down("How do I print?");
    const auto code = code_in(note(id, "phone", "060-19 10 11"));
    EXPECT_TRUE(anna.get(of(id, "")).says("They have lost the code: give a new one"));
    const auto form = anna.get(of(id, "/code"));
    EXPECT_TRUE(form.says("060-19 10 11")) << "by which they are known" << form.html;
    const auto given = anna.submit(form, {}, "", "/code");
    const auto fresh = code_in(given);
    ASSERT_FALSE(fresh.empty()) << given.html;
    EXPECT_TRUE(given.says(fresh) && given.says("Slip to take home"));
    EXPECT_EQ(code_in(anna.submit(form, {}, "", "/code")), fresh) << "pressed twice";
    EXPECT_EQ(resident().get("/sundsvall/ask/" + code).status, 404);
    EXPECT_EQ(resident().get("/sundsvall/ask/" + fresh).status, 200);
    EXPECT_FALSE(given.url.contains(fresh));
    EXPECT_EQ(slip_of(given).status, 200);
    EXPECT_EQ(anna.submit(given, {{"code", code}}, "", "/slip.pdf").status, 404);
    const auto card = anna.get(of(id, ""));
    EXPECT_TRUE(card.says("A new code was given")) << card.html;
    EXPECT_FALSE(card.says("Wants the answer by, <")) << "what has no name for people stands in no history";
}

TEST_F(ReachedByStaff, NobodyGetsANewCodeWhoIsKnownByNothing) {
    const auto code = ask_on_page("How do I print?").url;
    const auto id = all.only_waiting();
    EXPECT_FALSE(anna.get(of(id, "")).says("lost the code"));
    EXPECT_EQ(anna.get(of(id, "/code")).status, 404);
    EXPECT_EQ(resident().get(code).status, 200);
}

TEST_F(ReachedByStaff, AnAnswerIsGivenInAWayThatFits) {
    ask_on_page("How do I print?");
    const auto by_page = all.only_waiting();
    const auto form = anna.get(of(by_page, "/answer"));
    EXPECT_TRUE(form.says("On the page with the code"));
    for (const char* way : {"value=\"phone\"", "value=\"letter\"", "value=\"email\""}) EXPECT_FALSE(form.says(way)) << way;
    anna.submit(form, {{"answer", "By the door."}, {"way", "page"}});
    const auto by_phone = write_down("How do I scan?");
    for (const char* way : {"value=\"phone\"", "value=\"letter\""})
        EXPECT_TRUE(anna.get(of(by_phone, "/answer")).says(way)) << "nothing is noted of them: staff know how they told it";
    note(by_phone, "phone", "060-19 10 11");
    EXPECT_TRUE(anna.get(of(by_phone, "/answer")).says("There, and I have rung"));
    EXPECT_FALSE(anna.get(of(by_phone, "/answer")).says("value=\"letter\""));
}

TEST_F(ReachedByStaff, WhoAnsweredLastStandsThere) {
    all.ask("How do I print?");
    const auto id = all.only_waiting();
    all.answer(id, "By the door.", "anna");
    all.answer(id, "By the window.", "bo");
    EXPECT_EQ(all.questions.questions().find(here, id)->text("answered_by"), "bo");
    all.answer(id, "By the window.", "anna");
    EXPECT_EQ(all.questions.questions().find(here, id)->text("answered_by"), "bo") << "nothing was said anew";
}

TEST_F(ReachedByStaff, ANameInAQuestionThatStaffWriteDownIsAskedAboutOnce) {
    const std::string named = "Anna Svensson on Storgatan 4 asks how to print";
    const auto asked = anna.submit(anna.get(inbox + "/new"), {{"question", named}, {"channel", "phone"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Anna Svensson” may be a person’s name") && asked.says("“Storgatan 4” may be somebody’s address"))
        << asked.html;
    EXPECT_TRUE(asked.says(named)) << "nothing typed is lost";
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
    const auto added = anna.submit(asked, {}, "", "/staff/questions");
    EXPECT_TRUE(added.says("The question is added")) << added.status << added.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
}

TEST_F(ReachedByStaff, ANameThatAResidentWroteIsToldAndNothingIsRefused) {
    const auto followed = ask_on_page("Anna Svensson asks how to print");
    EXPECT_EQ(followed.status, 200);
    EXPECT_TRUE(followed.says("The staff read it: “Anna Svensson” may be a person’s name.")) << followed.html;
    EXPECT_FALSE(resident().get(followed.url.substr(0, followed.url.find('?'))).says("may be a person’s name")) << "told once";
    EXPECT_FALSE(ask_on_page("How do I print?").says("may say who somebody is"));
    const auto post = [&](const std::string& question) {
        return resident().send(http::Method::post, "/api/v1/sundsvall/questions", "{\"question\":\"" + question + "\"}",
                               {{"Content-Type", "application/json"}});
    };
    const auto named = post("Anna Svensson at Storgatan 4 asks how to print");
    EXPECT_EQ(named.status, 201);
    EXPECT_TRUE(named.html.contains("\"code\":\"name\"") && named.html.contains("\"code\":\"address\"")) << named.html;
    EXPECT_FALSE(named.html.contains("Svensson"));
    EXPECT_TRUE(post("How do I print?").html.contains("\"warnings\":[]"));
}

TEST_F(ReachedByStaff, AnAnswerByLetterIsAmongLettersUntilTheQuestionIsClosed) {
    const auto kinds = ongoing_kinds(all.questions);
    const auto letters = std::ranges::find(kinds, true, &OngoingKind::are_letters);
    ASSERT_NE(letters, kinds.end());
    const auto paths = [&] {
        http::Request request;
        request.tenant = sundsvall;
        std::vector<std::string> found;
        for (const auto& matter : letters->now(html::Page(request))) found.push_back(matter.path);
        return found;
    };
    const auto id = write_down("How do I print?");
    note(id, "letter", "Åsa Berg, Storgatan 4");
    EXPECT_TRUE(paths().empty()) << "there is no answer yet";
    all.answer(id, "At the library.", "anna", base::Seen::anything(), ReplyWay::letter);
    EXPECT_EQ(paths(), std::vector<std::string>{"/staff/questions/" + id});
    all.questions.close(all.around(), id, "anna", base::Seen::anything());
    EXPECT_TRUE(paths().empty());
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
