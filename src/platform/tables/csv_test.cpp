// What goes out comes in again, and what spreadsheets here make of CSV is read.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <random>

#include "platform/tables/csv_reader.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/encoding.h"
#include "platform/tables/read_table.h"
#include "platform/tables/number.h"

namespace digilots::tables {
namespace {

using Records = std::vector<std::vector<std::string>>;

std::string written(const std::vector<Row>& rows) {
    CsvWriter csv;
    for (const auto& row : rows) csv.line(row);
    return std::move(csv).take();
}

Records read(std::string_view text) {
    CsvReader reader(text);
    Records records;
    while (auto record = reader.next()) records.push_back(std::move(*record));
    return records;
}

TEST(Csv, ASpreadsheetRunsNothingThatSomebodyWrote) {
    EXPECT_EQ(written({{"=1+1", "+46", "-2", "@SUM(A1)", "a=b", "'quoted'", "＝1+1"}}),
              "\xEF\xBB\xBF'=1+1;'+46;'-2;'@SUM(A1);a=b;''quoted';'＝1+1\r\n");
    EXPECT_EQ(written({{"\t=1", "\r=1", "\n=1"}}), "\xEF\xBB\xBF\"'\t=1\";\"'\r=1\";\"'\n=1\"\r\n");
    EXPECT_EQ(written({{"a;b", "say \"hi\"", "två\nrader", "1,5"}}),
              "\xEF\xBB\xBF\"a;b\";\"say \"\"hi\"\"\";\"två\nrader\";\"1,5\"\r\n");
}

TEST(Csv, FiguresStayFiguresAlsoBelowZero) {
    EXPECT_EQ(written({{-0.1, 0.0, -3, 31.32959689, std::optional<double>(), std::optional(-1e6), 1234567.0,
                        -1e-9}}),
              "\xEF\xBB\xBF-0.1;0;-3;31.32959689;;-1000000;1234567;-1e-09\r\n");
    EXPECT_EQ(
        written({{std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity(), "x"}}),
        "\xEF\xBB\xBF;;x\r\n");
}

TEST(Csv, ExactlyOneGuardIsTakenAway) {
    EXPECT_EQ(read("a;'=1;''x;'x;'-0.1;'\n"), (Records{{"a", "=1", "'x", "'x", "-0.1", "'"}}));
}

/// Cells made of what is dangerous: guards, quotes, separators, breaks, letters of two and four bytes.
std::string odd_text(std::mt19937& random) {
    constexpr std::array<const char*, 22> pieces{"'",   "'",    "=",  "+",      "-",     "@", "\t", "\r",
                                                 "\n",  "\r\n", "\"", ";",      ",",     "å", "😀",  " ",
                                                 "0.1", "a",    "＝", "\uFEFF", "sep=;", "1"};
    std::string text;
    for (auto left = random() % 6; left > 0; --left) text += pieces[random() % pieces.size()];
    return text;
}

TEST(Csv, WhatIsExportedAndReadAgainIsTheSame) {
    std::mt19937 random(20261126);
    for (int round = 0; round < 5'000; ++round) {
        const std::size_t width = 1 + random() % 5;
        // A header as every export has; rows without anything in them are not told from none.
        std::vector<Row> rows{Row(width, Cell("name"))};
        Records expected{std::vector<std::string>(width, "name")};
        for (auto left = random() % 4; left > 0; --left) {
            Row row;
            std::vector<std::string> cells;
            for (std::size_t at = 0; at < width; ++at) {
                if (random() % 4 == 0) {
                    row.emplace_back((static_cast<double>(random()) - 2e9) / 1000);
                } else {
                    row.emplace_back(odd_text(random));
                }
                cells.push_back(row.back().text());
            }
            if (std::ranges::all_of(cells, &std::string::empty)) continue;
            rows.push_back(row);
            expected.push_back(cells);
        }
        const auto text = written(rows);
        ASSERT_EQ(read(text), expected) << text;
        ASSERT_EQ(as_utf8(text), text.substr(3));
        for (std::size_t at = 0; at < rows.size(); ++at) {
            for (const auto& cell : rows[at]) {
                if (!cell.is_number()) continue;
                ASSERT_EQ(read_number(cell.text()), std::stod(cell.text()));
            }
        }
    }
}

TEST(Csv, ReadsWhatExcelLibreOfficeAndRWrite) {
    const Records expected{{"kpi", "value"}, {"N1", "1,5"}, {"N2", "två\r\nrader; ja"}};
    EXPECT_EQ(read("\xEF\xBB\xBFkpi;value\r\nN1;1,5\r\nN2;\"två\r\nrader; ja\"\r\n"), expected);
    EXPECT_EQ(read("\"kpi\";\"value\"\n\"N1\";\"1,5\"\n\"N2\";\"två\r\nrader; ja\"\n"), expected)
        << "R, LibreOffice";
    EXPECT_EQ(read("kpi\tvalue\nN1\t1,5\nN2\t\"två\r\nrader; ja\""), expected) << "tabs, no break at the end";
    EXPECT_EQ(read("sep=;\r\nkpi;value\r\nN1;1,5\r\nN2;\"två\r\nrader; ja\"\r\n;\r\n;\r\n"), expected)
        << "rows of separators";
    EXPECT_EQ(read("\r\nkpi;value\rN1;1,5\rN2;\"två\r\nrader; ja\"\r"), expected) << "Macintosh";
    EXPECT_EQ(read("\"a;b;c\",value\n1,2\n"), (Records{{"a;b;c", "value"}, {"1", "2"}}))
        << "semicolons inside a heading";
    EXPECT_EQ(read("one\ntwo\n"), (Records{{"one"}, {"two"}}));
    EXPECT_TRUE(read("").empty());
    EXPECT_TRUE(read(";;;;\r\n;;;;").empty());
}

TEST(Csv, TellsLinesAndWhatIsCutOff) {
    CsvReader reader("a;b\n\n;\n\"1\n2\";3\n4;\"5");
    reader.next();
    EXPECT_EQ(reader.line(), 1);
    reader.next();
    EXPECT_EQ(reader.line(), 4);
    EXPECT_FALSE(reader.is_cut_off());
    reader.next();
    EXPECT_EQ(reader.line(), 6);
    EXPECT_TRUE(reader.is_cut_off());
    EXPECT_FALSE(reader.next());
}

TEST(Encoding, ReadsWhatWindowsSaves) {
    EXPECT_EQ(as_utf8("\xC5re \x80 \x96 \x93x\x94"), "Åre € – “x”");
    EXPECT_EQ(as_utf8("\xEF\xBB\xBF\xC3\x85re"), "Åre");
    EXPECT_EQ(as_utf8("\xC3\x85re"), "Åre");
    EXPECT_EQ(as_utf8(std::string_view("\xFF\xFE\xC5\0r\0e\0\x3D\xD8\0\xDE", 12)), "Åre😀");
    EXPECT_EQ(as_utf8(std::string_view("\xFE\xFF\0\xC5\0r\0e", 8)), "Åre");
    EXPECT_EQ(as_utf8(""), "");
}

TEST(Encoding, SaysWhichLineIsSavedWithOtherLettersThanTheRest) {
    const std::string utf8 = "Namn;Ort\nBibliotek;\xC3\x85re\nHuset;\xC3\x96rebro\n";
    EXPECT_EQ(line_of_other_letters(utf8), 0);
    EXPECT_EQ(line_of_other_letters(utf8 + "Plats \xE5 1;Y\r\n" + utf8), 4);
    EXPECT_EQ(line_of_other_letters("\xEF\xBB\xBF" + utf8 + "Plats \xE5 1;Y"), 4);
    EXPECT_EQ(line_of_other_letters("Namn;Ort\nBibliotek;\xC5re\nHuset;\xD6rebro\n"), 0) << "all of it Windows";
    std::string windows = "by chance: \xC5\x96\n";
    for (int line = 0; line < 20; ++line) windows += "Plats \xE5 1\n";
    EXPECT_EQ(line_of_other_letters(windows), 0) << "a dash behind a letter looks like one letter";
    const auto refused = read_table(utf8 + "Plats \xE5 1;Y\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, TableFault::Kind::mixed_letters);
    EXPECT_NE(refused.error().words(i18n::translator("en")).find("Line 4 "), std::string::npos);
}

TEST(Encoding, SaysWhatIsNoText) {
    EXPECT_FALSE(as_utf8(std::string_view("a\0b", 3)));
    EXPECT_FALSE(as_utf8("\xEF\xBB\xBF\xC5re")) << "says UTF-8 and is not";
    EXPECT_FALSE(as_utf8("\x81\x8D"));
    EXPECT_FALSE(as_utf8("\xFF\xFE\x41")) << "half a character";
    EXPECT_FALSE(as_utf8(std::string_view("\xFF\xFE\x3D\xD8\x41\0", 6))) << "half a pair";
}

TEST(Number, ReadsNumbersAsPeopleWriteThem) {
    const std::pair<const char*, double> right[]{{"1", 1},
                                                 {"-0.1", -0.1},
                                                 {"1,5", 1.5},
                                                 {" 2,5 ", 2.5},
                                                 {"1 234,5", 1234.5},
                                                 {"12 345 678", 12345678},
                                                 {"1\u00A0234", 1234},
                                                 {"1\u202F234\u202F567,25", 1234567.25},
                                                 {"\u22120,5", -0.5},
                                                 {"–3", -3},
                                                 {"-1 234", -1234},
                                                 {"-3e2", -300},
                                                 {"+5", 5},
                                                 {"0", 0},
                                                 {"1,5e3", 1500}};
    for (const auto& [text, number] : right) EXPECT_EQ(read_number(text), number) << text;
    for (const char* text :
         {"",        " ",   "one", "1 2",   "1 23 456", "1234 567", "1,2,3", "1.234,5",  "1,234.5", "12-13",
          "1 234 5", "nan", "inf", "1e999", "0x10",     "--1",      "+-1",   "1 000 kr", "1,5 123", "'-1"}) {
        EXPECT_FALSE(read_number(text)) << text;
    }
}

}  // namespace
}  // namespace digilots::tables
