// What few entries say: on the form, by programs, in tables and figures alike.
#include "inquiries/further.h"

#include <gtest/gtest.h>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

constexpr const char* the_day = "2026-11-22";

/// Every question is asked.
void ask_all(DeskWorld& world) {
    ASSERT_TRUE(save_desk_settings(Inside::service(world.log.inquiries), sundsvall.id, "", DeskSettings{}, "anna",
                                   base::Seen::anything()));
}

std::string logged_id(const testing::Page& page) {
    const auto from = page.html.find("\"id\":\"") + 6;
    return page.html.substr(from, page.html.find('"', from) - from);
}

TEST(FurtherWords, StandAsTextAndComeBack) {
    Further further;
    EXPECT_EQ(further_text(further), "");
    further.problem = "tool";
    further.feedback = "complaint";
    further.rules_followed = true;
    const auto text = further_text(further);
    EXPECT_EQ(further_of(text), further);
    EXPECT_EQ(further_key(text, "feedback"), "complaint");
    EXPECT_EQ(further_key(text, "device"), "");
    EXPECT_EQ(further_of(",unheard_of:x,nonsense,"), Further{});
}

TEST(FurtherWords, OfAProgramAreReadBackAndAWrongOneIsNamed) {
    DeskWorld world;
    const auto logged = world.post(
        R"({"topics":["bank"],"channel":"visit","outcome":"answered","problem":"identification","interpreter":"missing",)"
        R"("device":"own_phone","identity_proof":"id_card","feedback":"complaint","rules_followed":true})");
    ASSERT_EQ(logged.status, 201) << logged.html;
    const auto read = world.read("/api/v1/sundsvall/inquiries/" + logged_id(logged));
    for (const char* said : {R"("problem":"identification")", R"("interpreter":"missing")", R"("identity_proof":"id_card")",
                             R"("feedback_status":"new")", R"("rules_followed":true)", R"("found_us":null)",
                             R"("consent":false)"})
        EXPECT_NE(read.html.find(said), std::string::npos) << said << read.html;
    for (const char* wrong : {R"("problem":"weather")", R"("feedback_status":"new")", R"("consent":true)", R"("handover":"warm")",
                              R"("rules_followed":"yes")"})
        EXPECT_EQ(world.post(R"({"topics":["bank"],"channel":"visit","outcome":"answered",)" + std::string(wrong) + "}")
                      .status,
                  422)
            << wrong;
}

TEST(FurtherWords, AreCountedWhereTheyAreSaid) {
    DeskWorld world;
    auto visit = a_visit();
    visit.further.problem = "tool";
    world.log.inquiries.log(sundsvall, visit, "guide", "", "");
    world.log.inquiries.log(sundsvall, a_visit(), "guide", "", "");
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}}), 1);
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", ""}}), 1);
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}, {"topic", "print"}}), 1) << "from the rows";
    EXPECT_EQ(world.log.total("inquiries", the_day, the_day, {{"problem", "tool"}, {"topic", "bank"}}), 0);
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
}

TEST(FurtherWords, OfAFormHangOnWhatTheyBelongTo) {
    DeskWorld world;
    ask_all(world);
    const auto desk = world.client.get("/sundsvall/staff/");
    EXPECT_TRUE(world.client.submit(desk, {{"topic", "bank"}, {"feedback", "praise"}, {"handover", "warm"}, {"consent", "1"},
                                           {"problem", "form"}}, "", "/staff/inquiries").says("Logged"));
    const auto page = world.client.get("/sundsvall/staff/inquiries?feedback=praise&feedback_status=new");
    EXPECT_TRUE(page.says("1 entry")) << page.html;
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries?feedback=complaint").says("0 entries"));
    const auto stored = Inside::service(world.log.inquiries).database.read([&](db::Connection& connection) {
        return store::list_recorded(connection, sundsvall.id, -1, {}, 10);
    });
    ASSERT_EQ(stored.size(), 1u);
    Further expected;
    expected.feedback = "praise";
    expected.feedback_status = "new";
    expected.problem = "form";
    EXPECT_EQ(stored[0].inquiry.further, expected) << "who is not referred is not handed over, nobody sent anything in";
}

TEST(FurtherWords, FollowAComplaintUntilItIsAnswered) {
    DeskWorld world;
    auto visit = a_visit();
    visit.further.feedback = "complaint";
    const auto id = world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
    ASSERT_EQ(world.log.inquiries.find(sundsvall, id)->further.feedback_status, "new");
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_EQ(world.client.submit(entry, {{"feedback_status", "answered"}}).status, 200);
    EXPECT_EQ(world.log.inquiries.find(sundsvall, id)->further.feedback_status, "answered");
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries/" + id).says("What became of it"));
}

}  // namespace
}  // namespace digilots::inquiries
