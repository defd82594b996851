// An entry of the log that grows into a question of the inbox.
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class QuestionOfEntry : public ::testing::Test, protected World {
protected:
    QuestionOfEntry() { all.log.know(all.questions.beside_entries()); }

    std::string log_it(const std::string& note, const std::string& who = "anna") {
        inquiries::Inquiry visit;
        visit.channel = "phone";
        visit.outcome = "not_solved";
        visit.topics = {"bank"};
        visit.note = note;
        return all.log.log(sundsvall, visit, who, "", "")->id;
    }
    inquiries::Companion::Line line_of(const std::string& entry) {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        request.path = "/sundsvall/staff/inquiries/" + entry;
        const html::Page page(request);
        return all.questions.beside_entries().line(page, all.log.find(sundsvall, entry).value()).value();
    }
    static std::string code_in(const testing::Page& page) {
        const std::string before = "<p class=\"lead\"><strong>";
        const auto at = page.html.find(before);
        return at == std::string::npos ? "" : page.html.substr(at + before.size(), 19);
    }
    std::vector<std::string> on_slip(const std::string& entry, const std::string& code) {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        request.headers = {{"Host", "help.example"}};
        request.form.pairs = {{"code", code}};
        const html::Page page(request);
        return all.questions.beside_entries().promised(page, all.log.find(sundsvall, entry).value());
    }
};

TEST_F(QuestionOfEntry, HasWhatTheEntrySaysAndTheEntryTellsHowItStands) {
    const auto entry = log_it("vill veta om blanketten kan fyllas i på papper");
    EXPECT_EQ(line_of(entry).way.title, "Make a question of it");
    auto anna = staff("anna");
    const auto form = anna.get(line_of(entry).way.url);
    EXPECT_TRUE(form.says("vill veta om blanketten kan fyllas i på papper")) << form.html;
    EXPECT_TRUE(form.says("It stands in the inbox and is promised an answer by 27 November 2026")) << form.html;
    const auto made = anna.submit(form, {{"reply_by", "none"}});
    EXPECT_TRUE(made.says("The question is added, and its time runs.")) << made.html;
    EXPECT_EQ(made.header("Cache-Control"), "no-store");
    const auto question = all.questions.questions().find(here, all.only_waiting()).value();
    EXPECT_EQ(question.text("topic"), "bank");
    EXPECT_EQ(question.text("channel"), "phone");
    EXPECT_EQ(question.text("entry"), entry);
    EXPECT_EQ(line_of(entry).way.title, "The question in the inbox");
    EXPECT_EQ(line_of(entry).standing, "Waits for an answer · promised by 27 November 2026 at 16:00") << line_of(entry).standing;
    ASSERT_EQ(all.answer(question.id, "Yes, at the town hall.", "bo"), Answering::done);
    EXPECT_EQ(line_of(entry).standing, "Answered");
}

TEST_F(QuestionOfEntry, ItsCodeIsToldOnceAndStandsOnTheSlip) {
    const auto entry = log_it("");
    auto anna = staff("anna");
    const auto made = anna.submit(anna.get(line_of(entry).way.url), {{"question", "Kan jag fylla i på papper?"}});
    const auto code = code_in(made);
    EXPECT_TRUE(all.questions.follow(sundsvall, code)) << made.html;
    EXPECT_FALSE(made.url.contains(code)) << "an address stands in histories";
    EXPECT_TRUE(made.says("action=\"/sundsvall/staff/inquiries/" + entry + "/slip\"")) << made.html;
    const auto lines = on_slip(entry, code);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], "Your question gets an answer by 27 November 2026 at 16:00.");
    EXPECT_EQ(lines[1], "The code of your question is " + code + ". Read the answer at help.example/sundsvall/ask.");
    EXPECT_EQ(on_slip(entry, "k7m2-9xqd-4tfh-p3wz").size(), 1U) << "of another question";
    const auto later = anna.get(inbox + "/from-entry/" + entry);
    EXPECT_TRUE(later.says("A question was made of this entry."));
    EXPECT_FALSE(later.says(code)) << "kept nowhere";
}

TEST_F(QuestionOfEntry, ANoteThatMayNameSomebodyIsNotTakenAlong) {
    const auto entry = log_it("Anna Karlsson kommer igen");
    auto anna = staff("anna");
    const auto form = anna.get(line_of(entry).way.url);
    EXPECT_FALSE(form.says("Karlsson")) << form.html;
    const auto again = anna.submit(form, {{"question", "Ring 070-123 45 67"}, {"reply_by", "email"}, {"contact", "nobody"}});
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("Ring 070-123 45 67") && again.says("value=\"nobody\"")) << "what was typed stands there";
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
}

TEST_F(QuestionOfEntry, ANameInItIsAskedAboutOnce) {
    const auto entry = log_it("");
    auto anna = staff("anna");
    const auto form = anna.get(line_of(entry).way.url);
    const auto wrong = anna.submit(form, {{"question", "Anna Svensson vill skriva ut"}, {"reply_by", "email"}});
    EXPECT_FALSE(wrong.says("may be a person’s name")) << "what is wrong is said first";
    const auto asked = anna.submit(form, {{"question", "Anna Svensson vill skriva ut"}, {"reply_by", "none"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Anna Svensson” may be a person’s name") && asked.says("Save anyway")) << asked.html;
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
    EXPECT_EQ(anna.submit(asked, {{"question", "Bo Larsson vill skriva ut"}}).status, 422) << "another name";
    EXPECT_TRUE(anna.submit(asked, {}, "", "/from-entry/").says("The question is added, and its time runs."));
}

TEST_F(QuestionOfEntry, OfTwoWhoMakeOneTheSecondIsTold) {
    const auto entry = log_it("om blanketten");
    auto anna = staff("anna");
    const auto first = anna.get(line_of(entry).way.url), second = anna.get(line_of(entry).way.url);
    const auto made = anna.submit(first, {{"reply_by", "none"}});
    const auto again = anna.submit(first, {{"reply_by", "none"}});
    EXPECT_EQ(code_in(again), code_in(made)) << "the same form is the same question";
    EXPECT_FALSE(code_in(made).empty());
    const auto late = anna.submit(second, {{"question", "Hur är det med blanketten?"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("A colleague has made a question") && late.says("Hur är det med blanketten?")) << late.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
}

TEST_F(QuestionOfEntry, IsMadeByWhoeverMayOpenTheEntry) {
    const auto entry = log_it("om blanketten", "bo");
    auto anna = staff("anna");
    EXPECT_EQ(anna.get(inbox + "/from-entry/" + entry).status, 404);
    EXPECT_EQ(anna.get(inbox + "/from-entry/nothing").status, 404);
    auto lead = staff("lead");
    lead.submit(lead.get(inbox + "/from-entry/" + entry), {{"reply_by", "none"}});
    EXPECT_TRUE(lead.get(inbox + "/" + all.only_waiting()).says("/staff/inquiries/" + entry));
    EXPECT_FALSE(anna.get(inbox + "/" + all.only_waiting()).says("/staff/inquiries/" + entry)) << "a guide reaches own entries";
}

}  // namespace
}  // namespace digilots::questions
