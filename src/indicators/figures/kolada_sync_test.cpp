#include <gtest/gtest.h>

#include <algorithm>

#include "indicators/figures/played_kolada_for_tests.h"

namespace digilots::indicators {
namespace {

using testing::Reply;

const std::string first_place = "0114", second_place = "0115";

TEST(KoladaSync, FetchesCatalogueGroupsAndFigures) {
    PlayedKolada kolada;
    FigureWorld world;
    const auto run = world.sync(kolada);
    EXPECT_EQ(run.outcome, "done");
    EXPECT_EQ(run.indicators_added, 2);
    EXPECT_EQ(run.values_added, 80);
    EXPECT_EQ(world.value(first_place, "N00001", 2022), 1);
    EXPECT_EQ(world.value(second_place, "N00001", 2022), 3);
    EXPECT_EQ(world.indicators.find("N00001")->unit, "percent");
    EXPECT_EQ(world.indicators.runs(5).size(), 1u);
}

TEST(KoladaSync, OncePerChangeAndThenOnlyChanges) {
    PlayedKolada kolada;
    FigureWorld world;
    world.sync(kolada);
    kolada.figures[{"N00001", first_place, 2022, "T"}].value = "9.5";
    kolada.figures[{"N00001", second_place, 2022, "T"}].deleted = "true";
    kolada.figures[{"N00001", second_place, 2023, "T"}].value = "4";
    const auto run = world.sync(kolada);
    EXPECT_EQ(run.values_revised, 1);
    EXPECT_EQ(run.values_withdrawn, 1);
    EXPECT_EQ(run.values_added, 1);
    EXPECT_EQ(run.indicators_added + run.indicators_removed + run.indicators_retitled, 0);
    EXPECT_EQ(world.value(first_place, "N00001", 2022), 9.5);
    EXPECT_FALSE(world.value(second_place, "N00001", 2022).has_value());
    const auto requests = kolada.server.requests();
    EXPECT_TRUE(std::ranges::any_of(requests, [](const auto& url) {
        return url.find("/kpi/N00002/") != std::string::npos && url.find("from_date") == std::string::npos;
    })) << "never had a figure: asked for in full";
    EXPECT_TRUE(std::ranges::any_of(requests, [](const auto& url) {
        return url.find("from_date=2026-11-21") != std::string::npos;
    }));
    const auto again = world.sync(kolada);
    EXPECT_EQ(again.values_added + again.values_revised + again.values_withdrawn, 0);
    const auto changes = world.indicators.changes(run.id, 10);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].before, "1");
    EXPECT_EQ(changes[0].after, "9.5");
}

TEST(KoladaSync, AFullOneTakesAwayWhatIsNotThereAnyMore) {
    PlayedKolada kolada;
    FigureWorld world;
    world.sync(kolada);
    kolada.figures.erase({"N00001", first_place, 2022, "T"});
    kolada.figures.erase({"N00001", second_place, 2021, "T"});
    EXPECT_EQ(world.sync(kolada).values_withdrawn, 0) << "a list of changes is never whole";
    EXPECT_EQ(world.sync(kolada, Scope::everything).values_withdrawn, 2);
    kolada.figures.clear();
    EXPECT_EQ(world.sync(kolada, Scope::everything).values_withdrawn, 0) << "an empty answer is not believed";
    EXPECT_TRUE(world.value(second_place, "N00001", 2022).has_value());
}

TEST(KoladaSync, ReadsGendersStatusesAndEmptyValuesAsTheyAre) {
    PlayedKolada kolada;
    const auto& ids = Places::of("SE").ids();
    kolada.figures[{"N00002", ids[0], 2022, "K"}] = {"0", ""};
    kolada.figures[{"N00002", ids[0], 2022, "T"}] = {"null", ""};
    kolada.figures[{"N00002", ids[1], 2022, "T"}] = {"null", "Not applicable"};
    kolada.figures[{"N00002", ids[2], 2022, "T"}] = {"null", "Under review"};
    kolada.figures[{"N00002", ids[3], 2022, "T"}] = {"null", "Secret"};
    kolada.figures[{"N00002", ids[4], 2022, "T"}] = {"0.0", ""};
    FigureWorld world;
    const auto run = world.sync(kolada);
    Question question{"N00002"};
    question.year = 2022;
    EXPECT_EQ(world.indicators.standing(ids[0], question).missing, Missing::not_reported);
    EXPECT_EQ(world.indicators.standing(ids[0], question).women, 0);
    EXPECT_EQ(world.indicators.standing(ids[1], question).missing, Missing::not_applicable);
    EXPECT_EQ(world.indicators.standing(ids[2], question).missing, Missing::not_reported);
    EXPECT_EQ(world.indicators.standing(ids[3], question).missing, Missing::secret);
    EXPECT_EQ(world.indicators.standing(ids[4], question).value, 0);
    EXPECT_EQ(run.unknown_statuses, 1);
}

TEST(KoladaSync, WaitsAsAskedAndTriesAgain) {
    PlayedKolada kolada;
    int trouble = 3;
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data") || trouble == 0) return std::nullopt;
        --trouble;
        if (trouble == 2) return Reply{500, "<html>oops</html>"};
        Reply reply{429, ""};
        reply.headers = {{"Retry-After", trouble == 1 ? "30" : "99999"}};
        return reply;
    };
    FigureWorld world;
    EXPECT_EQ(world.sync(kolada).values_added, 80);
    using std::chrono::seconds;
    EXPECT_EQ(world.waits, (std::vector<std::chrono::milliseconds>{seconds(1), seconds(30), seconds(60)})) << "within a bound";
}

TEST(KoladaSync, SurvivesCutOffAndSilentAnswersOrGivesUp) {
    PlayedKolada kolada;
    int trouble = 2;
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data") || trouble == 0) return std::nullopt;
        Reply reply{200, kolada.data(target)};
        reply.manner = --trouble == 1 ? Reply::Manner::cut_off : Reply::Manner::silent;
        return reply;
    };
    FigureWorld world;
    EXPECT_EQ(world.sync(kolada).values_added, 80);
    trouble = 1000;
    kolada.misbehave = [&](const std::string&) -> std::optional<Reply> { return Reply{503, ""}; };
    EXPECT_NE(world.failure(kolada).find("in trouble (503)"), std::string::npos);
    EXPECT_EQ(world.indicators.runs(1)[0].outcome, "failed");
    EXPECT_EQ(world.value(second_place, "N00001", 2022), 3) << "what was there stays";
}

TEST(KoladaSync, TakesNothingFromAnAnswerThatIsNone) {
    for (const std::string body : {"<!doctype html><title>Underhåll</title>", "{\"values\":[{\"kpi\":", "[]", "{}", ""}) {
        PlayedKolada kolada;
        kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
            if (target.starts_with("/v3/data")) return Reply{200, body};
            return std::nullopt;
        };
        FigureWorld world;
        EXPECT_NE(world.failure(kolada), "") << body;
        EXPECT_TRUE(world.indicators.years("N00001").empty()) << body;
    }
}

TEST(KoladaSync, FollowsPagesOnItsOwnHostAndNotInCircles) {
    PlayedKolada kolada;
    kolada.page_size = 25;                       // 50 figures of the first 25 municipalities: the last page is exactly full
    FigureWorld world;
    EXPECT_EQ(world.sync(kolada).values_added, 80);
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data")) return std::nullopt;
        return Reply{200, "{\"values\":[],\"next_url\":\"" + kolada.server.url() + target + "\"}"};
    };
    EXPECT_NE(world.failure(kolada).find("circle"), std::string::npos);
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data")) return std::nullopt;
        return Reply{200, "{\"values\":[],\"next_url\":\"https://elsewhere.example/v3/data\"}"};
    };
    EXPECT_NE(world.failure(kolada).find("another host"), std::string::npos);
    int page = 0;
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data")) return std::nullopt;
        return Reply{200, "{\"values\":[],\"next_url\":\"" + kolada.server.url() + "/v3/data/" + std::to_string(++page) + "\"}"};
    };
    EXPECT_NE(world.failure(kolada).find("circle"), std::string::npos) << "an endless chain ends";
}

TEST(KoladaSync, BeginsAgainWhereTheListMovedBetweenPages) {
    PlayedKolada kolada;
    kolada.page_size = 30;
    FigureWorld world;
    world.sync(kolada);
    bool moved = false;
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!moved && target.find("&page=1") != std::string::npos) {
            moved = true;                        // one came in at the front: the rest moves to later pages
            kolada.figures[{"N00001", first_place, 2010, "T"}].value = "7";
        }
        return std::nullopt;
    };
    const auto run = world.sync(kolada, Scope::everything);
    EXPECT_TRUE(moved);
    EXPECT_EQ(run.values_added, 1);
    EXPECT_EQ(run.values_withdrawn, 0);
}

TEST(KoladaSync, KeepsWhatIsLeftWhenAnIndicatorIsGone) {
    PlayedKolada kolada;
    FigureWorld world;
    world.sync(kolada);
    kolada.titles.erase("N00002");
    kolada.titles["N00001"] = "Andel med fiber (%)";
    kolada.titles["N00003"] = "Ny";
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (target.find("N00002") != std::string::npos) return Reply{404, ""};
        return std::nullopt;
    };
    kolada.figures[{"N00001", first_place, 2022, "T"}].value = "5";
    const auto run = world.sync(kolada, Scope::everything);
    EXPECT_EQ(run.indicators_added, 1);
    EXPECT_EQ(run.indicators_retitled, 1);
    EXPECT_GE(run.indicators_removed, 1);
    EXPECT_EQ(run.values_revised, 1);
    EXPECT_EQ(world.indicators.find("N00001")->title_sv, "Andel med fiber (%)");
    EXPECT_EQ(run.outcome, "done");
}

TEST(KoladaSync, AWrongAddressIsToldAndChangesNothing) {
    PlayedKolada kolada;
    FigureWorld world;
    world.sync(kolada);
    kolada.misbehave = [](const std::string&) -> std::optional<Reply> { return Reply{404, ""}; };
    EXPECT_NE(world.failure(kolada), "");
    EXPECT_EQ(world.indicators.find("N00001")->title_sv, "Andel med bredband (%)");
    EXPECT_THROW(kolada_source("file:///etc/passwd"), SourceError);
}

TEST(KoladaSync, GroupsAreThoseThatKoladaHasNow) {
    PlayedKolada kolada;
    FigureWorld world;
    world.sync(kolada);
    const auto last_key = [&] { return world.indicators.groups("0180").back().key; };
    EXPECT_EQ(last_key(), "similar:G1");
    kolada.group = "G2";
    world.sync(kolada);
    EXPECT_EQ(last_key(), "similar:G2");
    EXPECT_EQ(world.indicators.groups("0180").size(), 3u) << "country, county and this one";
}

TEST(KoladaSync, GoesOnWhereItWasCutOff) {
    PlayedKolada kolada;
    FigureWorld world;
    int calls = 0;
    EXPECT_THROW(world.sync(kolada, Scope::changes, [&] { return ++calls > 9; }), SourceError);
    const auto before = kolada.server.requests().size();
    EXPECT_GE(before, 3u);
    const auto run = world.sync(kolada);
    EXPECT_EQ(world.indicators.runs(5).size(), 1u) << "the same run goes on";
    EXPECT_EQ(run.values_added, 80) << "counted over both parts";
    const auto all = kolada.server.requests();
    EXPECT_EQ(std::ranges::count(all, all.front()), 1) << "the catalogue is not fetched again";
    EXPECT_EQ(world.value(second_place, "N00001", 2022), 3);
}

TEST(KoladaSync, NeverTwoAtOnce) {
    PlayedKolada kolada;
    FigureWorld world;
    bool tried = false;
    kolada.misbehave = [&](const std::string& target) -> std::optional<Reply> {
        if (!target.starts_with("/v3/data") || tried) return std::nullopt;
        tried = true;
        EXPECT_THROW(import_files(*world.database, world.clock, *kolada_source(""), {"nothing.csv"}), SourceBusy);
        return std::nullopt;
    };
    world.sync(kolada);
    EXPECT_TRUE(tried);
    EXPECT_NO_THROW(world.sync(kolada)) << "free again afterwards";
}

}  // namespace
}  // namespace digilots::indicators
