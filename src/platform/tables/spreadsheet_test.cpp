// Spreadsheets as programs write them, and what a cell says.
#include <gtest/gtest.h>

#include "platform/base/text.h"
#include "platform/tables/read_table.h"
#include "platform/tables/xlsx_writer.h"
#include "platform/testing/odd_texts.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::tables {
namespace {

using testing::ods_of, testing::xlsx_of;
using Cells = std::vector<std::string>;

Table read(const std::string& file) {
    auto table = read_table(file);
    if (!table) {
        ADD_FAILURE() << table.error().words(i18n::translator("en"));
        return {};
    }
    return *std::move(table);
}

const TableRow& row(const Table& table, std::int64_t number) {
    static const TableRow none;
    for (const auto& one : table.rows)
        if (one.number == number) return one;
    ADD_FAILURE() << "no row " << number;
    return none;
}

TEST(Spreadsheet, SharedInlineAndComputedTextsNumbersAndTruth) {
    const auto table = read(xlsx_of(
        {.rows =
             R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Te</t><r><t>xt</t></r></is></c></row>)"
             R"(<row r="17"><c r="A17" t="s"><v>1</v></c><c r="B17"><v>1299.9000000000001</v></c>)"
             R"(<c r="C17" t="str"><f>A1&amp;"x"</f><v>räknat</v></c><c r="D17" t="b"><v>1</v></c>)"
             R"(<c r="E17"><v>46701234567</v></c></row>)",
         .shared = R"(<si><t>Namn</t></si><si><r><t>Rad ett_x000D_</t></r><r><t xml:space="preserve">
två</t></r><rPh sb="0" eb="1"><t>läshjälp</t></rPh></si>)"}));
    EXPECT_EQ(row(table, 1).cells, (Cells{"Namn", "", "Text"}));
    EXPECT_EQ(row(table, 17).cells, (Cells{"Rad ett\r\ntvå", "1299.9", "räknat", "1", "46701234567"}));
    EXPECT_EQ(table.rows.size(), 2u);
}

TEST(Spreadsheet, DaysHoursAndPercentagesAreWhatTheCellShows) {
    const std::string formats =
        R"(<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[$-41D]d\ mmmm\ yyyy;@"/>)"
        R"(<numFmt numFmtId="166" formatCode="hh:mm"/><numFmt numFmtId="167" formatCode="0.0%"/>)"
        R"(<numFmt numFmtId="168" formatCode="dd\.mm\.yyyy\ hh:mm"/>)"
            R"(<numFmt numFmtId="169" formatCode="#,##0.00\ &quot;kr per dag&quot;"/>)"
        R"(<numFmt numFmtId="170" formatCode="[Red]0;[h]:mm"/>)";
    const std::string cells =
        R"(<row r="1"><c s="1"><v>46353</v></c><c s="2"><v>46353</v></c><c s="3"><v>0.354166666666667</v></c>)"
        R"(<c s="4"><v>0.125</v></c><c s="5"><v>46353.3541666667</v></c><c s="6"><v>1250.5</v></c><c s="7"><v>4</v></c>)"
        R"(<c s="1"><v>1</v></c><c s="1"><v>-3</v></c><c t="d"><v>2026-11-27T00:00:00</v></c></row>)";
    EXPECT_EQ(row(read(xlsx_of({.rows = cells, .formats = formats})), 1).cells,
              (Cells{"2026-11-27", "2026-11-27", "08:30", "12.5%", "2026-11-27 08:30", "1250.5", "4",
                     "1900-01-01", "-3", "2026-11-27"}));
    const std::string old =
        R"(<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>)";
    EXPECT_EQ(row(read(xlsx_of({.rows = R"(<row r="1"><c s="1"><v>44891</v></c></row>)",
                                .formats = formats,
                                .workbook = old})),
                  1)
                  .cells,
              Cells{"2026-11-27"});
}

TEST(Spreadsheet, OpenDocumentSaysTheSame) {
    const auto table = read(ods_of(
        R"(<table:tracked-changes><table:table-cell><text:p>före</text:p></table:table-cell></table:tracked-changes>)"
        R"(<table:table table:name="Blad1"><table:table-row><table:table-cell office:value-type="string"><office:annotation>)"
        R"(<text:p>kommentar</text:p></office:annotation><text:p>Namn )"
            R"(<text:span>här</text:span><text:s text:c="2"/>slut</text:p>)"
        R"(<text:p>rad två</text:p></table:table-cell><table:covered-table-cell/>)"
        R"(<table:table-cell office:value-type="currency" office:value="1250.5">)"
            R"(<text:p>1 250,50 kr</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2026-11-27">)"
            R"(<text:p>27.11.2026</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="time" office:time-value="PT08H05M00S">)"
            R"(<text:p>08.05</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SANT</text:p></table:table-cell>)"
        R"(<table:table-cell table:formula="of:=1+1" office:value-type="string" office:string-value="räknat">)"
            R"(<text:p>räknat</text:p></table:table-cell>)"
        R"(<table:table-cell table:number-columns-repeated="16000"/></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="2">)"
            R"(<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>)"
            R"(</table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>)"
        R"(<table:table table:name="Blad2"><table:table-row>)"
            R"(<table:table-cell office:value-type="string"><text:p>annat</text:p>)"
            R"(</table:table-cell></table:table-row></table:table>)"));
    EXPECT_EQ(row(table, 1).cells, (Cells{"Namn här  slut\nrad två", "", "1250.5", "12.5%", "2026-11-27",
                                          "08:05", "1", "räknat"}));
    EXPECT_EQ(row(table, 5).cells, (Cells{"7", "7"}));
    EXPECT_EQ(row(table, 6).cells, (Cells{"7", "7"}));
    EXPECT_EQ(table.rows.size(), 3u);
}

TEST(Spreadsheet, AFormulaWithoutItsValueAndAnErrorAreNamedNeverComputed) {
    const auto faults = [](const TableRow& row) {
        std::vector<std::pair<std::size_t, CellFault>> all;
        for (const auto& fault : row.faults) all.emplace_back(fault.column, fault.fault);
        return all;
    };
    using Faults = std::vector<std::pair<std::size_t, CellFault>>;
    const auto xlsx = read(xlsx_of(
        {.rows =
             R"(<row r="2"><c r="A2"><v>1</v></c><c r="C2"><f>1+1</f></c>)"
             R"(<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="str"><f>""</f><v></v></c></row>)"}));
    EXPECT_EQ(faults(row(xlsx, 2)), (Faults{{2, CellFault::not_computed}, {3, CellFault::error}}));
    const auto ods = read(ods_of(
        R"(<table:table table:name="a"><table:table-row><table:table-cell table:formula="of:=1+1"/>)"
        R"(<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">)"
            R"(<text:p>#DIV/0!</text:p></table:table-cell>)"
        R"(</table:table-row></table:table>)"));
    EXPECT_EQ(faults(row(ods, 1)), (Faults{{0, CellFault::not_computed}, {1, CellFault::error}}));
}

TEST(Spreadsheet, OurOwnComesBackAsItWentWhateverItSays) {
    XlsxWriter writer("x");
    std::vector<std::string> texts{"_x0041_ och _x000D_", "rad ett\nrad två", "=1+1", "'citat",
                                   " mellanslag ",        "a\uFFFFb"};
    for (std::uint32_t turn = 0; turn < 300; ++turn)
        if (const auto text = testing::odd_text(turn); text.size() < 20'000 && base::is_valid_utf8(text))
            texts.push_back(text);
    ASSERT_GT(texts.size(), 100u);
    for (std::size_t i = 0; i < texts.size(); ++i) writer.line({std::to_string(i), texts[i], 0.1});
    const auto table = read(std::move(writer).take());
    ASSERT_EQ(table.rows.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (const char* none : {"\uFFFE", "\uFFFF"})
            for (auto at = texts[i].find(none); at != std::string::npos; at = texts[i].find(none))
                texts[i].erase(at, 3);
        std::erase(texts[i], '\0');
        ASSERT_EQ(table.rows[i].cells.size(), 3u);
        EXPECT_EQ(table.rows[i].cells[1], texts[i]) << i;
        EXPECT_EQ(table.rows[i].cells[2], "0.1");
    }
}

TEST(Spreadsheet, TypedTextHoldsTheSameRowsInTheirPlaces) {
    const auto table =
        read(xlsx_of({.rows = R"(<row r="2"><c t="inlineStr"><is><t>a;"b"</t></is></c><c><f>1</f></c></row>)"
                              R"(<row r="9"><c t="inlineStr"><is><t>=1+1</t></is></c></row>)"}));
    auto again = read_typed_table(typed_text_of(table));
    ASSERT_TRUE(again);
    take_faults(faults_text_of(table), *again);
    EXPECT_EQ(row(*again, 2).cells, Cells{"a;\"b\""});
    ASSERT_EQ(row(*again, 2).faults.size(), 1u);
    EXPECT_EQ(row(*again, 2).faults.front().column, 1u);
    EXPECT_EQ(row(*again, 9).cells, Cells{"=1+1"});
}

TEST(Spreadsheet, ARowOfACsvIsCountedAsASpreadsheetDoes) {
    const auto table = read_typed_table("sep=;\r\nNamn;Om\r\n\r\nA;\"rad ett\nrad två\"\r\nB;x\r\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(row(*table, 1).cells, (Cells{"Namn", "Om"}));
    EXPECT_EQ(row(*table, 3).cells, (Cells{"A", "rad ett\nrad två"}));
    EXPECT_EQ(row(*table, 4).cells, (Cells{"B", "x"}));
}

TEST(Spreadsheet, ColumnsAreNamedAsTheSpreadsheetDoes) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(16'383), "XFD");
}

}  // namespace
}  // namespace digilots::tables
