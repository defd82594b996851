#include <gtest/gtest.h>

#include <filesystem>

#include "platform/tables/xlsx_writer.h"
#include "platform/testing/database.h"
#include "platform/testing/odd_texts.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::tables {
namespace {

using testing::cells_of_xlsx, testing::part_of_zip;
using Rows = std::vector<std::vector<std::string>>;

TEST(Xlsx, NumbersAreNumbersAndTextsAreTextsAndNeverFormulas) {
    XlsxWriter writer("Partners");
    writer.line({"Namn", "Antal", "Andel"});
    writer.line({"Åsa & <b>", 12, 12.5});
    writer.line({"=1+1", "", Cell(std::optional<double>())});
    writer.line({"+46 60", "060", -0.25});
    const auto file = std::move(writer).take();
    EXPECT_EQ(cells_of_xlsx(file), (Rows{{"Namn", "Antal", "Andel"},
                                         {"Åsa & <b>", "#12", "#12.5"},
                                         {"=1+1"},
                                         {"+46 60", "060", "#-0.25"}}));
    EXPECT_EQ(part_of_zip(file, "xl/worksheets/sheet1.xml").find("<f>"), std::string::npos);
    EXPECT_NE(part_of_zip(file, "xl/workbook.xml").find("name=\"Partners\""), std::string::npos);
}

TEST(Xlsx, AnyTitleAndAnyTextMakesAFileThatOpens) {
    for (const char* title : {"", "a/b:c[d]*?\\'", "En mycket lång rubrik som inte får plats på en flik i ett kalkylblad"}) {
        XlsxWriter writer(title);
        writer.line({"Namn"});
        for (std::uint32_t turn = 0; turn < 60; ++turn) writer.line({testing::odd_text(turn), std::to_string(turn)});
        EXPECT_EQ(cells_of_xlsx(std::move(writer).take()).size(), 61u) << title;
    }
}

TEST(Xlsx, ALongNumberLosesNoDigit) {
    XlsxWriter writer("x");
    writer.line({"x"});
    writer.line({std::int64_t{1234567890123456789}});
    EXPECT_EQ(cells_of_xlsx(std::move(writer).take())[1], std::vector<std::string>{"1234567890123456789"});
}

TEST(Xlsx, AmountsAreNumbersThatAreShownAsMoney) {
    XlsxWriter writer("x");
    writer.line({"Line", "Paid"});
    writer.line({"Travel", Cell::money(2'831'250)});
    writer.line({"Fees", Cell::money(-50'000)});
    const auto file = std::move(writer).take();
    EXPECT_EQ(cells_of_xlsx(file), (Rows{{"Line", "Paid"}, {"Travel", "#28312.5"}, {"Fees", "#-500"}}));
    EXPECT_NE(part_of_zip(file, "xl/styles.xml").find("numFmtId=\"4\""), std::string::npos) << "thousands and two decimals";
}

TEST(Xlsx, NothingIsLeftBehind) {
    const testing::TemporaryFolder temporary;
    setenv("TMPDIR", temporary.path().c_str(), 1);
    {
        XlsxWriter taken("x"), left("y");
        taken.line({"a"});
        left.line({"a"});
        EXPECT_FALSE(std::filesystem::is_empty(temporary.path()));
        EXPECT_FALSE(std::move(taken).take().empty());
    }
    unsetenv("TMPDIR");
    EXPECT_TRUE(std::filesystem::is_empty(temporary.path()));
}

}  // namespace
}  // namespace digilots::tables
