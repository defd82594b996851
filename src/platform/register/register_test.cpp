// Every statement of a register is run on the engine under test: each filter, order, page, search, change,
// end.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/kept/versions.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/register_for_tests.h"

namespace digilots::register_ {
namespace {

class RegisterTest : public ::testing::Test, protected RegisterWorld {
protected:
    std::vector<std::string> names(const ListQuery& query, std::int64_t limit = 50, std::int64_t offset = 0) {
        std::vector<std::string> found;
        for (const auto& record : partners.list(around(), query, limit, offset).records)
            found.push_back(record.text("name"));
        return found;
    }
    using Texts = std::vector<std::string>;
};

TEST_F(RegisterTest, TheTableIsAsDeclared) {
    database->read([&](db::Connection& connection) {
        EXPECT_EQ(faults_of_table(connection, partner_register()), Texts{});
        EXPECT_EQ(faults_of_table(connection, ring_register()), Texts{});
    });
}

TEST_F(RegisterTest, EveryStatementIsRun) {
    run_every_statement(partners, around());
    run_every_statement(rings, around());
    EXPECT_EQ(partners.list(around(), {.with_ended = true}, 10, 0).found, 0) << "rolled back";
}

TEST_F(RegisterTest, WhatIsNotAsDeclaredIsSaid) {
    make_table(*database,
               "CREATE TABLE odd (municipality_id TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, "
               "created_at TEXT, "
               "changed_at TEXT NOT NULL, ended_at TEXT NOT NULL, extra TEXT NOT NULL, PRIMARY KEY "
               "(municipality_id, id)) STRICT");
    const Register odd{
        .key = "odd", .table = "odd", .names = {}, .path = "/odd", .fields = {text("name", TEXT("Name"))}};
    const auto faults =
        database->read([&](db::Connection& connection) { return faults_of_table(connection, odd); });
    EXPECT_EQ(std::set<std::string>(faults.begin(), faults.end()),
              (std::set<std::string>{"odd.extra is in no field: declare it, or take it out of the table.",
                                     "odd.version is to be INTEGER NOT NULL.",
                                     "odd.created_at is to be TEXT NOT NULL.",
                                     "odd.name is missing: a migration adds it as TEXT NOT NULL."}));
}

TEST_F(RegisterTest, NothingButNamesBecomesAPartOfAStatement) {
    Register bad = ring_register();
    bad.table = "ring; DROP TABLE ring";
    EXPECT_THROW(Statements{bad}, base::Bug);
    bad = ring_register();
    bad.fields = {text("version", TEXT("Title"))};
    EXPECT_THROW(Statements{bad}, base::Bug) << "a column that stands already";
    bad.fields = {text("title", TEXT("Title")).filter()};
    EXPECT_THROW(Statements{bad}, base::Bug) << "a text has no filter";
}

TEST_F(RegisterTest, AllThatWasTypedIsReadAgain) {
    const auto added = partners.add(around(), full_partner(), "anna");
    ASSERT_TRUE(added) << added.error().problems.front().input;
    const auto found = partners.find(sundsvall, added->id);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, *added);
    EXPECT_EQ(found->version, 1);
    EXPECT_EQ(found->text("name"), "Åsa Folkhögskola");
    EXPECT_EQ(found->list("other_names"), (Texts{"ÅFH", "Folkis"}));
    EXPECT_EQ(found->whole("staff"), 12);
    EXPECT_EQ(found->money("rate"), 125050);
    EXPECT_EQ(found->date("met_on"), base::parse_date("2026-03-04"));
    EXPECT_EQ(found->yes_or_no("has_contract"), false);
    EXPECT_EQ(found->list("themes"), (Texts{"company", "study_circle"}));
    EXPECT_EQ(found->text("colour"), "#0055bb");
    EXPECT_EQ(found->whole("share"), 125);
    EXPECT_EQ(found->whole("grade"), -25);
    EXPECT_EQ(point_of(*found, "spot"), (Point{62.39, 17.31}));
    EXPECT_EQ(found->list("links"), (Texts{"https://folkis.example/boka Boka tid", "https://folkis.example/"}));
    EXPECT_TRUE(found->flag("consent"));
}

TEST_F(RegisterTest, WhatIsNotKnownStaysUnknown) {
    const auto record = add({{"name", {"Alfa"}}});
    const auto found = *partners.find(sundsvall, record.id);
    EXPECT_FALSE(found.whole("staff"));
    EXPECT_FALSE(found.money("rate"));
    EXPECT_FALSE(found.date("met_on"));
    EXPECT_FALSE(found.yes_or_no("has_contract"));
    EXPECT_TRUE(found.list("themes").empty());
}

TEST_F(RegisterTest, EachFilterFindsItsOwn) {
    add(full_partner());
    add({{"name", {"Beta"}}, {"kind", {"company"}}, {"starts", {"2027-01-01"}}, {"themes", {"school"}}});
    add({{"name", {"Gamma"}},
         {"stops", {"2020-01-01"}},
         {"has_contract", {"yes"}},
         {"met_on", {"2025-01-01"}},
         {"contact", {"c2"}}});
    const std::vector<std::tuple<std::string, std::string, Texts>> cases{
        {"kind", "company", {"Beta"}},          {"themes", "study_circle", {"Åsa Folkhögskola"}},
        {"themes", "school", {"Beta"}},         {"met_on", "2026", {"Åsa Folkhögskola"}},
        {"met_on", "2025", {"Gamma"}},          {"starts", "now", {"Åsa Folkhögskola"}},
        {"starts", "later", {"Beta"}},          {"starts", "over", {"Gamma"}},
        {"has_contract", "yes", {"Gamma"}},     {"has_contract", "no", {"Åsa Folkhögskola"}},
        {"has_contract", "unknown", {"Beta"}},  {"contact", "c2", {"Gamma"}},
        {"consent", "1", {"Åsa Folkhögskola"}}, {"consent", "0", {"Beta", "Gamma"}},
        {"spot", "known", {"Åsa Folkhögskola"}}, {"spot", "unknown", {"Beta", "Gamma"}}};
    std::set<std::string_view> tried;
    for (const auto& [field, chosen, expected] : cases) {
        EXPECT_EQ(names({.filters = {{field, chosen}}}), expected) << field << " " << chosen;
        EXPECT_EQ(partners.list(around(), {.filters = {{field, chosen}}}, 50, 0).found, std::ssize(expected));
        tried.insert(field);
    }
    for (const auto& field : partners.declaration().fields)
        EXPECT_EQ(field.is_filter, tried.contains(field.name)) << field.name;
    EXPECT_EQ(names({.search = "folk", .filters = {{"kind", "school"}, {"consent", "1"}, {"contact", "c1"}}}),
              Texts{"Åsa Folkhögskola"});
    EXPECT_THROW(names({.filters = {{"name", "Beta"}}}), base::Bug);
}

TEST_F(RegisterTest, EachOrderIsThatOfTheLanguageOrOfTheNumber) {
    for (const char* name : {"Östra", "Åsa", "alfa", "Ärla", "Zeta", "Beta"}) add({{"name", {name}}});
    EXPECT_EQ(names({}), (Texts{"alfa", "Beta", "Zeta", "Åsa", "Ärla", "Östra"}));
    EXPECT_EQ(names({.sort = "name", .is_descending = true}),
              (Texts{"Östra", "Ärla", "Åsa", "Zeta", "Beta", "alfa"}));
    add({{"name", {"Nio"}}, {"staff", {"9"}}, {"rate", {"90"}}, {"met_on", {"2024-01-01"}}});
    add({{"name", {"Tio"}}, {"staff", {"10"}}, {"rate", {"100"}}, {"met_on", {"2025-01-01"}}});
    for (const char* field : {"staff", "rate", "met_on"}) {
        const auto upwards = names({.sort = field}),
                   downwards = names({.sort = field, .is_descending = true});
        EXPECT_EQ(Texts(upwards.end() - 2, upwards.end()), (Texts{"Nio", "Tio"}))
            << field << ": what is unknown stands first";
        EXPECT_EQ(Texts(downwards.begin(), downwards.begin() + 2), (Texts{"Tio", "Nio"})) << field;
    }
}

TEST_F(RegisterTest, PagesFollowOneAnotherAndLoseNone) {
    for (int i = 0; i < 7; ++i) add({{"name", {"Samma " + std::to_string(i)}}});
    Texts all;
    for (std::int64_t offset = 0; offset < 7; offset += 3)
        for (const auto& name : names({}, 3, offset)) all.push_back(name);
    EXPECT_EQ(all, names({}));
    std::string last;
    std::size_t count = 0;
    for (auto some = partners.after(around(), {}, last, 2); !some.empty();
         some = partners.after(around(), {}, last, 2)) {
        count += some.size();
        last = some.back().id;
    }
    EXPECT_EQ(count, 7u);
}

TEST_F(RegisterTest, SearchTakesWordsInAnyOrderAndWithoutMarks) {
    add(full_partner());
    add({{"name", {"100% Beta_x"}}});
    for (const char* words : {"åsa", "asa", "FOLKHÖG", "kurser asa", "alla"})
        EXPECT_EQ(names({.search = words}).size(), 1u) << words;
    EXPECT_EQ(names({.search = "asa beta"}), Texts{});
    for (const char* words : {"", "%", "_", "\\", "!?"})
        EXPECT_EQ(names({.search = words}).size(), 2u) << words << ": no word";
    EXPECT_EQ(names({.search = std::string(1'000'000, 'x')}), Texts{});
}

TEST_F(RegisterTest, ASearchFindsTheSameWhetherItsHitsAreFewOrMany) {
    for (const char* name : {"Östra skolan", "Åsa skola", "Norra skolan", "Kyrkan", "Skolan i byn"})
        add({{"name", {name}}});
    const auto names_by = [&](const ListQuery& query, Hits hits) {
        const auto bound = partners.statements().list(query, around(), 2, 1, hits);
        return database->read([&](db::Connection& connection) {
            Texts found;
            for (const auto row : connection.run(bound.sql.statement(), bound.values))
                found.push_back(row.text("name"));
            return found;
        });
    };
    const ListQuery query{.search = "skol", .filters = {{"kind", "school"}}};
    EXPECT_EQ(names_by(query, Hits::few), (Texts{"Skolan i byn", "Åsa skola"}));
    EXPECT_EQ(names_by(query, Hits::many), names_by(query, Hits::few));
    EXPECT_EQ(names({.search = "skol"}).size(), 4u);
}

TEST_F(RegisterTest, AChangeRaisesTheVersionAndNamesTheFieldsInTheTrail) {
    kept::Versions versions(*database);
    const auto& counter = versions.of("partner", sundsvall);
    const auto before = counter.load();
    const auto record = add(full_partner());
    EXPECT_GT(counter.load(), before);
    auto draft = partners.draft_of(record, around());
    draft["name"] = {"Nya"};
    draft["stops"] = {"2027-12-31"};
    const auto changed =
        partners.change(around(), record.id, draft, "anna", base::Seen::mark(partners.mark_of(record)));
    ASSERT_TRUE(changed);
    EXPECT_EQ(partners.find(sundsvall, record.id)->version, 2);
    const auto trail = database->read(
        [&](db::Connection& c) { return audit::entries_of(c, sundsvall, "partner:" + record.id, 10); });
    ASSERT_EQ(trail.size(), 2u);
    EXPECT_EQ(trail[0].entry.action, "partner changed");
    EXPECT_EQ(trail[0].entry.detail, "name, starts");
    EXPECT_EQ(trail[0].entry.actor, "anna");
    EXPECT_EQ(trail[1].entry.action, "partner added");
}

TEST_F(RegisterTest, ASaveThatChangesNothingWritesNothing) {
    const auto record = add(full_partner());
    const auto same = partners.change(around(), record.id, partners.draft_of(record, around()), "anna",
                                      base::Seen::anything());
    ASSERT_TRUE(same);
    EXPECT_EQ(partners.find(sundsvall, record.id)->version, 1);
}

TEST_F(RegisterTest, WhoHasNotSeenWhatStandsChangesNothing) {
    const auto record = add({{"name", {"Alfa"}}});
    const auto seen = base::Seen::mark(partners.mark_of(record));
    EXPECT_TRUE(
        partners.change(around(), record.id, {{"name", {"Beta"}}, {"kind", {"school"}}}, "anna", seen));
    const auto late =
        partners.change(around(), record.id, {{"name", {"Gamma"}}, {"kind", {"school"}}}, "bo", seen);
    ASSERT_FALSE(late);
    EXPECT_TRUE(late.error().changed_meanwhile());
    EXPECT_EQ(partners.find(sundsvall, record.id)->text("name"), "Beta");
    EXPECT_FALSE(partners.set_use(around(), record.id, Records::Use::ended, "bo", seen));
    EXPECT_FALSE(partners.remove(around(), record.id, "bo", seen));
    EXPECT_FALSE(partners.change(around(), "not-there", {{"name", {"Gamma"}}}, "bo", base::Seen::anything()));
}

TEST_F(RegisterTest, WhatHasEndedIsLeftOutUntilItIsUsedAgain) {
    const auto record = add({{"name", {"Alfa"}}});
    EXPECT_TRUE(partners.set_use(around(), record.id, Records::Use::ended, "anna", base::Seen::anything()));
    EXPECT_EQ(names({}), Texts{});
    EXPECT_EQ(names({.with_ended = true}), Texts{"Alfa"});
    EXPECT_TRUE(partners.find(sundsvall, record.id)->has_ended());
    EXPECT_TRUE(partners.set_use(around(), record.id, Records::Use::in_use, "anna", base::Seen::anything()));
    EXPECT_EQ(names({}), Texts{"Alfa"});
}

TEST_F(RegisterTest, WhatIsDeletedLeavesATrace) {
    const auto record = add({{"name", {"Alfa"}}});
    EXPECT_TRUE(partners.remove(around(), record.id, "anna", base::Seen::mark(partners.mark_of(record))));
    EXPECT_FALSE(partners.find(sundsvall, record.id));
    const auto last = database->read(
        [&](db::Connection& c) { return audit::latest(c, sundsvall, "partner:" + record.id); });
    EXPECT_EQ(last->entry.action, "partner deleted");
}

TEST_F(RegisterTest, AnotherMunicipalitysRecordsAreNotThere) {
    const auto theirs = add({{"name", {"Alfa"}}}, harnosand);
    EXPECT_FALSE(partners.find(sundsvall, theirs.id));
    EXPECT_FALSE(partners.change(around(), theirs.id, {{"name", {"Beta"}}, {"kind", {"school"}}}, "bo",
                                 base::Seen::anything()));
    EXPECT_FALSE(partners.set_use(around(), theirs.id, Records::Use::ended, "bo", base::Seen::anything()));
    EXPECT_FALSE(partners.remove(around(), theirs.id, "bo", base::Seen::anything()));
    EXPECT_EQ(names({.with_ended = true}), Texts{});
    EXPECT_EQ(*partners.find(harnosand, theirs.id), theirs);
    EXPECT_TRUE(partners.add(around(), {{"name", {"Alfa"}}, {"kind", {"school"}}}, "bo"))
        << "the name is taken elsewhere, not here";
    const auto linked =
        partners.add(around(), {{"name", {"Beta"}}, {"kind", {"school"}}, {"contact", {"c9"}}}, "bo");
    ASSERT_FALSE(linked) << "a link into another municipality";
    EXPECT_EQ(linked.error().problems.front().input, "contact");
}

TEST_F(RegisterTest, RulesAndUniqueNamesAreProblemsOfTheirField) {
    add({{"name", {"Alfa"}}});
    const auto twice = partners.add(around(), {{"name", {"Alfa"}}, {"kind", {"school"}}}, "anna");
    ASSERT_FALSE(twice);
    EXPECT_STREQ(twice.error().problems.front().text.id, "There is one with that name.");
    const auto ruled = partners.add(around(), {{"name", {"Ingen"}}, {"kind", {"school"}}}, "anna");
    ASSERT_FALSE(ruled);
    EXPECT_STREQ(ruled.error().problems.front().text.id, "Nobody is called that.");
    const auto missing = partners.add(around(), {}, "anna");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().problems.size(), 2u) << "name and kind";
}

TEST_F(RegisterTest, FewStandInTheOrderInWhichTheyWerePut) {
    for (const char* title : {"Ett", "Två", "Tre"})
        ASSERT_TRUE(rings.add(around(), {{"title", {title}}}, "anna"));
    const auto titles = [&] {
        Texts found;
        for (const auto& ring : rings.all(sundsvall))
            found.push_back(ring.text("title") + std::to_string(ring.position));
        return found;
    };
    EXPECT_EQ(titles(), (Texts{"Ett0", "Två1", "Tre2"}));
    const auto last = rings.all(sundsvall).back();
    EXPECT_TRUE(rings.change(around(), last.id, {{"title", {"Tre"}}, {"position", {"1"}}}, "anna",
                             base::Seen::mark(rings.mark_of(last))));
    EXPECT_EQ(titles(), (Texts{"Tre0", "Ett1", "Två2"}));
    EXPECT_TRUE(rings.change(around(), last.id, {{"title", {"Tre"}}, {"position", {"99"}}}, "anna",
                             base::Seen::anything()));
    EXPECT_EQ(titles(), (Texts{"Ett0", "Två1", "Tre2"}));
    EXPECT_TRUE(rings.add(around(), {{"title", {"Fyra"}}}, "anna"));
    const auto full = rings.add(around(), {{"title", {"Fem"}}}, "anna");
    ASSERT_FALSE(full);
    EXPECT_STREQ(full.error().problems.front().text.id, "There is no room for more.");
}

}  // namespace
}  // namespace digilots::register_
