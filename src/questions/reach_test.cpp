// How whoever asked is reached: what they meant, shown masked to whoever has the code, chosen anew.
#include <gtest/gtest.h>

#include "questions/implementation.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class HowTheyAreReached : public ::testing::Test, protected World {
protected:
    static std::string address_of(const testing::Page& page) { return page.url.substr(0, page.url.find('?')); }
    Questions::Contact kept() { return all.questions.contact_of(here, all.only_waiting()); }
};

TEST_F(HowTheyAreReached, IsConfirmedMaskedAndStandsInNoAddressAndNoAnswerToPrograms) {
    const auto sent = ask_on_page("How do I print?", "phone", "070-174 06 35");
    EXPECT_TRUE(sent.says("By phone, on the number that ends with 35")) << sent.html;
    EXPECT_FALSE(sent.says("174 06")) << "whoever finds the code learns no number";
    for (const char* part : {"070", "174"}) EXPECT_EQ(sent.url.find(part), std::string::npos) << sent.url;
    const auto code = address_of(sent).substr(address_of(sent).rfind('/') + 1);
    const auto answer = resident().get("/api/v1/sundsvall/questions/" + code);
    EXPECT_EQ(answer.status, 200);
    for (const char* part : {"06 35", "contact", "told", "ends with"}) EXPECT_FALSE(answer.says(part)) << answer.html;
}

TEST_F(HowTheyAreReached, AnAddressIsMaskedToo) {
    const auto sent = ask_on_page("How do I print?", "email", "anna.andersson@annaandersson.se");
    EXPECT_TRUE(sent.says("By e-mail, to a…@a….se")) << sent.html;
    EXPECT_FALSE(sent.says("andersson"));
}

TEST_F(HowTheyAreReached, WhoTypesANumberOrAnAddressAndChoosesNothingMeansIt) {
    EXPECT_TRUE(ask_on_page("How do I print?", "none", "070-174 06 35").says("ends with 35"));
    EXPECT_EQ(kept().by, ReplyBy::phone);
    EXPECT_TRUE(ask_on_page("How do I scan?", "none", "anna@example.org").says("a…@example.org"));
    const auto unclear = ask_on_page("How do I copy?", "none", "at my sister's");
    EXPECT_EQ(unclear.status, 422);
    EXPECT_TRUE(unclear.says("at my sister")) << "what was typed stands there";
}

TEST_F(HowTheyAreReached, IsChosenAnewByWhoHasTheCodeWhileItWaits) {
    const auto sent = ask_on_page("How do I print?", "email", "anna@gmial.example");
    auto client = resident();
    const auto url = address_of(sent) + "/reach";
    const auto form = client.get(url);
    EXPECT_FALSE(form.says("gmial")) << "the form shows it masked, too";
    const auto wrong = client.submit(form, {{"reply_by", "phone"}, {"contact", "anna@gmail.com"}}, "", "/reach");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("anna@gmail.com")) << "what was typed stands there";
    const auto changed = client.submit(form, {{"reply_by", "phone"}, {"contact", "060-19 10 11"}}, "", "/reach");
    EXPECT_TRUE(changed.says("ends with 11")) << changed.html;
    const auto id = all.only_waiting();
    EXPECT_EQ(kept().value, "060-19 10 11");
    EXPECT_EQ(all.questions.questions().find(here, id)->text("reply_by"), "phone");
    client.submit(client.get(url), {{"reply_by", "none"}}, "", "/reach");
    EXPECT_EQ(kept().value, "") << "nothing is kept any more";
    const auto again = client.submit(client.get(url), {{"reply_by", "none"}, {"contact", "anna@example.org"}}, "", "/reach");
    EXPECT_TRUE(again.says("a…@example.org"));
    all.answer(id, "By the door.", "anna");
    EXPECT_FALSE(client.get(url).says("name=\"contact\"")) << "it is answered";
    EXPECT_EQ(client.get("/sundsvall/ask/k7m2-9xqd-4tfh-p3wz/reach").status, 404);
}

TEST_F(HowTheyAreReached, HowOftenIsAskedWhereTheWayIsChosenAnew) {
    const auto sent = ask_on_page("How do I print?", "phone", "070-174 06 35");
    auto client = resident();
    const auto url = address_of(sent) + "/reach";
    const auto choose = [&](const testing::FormFields& typed) { return client.submit(client.get(url), typed, "", "/reach"); };
    choose({{"how_often", "each"}});
    EXPECT_EQ(kept().how_often, HowOften::each);
    EXPECT_EQ(kept().value, "070-174 06 35");
    choose({{"contact", "060-19 10 11"}});
    EXPECT_EQ(kept().how_often, HowOften::each) << "another number is no other wish";
    choose({{"reply_by", "none"}});
    EXPECT_TRUE(client.get(url).says("How often do we tell you?")) << "what was kept of it is deleted: it is asked again";
    choose({{"reply_by", "phone"}, {"contact", "060-19 10 11"}, {"how_often", "each"}});
    EXPECT_EQ(kept().how_often, HowOften::each);
    auto anna = staff("anna");
    const auto id = all.only_waiting();
    anna.submit(anna.get(inbox + "/" + id + "/reach"), {{"reply_by", "email"}, {"contact", "anna@example.org"}}, "", "/reach");
    EXPECT_EQ(kept().by, ReplyBy::email);
    EXPECT_EQ(kept().how_often, HowOften::each) << "staff see it, and it stays";
}

TEST_F(HowTheyAreReached, TheHistorySaysWhoChangedWhat) {
    const auto sent = ask_on_page("How do I print?", "phone", "070-174 06 35");
    auto client = resident();
    client.submit(client.get(address_of(sent) + "/reach"), {{"contact", "060-19 10 11"}}, "", "/reach");
    const auto page = staff("anna").get(inbox + "/" + all.only_waiting());
    EXPECT_TRUE(page.says("Another way to reach the person")) << page.html;
    EXPECT_TRUE(page.says("a resident or a program"));
    EXPECT_FALSE(page.says("Not known"));
}

}  // namespace
}  // namespace digilots::questions
