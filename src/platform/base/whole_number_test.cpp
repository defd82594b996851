#include "platform/base/whole_number.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(WholeNumber, IsDigitsAloneWithinItsBounds) {
    EXPECT_EQ(whole_number("1", 1, 50), 1);
    EXPECT_EQ(whole_number("007", 1, 50), 7);
    EXPECT_EQ(whole_number("50", 1, 50), 50);
    for (const std::string_view text : {"", "0", "51", "-1", "+1", "1e3", "0x5", "1.0", "1,0", " 1", "1 ", "one", "٣",
                                        "99999999999999999999"}) {
        EXPECT_FALSE(whole_number(text, 1, 50)) << text;
    }
}

TEST(WholeNumber, MayEndAtItsLargest) {
    EXPECT_EQ(whole_number_up_to("51", 1, 50), 50);
    EXPECT_EQ(whole_number_up_to("99999999999999999999", 1, 50), 50);
    for (const std::string_view text : {"", "0", "-1", "1e3", "0x5"})
        EXPECT_FALSE(whole_number_up_to(text, 1, 50)) << text;
}

}  // namespace
}  // namespace digilots::base
