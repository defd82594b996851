// What people ask, and who must come first, in all nine municipalities.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "platform/base/text.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

DemoMunicipalities& demo() {
    static DemoMunicipalities made;
    return made;
}

class SearchTable : public ::testing::Test {
protected:
    /// `accepted`: ids with " or " between; "-" where any answer will do.
    void expect_first(const std::string& slug, const std::string& query, const std::string& accepted) {
        const auto answer = demo().search(slug, query);
        EXPECT_FALSE(answer.fallback.title.empty()) << slug << " " << query;
        if (accepted == "-") return;
        ASSERT_FALSE(answer.hits.empty()) << slug << " \"" << query << "\" finds nothing";
        const auto fits = (" or " + accepted + " or ").find(" or " + answer.hits.front().id + " or ") != std::string::npos;
        EXPECT_TRUE(fits) << "expected " << accepted << " for " << demo().hits(slug, query);
    }

    void expect_everywhere(const std::vector<std::string>& queries, const std::map<std::string, std::string>& accepted) {
        ASSERT_EQ(accepted.size(), 9U);
        for (const auto& query : queries) {
            for (const auto& [slug, ids] : accepted) expect_first(slug, query, ids);
        }
    }
};

const std::map<std::string, std::string> digital_guidance{{"harnosand", "harnosand-digidelcenter"},
                                                          {"kramfors", "kramfors-bibliotek"},
                                                          {"nordanstig", "nordanstig-bibliotek"},
                                                          {"solleftea", "solleftea-huvudbibliotek or solleftea-medborgarservice"},
                                                          {"sundsvall", "sundsvall-kulturmagasinet"},
                                                          {"ange", "ange-bibliotek"},
                                                          {"ornskoldsvik", "ornskoldsvik-bibliotek"},
                                                          {"timra", "timra-huvudbibliotek"},
                                                          {"overkalix", "overkalix-bibliotek"}};

TEST_F(SearchTable, BankId) {
    expect_everywhere({"bankid", "BankID", "bank id", "bank-id", "mobilt bankid", "e-legitimation", "banikd",
                       "hjälp med bankid", "jag har glömt hur man gör med bankid"},
                      digital_guidance);
}

TEST_F(SearchTable, Mobile) {
    expect_everywhere({"mobil hjälp", "mobilen", "min nya mobil", "mobilhjälp", "smartphone", "hjelp med mobilen"},
                      digital_guidance);
}

TEST_F(SearchTable, Print) {
    expect_everywhere({"skriva ut", "utskrift", "utskrifter", "skriver ut", "printa", "skrivare", "skrive ut", "utskrft"},
                      {{"harnosand", "harnosand-digidelcenter"},
                       {"kramfors", "kramfors-bibliotek"},     // the state office's printer is for its own errands only
                       {"nordanstig", "nordanstig-bibliotek"},
                       {"solleftea", "solleftea-medborgarservice or solleftea-huvudbibliotek or solleftea-medborgarkontor"},
                       {"sundsvall", "sundsvall-kulturmagasinet"},
                       {"ange", "ange-bibliotek"},
                       {"ornskoldsvik", "ornskoldsvik-bibliotek or ornskoldsvik-kontaktcenter"},
                       {"timra", "timra-huvudbibliotek"},
                       {"overkalix", "overkalix-bibliotek"}});
}

TEST_F(SearchTable, FillInAForm) {
    expect_everywhere({"fylla i blankett", "blanketter", "formulär", "fylla i en ansökan", "fylle ut skjema", "blanket"},
                      {{"harnosand", "harnosand-digidelcenter"},
                       {"kramfors", "kramfors-bibliotek"},
                       {"nordanstig", "nordanstig-bibliotek"},
                       {"solleftea", "solleftea-medborgarservice or solleftea-medborgarkontor"},
                       {"sundsvall", "sundsvall-kulturmagasinet"},
                       {"ange", "ange-information"},
                       {"ornskoldsvik", "ornskoldsvik-kontaktcenter"},
                       {"timra", "timra-medborgarservice"},
                       {"overkalix", "overkalix-bibliotek"}});
}

TEST_F(SearchTable, SocialInsurance) {
    expect_everywhere({"försäkringskassan", "forsakringskassan", "försäkringskasan", "sjukpenning", "bostadsbidrag"},
                      {{"harnosand", "harnosand-digidelcenter or harnosand-arbetsmarknadstorget"},
                       {"kramfors", "kramfors-servicecenter"},
                       {"nordanstig", "nordanstig-bibliotek"},
                       {"solleftea", "solleftea-statens-servicecenter"},
                       {"sundsvall", "sundsvall-statens-servicecenter"},
                       {"ange", "ange-information"},
                       {"ornskoldsvik", "ornskoldsvik-kontaktcenter"},
                       {"timra", "timra-medborgarservice"},
                       {"overkalix", "overkalix-bibliotek"}});
}

TEST_F(SearchTable, BuildingPermit) {
    expect_everywhere({"bygglov", "bygglovet", "byglov", "ansöka om bygglov"},
                      {{"harnosand", "harnosand-servicecenter"},
                       {"kramfors", "kramfors-komin"},
                       {"nordanstig", "nordanstig-bygglov"},
                       {"solleftea", "solleftea-medborgarservice or solleftea-medborgarkontor"},
                       {"sundsvall", "-"},
                       {"ange", "ange-bygglov"},
                       {"ornskoldsvik", "ornskoldsvik-kontaktcenter"},
                       {"timra", "timra-medborgarservice"},
                       {"overkalix", "-"}});
}

TEST_F(SearchTable, SpecialDiet) {
    for (const auto* query : {"specialkost", "spesialkost", "special kost", "specialkosten"}) {
        expect_first("ange", query, "ange-specialkost");
        expect_first("nordanstig", query, "nordanstig-kostintyg");
        expect_first("sundsvall", query, "-");
    }
}

TEST_F(SearchTable, LibraryInTheEvening) {
    expect_everywhere({"bibliotek öppet kväll", "bibliotek", "biblioteken", "bibliotket", "biblioteket öppettider"},
                      {{"harnosand", "harnosand-digidelcenter"},
                       {"kramfors", "kramfors-bibliotek"},
                       {"nordanstig", "nordanstig-bibliotek"},
                       {"solleftea", "solleftea-huvudbibliotek"},
                       {"sundsvall", "sundsvall-kulturmagasinet"},
                       {"ange", "ange-bibliotek"},
                       {"ornskoldsvik", "ornskoldsvik-bibliotek"},
                       {"timra", "timra-huvudbibliotek"},
                       {"overkalix", "overkalix-bibliotek"}});
}

struct Question {
    const char* slug;
    const char* query;
    const char* accepted;
};

TEST_F(SearchTable, MoreQuestions) {
    constexpr Question questions[] = {
        {"ange", "färdtjänst", "ange-fardtjanst"},
        {"ange", "fardtjanst", "ange-fardtjanst"},
        {"ange", "modersmål", "ange-modersmal"},
        {"ange", "försörjningsstöd", "ange-ekonomiskt-bistand"},
        {"ange", "socialbidrag", "ange-ekonomiskt-bistand"},
        {"ange", "föreningsbidrag", "ange-foreningsbidrag"},
        {"ange", "starta restaurang livsmedel", "ange-livsmedelsverksamhet"},
        {"ange", "socialtjänstens expedition", "ange-socialtjanstens-expedition"},
        {"ornskoldsvik", "ekonomiskt bistånd", "ornskoldsvik-ekonomiskt-bistand"},
        {"ornskoldsvik", "kontaktcenter", "ornskoldsvik-kontaktcenter"},
        {"ornskoldsvik", "kundtjänst", "ornskoldsvik-kontaktcenter"},
        {"ornskoldsvik", "bokbussen", "ornskoldsvik-bokbuss"},
        {"ornskoldsvik", "stadshuset", "ornskoldsvik-stadshusen"},
        {"kramfors", "förskoleplats", "kramfors-forskoleplats"},
        {"kramfors", "dagis", "kramfors-forskoleplats"},
        {"kramfors", "ansöka om barnomsorg", "kramfors-forskoleplats"},
        {"kramfors", "komin", "kramfors-komin"},
        {"kramfors", "skatteverket", "kramfors-servicecenter"},
        {"kramfors", "kopiera", "kramfors-servicecenter or kramfors-bibliotek"},
        {"kramfors", "skanna", "kramfors-bibliotek"},
        {"kramfors", "ullånger", "kramfors-ullanger-bibliotek"},
        {"kramfors", "komvux", "kramfors-campus"},
        {"kramfors", "surfplatta", "kramfors-bibliotek"},
        {"kramfors", "wifi", "kramfors-bibliotek"},
        {"harnosand", "skriva cv", "harnosand-digidelcenter"},
        {"harnosand", "tolka beslut", "harnosand-digidelcenter"},
        {"harnosand", "3d-skrivare", "harnosand-digidelcenter"},
        {"harnosand", "lånedator", "harnosand-digidelcenter or harnosand-servicecenter"},
        {"harnosand", "söka jobb", "harnosand-digidelcenter or harnosand-arbetsmarknadstorget"},
        {"harnosand", "hemtjänst", "harnosand-stod-i-hemmet"},
        {"harnosand", "läsplatta", "harnosand-digidelcenter"},
        {"harnosand", "servicecenter", "harnosand-servicecenter"},
        {"nordanstig", "sopkärl trasigt", "nordanstig-trasigt-karl"},
        {"nordanstig", "slamtömning", "nordanstig-slamtomning"},
        {"nordanstig", "lånekort", "nordanstig-lanekort-vuxna or nordanstig-lanekort-barn"},
        {"nordanstig", "låna e-böcker", "nordanstig-e-bocker"},
        {"nordanstig", "ebok", "nordanstig-e-bocker"},
        {"nordanstig", "skolval", "nordanstig-skolval"},
        {"nordanstig", "fritids", "nordanstig-fritidshem"},
        {"nordanstig", "dödsbo", "nordanstig-dodsboanmalan"},
        {"nordanstig", "kostintyg", "nordanstig-kostintyg"},
        {"nordanstig", "bifoga fil", "nordanstig-bibliotek"},
        {"nordanstig", "tippen", "nordanstig-atervinningscentral"},
        {"sundsvall", "arbetsförmedlingen", "sundsvall-arbetsformedlingen"},
        {"sundsvall", "digidel", "sundsvall-kulturmagasinet"},
        {"sundsvall", "it-handledning", "sundsvall-kulturmagasinet or sundsvall-it-handledning"},
        {"sundsvall", "mobidig", "sundsvall-mobidig"},
        {"sundsvall", "nettbrett", "sundsvall-kulturmagasinet"},
        {"sundsvall", "passord glemt", "sundsvall-kulturmagasinet"},
        {"timra", "digidelcenter", "timra-digidelcenter"},
        {"timra", "medborgarkontor", "timra-medborgarservice"},
        {"solleftea", "statens servicecenter", "solleftea-statens-servicecenter"},
        {"solleftea", "pension", "solleftea-statens-servicecenter"},
        {"sundsvall", "a-kassa", "sundsvall-arbetsformedlingen"},
        {"sundsvall", "boka handledning", "sundsvall-boka-handledning or sundsvall-kulturmagasinet"},
    };
    for (const auto& [slug, query, accepted] : questions) expect_first(slug, query, accepted);
}

TEST_F(SearchTable, AsksForATimeNotForABook) {
    for (const auto& [slug, guidance] : digital_guidance) {
        EXPECT_TRUE(demo().search(slug, "boka tid").topics.empty()) << demo().hits(slug, "boka tid");
    }
    EXPECT_EQ(demo().search("sundsvall", "boka tid för pass").topics.front(), "police");
}

TEST_F(SearchTable, OpenNowAsksForNoTopic) {
    for (const auto& [slug, guidance] : digital_guidance) {
        for (const std::string query : {"öppet nu", "öppet idag", "öppet i kväll"}) {
            EXPECT_TRUE(demo().search(slug, query).topics.empty()) << slug << " " << query;
        }
    }
}

TEST_F(SearchTable, AWordInsideAnotherIsNoHitUnlessItIsAPartOfIt) {
    for (const auto& hit : demo().search("nordanstig", "skriva ut").hits) EXPECT_NE(hit.title, "Teknisk beskrivning");
}

TEST_F(SearchTable, ATopicIsShownOnlyWhereAPlaceAnswersIt) {
    for (const auto& [slug, guidance] : digital_guidance) {
        for (const std::string query : {"bankid", "skriva ut", "bygglov", "mobil", "1177"}) {
            const auto municipality = demo().tenant(slug).id;
            const auto snapshot = demo().directory->snapshot(municipality);
            for (const auto& hit : demo().search(slug, query).hits) {
                if (hit.kind != "topic") continue;
                EXPECT_TRUE(std::ranges::any_of(snapshot->places, [&](const auto& place) {
                    return place.listed() && directory::answers_topic(place, hit.id);
                })) << slug << " " << hit.url;
            }
        }
    }
}

TEST_F(SearchTable, TheRecyclingCentreIsAskedAboutItsOwnMattersFirst) {
    const auto hits = demo().search("nordanstig", "försäkringskassan").hits;
    const auto at = [&](std::string_view id) { return std::ranges::find(hits, id, &ReferralHit::id) - hits.begin(); };
    EXPECT_LT(at("nordanstig-reception"), at("nordanstig-atervinningscentral"));
    for (const char* query : {"min man har dött", "färdtjänst", "bankid"})
        for (const auto& hit : demo().search("nordanstig", query).hits)
            EXPECT_NE(hit.id, "nordanstig-atervinningscentral") << query;
    EXPECT_EQ(demo().search("nordanstig", "återvinningscentralen").hits.front().id, "nordanstig-atervinningscentral");
}

TEST_F(SearchTable, LimitsStandApartFromWhatIsGoodToKnow) {
    const auto center = demo().search("harnosand", "servicecenter").hits.front();
    EXPECT_TRUE(center.refusals.empty());
    ASSERT_FALSE(center.good_to_know.empty());
    EXPECT_EQ(center.limitations, center.good_to_know);
    const auto desk = demo().search("kramfors", "komin").hits.front();
    EXPECT_EQ(desk.refusals.size(), 2U);
    EXPECT_TRUE(desk.good_to_know.empty());
}

TEST_F(SearchTable, WhatIsNotOpenIsFoundByNameOnly) {
    for (const auto* query : {"statens servicecenter", "försäkringskassan", "skatteverket", "öppet nu"}) {
        for (const auto& hit : demo().search("ange", query).hits) {
            if (hit.id == "ange-statens-servicecenter") {
                EXPECT_STREQ(query, "statens servicecenter");
                EXPECT_NE(hit.open.now, directory::Openness::open);
            }
        }
    }
    for (const auto* query : {"bankid", "handledning", "mobil"}) {
        for (const auto& hit : demo().search("kramfors", query).hits) EXPECT_NE(hit.id, "kramfors-digidelcenter") << query;
    }
}

TEST_F(SearchTable, OpenPlacesComeFirstAmongEqualAndNothingIsEverEmpty) {
    const auto answer = demo().search("harnosand", "öppet nu");
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_EQ(answer.hits.front().open.now, directory::Openness::open);
    for (const auto& [slug, guidance] : digital_guidance) {
        for (const std::string query : {"", "qwxzqwxz", "<script>", "👍", "' OR 1=1 --"}) {
            const auto nothing = demo().search(slug, query);
            EXPECT_FALSE(nothing.fallback.title.empty()) << slug;
            EXPECT_FALSE(nothing.fallback.url.empty()) << slug;
        }
        EXPECT_TRUE(demo().search(slug, "").hits.empty());
    }
}

TEST_F(SearchTable, SaysWhyInTheReadersLanguage) {
    EXPECT_EQ(demo().search("harnosand", "skriva ut").hits.front().why, "Här kan du skriva ut");
    EXPECT_EQ(demo().search("harnosand", "skriva ut", "nb").hits.front().why, "Her kan du skrive ut");
    EXPECT_EQ(demo().search("harnosand", "skriva ut", "en").hits.front().why, "You can print here");
    EXPECT_EQ(demo().search("ange", "bygglov").hits.front().why, "Matchar ”bygglov”");
    EXPECT_NE(demo().search("harnosand", "bibliotek öppet kväll").hits.front().why.find("Öppet på kvällar"), std::string::npos);
    const auto state_office = demo().search("kramfors", "försäkringskassan").hits.front();
    EXPECT_FALSE(state_office.limitations.empty());
}

TEST_F(SearchTable, SaysWhatItCorrectedAndWhatIsSensitive) {
    EXPECT_TRUE(demo().search("sundsvall", "bibliotket").corrected.starts_with("bibliotek"));
    EXPECT_EQ(demo().search("sundsvall", "bibliotek").corrected, "");
    EXPECT_TRUE(demo().search("sundsvall", "bankärende").sensitive);
    EXPECT_FALSE(demo().search("sundsvall", "skriva ut").sensitive);
}

TEST_F(SearchTable, LongAndStrangeTextIsJustText) {
    EXPECT_EQ(base::length(demo().search("sundsvall", std::string(1000, 'x')).query), 200U);
    EXPECT_NO_THROW(demo().search("sundsvall", std::string("\xff\x00\x80 bankid", 10)));
}

}  // namespace
}  // namespace digilots::referral
