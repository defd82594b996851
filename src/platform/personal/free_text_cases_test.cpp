// The table of texts that the browser's check is held against, too (tests/free_text, tests/journeys/free_text.test.mjs): what is
// found in each, where, and how many identifiers are missed and ordinary texts refused.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "platform/personal/personal_data.h"
#include "platform/base/text.h"
#include "platform/base/typed_json.h"

namespace digilots::personal {
namespace {

struct Case {
    std::string kind, doubts, text;
};

std::vector<Case> cases_of(const char* file) {
    const char* source = std::getenv("DIGILOTS_SOURCE");
    std::ifstream read(std::string(source ? source : ".") + "/tests/free_text/" + file);
    std::vector<Case> cases;
    for (std::string line; std::getline(read, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto parts = base::split(line, '\t');
        const auto text = base::parse_typed_json("[" + std::string(parts.at(2)) + "]", {.bytes = 10'000, .depth = 2});
        cases.push_back({std::string(parts[0]), std::string(parts[1]), std::string(text.value().items()[0].text())});
    }
    return cases;
}

std::string name_of(PersonalData kind) {
    switch (kind) {
        case PersonalData::personal_number: return "personal_number";
        case PersonalData::phone_number: return "phone_number";
        case PersonalData::email: return "email";
        case PersonalData::card_number: return "card_number";
        case PersonalData::account_number: return "account_number";
        case PersonalData::none: return "none";
    }
    return "";
}

std::string doubts_in(const std::string& text) {
    std::string all;
    for (const Doubt doubt : doubts_about(text)) {
        all += all.empty() ? "" : ",";
        switch (doubt) {
            case Doubt::phone_number: all += "phone_number"; break;
            case Doubt::email: all += "email"; break;
            case Doubt::name: all += "name"; break;
            case Doubt::address: all += "address"; break;
        }
    }
    return all;
}

TEST(FreeTextCases, AreReadAsTheBrowserReadsThem) {
    const auto cases = cases_of("written.txt");
    ASSERT_GT(cases.size(), 900u);
    for (const auto& [kind, doubts, text] : cases) {
        EXPECT_EQ(name_of(find_personal_data(text)), kind) << text;
        EXPECT_EQ(doubts_in(text), doubts) << text;
    }
}

TEST(FreeTextCases, MissNoIdentifierAndHardlyRefuseOrdinaryTexts) {
    int identifiers = 0, ordinary = 0, missed = 0, refused = 0;
    for (const auto& [kind, doubts, text] : cases_of("generated.txt")) {
        const bool is_found = find_personal_data(text) != PersonalData::none;
        kind == "none" ? ++ordinary : ++identifiers;
        if (kind != "none" && !is_found && ++missed > 0) ADD_FAILURE() << kind << ": " << text;
        if (kind == "none" && is_found && ++refused > 0) std::printf("refused: %s\n", text.c_str());
        if (doubts != "*") {
            EXPECT_EQ(doubts_in(text), doubts) << text;
        }
    }
    std::printf("missed %d of %d identifiers, refused %d of %d ordinary texts\n", missed, identifiers, refused, ordinary);
    EXPECT_GT(identifiers, 700);
    EXPECT_GT(ordinary, 500);
    EXPECT_LE(refused * 1000, ordinary * 5);
}

TEST(FreeTextCases, MissNoneOfTheWaysInWhichPeopleWriteThem) {
    int identifiers = 0, ordinary = 0;
    for (const auto& [kind, doubts, text] : cases_of("writings.txt")) {
        kind == "none" ? ++ordinary : ++identifiers;
        EXPECT_EQ(find_personal_data(text) == PersonalData::none, kind == "none") << kind << ": " << text;
    }
    EXPECT_EQ(identifiers, 400);
    EXPECT_EQ(ordinary, 400);
}

TEST(FreeTextCases, FindWhatIsToldInWordsAndSigns) {
    int identifiers = 0, ordinary = 0, refused = 0;
    for (const auto& [kind, doubts, text] : cases_of("told.txt")) {
        const auto found = name_of(find_personal_data(text));
        kind == "none" ? ++ordinary : ++identifiers;
        if (kind != "none") {
            EXPECT_EQ(found, kind) << text;
        } else if (found != "none") {
            ++refused;
            std::printf("refused as %s: %s\n", found.c_str(), text.c_str());
        }
    }
    EXPECT_GT(identifiers, 600);
    EXPECT_GT(ordinary, 500);
    EXPECT_LE(refused * 1000, ordinary * 5);
}

TEST(FreeTextCases, KnowTheFamiliesOfIdentifiersAndOfOrdinaryNotes) {
    int identifiers = 0, ordinary = 0, refused = 0;
    for (const auto& [kind, doubts, text] : cases_of("families.txt")) {
        const bool is_found = find_personal_data(text) != PersonalData::none;
        kind == "none" ? ++ordinary : ++identifiers;
        if (kind != "none") EXPECT_TRUE(is_found) << kind << ": " << text;
        else if (is_found && ++refused > 0) std::printf("refused: %s\n", text.c_str());
    }
    EXPECT_GE(identifiers, 1000);
    EXPECT_GE(ordinary, 1000);
    EXPECT_LE(refused * 1000, ordinary * 5);
}

TEST(FreeTextCases, SayWhereItStands) {
    const auto place = [](const char* text) {
        const auto found = locate_personal_data(text);
        return found ? std::pair(found->from, found->to) : std::pair<std::size_t, std::size_t>();
    };
    using Place = std::pair<std::size_t, std::size_t>;
    EXPECT_EQ(place("Hjälp med BankID"), Place());
    EXPECT_EQ(place(""), Place());
    EXPECT_EQ(place("811218-9876"), Place(1, 11));
    EXPECT_EQ(place("hon, 811218-9876, ja"), Place(6, 16));
    EXPECT_EQ(place("Åsa på 070-123 45 67 i morgon"), Place(8, 20));
    EXPECT_EQ(place("skriv till åsa(at)example.org tack"), Place(12, 29));
    EXPECT_EQ(place("kort 4111 1111 1111 1111 spärrat"), Place(6, 24));
    EXPECT_EQ(place("Mejl till anna.berg@gmail.com"), Place(11, 29));
    EXPECT_EQ(place("Mejl: anna.berg (at) gmail.com."), Place(7, 30));
    EXPECT_EQ(place("ring 47901234"), Place(6, 13));
    EXPECT_EQ(place("hon ringer 41234567 ikväll"), Place(12, 19));
    EXPECT_EQ(place("8503129999 är mitt personnummer"), Place(1, 10));
    EXPECT_EQ(place("pnr: 850312-9999"), Place(6, 16));
    EXPECT_EQ(place("ring +46 70 123 45 67 nu"), Place(6, 21));
    EXPECT_EQ(place("född 9 juli 1985, sista fyra 9805"), Place(6, 33));
    EXPECT_EQ(place("８１１２１８－９８７６"), Place(1, 11)) << "characters, not bytes";
    const std::string long_text = std::string(480, 'o') + " 811218-9876";
    EXPECT_EQ(place(long_text.c_str()), Place(482, 492));
}

}  // namespace
}  // namespace digilots::personal
