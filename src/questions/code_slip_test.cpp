// The code of a question is printed by whoever asked, as of a time that is booked: nobody has to copy it by hand.
#include "platform/testing/pdf_reader.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class CodeOnSlip : public ::testing::Test, protected World {};

TEST_F(CodeOnSlip, IsPrintedFromThePageOfTheCode) {
    auto settings = all.municipalities.settings(here);
    settings.phone = "060-19 10 00";
    ASSERT_TRUE(all.municipalities.save_settings(here, settings));
    const auto code = all.ask("How do I print?").code;
    auto client = resident();
    const auto page = client.get("/sundsvall/ask/" + code);
    ASSERT_EQ(page.link("A5"), "/sundsvall/ask/" + code + "/slip.pdf");
    const auto paper = client.send(http::Method::get, page.link("A5"));
    EXPECT_EQ(paper.status, 200);
    EXPECT_EQ(paper.header("Cache-Control"), "no-store");
    const auto slip = testing::read_pdf(paper.html);
    EXPECT_NE(slip.text.find(code), std::string::npos) << slip.text;
    EXPECT_NE(slip.text.find("gets an answer by"), std::string::npos) << slip.text;
    EXPECT_EQ(slip.text.find("How do I print?"), std::string::npos) << "what was asked stays off paper" << slip.text;
    EXPECT_NE(slip.text.find("060-19 10 00"), std::string::npos) << "whom to ring" << slip.text;
}

TEST_F(CodeOnSlip, SaysNothingOfADayThatIsOverOrThatNobodyPromises) {
    const auto code = all.ask("How do I print?").code, path = "/sundsvall/ask/" + code + "/slip.pdf";
    const auto said = [&] { return testing::read_pdf(resident().send(http::Method::get, path).html).text; };
    auto settings = all.municipalities.settings(here);
    settings.response_limit.reset();
    ASSERT_TRUE(all.municipalities.save_settings(here, settings));
    EXPECT_EQ(said().find("gets an answer by"), std::string::npos) << said();
    EXPECT_NE(said().find("not yet set who answers"), std::string::npos) << said();
    EXPECT_EQ(all.answer(all.only_waiting(), "Press the button.", "anna"), Answering::done);
    EXPECT_EQ(said().find("not yet set who answers"), std::string::npos) << said();
}

TEST_F(CodeOnSlip, IsOfNoCodeThatIsNone) {
    EXPECT_EQ(resident().get("/sundsvall/ask/k7m2-9xqd-4tfh-p3wz/slip.pdf").status, 404);
}

}  // namespace
}  // namespace digilots::questions
