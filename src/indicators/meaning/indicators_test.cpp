// Standings, directions, groups, local indicators: figures come in as files do.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "indicators/figures/figure_cache.h"
#include "indicators/figures/played_kolada_for_tests.h"
#include "indicators/meaning/catalogue_index.h"

namespace digilots::indicators {
namespace {

struct StandingWorld : FigureWorld {
    testing::TemporaryFolder folder;

    StandingWorld() { know({"N00001", "N00002", "N00003", "N00004", "N00005", "N00006", "N00007", "N00008", "N00009"}); }

    /// "N00001": each Swedish municipality's value by its position and year.
    void give(const std::string& indicator, int year, const std::function<std::string(std::size_t)>& value_at,
              const std::string& gender = "T") {
        const auto path = (folder.path() / "figures.csv").string();
        std::ofstream out(path);
        out << "kpi,municipality,period,gender,value\n";
        const auto& ids = Places::of("SE").ids();
        for (std::size_t at = 0; at < ids.size(); ++at) {
            out << indicator << "," << ids[at] << "," << year << "," << gender << "," << value_at(at) << "\n";
        }
        out.close();
        import_files(*database, clock, *kolada_source(""), {path});
    }
    std::string id(std::size_t position) const { return Places::of("SE").ids()[position]; }
};

std::string number(std::size_t at) { return std::to_string(at); }

Question ask(const std::string& indicator, Direction direction = Direction::high) {
    Question question{indicator};
    question.direction = direction;
    return question;
}

TEST(Standings, TellValueRankColourLimitsAndTheYearBefore) {
    StandingWorld world;
    world.give("N00001", 2020, [](std::size_t at) { return number(289 - at); });
    world.give("N00001", 2022, number);
    world.give("N00001", 2022, [](std::size_t) { return "7"; }, "K");
    const auto best = world.indicators.standing(world.id(289), ask("N00001"));
    EXPECT_EQ(best.value, 289);
    EXPECT_EQ(best.year, 2022);
    EXPECT_EQ(best.rank, 1);
    EXPECT_EQ(best.n, 290);
    EXPECT_EQ(best.colour, Colour::green);
    EXPECT_EQ(best.green_limit, 218) << "72 of 290";
    EXPECT_EQ(best.red_limit, 71);
    EXPECT_EQ(best.women, 7);
    EXPECT_FALSE(best.men.has_value());
    ASSERT_TRUE(best.previous.has_value());
    EXPECT_EQ(best.previous->year, 2020);
    EXPECT_EQ(best.previous->value, 0);
    EXPECT_EQ(best.previous->colour, Colour::red);
    const auto turned = world.indicators.standing(world.id(289), ask("N00001", Direction::low));
    EXPECT_EQ(turned.colour, Colour::red);
    EXPECT_EQ(turned.rank, 290);
    const auto sized = world.indicators.standing(world.id(289), ask("N00001", Direction::neither));
    EXPECT_EQ(sized.colour, Colour::unknown);
    EXPECT_EQ(sized.why, Why::no_direction);
    EXPECT_EQ(sized.rank, 1);
    const auto years = world.indicators.history(world.id(289), ask("N00001"));
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].second.colour, Colour::red);
    EXPECT_EQ(years[1].second.previous->value, 0);
}

TEST(Standings, WithoutAValueAreGreyWithTheReason) {
    StandingWorld world;
    world.give("N00001", 2022, [](std::size_t at) { return at == 3 ? "" : number(at); });
    const auto missing = world.indicators.standing(world.id(3), ask("N00001"));
    EXPECT_EQ(missing.colour, Colour::unknown);
    EXPECT_EQ(missing.why, Why::no_value);
    EXPECT_EQ(missing.missing, Missing::not_reported);
    EXPECT_EQ(missing.rank, 0);
    EXPECT_EQ(missing.n, 289);
    auto later = ask("N00001");
    later.year = 2024;
    EXPECT_EQ(world.indicators.standing(world.id(4), later).missing, Missing::not_published);
    auto women = ask("N00001");
    women.gender = Gender::women;
    EXPECT_EQ(world.indicators.standing(world.id(4), women).missing, Missing::not_applicable);
    EXPECT_EQ(world.indicators.standing("2281", ask("N99999")).year, 0);
    EXPECT_EQ(world.indicators.standing("5636", ask("N00001")).year, 0) << "another country's";
}

TEST(Standings, TakeTheNewestYearWithinTheSetting) {
    StandingWorld world;
    world.give("N00002", 2022, number);
    world.give("N00001", 2017, number);
    world.give("N00001", 2020, [](std::size_t at) { return at == 5 ? "" : number(at); });
    Indicators strict(*world.database, world.versions, world.municipalities, world.clock, {"", 3});
    EXPECT_EQ(strict.standing(world.id(4), ask("N00001")).year, 2020);
    EXPECT_EQ(strict.standing(world.id(5), ask("N00001")).year, 2020) << "2017 is too old beside 2022";
    EXPECT_FALSE(strict.standing(world.id(5), ask("N00001")).value.has_value());
    EXPECT_EQ(world.indicators.standing(world.id(5), ask("N00001")).year, 2017) << "thirty years are allowed here";
    auto earlier = ask("N00001");
    earlier.as_of = 2019;
    EXPECT_EQ(strict.standing(world.id(4), earlier).year, 2017);
    EXPECT_EQ(strict.years("N00001"), (std::vector<int>{2017, 2020}));
}

TEST(Distributions, HoldEveryoneOnceBestFirst) {
    StandingWorld world;
    world.give("N00001", 2022, [](std::size_t at) { return at < 10 ? "" : number(at / 2); });
    const auto all = world.indicators.distribution("", ask("N00001", Direction::low));
    EXPECT_EQ(all.n, 280);
    EXPECT_EQ(all.values.size(), 280u);
    EXPECT_EQ(all.missing.size(), 10u);
    EXPECT_EQ(all.values[0].rank, 1);
    EXPECT_EQ(all.values[1].rank, 1);
    EXPECT_EQ(all.values[2].rank, 3);
    EXPECT_EQ(all.values[0].colour, Colour::green);
    EXPECT_EQ(all.values.back().colour, Colour::red);
    EXPECT_TRUE(std::ranges::is_sorted(all.values, {}, &Distribution::Member::value));
}

TEST(Groups, AreTheCountyNetworksSimilarAndChosenOnes) {
    StandingWorld world;
    world.give("N00001", 2022, number);
    world.municipalities.save_network({"teo", "Projekt TEO", {"2281", "2280"}});
    auto question = ask("N00001");
    question.group = {"county"};
    const auto county = world.indicators.distribution("2281", question);
    EXPECT_EQ(county.n, 7) << "Västernorrland";
    EXPECT_EQ(county.why, Why::small_group);
    EXPECT_EQ(world.indicators.standing("2281", question).colour, Colour::unknown);
    EXPECT_GT(world.indicators.standing("2281", question).rank, 0);
    question.group = {"network:teo"};
    EXPECT_EQ(world.indicators.distribution("2281", question).n, 2);
    question.group = {"chosen:2580,0114,nonsense"};
    EXPECT_EQ(world.indicators.distribution("2281", question).n, 3) << "who is compared belongs to it";
    PlayedKolada kolada;
    world.sync(kolada);
    question.group = {"similar:G1"};
    EXPECT_EQ(world.indicators.standing("2281", question).n, 3);
    const auto choices = world.indicators.groups("2281");
    EXPECT_TRUE(std::ranges::any_of(choices, [](const auto& one) { return one.key == "network:teo"; }));
    const auto stockholm = world.indicators.groups("0180");
    EXPECT_TRUE(std::ranges::any_of(stockholm, [](const auto& one) { return one.key == "similar:G1"; }));
}

TEST(Directions, AreTheTablesUntilAMunicipalityDecides) {
    StandingWorld world;
    auto& indicators = world.indicators;
    EXPECT_EQ(indicators.direction("N00209", ""), Direction::high);
    EXPECT_EQ(indicators.direction("N00401", "2281"), Direction::low);
    EXPECT_EQ(indicators.direction("N99999", "2281"), Direction::neither);
    indicators.set_direction("2281", "N00209", Direction::neither, "Vi vill inte styra på det.", "0192-account");
    EXPECT_EQ(indicators.direction("N00209", "2281"), Direction::neither);
    EXPECT_EQ(indicators.direction("N00209", "2280"), Direction::high);
    indicators.set_direction("2281", "N00209", Direction::high, "Ändrat beslut.", "0192-account");
    const auto history = indicators.direction_history("N00209", "2281");
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(history[0].actor, "proposal");
    EXPECT_EQ(history[1].direction, Direction::neither);
    EXPECT_EQ(history[2].reason, "Ändrat beslut.");
    EXPECT_TRUE(history[2].at.has_value());
}

TEST(LocalIndicators, AreTypedInOrCounted) {
    StandingWorld world;
    auto& indicators = world.indicators;
    const auto id = indicators.add_local("2281", {"", "Besök i medborgarkontor", "number", ""}, "0192-account");
    const OwnValue secret{2022, Gender::total, std::nullopt, Missing::secret};
    indicators.save_values("2281", id, {{2021, Gender::total, 120, {}}, secret}, "a");
    EXPECT_EQ(indicators.standing("2281", ask(id)).value, 120);
    EXPECT_EQ(indicators.standing("2281", ask(id)).why, Why::small_group);
    auto in_2022 = ask(id);
    in_2022.year = 2022;
    EXPECT_EQ(indicators.standing("2281", in_2022).missing, Missing::secret);
    EXPECT_EQ(indicators.direction(id, "2281"), Direction::high);
    EXPECT_EQ(indicators.local("2281").size(), 1u);
    EXPECT_TRUE(indicators.local("2280").empty());
    indicators.save_values("2281", id, {{2021, Gender::total, 121, {}}}, "a");
    EXPECT_EQ(indicators.history("2281", ask(id))[0].second.value, 121);

    const auto counted = indicators.add_local("2281", {"", "Frågor", "number", "inquiries"}, "0192-account");
    measures::Measure measure;
    measure.key = "inquiries";
    measure.figures = [](const measures::Query& query) {
        const auto year = static_cast<int>(query.period.from.year());
        return std::vector<measures::Row>{{{}, year < 2024 ? 0 : year - 2000}};
    };
    indicators.take_measures({measure}, 2022);
    EXPECT_EQ(indicators.years(counted), (std::vector<int>{2024, 2025})) << "this year is not over, and before there was nothing";
    EXPECT_EQ(indicators.standing("2281", ask(counted)).value, 25);
}

TEST(Catalogue, HasTheShippedOnesBeforeAnythingCame) {
    StandingWorld world;
    EXPECT_EQ(world.indicators.find("N00209")->title_en, "Full-time employees paid monthly, municipality (%)");
    EXPECT_EQ(world.indicators.of_group("agenda2030").size(), 84u + 25u) << "Kolada's and KOSTRA's";
    EXPECT_EQ(world.indicators.of_group("digitalisation").size(), 85u);
    const auto found = world.indicators.search("bredband", 5);
    ASSERT_FALSE(found.empty());
    EXPECT_NE(found[0].title_sv.find("redband"), std::string::npos);
    world.indicators.follow("N99914", "0192-account");
    world.indicators.follow("kostra:12272:KOSa0000", "0192-account");
    const auto followed = world.indicators.followed("kolada");
    EXPECT_TRUE(std::ranges::find(followed, "N99914") != followed.end());
    EXPECT_EQ(followed.size(), 168u + 1u);
    EXPECT_EQ(world.indicators.followed("kostra").size(), 25u + 1u);
}

TEST(Catalogue, KnowsWordsOfEverydayAfterARestartToo) {
    StandingWorld world;
    const auto place = (world.folder.path() / "catalogue").string();
    const auto first = CatalogueIndex(*world.database, world.versions, place).find("skolresultat", 10);
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(CatalogueIndex(*world.database, world.versions, place).find("skolresultat", 10), first);
}

TEST(Figures, StayWithinTheirBoundOfMemory) {
    StandingWorld world;
    for (int number_of = 1; number_of <= 6; ++number_of) {
        for (int year = 2015; year <= 2022; ++year) world.give("N0000" + std::to_string(number_of), year, number);
    }
    FigureCache cache(*world.database, 40'000);
    for (int number_of = 1; number_of <= 6; ++number_of) {
        const auto indicator = world.indicators.find("N0000" + std::to_string(number_of));
        for (int year = 2015; year <= 2022; ++year) {
            const auto column = cache.column(*indicator, year, Gender::total);
            ASSERT_TRUE(column != nullptr);
            EXPECT_EQ(column->values[7], 7);
        }
    }
    EXPECT_LE(cache.bytes(), 60'000u);
}

}  // namespace
}  // namespace digilots::indicators
