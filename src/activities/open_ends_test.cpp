// Nothing ends or is deleted away from people who are signed up, or who wait for an answer.
#include "activities/requests.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class EndsOfActivities : public ::testing::Test, protected World {
protected:
    std::string page_of(const std::string& activity) { return "/sundsvall/staff/activities/" + activity; }
    bool has_ended(const std::string& activity) {
        return all.activities.activities().find(here, activity)->has_ended();
    }
};

TEST_F(EndsOfActivities, NobodyWhoIsSignedUpStandsBeforeAClosedDoor) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    const auto code = all.sign_up(session, {.persons = 2, .by = ContactBy::phone, .contact = "060-19 10 11"})->code;
    auto anna = staff();
    const auto refused = anna.submit(anna.get(page_of(activity)), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("2 people are signed up for sessions to come. Cancel those with a reason")) << refused.html;
    EXPECT_FALSE(has_ended(activity));
    EXPECT_TRUE(resident().get("/sundsvall/sign-ups/" + code).says("Café"));
    ASSERT_EQ(all.activities.cancel_session(all.around(), session, "The hall is shut", "anna",
                                            base::Seen::mark(all.activities.mark_of(here, session))),
              Arranged::done);
    anna.submit(anna.get(page_of(activity)), {}, "", "/end");
    EXPECT_TRUE(has_ended(activity)) << "they are told";
}

TEST_F(EndsOfActivities, WhatHadSessionsIsNotDeletedAwayFromThem) {
    const auto held = all.add_activity("Café"), empty = all.add_activity("Salon");
    all.add_session(held, "2026-11-25");
    clock.advance(std::chrono::hours(48));
    auto chief = staff("chief");
    const auto refused = chief.submit(chief.get(page_of(held)), {}, "", "/delete");
    EXPECT_TRUE(refused.status == 422 && refused.says("1 session")) << refused.html;
    EXPECT_FALSE(all.activities.activities().remove(all.around(), held, "anna", base::Seen::anything()));
    const auto asked = chief.submit(chief.get(page_of(empty)), {}, "", "/delete");
    chief.submit(asked, {}, "", "/delete");
    EXPECT_TRUE(all.activities.activities().find(here, held));
    EXPECT_FALSE(all.activities.activities().find(here, empty));
}

TEST_F(EndsOfActivities, WhoAskedIsAnsweredBeforeTheRequestEnds) {
    auto client = resident();
    const auto asked = client.submit(client.get("/sundsvall/activity-requests"), {{"title", "Salon in the hall"},
                                                                                   {"locality", "Lillholmen"},
                                                                                   {"asker_kind", "village"},
                                                                                   {"asker", "The village of Lillholmen"},
                                                                                   {"kind", "digital_salong"},
                                                                                   {"expected", "20"}});
    const auto code_url = asked.url.substr(0, asked.url.find('?'));
    auto& records = all.activities.requests();
    const auto id = records.list(records.around(here), {.with_ended = true}, 100, 0).records.front().id;
    const auto url = "/sundsvall/staff/activity-requests/" + id;
    auto anna = staff();
    const auto refused = anna.submit(anna.get(url), {}, "", "/end");
    EXPECT_TRUE(refused.status == 422 && refused.says("whoever asked looks for an answer")) << refused.html;
    EXPECT_FALSE(records.find(here, id)->has_ended());
    const auto record = records.find(here, id).value();
    auto draft = records.draft_of(record, records.around(here));
    draft["answer"] = {"We come in spring."};
    ASSERT_TRUE(records.change(records.around(here), id, draft, "anna", base::Seen::mark(records.mark_of(record))));
    anna.submit(anna.get(url), {}, "", "/end");
    EXPECT_TRUE(records.find(here, id)->has_ended());
    EXPECT_TRUE(resident().get(code_url).says("We come in spring.")) << "the code goes on telling it";
}

}  // namespace
}  // namespace digilots::activities
