// Fetching from Statistics Norway's PxWeb as its user guide describes it, and as it may misbehave. Every figure is MADE UP.
#include <gtest/gtest.h>

#include "indicators/figures/played_kolada_for_tests.h"
#include "indicators/figures/played_kostra_for_tests.h"

namespace digilots::indicators {
namespace {

using testing::Reply;

Reply played(int status, std::string body, std::vector<std::pair<std::string, std::string>> headers = {}) {
    return {status, std::move(body), "application/json", std::move(headers), Reply::Manner::usual};
}

const std::string share = "kostra:13502:KOSandel150000", others = "kostra:13502:KOSbarnaav0000";
const std::string doctors = "kostra:12005:KOSa0000";

struct KostraSync : FigureWorld {
    PlayedKostra kostra;

    KostraSync() {
        kostra.tables["13502"].contents = {"KOSandel150000", "KOSunasked0000", "KOSbarnaav0000"};
        kostra.tables["13502"].cells = {{"KOSandel150000 0301 2024", {"91.5", ""}},
                                        {"KOSandel150000 1151 2023", {"null", "."}},
                                        {"KOSandel150000 1151 2024", {"null", ":"}},
                                        {"KOSandel150000 1860 2023", {"null", ".."}},
                                        {"KOSandel150000 1860 2024", {"null", "..."}}};
        kostra.tables["12005"].contents = {"KOSa0000"};
    }

    Run fetch(std::vector<std::string> wanted = {share, others, doctors}, const std::function<bool()>& stopping = {}) {
        const auto source = kostra_source(kostra.address(), patience());
        SyncWishes wishes;
        wishes.indicators = std::move(wanted);
        wishes.stopping = stopping;
        clock.advance(std::chrono::hours(1));
        const auto run = indicators::sync(*database, clock, *source, wishes);
        return run;
    }
    std::string failed() {
        try {
            fetch();
            return "";
        } catch (const SourceError& error) {
            return error.what();
        }
    }
    Missing missing(const std::string& municipality, const std::string& indicator, int year) {
        Question question{indicator};
        question.year = year;
        return indicators.standing(municipality, question).missing;
    }
    void expect_figures() {
        EXPECT_EQ(value("0301", share, 2024), 91.5);
        EXPECT_EQ(value("0301", share, 2023), 7);
        EXPECT_EQ(value("NO-1860", others, 2024), 7);
        EXPECT_EQ(missing("1151", share, 2023), Missing::not_applicable);
        EXPECT_EQ(missing("1151", share, 2024), Missing::secret);
        EXPECT_EQ(missing("NO-1860", share, 2023), Missing::not_reported);
        EXPECT_EQ(missing("NO-1860", share, 2024), Missing::not_published);
    }
};

TEST(KostraSync, AsksForTheWantedColumnsOfTodaysMunicipalitiesAlone) {
    KostraSync world;
    const auto run = world.fetch();
    EXPECT_EQ(run.outcome, "done");
    world.expect_figures();
    EXPECT_EQ(world.value("0301", doctors, 2024), 7);
    EXPECT_EQ(world.kostra.posted.size(), 2u);
    for (const auto& body : world.kostra.posted) {
        EXPECT_EQ(body.find("KOSunasked0000"), std::string::npos);
        EXPECT_EQ(body.find("EAK"), std::string::npos) << "the whole country";
        EXPECT_EQ(body.find("0814"), std::string::npos) << "a municipality of former times";
        EXPECT_NE(body.find(R"("response":{"format":"json-stat2"})"), std::string::npos);
    }
    EXPECT_FALSE(world.indicators.find("kostra:13502:KOSunasked0000"));
    EXPECT_EQ(world.fetch().values_added, 0) << "the same again changes nothing";
}

TEST(KostraSync, AWholeTableCanBeWantedBesideSingleColumns) {
    KostraSync world;
    world.fetch({"13502", share});
    EXPECT_TRUE(world.indicators.find("kostra:13502:KOSunasked0000"));
    world.expect_figures();
}

TEST(KostraSync, MakesSmallerQuestionsWhereThereAreTooManyCells) {
    KostraSync world;
    world.kostra.most_cells = 2;
    EXPECT_EQ(world.fetch().outcome, "done");
    world.expect_figures();
    world.kostra.most_cells = 0;
    EXPECT_NE(world.failed().find("refuses even the smallest question"), std::string::npos);
}

TEST(KostraSync, WaitsWhenItAsksTooOften) {
    KostraSync world;
    int refused = 0;
    world.kostra.misbehave = [&](const std::string&, const std::string&) -> std::optional<Reply> {
        if (++refused > 3) return std::nullopt;
        return played(429, "Too many queries", {{"Retry-After", "12"}});
    };
    EXPECT_EQ(world.fetch().outcome, "done");
    world.expect_figures();
    ASSERT_EQ(world.waits.size(), 3u);
    EXPECT_GE(world.waits[0], std::chrono::seconds(12)) << "as long as it is told";
}

TEST(KostraSync, TakesNothingFromAnAnswerThatIsNoneAndGoesOnWhereItWas) {
    const std::vector<std::string> wrong{"<!DOCTYPE html><html>Maintenance</html>", R"({"errors":[]})",
                                         R"({"class":"dataset","version":"2.0","id":["KOKk)"};
    for (const auto& text : wrong) {
        KostraSync world;
        world.kostra.misbehave = [&](const std::string& target, const std::string& body) -> std::optional<Reply> {
            if (!target.ends_with("13502") || body.empty()) return std::nullopt;
            return played(200, text);
        };
        EXPECT_NE(world.failed(), "") << text;
        EXPECT_TRUE(world.indicators.years(share).empty()) << text;
        EXPECT_EQ(world.value("0301", doctors, 2024), 7) << "what was done stays";
        EXPECT_EQ(world.indicators.runs(1).at(0).outcome, "failed");
        world.kostra.misbehave = {};
        world.kostra.posted.clear();
        EXPECT_EQ(world.fetch().outcome, "done");
        EXPECT_EQ(world.kostra.posted.size(), 1u) << "only what was left";
        world.expect_figures();
    }
}

TEST(KostraSync, GivesUpOnAServerInTroubleAndSaysSo) {
    KostraSync world;
    world.kostra.misbehave = [](const std::string&, const std::string&) { return played(500, ""); };
    EXPECT_NE(world.failed().find("trouble (500)"), std::string::npos);
    EXPECT_EQ(world.waits.size(), 3u) << "between four tries";
}

TEST(KostraSync, AColumnOrATableThatIsGoneDoesNotStopTheOthers) {
    KostraSync world;
    world.fetch();
    std::erase(world.kostra.tables["13502"].contents, "KOSbarnaav0000");
    world.kostra.tables.erase("12005");
    world.kostra.tables["13502"].cells["KOSandel150000 0301 2024"] = {"92", ""};
    const auto run = world.fetch();
    EXPECT_EQ(run.outcome, "done");
    EXPECT_EQ(run.values_revised, 1);
    EXPECT_EQ(run.indicators_removed, 2);
    EXPECT_EQ(world.value("0301", others, 2024), 7) << "old figures stay";
    EXPECT_EQ(world.fetch().indicators_removed, 0) << "told once";
}

TEST(KostraSync, AValueThatIsTakenBackIsWithdrawnWithTheReason) {
    KostraSync world;
    world.fetch();
    world.kostra.tables["13502"].cells["KOSandel150000 0301 2024"] = {"null", ":"};
    EXPECT_EQ(world.fetch().values_withdrawn, 1);
    EXPECT_EQ(world.missing("0301", share, 2024), Missing::secret);
}

TEST(MadeUpFigures, GiveEveryNorwegianMunicipalityFiguresThatAreMarked) {
    FigureWorld world;
    EXPECT_TRUE(load_made_up_figures(*world.database, world.clock));
    EXPECT_FALSE(load_made_up_figures(*world.database, world.clock));
    const auto found = world.indicators.find(share);
    ASSERT_TRUE(found && found->made_up);
    EXPECT_EQ(found->figures_from(), "made-up-test-figures");
    EXPECT_EQ(found->country, "NO");
    Question newest{share};
    int with_figures = 0;
    for (const auto& one : municipality::Municipalities::all()) {
        if (one.country == "NO") with_figures += world.indicators.standing(one.id, newest).value.has_value();
    }
    EXPECT_EQ(with_figures, 357);
    EXPECT_FALSE(world.indicators.find("N00209")->made_up);
    EXPECT_EQ(world.indicators.runs(1).at(0).kind, "made up");
    EXPECT_FALSE(last_sync(*world.database, "kostra", world.clock.now()))
        << "nothing was fetched: the schedule does not wait for it";
}

TEST(MadeUpFigures, GoWholeAndForGoodWhenRealOnesCome) {
    KostraSync world;
    load_made_up_figures(*world.database, world.clock);
    world.fetch({share});
    EXPECT_FALSE(world.indicators.find(share)->made_up);
    EXPECT_EQ(world.indicators.years(share), (std::vector<int>{2023, 2024})) << "no invented year beside fetched ones";
    EXPECT_FALSE(world.value("3103", share, 2024)) << "nor an invented municipality";
    EXPECT_EQ(world.value("0301", share, 2024), 91.5);
    EXPECT_TRUE(world.indicators.find("kostra:13502:KOSandel350000")->made_up) << "of which nothing came";
    load_made_up_figures(*world.database, world.clock);
    EXPECT_FALSE(world.indicators.find(share)->made_up);
}

}  // namespace
}  // namespace digilots::indicators
