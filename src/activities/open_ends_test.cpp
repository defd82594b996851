// An activity ends when nobody stands before a closed door, and takes none of its sessions along.
#include "activities/sql.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class EndingAnActivity : public ::testing::Test, protected World {
protected:
    bool end() {
        auto& records = all.activities.activities();
        return records.set_use(all.around(), activity, register_::Records::Use::ended, "anna", base::Seen::anything());
    }

    std::string activity = all.add_activity("Help with your phone");
    std::string session = all.add_session(activity, "2026-11-26", 4);
    std::string url = "/sundsvall/staff/activities/" + activity;
};

TEST_F(EndingAnActivity, WaitsUntilWhoIsSignedUpIsTold) {
    const auto signed_up = all.sign_up(session, {.persons = 3, .by = ContactBy::phone, .contact = "060-19 10 11"});
    ASSERT_TRUE(signed_up);
    auto client = staff();
    const auto refused = client.submit(client.get(url), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("3 people are signed up for sessions to come")) << refused.html;
    EXPECT_FALSE(end()) << "nor by any other way";
    EXPECT_EQ(client.get("/sundsvall/staff/sessions/" + session).status, 200);
    const auto cancel = "/sundsvall/staff/sessions/" + session + "/cancel";
    client.submit(client.get(cancel), {{"reason", "The house is shut"}}, "", "/cancel");
    EXPECT_TRUE(end()) << "they stand among those who are to be rung";
}

TEST_F(EndingAnActivity, EndsWhereNobodyIsSignedUpOrItIsOver) {
    all.sign_up(session);
    clock.advance(std::chrono::hours(72));
    EXPECT_TRUE(end());
}

TEST_F(EndingAnActivity, IsNotDeletedAwayFromItsSessions) {
    EXPECT_TRUE(end());
    auto& records = all.activities.activities();
    EXPECT_FALSE(records.remove(all.around(), activity, "anna", base::Seen::anything()));
    const auto kept = database->read([&](db::Connection& connection) {
        return connection.query(sql::sessions_kept, here, activity, base::format_utc(clock.now()))[0].integer("sessions");
    });
    EXPECT_EQ(kept, 1);
    EXPECT_TRUE(records.find(here, activity));
}

}  // namespace
}  // namespace digilots::activities
