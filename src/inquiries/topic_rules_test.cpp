// Whoever refers by a rule says whose question it is as the rule does, and keeps what was typed.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

struct RulesWorld : DeskWorld {
    std::string contact = log.directory.snapshot("2281")->contacts.at(0).id;

    bool add(const std::string& topic, const std::string& body) {
        auto& records = referral.rule_records();
        return bool(records.add(records.around(sundsvall.id), {{"topic", {topic}}, {"body", {body}}, {"handling", {"hand_over"}},
                                                               {"rule", {"Our own officer there."}}, {"contact", {contact}}},
                                "anna"));
    }
    /// Pressed on the page of what was typed, without scripts.
    testing::Page refer(const std::string& typed, const std::string& button) {
        const auto page = client.get("/sundsvall/staff/?q=" + typed);
        EXPECT_TRUE(page.says("value=\"" + button + "\"")) << button << page.html;
        return client.submit(page, {}, "refer=" + button, "/staff/inquiries");
    }
};

TEST(RulesThatRefer, SetTheirBodyAndTheTopicThatWasTyped) {
    RulesWorld world;
    ASSERT_TRUE(world.add("authority_forms", "migration"));
    const auto form = world.refer("migrationsverket", "contact:" + world.contact + " migration migration");
    EXPECT_TRUE(form.says("value=\"migration\" selected")) << "whose question it is: " << form.html;
    EXPECT_FALSE(form.says("value=\"municipality\" selected"));
    EXPECT_TRUE(form.says("value=\"contact:" + world.contact + "\"")) << "to whom";
}

TEST(RulesThatRefer, WithoutABodyLeaveWhatTheTopicSays) {
    RulesWorld world;
    ASSERT_TRUE(world.add("tax", ""));
    const auto form = world.refer("skatt", "contact:" + world.contact + " tax ");
    EXPECT_TRUE(form.says("value=\"tax\" selected")) << form.html;
    EXPECT_FALSE(form.says("value=\"municipality\" selected"));
}

}  // namespace
}  // namespace digilots::inquiries
