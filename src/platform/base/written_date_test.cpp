#include "platform/base/written_date.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

std::string read(std::string_view text) {
    const auto found = read_written_day(text);
    return found.is_ambiguous ? "ambiguous" : found.day ? format_date(*found.day) : "";
}

TEST(WrittenDay, IsReadAsPeopleAndSpreadsheetsWriteIt) {
    for (const auto* text :
         {"2026-12-24", "2026-12-24 00:00:00", "2026-12-24T10:00", "2026-12-24T10:00:00.000", "20261224",
          "24.12.2026", "24/12 2026",
          "24/12/2026", "24-12-2026", "24–12–2026", "24 12 2026", "2026/12/24", "2026.12.24",
          "24 december 2026", "24. desember 2026",
          "24 DECEMBER 2026", "24 dec. 2026", "Torsdag 24 december 2026", "torsdag den 24 december 2026", "tors. 24. des 2026",
          "December 24, 2026", "24 December 2026 10:30", "46380", "46380.5", "46380,25", " 2026-12-24 ", "24.12.2026 00:00"})
        EXPECT_EQ(read(text), "2026-12-24") << text;
    EXPECT_EQ(read("1. mars 2027"), "2027-03-01");
    EXPECT_EQ(read("5/6 2026"), "2026-06-05") << "the day stands before the month";
    EXPECT_EQ(read("32874"), "1990-01-01");
    EXPECT_EQ(read("73415"), "2100-12-31");
    EXPECT_EQ(read("28 februari 2028"), "2028-02-28");
}

TEST(WrittenDay, IsNotGuessed) {
    for (const auto* text : {"24-12-26", "24.12.26", "24/12/26", "24 dec 26"}) EXPECT_EQ(read(text), "ambiguous") << text;
    for (const auto* text : {"", "kanske", "32873", "73416", "2026", "30 februari 2026", "2026-02-30", "12/24/2026", "0.12.2026",
                             "24 december", "24 foo 2026", "24 dec jan 2026", "2026-12-24T10:00Z", "2026-12-24T23:00+01:00",
                             "2026-12-24 25:00", "1700-01-01", "2026-12-24; DROP", "99999999", "24 de 2026", "46380.", "-46380",
                             "\xff\xfe", "2026-12-24-01"})
        EXPECT_EQ(read(text), "") << text;
}

}  // namespace
}  // namespace digilots::base
