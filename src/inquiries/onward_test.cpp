// Whoever was sent back is referred on: the desk goes by whom they are referred to by then.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "platform/testing/html_form.h"

namespace digilots::inquiries {
namespace {

constexpr const char* first_desk = "place:sundsvall-kommunhuset";
constexpr const char* second_desk = "place:sundsvall-mobidig";

/// An entry that refers to the first, who sent back.
std::string sent_back_by_first(DeskWorld& world) {
    const testing::FormFields typed{{"topic", "bank"}, {"outcome", "referred"}, {"referred_to", first_desk},
                                    {"handover", "warm"}, {"place", "sundsvall-kulturmagasinet"}};
    EXPECT_TRUE(world.client.submit(world.client.get("/sundsvall/staff/"), typed, "", "/staff/inquiries").says("Logged"));
    const auto referred = world.referral.recent(sundsvall).at(0);
    EXPECT_TRUE(world.referral.set_outcome(sundsvall, referred.id, referral::ReferralOutcome::unknown,
                                           referral::ReferralOutcome::bounced));
    return referred.inquiry_id;
}

std::string list_of_today(const testing::Page& desk) { return desk.html.substr(desk.html.find("id=\"today\"")); }

TEST(Onward, IsWhomTheDeskNamesAndRepeats) {
    DeskWorld world;
    const auto id = sent_back_by_first(world);
    const auto before = world.referral.recent(sundsvall).at(0);
    world.log.clock.advance(std::chrono::minutes(1));
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    world.client.submit(entry, {{"onward_" + before.id, second_desk}}, "", "/onward");
    const auto desk = world.client.get("/sundsvall/staff/");
    const auto today = list_of_today(desk);
    EXPECT_NE(today.find("Mobidig"), today.npos) << today;
    EXPECT_EQ(today.find("Kommunhuset"), today.npos) << "nobody goes there any more" << today;
    EXPECT_TRUE(world.client.get("/sundsvall/staff/?logged=" + id).says("Repeat, referred to Mobidig again"));
    world.log.clock.advance(std::chrono::minutes(1));
    world.client.submit(desk, {}, "", "/repeat");
    const auto again = world.referral.recent(sundsvall).at(0);
    EXPECT_NE(again.inquiry_id, id);
    EXPECT_EQ(again.target_kind + ":" + again.target_id, second_desk);
    EXPECT_EQ(again.handover, referral::Handover::unstated) << "how the first one was handed over is not said of this one";
    EXPECT_TRUE(world.read("/api/v1/sundsvall/inquiries/" + id).says(R"("referred_to":"place:sundsvall-kommunhuset")"))
        << "what was logged stays";
}

TEST(Onward, IsToBeChosenBeforeSomebodyElseIsSentToWhoSentBack) {
    DeskWorld world;
    const auto desk_before = world.client.get("/sundsvall/staff/");
    const auto id = sent_back_by_first(world);
    const auto today = list_of_today(world.client.get("/sundsvall/staff/"));
    EXPECT_NE(today.find("Refer on"), today.npos) << today;
    EXPECT_EQ(today.find("Repeat the referral"), today.npos) << today;
    EXPECT_FALSE(world.client.get("/sundsvall/staff/?logged=" + id).says("formaction"));
    testing::FormFields fields{{"form_key", "a"}};
    const auto token = testing::find_form(desk_before.html, {{"csrf_token", ""}}, "");
    for (const auto& [name, value] : token->values)
        if (name == "csrf_token") fields.emplace_back(name, value);
    const auto answer = world.client.post_once("/sundsvall/staff/inquiries/" + id + "/repeat", fields);
    EXPECT_TRUE(answer.header("Location").ends_with("/staff/inquiries/" + id)) << answer.header("Location");
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1U);
}

}  // namespace
}  // namespace digilots::inquiries
