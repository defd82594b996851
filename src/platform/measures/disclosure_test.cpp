#include "platform/measures/disclosure.h"

#include <gtest/gtest.h>

namespace digilots::measures {
namespace {

periods::Period period(const char* key) { return periods::read(key).value(); }

const MonthValues counts{{"2281", {{"2026-10", 40}, {"2026-11", 12}}},
                         {"2280", {{"2026-10", 7}, {"2026-11", 3}, {"2026-09", 9}}},
                         {"2282", {{"2026-11", 6}}}};

NetworkFigures counted(const char* key, const std::vector<std::string>& members) {
    return disclose(Kind::count, period(key), members, counts);
}

TEST(Disclosure, HidesWhatIsUnderFiveAndTheNextSmallest) {
    const auto november = counted("2026-11-03..2026-11-04", {"2281", "2280", "2282"});
    EXPECT_EQ(november.period, period("2026-11"));
    EXPECT_EQ(november.rows[0].value, Value(12));
    EXPECT_EQ(november.rows[1].value, std::nullopt) << "three";
    EXPECT_EQ(november.rows[2].value, std::nullopt) << "or three could be worked out";
    EXPECT_EQ(november.total, std::nullopt);
}

TEST(Disclosure, DoesNotLetAMonthBeWorkedOutFromItsYear) {
    const auto year = counted("2026-10-01..2026-11-30", {"2280"});
    EXPECT_EQ(year.period, period("2026")) << "more than a month is the whole year";
    EXPECT_EQ(year.rows[0].value, Value(19));
    EXPECT_EQ(counted("2026-09", {"2280"}).rows[0].value, Value(9));
    EXPECT_EQ(counted("2026-10", {"2280"}).rows[0].value, std::nullopt) << "the year less the other months would give November";
    EXPECT_EQ(counted("2026-10", {"2281"}).total, Value(40));
}

TEST(Disclosure, WidensToOneMonthOrToWholeYears) {
    for (const auto& [key, wide] : {std::pair("2026-02-28", "2026-02"), std::pair("2026-W06", "2026-02"),
                                    std::pair("2026-W05", "2026"), std::pair("2026-Q1", "2026"), std::pair("2026-autumn", "2026"),
                                    std::pair("2025-12-31..2026-01-01", "2025-01-01..2026-12-31"),
                                    std::pair("2025-2026", "2025-01-01..2026-12-31")}) {
        EXPECT_EQ(widen(period(key)), period(wide)) << key;
    }
}

TEST(Disclosure, JudgesEachKindByHowManyItIsAbout) {
    EXPECT_FALSE(is_shown(Kind::count, 4));
    EXPECT_TRUE(is_shown(Kind::count, 5));
    EXPECT_FALSE(is_shown(Kind::latest, 4));
    EXPECT_TRUE(is_shown(Kind::latest, 5));
    EXPECT_TRUE(is_shown(Kind::sum, 60)) << "of how many is not told";
    EXPECT_FALSE(is_shown(Kind::sum, {600, 4})) << "of four";
    EXPECT_TRUE(is_shown(Kind::sum, {3, 5}));
    EXPECT_FALSE(is_shown(Kind::money, 1'000'000)) << "whose money it is must be told";
    EXPECT_FALSE(is_shown(Kind::money, {1'000'000, 4}));
    EXPECT_TRUE(is_shown(Kind::money, {1'000'000, 5}));
    EXPECT_FALSE(is_shown(Kind::mean, {1000, 4}));
    EXPECT_TRUE(is_shown(Kind::mean, {1, 5}));
    EXPECT_FALSE(is_shown(Kind::share, {4, 100})) << "four have it";
    EXPECT_FALSE(is_shown(Kind::share, {96, 100})) << "four have it not";
    EXPECT_FALSE(is_shown(Kind::share, {0, 100})) << "nobody is under five, as everywhere";
    EXPECT_FALSE(is_shown(Kind::share, {100, 100}));
    EXPECT_FALSE(is_shown(Kind::share, {2, 4}));
    EXPECT_TRUE(is_shown(Kind::share, {5, 10}));
    EXPECT_FALSE(is_shown(Kind::share, {})) << "of nobody";
}

TEST(Disclosure, PutsSharesAndMeansTogetherFromTheirParts) {
    const MonthValues shares{{"a", {{"2026-10", {10, 20}}, {"2026-11", {90, 100}}}}, {"b", {{"2026-11", {6, 60}}}}};
    const auto year = disclose(Kind::share, period("2026"), {"a", "b"}, shares);
    EXPECT_EQ(year.rows[0].value, Value(100, 120));
    EXPECT_EQ(year.total, Value(106, 180));
    const MonthValues means{{"a", {{"2026-11", {100, 10}}}}, {"b", {{"2026-11", {20, 4}}}}, {"c", {{"2026-11", {21, 7}}}}};
    const auto november = disclose(Kind::mean, period("2026-11"), {"a", "b", "c"}, means);
    EXPECT_EQ(november.rows[0].value, Value(100, 10));
    EXPECT_EQ(november.rows[1].value, std::nullopt);
    EXPECT_EQ(november.rows[2].value, std::nullopt) << "the next smallest by how many, not by the mean";
    EXPECT_EQ(november.total, std::nullopt);
}

TEST(Disclosure, OfWhatStandsAYearShowsItsLastMonth) {
    const MonthValues places{{"a", {{"2026-03", 9}, {"2026-10", 12}}}, {"b", {{"2026-10", 30}}}};
    const auto year = disclose(Kind::latest, period("2026"), {"a", "b"}, places);
    EXPECT_EQ(year.rows[0].value, Value(12));
    EXPECT_EQ(year.total, Value(42));
}

TEST(Disclosure, AHiddenMonthOfMoneyTakesTheNextOneByPaymentsWithIt) {
    const MonthValues paid{{"a", {{"2026-09", {90'000, 9}}, {"2026-10", {10'000, 20}}, {"2026-11", {500'000, 2}}}}};
    EXPECT_EQ(disclose(Kind::money, period("2026-09"), {"a"}, paid).rows[0].value, std::nullopt);
    EXPECT_EQ(disclose(Kind::money, period("2026-10"), {"a"}, paid).rows[0].value, Value(10'000, 20));
    EXPECT_EQ(disclose(Kind::money, period("2026-11"), {"a"}, paid).rows[0].value, std::nullopt);
    EXPECT_EQ(disclose(Kind::money, period("2026"), {"a"}, paid).rows[0].value, Value(600'000, 31));
}

}  // namespace
}  // namespace digilots::measures
