#include <gtest/gtest.h>

#include "directory/editor_for_tests.h"

namespace digilots::directory {
namespace {

class EditHours : public EditorTest {};

TEST_F(EditHours, TheHoursFormSaysWhatResidentsSeeAndNamesEveryWrongException) {
    const auto wrong = client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "8-12"},
                                                             {"hours_exceptions", "nyår\n2026-12-23 10-14\njul"}});
    EXPECT_TRUE(wrong.says("Raderna 1, 3 bland undantagen går inte att läsa"));
    const auto saved = client.submit(wrong, {{"hours_exceptions", "2026-12-31 stängt"}});
    EXPECT_TRUE(saved.says("Invånarna ser: måndag 08.00–12.00. Andra tider: torsdag 31 december (nyårsafton): stängt"));
    EXPECT_TRUE(saved.says("\n2026-12-31 stängt</textarea>"));
}

TEST_F(EditHours, NoSaveDropsAWeekThatTheFormCannotShow) {
    const std::string twice = "11 december 10-14\n2026-12-23 stängt\n11/12 10-15";
    auto asked = client.submit(client.get(town_hall),
                               {{"hours_mode", "weekly"}, {"hours_day_0", "8-12"}, {"hours_exceptions", twice}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Samma dag står två gånger, med tider som överlappar: 11 dec. 10:00-14:00; 11 dec. 10:00-15:00."))
        << asked.html;
    asked = client.submit(asked, {{"hours_exceptions", "24 dec 10-14\njulafton 10-12"}});
    EXPECT_EQ(asked.status, 422) << asked.html;
    EXPECT_TRUE(client.submit(asked, {{"hours_exceptions", "24 dec 10-14, 16-18"}}).says("Sparat. Invånarna ser det nu."));
    // What only the notation says stays beside an exception that somebody writes.
    const auto noted = client.submit(client.get(town_hall),
                                     {{"hours_mode", "notation"}, {"hours_day_0", ""}, {"hours_exceptions", ""},
                                      {"hours_rule", "week 1-53/2 Mo 08:00-12:00"}});
    ASSERT_TRUE(noted.says("Sparat. Invånarna ser det nu.")) << noted.html;
    const auto before = place("sundsvall-kommunhuset")->hours.rule;
    const auto lost = client.submit(noted, {{"hours_exceptions", "30 december 10-12"}});
    EXPECT_EQ(lost.status, 422);
    EXPECT_TRUE(lost.says("Den vanliga veckan är skriven på ett annat sätt och skulle gå förlorad.")) << lost.html;
    EXPECT_TRUE(lost.says("30 december 10-12</textarea>"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, before);
}

TEST_F(EditHours, ADaySaidByItsNameComesBackWithTheDateThatItMeans) {
    const auto saved = client.submit(client.get(town_hall),
                                     {{"hours_mode", "weekly"}, {"hours_day_0", "8-12"},
                                      {"hours_exceptions", "julafton stängt\nmidsommarafton 10-13\n"
                                                           "skärtorsdag – annandag påsk stängt"}});
    EXPECT_TRUE(saved.says("Invånarna ser: måndag 08.00–12.00. Andra tider: torsdag 24 december (julafton): stängt; 25–29 mars "
                           "2027: stängt. Visas senare: fredag 25 juni 2027 (midsommarafton): 10.00–13.00"))
        << saved.html;
    EXPECT_TRUE(saved.says("midsommarafton 10:00-13:00</textarea>"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule,
              "Mo 08:00-12:00; easter -3 days-easter +1 day off; Dec 24 off; Jun 20 +Sa -1 day 10:00-13:00");
    EXPECT_TRUE(client.submit(saved, {{"name", "Stadshuset"}}).says("Sparat. Invånarna ser det nu.")) << "what came back is read";
}

TEST_F(EditHours, APeriodWhoseDaysAreAllClosedIsAskedAboutInsteadOfBeingSavedWithoutEffect) {
    auto asked = client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "8-12"}, {"hours_day_4", "8-12"},
                                                       {"hours_exceptions", "2026-12-05 - 2026-12-06 10-12"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_FALSE(asked.says("Sparat. Invånarna ser det nu."));
    EXPECT_TRUE(asked.says("Ingen dag i perioden är öppen en vanlig vecka: 2026-12-05 – 2026-12-06 10:00-12:00. Vilka dagar "
                           "gäller det? Skriv: 2026-12-05 – 2026-12-06 lördag–söndag 10:00-12:00")) << asked.html;
    EXPECT_TRUE(asked.says("2026-12-05 - 2026-12-06 10-12</textarea>")) << "nothing typed is lost";
    EXPECT_TRUE(place("sundsvall-kommunhuset")->hours.rule.empty());
    asked = client.submit(asked, {{"hours_exceptions", "2026-12-05 - 2026-12-06 mån 10-12"}});
    EXPECT_TRUE(asked.says("Ingen av dagarna som du nämner finns i perioden")) << asked.html;
    const auto saved = client.submit(asked, {{"hours_exceptions", "2026-12-05 - 2026-12-06 lör–sön 10-12"}});
    EXPECT_TRUE(saved.says("Sparat. Invånarna ser det nu."));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo,Fr 08:00-12:00; 2026 Dec 05-2026 Dec 06 Sa,Su 10:00-12:00");
}

TEST_F(EditHours, APeriodThatReachesOneOpenDayIsSavedAndOneThatReachesNoneIsAsked) {
    const auto said = [&](const char* days) {
        return client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "8-12"},
                                                    {"hours_exceptions", days}})
            .says("Sparat. Invånarna ser det nu.");
    };
    EXPECT_FALSE(said("2026-12-24 - 2026-12-26 10-12")) << "Thursday to Saturday, open on Mondays";
    EXPECT_FALSE(said("2026-12-29 – 2027-01-03 10-12")) << "over the year, without a Monday";
    EXPECT_TRUE(said("2026-12-24 - 2026-12-28 10-12")) << "to the Monday";
    EXPECT_TRUE(said("2026-12-24 - 2026-12-26 stängt"));
    EXPECT_TRUE(said("2026-12-26 10-12")) << "one day names itself";
    EXPECT_TRUE(said("24–26 december 10-12")) << "every year: on a Monday in some";
}

TEST_F(EditHours, AClosingTimeBeforeTheOpeningTimeIsAskedAboutWhereItStands) {
    const std::string week = "”måndag 18:00-10:00” stänger innan det öppnar. Menade du 10:00-18:00? Om det är öppet hela natten "
                             "skriver du 18:00-24:00 den dagen och 00:00-10:00 dagen efter.";
    auto asked = client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "18-10"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says(week)) << asked.html;
    EXPECT_TRUE(asked.says("href=\"#hours_day_0\"")) << "the field";
    EXPECT_TRUE(asked.says("value=\"18-10\"")) << "nothing typed is lost";
    EXPECT_TRUE(asked.says("Invånarna ser att öppettiderna inte framgår.")) << "nothing was saved";
    asked = client.submit(asked, {{"hours_day_0", "8-16"}, {"hours_exceptions", "2026-12-23 14-10"}});
    EXPECT_TRUE(asked.says("”2026-12-23 14:00-10:00” stänger innan det öppnar. Menade du 10:00-14:00?")) << asked.html;
    for (const char* wrong : {"12-03", "16-06.30", "8-10, 22-09"})
        EXPECT_EQ(client.submit(asked, {{"hours_day_0", wrong}, {"hours_exceptions", ""}}).status, 422) << wrong;
    const auto night = client.submit(asked, {{"hours_day_0", "18-03"}, {"hours_day_4", "22-06"}, {"hours_day_5", "15-24"},
                                             {"hours_exceptions", "2026-12-23 18-02"}});
    EXPECT_TRUE(night.says("Sparat. Invånarna ser det nu.")) << night.html;
    const auto some = client.submit(client.get(town_hall), {{"hours_mode", "incomplete"}, {"hours_opens", "18"},
                                                            {"hours_closes", "10"}, {"hours_day_0", ""}, {"hours_day_4", ""},
                                                            {"hours_day_5", ""}, {"hours_exceptions", ""}});
    EXPECT_TRUE(some.says("”18:00-10:00” stänger innan det öppnar")) << some.html;
}

TEST_F(EditHours, ADayThatHasPassedIsAskedAboutUnlessItWasStoredBefore) {
    auto asked = client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "8-16"},
                                                       {"hours_exceptions", "2025-12-24 stängt"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("”2025-12-24 stängt” har redan varit. Menade du 2026-12-24 stängt? Ta annars bort raden."))
        << asked.html;
    EXPECT_TRUE(asked.says("2025-12-24 stängt</textarea>"));
    asked = client.submit(asked, {{"hours_exceptions", "2026-11-09 – 2026-11-22 stängt"}});
    EXPECT_TRUE(asked.says("Menade du 2027-11-09 – 2027-11-22 stängt?")) << asked.html;
    const auto saved = client.submit(asked, {{"hours_exceptions", "2026-11-09 – 2026-11-23 stängt\n24 oktober stängt"}});
    EXPECT_TRUE(saved.says("Sparat. Invånarna ser det nu.")) << "it ends today; every year";
    clock.set(clock.now() + std::chrono::days(10));
    const auto later = client.submit(client.get(town_hall), {{"name", "Stadshuset"}});
    EXPECT_TRUE(later.says("Sparat. Invånarna ser det nu.")) << "what was stored stays";
    EXPECT_NE(place("sundsvall-kommunhuset")->hours.rule.find("2026 Nov 09-2026 Nov 23 off"), std::string::npos);
}

}  // namespace
}  // namespace digilots::directory
