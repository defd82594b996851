#include "progress/wheel_words.h"

#include <gtest/gtest.h>

namespace digilots::progress {

namespace {

html::Page swedish_page() {
    static const http::Request request = [] {
        http::Request requested;
        requested.language = "sv";
        return requested;
    }();
    return html::Page(request);
}

struct Change {
    indicators::Direction direction;
    double before, now;
    indicators::Colour colour_before, colour_now;
};

std::string words_of(const Change& change) {
    WheelIndicator one;
    one.standing.value = change.now;
    one.standing.direction = change.direction;
    one.standing.colour = change.colour_now;
    one.standing.previous = indicators::Standing::Previous{2021, change.before, change.colour_before};
    return change_of(one, swedish_page());
}

Wheel wheel_with(std::initializer_list<indicators::Colour> colours) {
    Wheel wheel;
    wheel.goals.emplace_back();
    for (const auto colour : colours) {
        WheelTarget target;
        target.indicators.emplace_back();
        target.indicators.back().standing.colour = colour;
        wheel.goals.back().targets.push_back(std::move(target));
    }
    return wheel;
}

}  // namespace

using enum indicators::Colour;
using indicators::Direction;

TEST(WheelWords, AColourAgainstItsFigureSaysThatOthersMovedMore) {
    const std::string improved = "Andra kommuner har förbättrat sig mer.";
    EXPECT_NE(words_of({Direction::low, 8, 7, green, yellow}).find(improved), std::string::npos);
    EXPECT_NE(words_of({Direction::high, 50, 52, yellow, red}).find(improved), std::string::npos);
    EXPECT_NE(words_of({Direction::high, 50, 50, yellow, red}).find(improved), std::string::npos);
    EXPECT_NE(words_of({Direction::high, 50, 48, yellow, green}).find("Andra kommuner har försämrats mer."), std::string::npos);
}

TEST(WheelWords, AColourWithItsFigureNeedsNoReason) {
    EXPECT_EQ(words_of({Direction::low, 7, 8, green, yellow}).find("Andra"), std::string::npos);
    EXPECT_EQ(words_of({Direction::high, 50, 60, yellow, green}).find("Andra"), std::string::npos);
    EXPECT_EQ(words_of({Direction::high, 50, 60, unknown, green}).find("Andra"), std::string::npos);
    EXPECT_EQ(words_of({Direction::high, 50, 60, green, green}).find("Andra"), std::string::npos);
}

TEST(WheelWords, CountOneTargetInTheSingular) {
    EXPECT_EQ(tally_of(wheel_with({red, green, green, yellow}), swedish_page()),
              "Av 4 delmål är 2 gröna, 1 gult, 1 rött och 0 grå.");
}

}  // namespace digilots::progress
