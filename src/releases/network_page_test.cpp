// A network reads released tables alone, with who has reported; its key may do nothing else.
#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"
#include "releases/world_for_tests.h"

namespace digilots::releases {
namespace {

struct NetworkPage : ::testing::Test {
    static constexpr const char *sundsvall = "2281", *harnosand = "2280", *timra = "2262", *kramfors = "2282";
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server world{*database, clock};
    std::unique_ptr<http::Server> server;

    NetworkPage() {
        for (const auto* id : {sundsvall, harnosand}) world.activate(id);
        world.municipalities.save_network({"teo", "TEO", {sundsvall, harnosand, kramfors}});
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return world.municipalities.find_tenant(slug); };
        keeper.network_exists = [this](std::string_view key) { return world.municipalities.network(key).has_value(); };
        keeper.find_session = [](std::string_view name, base::Instant) { return person(name); };
        keeper.find_token = [](std::string_view token, base::Instant) {
            http::Identity identity = *person(token == "network" ? "viewer" : "guide");
            identity.token_id = "t";
            identity.scopes = {"statistics:public"};
            return std::optional(identity);
        };
        server = std::make_unique<http::Server>(http::ServerOptions{},
                                                routes(world.releases, world.municipalities, world.directory),
                                                std::move(keeper), html::error_page, clock);
    }
    static std::optional<http::Identity> person(std::string_view name) {
        http::Identity identity;
        identity.account_id = identity.session_id = name;
        if (name == "viewer") {
            identity.networks = {"teo"};
            return identity;
        }
        identity.municipality_id = sundsvall;
        identity.role = http::Role::guide;
        return identity;
    }
    testing::Page get(const char* who, const std::string& url) {
        testing::PageClient client(*server);
        client.cookies()["session"] = who;
        return client.get_once("/en" + url);
    }
    testing::Page api(const char* token, const std::string& url) {
        return testing::PageClient(*server).send(http::Method::get, "/api/v1/" + url, "",
                                                 {{"Authorization", std::string("Bearer ") + token}});
    }
    void release(const char* moment) {
        clock.set(testing::at(moment));
        world.releases.make_until(world.releases.due());
    }
    /// In September; two in Härnösand about taxes.
    void log_and_release() {
        for (const auto* id : {sundsvall, harnosand})
            for (const auto* topic : {"print", "bank", "e_id"}) world.log(id, "2026-09-15", 40, about({topic}));
        world.log(harnosand, "2026-09-16", 2, about({"tax"}));
        release("2026-10-12T09:00:00Z");
    }
};

TEST_F(NetworkPage, ShowsFromMunicipalityToNationWhatIsReleasedAndWhoHasReported) {
    EXPECT_TRUE(get("viewer", "/staff/network/teo/statistics").says("Nothing is released yet."));
    log_and_release();
    const auto page = get("viewer", "/staff/network/teo/statistics?period=2026-Q3");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("TEO, quarter 3, 2026")) << page.html;
    EXPECT_TRUE(page.says("242 questions")) << page.html;
    for (const auto* name : {"Sundsvall<", "Härnösand<", "TEO<", "Västernorrlands län<", "All municipalities together<"})
        EXPECT_TRUE(page.says(name)) << name;
    EXPECT_TRUE(page.says("Sundsvall: July 2026")) << page.html;
    EXPECT_TRUE(page.says("Kramfors does not take part yet.")) << page.html;
    EXPECT_TRUE(page.says(">2 of 3<")) << page.html;
    EXPECT_TRUE(page.says("Of the network nothing under 5 is told.")) << page.html;
    const auto csv = get("viewer", "/staff/network/teo/statistics.csv?period=2026-09&table=topic");
    EXPECT_TRUE(csv.says("network:teo;TEO;topic;2026-09;cv;")) << csv.html;
    EXPECT_TRUE(csv.says("municipality:2282;Kramfors;topic;2026-09;*;All questions;;not_reported;")) << csv.html;
    EXPECT_TRUE(csv.says("municipality:2281;Sundsvall;topic;2026-09;*;All questions;120;published;1;")) << csv.html;
    EXPECT_EQ(get("viewer", "/staff/network/teo/statistics?period=2026-09-15").status, 404) << "no day";
    EXPECT_EQ(get("viewer", "/staff/network/other/statistics").status, 404);
    EXPECT_EQ(get("guide", "/staff/network/teo/statistics").status, 404);
}

TEST_F(NetworkPage, SaysWhatWasSpecialInItsMunicipalitiesThen) {
    const WasSo campaign{WasSo::What::campaign, "Dare more", {base::parse_date("2026-09-14").value(),
                                                              base::parse_date("2026-09-20").value()}};
    const periods::Period one_day{base::parse_date("2026-09-03").value(), base::parse_date("2026-09-03").value()};
    world.was_so[sundsvall] = {campaign, {WasSo::What::closed, "The library", one_day}};
    world.was_so[harnosand] = {campaign};
    log_and_release();
    for (const auto* url : {"/staff/network/teo/statistics?period=2026-Q3", "/statistics?of=county:SE-22&period=2026-09",
                            "/statistics/overview?period=2026-09"}) {
        const auto page = get("viewer", url);
        EXPECT_TRUE(page.says("Campaign “Dare more”, 14 September 2026 – 20 September 2026: Sundsvall, Härnösand") ||
                    page.says("Campaign “Dare more”, 14 September 2026 – 20 September 2026: Härnösand, Sundsvall"))
            << url << page.html;
        EXPECT_TRUE(page.says("The library was closed, 3 September 2026: Sundsvall")) << url << page.html;
    }
    EXPECT_TRUE(get("viewer", "/sundsvall/statistics?period=2026-09").says("The library was closed, 3 September 2026<"));
    EXPECT_FALSE(get("viewer", "/harnosand/statistics?period=2026-09").says("was closed"));
    EXPECT_FALSE(get("viewer", "/sundsvall/statistics?period=2026-08").says("Dare more")) << "another month";
    EXPECT_TRUE(get("viewer", "/staff/network/teo/statistics.csv?period=2026-09")
                    .says("; The library was closed, 3 September 2026"));
    const auto json = base::parse_json(api("network", "networks/teo/statistics?period=2026-09").html).value();
    const auto was_so = json["released"]["was_so"].items();
    ASSERT_EQ(was_so.size(), 2u);
    for (const auto& one : was_so)
        EXPECT_EQ(one["municipalities"].items().size(), one["what"].text().starts_with("Campaign") ? 2u : 1u);
}

TEST_F(NetworkPage, FiguresAreMarkedAsPossiblyOutdatedAfterTheYearsThatAreChosen) {
    log_and_release();
    auto settings = world.municipalities.settings(sundsvall);
    settings.figures_hold = 1;
    world.municipalities.save_settings(sundsvall, settings);
    const auto is_marked = [&](const char* url) {
        const auto page = get("viewer", url);
        EXPECT_EQ(page.status, 200) << url;
        return page.says("Possibly outdated: these figures end on 30 September 2026.");
    };
    const auto *of_one = "/sundsvall/statistics?period=2026-09", *of_several = "/staff/network/teo/statistics?period=2026-09";
    EXPECT_FALSE(is_marked(of_one));
    clock.set(testing::at("2028-02-01T09:00:00Z"));
    EXPECT_TRUE(is_marked("/sundsvall/statistics/overview?period=2026-09"));
    EXPECT_FALSE(is_marked(of_several)) << "of several five years, as where nothing is chosen";
    clock.set(testing::at("2032-02-01T09:00:00Z"));
    EXPECT_TRUE(is_marked(of_several));
}

TEST_F(NetworkPage, IsThereForProgramsWithOneKey) {
    log_and_release();
    const auto answer = api("network", "networks/teo/statistics?measure=inquiries&period=2026-09&table=topic");
    ASSERT_EQ(answer.status, 200) << answer.html;
    const auto json = base::parse_json(answer.html).value();
    EXPECT_EQ(json["total"].as_integer(), 242);
    EXPECT_EQ(json["period"]["to"].text(), "2026-09-30");
    EXPECT_EQ(json["suppressed_below"].as_integer(), 5);
    ASSERT_EQ(json["rows"].items().size(), 3u);
    const auto kramfors_row = json["rows"].items()[2];
    EXPECT_TRUE(kramfors_row["value"].is_null() && kramfors_row["suppressed"].as_bool() == false) << answer.html;
    EXPECT_TRUE(kramfors_row["state"].text() == "not_reported" && kramfors_row["takes_part"].as_bool() == false);
    ASSERT_EQ(json["levels"].items().size(), 3u) << "the network, its county, all";
    EXPECT_EQ(json["levels"].items()[1]["of"].text(), "county:SE-22");
    for (const auto& row : json["released"]["rows"].items())
        if (row["key"].text() == "tax") {
            EXPECT_TRUE(row["suppressed"].as_bool() == true && row["value"].is_null()) << answer.html;
        }
    EXPECT_EQ(api("network", "networks/teo/statistics?from=2026-07-01&to=2026-09-30").status, 200) << "a whole quarter";
    for (const auto* wrong :
         {"measure=help_minutes", "from=2026-09-02&to=2026-09-30", "period=2026-W40", "topic=bank", "by=topic",
          "compare=year", "share=inquiries", "target=1"})
        EXPECT_EQ(api("network", std::string("networks/teo/statistics?") + wrong).status, 400) << wrong;
    EXPECT_EQ(api("network", "sundsvall/released-statistics").status, 404);
    EXPECT_EQ(api("own", "networks/teo/statistics").status, 404);
    const auto own = api("own", "sundsvall/released-statistics?period=2026-09&table=total");
    EXPECT_TRUE(own.status == 200 && own.says(R"("of":"municipality:2281")")) << own.html;
}

TEST_F(NetworkPage, OneSmallMemberDoesNotEmptyTheSum) {
    for (const auto* id : {timra, kramfors}) world.activate(id);
    world.municipalities.save_network({"teo", "TEO", {sundsvall, harnosand, timra, kramfors}});
    for (const auto& [id, number] :
         {std::pair(sundsvall, 90), std::pair(harnosand, 60), std::pair(timra, 30), std::pair(kramfors, 2)})
        world.log(id, "2026-09-15", number, about({"print"}));
    release("2026-10-12T09:00:00Z");
    const auto page = get("viewer", "/staff/network/teo/statistics?period=2026-09&table=total");
    EXPECT_TRUE(page.says("182 questions")) << page.html;
    const auto json = base::parse_json(api("network", "networks/teo/statistics?period=2026-09").html).value();
    int hidden = 0;
    for (const auto& row : json["rows"].items()) hidden += row["suppressed"].as_bool() == true;
    EXPECT_EQ(hidden, 2) << "it and one that protects it";
    EXPECT_TRUE(page.says("The numbers of 2 municipalities are hidden.")) << page.html;
}

}  // namespace
}  // namespace digilots::releases
