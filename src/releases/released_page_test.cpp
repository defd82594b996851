#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"
#include "releases/world_for_tests.h"

namespace digilots::releases {
namespace {

constexpr const char *sundsvall = "2281", *harnosand = "2280";

struct ReleasedPage : ::testing::Test {
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server world{*database, clock};
    std::unique_ptr<http::Server> server;

    ReleasedPage() {
        for (const auto* id : {sundsvall, harnosand}) world.activate(id);
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return world.municipalities.find_tenant(slug); };
        keeper.versions = &world.versions;
        server = std::make_unique<http::Server>(http::ServerOptions{},
                                                routes(world.releases, world.municipalities, world.directory),
                                                std::move(keeper), html::error_page, clock);
    }
    testing::Page get(const std::string& url) {
        return testing::PageClient(*server).get((url.starts_with("/api/") ? "" : "/sv") + url);
    }
    base::Json api(std::string_view query) {
        return base::parse_json(get("/api/v1/released-statistics" + std::string(query)).html).value();
    }
    /// 40 about printing and 3 about taxes at one place, in both 40 about banks; released in October.
    void release_september() {
        world.log(sundsvall, "2026-09-15", 40, about({"print"}, "desk"));
        world.log(sundsvall, "2026-09-15", 3, about({"tax"}, "desk"));
        for (const auto* id : {sundsvall, harnosand}) world.log(id, "2026-09-16", 40, about({"bank"}));
        clock.set(testing::at("2026-10-12T09:00:00Z"));
        world.releases.make_until(world.releases.due());
    }
};

TEST_F(ReleasedPage, SaysWhatAWordInPlaceOfANumberMeans) {
    world.log(sundsvall, "2026-08-15", 3, about({"tax"}, "desk"));
    release_september();
    int explained = 0;
    for (const auto* url : {"/sundsvall/statistics?period=2026-09", "/sundsvall/statistics?period=2026-08",
                            "/statistics?period=2026-08"}) {
        const auto page = get(url);
        EXPECT_EQ(page.status, 200) << url;
        for (const auto* word : {"dold", "berättas inte", "inte rapporterat"}) {
            const std::string cell = std::string(word) + "<";
            const bool stands = page.html.contains(">" + cell) || page.html.contains(": " + cell);
            EXPECT_EQ(page.says("”" + std::string(word) + "”:"), stands) << url << word << page.html;
            explained += stands ? 1 : 0;
        }
    }
    EXPECT_GT(explained, 0);
}

TEST_F(ReleasedPage, SaysThatNothingIsReleasedYetRatherThanZero) {
    for (const auto* url : {"/statistics", "/sundsvall/statistics"}) {
        const auto page = get(url);
        EXPECT_EQ(page.status, 200) << url;
        EXPECT_TRUE(page.says("Inget är publicerat än.")) << page.html;
    }
    EXPECT_EQ(get("/statistics?period=2026-09").status, 200);
    EXPECT_TRUE(api("?table=total")["total"]["value"].is_null());
}

TEST_F(ReleasedPage, OpensWithTheNewestTimeOfWhichSomethingWasReported) {
    clock.set(testing::at("2026-10-12T09:00:00Z"));
    world.activate("2282");
    world.log("2282", "2026-10-15", 40, about({"print"}, "desk"));
    clock.set(testing::at("2026-11-12T09:00:00Z"));
    world.releases.make_until(world.releases.due());
    ASSERT_TRUE(api("?of=municipality:2282&period=2026-Q3")["total"]["value"].is_null()) << "it was not here then";
    EXPECT_EQ(api("?of=municipality:2282")["period"].text(), "2026-10");
    EXPECT_EQ(api("?of=municipality:2281")["period"].text(), "2026-Q3") << "nobody asked there, and that is told";
}

TEST_F(ReleasedPage, ShowsEverybodyWhatWasReleasedOfAMunicipalityAndItsPlaces) {
    release_september();
    const auto page = get("/sundsvall/statistics?period=2026-09");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Sundsvall, september 2026")) << page.html;
    EXPECT_TRUE(page.says("83 frågor")) << page.html;
    EXPECT_TRUE(page.says("Ej angivet")) << "what was asked at no place";
    EXPECT_TRUE(page.says("Dolda, så att ingen kan kännas igen")) << "three about taxes";
    EXPECT_TRUE(page.says("En siffra som är publicerad ändras inte."));
    EXPECT_EQ(get("/sundsvall/statistics?place=nonsense").status, 404) << "never noughts of a place that is none";
    const auto of_place = get("/sundsvall/statistics?period=2026-09&table=total&place=desk");
    EXPECT_TRUE(of_place.says("43 frågor")) << of_place.html;
    EXPECT_EQ(get("/sundsvall/statistics?period=2026-09-15").status, 404) << "a day never";
    EXPECT_EQ(get("/sundsvall/statistics?table=asker").status, 404);
    EXPECT_TRUE(get("/sundsvall/statistics?period=2026-10").says("är inte publicerade"));
}

TEST_F(ReleasedPage, ShowsAllTogetherByCountyAndACountyByMunicipality) {
    release_september();
    const auto all = get("/statistics?period=2026-09");
    EXPECT_TRUE(all.says("Alla kommuner tillsammans, september 2026")) << all.html;
    EXPECT_TRUE(all.says("123 frågor")) << all.html;
    EXPECT_TRUE(all.says("Rapporterat: 2 av 2 kommunmånader")) << all.html;
    const auto county = get("/statistics?period=2026-09&of=county:SE-22");
    EXPECT_TRUE(county.says("Kommun för kommun")) << county.html;
    EXPECT_TRUE(county.says("Härnösand")) << county.html;
    EXPECT_EQ(get("/statistics?of=county:SE-99").status, 404);
}

TEST_F(ReleasedPage, IsThereAsJsonAndCsvWithoutACountOfWhatIsHidden) {
    release_september();
    const auto json = api("?of=municipality:2281&table=topic&period=2026-09");
    EXPECT_EQ(json["total"]["value"].as_integer(), 83);
    EXPECT_EQ(json["reported"]["months"].as_integer(), 1);
    for (const auto& row : json["rows"].items()) {
        if (row["key"].text() == "tax") {
            EXPECT_TRUE(row["suppressed"].as_bool() == true && row["value"].is_null());
        }
        if (row["key"].text() == "cv") {
            EXPECT_EQ(row["value"].as_integer(), 0);
        }
    }
    EXPECT_EQ(json["parts"].items().size(), 2u);
    const auto csv = get("/sundsvall/statistics.csv?table=topic&period=2026-09").html;
    EXPECT_NE(csv.find(";tax;Skatteverket;;hidden;1;"), std::string::npos) << csv;
    EXPECT_NE(csv.find(";*;Alla frågor;83;published;1;"), std::string::npos) << csv;
    for (const auto* wrong : {"?of=x", "?table=asker", "?period=2026-W40", "?of=municipality:9999"})
        EXPECT_EQ(get("/api/v1/released-statistics" + std::string(wrong)).status, 400) << wrong;
}

TEST_F(ReleasedPage, ShowsAllTablesOfAQuarterOnOnePageWithWhereHelpIsGiven) {
    world.log(sundsvall, "2026-09-15", 12, about({"print", "e_id"}, "desk"));
    world.log(sundsvall, "2026-09-15", 9, about({"tax"}, "desk"));         // so that no group has a topic that is hidden
    release_september();
    const auto quarter = get("/statistics/overview?period=2026-Q3");
    EXPECT_EQ(quarter.status, 200);
    for (const auto* words : {"144 frågor", "Vad man frågade om tillsammans", "Vad som var hindret", "Hjälp som gavs",
                              "Kön som det angavs", "Var och när hjälpen ges",
                              "Inget av den här tabellen visas för perioden"})
        EXPECT_TRUE(quarter.says(words)) << words << quarter.html;
    const auto month = get("/statistics/overview?period=2026-09");
    EXPECT_TRUE(month.says("Publiceras per kvartal och år: Vad man frågade om tillsammans")) << month.html;
    EXPECT_EQ(get("/sundsvall/statistics/overview?period=2026-Q3").status, 200);
    EXPECT_EQ(get("/sundsvall/statistics/overview?period=2026-Q3&place=desk").status, 200);
    EXPECT_TRUE(get("/statistics?table=together&period=2026-09").says("per kvartal och år"));
    EXPECT_EQ(api("?table=together&period=2026-09")["total"]["state"].text(), "not_released");
}

TEST_F(ReleasedPage, HasAPageOfEachBodyWithWhatPeopleCouldNotDoThemselves) {
    for (const auto* id : {sundsvall, harnosand}) {
        auto asked = about({"bank"});
        asked.body = "bank";
        for (const auto* barrier : {"no_e_id", "language"}) {
            asked.barrier = barrier;
            world.log(id, "2026-09-10", 30, asked);
        }
    }
    release_september();
    const auto page = get("/statistics/bodies/bank?period=2026-Q3");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("120 av 243 frågor")) << page.html;
    EXPECT_TRUE(page.says("Dolda, så att ingen kan kännas igen")) << "by quarter barriers of a body are told of large towns";
    EXPECT_TRUE(page.says("Län för län")) << page.html;
    EXPECT_TRUE(get("/sundsvall/statistics/bodies/bank?period=2026-Q3").says("60 av")) << "of one municipality";
    EXPECT_TRUE(get("/statistics/bodies/bank?period=2026-09").says("publiceras per kvartal och år"));
    EXPECT_EQ(get("/statistics/bodies/nobody").status, 404);
}

TEST_F(ReleasedPage, ShowsTheRevisionThatIsAskedForOrNone) {
    release_september();
    world.log(sundsvall, "2026-09-17", 50, about({"print"}, "desk"));
    world.releases.revise(2026, "A sheet more");
    world.versions.refresh();
    const std::string asked = "?of=municipality:2281&table=total&period=2026-09";
    EXPECT_EQ(api(asked)["total"]["value"].as_integer(), 133);
    EXPECT_EQ(api(asked + "&revision=1")["total"]["value"].as_integer(), 83);
    EXPECT_EQ(api(asked + "&revision=1")["revision"].as_integer(), 1);
    EXPECT_TRUE(get("/sundsvall/statistics?table=total&period=2026-09&revision=1").says("83 frågor"));
    for (const auto* wrong : {"9", "0", "x", "-1"}) {
        EXPECT_EQ(get("/api/v1/released-statistics" + asked + "&revision=" + wrong).status, 404) << wrong;
        EXPECT_EQ(get("/sundsvall/statistics?table=total&period=2026-09&revision=" + std::string(wrong)).status, 404) << wrong;
    }
}

TEST_F(ReleasedPage, SaysWhichNumbersStandAsTheyWereToldFirst) {
    release_september();
    world.log(sundsvall, "2026-09-17", 2, about({"print"}, "desk"));
    world.releases.revise(2026, "Two more");
    world.versions.refresh();
    const auto json = api("?of=municipality:2281&table=total&period=2026-09");
    EXPECT_EQ(json["total"]["value"].as_integer(), 83) << "two are too few to be told";
    EXPECT_EQ(json["total"]["as_first_told"].as_bool(), true);
    const auto page = get("/sundsvall/statistics?table=total&period=2026-09");
    EXPECT_TRUE(page.says("83 frågor*")) << page.html;
    EXPECT_TRUE(page.says("står som den först publicerades") || page.says("står som de först publicerades")) << page.html;
    EXPECT_NE(get("/sundsvall/statistics.csv?table=total&period=2026-09").html.find(";as_first_told"), std::string::npos);
}

TEST_F(ReleasedPage, IsMadeAnewWhenSomethingIsReleased) {
    EXPECT_TRUE(get("/statistics").says("Inget är publicerat än."));
    release_september();
    EXPECT_FALSE(get("/statistics").says("Inget är publicerat än.")) << "the kept page is not stale";
}

}  // namespace
}  // namespace digilots::releases
