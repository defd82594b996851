#include <gtest/gtest.h>

#include "indicators/indicators.h"

namespace digilots::indicators {
namespace {

TEST(FigureText, SaysValuesAsTheLanguageWritesThem) {
    const auto& swedish = i18n::translator("sv");
    EXPECT_EQ(value_text(87.3456, "percent", swedish), "87,3\u00a0%");
    EXPECT_EQ(value_text(87, "percent", swedish), "87\u00a0%");
    EXPECT_EQ(value_text(1, "yes_no", swedish), "Ja");
    EXPECT_EQ(value_text(2, "scale_0_2", swedish), "2\u00a0på en skala från 0 till 2");
    EXPECT_EQ(value_text(3.456, "tonnes_per_inhabitant", swedish), "3,46\u00a0ton per invånare");
}

TEST(FigureText, SaysOfWhomAFigureIs) {
    const auto& swedish = i18n::translator("sv");
    EXPECT_EQ(value_text(4.1, "per_1000_employed", swedish), "4,10\u00a0per 1 000 sysselsatta");
    EXPECT_EQ(value_text(2450, "per_100000_65", swedish).find("65 år eller äldre") != std::string::npos, true);
}

TEST(FigureText, AnUnknownUnitIsLeftOut) {
    EXPECT_EQ(value_text(12, "furlongs", i18n::translator("en")), "12");
}

}  // namespace
}  // namespace digilots::indicators
