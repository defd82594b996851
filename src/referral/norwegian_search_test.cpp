// What people ask in a Norwegian municipality. No Norwegian mapping exists yet: these places are made up for the test,
// in the mapping's own format.
#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

constexpr const char* lofoten = R"({"format": "digital-inclusion-mapping", "format_version": 1, "sources": [],
"municipalities": [{"code": "1860", "name": "Vestvågøy", "country": "NO",
  "places": [
    {"id": "vestvagoy-bibliotek", "name": "Vestvågøy bibliotek", "kind": "library", "status": "open", "printing": true,
     "public_wifi": true, "evening_hours": true,
     "support": [{"code": "tutoring"}, {"code": "device_skills"}],
     "aids": [{"type": "computer", "name_sv": "publikumsmaskiner", "count": 4}, {"type": "scanner", "name_sv": "skanner"}]},
    {"id": "vestvagoy-servicetorg", "name": "Servicetorget", "kind": "municipal_service_centre", "status": "open",
     "support": [{"code": "guidance_in_e_service"}, {"code": "form_filling"}, {"code": "referral"}],
     "opening_hours": [{"days": ["mo", "tu", "we", "th", "fr"], "opens": "09:00", "closes": "15:00"}]},
    {"id": "vestvagoy-nav", "name": "NAV Vestvågøy", "kind": "state_service_office", "status": "open",
     "support": [{"code": "own_agencies"}], "limitations": [{"code": "own_questions_only"}]},
    {"id": "vestvagoy-radhus", "name": "Rådhuset på Leknes", "kind": "town_hall", "status": "open"}],
  "e_services": [
    {"id": "vestvagoy-byggesak", "name": "Søk om byggetillatelse", "topics": []},
    {"id": "vestvagoy-barnehage", "name": "Søknad om barnehageplass", "topics": []}]}]})";

constexpr const char* with_nav = R"({"format": "digital-inclusion-mapping", "format_version": 1, "sources": [],
"municipalities": [{"code": "1860", "name": "Vestvågøy", "country": "NO", "e_services": [],
  "places": [
    {"id": "vestvagoy-torg", "name": "Innbyggertorget", "kind": "citizens_office", "status": "open",
     "support": [{"code": "authority_navigation"}, {"code": "form_filling"}, {"code": "guidance_in_e_service"}]},
    {"id": "vestvagoy-nav", "name": "Nav Vestvågøy", "kind": "state_office", "status": "open", "member_agencies": ["Nav, stat"],
     "support": [{"code": "own_agencies"}, {"code": "authority_matters"}, {"code": "form_filling"}],
     "opening_hours": [{"days": ["mo", "tu", "we", "th", "fr"], "opens": "09:00", "closes": "15:00"}],
     "limitations": [{"code": "own_questions_only"}]}]}]})";

DemoMunicipalities& vestvagoy() {
    static DemoMunicipalities made("2026-11-23T09:00:00Z", lofoten);
    return made;
}

TEST(NorwegianSearch, FindsWhoHelps) {
    struct Question { const char* query; const char* accepted; };
    constexpr Question questions[] = {
        {"bankid", "vestvagoy-bibliotek"}, {"bank id", "vestvagoy-bibliotek"}, {"hjelp med bankid", "vestvagoy-bibliotek"},
        {"hjelp med mobil", "vestvagoy-bibliotek"}, {"mobiltelefonen", "vestvagoy-bibliotek"},
        {"mobilhjelp", "vestvagoy-bibliotek"}, {"nettbrett", "vestvagoy-bibliotek"}, {"datamaskin", "vestvagoy-bibliotek"},
        {"skrive ut", "vestvagoy-bibliotek"}, {"utskrift", "vestvagoy-bibliotek"}, {"skriveren", "vestvagoy-bibliotek"},
        {"skanne", "vestvagoy-bibliotek"}, {"trådløst nett", "vestvagoy-bibliotek"}, {"nettbank", "vestvagoy-bibliotek"},
        {"skjema", "vestvagoy-servicetorg"}, {"fylle ut skjema", "vestvagoy-servicetorg"},
        {"hjelp til å fylle ut et skjema", "vestvagoy-servicetorg"}, {"servicetorg", "vestvagoy-servicetorg"},
        {"NAV", "vestvagoy-nav"}, {"nav kontor", "vestvagoy-nav"}, {"sykepenger", "vestvagoy-nav"},
        {"dagpenger", "vestvagoy-nav"}, {"arbeidsledig", "vestvagoy-nav"},
        {"bibliotek åpent kveld", "vestvagoy-bibliotek"}, {"biblioteket", "vestvagoy-bibliotek"},
        {"bibliotket", "vestvagoy-bibliotek"}, {"biblioteket åpningstider", "vestvagoy-bibliotek"},
        {"byggesøknad", "vestvagoy-byggesak"}, {"barnehage", "vestvagoy-barnehage"}, {"barnehageplass", "vestvagoy-barnehage"},
        {"rådhus", "vestvagoy-radhus"}, {"hvem gjør hva", "vestvagoy-servicetorg"}};
    for (const auto& [query, accepted] : questions) {
        const auto answer = vestvagoy().search("vestvagoy", query, "nb");
        EXPECT_EQ(vestvagoy().first("vestvagoy", query), accepted) << vestvagoy().hits("vestvagoy", query);
        EXPECT_EQ(answer.fallback.title, "Servicetorget");
    }
}

TEST(NorwegianSearch, LeadsToNavWithItsOwnMattersAlone) {
    DemoMunicipalities made("2026-11-23T09:00:00Z", with_nav);
    for (const auto* text : {"skattekort", "skattemelding", "førerkort", "klage", "klage på vedtak", "statsborgerskap", "pass"})
        EXPECT_EQ(made.first("vestvagoy", text), "vestvagoy-torg") << made.hits("vestvagoy", text);
    for (const auto* text : {"nav", "sykepenger", "dagpenger"})
        EXPECT_EQ(made.first("vestvagoy", text), "vestvagoy-nav") << made.hits("vestvagoy", text);
}

TEST(NorwegianSearch, SaysWhyInNorwegian) {
    EXPECT_EQ(vestvagoy().search("vestvagoy", "skrive ut", "nb").hits.front().why, "Her kan du skrive ut");
    const auto library = vestvagoy().search("vestvagoy", "bibliotek åpent kveld", "nb").hits.front();
    EXPECT_NE(library.why.find("kveld"), std::string::npos) << library.why;
    EXPECT_FALSE(vestvagoy().search("vestvagoy", "NAV", "nb").hits.front().refusals.empty());
}

TEST(NorwegianSearch, TheSameCodeInBothCountriesIsTheRightOne) {
    EXPECT_EQ(vestvagoy().tenant("vestvagoy").id, "NO-1860");
    EXPECT_FALSE(vestvagoy().municipalities.find_tenant("laxa"));
}

}  // namespace
}  // namespace digilots::referral
