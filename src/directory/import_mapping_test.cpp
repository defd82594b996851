#include <gtest/gtest.h>

#include <algorithm>

#include "directory/directory_world.h"

namespace digilots::directory {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const auto at = text.find(what);
    EXPECT_NE(at, text.npos) << what;
    return text.replace(at, what.size(), with);
}

bool mentions(const std::vector<std::string>& messages, std::string_view words) {
    return std::ranges::any_of(
        messages, [&](const std::string& message) { return message.find(words) != message.npos; });
}

class Import : public ::testing::Test, public DirectoryWorld {};

TEST_F(Import, BringsTheNineMunicipalitiesWhole) {
    const auto plan = plan_import(*database, mapping(), "mapping.json");
    EXPECT_TRUE(plan.errors.empty());
    EXPECT_EQ(plan.municipalities.size(), 9U);
    EXPECT_EQ(plan.count(RecordKind::place), 58U) << "59 in the file, one of them a switchboard, which is a contact";
    EXPECT_EQ(plan.count(RecordKind::e_service), 33U) << "34 in the file, one of them an errand without e-service";
    std::size_t activities = 0;
    for (const auto& municipality : plan.municipalities) {
        activities += municipality.arranged.size();
        for (const auto& record : municipality.records) {
            const auto kind = record.facts.find("kind");
            activities +=
                record.kind == RecordKind::service && kind != record.facts.end() && kind->second == "activity"
                    ? 1
                    : 0;
        }
    }
    EXPECT_EQ(activities, 25U);
    EXPECT_EQ(municipalities.active().size(), 9U);
}

TEST_F(Import, WhatStaffReadOfTheDemoIsInTheirLanguage) {
    const auto plan = plan_import(*database, mapping(), "mapping.json");
    std::size_t read = 0;
    for (const auto& municipality : plan.municipalities) {
        for (const auto& record : municipality.records) {
            for (const auto* field : {"notes", "status_note", "eligibility", "support", "limitations", "aids", "frequency"}) {
                const auto fact = record.facts.find(field);
                if (fact == record.facts.end() || fact->second.empty()) continue;
                ++read;
                for (const auto* word :
                     {" the ", " and ", " of ", " with ", " is ", " are ", " not ", "Held at", "With:", "weekly"})
                    EXPECT_EQ(fact->second.find(word), std::string::npos) << record.id << " " << field << ": " << fact->second;
            }
        }
    }
    EXPECT_GT(read, 100U);
}

TEST_F(Import, ChangesNothingTheSecondTime) {
    const auto before = changes("2281");
    const auto plan = import(mapping());
    for (const auto& municipality : plan.municipalities) {
        for (const auto& record : municipality.records) {
            EXPECT_EQ(record.effect, ImportedRecord::Effect::unchanged) << record.id;
        }
        EXPECT_TRUE(municipality.no_longer_there.empty());
    }
    EXPECT_EQ(changes("2281"), before);
    EXPECT_NE(describe(plan).find("0 new, 0 changed"), std::string::npos);
}

TEST_F(Import, KeepsLocalEditsBesideWhatTheFileSays) {
    ASSERT_TRUE(change("2281", RecordKind::place, "sundsvall-kommunhuset",
                       {{"name", "Kommunhuset i Sundsvall"}, {"phone", "060-19 10 00"}}));
    const auto plan = import(replaced(mapping(), "\"name\": \"Kommunhuset\",", "\"name\": \"Stadshuset\","));
    const auto text = describe(plan);
    EXPECT_NE(text.find("nordanstig-kommunhus: name"), text.npos) << "the first of that name is Nordanstig's";
    EXPECT_NE(text.find("place sundsvall-kommunhuset: edited here, kept: name"), text.npos) << text;
    EXPECT_EQ(directory.snapshot("2281")->place("sundsvall-kommunhuset")->name, "Kommunhuset i Sundsvall");
    EXPECT_EQ(directory.snapshot("2281")->place("sundsvall-kommunhuset")->phone, "060-19 10 00");
    EXPECT_EQ(directory.snapshot("2132")->place("nordanstig-kommunhus")->name, "Stadshuset");
}

TEST_F(Import, ReportsEveryValueItCouldNotUse) {
    const auto plan = plan_import(*database, mapping(), "mapping.json");
    EXPECT_TRUE(mentions(plan.unused, "municipalities[0].partners: 4 values"));
    EXPECT_TRUE(mentions(plan.unused, "digihjelpen"));
    EXPECT_FALSE(mentions(plan.unused, ".places[")) << "every fact of a place has its field";
    EXPECT_NE(describe(plan).find(std::to_string(plan.unused.size()) + " values could not be used"),
              std::string::npos);
}

TEST_F(Import, WrongInputIsNamedWithItsPathAndNothingIsWritten) {
    const std::pair<std::string, std::string_view> wrong[] = {
        {"", "not JSON"},
        {"[]", "one JSON object"},
        {"{}", "format: must be"},
        {replaced(mapping(), "\"format_version\": 1", "\"format_version\": 2"), "format_version: must be 1"},
        {replaced(mapping(), "\"kind\": \"municipal_service_centre\",\n     \"operator\"",
                  "\"kind\": \"castle\",\n     \"operator\""),
         "municipalities[0].places[0].kind: \"castle\" is not in the list"},
        {replaced(mapping(), "\"id\": \"harnosand-digidelcenter\"", "\"id\": \"harnosand-servicecenter\""),
         "stands in the file twice"},
        {replaced(mapping(), "\"count\": 3,", "\"count\": 99999999999,"),
         "places[0].aids[0].count: must be a whole number"},
        {replaced(mapping(), "\"name\": \"Servicecenter\"", "\"name\": \"<b>Servicecenter</b>\""),
         "places[0].name: holds markup"},
        {replaced(mapping(), "\"name\": \"Servicecenter\"", "\"name\": [1]"),
         "places[0].name: must be a text"},
        {replaced(mapping(), "\"closes\": \"16:30\"", "\"closes\": \"16.30\""), "closes: must be a time"},
        {replaced(mapping(), "\"code\": \"2280\",", "\"code\": \"0000\","),
         "municipalities[0].code: is no municipality"},
    };
    const auto before = changes("2280");
    for (const auto& [text, message] : wrong) {
        const auto plan = import(text);
        EXPECT_TRUE(mentions(plan.errors, message)) << message << "\n" << describe(plan).substr(0, 500);
        EXPECT_TRUE(plan.municipalities.empty());
    }
    EXPECT_EQ(changes("2280"), before);
}

TEST_F(Import, TakesInNoNumberOfAPersonAndSaysWhatMayBeSomebodysOwn) {
    const std::string name = "\"name\": \"Servicecenter\"";
    const auto refused = plan_import(*database, replaced(mapping(), name, "\"name\": \"Hos Anna 850709-9805\""), "mapping.json");
    EXPECT_TRUE(mentions(refused.errors, "place harnosand-servicecenter.name")) << describe(refused).substr(0, 500);
    const auto doubted = replaced(mapping(), name, "\"name\": \"Hos Sofia Lind\"");
    const auto asked = describe(plan_import(*database, doubted, "mapping.json"));
    EXPECT_NE(asked.find("place harnosand-servicecenter: look at this: “Sofia Lind”"), asked.npos) << asked.substr(0, 500);
}

TEST_F(Import, SaysWhatIsNoLongerInTheFile) {
    const auto plan =
        import(replaced(mapping(), "\"id\": \"overkalix-bibliotek\"", "\"id\": \"overkalix-biblioteket\""));
    const auto text = describe(plan);
    EXPECT_NE(text.find("? place overkalix-bibliotek: not in this file any more, kept"), text.npos);
    EXPECT_NE(directory.snapshot("2513")->place("overkalix-bibliotek"), nullptr);
}

}  // namespace
}  // namespace digilots::directory
