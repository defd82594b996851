// A register as a table: what goes out and comes in changes nothing, and nothing is written before "Do it".
#include "platform/register/import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "platform/register/register_for_tests.h"
#include "platform/tables/read_table.h"
#include "platform/tables/xlsx_writer.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::register_ {
namespace {

class ImportTest : public ::testing::Test, protected RegisterWorld {
protected:
    ImportTest() { pages.person = testing::person_with(http::Role::coordinator); }

    std::string changed(std::string table, const std::string& before, const std::string& after) {
        const auto at = table.find(before);
        EXPECT_NE(at, std::string::npos) << table;
        return at == std::string::npos ? table : table.replace(at, before.size(), after);
    }
    /// As a browser sends a file.
    testing::Page uploaded(const testing::Page& page, const std::string& bytes) {
        const auto form = testing::find_form(page.html, {{"rows", ""}}, "/import");
        if (!form) return page;
        std::string body;
        for (const auto& [name, value] : form->values)
            if (name != "file")
                body += "--grans\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                        "\r\n";
        body +=
            "--grans\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lista.csv\"\r\n"
            "Content-Type: application/octet-stream\r\n\r\n" +
            bytes + "\r\n--grans--\r\n";
        return client.send(http::Method::post, std::string(partner_list) + "/import", body,
                           {{"Content-Type", "multipart/form-data; boundary=grans"}});
    }
    using Kind = PlannedRow::Kind;

    testing::PageServer pages{register_routes(partners), clock};
    testing::PageClient client = [this] {
        pages.person = testing::person_with(http::Role::coordinator);
        return pages.client();
    }();
};

TEST_F(ImportTest, AFileThatCannotBeReadIsNamedAndTypedRowsStay) {
    const auto empty = client.get(std::string(partner_list) + "/import");
    const auto typed = client.submit(empty, {{"rows", "Fel kolumn\nTyped beside it"}}, "", "/import");
    ASSERT_TRUE(typed.says("Typed beside it")) << typed.html;
    const std::string with_nul("Na\0me;Kind\nX;School\n", 19);
    for (const auto& bytes : {with_nul, std::string("PK\x03\x04 broken"), std::string("\xff\xfe\x00")}) {
        const auto page = uploaded(typed, bytes);
        EXPECT_EQ(page.status, 422) << page.html;
        EXPECT_TRUE(page.says("lista.csv: ")) << page.html;
        EXPECT_TRUE(page.says("Typed beside it")) << page.html;
    }
}

TEST_F(ImportTest, OutAndInChangesNothingInAnyLanguage) {
    add(full_partner());
    auto hard = full_partner();
    hard["name"] = {"=1+1; \"citat\""};
    hard["about"] = {"rad ett\nrad; två\n'tre"};
    hard["rate"] = {"0,05"};
    hard["has_contract"] = {""};
    hard.erase("consent");
    add(hard);
    add({{"name", {"Tom"}}});
    for (const char* language : {"sv", "nb", "en"}) {
        auto here = around();
        here.words = &i18n::translator(language);
        const auto plan = plan_import(partners, table_of_register(partners, {}, here), here);
        EXPECT_EQ(plan.fault, "") << language;
        EXPECT_EQ(plan.count(Kind::same), 3u) << language;
        for (const auto& row : plan.rows)
            for (const auto& cell : row.refused)
                ADD_FAILURE() << language << " " << row.line << " " << cell.column << ": " << cell.message;
    }
}

TEST_F(ImportTest, ASpreadsheetHoldsWhatTheTableHoldsNumbersAsNumbers) {
    add(full_partner());
    auto second = full_partner();
    second["name"] = {"=1+1"};
    add(second);
    const auto list = client.get(std::string(partner_list) + "?q=folkhogskola");
    const auto page = client.get(list.link("Download as a spreadsheet (XLSX)"));
    EXPECT_TRUE(page.header("Content-Disposition").starts_with("attachment; filename=\"partner-sundsvall-"));
    const auto filtered = testing::cells_of_xlsx(page.html);
    ASSERT_EQ(filtered.size(), 2u) << "what the list shows";
    EXPECT_EQ(filtered[1].front(), "Åsa Folkhögskola");
    const auto rows = testing::cells_of_xlsx(sheet_of_register(partners, {}, around()));
    ASSERT_EQ(rows.size(), 3u);
    const auto column = [&](const std::string& heading) {
        return static_cast<std::size_t>(std::ranges::find(rows[0], heading) - rows[0].begin());
    };
    for (std::size_t row = 1; row < 3; ++row) {
        ASSERT_EQ(rows[row].size(), rows[0].size()) << "nothing of these is empty";
        EXPECT_EQ(rows[row][column("Hourly rate")], "#1250.5");
        EXPECT_EQ(rows[row][column("Share")], "#12.5");
        EXPECT_EQ(rows[row][column("Point")], "62.39, 17.31");
    }
    EXPECT_TRUE(rows[1].front() == "=1+1" || rows[2].front() == "=1+1") << "a text, with no sign before it";
}

TEST_F(ImportTest, NewChangedAndRefusedRowsAreToldApart) {
    const auto stands = add(full_partner());
    const auto table = table_of_register(partners, {}, around());
    const std::string rows =
        changed(table, "1250.5", "1300") +
        "Ny förening;;;;;;;;;Company;;;;;;;No;\r\n;;;;;;;;;Company;;;;;;;No;\r\n" +
        "Fel;;;många;;;;;;Kyrka;;;ring;;;;No;\r\nBorta;;;;;;;;;School;;;;;;;No;;;;;;not-there\r\n";
    const auto plan = plan_import(partners, rows, around());
    EXPECT_EQ(plan.fault, "");
    EXPECT_EQ(plan.count(Kind::changed), 1u);
    EXPECT_EQ(plan.count(Kind::added), 1u);
    EXPECT_EQ(plan.count(Kind::refused), 3u);
    ASSERT_EQ(plan.rows[0].changes.size(), 1U);
    EXPECT_EQ(text_of(plan.rows[0].changes[0], *around().words), "Hourly rate: 1,250.50\u00a0kr → 1,300\u00a0kr");
    EXPECT_EQ(plan.rows[3].refused[0].value, "många") << "what is refused is told";
    std::vector<std::string> columns;
    for (const auto& cell : plan.rows[3].refused) columns.push_back(cell.column);
    EXPECT_EQ(columns, (std::vector<std::string>{"People", "Kind", "Phone"}));
    EXPECT_EQ(plan.rows[4].refused.front().column, "Reference (leave as it is)");
    EXPECT_FALSE(carry_out(partners, plan, around(), "anna")) << "a row is refused";
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 1) << "nothing is written";
    EXPECT_TRUE(carry_out(partners, plan, around(), "anna", "", Refused::skip));
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 2);
    EXPECT_EQ(partners.find(sundsvall, stands.id)->money("rate"), 130000);
    EXPECT_EQ(partners.find(sundsvall, stands.id)->version, 2);
}

TEST_F(ImportTest, AnOldTableTellsOfWhatSomebodyElseHasChangedSince) {
    add(full_partner());
    const auto old = table_of_register(partners, {}, around());
    EXPECT_FALSE(plan_import(partners, changed(old, "1250.5", "1300"), around()).rows[0].is_stale);
    ASSERT_TRUE(carry_out(partners, plan_import(partners, changed(old, "1250.5", "1275"), around()), around(), "bo"));
    const auto plan = plan_import(partners, changed(old, "1250.5", "1300"), around());
    ASSERT_EQ(plan.count(Kind::changed), 1u);
    EXPECT_TRUE(plan.rows[0].is_stale);
    const auto same = plan_import(partners, changed(old, "1250.5", "1275"), around());
    EXPECT_EQ(same.count(Kind::same), 1u);
    EXPECT_FALSE(same.rows[0].is_stale) << "nothing would be written over";
}

TEST_F(ImportTest, AColumnThatIsNotThereKeepsWhatStands) {
    const auto stands = add(full_partner());
    const auto plan =
        plan_import(partners, "Name;Reference (leave as it is)\r\nNytt namn;" + stands.id + "\r\n", around());
    ASSERT_EQ(plan.count(Kind::changed), 1u);
    ASSERT_EQ(plan.rows[0].changes.size(), 1U);
    EXPECT_EQ(plan.rows[0].changes[0].field, "Name");
    EXPECT_TRUE(carry_out(partners, plan, around(), "anna"));
    EXPECT_EQ(partners.find(sundsvall, stands.id)->text("about"), "Kurser\nför alla");
}

TEST_F(ImportTest, AllOrNothingIsWritten) {
    const auto stands = add(full_partner());
    const std::string rows =
        "Name;Kind;Reference (leave as it is)\r\nEn;School;\r\nAnnat;School;" + stands.id + "\r\n";
    const auto plan = plan_import(partners, rows, around());
    auto draft = partners.draft_of(stands, around());
    draft["name"] = {"Meanwhile"};
    ASSERT_TRUE(partners.change(around(), stands.id, draft, "bo", base::Seen::anything()));
    EXPECT_FALSE(carry_out(partners, plan, around(), "anna"));
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 1) << "the first row is not kept either";
    EXPECT_EQ(partners.find(sundsvall, stands.id)->text("name"), "Meanwhile");
    const auto twice = plan_import(partners, "Name;Kind\r\nTvå;School\r\nTvå;School\r\n", around());
    ASSERT_EQ(twice.count(Kind::refused), 1u) << "said before anything is done";
    EXPECT_EQ(twice.rows[1].refused.front().column, "Name");
    EXPECT_EQ(twice.rows[1].refused.front().message, "There is one with that name.");
    EXPECT_EQ(twice.count(Kind::added), 1u);
}

TEST_F(ImportTest, AnotherMunicipalitysReferenceFindsNothing) {
    auto draft = full_partner();
    draft.erase("contact");
    const auto theirs = add(draft, harnosand);
    const auto plan = plan_import(
        partners, "Name;Kind;Reference (leave as it is)\r\nMin;School;" + theirs.id + "\r\n", around());
    EXPECT_EQ(plan.count(Kind::refused), 1u);
    EXPECT_EQ(*partners.find(harnosand, theirs.id), theirs);
}

TEST_F(ImportTest, WhatIsNoTableIsSaid) {
    for (const std::string table : {"", "\r\n\r\n", "Namn på något;Annat\r\n1;2\r\n", "Name\r\n\"cut off",
                                    "Name;Kind;name\r\na;School;b\r\n"})
        EXPECT_NE(plan_import(partners, table, around()).fault, "") << table;
    EXPECT_NE(plan_import(partners, std::string(400'000, 'x'), around()).fault, "");
    std::string many = "Name;Kind\r\n";
    for (int i = 0; i < 50'001; ++i) many += "N" + std::to_string(i) + ";School\r\n";
    EXPECT_NE(plan_import(partners, many, around()).fault, "");
    const auto page = uploaded(client.get(std::string(partner_list) + "/import"), many.substr(0, many.find("N10001")));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Take in at most 10,000 rows at a time") && page.says("digilots import table")) << page.html;
}

TEST_F(ImportTest, ThePageShowsWhatWouldBeDoneBeforeItIsDone) {
    const auto stands = add(full_partner());
    const auto table = table_of_register(partners, {}, around());
    EXPECT_EQ(client.get(std::string(partner_list) + "/table").html, table);
    const auto rows = changed(table, "Kurser", "Kurser; nya\n\"\"och\"\" annat") +
                      "Ny förening;;;;;;;;;Company;;;;;;;No;\r\nFel;;;många;;;;;;School;;;;;;;No;\r\n";
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"), {{"rows", rows}});
    EXPECT_TRUE(plan.says("1 new, 1 changed, 0 as they are, 1 cannot be taken in. Nothing is saved yet."))
        << plan.html;
    EXPECT_TRUE(plan.says("Write a whole number, such as 12.") && plan.says("People") &&
                plan.says("Ny förening"));
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 1);
    const auto stopped = client.submit(plan, {}, "", "/import");
    EXPECT_TRUE(stopped.says("Nothing is saved yet.")) << stopped.html;
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 1)
        << "a row is refused and nobody said to leave it out";
    const auto done = client.submit(stopped, {{"skip_refused", "1"}}, "", "/import");
    EXPECT_TRUE(done.says("The table is taken in.")) << done.html;
    EXPECT_EQ(partners.find(sundsvall, stands.id)->text("about"), "Kurser; nya\n\"och\" annat\nför alla");
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 2);
}

TEST_F(ImportTest, ATableThatIsSentTwiceIsTakenInOnce) {
    const std::string rows = "Name;Kind\r\nEn;School\r\nAnnat;School\r\n";
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"), {{"rows", rows}});
    for (int time = 0; time < 2; ++time)
        EXPECT_TRUE(client.submit(plan, {}, "", "/import").says("The table is taken in.")) << time;
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 2);
}

TEST_F(ImportTest, AReferenceThatIsUnknownIsSaidToBeAlsoWhereTheRowWasTakenInBefore) {
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"), {{"rows", "Name;Kind\r\nEn;School\r\n"}});
    EXPECT_TRUE(client.submit(plan, {}, "", "/import").says("The table is taken in."));
    const std::string rows = "Name;Kind;Reference (leave as it is)\r\nEn;School;0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11\r\n";
    const auto again = client.submit(plan, {{"rows", rows}}, "", "/import");
    EXPECT_TRUE(again.says("There is no record with this reference.")) << again.html;
    EXPECT_FALSE(again.says("was taken in on")) << again.html;
}

TEST_F(ImportTest, ABrowsersLineEndsChangeNothing) {
    const auto stands = add(full_partner());
    const auto rows = changed(table_of_register(partners, {}, around()), "Kurser", "Cirklar");
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"), {{"rows", rows}});
    const auto form = testing::find_form(plan.html, {{"checked", ""}}, "/import");
    ASSERT_TRUE(form);
    std::string sent;
    for (const auto& [name, value] : form->values)
        for (const char letter : name == "rows" ? value : std::string()) {
            if (letter == '\n' && !sent.ends_with('\r')) sent += '\r';
            sent += letter;
        }
    EXPECT_TRUE(client.submit(plan, {{"rows", sent}}, "", "/import").says("The table is taken in."));
    EXPECT_EQ(partners.find(sundsvall, stands.id)->text("about"), "Cirklar\nför alla");
}

TEST_F(ImportTest, WhatWasChangedSinceOneLookedIsShownAnew) {
    const auto stands = add(full_partner());
    const auto rows = changed(table_of_register(partners, {}, around()), "Kurser", "Cirklar");
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"), {{"rows", rows}});
    auto draft = partners.draft_of(stands, around());
    draft["staff"] = {"99"};
    ASSERT_TRUE(partners.change(around(), stands.id, draft, "bo", base::Seen::anything()));
    const auto again = client.submit(plan, {}, "", "/import");
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.says("Something was changed meanwhile")) << again.html;
    EXPECT_EQ(partners.find(sundsvall, stands.id)->whole("staff"), 99);
}

TEST_F(ImportTest, WhatIsWrongIsNamedAsTheSpreadsheetShowsIt) {
    const auto rows = plan_import(
        partners, "Name;Phone;Kind\r\n\r\nEn;\"ring\nmig\";School\r\nTvå;;School\r\nTre;x;School;mer\r\n",
        around());
    ASSERT_EQ(rows.rows.size(), 3u) << rows.fault;
    EXPECT_EQ(rows.rows[0].line, 3);
    ASSERT_EQ(rows.rows[0].refused.size(), 1u);
    EXPECT_EQ(rows.rows[0].refused[0].column, "Phone");
    EXPECT_EQ(rows.rows[0].refused[0].letter, "B");
    EXPECT_EQ(rows.rows[1].line, 4);
    EXPECT_EQ(rows.rows[2].refused.front().letter, "D");
}

TEST_F(ImportTest, AHeadingThatIsUnknownTwiceWithoutNameOrMissingIsNamed) {
    const auto fault = [&](const std::string& table) { return plan_import(partners, table, around()).fault; };
    EXPECT_EQ(fault("Name;Kind;Vikt;Höjd\r\na;School;b;c\r\n"),
              "No column here is called “Vikt” (C), “Höjd” (D). The first line names the columns.");
    EXPECT_EQ(fault("Name;Kind;name\r\na;School;b\r\n"),
              "Two columns are called “name”: A and C. Take one of them away.");
    EXPECT_EQ(fault("Name;;Kind\r\na;b;School\r\n"),
              "Column B has no name. The first line names the columns.");
    EXPECT_EQ(fault("Name\r\na\r\n"), "The table has no column “Kind”, which new rows need.");
}

TEST_F(ImportTest, ATableInAnotherLanguageThanTheReadersIsReadAllTheSame) {
    add(full_partner());
    auto swedish = around();
    swedish.words = &i18n::translator("sv");
    const auto plan = plan_import(partners, table_of_register(partners, {}, swedish), around());
    EXPECT_EQ(plan.fault, "");
    EXPECT_EQ(plan.count(Kind::same), 1u);
}

TEST_F(ImportTest, ASpreadsheetAsItWentOutChangesNothing) {
    add(full_partner());
    auto hard = full_partner();
    hard["name"] = {"=1+1; \"citat\""};
    hard["about"] = {"rad ett\nrad; två\n'tre"};
    hard["share"] = {"0,1"};
    add(hard);
    const auto table = tables::read_table(sheet_of_register(partners, {}, around()));
    ASSERT_TRUE(table);
    const auto plan = plan_import(partners, *table, around());
    EXPECT_EQ(plan.fault, "");
    EXPECT_EQ(plan.count(Kind::same), 2u);
}

TEST_F(ImportTest, OfFiveHundredRowsTwentyWrongOnesAreNamedEach) {
    tables::XlsxWriter writer("Partner");
    writer.line({"Name", "People", "Kind", "Met on"});
    std::set<int> wrong;
    for (int i = 0; i < 500; ++i) {
        const bool is_wrong = i % 25 == 7;
        if (is_wrong) wrong.insert(i + 2);
        writer.line({"Förening " + std::to_string(i), is_wrong ? tables::Cell("många") : tables::Cell(i + 1),
                     "School", "27.11.2026"});
    }
    ASSERT_EQ(wrong.size(), 20u);
    const auto table = tables::read_table(std::move(writer).take());
    ASSERT_TRUE(table);
    const auto plan = plan_import(partners, *table, around());
    EXPECT_EQ(plan.count(Kind::added), 480u);
    std::set<int> named;
    for (const auto& row : plan.rows) {
        if (row.refused.empty()) continue;
        named.insert(row.line);
        ASSERT_EQ(row.refused.size(), 1u);
        EXPECT_EQ(row.refused[0].column, "People");
        EXPECT_EQ(row.refused[0].letter, "B");
        EXPECT_EQ(row.refused[0].message, "Write a whole number, such as 12.");
    }
    EXPECT_EQ(named, wrong);
}

TEST_F(ImportTest, AFormulaThatWasNeverWorkedOutIsRefusedAndStaysSoUntilItIsDone) {
    const auto file = testing::xlsx_of(
        {.rows =
             R"(<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Kind</t></is></c>)"
             R"(<c t="inlineStr"><is><t>About</t></is></c></row>)"
             R"(<row r="5"><c t="inlineStr"><is><t>En</t></is></c><c t="inlineStr"><is>)"
            R"(<t>School</t></is></c><c><f>1+1</f></c></row>)"
             R"(<row r="6"><c t="inlineStr"><is><t>Annan</t></is></c><c t="inlineStr"><is><t>School</t></is></c></row>)"});
    const auto page = client.get(std::string(partner_list) + "/import");
    const auto plan = uploaded(page, file);
    EXPECT_TRUE(plan.says("About (C)") && plan.says("a formula whose value was not saved")) << plan.html;
    EXPECT_TRUE(client.submit(plan, {{"skip_refused", "1"}}, "", "/import").says("The table is taken in."));
    const auto all = partners.list(around(), {}, 10, 0);
    ASSERT_EQ(all.found, 1);
    EXPECT_EQ(all.records[0].text("name"), "Annan");
}

TEST_F(ImportTest, WhatSomebodyElseTookMeanwhileIsNamedNeverAnEmptyReview) {
    const auto plan = client.submit(client.get(std::string(partner_list) + "/import"),
                                    {{"rows", "Name;Kind\r\nEn;School\r\nTvå;School\r\n"}});
    add({{"name", {"Två"}}});
    const auto again = client.submit(plan, {}, "", "/import");
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.says("Rows that are not as you saw them any more")) << again.html;
    EXPECT_TRUE(again.says("Name (A)") && again.says("There is one with that name.")) << again.html;
    EXPECT_EQ(partners.list(around(), {}, 10, 0).found, 1);
}

}  // namespace
}  // namespace digilots::register_
