// The rule against its own words: counted one by one over random data with many ties and few.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "indicators/meaning/colour_rule.h"

namespace digilots::indicators {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// As the rule is written, without any cleverness.
Colour by_the_words(double value, const std::vector<double>& values, Direction direction) {
    const auto is_as_good = [&](double other) { return !is_better(value, other, direction); };
    const auto is_as_bad = [&](double other) { return !is_better(other, value, direction); };
    const auto at_least_as_good = std::ranges::count_if(values, is_as_good);
    const auto at_least_as_bad = std::ranges::count_if(values, is_as_bad);
    if (4 * at_least_as_good <= static_cast<long>(values.size())) return Colour::green;
    if (4 * at_least_as_bad <= static_cast<long>(values.size())) return Colour::red;
    return Colour::yellow;
}

/// Groups of 20 to 320; from all different to nearly all equal.
std::vector<std::vector<double>> random_groups() {
    std::mt19937 random(20261122);
    std::vector<std::vector<double>> groups;
    for (int made = 0; made < 120; ++made) {
        std::vector<double> values(20 + random() % 301);
        const unsigned different = 1 + random() % (made % 4 == 0 ? 3 : made % 4 == 1 ? 12 : 1'000'000);
        for (auto& value : values) value = static_cast<double>(random() % different) / 7 - 3;
        groups.push_back(std::move(values));
    }
    return groups;
}

std::vector<Colour> colours_of(const std::vector<double>& values, Direction direction) {
    std::vector<Colour> colours(values.size());
    Painter painter;
    painter.paint(values, direction, colours);
    return colours;
}

TEST(ColourRule, IsWhatItsWordsSay) {
    for (const auto& values : random_groups()) {
        for (const auto direction : {Direction::high, Direction::low}) {
            const auto scale = scale_of(values, direction);
            for (const double value : values) ASSERT_EQ(colour_of(value, scale), by_the_words(value, values, direction));
        }
    }
}

TEST(ColourRule, OrderDoesNotMatter) {
    std::mt19937 random(7);
    for (auto values : random_groups()) {
        const auto before = scale_of(values, Direction::high);
        std::ranges::shuffle(values, random);
        const auto after = scale_of(values, Direction::high);
        EXPECT_EQ(before.green_limit, after.green_limit);
        EXPECT_EQ(before.red_limit, after.red_limit);
        EXPECT_EQ(before.many_equal, after.many_equal);
    }
}

TEST(ColourRule, TheOtherDirectionSwapsGreenAndRed) {
    for (const auto& values : random_groups()) {
        const auto high = colours_of(values, Direction::high), low = colours_of(values, Direction::low);
        for (std::size_t at = 0; at < values.size(); ++at) {
            const auto turned = high[at] == Colour::green ? Colour::red : high[at] == Colour::red ? Colour::green : high[at];
            ASSERT_EQ(low[at], turned);
        }
    }
}

TEST(ColourRule, AtMostAQuarterIsGreenAndAtMostAQuarterRed) {
    for (const auto& values : random_groups()) {
        const auto colours = colours_of(values, Direction::low);
        EXPECT_LE(4 * std::ranges::count(colours, Colour::green), static_cast<long>(values.size()));
        EXPECT_LE(4 * std::ranges::count(colours, Colour::red), static_cast<long>(values.size()));
        EXPECT_EQ(std::ranges::count(colours, Colour::unknown), 0);
    }
}

TEST(ColourRule, AMissingValueChangesNothing) {
    std::mt19937 random(11);
    for (auto values : random_groups()) {
        const auto before = colours_of(values, Direction::high);
        const auto where = random() % values.size();
        values.insert(values.begin() + static_cast<long>(where), nothing);
        auto after = colours_of(values, Direction::high);
        EXPECT_EQ(after[where], Colour::unknown);
        after.erase(after.begin() + static_cast<long>(where));
        EXPECT_EQ(before, after);
    }
}

TEST(ColourRule, EqualValuesHaveEqualColoursAndATieAcrossALimitIsYellow) {
    std::vector<double> values(20);
    for (int at = 0; at < 20; ++at) values[static_cast<std::size_t>(at)] = at;
    values[14] = values[15];                                     // the fifth and the sixth best are equal
    auto scale = scale_of(values, Direction::high);
    EXPECT_EQ(colour_of(15, scale), Colour::yellow);
    EXPECT_EQ(colour_of(16, scale), Colour::green);
    EXPECT_EQ(scale.green_limit, 16);
    EXPECT_EQ(scale.red_limit, 4);
    values[4] = values[5];                                       // and the fifth and sixth worst
    scale = scale_of(values, Direction::high);
    EXPECT_EQ(colour_of(5, scale), Colour::yellow);
    EXPECT_EQ(scale.red_limit, 3);
}

TEST(ColourRule, MostlyEqualValuesAreYellowAndSaid) {
    std::vector<double> values(40, 100.0);
    EXPECT_TRUE(scale_of(values, Direction::high).many_equal);
    for (int at = 0; at < 10; ++at) values[static_cast<std::size_t>(at)] = at;
    const auto scale = scale_of(values, Direction::high);       // a quarter is below: they are red, nobody is green
    EXPECT_FALSE(scale.many_equal);
    EXPECT_FALSE(scale.green_limit.has_value());
    EXPECT_EQ(colour_of(100, scale), Colour::yellow);
    EXPECT_EQ(colour_of(9, scale), Colour::red);
}

TEST(ColourRule, SmallGroupsAndNoDirectionHaveRanksButNoColour) {
    std::vector<double> values(19, 1.0);
    values[3] = 2;
    EXPECT_EQ(scale_of(values, Direction::high).why, Why::small_group);
    EXPECT_EQ(rank_of(2, values, Direction::high), 1);
    EXPECT_EQ(rank_of(1, values, Direction::high), 2);
    EXPECT_EQ(rank_of(2, values, Direction::low), 19);
    values.resize(60, 0.0);
    EXPECT_EQ(scale_of(values, Direction::neither).why, Why::no_direction);
    EXPECT_EQ(colour_of(2, scale_of(values, Direction::neither)), Colour::unknown);
    EXPECT_EQ(rank_of(2, values, Direction::neither), 1) << "by size, largest first";
    EXPECT_EQ(scale_of({}, Direction::high).n, 0);
}

}  // namespace
}  // namespace digilots::indicators
