// A database of the last release comes over without loss: lists, who runs a place, edits beside what the import said, what was
// looked at.
#include <gtest/gtest.h>

#include <algorithm>

#include "directory/directory_store.h"
#include "directory/registers.h"
#include "platform/db/embedded_migrations.h"
#include "platform/base/clock.h"
#include "platform/register/check_table.h"
#include "platform/register/records.h"
#include "platform/testing/database.h"

namespace digilots::directory {
namespace {

constexpr const char* written_before[] = {
    "INSERT INTO directory_organization (municipality_id, id, name, type) VALUES ('2281', 'sundsvall:municipality', "
    "'Sundsvalls kommun', 'municipality'), ('2281', 'region', '', 'region')",
    "INSERT INTO directory_place VALUES ('2281', 'sundsvall-huset', 'huset', 'Ängshuset', "
    "'[\"Det \\\"gamla\\\" huset\",\"Huset\"]', "
    "'library', 'sundsvall:municipality', 'Sundsvall', 'Gatan 1', 62.39, 17.3069, 1, 0, 0, 'open', '', '', "
    "'Mo-Fr 08:00-16:00', 1, 'Ring på', 0, '', '', '[{\"code\":\"tutoring\",\"text\":\"Vi hjälper\"}]', "
    "'', '', 'yes', '', '', '', "
    "'', '', '', '', '[\"sv\",\"ar\"]', '', '', '[\"Bibliotekarie\"]', '[\"print\",\"bank\"]', '', '060-19 10 00', 'Alla', "
    "'Nyckel', 'stated', '2026-10-01', 'karta', '2026-01-01', 1, 4, '2026-10-02T08:00:00.000Z')",
    "INSERT INTO directory_place VALUES ('2281', 'sundsvall-tomt', 'tomt', 'Tomt', '', '', '', '', '', NULL, NULL, 0, 0, 0, "
    "'open', '', '', '', 1, '', 0, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', "
    "'', '', '', 0, 1, '2026-10-02T08:00:00.000Z')",
    "INSERT INTO directory_contact VALUES ('2281', 'sundsvall-vaxel', 'vaxel', 'Växeln', 'switchboard', '060-1', '', "
    "'', 1, '', 0, '', '', '', '[\"växel\",\"ringa\"]', 0, 'open', '', '', '', '', 1, 2, '2026-10-02T08:00:00.000Z')",
    "INSERT INTO directory_fact_edit VALUES ('2281', 'place', 'sundsvall-huset', 'organization_id', 'region', "
    "'sundsvall:municipality', 'a', '2026-10-02T08:00:00.000Z'), ('2281', 'place', 'sundsvall-huset', 'topics', "
    "'[\"print\"]', '[\"print\",\"bank\"]', 'a', '2026-10-02T08:00:00.000Z')",
    "INSERT INTO directory_checked VALUES ('2281', 'place', 'sundsvall-huset', 'hours', '2026-10-05'), "
    "('2281', 'place', 'sundsvall-huset', 'organization_id', '2026-10-04'), ('2281', 'contact', 'sundsvall-vaxel', 'phone', "
    "'2026-10-03')"};

class MovedRecords : public ::testing::Test {
protected:
    MovedRecords() {
        std::vector<db::Migration> before;
        for (const auto& migration : db::embedded_migrations()) {
            if (std::string_view(migration.name).ends_with("register_checked")) break;
            before.push_back(migration);
        }
        database->migrate(before);
        database->write([](db::Connection& connection) {
            for (const char* text : written_before) connection.execute(db::Statement{"test/before", text, text});
        });
        database->migrate(db::embedded_migrations());
        complete_moved_records(*database);
    }

    Record moved(RecordKind kind, const char* id) {
        return database->read([&](db::Connection& connection) {
            const auto records = load_records(connection, kind, "2281");
            const auto found = std::ranges::find(records, id, &Record::id);
            return found == records.end() ? Record{} : *found;
        });
    }
    using Texts = std::vector<std::string>;

    testing::DatabasePlace place{testing::Schema::empty};
    std::unique_ptr<db::Database> database = db::open(place.options());
    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
};

TEST_F(MovedRecords, KeepEachFactInItsPlace) {
    const auto house = moved(RecordKind::place, "sundsvall-huset");
    EXPECT_EQ(house.list("alternative_names"), (Texts{"Det \"gamla\" huset", "Huset"}));
    EXPECT_EQ(house.list("topics"), (Texts{"print", "bank"}));
    EXPECT_EQ(house.list("languages"), (Texts{"sv", "ar"}));
    EXPECT_EQ(house.text("operator"), "Sundsvalls kommun");
    EXPECT_EQ(house.text("operator_type"), "municipality");
    EXPECT_EQ(house.number("longitude"), 17.3069);
    EXPECT_EQ(house.text("wifi"), "yes");
    EXPECT_EQ(read_notes(house.text("support")).front().text, "Vi hjälper");
    EXPECT_EQ(house.version, 4);
    EXPECT_EQ(house.created_at, "2026-10-02T08:00:00.000Z");
    const auto empty = moved(RecordKind::place, "sundsvall-tomt");
    EXPECT_EQ(empty.text("operator") + empty.text("operator_type") + empty.text("topics"), "");
    EXPECT_FALSE(empty.number("latitude"));
    EXPECT_EQ(moved(RecordKind::contact, "sundsvall-vaxel").list("words"), (Texts{"växel", "ringa"}));
}

TEST_F(MovedRecords, KeepWhatTheImportSaidAndWhatWasLookedAt) {
    database->read([](db::Connection& connection) {
        std::map<std::string, std::string> said, here;
        for (const auto& edit : load_fact_edits(connection, "2281")) {
            said[edit.field] = edit.imported_value;
            here[edit.field] = edit.edited_value;
        }
        using Facts = std::map<std::string, std::string>;
        EXPECT_EQ(said, (Facts{{"operator", ""}, {"operator_type", "region"}, {"topics", "\nprint\n"}}));
        EXPECT_EQ(here["operator"], "Sundsvalls kommun");
        EXPECT_EQ(here["topics"], "\nprint\nbank\n");
        Texts checked;
        for (const auto& one : register_::checked_fields(connection, "2281")) checked.push_back(one.key + " " + one.field);
        EXPECT_EQ(checked, (Texts{"place hours_rule", "place operator", "contact phone"}));
    });
}

TEST_F(MovedRecords, AreFoundAndStandInTheOrderOfTheirNames) {
    const register_::Records places(register_of(RecordKind::place), *database, clock);
    auto around = places.around("2281");
    const auto listed = places.list(around, {}, 10, 0);
    ASSERT_EQ(listed.found, 2);
    EXPECT_EQ(listed.records.front().text("name"), "Tomt") << "Ä comes last in Swedish";
    EXPECT_EQ(places.list(around, {.search = "gamla"}, 10, 0).found, 1);
    const auto table_is_right = database->read([](db::Connection& connection) {
        Texts faults;
        for (const auto kind : all_kinds)
            for (auto& fault : register_::faults_of_table(connection, register_of(kind))) faults.push_back(std::move(fault));
        return faults;
    });
    EXPECT_EQ(table_is_right, Texts{});
}

}  // namespace
}  // namespace digilots::directory
