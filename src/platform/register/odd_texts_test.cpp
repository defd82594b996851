// Odd texts into every field, the search, the filters and the tables: none ends anything, and all stays
// readable.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "platform/base/text.h"
#include "platform/register/import.h"
#include "platform/register/register_for_tests.h"
#include "platform/testing/odd_texts.h"

namespace digilots::register_ {
namespace {

class OddTexts : public ::testing::Test, protected RegisterWorld {
protected:
    testing::PageServer pages{register_routes(partners), clock};
    testing::PageClient client = [this] {
        pages.person = testing::person_with(http::Role::administrator);
        return pages.client();
    }();

    /// Each text column within what the field says, in characters and in bytes.
    void expect_bounded(const Record& record) {
        const std::map<std::string, std::size_t> most{
            {"name", 100}, {"about", 4000}, {"other_names", 30 * 61 + 1},
            {"phone", 60}, {"email", 254},  {"site", 1000},
            {"colour", 7}, {"kind", 100},   {"met_on", 10},
            {"links", 3 * 1202 + 1}, {"story", 2000}};
        for (const auto& [column, characters] : most) {
            EXPECT_LE(base::length(record.text(column)), characters) << column;
            EXPECT_LE(record.text(column).size(), 4 * characters) << column;
            for (const char* hidden : {"\u202E", "\u2066", "\uFEFF", "\x1b", "\x7f"})
                EXPECT_EQ(record.text(column).find(hidden), std::string::npos) << column;
        }
    }
};

TEST_F(OddTexts, IntoEachFieldEndNothing) {
    std::vector<std::string> inputs;
    for (const auto& field : partners.declaration().fields)
        for (const auto& input : field.type->inputs(field)) inputs.push_back(input);
    int added = 0;
    for (std::uint32_t turn = 0; turn < 400; ++turn) {
        Draft draft{{"name", {"Namn " + std::to_string(turn)}}, {"kind", {"school"}}};
        draft[inputs[turn % inputs.size()]] = {testing::odd_text(turn)};
        const auto saved = partners.add(around(), draft, "anna");
        if (!saved) continue;
        ++added;
        expect_bounded(*partners.find(sundsvall, saved->id));
    }
    EXPECT_GT(added, 40);
    const auto page = client.get(partner_list);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(base::is_valid_utf8(page.html));
    const auto table = table_of_register(partners, {.search = "", .with_ended = true}, around());
    const auto plan = plan_import(partners, table, around());
    EXPECT_EQ(plan.fault, "");
    EXPECT_EQ(plan.count(PlannedRow::Kind::same), plan.rows.size()) << "out and in changes nothing";
    EXPECT_EQ(plan.rows.size(), static_cast<std::size_t>(added));
    for (const auto& row : plan.rows)
        for (const auto& cell : row.refused)
            ADD_FAILURE() << row.line << " " << cell.column << ": " << cell.message;
}

TEST_F(OddTexts, WhatTurnsTextAroundIsToldInFormsAndTablesAndNeverKept) {
    const auto form = client.get(std::string(partner_list) + "/new");
    const auto refused = client.submit(form, {{"name", "Åsa\u202E Folkhögskola"}, {"kind", "school"}}, "", "/new");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("invisible marks")) << refused.html;
    const auto asked = client.submit(refused, {}, "", "/new");
    EXPECT_TRUE(asked.says("may be a person’s name")) << "the form came without them: " << asked.html;
    const auto saved = client.submit(asked, {}, "", "/new");
    EXPECT_TRUE(saved.status == 200 && saved.says("Åsa Folkhögskola")) << saved.html;
    for (const char* input : {"name", "about", "other_names"}) {
        Draft draft{{"name", {"Namn"}}, {"kind", {"school"}}};
        draft[input] = {"a\u2067b"};
        EXPECT_FALSE(partners.add(around(), draft, "anna")) << input;
    }
    const auto plan = plan_import(partners, "Name;Kind;Reference (leave as it is)\r\nNa\u202Bmn;School;\r\n", around());
    ASSERT_EQ(plan.rows.size(), 1U);
    ASSERT_FALSE(plan.rows[0].refused.empty());
    EXPECT_TRUE(plan.rows[0].refused[0].message.contains("invisible marks")) << plan.rows[0].refused[0].message;
    EXPECT_TRUE(partners.add(around(), {{"name", {"Namn \u200E1"}}, {"kind", {"school"}}}, "anna")) << "direction marks stay";
}

TEST_F(OddTexts, AMegabyteIsRefusedAndStaysShortOnThePage) {
    const std::string megabyte(1'000'000, 'x'), four_bytes = [] {
        std::string text;
        for (int i = 0; i < 2'000; ++i) text += "\U0001F469";
        return text;
    }();
    for (const char* input : {"name", "about", "other_names", "staff", "rate", "met_on", "phone", "email",
                              "site", "colour", "kind", "share", "grade", "spot", "links", "story"}) {
        for (const auto& text : {megabyte, four_bytes}) {
            Draft draft{{"name", {"Namn"}}, {"kind", {"school"}}};
            draft[input] = {text};
            const auto saved = partners.add(around(), draft, "anna");
            const bool is_long = std::string_view(input) == "about" || std::string_view(input) == "story";
            if (is_long && text.size() < 10'000) continue;
            EXPECT_FALSE(saved) << input;
        }
    }
}

TEST_F(OddTexts, InFiltersSearchAndTablesFindNothingAndEndNothing) {
    add(full_partner());
    for (std::uint32_t turn = 0; turn < 120; ++turn) {
        const auto text = testing::odd_text(turn);
        const auto query = html::url_encode(text.substr(0, 3'000));
        const char* name = std::array{"?q=", "?kind=", "?met_on=", "?sort=", "?page=", "?contact="}[turn % 6];
        EXPECT_LT(client.get(partner_list + std::string(name) + query).status, 500) << turn;
        EXPECT_LT(client.get(std::string(partner_list) + "/" + query).status, 500) << turn;
        static_cast<void>(plan_import(partners, text, around()));
        static_cast<void>(plan_import(
            partners, "Name;Kind;Themes;Reference (leave as it is)\r\n" + text + ";" + text, around()));
    }
    EXPECT_TRUE(client.get(partner_list).says("Åsa Folkhögskola"));
}

}  // namespace
}  // namespace digilots::register_
