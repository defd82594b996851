// Files made to break who reads them: each is refused with a reason, and this process never notices.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sys/resource.h>

#include <thread>

#include "platform/tables/read_table.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::tables {
namespace {

using testing::ods_of, testing::xlsx_of, testing::zip_of;
using Kind = TableFault::Kind;
using std::chrono::milliseconds, std::chrono::steady_clock;

Kind refusal(const std::string& file, const ReadingProcess& process = {}) {
    const auto table = read_table(file, {}, process);
    if (table) ADD_FAILURE() << "read " << table->rows.size() << " rows";
    return table ? Kind::no_table : table.error().kind;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

constexpr const char* one_row = R"(<row r="1"><c t="inlineStr"><is><t>Namn</t></is></c></row>)";

TEST(Attack, WhatIsNotWhatItSaysIsSaid) {
    EXPECT_EQ(refusal(std::string("\x7f"
                                  "ELF\2\1\1\0\0\0\0",
                                  11)),
              Kind::document);
    EXPECT_EQ(refusal("%PDF-1.7\n..."), Kind::document);
    EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), Kind::old_or_locked);
    EXPECT_EQ(refusal("<html><body><table><tr><td>1</td></tr></table></body></html>"), Kind::web_page);
    EXPECT_EQ(refusal(std::string("a;b\0c", 5)), Kind::no_table);
    EXPECT_EQ(refusal(zip_of({{"word/document.xml", "<w/>"}, {"[Content_Types].xml", "<t/>"}})),
              Kind::document);
    EXPECT_EQ(refusal(zip_of({{"xl/workbook.bin", "x"}})), Kind::binary_workbook);
    EXPECT_EQ(refusal(zip_of({{"picture.jpg", "x"}})), Kind::no_table);
    EXPECT_EQ(refusal(""), Kind::empty);
    EXPECT_EQ(refusal(xlsx_of({.rows = ""})), Kind::empty);
}

TEST(Attack, AFirstSheetThatIsEmptyNamesTheOthers) {
    const auto table = read_table(xlsx_of(
        {.rows = "",
         .workbook =
             R"(<sheets><sheet name="Om" sheetId="3" state="hidden" r:id="rId4"/>)"
            R"(<sheet name="Tom" sheetId="1" r:id="rId1"/>)"
            R"(<sheet name="Platser" sheetId="2" r:id="rId4"/></sheets>)"}));
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().kind, Kind::first_sheet_empty);
    EXPECT_NE(table.error().words(i18n::translator("sv")).find("Platser"), std::string::npos);
}

TEST(Attack, AZipBombIsRefusedBeforeItIsUnpacked) {
    // 40 MB of zeros in a file of 40 kB, ten times; and one that says less than it holds.
    const std::pair<std::string, std::string> zeros{"xl/workbook.xml", std::string(40 * 1024 * 1024, '0')};
    const auto bomb = zip_of({zeros, zeros, zeros, zeros, zeros, zeros, zeros});
    ASSERT_LT(bomb.size(), 1024u * 1024);
    EXPECT_EQ(refusal(bomb, {.command = {"/nonexistent"}}), Kind::too_large) << "no child was started for it";
    auto liar = xlsx_of({.rows = one_row + repeated(" ", 1'000'000)});
    const auto directory = liar.rfind("xl/worksheets/sheet1.xml") - 46;
    ASSERT_EQ(liar.substr(directory, 4), "PK\1\2");
    liar[directory + 24] = 100;
    liar[directory + 25] = liar[directory + 26] = 0;
    EXPECT_EQ(refusal(liar), Kind::cut_off);
    std::vector<std::pair<std::string, std::string>> many(5'000, {"a", ""});
    EXPECT_EQ(refusal(zip_of(many)), Kind::too_large);
    // Two entries of the same bytes: how small files say that they hold petabytes.
    auto twice = zip_of({{"aaaa", "x"}, {"bbbb", "x"}});
    const auto second = twice.rfind("bbbb") - 46;
    twice[second + 42] = 0;
    EXPECT_EQ(refusal(twice), Kind::too_large);
}

TEST(Attack, ATruncatedFileIsRefusedWhereverItEnds) {
    const auto whole = xlsx_of({.rows = one_row});
    ASSERT_TRUE(read_table(whole));
    for (std::size_t size = 4; size < whole.size(); size += 7)
        EXPECT_EQ(refusal(whole.substr(0, size)), Kind::cut_off) << size;
}

TEST(Attack, ChangedBytesNeverEndThisProcess) {
    const auto whole = xlsx_of({.rows = one_row, .shared = "<si><t>x</t></si>"});
    int read = 0;
    for (std::size_t at = 0; at < whole.size(); at += 101) {
        auto broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x55);
        read += read_table(broken).has_value() ? 1 : 0;
    }
    EXPECT_LT(read, static_cast<int>(whole.size() / 101));
}

TEST(Attack, EntitiesAndDocumentTypesAreRefused) {
    std::string laughs = R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">)";
    for (char name = 'b'; name < 'n'; ++name)
        laughs += "<!ENTITY " + std::string(1, name) + " \"" +
                  repeated("&" + std::string(1, static_cast<char>(name - 1)) + ";", 10) + "\">";
    EXPECT_EQ(refusal(zip_of({{"xl/workbook.xml", laughs + "]><x>&m;</x>"}})), Kind::dangerous);
    EXPECT_EQ(refusal(zip_of(
                  {{"content.xml", R"(<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>)"}})),
              Kind::dangerous);
}

TEST(Attack, PathsInAZipLeadNowhere) {
    const std::string main =
        R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
            R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
    const auto file = zip_of(
        {{"xl/workbook.xml",
          "<workbook" + main + R"(><sheets><sheet name="a" r:id="r1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>)"},
         {"/etc/passwd", "root"},
         {"../../etc/passwd", "root"}});
    EXPECT_EQ(refusal(file), Kind::cut_off);
}

TEST(Attack, TooManyRowsColumnsAndLettersAreRefused) {
    const auto wide = read_table(xlsx_of({.rows = R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"}));
    ASSERT_FALSE(wide);
    EXPECT_EQ(wide.error().kind, Kind::too_many_columns);
    EXPECT_EQ(wide.error().detail, "XFD1");
    EXPECT_EQ(
        refusal(ods_of(
            R"(<table:table table:name="a"><table:table-row>)"
            R"(<table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="7"/>)"
            R"(</table:table-row></table:table>)")),
        Kind::too_many_columns);
    EXPECT_EQ(refusal(repeated(";", 1'000'000) + "x\n"), Kind::too_many_columns);
    EXPECT_EQ(refusal(xlsx_of({.rows = R"(<row r="200001"><c><v>1</v></c></row>)"})), Kind::too_many_rows);
    EXPECT_EQ(
        refusal(ods_of(
            R"(<table:table table:name="a">)"
            R"(<table:table-row table:number-rows-repeated="1000000">)"
            R"(<table:table-cell office:value-type="float" office:value="7"/>)"
            R"(</table:table-row></table:table>)")),
        Kind::too_many_rows);
    EXPECT_EQ(refusal(repeated("x\n", 200'001)), Kind::too_many_rows);
    const auto long_cell =
        read_table(xlsx_of({.rows = R"(<row r="1"><c t="inlineStr"><is><t>)" + std::string(10'000'000, 'x') +
                                    "</t></is></c></row>"}));
    ASSERT_TRUE(long_cell);
    EXPECT_EQ(long_cell->rows.at(0).faults.at(0).fault, CellFault::too_long);
    EXPECT_EQ(refusal(xlsx_of({.rows = R"(<row r="1"><c t="s"><v>9</v></c></row>)"})), Kind::cut_off);
    // A text of 100 kB that 1 000 cells share: 100 MB out of nothing.
    std::string cells;
    for (int i = 1; i <= 1'000; ++i)
        cells += "<row r=\"" + std::to_string(i) + R"("><c t="s"><v>0</v></c></row>)";
    EXPECT_EQ(
        refusal(xlsx_of({.rows = cells, .shared = "<si><t>" + std::string(100'000, 'x') + "</t></si>"})),
        Kind::too_large);
}

TEST(Attack, AChildThatHangsCrashesOrBabblesHurtsNobody) {
    const auto file = xlsx_of({.rows = one_row});
    const auto before = steady_clock::now();
    EXPECT_EQ(refusal(file, {.command = {"/bin/sleep", "1000"}, .longest = milliseconds(200)}),
              Kind::too_slow);
    EXPECT_LT(steady_clock::now() - before, std::chrono::seconds(10));
    EXPECT_EQ(refusal(file, {.command = {"/bin/sh", "-c", "kill -SEGV $$"}}), Kind::not_read);
    EXPECT_EQ(refusal(file, {.command = {"/bin/false"}}), Kind::not_read);
    EXPECT_EQ(refusal(file, {.command = {"/bin/cat", "/dev/zero"}}), Kind::not_read);
    EXPECT_EQ(refusal(file, {.command = {"/bin/sh", "-c",
                                         "printf 'r\\1\\0\\0\\0\\1\\0\\0\\0\\0\\377\\377\\377\\177'"}}),
              Kind::not_read);
    EXPECT_EQ(refusal(file, {.command = {"/bin/sh", "-c", "printf r; exec sleep 1000"},
                             .longest = milliseconds(200)}),
              Kind::too_slow);
    EXPECT_TRUE(read_table(file)) << "and the next is read";
}

TEST(Attack, WhileTwoAreReadAThirdIsTold) {
    const auto file = xlsx_of({.rows = one_row});
    ReadingProcess hanging{.command = {"/bin/sleep", "1000"}, .longest = milliseconds(6'000)};
    hanging.longest_wait = milliseconds(50);
    std::array<Kind, 3> kinds{};
    {
        std::vector<std::jthread> readers;
        for (auto& kind : kinds) readers.emplace_back([&] { kind = refusal(file, hanging); });
    }
    EXPECT_EQ(std::ranges::count(kinds, Kind::busy), 1);
    EXPECT_EQ(std::ranges::count(kinds, Kind::too_slow), 2);
}

}  // namespace
}  // namespace digilots::tables
