// Registers of few that are added on a page, ordered by what is sorted and taken away, and registers of one.
#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/register_for_tests.h"

namespace digilots::register_ {
namespace {

constexpr const char* step_list = "/sundsvall/staff/steps";
constexpr const char* house_form = "/sundsvall/staff/house";

constexpr const char* step_table = R"(CREATE TABLE step (
    municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, title TEXT NOT NULL, number INTEGER, kinds TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT)";
constexpr const char* house_table = R"(CREATE TABLE house (
    municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, rule TEXT NOT NULL, colour TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT)";

std::vector<Choice> grouped_kinds(const Surroundings&) {
    return {{.key = "red", .label = "Red", .group = "Warm"},
            {.key = "orange", .label = "Orange", .group = "Warm"},
            {.key = "blue", .label = "Blue", .group = "Cold"},
            {.key = "grey", .label = "Grey", .is_offered = false, .group = "Cold"}};
}

Register step_register() {
    return {.key = "step",
            .table = "step",
            .names = {i18n::Text{"Steps"}, i18n::Text{"Step"}},
            .path = "/staff/steps",
            .fields = {text("title", i18n::Text{"Title"}, 60).required().listed(),
                       whole_number("number", i18n::Text{"Number"}, 1, 8)
                           .required()
                           .listed()
                           .sorted()
                           .unique(i18n::Text{"Another step has that number."}),
                       terms("kinds", i18n::Text{"Kinds"}, grouped_kinds)},
            .new_id = [](const Record& record, const std::vector<Record>&) { return "the-" + record.text("title"); },
            .proposed = [](const std::vector<Record>& others) -> Draft {
                return {{"number", {std::to_string(others.size() + 1)}}};
            },
            .size = Size::few,
            .adding = Adding::on_a_page,
            .at_most = 3,
            .endings = Endings::removed,
            .remove = http::Role::coordinator,
            .words = {.remove = i18n::Text{"Take it away"}}};
}

Register house_register() {
    return {.key = "house",
            .table = "house",
            .names = {i18n::Text{"The house"}, i18n::Text{"The house"}},
            .see = http::Role::guide,
            .change = http::Role::administrator,
            .path = "/staff/house",
            .fields = {text("rule", i18n::Text{"Rule"}, 60)
                           .required()
                           .section(i18n::Text{"Order"}, i18n::Text{"Who comes in reads it."}),
                       colour("colour", i18n::Text{"Colour"}, ColourUse::carries_white_text),
                       term("kind", i18n::Text{"Kind"}, partner_kinds()).when_none(i18n::Text{"As proposed"})},
            .rules =
                [](const Checked& checked, Problems& problems) {
                    if (checked.record.text("rule") == base::format_date(checked.around.today))
                        problems.push_back({"rule", i18n::Text{"That is today."}});
                },
            .around_only = [](const Record& record, const html::Page&) -> AroundOnly {
                return {.notices = {{.text = record.id.empty() ? "Nothing is said yet" : "Something is said"}},
                        .links = {{"People", "/people"}},
                        .below = {{"Neighbours", "They see it.", {"Norra huset"}}}};
            },
            .size = Size::one,
            .endings = Endings::none,
            .traces = {.changed = "rules changed"}};
}

class Sizes : public ::testing::Test, protected RegisterWorld {
protected:
    Sizes() {
        make_table(*database, step_table);
        make_table(*database, house_table);
    }
    testing::PageClient as(http::Role role) {
        pages.person = testing::person_with(role);
        return pages.client();
    }
    std::string titles() const {
        std::string all;
        for (const auto& step : steps.all(sundsvall)) all += step.text("title") + " ";
        return all;
    }
    static http::Routes both(Records& few, Records& one) {
        auto routes = register_routes(few);
        for (auto& route : register_routes(one)) routes.push_back(std::move(route));
        return routes;
    }

    Records steps{step_register(), *database, clock}, house{house_register(), *database, clock};
    testing::PageServer pages{both(steps, house), clock};
};

TEST_F(Sizes, StandInTablesAsDeclaredAndEveryStatementRuns) {
    run_every_statement(steps, around());
    run_every_statement(house, around());
}

TEST_F(Sizes, FewAreAddedOnAPageThatProposesAndStandInTheOrderOfWhatIsSorted) {
    auto person = as(http::Role::coordinator);
    const auto add = [&](const testing::FormFields& fields) {
        return person.submit(person.get(person.get(step_list).link("Add")), fields, "", "/new");
    };
    EXPECT_TRUE(add({{"title", "two"}, {"number", "2"}}).says("It is added."));
    EXPECT_TRUE(person.get(std::string(step_list) + "/new").says("value=\"2\"")) << "one stands already";
    EXPECT_TRUE(add({{"title", "one"}, {"number", "1"}}).says("It is added."));
    EXPECT_EQ(titles(), "one two ");
    EXPECT_TRUE(steps.find(sundsvall, "the-one"));
    const auto taken = add({{"title", "three"}, {"number", "2"}});
    EXPECT_EQ(taken.status, 422);
    EXPECT_TRUE(taken.says("Another step has that number.") && taken.says("value=\"three\""));
    EXPECT_TRUE(add({{"title", "last"}, {"number", "8"}}).says("It is added."));
    EXPECT_TRUE(add({{"title", "more"}, {"number", "5"}}).says("There is no room for more."));
    EXPECT_EQ(titles(), "one two last ");
}

TEST_F(Sizes, FewAreTakenAwayAfterAQuestionByWhoMay) {
    ASSERT_TRUE(steps.add(around(), {{"title", {"one"}}, {"number", {"1"}}}, "anna"));
    const std::string url = std::string(step_list) + "/the-one";
    const auto read = as(http::Role::guide).get(url);
    EXPECT_TRUE(read.says(">one<")) << "who may see it reads it";
    EXPECT_FALSE(read.says("name=\"title\"") || read.says("Take it away"));
    auto person = as(http::Role::coordinator);
    const auto asked = person.submit(person.get(url), {}, "", "/remove");
    EXPECT_TRUE(asked.says("It cannot be brought back.") && asked.says("Take it away"));
    EXPECT_EQ(titles(), "one ");
    EXPECT_TRUE(person.submit(asked, {}, "", "/remove").says("It is deleted."));
    EXPECT_EQ(titles(), "");
}

TEST_F(Sizes, ChoicesOfAGroupStandTogetherAndWhatIsNotOfferedStaysWhereItWasChosen) {
    ASSERT_TRUE(steps.add(around(), {{"title", {"one"}}, {"number", {"1"}}, {"kinds", {"grey"}}}, "anna"));
    auto person = as(http::Role::coordinator);
    const auto form = person.get(std::string(step_list) + "/new");
    EXPECT_TRUE(form.says("Warm") && form.says("Cold") && form.says("Orange"));
    EXPECT_FALSE(form.says("Warm: Red") || form.says("Grey"));
    const std::string url = std::string(step_list) + "/the-one";
    EXPECT_TRUE(person.get(url).says("Grey"));
    person.submit(person.get(url), {{"kinds", "grey"}, {"kinds", "blue"}, {"kinds", "red"}});
    EXPECT_EQ(steps.find(sundsvall, "the-one")->list("kinds"), (std::vector<std::string>{"grey", "red", "blue"}))
        << "what was chosen stays where it was, the rest in the list's order";
}

TEST_F(Sizes, TheOnlyRecordIsAFormThatSavesItAndSaysWhatIsWrong) {
    auto person = as(http::Role::administrator);
    const auto empty = person.get(house_form);
    EXPECT_TRUE(empty.says("Nothing is said yet") && empty.says("Who comes in reads it.") && empty.says("Norra huset"));
    EXPECT_EQ(person.submit(empty, {{"rule", ""}}).status, 422);
    EXPECT_TRUE(person.submit(empty, {{"rule", "2026-11-26"}}).says("That is today."));
    const auto pale = person.submit(empty, {{"rule", "Ring first"}, {"colour", "#777777"}});
    EXPECT_EQ(pale.status, 422);
    EXPECT_TRUE(pale.says("contrast of 4.4 to 1") && pale.says("at least 4.5 to 1")) << "4.48 is not rounded up";
    EXPECT_TRUE(pale.says("value=\"Ring first\""));
    EXPECT_FALSE(house.find(sundsvall, sundsvall));
    const auto saved = person.submit(pale, {{"colour", "#005b99"}});
    EXPECT_TRUE(saved.says("The change is saved.") && saved.says("Something is said")) << saved.html;
    EXPECT_TRUE(saved.says("White text on it has a contrast of 7.1 to 1.")) << saved.html;
    EXPECT_TRUE(saved.says("As proposed"));
    EXPECT_EQ(house.find(sundsvall, sundsvall)->text("colour"), "#005b99");
    EXPECT_FALSE(house.find(harnosand, harnosand));
    EXPECT_FALSE(as(http::Role::guide).get(house_form).says("<button class=\"ds-button\" data-variant=\"primary\" type=\"submit\">Save"));
}

TEST_F(Sizes, OfTwoWhoSaveTheOnlyRecordTheLaterIsTold) {
    auto first = as(http::Role::administrator), second = as(http::Role::administrator);
    const auto early = first.get(house_form), late = second.get(house_form);
    EXPECT_EQ(first.submit(early, {{"rule", "Ring first"}}).status, 200);
    EXPECT_EQ(second.submit(late, {{"rule", "Come in"}}).status, 409) << "neither had seen one";
    EXPECT_EQ(house.find(sundsvall, sundsvall)->text("rule"), "Ring first");
    const auto both = first.get(house_form);
    EXPECT_EQ(first.submit(both, {{"rule", "Knock"}}).status, 200);
    EXPECT_EQ(second.submit(both, {{"rule", "Come in"}}).status, 409);
    EXPECT_EQ(house.find(sundsvall, sundsvall)->text("rule"), "Knock");
    const auto trail = database->read(
        [](db::Connection& connection) { return audit::entries_of(connection, sundsvall, "house:2281", 10); });
    ASSERT_EQ(trail.size(), 2u);
    EXPECT_EQ(trail[0].entry.action, "rules changed");
    EXPECT_EQ(trail[0].entry.detail, "rule");
    EXPECT_EQ(trail[1].entry.action, "house added");
}

TEST_F(Sizes, WhatASliceMadeItselfIsPutInWithItsTraceAndItsVersion) {
    const auto put = [&](std::string id, std::string title, std::int64_t number, const base::Seen& seen) {
        Record record;
        record.id = std::move(id);
        record.columns = {{"title", std::move(title)}, {"number", number}, {"kinds", std::string()}};
        return database->write(
            [&](db::Connection& connection) -> base::Result<Record, Refusal> {
                return steps.put_in(connection, around(), record, "import", seen);
            },
            db::Isolation::deciding);
    };
    const auto anything = base::Seen::anything();
    EXPECT_EQ(put("", "one", 1, anything)->id, "the-one") << "a new one";
    EXPECT_TRUE(put("own-id", "two", 2, anything));
    EXPECT_FALSE(put("other", "three", 2, anything)) << "the number is taken";
    const auto seen = base::Seen::mark(steps.mark_of(*steps.find(sundsvall, "own-id")));
    EXPECT_TRUE(put("own-id", "changed", 3, seen));
    EXPECT_TRUE(put("own-id", "late", 3, seen).error().changed_meanwhile());
    EXPECT_EQ(titles(), "one changed ");
    EXPECT_EQ(steps.find(sundsvall, "own-id")->version, 2);
}

}  // namespace
}  // namespace digilots::register_
