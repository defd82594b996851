#include "goals/national_figures.h"

#include <gtest/gtest.h>

#include "platform/base/embedded.h"

namespace digilots::goals {
namespace {

TEST(NationalFigures, EachHasItsYearAndWhoIsMeantAndWhatSaysNoYearIsLeftOut) {
    const auto mapping = base::parse_json(base::embedded_file("data/demo/mapping.json").value(),
                                          {.bytes = 64 * 1024 * 1024, .depth = 64});
    ASSERT_TRUE(mapping);
    const auto figures = national_figures_in(*mapping);
    EXPECT_EQ(figures.all.size(), 8U);
    EXPECT_EQ(figures.without_year, 10U);
    for (const auto& one : figures.all) {
        EXPECT_GE(one.year, 2019) << one.id;
        EXPECT_FALSE(one.figure.empty() || one.base.empty() || one.definition.empty() || one.publisher.empty()) << one.id;
        if (one.id == "mapping-internet_non_users") {
            EXPECT_EQ(one.figure, "6\u00a0%");
            EXPECT_EQ(one.year, 2022);
        }
        if (one.id == "mapping-no_digital_identity") {
            EXPECT_EQ(one.figure, "omkring en tredjedel") << "no number is made of it";
        }
    }
}

}  // namespace
}  // namespace digilots::goals
