// What is chosen above "Show" is what is counted on, or nothing is.
#include <gtest/gtest.h>

#include "counts/world_for_tests.h"
#include "platform/testing/html_form.h"

namespace digilots::counts {
namespace {

class ChosenCounts : public ::testing::Test, protected World {
protected:
    const std::string sheet = at + "/sheet?place=" + library + "&week=2026-W48&channel=visit";
};

TEST_F(ChosenCounts, ASheetOfAnotherWeekIsShownBeforeItIsSaved) {
    auto anna = staff("anna");
    anna.submit(anna.get(sheet), {{"d0.bank", "2"}}, "", "/counts/sheet");
    const auto shown = anna.submit(anna.get(sheet), {{"week", "2026-W47"}, {"d0.print", "7"}}, "", "/counts/sheet");
    EXPECT_EQ(shown.status, 409) << shown.html;
    EXPECT_TRUE(shown.says("Nothing is saved yet") && shown.says("name=\"d0.print\" value=\"7\"")) << shown.html;
    EXPECT_FALSE(shown.says("name=\"d0.bank\" value=\"2\"")) << "what stands of the former week stays there";
    EXPECT_EQ(all.asked("2026-01-01", "2026-12-31"), 2);
    EXPECT_TRUE(anna.submit(shown, {}, "", "/counts/sheet").says("The sheet is saved."));
    EXPECT_EQ(all.asked("2026-11-16", "2026-11-16"), 7);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23"), 2);
}

TEST_F(ChosenCounts, OneMoreTopicComesWithWhatWasTyped) {
    auto anna = staff("anna");
    const auto page = anna.get(sheet);
    ASSERT_FALSE(page.says("name=\"d0.cv\""));
    const auto more = anna.submit(page, {{"more_topic", "cv"}, {"d0.print", "7"}}, "show=1", "/counts/sheet");
    EXPECT_TRUE(more.says("name=\"d0.cv\"") && more.says("name=\"d0.print\" value=\"7\"")) << more.html;
    EXPECT_TRUE(anna.submit(more, {{"d1.cv", "1"}}, "", "/counts/sheet").says("The sheet is saved."));
    EXPECT_EQ(all.asked("2026-11-24", "2026-11-24"), 1);
}

TEST_F(ChosenCounts, ASheetIsLookedAtWithoutBeingSaved) {
    auto anna = staff("anna");
    const auto looked = anna.submit(anna.get(sheet), {{"week", "2026-W47"}}, "show=1", "/counts/sheet");
    EXPECT_TRUE(looked.status == 200 && looked.url.find("week=2026-W47") != std::string::npos) << looked.url;
}

TEST_F(ChosenCounts, VisitorsAreCountedWhereThePageSays) {
    auto anna = staff("anna");
    const auto page = anna.get(at + "/visitors?place=" + library);
    std::string other;
    const auto form = testing::find_form(page.html, {{"place", ""}}, "/counts/visitors");
    ASSERT_TRUE(form);
    for (const auto& option : form->choices.at("place"))
        if (option != library) other = option;
    ASSERT_NE(other, "");
    for (const char* action : {"/counts/visitors", "/counts/visitors/day"}) {
        const bool sets = std::string(action).ends_with("day");
        const testing::FormFields typed{{"place", other}, {"number", "31"}}, pressed{{"place", other}};
        const auto shown = anna.submit(page, sets ? typed : pressed, sets ? "" : "more=1", action);
        EXPECT_EQ(shown.status, 409) << shown.html;
        EXPECT_EQ(shown.says("value=\"31\""), sets);
        EXPECT_FALSE(all.counts.visitors_of(here, library, day("2026-11-25")));
        EXPECT_FALSE(all.counts.visitors_of(here, other, day("2026-11-25")));
        if (sets) anna.submit(shown, {{"number", "31"}}, "", action);
    }
    EXPECT_FALSE(all.counts.visitors_of(here, library, day("2026-11-25")));
    EXPECT_EQ(all.counts.visitors_of(here, other, day("2026-11-25")), 31);
}

}  // namespace
}  // namespace digilots::counts
