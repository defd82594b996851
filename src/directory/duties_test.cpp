// What the directory asks for, and by when a record is old.
#include "directory/duties.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "directory/editor_for_tests.h"
#include "directory/freshness.h"
#include "directory/registers.h"
#include "directory/things_to_complete.h"
#include "platform/register/records.h"
#include "platform/testing/database.h"

namespace digilots::directory {
namespace {

constexpr const char* here = "2281";
constexpr const char* culture_house = "sundsvall-kulturmagasinet";

class DutiesOfTheDirectory : public EditorTest {
protected:
    std::vector<Duty> now(std::string_view key) {
        for (const auto& kind : duties(directory, municipalities))
            if (kind.key == key) return kind.now(here);
        ADD_FAILURE() << "no duty " << key;
        return {};
    }
    std::optional<Duty> about(std::string_view key, const std::string& id) {
        const auto all = now(key);
        const auto found = std::ranges::find(all, id, &Duty::id);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    void set_rhythm(const std::string& kind, const std::string& months) {
        auto& records = organisation.rhythm_records();
        organisation.know({.people = {none(), ""}, .contacts = {none(), ""},
                           .name_of = [](std::string_view) { return std::string(); },
                           .kinds = [](const register_::Surroundings&) {
                               return std::vector<register_::Choice>{{.key = "place", .label = "Places"}};
                           }});
        ASSERT_TRUE(records.add(records.around(here), {{"kind", {kind}}, {"months", {months}}}, "admin"));
    }
    static register_::Choices none() {
        return [](const register_::Surroundings&) { return std::vector<register_::Choice>{}; };
    }
    void verify() {
        auto& records = directory.records(RecordKind::place);
        auto around = records.around(here);
        around.today = *base::parse_date(directory.today(here));
        ASSERT_TRUE(records.verify(around, culture_house, "anna"));
    }
    const std::string id = std::string("place:") + culture_house;
};

TEST_F(DutiesOfTheDirectory, ARecordIsCheckedAgainAfterItsMonthsAndAskedForTwoWeeksBefore) {
    const auto never = about("directory.check", id);
    ASSERT_TRUE(never) << "nobody has checked what was imported";
    EXPECT_EQ(never->path, std::string("/staff/directory/places/") + culture_house);
    verify();
    EXPECT_FALSE(about("directory.check", id));
    clock.set(testing::at("2027-05-08T10:00:00Z"));
    EXPECT_FALSE(about("directory.check", id));
    clock.set(testing::at("2027-05-09T10:00:00Z"));
    const auto due = about("directory.check", id);
    ASSERT_TRUE(due);
    EXPECT_EQ(due->due, "2027-05-23");
    set_rhythm("place", "12");
    EXPECT_FALSE(about("directory.check", id)) << "twice a year was once a year for places here";
}

TEST_F(DutiesOfTheDirectory, ResidentsReadByTheSameMonthsThatARecordIsOld) {
    client.accept_language = "en";
    verify();
    const char* page = "/sundsvall/places/kulturmagasinet";
    clock.set(testing::at("2027-03-01T10:00:00Z"));
    EXPECT_TRUE(client.get(page).says("Checked 23 November 2026"));
    set_rhythm("place", "3");
    EXPECT_TRUE(client.get(page).says("Not checked since 23 November 2026")) << "the page kept before is old";
    EXPECT_TRUE(client.get("/sundsvall/staff/directory").says("Not checked since 23 November 2026"));
    EXPECT_TRUE(client.get("/sundsvall/staff/directory/places/sundsvall-kulturmagasinet").says("Not checked since"));
}

TEST_F(DutiesOfTheDirectory, ARecordThatLacksSomethingIsOneDutyThatNamesAllOfIt) {
    const auto all = now("directory.complete");
    const auto listed = records_to_complete(*directory.snapshot(here), {});
    ASSERT_FALSE(listed.empty());
    EXPECT_EQ(all.size(), listed.size());
    for (const auto& record : listed) {
        const auto duty = about("directory.complete", std::string(name_of(record.kind)) + ":" + record.id);
        ASSERT_TRUE(duty) << record.title;
        EXPECT_EQ(duty->why.size(), record.things.size());
    }
}

TEST_F(DutiesOfTheDirectory, ADeskThatHasClosedIsReplaced) {
    EXPECT_TRUE(now("directory.desk").empty());
    auto settings = municipalities.settings(here);
    settings.fallback_place = culture_house;
    municipalities.save_settings(here, settings);
    EXPECT_TRUE(now("directory.desk").empty());
    ASSERT_TRUE(change(here, RecordKind::place, culture_house, {{"status", "closed"}}));
    const auto asked = now("directory.desk");
    ASSERT_FALSE(asked.empty());
    EXPECT_EQ(asked.front().path, "/staff/settings");
    EXPECT_NE(asked.front().name.find("Kulturmagasinet"), std::string::npos) << asked.front().name;
    EXPECT_FALSE(about("directory.check", id)) << "nobody checks what has closed";
}

TEST_F(DutiesOfTheDirectory, ADutyBelongsToTheUnitOfItsRecord) {
    auto& units = organisation.unit_records();
    const auto unit = units.add(units.around(here), {{"name", {"Culture"}}}, "admin")->id;
    ASSERT_TRUE(change(here, RecordKind::place, culture_house, {{"unit", unit}}));
    EXPECT_EQ(about("directory.check", id)->unit, unit);
    const auto& services = place(culture_house)->services;
    ASSERT_FALSE(services.empty());
    EXPECT_EQ(about("directory.check", "service:" + services.front().id)->unit, unit);
}

TEST_F(DutiesOfTheDirectory, TheShareThatWasCheckedInTimeIsCountedByKind) {
    const auto measure = checked_in_time(directory);
    const measures::Query today{.municipalities = {here},
                                .period = {.from = *base::parse_date("2026-11-01"), .to = *base::parse_date("2026-11-30")},
                                .by = {"kind_of_record"}, .where = {}};
    const auto of_places = [&]() -> measures::Value {
        for (const auto& row : measure.figures(today))
            if (row.dimensions.at("kind_of_record") == "place") return row.value;
        return {};
    };
    EXPECT_EQ(of_places().amount, 0);
    const auto all = of_places().of;
    EXPECT_GT(all, 0);
    verify();
    EXPECT_EQ(of_places(), measures::Value(1, all));
    auto& units = organisation.unit_records();
    const auto culture = units.add(units.around(here), {{"name", {"Culture"}}}, "admin")->id;
    const auto library = units.add(units.around(here), {{"name", {"Library"}}, {"parent", {culture}}}, "admin")->id;
    ASSERT_TRUE(change(here, RecordKind::place, culture_house, {{"unit", library}}));
    auto by_unit = today;
    by_unit.by = {"unit"};
    by_unit.where = {{"kind_of_record", "place"}};
    std::map<std::string, measures::Value> of_units;
    for (const auto& row : measure.figures(by_unit)) of_units[row.dimensions.at("unit")] = row.value;
    EXPECT_EQ(of_units, (std::map<std::string, measures::Value>{{"", {0, all - 1}}, {library, {1, 1}}}));
    const std::map<std::string, std::int64_t> wanted{{culture, 1}, {library, 1}, {"-", all - 1}, {"made-up", 0}};
    for (const auto& [unit, count] : wanted) {
        by_unit.by.clear();
        by_unit.where["unit"] = unit;
        EXPECT_EQ(measures::total_of(measure, measure.figures(by_unit)).of, count) << unit << ": itself and all below it";
    }
    EXPECT_EQ(measure.find("unit")->label(library, here, i18n::translator("en")), "Culture › Library");
    EXPECT_EQ(measure.find("unit")->limits(here).back(), "-");
    auto before = today;
    before.period.to = *base::parse_date("2026-11-22");
    EXPECT_TRUE(measure.figures(before).empty()) << "nobody knows how it stood";
}

}  // namespace
}  // namespace digilots::directory
