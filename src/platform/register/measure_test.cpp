#include "platform/register/measure.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/register/register_for_tests.h"
#include "platform/register/trail.h"

namespace digilots::register_ {
namespace {

class RegisterMeasureTest : public ::testing::Test, protected RegisterWorld {
protected:
    RegisterMeasureTest() {
        clock.set(testing::at("2026-10-31T23:30:00Z"));   // half past midnight on 1 November there
        add(full_partner());
        clock.set(testing::at("2026-11-22T10:00:00Z"));
        add({{"name", {"Biblioteket"}}});
        add({{"name", {"Rektorn"}}}, harnosand);
    }
    std::string figures(std::vector<std::string> by, std::vector<std::string> municipalities = {sundsvall}) const {
        using namespace std::chrono;
        std::string text;
        for (const auto& row : measure.figures({municipalities, {2026y / 11 / 1, 2026y / 11 / 30}, by, {}})) {
            for (const auto& [dimension, key] : row.dimensions) text += key + " ";
            text += std::to_string(row.value.amount) + "; ";
        }
        return text;
    }
    measures::Measure measure = number_added(partners, {"partners_added", i18n::Text{"Partners added"}, {}, {}, {}});
};

TEST_F(RegisterMeasureTest, CountsWhatWasAddedByTheDaysOfTheMunicipality) {
    EXPECT_EQ(figures({}), "2; ");
    EXPECT_EQ(figures({"day"}), "2026-11-01 1; 2026-11-22 1; ");
    EXPECT_EQ(figures({"week"}), "2026-W44 1; 2026-W47 1; ");
    EXPECT_EQ(figures({"month"}), "2026-11 2; ");
    EXPECT_EQ(figures({"weekday"}), "7 2; ");
}

TEST_F(RegisterMeasureTest, TellsMunicipalitiesApart) {
    EXPECT_EQ(figures({"municipality"}, {sundsvall, harnosand}), "2280 1; 2281 2; ");
}

TEST_F(RegisterMeasureTest, SaysWhatItWritesIntoTheTrailInWords) {
    const auto words = trail_of(partners);
    const auto name_of = words.records.front().name_of;
    const auto added = add({{"name", {"Föreningen"}}});
    EXPECT_EQ(name_of(sundsvall, added.id, i18n::translator("sv")), "Föreningen");
    EXPECT_EQ(name_of(harnosand, added.id, i18n::translator("sv")), "") << "nobody learns what another calls it";
    EXPECT_EQ(words.actions.front().action, "partner added");
    EXPECT_EQ(words.records.front().kind, "partner");
    EXPECT_EQ(words.records.front().folder, "/staff/partners/");
    for (const auto& field : partners.declaration().fields) {
        EXPECT_TRUE(std::ranges::any_of(words.fields, [&](const auto& one) { return one.name == field.name; })) << field.name;
    }
}

}  // namespace
}  // namespace digilots::register_
