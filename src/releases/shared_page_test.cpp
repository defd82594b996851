// A link to a released table: who has the address sees the table until its last day, and nothing else.
#include "platform/base/json.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"
#include "releases/shared.h"
#include "releases/world_for_tests.h"

namespace digilots::releases {
namespace {

struct SharedTables : ::testing::Test {
    static constexpr const char *sundsvall = "2281", *harnosand = "2280";
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server world{*database, clock};
    std::unique_ptr<http::Server> server;

    SharedTables() {
        for (const auto* id : {sundsvall, harnosand}) world.activate(id);
        http::Gatekeeper keeper;
        keeper.find_tenant = [this](std::string_view slug) { return world.municipalities.find_tenant(slug); };
        server = std::make_unique<http::Server>(http::ServerOptions{},
                                                routes(world.releases, world.municipalities, world.directory),
                                                std::move(keeper), html::error_page, clock);
        world.log(sundsvall, "2026-09-15", 3, about({"tax"}));
        for (const auto* topic : {"print", "bank"}) world.log(sundsvall, "2026-09-15", 40, about({topic}));
        world.log(harnosand, "2026-09-15", 60, about({"bank"}));
        clock.set(testing::at("2026-10-12T09:00:00Z"));
        world.releases.make_until(world.releases.due());
    }
    register_::Records& links() { return world.releases.shared(); }
    register_::Surroundings around() { return links().around(sundsvall); }
    base::Result<register_::Record, register_::Refusal> add(register_::Draft draft) {
        if (!draft.contains("open_until")) draft["open_until"] = {"2026-12-31"};
        draft["title"] = {"Figures for the board"};
        return links().add(around(), draft, "coordinator");
    }
    static std::string path_of(const register_::Record& link) { return "/sundsvall/statistics/shared/" + link.text("secret"); }
    testing::Page get(const std::string& url) { return testing::PageClient(*server).get_once("/en" + url); }
};

TEST_F(SharedTables, EveryStatementRunsOnThisEngine) { register_::run_every_statement(links(), around()); }

TEST_F(SharedTables, WhoHasTheAddressSeesTheTableAsPageCsvAndJson) {
    const auto link = add({{"table_key", {"topic"}}, {"period", {"2026-09"}}});
    ASSERT_TRUE(link);
    EXPECT_GE(link->text("secret").size(), 40u) << "nobody guesses it";
    const auto page = get(path_of(*link));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Figures for the board")) << page.html;
    EXPECT_TRUE(page.says("83 questions")) << page.html;
    EXPECT_TRUE(page.says("Hidden, so that nobody can be recognised")) << page.html;
    const auto csv = get(path_of(*link) + "/table.csv");
    EXPECT_TRUE(csv.says(";tax;The Swedish Tax Agency;;hidden;1;") || csv.says(";hidden;1;")) << csv.html;
    const auto json = base::parse_json(get(path_of(*link) + "/table.json").html).value();
    EXPECT_EQ(json["total"]["value"].as_integer(), 83);
    for (const auto* what : {"", "/table.csv", "/table.json"}) {
        const auto answer = testing::PageClient(*server).send(http::Method::get, "/en" + path_of(*link) + what, "", {});
        EXPECT_EQ(answer.header("Cache-Control"), "no-store") << what;
        EXPECT_EQ(answer.header("Referrer-Policy"), "no-referrer") << what;
    }
    EXPECT_EQ(get("/sundsvall/statistics/shared/guessed").status, 404);
    EXPECT_EQ(get("/harnosand/statistics/shared/" + link->text("secret")).status, 404) << "of another municipality";
}

TEST_F(SharedTables, TheNewestOneComesWhenItIsReleased) {
    const auto link = add({{"table_key", {"total"}}, {"period", {"month"}}});
    EXPECT_TRUE(get(path_of(*link)).says("September 2026"));
    world.log(sundsvall, "2026-10-15", 70, about({"print"}));
    world.log(harnosand, "2026-10-15", 70, about({"print"}));
    clock.set(testing::at("2026-11-12T09:00:00Z"));
    EXPECT_TRUE(get(path_of(*link)).says("September 2026")) << "nothing before it is released";
    world.releases.make_until(world.releases.due());
    EXPECT_TRUE(get(path_of(*link)).says("70 questions"));
}

TEST_F(SharedTables, IsClosedAfterItsLastDayAndWhereItsUseWasEnded) {
    const auto until = add({{"open_until", {"2026-10-31"}}}), ended = add({{"period", {"2026-09"}}});
    EXPECT_EQ(get(path_of(*until)).status, 200);
    ASSERT_TRUE(links().set_use(around(), ended->id, register_::Records::Use::ended, "coordinator", base::Seen::anything()));
    for (const auto* what : {"", "/table.csv", "/table.json"}) EXPECT_EQ(get(path_of(*ended) + what).status, 410) << what;
    EXPECT_FALSE(get(path_of(*ended)).says("83 questions"));
    clock.set(testing::at("2026-10-31T22:59:00Z"));
    EXPECT_EQ(get(path_of(*until)).status, 200) << "still its last day in Sweden";
    clock.set(testing::at("2026-10-31T23:01:00Z"));
    EXPECT_EQ(get(path_of(*until)).status, 410);
    EXPECT_TRUE(get(path_of(*until)).says("This link is closed."));
}

TEST_F(SharedTables, IsOpenForTwoYearsAtMostAndOfAPlaceShowsWhatIsReleasedOfIt) {
    for (const auto* day : {"2026-10-11", "2028-12-31"}) EXPECT_FALSE(add({{"open_until", {day}}})) << day;
    register_::Record record;
    record.columns = {{"title", std::string("A place")}, {"table_key", std::string("topic")}, {"place", std::string("desk")},
                      {"period", std::string("month")}, {"open_until", std::string("2026-12-31")}};
    register_::Problems problems;
    links().declaration().rules({record, {}, around()}, problems);
    EXPECT_EQ(problems.size(), 1u) << "by year alone";
}

TEST_F(SharedTables, AreDeletedWhenTheyHaveBeenClosedForLong) {
    add({{"open_until", {"2026-10-31"}}});
    add({{"open_until", {"2027-10-31"}}});
    const auto rule = shared_rules().front();
    database->write([&](db::Connection& connection) {
        EXPECT_EQ(rule.held(connection, sundsvall), 2);
        const Due due{sundsvall, testing::at("2026-11-30T00:00:00Z"), testing::at("2027-05-30T00:00:00Z")};
        EXPECT_EQ(rule.due(connection, due), 1);
        EXPECT_EQ(rule.remove(connection, due, 10), 1);
        EXPECT_EQ(rule.remove(connection, due, 10), 0);
    });
}

}  // namespace
}  // namespace digilots::releases
