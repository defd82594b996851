// A register whose form is its record's page: what was looked at, the same name twice, steps past the form, choices that are
// offered no more.
#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/kept/versions.h"
#include "platform/register/checked.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/register_for_tests.h"

namespace digilots::register_ {
namespace {

constexpr const char* station_table = R"(CREATE TABLE station (
    municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, search_text TEXT NOT NULL,
    name TEXT NOT NULL, name_order TEXT NOT NULL, kind TEXT NOT NULL, themes TEXT NOT NULL, state TEXT NOT NULL,
    latitude REAL, longitude REAL, approximate_position INTEGER NOT NULL,
    verified_on TEXT NOT NULL, slug TEXT NOT NULL, looks INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT)";

std::vector<Choice> station_kinds(const Surroundings&) {
    Choice old{.key = "old", .label = "Old kind"};
    old.is_offered = false;
    old.refusal = "The old kind is built no more.";
    return {{"new", "New kind"}, old};
}

Register station_register() {
    return {.key = "station",
            .table = "station",
            .names = {i18n::Text{"Stations"}, i18n::Text{"Station"}},
            .path = "/staff/stations",
            .fields = {text("name", i18n::Text{"Name"}).required().listed().searched().sorted(),
                       term("kind", i18n::Text{"Kind"}, station_kinds).filter().from_address("of"),
                       terms("themes", i18n::Text{"Themes"}, station_kinds),
                       term("state", i18n::Text{"State"}, partner_kinds()).usually("school"),
                       map_position("map_position", i18n::Text{"Point"}),
                       stored("verified_on", i18n::Text{"Checked"}).listed().sorted(), stored("slug", {}).unique({}),
                       stored("looks", {}, Storage::whole, "1")},
            .complete = [](const Writing& writing,
                           Record& record) { if (!writing.before) record.columns["slug"] = "s-" + record.text("name"); },
            .may_be_same = [](const Record&, const Record&) { return true; },
            .endings = Endings::none,
            .is_deleted = false,
            .opens = Opens::form,
            .verified = "verified_on"};
}

class OpenForm : public ::testing::Test, protected RegisterWorld {
protected:
    OpenForm() {
        make_table(*database, station_table);
        others.more = [](const Record& record, const html::Page&) -> More {
            return {.below = {{"Used by", {"Line " + record.text("name")}}}, .hints = {{"name", "Said of this one."}}};
        };
        stations = std::make_unique<Records>(station_register(), *database, clock, others);
        pages = std::make_unique<testing::PageServer>(register_routes(*stations), clock);
        pages->person = testing::person_with(http::Role::administrator);
        client = std::make_unique<testing::PageClient>(pages->client());
    }
    Record add(const Draft& draft) { return *stations->add(stations->around(sundsvall), draft, "anna"); }
    Record now(const std::string& id) { return *stations->find(sundsvall, id); }
    std::vector<std::string> looked_at(const std::string& id) {
        return database->read([&](db::Connection& connection) {
            std::vector<std::string> fields;
            for (const auto& one : checked_fields(connection, {sundsvall, "station", id})) fields.push_back(one.field);
            return fields;
        });
    }

    Others others;
    std::unique_ptr<Records> stations;
    std::unique_ptr<testing::PageServer> pages;
    std::unique_ptr<testing::PageClient> client;
    const std::string list = "/sundsvall/staff/stations";
};

TEST_F(OpenForm, EveryStatementIsRun) {
    run_every_statement(*stations, stations->around(sundsvall));
}

TEST_F(OpenForm, IsTheRecordsPageWithItsHistoryAndWhatUsesIt) {
    const auto added = client->submit(client->get(list + "/new?of=new"), {{"name", "Söder"}});
    EXPECT_EQ(added.heading(), "Söder");
    EXPECT_TRUE(added.says("It is added.") && added.says("Line Söder") && added.says("Said of this one."));
    EXPECT_TRUE(added.says("Checked today") && added.says("What has happened"));
    const auto record = stations->list(stations->around(sundsvall), {}, 1, 0).records.front();
    EXPECT_EQ(record.text("kind"), "new") << "of the address";
    EXPECT_EQ(record.text("state"), "school") << "as usual";
    EXPECT_EQ(record.text("slug"), "s-Söder");
    EXPECT_EQ(record.whole("looks"), 1);
    EXPECT_EQ(client->get(list + "/" + record.id + "/change").status, 404);
}

TEST_F(OpenForm, KnowsWhatWasLookedAtSinceAllOfItWas) {
    const auto id = add({{"name", {"Söder"}}}).id;
    clock.set(testing::at("2026-12-24T09:00:00Z"));
    const auto url = list + "/" + id;
    EXPECT_TRUE(client->submit(client->get(url), {{"kind", "new"}}, "", url).says("Checked since then: Kind"));
    EXPECT_EQ(looked_at(id), std::vector<std::string>{"kind"});
    EXPECT_NE(now(id).text("verified_on"), "2026-12-24");
    client->submit(client->get(url), {{"all_checked", "1"}}, "", url);
    EXPECT_EQ(now(id).text("verified_on"), "2026-12-24");
    EXPECT_TRUE(looked_at(id).empty());
    clock.set(testing::at("2026-12-31T09:00:00Z"));
    EXPECT_TRUE(client->submit(client->get(url), {}, "", "/verified").says("Marked as checked today."));
    EXPECT_EQ(now(id).text("verified_on"), "2026-12-31");
}

TEST_F(OpenForm, WhatIsMadeFromItLearnsThatAllWasLookedAtAgainOnOneDay) {
    const auto id = add({{"name", {"Söder"}}}).id;
    const kept::Versions versions(*database);
    const auto version = [&] {
        versions.refresh();
        return versions.of("station", sundsvall).load();
    };
    const auto url = list + "/" + id;
    for (const char* how : {"all_checked", "verified"}) {
        client->submit(client->get(url), {{"kind", now(id).text("kind").empty() ? "new" : ""}}, "", url);
        ASSERT_FALSE(looked_at(id).empty());
        const auto before = version();
        if (how == std::string("verified")) client->submit(client->get(url), {}, "", "/verified");
        else client->submit(client->get(url), {{how, "1"}}, "", url);
        EXPECT_TRUE(looked_at(id).empty());
        EXPECT_NE(version(), before) << how << ": the day is the same, what was looked at since is not";
    }
}

TEST_F(OpenForm, AsksOnceAboutANameThatIsThere) {
    const auto first = client->submit(client->get(list + "/new"), {{"name", "Söder"}});
    const auto asked = client->submit(client->get(list + "/new"), {{"name", "soder"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Söder” is already here. Is it the same?") && asked.says("is_another"));
    EXPECT_EQ(client->submit(asked, {{"is_another", "1"}}).status, 200);
    EXPECT_EQ(stations->list(stations->around(sundsvall), {}, 10, 0).found, 2);
}

TEST_F(OpenForm, KeepsWhatIsOfferedNoMoreWhereNobodyChangesIt) {
    const auto id = add({{"name", {"Söder"}}}).id;
    const auto url = list + "/" + id;
    const auto refused = client->post_once(url, [&] {
        auto form = client->get(url);
        for (const auto& one : testing::all_forms(form.html))
            if (one.action == url) return one.filled({{"kind", "old"}});
        return testing::Form{}.filled({});
    }());
    EXPECT_TRUE(refused.says("The old kind is built no more."));
    const Step step{"moved", {{"kind", std::string("old")}}};
    ASSERT_TRUE(stations->take_step(stations->around(sundsvall), id, step, "anna"));
    EXPECT_EQ(client->submit(client->get(url), {{"name", "Norr"}}, "", url).status, 200);
    EXPECT_EQ(now(id).text("kind"), "old");
    EXPECT_EQ(now(id).text("name"), "Norr");
    const auto trail = database->read([](db::Connection& connection) { return audit::entries(connection, sundsvall, 5); });
    EXPECT_EQ(trail[1].entry.action, "station moved");
}

TEST_F(OpenForm, APointIsConfirmedOrMoved) {
    const auto id = add({{"name", {"Söder"}}, {"latitude", {"62,39"}}, {"longitude", {"17.3"}}}).id;
    EXPECT_EQ(now(id).number("latitude"), 62.39);
    const Step guessed{"guessed", {{"approximate_position", std::int64_t{1}}}};
    stations->take_step(stations->around(sundsvall), id, guessed, "anna");
    const auto url = list + "/" + id;
    EXPECT_TRUE(client->get(url).says("The point on the map is right"));
    client->submit(client->get(url), {{"point_is_right", "1"}}, "", url);
    EXPECT_FALSE(now(id).flag("approximate_position"));
    const auto wrong = client->submit(client->get(url), {{"longitude", ""}}, "", url);
    EXPECT_TRUE(wrong.says("Write both latitude and longitude"));
}

TEST_F(OpenForm, RowsThatAMigrationMovedAreFoundAndStandInOrder) {
    add({{"name", {"Söder"}}});
    add({{"name", {"Norr"}}});
    database->write([](db::Connection& connection) {
        constexpr const char* text = "UPDATE station SET name_order = '', search_text = ''";
        connection.execute(db::Statement{"test/moved", text, text});
    });
    const auto around = stations->around(sundsvall);
    EXPECT_EQ(stations->list(around, {.search = "norr"}, 10, 0).found, 0);
    database->write([&](db::Connection& connection) {
        EXPECT_EQ(derive_missing(connection, stations->declaration(), stations->statements(), around), 2);
        EXPECT_EQ(derive_missing(connection, stations->declaration(), stations->statements(), around), 0);
    });
    EXPECT_EQ(stations->list(around, {.search = "norr"}, 10, 0).found, 1);
    EXPECT_EQ(stations->list(around, {}, 10, 0).records.front().text("name"), "Norr");
}

}  // namespace
}  // namespace digilots::register_
