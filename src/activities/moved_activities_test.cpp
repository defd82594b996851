// A database of the last release comes over: what is arranged stands here as the directory had it, and help that goes on stays
// there.
#include <gtest/gtest.h>

#include "activities/world_for_tests.h"
#include "platform/db/embedded_migrations.h"

namespace digilots::activities {
namespace {

constexpr const char* written_before[] = {
    "INSERT INTO directory_service (municipality_id, id, slug, title, kind, place_id, topics, activity_kind, frequency, "
    "target_groups, description, delivered_by, hours_rule, hours_complete, hours_note, hours_days_per_week, hours_opens, "
    "hours_closes, status, notes, verified_on, source, source_date, imported, version, changed_at, created_at) VALUES "
    "('2282', 'kramfors-digital-salong', 'digital-salong', 'Digital Salong', 'activity', '', '\nbank\n', 'digital_salong', "
    "'cirka 4 per termin, cirka 8 per år', 'Äldre', 'Om nätet', 'ABF', '', 1, '', 0, '', '', 'open', 'Hålls: Lunde', '', "
    "'001.txt', '2022-11-01', 1, 2, '2026-10-02T08:00:00.000Z', '2026-10-01T08:00:00.000Z'), "
    "('2282', 'kramfors-forelasning', 'forelasning', 'Föreläsning', 'activity', '', '', 'lecture', '', '', '', '', "
    "'Mo 10:00-12:00', 1, 'inte i juli', 0, '', '', 'planned', 'Kolla', '', '', '', 0, 1, '2026-10-02T08:00:00.000Z', "
    "'2026-10-01T08:00:00.000Z'), "
    "('2282', 'kramfors-workshop', 'workshop', 'Workshop', 'activity', '', '', 'workshop', '', '', '', '', '', 1, '', 0, '', "
    "'', 'closed', '', '', '', '', 1, 1, '2026-10-02T08:00:00.000Z', '2026-10-01T08:00:00.000Z'), "
    "('2282', 'kramfors-drop-in', 'drop-in', 'Drop-in', 'activity', '', '', 'drop_in', '', '', '', '', '', 1, '', 0, '', '', "
    "'open', '', '', '', '', 1, 1, '2026-10-02T08:00:00.000Z', '2026-10-01T08:00:00.000Z'), "
    "('2282', 'kramfors-disk', 'disk', 'Disken', 'service', '', '', '', '', '', '', '', '', 1, '', 0, '', '', 'open', '', '', "
    "'', '', 1, 1, '2026-10-02T08:00:00.000Z', '2026-10-01T08:00:00.000Z')",
    "INSERT INTO directory_fact_edit VALUES ('2282', 'service', 'kramfors-digital-salong', 'title', 'Salong', 'Digital Salong', "
    "'a', '2026-10-02T08:00:00.000Z'), ('2282', 'service', 'kramfors-disk', 'title', 'Disk', 'Disken', 'a', "
    "'2026-10-02T08:00:00.000Z')"};

class MovedActivities : public ::testing::Test {
protected:
    MovedActivities() {
        std::vector<db::Migration> before;
        for (const auto& migration : db::embedded_migrations()) {
            if (std::string_view(migration.name).ends_with("activities_arranged")) break;
            before.push_back(migration);
        }
        database->migrate(before);
        database->write([](db::Connection& connection) {
            for (const char* text : written_before) connection.execute(db::Statement{"test/before", text, text});
        });
        database->migrate(db::embedded_migrations());
        complete_moved_records(*database);
        server_ = std::make_unique<Server>(*database, clock);
        server_->municipalities.activate("2282", municipality::default_settings(*municipality::Municipalities::find("2282")));
        server_->versions.refresh();
        server_->directory.know_arranged([this](std::string_view id) { return server_->activities.arranged(id); });
    }

    register_::Record record(const char* id) {
        return server_->activities.activities().find("2282", id).value_or(register_::Record{});
    }

    testing::DatabasePlace place{testing::Schema::empty};
    std::unique_ptr<db::Database> database = db::open(place.options());
    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
    std::unique_ptr<Server> server_;
};

TEST_F(MovedActivities, KeepTheirIdTheirWordsAndTheirOldName) {
    const auto salon = record("kramfors-digital-salong");
    EXPECT_EQ(salon.text("frequency"), "cirka 4 per termin, cirka 8 per år") << "as it was stated: no dates are made up";
    EXPECT_EQ(salon.text("for_whom") + salon.text("about") + salon.text("host"), "ÄldreOm nätetABF");
    EXPECT_EQ(salon.list("topics"), (std::vector<std::string>{"bank"}));
    EXPECT_EQ(salon.text("moved_from"), "digital-salong");
    EXPECT_FALSE(salon.whole("import_version")) << "it was edited in the directory";
    EXPECT_EQ(salon.created_at, "2026-10-01T08:00:00.000Z");
    const auto lecture = record("kramfors-forelasning");
    EXPECT_EQ(lecture.text("state") + " " + lecture.text("purpose"), "planned competence");
    EXPECT_EQ(lecture.text("notes"), "Kolla. Mo 10:00-12:00, inte i juli") << "hours are lost in no move";
    EXPECT_TRUE(record("kramfors-workshop").has_ended());
    EXPECT_EQ(record("kramfors-workshop").whole("import_version"), 1);
    EXPECT_EQ(record("kramfors-drop-in").id, "");
}

TEST_F(MovedActivities, AreFoundByNameAndStandInTheirOrder) {
    const auto around = server_->activities.activities().around("2282");
    EXPECT_EQ(server_->activities.activities().list(around, {.search = "salong"}, 10, 0).found, 1);
    EXPECT_EQ(server_->activities.activities().list(around, {}, 10, 0).records.front().text("title"), "Digital Salong");
}

TEST_F(MovedActivities, StandAmongTheServicesOfTheDirectoryUnderTheirOldNames) {
    const auto snapshot = server_->directory.snapshot("2282");
    const auto* salon = snapshot->service("digital-salong");
    ASSERT_NE(salon, nullptr);
    EXPECT_EQ(salon->id + " " + salon->path, "kramfors-digital-salong /activities/digital-salong");
    EXPECT_TRUE(salon->is_arranged());
    EXPECT_EQ(snapshot->service("forelasning")->status, directory::Status::planned);
    EXPECT_EQ(snapshot->service("workshop"), nullptr) << "it has ended";
    EXPECT_FALSE(snapshot->service("drop-in")->is_arranged());
    EXPECT_FALSE(snapshot->service("disk")->is_arranged());
    const auto edits = database->read([](db::Connection& connection) {
        return connection
            .query(db::Statement{"test/edits", "SELECT COUNT(*) AS number FROM directory_fact_edit",
                                 "SELECT COUNT(*) AS number FROM directory_fact_edit"})[0]
            .integer("number");
    });
    EXPECT_EQ(edits, 1) << "that of the desk";
}

struct ImportedActivities : ::testing::Test {
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
    Server server{*database, clock};

    std::string take_in(const std::string& frequency) {
        const std::string json = R"({"format":"digital-inclusion-mapping","format_version":1,"municipalities":[{"code":"2282",)"
                                 R"("name":"Kramfors","activities":[{"id":"kramfors-digital-salong","name":"Digital Salong",)"
                                 R"("kind":"digital_salong","status":"ongoing","frequency":")" +
                                 frequency + R"(","places_held":["Lunde","Marieberg"]},{"id":"kramfors-drop-in",)"
                                 R"("name":"Drop-in","kind":"drop_in","status":"ongoing"}]}]})";
        const auto plan = directory::plan_import(*database, json, "mapping.json");
        directory::apply_import(*database, server.municipalities, plan, clock.now());
        const auto own = plan_mapping(server.activities, json, "mapping.json");
        own.apply();
        server.versions.refresh();
        return own.description;
    }
    register_::Record salon() { return *server.activities.activities().find("2282", "kramfors-digital-salong"); }
};

TEST_F(ImportedActivities, ComeInOnceAndAnewWhileNobodyHasEditedThem) {
    EXPECT_EQ(take_in("4 per termin"), "mapping.json: 1 activities that are arranged, 1 new, 0 changed\n");
    EXPECT_EQ(salon().text("held_at"), "Lunde, Marieberg");
    EXPECT_EQ(server.activities.programme("2282")->activities.front().path(), "/activities/digital-salong");
    EXPECT_EQ(server.directory.snapshot("2282")->services.size(), 1U) << "drop-in goes on";
    EXPECT_EQ(take_in("4 per termin"), "mapping.json: 1 activities that are arranged, 0 new, 0 changed\n");
    EXPECT_EQ(take_in("5 per termin"), "mapping.json: 1 activities that are arranged, 0 new, 1 changed\n");
    EXPECT_EQ(salon().text("frequency"), "5 per termin");
    auto& records = server.activities.activities();
    const auto around = records.around("2282");
    auto draft = records.draft_of(salon(), around);
    draft["frequency"] = {"varje månad"};
    ASSERT_TRUE(records.change(around, salon().id, draft, "anna", base::Seen::anything()));
    EXPECT_NE(take_in("6 per termin").find("edited here"), std::string::npos);
    EXPECT_EQ(salon().text("frequency"), "varje månad") << "an edit here stays";
}

}  // namespace
}  // namespace digilots::activities
