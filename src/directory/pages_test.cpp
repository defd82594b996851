#include <gtest/gtest.h>

#include <algorithm>

#include "directory/directory_world.h"
#include "platform/base/json.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"

namespace digilots::directory {
namespace {

class DirectoryPagesTest : public ::testing::Test, public DirectoryWorld {
protected:
    DirectoryPagesTest() { client.accept_language = "sv"; }

    void sign_in(const std::string& municipality) { client.cookies()["session"] = "editor:" + municipality; }
    base::Json json(std::string_view url) {
        const auto page = client.send(http::Method::get, url);
        EXPECT_EQ(page.status, 200) << url << page.html.substr(0, 300);
        return base::parse_json(page.html).value_or(base::Json());
    }

    digilots::testing::PageClient client{server};
};

TEST_F(DirectoryPagesTest, ListSaysWhatIsOpenAndLeavesOutWhatIsNotThereYet) {
    const auto page = client.get("/sundsvall/places");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.heading(), "Platser som hjälper");
    EXPECT_TRUE(page.says("6 platser"));
    EXPECT_TRUE(page.says("Biblioteken och DigidelCenter (Kulturmagasinet)"));
    EXPECT_FALSE(page.says("/sundsvall/places/kontaktcenter"));
    EXPECT_TRUE(client.get("/harnosand/places").says("stänger 16.30"));
}

TEST_F(DirectoryPagesTest, FilterStandsInTheAddress) {
    EXPECT_TRUE(client.get("/harnosand/places?open=now").says("Servicecenter"));
    EXPECT_FALSE(client.get("/harnosand/places?open=now").says("/harnosand/places/larcentrum"));
    EXPECT_TRUE(client.get("/harnosand/places?open=evening").says("/harnosand/places/digidelcenter"));
    EXPECT_TRUE(client.get("/sundsvall/places?aid=printer&topic=printing").says("1 plats"));
    clock.set(digilots::testing::at("2026-11-22T02:00:00Z"));
    const auto none = client.get("/sundsvall/places?open=now");
    EXPECT_TRUE(none.says("Ingen plats stämmer med det du valde"));
    EXPECT_TRUE(none.says("Kulturmagasinet")) << "the desk is always named";
}

TEST_F(DirectoryPagesTest, PromisesTheSecrecyOfItsStaffOnlyWhereTheMunicipalityHelps) {
    const std::string promise = "Det de ser och hör berättar de inte för någon.", others = "De är inte kommunens personal";
    const auto own = client.get("/kramfors/places/komin");
    EXPECT_TRUE(own.says(promise) && !own.says(others)) << own.html;
    const auto state = client.get("/kramfors/places/servicecenter");
    EXPECT_TRUE(state.says(others) && !state.says(promise)) << state.html;
}

TEST_F(DirectoryPagesTest, PlaceSaysWhatItDoesNotDoBeforeTheAddress) {
    const auto page = client.get("/kramfors/places/komin");
    EXPECT_EQ(page.heading(), "Kommunens reception KomIn");
    const auto limits = page.html.find("Det här hjälper de inte till med");
    const auto way = page.html.find("Hitta hit och ta kontakt");
    ASSERT_NE(limits, std::string::npos);
    EXPECT_LT(limits, way);
    EXPECT_TRUE(page.says("Kallas också: KomIn"));
    EXPECT_TRUE(page.says("08.00–17.00"));
    EXPECT_TRUE(page.says("Uppgifterna är från 16 december 2022."));
    EXPECT_FALSE(page.says("No digital help or tutoring")) << "English words are for staff";
}

TEST_F(DirectoryPagesTest, APlaceLeadsToTimesThereAndSaysUntilWhenSomebodyHelps) {
    const auto unknown = client.get("/harnosand/places/larcentrum");
    EXPECT_FALSE(unknown.says("Boka en tid här") || unknown.says("Nu finns någon här")) << "unknown stays unknown";
    const auto goes = clock.now() + std::chrono::minutes(30);
    directory.know_beside([this, goes](std::string_view municipality, const Place& place) {
        EXPECT_EQ(municipality, "2281");
        const bool is_there = clock.now() < goes;
        return BesidePlace{"/book?place=" + place.id, is_there ? std::optional(goes) : std::nullopt,
                           is_there ? std::optional(goes) : std::nullopt,
                           place.id == "sundsvall-kulturmagasinet" ? std::optional(is_there) : std::nullopt};
    });
    const auto api = [&] { return client.get("/api/v1/sundsvall/places/kulturmagasinet"); };
    const auto now = api();
    EXPECT_TRUE(now.says("\"staffed_now\":true,\"locality\"")) << now.html;
    EXPECT_TRUE(now.says("\"kind\":\"service\",\"status\":\"open\",\"staffed_now\":true")) << now.html;
    EXPECT_TRUE(client.get("/api/v1/sundsvall/places").says("\"staffed_now\":null"))
        << "where the rota says nothing it is not known";
    const auto page = client.get("/sundsvall/places/kulturmagasinet");
    EXPECT_TRUE(page.says("Nu finns någon här som hjälper, till 10.30.")) << page.html;
    EXPECT_EQ(page.link("Boka en tid här"), "/sundsvall/book?place=sundsvall-kulturmagasinet");
    clock.advance(std::chrono::minutes(30));
    EXPECT_FALSE(client.get("/sundsvall/places/kulturmagasinet").says("Nu finns någon här")) << "kept no longer than it is true";
    EXPECT_TRUE(api().says("\"staffed_now\":false,\"locality\"")) << api().html;
}

TEST_F(DirectoryPagesTest, WhatIsGoodToKnowIsNotALimit) {
    const auto page = client.get("/harnosand/places/servicecenter");
    EXPECT_FALSE(page.says("Det här hjälper de inte till med"));
    EXPECT_LT(page.html.find("Bra att veta innan du kommer"), page.html.find("Hjälp i mån av tid"));
    const auto desk = client.get("/kramfors/places/servicecenter");
    EXPECT_LT(desk.html.find("Det här hjälper de inte till med"), desk.html.find("Svarar bara på frågor inom sitt eget område"));
    EXPECT_LT(desk.html.find("Bra att veta innan du kommer"), desk.html.find("Mycket begränsade öppettider"));
    const auto list = client.get("/kramfors/places");
    EXPECT_TRUE(list.says("Begränsningar:"));
    EXPECT_TRUE(list.says("Bra att veta: Mycket begränsade öppettider"));
}

TEST_F(DirectoryPagesTest, AnErrandWithoutAnEServiceHasItsPage) {
    const auto page = client.get("/ange/services/fardtjanst");
    EXPECT_EQ(page.heading(), "Färdtjänst och Riksfärdtjänst");
    for (const auto* words : {"Ett ärende utan e-tjänst", "Så gör du", "Det finns ingen e-tjänst för det här."}) {
        EXPECT_TRUE(page.says(words)) << words;
    }
    EXPECT_TRUE(client.get("/ange/e-services").says("/ange/services/fardtjanst"));
    EXPECT_EQ(client.get("/ange/e-services/fardtjanst").url, "/ange/services/fardtjanst") << "an old link";
    EXPECT_EQ(client.get("/sundsvall/services/fardtjanst").status, 404) << "another municipality's";
}

TEST_F(DirectoryPagesTest, AnActivityWithoutAPlaceHasItsPageAndOthersAreToldThere) {
    const auto page = client.get("/kramfors/services/god-och-nara-vard");
    EXPECT_EQ(page.heading(), "God och nära vård på landsbygden");
    EXPECT_TRUE(page.says("Fråga eller anmäl dig"));
    const auto at_place = client.get("/sundsvall/services/sundsvall-boka-handledning");
    EXPECT_EQ(at_place.url, "/sundsvall/places/kulturmagasinet");
}

TEST_F(DirectoryPagesTest, AContactSaysHowToReachItAndWhatElseThereIs) {
    const auto snapshot = directory.snapshot("2132");
    const auto shown = std::ranges::find_if(snapshot->contacts, [](const auto& contact) {
        return contact.title == "e-tjänstansvarig, Kost och städ";
    });
    ASSERT_NE(shown, snapshot->contacts.end());
    const auto page = client.get("/nordanstig/contacts/" + shown->slug);
    EXPECT_EQ(page.heading(), shown->title);
    EXPECT_TRUE(page.says("Ansöka om kostintyg"));
    EXPECT_TRUE(page.says("Eller besök"));
    EXPECT_EQ(client.get("/nordanstig/contacts/nobody").status, 404);
}

TEST_F(DirectoryPagesTest, WhatIsToCompleteIsCountedFilteredAndLinked) {
    sign_in("2282");
    const auto overview = client.get("/kramfors/staff/directory");
    EXPECT_TRUE(overview.says("Att komplettera"));
    EXPECT_TRUE(overview.says("/kramfors/staff/directory/to-complete?what=split"));
    const auto split = client.get("/kramfors/staff/directory/to-complete?what=split");
    EXPECT_TRUE(split.says("Mötesplatser för äldre"));
    EXPECT_TRUE(split.says("#collective"));
    EXPECT_FALSE(split.says(">Kommunens reception KomIn<"));
    const auto hours = client.get("/kramfors/staff/directory/to-complete?what=hours");
    EXPECT_FALSE(hours.says(">Kommunens reception KomIn<")) << "its hours are known";
    const auto position = client.get("/kramfors/staff/directory/to-complete?what=position");
    EXPECT_TRUE(position.says(">Kommunens reception KomIn<")) << "only the town is known";
    EXPECT_EQ(client.get("/kramfors/staff/directory/to-complete?what=nonsense&page=x").status, 200);
    const auto snapshot = directory.snapshot("2282");
    const auto alone = std::ranges::find(snapshot->services, Status::open, &Service::status);
    ASSERT_NE(alone, snapshot->services.end()) << "an activity at no place";
    const std::string form = "/kramfors/staff/directory/services/" + alone->id;
    EXPECT_FALSE(client.get("/kramfors/staff/directory/to-complete").says(form));
    ASSERT_TRUE(change("2282", RecordKind::service, alone->id, {{"hours_complete", "0"}}));
    EXPECT_TRUE(client.get("/kramfors/staff/directory/to-complete?what=hours").says("href=\"" + form + "#hours_mode\""));
}

TEST_F(DirectoryPagesTest, MapsAreDrawnByTheServerUntilThereAreTiles) {
    const auto drawn = client.get("/kramfors/places");
    EXPECT_FALSE(drawn.says("data-tiles") || drawn.says("/static/map.")) << "nothing is loaded that is not used";
    EXPECT_FALSE(client.get("/kramfors/places/komin").says("point-map"));
    const auto with_tiles = server_with({"https://t.example/{z}/{x}/{y}.png", "© T"});
    digilots::testing::PageClient visitor{*with_tiles};
    for (const auto* path : {"/kramfors/places", "/kramfors/places/komin"}) {
        const auto page = visitor.get(path);
        EXPECT_TRUE(page.says("data-tiles=\"https://t.example/{z}/{x}/{y}.png\"")) << path;
        EXPECT_TRUE(page.says("data-latitude=")) << path;
        EXPECT_TRUE(page.says("/static/map.")) << path;
    }
    EXPECT_FALSE(visitor.get("/kramfors/places/motesplatser-aldre").says("data-tiles")) << "it stands for several places";
}

TEST_F(DirectoryPagesTest, IncompleteHoursAreSaidAsTheyAreKnown) {
    EXPECT_TRUE(client.get("/harnosand/places").says("Öppet på kvällar, till 19.00. Vilka dagar framgår inte."));
    EXPECT_TRUE(client.get("/harnosand/places/arbetsmarknadstorget")
                    .says("2 dagar i veckan, 10.00–15.30. Vilka dagar framgår inte."));
    EXPECT_TRUE(client.get("/harnosand/places/digidelcenter")
                    .says("Öppet på kvällar, till 19.00. Vilka dagar framgår inte."));
}

TEST_F(DirectoryPagesTest, AidsHaveTheirCounts) {
    const auto page = client.get("/harnosand/places/digidelcenter");
    EXPECT_TRUE(page.says("bokningsbara datorer (6, går att boka)"));
    EXPECT_TRUE(page.says("surfplattor (ungefär 20)"));
}

TEST_F(DirectoryPagesTest, PlaceNotThereIsAPageWithAWayOn) {
    EXPECT_EQ(client.get("/sundsvall/places/nowhere").status, 404);
    EXPECT_EQ(client.get("/sundsvall/places/harnosand-servicecenter").status, 404) << "another municipality's";
    EXPECT_EQ(client.get("/sundsvall/places/sundsvall-kulturmagasinet").url, "/sundsvall/places/kulturmagasinet");
}

TEST_F(DirectoryPagesTest, EServicesCanBeFilteredByLogin) {
    const auto all = client.get("/nordanstig/e-services");
    EXPECT_TRUE(all.says("Ansöka om bygglov"));
    const auto without = client.get("/nordanstig/e-services?login=without");
    EXPECT_FALSE(without.says("Ansöka om bygglov"));
    EXPECT_TRUE(without.says("Skolval"));
    EXPECT_TRUE(client.get("/ange/e-services").says("Färdtjänst och Riksfärdtjänst"));
}

TEST_F(DirectoryPagesTest, EServiceTellsAllFourWays) {
    const auto page = client.get("/nordanstig/e-services/kostintyg");
    for (const auto* words :
         {"Med hjälp", "På papper", "På telefon", "Det finns ingen pappersblankett.",
          "e-tjänstansvarig, Kost och städ", "Eller besök"}) {
        EXPECT_TRUE(page.says(words)) << words;
    }
}

TEST_F(DirectoryPagesTest, ApiGivesWholeListsAndUnknownStaysUnknown) {
    const auto list = json("/api/v1/harnosand/places");
    EXPECT_EQ(list["places"].items().size(), 5U);
    const auto center = json("/api/v1/harnosand/places/servicecenter");
    EXPECT_EQ(center["id"].text(), "harnosand-servicecenter");
    EXPECT_EQ(center["open_now"].as_bool(), true);
    EXPECT_EQ(center["next_change"].text(), "2026-11-23T15:30:00.000Z");
    EXPECT_TRUE(json("/api/v1/harnosand/places/digidelcenter")["open_now"].is_null());
    const auto near = json("/api/v1/kramfors/places?near=63.0,18.0");
    EXPECT_TRUE(near["places"].items().front()["distance_m"].is_integer());
    const auto e_services = json("/api/v1/nordanstig/e-services");
    EXPECT_EQ(e_services["e_services"].items().size(), 24U);
    EXPECT_EQ(json("/api/v1/nordanstig/e-services/bygglov")["e_id_required"].as_bool(), true);
}

TEST_F(DirectoryPagesTest, ApiGivesGeoJsonAndNamesWrongParameters) {
    const auto geo =
        client.send(http::Method::get, "/api/v1/sundsvall/places", "", {{"Accept", "application/geo+json"}});
    EXPECT_TRUE(geo.response.content_type.starts_with("application/geo+json"));
    EXPECT_EQ(base::parse_json(geo.html).value_or(base::Json())["features"].items().size(), 6U);
    for (const auto* query :
         {"near=here", "near=95,17", "open=always", "topic=witchcraft", "aid=x", "kind=castle", "cursor=x", "limit=0",
          "limit=-1", "limit=1e3", "limit="}) {
        const auto bad = client.send(http::Method::get, "/api/v1/sundsvall/places?" + std::string(query));
        EXPECT_EQ(bad.status, 400) << query;
        EXPECT_TRUE(bad.says(std::string(query).substr(0, std::string(query).find('=')))) << query;
    }
    for (const auto* list : {"/api/v1/sundsvall/places?limit=", "/api/v1/nordanstig/e-services?limit="}) {
        EXPECT_EQ(client.send(http::Method::get, list + std::string("99999999999999999999")).status, 200) << list;
    }
    EXPECT_EQ(client.send(http::Method::get, "/api/v1/sundsvall/places/nowhere").status, 404);
}

}  // namespace
}  // namespace digilots::directory
