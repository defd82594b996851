#include <gtest/gtest.h>

#include <algorithm>

#include "directory/directory_world.h"
#include "platform/testing/database.h"

namespace digilots::directory {
namespace {

using digilots::testing::at;

class DirectoryFacts : public ::testing::Test, public DirectoryWorld {
protected:
    const Place& place(std::string_view municipality, std::string_view id) {
        snapshot_ = directory.snapshot(municipality);
        const Place* found = snapshot_->place(id);
        if (found == nullptr) throw std::runtime_error("no place " + std::string(id));
        return *found;
    }
    OpenState state(std::string_view municipality, std::string_view id, std::string_view utc) {
        return directory.open_state(place(municipality, id), municipality, at(utc));
    }

private:
    SnapshotPtr snapshot_;
};

TEST_F(DirectoryFacts, ServicecenterIsOpenOnWeekdaysUntilHalfPastFour) {
    const auto monday = state("2280", "harnosand-servicecenter", "2026-11-23T09:00:00Z");
    EXPECT_EQ(monday.now, Openness::open);
    EXPECT_EQ(monday.next_change, at("2026-11-23T15:30:00Z"));
    EXPECT_EQ(
        next_change_text(monday, at("2026-11-23T09:00:00Z"), "Europe/Stockholm", i18n::translator("sv")),
        "stänger 16.30");
    EXPECT_EQ(state("2280", "harnosand-servicecenter", "2026-11-23T15:30:00Z").now, Openness::closed);
    EXPECT_EQ(state("2280", "harnosand-servicecenter", "2026-12-25T10:00:00Z").now, Openness::closed);
    EXPECT_EQ(state("2280", "harnosand-servicecenter", "2026-11-22T10:00:00Z").now, Openness::closed) << "Sunday";
    EXPECT_EQ(state("2280", "harnosand-servicecenter", "2026-07-01T06:30:00Z").now, Openness::open) << "summer time";
}

TEST_F(DirectoryFacts, IncompleteHoursAreNeverComputed) {
    const Place& library = place("2280", "harnosand-digidelcenter");
    EXPECT_FALSE(library.hours.complete);
    EXPECT_EQ(library.hours.closes, "19:00");
    EXPECT_EQ(library.evening, Answer::yes);
    EXPECT_EQ(library.weekend, Answer::yes);
    EXPECT_EQ(directory.open_state(library, "2280", at("2026-11-23T12:00:00Z")).now, Openness::unknown);
    const Place& labour = place("2280", "harnosand-arbetsmarknadstorget");
    ASSERT_FALSE(labour.services.empty());
    const auto timed = std::ranges::find(labour.services, 2,
                                         [](const Service& service) { return service.hours.days_per_week; });
    ASSERT_NE(timed, labour.services.end());
    EXPECT_EQ(timed->hours.opens, "10:00");
    EXPECT_EQ(directory.open_state(timed->hours, "2280", at("2026-11-23T12:00:00Z")).now, Openness::unknown);
}

TEST_F(DirectoryFacts, ItGuidanceHasItsOwnHoursInsideTheLibrary) {
    const auto snapshot = directory.snapshot("2281");
    const Service* guidance = snapshot->service("sundsvall-it-handledning");
    ASSERT_NE(guidance, nullptr);
    EXPECT_EQ(guidance->kind, ServiceKind::activity);
    EXPECT_EQ(guidance->hours.rule, "Mo-Fr 13:00-15:00");
    EXPECT_EQ(directory.open_state(guidance->hours, "2281", at("2026-11-23T13:30:00Z")).now, Openness::open);
    EXPECT_EQ(directory.open_state(guidance->hours, "2281", at("2026-11-23T14:00:00Z")).now, Openness::closed);
    EXPECT_EQ(state("2281", "sundsvall-kulturmagasinet", "2026-11-23T13:30:00Z").now, Openness::open);
    EXPECT_EQ(state("2281", "sundsvall-kulturmagasinet", "2026-11-23T09:00:00Z").now, Openness::unknown);
}

TEST_F(DirectoryFacts, OpenThisEveningWhereAServiceIsStaffedAndTheBuildingSaysNothing) {
    EXPECT_FALSE(state("2281", "sundsvall-kulturmagasinet", "2026-11-23T09:00:00Z").open_this_evening);
    ASSERT_TRUE(change("2281", RecordKind::service, "sundsvall-it-handledning", {{"hours_rule", "Mo 17:00-20:00"}}));
    const auto morning = state("2281", "sundsvall-kulturmagasinet", "2026-11-23T09:00:00Z");
    EXPECT_TRUE(morning.open_this_evening);
    EXPECT_EQ(morning.now, Openness::unknown) << "the building itself says nothing";
    EXPECT_FALSE(state("2281", "sundsvall-kulturmagasinet", "2026-11-24T09:00:00Z").open_this_evening) << "Tuesday";
}

TEST_F(DirectoryFacts, PlannedAndClosedAreFoundByNameOnly) {
    EXPECT_EQ(place("2260", "ange-statens-servicecenter").status, Status::to_verify) << "was to open in June 2023";
    EXPECT_FALSE(place("2260", "ange-statens-servicecenter").listed());
    EXPECT_EQ(place("2281", "sundsvall-kontaktcenter").status, Status::planned);
    EXPECT_FALSE(place("2281", "sundsvall-kontaktcenter").listed());
    EXPECT_EQ(place("2282", "kramfors-digidelcenter").status, Status::closed);
    EXPECT_EQ(state("2282", "kramfors-digidelcenter", "2026-11-23T10:00:00Z").now, Openness::closed);
}

TEST_F(DirectoryFacts, EveryMunicipalityHasAnOpenFallbackDesk) {
    const std::pair<const char*, const char*> desks[] = {
        {"2280", "harnosand-servicecenter"},    {"2282", "kramfors-komin"},
        {"2132", "nordanstig-reception"},       {"2283", "solleftea-medborgarservice"},
        {"2281", "sundsvall-kulturmagasinet"},  {"2260", "ange-information"},
        {"2284", "ornskoldsvik-kontaktcenter"}, {"2262", "timra-medborgarservice"},
        {"2513", "overkalix-bibliotek"}};
    for (const auto& [municipality, desk] : desks) EXPECT_EQ(directory.snapshot(municipality)->fallback_place, desk);
}

TEST_F(DirectoryFacts, SwitchboardsAreContactsAndErrandsAreFound) {
    const auto ange = directory.snapshot("2260");
    EXPECT_EQ(ange->place("ange-vaxel"), nullptr);
    ASSERT_NE(ange->contact("ange-vaxel"), nullptr);
    EXPECT_TRUE(ange->contact("ange-vaxel")->switchboard);
    ASSERT_NE(ange->service("ange-fardtjanst"), nullptr);
    EXPECT_EQ(ange->service("ange-fardtjanst")->kind, ServiceKind::errand);
    EXPECT_EQ(ange->service("ange-fardtjanst")->delivered_by, "Din Tur");
    EXPECT_EQ(ange->e_service("ange-fardtjanst"), nullptr);
    const auto* assistance = ange->e_service("ange-ekonomiskt-bistand");
    ASSERT_NE(assistance, nullptr);
    EXPECT_EQ(ange->contact(assistance->contact)->fallback_place, "ange-socialtjanstens-expedition");
}

TEST_F(DirectoryFacts, PositionsAreOfTheSettlementElseOfTheTownAndNeverOfMany) {
    const Place& branch = place("2282", "kramfors-ullanger-bibliotek");
    ASSERT_TRUE(branch.latitude);
    EXPECT_NEAR(*branch.latitude, 63.0, 0.15);
    EXPECT_TRUE(branch.approximate_position);
    const Place& main_town = place("2282", "kramfors-bibliotek");
    EXPECT_NEAR(*main_town.latitude, 62.93, 0.05);
    EXPECT_TRUE(place("2282", "kramfors-motesplatser-aldre").collective);
    EXPECT_FALSE(place("2282", "kramfors-motesplatser-aldre").latitude);
}

TEST_F(DirectoryFacts, GuessesStayGuesses) {
    EXPECT_EQ(place("2281", "sundsvall-larcentrum").certainty, "assumed");
    EXPECT_EQ(place("2281", "sundsvall-kulturmagasinet").certainty, "stated");
    EXPECT_EQ(place("2281", "sundsvall-kulturmagasinet").source_date, "2022-12-16");
    EXPECT_EQ(place("2281", "sundsvall-kulturmagasinet").verified_on, "");
}

TEST_F(DirectoryFacts, TopicsComeFromSupportAndAids) {
    const auto has = [](const Place& place, std::string_view topic) {
        return std::ranges::find(place.topics, topic) != place.topics.end();
    };
    EXPECT_TRUE(has(place("2281", "sundsvall-kulturmagasinet"), "print"));
    EXPECT_TRUE(has(place("2281", "sundsvall-kulturmagasinet"), "e_id"));
    EXPECT_FALSE(has(place("2281", "sundsvall-kommunhuset"), "print"));
}

TEST_F(DirectoryFacts, AChangeIsSeenByWhoeverAsksNext) {
    const auto before = directory.snapshot("2281");
    EXPECT_EQ(directory.snapshot("2281"), before) << "read once";
    const auto others = directory.snapshot("2280");
    ASSERT_TRUE(change("2281", RecordKind::place, "sundsvall-kommunhuset", {{"verified_on", "2026-11-23"}}));
    EXPECT_EQ(directory.snapshot("2281")->place("sundsvall-kommunhuset")->verified_on, "2026-11-23");
    EXPECT_EQ(directory.snapshot("2280"), others) << "another municipality's is not read again";
}

TEST_F(DirectoryFacts, TheFallbackDeskFollowsTheSettingsAtOnce) {
    auto settings = municipalities.settings("2281");
    settings.fallback_place = "sundsvall-kommunhuset";
    municipalities.save_settings("2281", settings);
    EXPECT_EQ(directory.snapshot("2281")->fallback_place, "sundsvall-kommunhuset");
}

TEST_F(DirectoryFacts, PagesAreKeptUntilTheNextOpeningOrClosing) {
    EXPECT_EQ(directory.next_change("2280", at("2026-11-23T09:00:00Z")), at("2026-11-23T15:30:00Z"));
    EXPECT_EQ(directory.next_change("2513", at("2026-11-23T09:00:00Z")), at("2026-11-23T23:00:00Z")) << "midnight";
}

}  // namespace
}  // namespace digilots::directory
