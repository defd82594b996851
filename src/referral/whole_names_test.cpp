// Who types a record's whole name means that record.
#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

class WholeNames : public ::testing::Test {
protected:
    std::string add(const std::string& title, bool staff_only) {
        auto& contacts = demo.directory->records(directory::RecordKind::contact);
        register_::Draft typed{{"title", {title}}, {"phone", {"060-19 99 99"}}};
        if (staff_only) typed.emplace("staff_only", std::vector<std::string>{"1"});
        return contacts.add(contacts.around("2281"), typed, "anna")->id;
    }
    std::vector<std::string> found(std::string_view text, directory::Audience audience) {
        std::vector<std::string> ids;
        for (const auto& hit : demo.referral->search(demo.tenant("sundsvall"), text, i18n::translator("sv"), 8, audience).hits)
            ids.push_back(hit.id);
        return ids;
    }
    DemoMunicipalities demo;
};

TEST_F(WholeNames, come_first_at_the_desk_hyphenated_and_folded_too) {
    const auto support = add("It-stöd för personal", true), anna = add("Anna Andersson", false);
    for (const char* text : {"it-stöd för personal", "It-stöd för personal", "IT STOD FOR PERSONAL", "it-stöd"}) {
        const auto ids = found(text, directory::Audience::staff);
        ASSERT_FALSE(ids.empty()) << text;
        EXPECT_EQ(ids.front(), support) << text;
        for (const auto& id : found(text, directory::Audience::residents)) EXPECT_NE(id, support) << text;
    }
    for (const auto audience : {directory::Audience::staff, directory::Audience::residents})
        EXPECT_EQ(found("anna andersson", audience).front(), anna);
}

TEST_F(WholeNames, a_body_that_has_the_word_stands_above_places_that_help_in_general) {
    auto& contacts = demo.directory->records(directory::RecordKind::contact);
    const auto with = [&](const char* title, const char* words) {
        const register_::Draft typed{{"title", {title}}, {"phone", {"060-19 99 98"}}, {"words", {words}}};
        return contacts.add(contacts.around("2281"), typed, "anna")->id;
    };
    const auto debts = with("Budget- och skuldrådgivning", "skulder\nkronofogden"), guardians = with("Överförmyndare", "god man");
    for (const auto audience : {directory::Audience::staff, directory::Audience::residents}) {
        for (const char* text : {"budget", "skulder", "skuldrådgivning", "kronofogden"})
            EXPECT_EQ(found(text, audience).front(), debts) << text << " " << demo.hits("sundsvall", text);
        EXPECT_EQ(found("god man", audience).front(), guardians) << demo.hits("sundsvall", "god man");
    }
}

}  // namespace
}  // namespace digilots::referral
