// Staff who follow a link to another municipality's staff pages: plainly told, and shown the way.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct Elsewhere : ::testing::Test, TownForTests {};

TEST_F(Elsewhere, SaysForWhomOneWorksAndLeadsToTheSamePageThere) {
    const struct { const char *there, *here; } pages[] = {
        {"/harnosand/staff/", "/sundsvall/staff/"},
        {"/harnosand/staff/inquiries", "/sundsvall/staff/inquiries"},
        {"/harnosand/staff/settings/tokens", "/sundsvall/staff/settings/tokens"},
        {"/harnosand/staff/inquiries/0199f0d2-7b4e-7c3a-9a55-3f6c0d1e2a4b", "/sundsvall/staff/inquiries"},
        {"/harnosand/staff/directory/places/harnosand-digidelcenter", "/sundsvall/staff/directory/places"},
        {"/harnosand/staff/directory/places/there-is-none", "/sundsvall/staff/directory/places"}};
    for (const auto& [there, here] : pages) {
        const auto shown = staff.get(there);
        EXPECT_EQ(shown.status, 404) << there;
        EXPECT_EQ(shown.heading(), "You work for Sundsvall") << there;
        EXPECT_NE(shown.html.find("href=\"" + std::string(here) + "\""), std::string::npos) << there << shown.html;
        EXPECT_EQ(staff.get(here).status, 200) << here;
    }
    const auto there_is = staff.get("/harnosand/staff/directory/places/harnosand-digidelcenter");
    EXPECT_FALSE(there_is.says("DigidelCenter")) << "nothing of the other's is told";
}

TEST_F(Elsewhere, WhatIsNotThereAtHomeIsStillNotThere) {
    EXPECT_EQ(staff.get("/sundsvall/staff/inquiries/0199f0d2-7b4e-7c3a-9a55-3f6c0d1e2a4b").heading(), "The page is not here");
    EXPECT_EQ(staff.get("/harnosand/places/there-is-none").heading(), "The page is not here");
}

TEST_F(Elsewhere, APageOfAnotherRoleSaysWhoMayOpenItAndWhomToAsk) {
    const struct { const char *role, *path, *heading, *who; } pages[] = {
        {"guide", "/sv/sundsvall/staff/directory", "Den här sidan är för redaktörer",
         "Redaktörer, samordnare och administratörer"},
        {"guide", "/sv/sundsvall/staff/directory/places/there-is-none", "Den här sidan är för redaktörer",
         "Du är vägledare."},
        {"guide", "/sv/sundsvall/staff/indicators", "Den här sidan är för samordnare", "Samordnare och administratörer kan"},
        {"editor", "/nb/sundsvall/staff/settings", "Denne siden er for administratorer", "Du er redaktør."},
        {"coordinator", "/sv/sundsvall/staff/people", "Den här sidan är för administratörer",
         "någon som är administratör för Sundsvall"}};
    for (const auto& [role, path, heading, who] : pages) {
        staff.cookies()["session"] = role;
        const auto shown = staff.get(path);
        EXPECT_EQ(shown.status, 404) << path;
        EXPECT_EQ(shown.heading(), heading) << path;
        EXPECT_TRUE(shown.says(who)) << path << shown.html;
    }
    EXPECT_EQ(staff.get("/sv/sundsvall/staff/there-is-none").heading(), "Sidan finns inte här");
    staff.cookies()["session"] = "editor";
    EXPECT_EQ(staff.get("/sundsvall/staff/directory").status, 200);
}

TEST_F(Elsewhere, WithoutASourceAddressTheProgramPageSaysWhomToAskAndWhereToSetIt) {
    settings({{"phone", "060-19 10 00"}});
    const auto page = visitor.get("/program");
    EXPECT_TRUE(page.says("say that it is version"));
    EXPECT_TRUE(page.says("<li>Sundsvall: ") && page.says("060-19 10 00")) << page.html;
    EXPECT_TRUE(page.says("source_address"));
}

}  // namespace
}  // namespace digilots::app
