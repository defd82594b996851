#include <gtest/gtest.h>

#include <set>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

constexpr MarkColour all[] = {MarkColour::green, MarkColour::yellow, MarkColour::red, MarkColour::unknown};

TEST(Mark, SaysItsColourInWords) {
    EXPECT_TRUE(has(fixture(mark_fixtures, 0), "<b>Green</b> <span>among the best quarter</span>"));
    EXPECT_TRUE(has(fixture(mark_fixtures, 3), "<b>Grey</b> <span>no figure reported</span>"));
    EXPECT_TRUE(has(fixture(mark_fixtures, 4), "<b>Good</b>"));
}

TEST(Mark, NoTwoColoursShareShapeSignOrWord) {
    std::set<std::string> shapes, signs, words;
    for (const MarkColour colour : all) {
        shapes.insert(mark_path(colour, 10, 10, 8));
        signs.insert(std::string(mark_sign(colour)));
        words.insert(colour_word(colour, english_page()));
    }
    EXPECT_EQ(shapes.size(), 4u);
    EXPECT_EQ(signs.size(), 4u);
    EXPECT_EQ(words.size(), 4u);
}

}  // namespace
}  // namespace digilots::html::components
