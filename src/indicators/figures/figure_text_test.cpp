#include <gtest/gtest.h>

#include "indicators/figures/figure.h"

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

TEST(FigureText, AMunicipalitysOwnFiguresKeepTheirDecimals) {
    Indicator own;
    own.id = "local:1";
    own.source = "local";
    own.unit = "number";
    own.municipality_id = "2281";
    const auto& swedish = i18n::translator("sv");
    for (const auto& [value, text] : {std::pair(1234.5, "1\u00a0234,5"), {1234.25, "1\u00a0234,25"}, {0.125, "0,125"},
                                      {1234.0, "1\u00a0234"}, {1234.5 - 1234.4, "0,1"}, {-2.5, "−2,5"}})
        EXPECT_EQ(own.number(value, swedish), text);
    own.unit = "percent";
    EXPECT_EQ(own.value(12.345, swedish), "12,345\u00a0%");
    own.unit = "yes_no";
    EXPECT_EQ(own.value(1, swedish), "Ja");
}

TEST(FigureText, AnUnknownUnitIsLeftOut) {
    EXPECT_EQ(value_text(12, "furlongs", i18n::translator("en")), "12");
}

}  // namespace
}  // namespace digilots::indicators
