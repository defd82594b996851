#include "platform/measures/disclosure.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

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

/// What an outsider works out of a year and of those months that are shown: between what and what each hidden one lies, when
/// figures under five lie between one and four and whoever else is hidden has five or more.
void expect_uncertain(const std::map<std::string, Value>& months) {
    const MonthValues all{{"a", months}};
    const auto year = disclose(Kind::count, period("2026"), {"a"}, all).rows[0].value;
    std::vector<std::int64_t> hidden;
    std::int64_t left = year ? year->amount : 0;
    for (const auto& [month, value] : months) {
        const auto shown = disclose(Kind::count, period(month.c_str()), {"a"}, all).rows[0].value;
        if (shown) left -= shown->amount;
        else hidden.push_back(value.amount);
    }
    if (!year) return;
    for (std::size_t one = 0; one < hidden.size(); ++one) {
        std::set<std::int64_t> sums{0};             // of the others, by trying all
        for (std::size_t other = 0; other < hidden.size(); ++other) {
            if (other == one) continue;
            std::set<std::int64_t> longer;
            for (const auto sum : sums) {
                for (std::int64_t value = hidden[other] < 5 ? 1 : 5; value <= (hidden[other] < 5 ? 4 : left); ++value) {
                    longer.insert(sum + value);
                }
            }
            sums = std::move(longer);
        }
        std::int64_t least = left, most = 0;
        for (std::int64_t value = hidden[one] < 5 ? 1 : 5; value <= (hidden[one] < 5 ? 4 : left); ++value) {
            if (!sums.contains(left - value)) continue;
            least = std::min(least, value);
            most = std::max(most, value);
        }
        EXPECT_GE(most - least, 3) << "a hidden " << hidden[one] << " of a year of " << year->amount;
    }
}

TEST(Disclosure, SeveralHiddenMonthsAreNotWorkedOutFromTheirSum) {
    expect_uncertain({{"2026-01", 4}, {"2026-02", 4}, {"2026-03", 4}, {"2026-04", 4}, {"2026-05", 4}, {"2026-06", 5}});
    expect_uncertain({{"2026-01", 1}, {"2026-02", 1}, {"2026-03", 5}, {"2026-04", 5}, {"2026-05", 50}});
    expect_uncertain({{"2026-01", 1}, {"2026-02", 5}});
    std::mt19937 random(20261129);
    for (int round = 0; round < 200; ++round) {
        std::map<std::string, Value> months;
        for (int month = 1; month <= 12; ++month) {
            const auto count = random() % (round % 2 == 0 ? 7 : 15);
            const std::string key = (month < 10 ? "2026-0" : "2026-") + std::to_string(month);
            if (count > 0) months[key] = Value(static_cast<std::int64_t>(count));
        }
        expect_uncertain(months);
    }
}

TEST(Disclosure, WhereNoMonthIsLeftToHideTheYearIsHidden) {
    const MonthValues few{{"a", {{"2025-05", 30}, {"2026-01", 1}, {"2026-02", 5}}}};
    EXPECT_EQ(disclose(Kind::count, period("2026"), {"a"}, few).rows[0].value, std::nullopt);
    EXPECT_EQ(disclose(Kind::count, period("2026-02"), {"a"}, few).rows[0].value, Value(5));
    EXPECT_EQ(disclose(Kind::count, period("2025"), {"a"}, few).rows[0].value, Value(30));
    EXPECT_EQ(disclose(Kind::count, period("2025-01-01..2026-12-31"), {"a"}, few).rows[0].value, std::nullopt)
        << "both years less the first would give the second";
}

TEST(Disclosure, APartAndARestOfASharesMonthAreNotWorkedOutEither) {
    const MonthValues shares{
        {"a", {{"2026-01", {0, 100}}, {"2026-02", {5, 60}}, {"2026-03", {30, 90}}, {"2026-04", {50, 99}}}}};
    EXPECT_EQ(disclose(Kind::share, period("2026"), {"a"}, shares).rows[0].value, Value(85, 349));
    EXPECT_EQ(disclose(Kind::share, period("2026-02"), {"a"}, shares).rows[0].value, std::nullopt);
    EXPECT_EQ(disclose(Kind::share, period("2026-03"), {"a"}, shares).rows[0].value, std::nullopt)
        << "January and February together have five in part: January none";
    EXPECT_EQ(disclose(Kind::share, period("2026-04"), {"a"}, shares).rows[0].value, Value(50, 99));
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
