#include "platform/base/exact.h"

#include <gtest/gtest.h>

#include <limits>

namespace digilots::base {
namespace {

TEST(Exact, ReadsAmountsAsPeopleWriteThem) {
    EXPECT_EQ(read_exact("212,50", 2), 21250);
    EXPECT_EQ(read_exact("212.50", 2), 21250);
    for (const char* space : {" ", "\u00A0", "\u202F", "\u2009"})
        EXPECT_EQ(read_exact(std::string("1") + space + "165" + space + "661", 2), 116566100) << space;
    EXPECT_EQ(read_exact("1165661", 2), 116566100);
    EXPECT_EQ(read_exact("−5", 2), -500) << "whoever asks refuses it";
    EXPECT_EQ(read_exact("39.2", 2), 3920);
    EXPECT_EQ(read_exact("0,300", 2), 30);
    EXPECT_EQ(read_exact("0.30000000000000004", 2), 30) << "as a spreadsheet adds 0.1 and 0.2";
    EXPECT_EQ(read_exact("1.0049999999999999", 2), std::nullopt);
    EXPECT_EQ(read_exact("92233720368547758,07", 2), std::numeric_limits<std::int64_t>::max());
}

TEST(Exact, RefusesWhatIsNoAmount) {
    for (const char* text : {"", " ", "-", ",", "1e9", "1E3", "0x10", "12,", "1 23", "1 2345", "12 34 567", "1,234,567",
                             "1.234,5", "0,005", "5 kr", "92233720368547758,08", "99999999999999999999", "--5", "1 165 66"})
        EXPECT_EQ(read_exact(text, 2), std::nullopt) << text;
}

TEST(Exact, WritesAllDecimals) {
    EXPECT_EQ(exact_text(116566100, 2), "1165661.00");
    EXPECT_EQ(exact_text(-50, 2), "-0.50");
    EXPECT_EQ(exact_text(7, 2), "0.07");
    EXPECT_EQ(exact_text(12, 0), "12");
}

TEST(Exact, RoundsHalfUpOnce) {
    EXPECT_EQ(divided_half_up(25, 10), 3);
    EXPECT_EQ(divided_half_up(24, 10), 2);
    EXPECT_EQ(divided_half_up(-25, 10), -3);
    EXPECT_EQ(product_half_up(21200, 13920, 10000), 29510) << "212 × 1.392 = 295.104";
    EXPECT_EQ(product_half_up(1'000'000'000'000, 1'000'000'000'000, 1'000'000'000'000), 1'000'000'000'000);
    EXPECT_EQ(product_half_up(std::numeric_limits<std::int64_t>::max(), 3, 2), std::nullopt);
}

}  // namespace
}  // namespace digilots::base
