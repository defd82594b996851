// The demo: complete made-up municipalities, which stand in no list, rank or sum of real ones; and one of before brought over.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "accounts/demo.h"
#include "app/command.h"
#include "app/demo.h"
#include "app/elsewhere_page.h"
#include "app/installation.h"
#include "platform/base/embedded.h"
#include "platform/http/server.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::app {
namespace {

constexpr std::int64_t few = 700;
constexpr const char* examples[] = {"lotsby", "losvik"};

struct DemoWorld {
    base::TestClock clock{testing::at("2026-11-26T13:00:00Z")};     // a Thursday
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    Application application{*database, "", clock};
    std::unique_ptr<http::Server> server;

    void serve() {
        auto keeper = application.gatekeeper();
        // The session says whose administrator it is: "lotsby".
        keeper.find_session = [](std::string_view session, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.account_id = "account-1";
            identity.session_id = session;
            identity.municipality_id = session;
            identity.role = http::Role::administrator;
            return identity;
        };
        http::ServerOptions options;
        options.rate_limits = false;
        server = std::make_unique<http::Server>(options, application.routes(), std::move(keeper),
                                                error_page_for(application.routes(), application.municipalities), clock);
    }
    testing::PageClient administrator(const std::string& municipality) {
        testing::PageClient client(*server);
        client.cookies()["session"] = municipality;
        return client;
    }
    testing::PageClient visitor() { return testing::PageClient(*server); }
};

/// Loading takes seconds in a debug build: one for all tests that only read.
DemoWorld& loaded() {
    static DemoWorld world;
    static const bool once = [] {
        load_demo(world.application, {.inquiries = few});
        world.serve();
        return true;
    }();
    static_cast<void>(once);
    return world;
}

/// What lists say where nothing stands in them.
std::vector<std::string> words_of_nothing(const Application& application) {
    std::vector<std::string> words{"Nothing was counted in this period.", "No entries in this period.",
                                   "No figures have been fetched", "Nobody works in this unit."};
    for (const auto* records : all_of(application.slices, &Slice::registers))
        if (const auto empty = records->declaration().words.empty; empty.id[0]) words.emplace_back(empty.id);
    return words;
}

TEST(Demo, EveryEntryOfEveryMenuHasSomethingToSeeInBoth) {
    auto& world = loaded();
    const auto nothing = words_of_nothing(world.application);
    for (const std::string example : examples) {
        auto somebody = world.administrator(example);
        int seen = 0;
        for (const auto& entry : menu_of(world.application.slices)) {
            const auto page = somebody.get("/en/" + example + entry.path);
            EXPECT_EQ(page.status, 200) << example << entry.path;
            for (const auto& words : nothing) EXPECT_FALSE(page.says(words)) << example << entry.path << ": " << words;
            EXPECT_TRUE(page.says("is made up")) << example << entry.path;
            ++seen;
        }
        EXPECT_GT(seen, 12);
        for (const auto* path : {"/staff/progress/evaluations", "/staff/directory/places", "/staff/directory/services",
                                 "/staff/directory/e-services", "/staff/directory/contacts", "/staff/directory/to-complete",
                                 "/progress/wheel", "/progress/wheel/years", "/staff/progress/goals"}) {
            const auto page = somebody.get("/en/" + example + path);
            EXPECT_EQ(page.status, 200) << path;
            for (const auto& words : nothing) EXPECT_FALSE(page.says(words)) << example << path << ": " << words;
        }
    }
}

TEST(Demo, ShowsRhythmsOfUnitsUnitsConcernedAndWhoSeesToPrivacy) {
    auto& world = loaded();
    for (const std::string example : examples) {
        auto somebody = world.administrator(example);
        const std::string staff = "/en/" + example + "/staff/";
        EXPECT_FALSE(somebody.get(staff + "review-dates").says("No unit has said how often")) << example;
        EXPECT_TRUE(somebody.get(staff + "people").says("Sees to privacy")) << example;
        const auto units = world.application.organisation.units(example);
        const bool is_any = std::ranges::any_of(*units, [&](const auto& unit) {
            return !somebody.get(staff + "inquiries?from=2025-11-27&to=2026-11-26&body_unit=" + unit.id).says("No entries");
        });
        EXPECT_TRUE(is_any) << example;
    }
}

TEST(Demo, NobodyIsSentToWhoAnswersForAnotherFieldAlone) {
    auto& world = loaded();
    auto somebody = world.visitor();
    for (const std::string asked : {"specialkost", "bygglov", "skolskjuts", "f%C3%A4rdtj%C3%A4nst"}) {
        const auto answer = somebody.send(http::Method::get, "/api/v1/lotsby/search?q=" + asked).html;
        const auto recycling = answer.find("tervinningscentralen"), best = answer.find("\"title\":");
        ASSERT_NE(best, std::string::npos) << answer;
        const auto second = answer.find("\"title\":", best + 1);
        EXPECT_TRUE(recycling == std::string::npos || (second != std::string::npos && recycling > second + 60))
            << asked << ": " << answer;
    }
}

TEST(Demo, EveryFileAndAnswerOfAMadeUpOneSaysSo) {
    auto& world = loaded();
    for (const std::string example : examples) {
        auto somebody = world.administrator(example);
        const auto places = world.application.directory.snapshot(example)->places;
        const std::string place = "/places/" + places.front().slug;
        for (const auto& path : {place + "/leaflet.pdf", place + "/leaflet.odt", place + "/calendar.ics",
                                 std::string("/staff/phone-list.pdf"), std::string("/staff/phone-list.odt"),
                                 std::string("/staff/statistics.csv"), std::string("/staff/directory/places/table"),
                                 std::string("/staff/inquiries/table.xlsx"), std::string("/progress/wheel.svg"),
                                 std::string("/progress/wheel.csv")}) {
            const auto file = somebody.send(http::Method::get, "/" + example + path);
            EXPECT_EQ(file.status, 200) << path;
            EXPECT_EQ(file.header("Digilots-Made-Up"), "true") << path;
            const auto name = file.header("Content-Disposition");
            EXPECT_TRUE(name.empty() || name.find("filename=\"made-up-") != name.npos) << path << name;
        }
        for (const auto* list : {"places", "e-services"})
            EXPECT_TRUE(somebody.send(http::Method::get, "/api/v1/" + example + "/" + list).html.contains("\"made_up\":true"));
        const auto printed = testing::read_pdf(somebody.send(http::Method::get, "/en/" + example + place + "/leaflet.pdf").html);
        EXPECT_NE(printed.text.find("(made up)"), std::string::npos) << printed.text;
    }
    auto somebody = world.administrator("lotsby");
    const auto real = somebody.send(http::Method::get, "/api/v1/sundsvall/places");
    EXPECT_EQ(real.header("Digilots-Made-Up"), "");
    EXPECT_FALSE(real.html.contains("made_up"));
}

TEST(Demo, MadeUpOnesHaveAccountsOfEachRoleALogThatFitsItsCountsAndAClosedEvaluation) {
    auto& world = loaded();
    for (const std::string example : examples) {
        std::set<http::Role> roles;
        for (const auto& account : world.application.accounts.accounts_of(example)) roles.insert(account.role.value());
        EXPECT_EQ(roles.size(), 4u);
        const auto evaluations = world.application.progress.evaluations(example);
        ASSERT_EQ(evaluations.size(), 2u) << example;
        EXPECT_TRUE(evaluations[1].closed_at);
        EXPECT_FALSE(evaluations[0].closed_at);
        const auto wheel = world.application.progress.wheel(example);
        EXPECT_EQ(wheel.year, 2025);
        int coloured = 0;
        for (const auto& goal : wheel.goals)
            for (const auto& target : goal.targets) coloured += target.colour() != indicators::Colour::unknown;
        EXPECT_GT(coloured, 6) << example;
        EXPECT_EQ(wheel.own_goals.size(), 3u);
        const auto tenant = world.application.municipalities.find_tenant(example).value();
        const auto recent = world.application.referral.recent(tenant, 500);
        EXPECT_GT(recent.size(), 40u);
        EXPECT_GT(std::ranges::count(recent, referral::ReferralOutcome::answered, &referral::Referred::outcome), 10);
    }
    EXPECT_TRUE(world.application.inquiries.check_counts().empty());
}

TEST(Demo, MadeUpOnesStandInNoListRankOrSumOfRealOnes) {
    auto& world = loaded();
    auto visitor = world.visitor();
    for (const auto* url : {"/wheels", "/sitemap.xml", "/sitemap-common.xml", "/accessibility", "/program", "/en/?q=lo",
                            "/indicators/N15472", "/indicators/N15472/figures.csv", "/api/v1/indicators/N15472/distribution"}) {
        const auto page = visitor.get(url);
        EXPECT_EQ(page.status, 200) << url;
        for (const auto* id : {"losvik/sitemap", "Provkommun", "provkommun"}) EXPECT_FALSE(page.says(id)) << url << id;
        const bool is_start = std::string_view(url) == "/en/?q=lo";     // which leads to both
        EXPECT_TRUE(is_start || !page.says("otsby")) << url;
    }
    EXPECT_EQ(visitor.get("/lotsby/sitemap.xml").status, 404);
    EXPECT_TRUE(visitor.get("/lotsby/").says("noindex"));
    EXPECT_FALSE(visitor.get("/sundsvall/").says("noindex"));
    const auto& indicators = world.application.indicators;
    const auto all = indicators.distribution("", {.indicator = "N15472"});
    EXPECT_EQ(all.values.size() + all.missing.size(), 290u);
    EXPECT_FALSE(indicators.standing("lotsby", {.indicator = "N15472"}).value) << "an official indicator knows no made-up one";
    EXPECT_TRUE(indicators.standing("lotsby", {.indicator = "made-up:N15472"}).value);
    EXPECT_FALSE(indicators.standing("2281", {.indicator = "made-up:N15472"}).value);
    EXPECT_EQ(visitor.get("/sundsvall/progress/indicators/made-up%3AN15472").status, 404);
    EXPECT_EQ(visitor.get("/indicators/made-up%3AN15472").status, 404);
    EXPECT_EQ(visitor.get("/lotsby/progress/indicators/made-up%3AN15472").status, 200);
    for (const auto& found : indicators.search("skola", 200)) EXPECT_FALSE(found.made_up) << found.id;
    for (const auto& network : world.application.municipalities.networks())
        for (const auto& member : network.members)
            EXPECT_EQ(municipality::find_made_up(member) != nullptr, is_made_up(network)) << network.key;
}

TEST(Demo, TheNetworkOfMadeUpOnesHasSomethingToSeeOnEachPageAndSaysWhatItIs) {
    auto& world = loaded();
    auto visitor = world.visitor();
    for (const std::string below : {"", "/figures", "/comparison", "/offers", "/feedback"}) {
        const auto page = visitor.get("/en/networks/lotsby-losvik" + below);
        EXPECT_EQ(page.status, 200) << below;
        EXPECT_TRUE(page.says("is made up") && page.says("noindex")) << below;
    }
    const auto answer = visitor.send(http::Method::get, "/api/v1/networks/lotsby-losvik");
    EXPECT_EQ(answer.header("Digilots-Made-Up"), "true");
    auto somebody = world.administrator("lotsby");
    const std::string staff = "/en/lotsby/staff/networks/lotsby-losvik";
    EXPECT_TRUE(somebody.get(staff).says("Copy it")) << "what Losvik shares";
    EXPECT_TRUE(somebody.get(staff + "/figures").says("Not approved")) << "the newest quarter is still open";
    const auto locked = somebody.get(staff + "/figures?period=2026-Q2");
    EXPECT_TRUE(locked.says("Locked on") && locked.says("revision 2 after the lock")) << locked.html;
    EXPECT_TRUE(somebody.get("/en/lotsby/staff/network/keys").says("Provkommun 001"));
}

TEST(Demo, AMappingAsksInTheMunicipalitysOwnLanguage) {
    auto somebody = loaded().administrator("losvik");
    const auto page = somebody.get("/losvik/staff/needs/questions");
    EXPECT_TRUE(page.says("Hvilke behov for støtte finnes?") && !page.says("Vilka behov av stöd finns?")) << page.html;
}

TEST(Demo, ATableThatIsNotToldOfAMonthLeadsToATimeThatTellsIt) {
    int leading = 0;
    for (const std::string table : {"topic", "body", "channel", "outcome", "language", "age_band", "gender"}) {
        const auto month = loaded().visitor().get("/en/lotsby/statistics?period=2026-10&table=" + table);
        if (!month.says("It is told of:")) continue;
        const auto quarter = month.link("quarter 3, 2026");
        leading += loaded().visitor().get(quarter).says("Nothing of this table is told of this period") ? -100 : 1;
    }
    EXPECT_GT(leading, 0) << "one at least, and none that leads to nothing";
}

TEST(Demo, TheStartPageLeadsToBothAndAnEmptyPageOfARealOneToTheSameOfAMadeUpOne) {
    auto& world = loaded();
    const auto start = world.visitor().get("/en/");
    EXPECT_TRUE(start.says("href=\"/en/lotsby/\""));
    EXPECT_TRUE(start.says("href=\"/en/losvik/\""));
    EXPECT_LT(start.html.find("/lotsby/"), start.html.find("/sundsvall/")) << "first of all";
    auto somebody = world.administrator("2281");
    for (const std::string path : {"/staff/inquiries", "/staff/functions", "/staff/settings/units", "/staff/settings/topics",
                                   "/staff/statistics", "/staff/progress/evaluations", "/staff/"}) {
        const auto page = somebody.get("/en/sundsvall" + path);
        EXPECT_TRUE(page.says("href=\"/en/lotsby" + path + "\"")) << path;
    }
    EXPECT_FALSE(somebody.get("/en/sundsvall/staff/inquiries?topic=bank").says("/lotsby/")) << "a part alone may be empty";
    const auto wheel = world.visitor().get("/en/wheels/oslo");
    EXPECT_TRUE(wheel.says("href=\"/en/losvik/progress/wheel\""));
}

TEST(Demo, EverybodyReadsWhatWasReleasedOfTheMadeUpOnes) {
    for (const std::string slug : {"lotsby", "losvik"}) {
        const auto page = loaded().visitor().get("/en/" + slug + "/statistics");
        EXPECT_TRUE(page.says("How this was counted") && !page.says("Nothing is released yet")) << page.html;
    }
}

TEST(Demo, FiguresEndWhereTheLogEndsAndSaySo) {
    auto& world = loaded();
    auto somebody = world.administrator("lotsby");
    EXPECT_FALSE(somebody.get("/en/lotsby/staff/statistics").says("The figures end on"));
    world.clock.advance(std::chrono::hours(24 * 60));
    const auto later = somebody.get("/en/lotsby/staff/statistics");
    const auto last = world.application.inquiries.measures().front().last_day("lotsby");
    ASSERT_TRUE(last && *last >= base::parse_date("2026-11-24").value());
    EXPECT_TRUE(later.says("The figures end on " + i18n::translator("en").date(*last) + ": nothing has been logged since then."));
    EXPECT_TRUE(later.says("<strong>–</strong>")) << "what is not there is no zero";
    world.clock.advance(-std::chrono::hours(24 * 60));
}

TEST(Demo, IsTheSameForTheSameSeed) {
    const auto topics_of = [](std::uint64_t seed) {
        DemoWorld world;
        load_demo(world.application, {.inquiries = 60, .seed = seed});
        std::map<std::string, std::int64_t> counted;
        for (const auto& measure : world.application.inquiries.measures()) {
            if (measure.key != "inquiries") continue;
            const measures::Query query{{"lotsby", "losvik"}, {base::parse_date("2025-01-01").value(),
                                                               base::parse_date("2026-12-31").value()}, {"topic", "channel"}, {}};
            for (const auto& row : measure.figures(query))
                counted[row.dimensions.at("topic") + row.dimensions.at("channel")] = row.value.amount;
        }
        return counted;
    };
    const auto once = topics_of(1);
    EXPECT_EQ(once, topics_of(1));
    EXPECT_NE(once, topics_of(2));
}

TEST(Demo, IsMadeInYearsToComeToo) {
    for (const int days : {30, 800}) {
        DemoWorld world;
        world.clock.advance(std::chrono::hours(24 * days));
        load_demo(world.application, {.inquiries = 60});
        EXPECT_TRUE(world.application.inquiries.check_counts().empty());
    }
}

TEST(Demo, MakesMoreForMeasuringWithLogsOnly) {
    DemoWorld world;
    load_demo(world.application, {.municipalities = 3, .inquiries = 60});
    world.serve();
    EXPECT_TRUE(world.application.municipalities.is_active("provkommun-003"));
    EXPECT_FALSE(world.application.municipalities.is_active("provkommun-004"));
    EXPECT_TRUE(world.visitor().get("/en/provkommun-002/").says("is made up"));
    EXPECT_FALSE(world.visitor().get("/en/").says("rovkommun"));
    EXPECT_TRUE(world.application.inquiries.check_counts().empty());
    auto somebody = world.administrator("provkommun-002");
    EXPECT_FALSE(somebody.get("/en/provkommun-002/staff/inquiries?from=2026-01-01&to=2026-11-26").says("No entries"));
    EXPECT_TRUE(world.visitor().get("/en/provkommun-002/progress/wheel").says("made up"));
}

TEST(Demo, OfBeforeIsBroughtOverWithoutLossAndLoadedAgainKeepsWhatWasChanged) {
    DemoWorld world;
    auto& application = world.application;
    // As the demo was before: real municipalities, example phones, accounts, made-up figures of Norway's real ones.
    save_installation_fact(*world.database, "demo", "yes");
    const auto mapping = base::embedded_file("data/demo/mapping.json");
    directory::apply_import(*world.database, application.municipalities,
                            directory::plan_import(*world.database, mapping.value(), "mapping.json"), world.clock.now());
    accounts::load_demo(application.accounts, {});
    indicators::load_shipped_figures(*world.database, world.clock);
    indicators::load_made_up_figures(*world.database, world.clock);
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    inquiries::Inquiry asked;
    asked.topics = {"bank"};
    asked.channel = "visit";
    asked.outcome = "answered";
    const auto logged = application.inquiries.log(tenant, asked, "account", "", "");
    ASSERT_TRUE(logged);
    const auto places = application.directory.snapshot("2281")->places.size();
    const auto people = application.accounts.accounts_of("2281").size();
    const auto oslo = [&] {
        return application.indicators.standing("0301", {.indicator = "kostra:11816:KOSandelgsavalle0000"}).value.has_value();
    };
    EXPECT_TRUE(oslo());

    EXPECT_EQ(load_demo(application, {.inquiries = 60}), DemoLoaded::before);
    EXPECT_TRUE(application.inquiries.find(tenant, logged->id));
    EXPECT_EQ(application.directory.snapshot("2281")->places.size(), places);
    EXPECT_EQ(application.accounts.accounts_of("2281").size(), people);
    EXPECT_FALSE(oslo()) << "what is made up stands in made-up municipalities";
    EXPECT_TRUE(application.municipalities.is_active("losvik"));
    EXPECT_TRUE(application.indicators.standing("losvik", {.indicator = "made-up:kostra:12134:KOSAGD230000"}).value);

    world.serve();
    auto somebody = world.administrator("lotsby");
    const auto snapshot = application.directory.snapshot("lotsby");
    const auto bus = std::ranges::find(snapshot->places, "Bokbussen Fyren", &directory::Place::name);
    ASSERT_NE(bus, snapshot->places.end());
    const std::string url = "/lotsby/staff/directory/places/" + bus->id;
    EXPECT_TRUE(somebody.submit(somebody.get(url), {{"name", "Bokbussen Vågen"}}, "", url).says("Saved."));
    const auto measure = application.inquiries.measures().front();
    const periods::Period ever{base::parse_date("2025-01-01").value(), base::parse_date("2026-12-31").value()};
    const measures::Query query{{"lotsby"}, ever, {}, {}};
    const auto before = measures::total_of(measure, measure.figures(query));
    EXPECT_EQ(load_demo(application, {.inquiries = 60}), DemoLoaded::before);
    const auto again = application.directory.snapshot("lotsby");
    EXPECT_EQ(again->places.size(), snapshot->places.size());
    EXPECT_NE(std::ranges::find(again->places, "Bokbussen Vågen", &directory::Place::name), again->places.end());
    EXPECT_EQ(measures::total_of(measure, measure.figures(query)), before);
}

TEST(Demo, IsNotMadeBesideRealData) {
    DemoWorld world;
    const auto* sundsvall = municipality::Municipalities::find("sundsvall");
    world.application.municipalities.activate(sundsvall->id, municipality::default_settings(*sundsvall));
    EXPECT_THROW(load_demo(world.application, {.inquiries = 60}), CommandError);
    EXPECT_FALSE(world.application.municipalities.is_active("lotsby"));
}

TEST(Demo, TheReadmeSaysHowOneSignsIn) {
    const char* source = std::getenv("DIGILOTS_SOURCE");
    std::ifstream file(std::string(source ? source : ".") + "/README.md");
    const std::string readme((std::istreambuf_iterator<char>(file)), {});
    EXPECT_NE(readme.find(accounts::demo_password), readme.npos);
    for (const char* role : {"guide", "library", "editor", "coordinator", "administrator"})
        EXPECT_NE(readme.find(std::string(role) + "@lotsby.example"), readme.npos) << role;
}

}  // namespace
}  // namespace digilots::app
