// Where one is with it all the way, a day that falls away is in nobody's way: who waits comes before whoever is new.
#include "activities/circle_for_tests.h"
#include "activities/recruiting.h"

namespace digilots::activities {
namespace {

class SeatsAlong : public ::testing::Test, protected World {
protected:
    bool is_confirmed(const std::string& code) { return all.activities.follow(sundsvall, code).value().is_confirmed; }
    const Session* now_of(const std::string& id) {
        all.versions.refresh();
        return all.session(id);
    }
    Arranged cancel(const std::string& id) {
        return all.activities.cancel_session(all.around(), id, "Ill", "anna", base::Seen::anything());
    }
    Arranged put_back(const std::string& id) {
        return all.activities.put_back(all.around(), id, "Well again", "anna", base::Seen::anything());
    }

    std::string circle = all.add_activity("Study circle", {{"all_along", {"1"}}});
};

TEST_F(SeatsAlong, ADayThatIsCancelledGivesTheSeatsToWhoWaitsAndIsNotPutBackWithTooMany) {
    const auto first = all.add_session(circle, "2026-12-03", 3), second = all.add_session(circle, "2026-12-10", 1),
               third = all.add_session(circle, "2026-12-17", 3);
    const auto one = all.sign_up(first), two = all.sign_up(first), three = all.sign_up(third), four = all.sign_up(first);
    ASSERT_TRUE(one && two && three && four);
    EXPECT_TRUE(one->is_confirmed && !two->is_confirmed && !three->is_confirmed);
    ASSERT_EQ(cancel(second), Arranged::done);
    EXPECT_TRUE(is_confirmed(two->code) && is_confirmed(three->code));
    EXPECT_FALSE(is_confirmed(four->code));
    const auto stranger = all.sign_up(first);
    ASSERT_TRUE(stranger);
    EXPECT_FALSE(stranger->is_confirmed);
    for (const auto& session : {first, third}) {
        EXPECT_EQ(now_of(session)->taken, 3) << session;
        EXPECT_EQ(now_of(session)->waiting, 2) << session;
    }
    EXPECT_EQ(put_back(second), Arranged::too_many);
    EXPECT_EQ(now_of(second)->status, Status::cancelled);
    ASSERT_TRUE(all.activities.leave(sundsvall, one->code));
    EXPECT_TRUE(is_confirmed(four->code));
}

TEST_F(SeatsAlong, ADayThatIsPutBackInTimeHoldsWhoHasASeat) {
    const auto first = all.add_session(circle, "2026-12-03", 2), second = all.add_session(circle, "2026-12-10", 2);
    const auto one = all.sign_up(first);
    ASSERT_TRUE(one);
    ASSERT_EQ(cancel(second), Arranged::done);
    ASSERT_EQ(put_back(second), Arranged::done);
    EXPECT_EQ(now_of(second)->taken, 1);
    EXPECT_TRUE(all.sign_up(second)->is_confirmed);
}

TEST_F(SeatsAlong, AllDaysCancelledGiveNobodyASeat) {
    const auto only = all.add_session(circle, "2026-12-03", 1);
    ASSERT_TRUE(all.sign_up(only));
    const auto waits = all.sign_up(only);
    ASSERT_TRUE(waits);
    ASSERT_EQ(cancel(only), Arranged::done);
    EXPECT_FALSE(is_confirmed(waits->code));
}

TEST_F(SeatsAlong, ADayThatIsOverIsInNobodysWay) {
    const auto first = all.add_session(circle, "2026-12-03", 1), second = all.add_session(circle, "2026-12-10", 3);
    const auto one = all.sign_up(first), two = all.sign_up(first, {.persons = 1}), three = all.sign_up(first);
    ASSERT_TRUE(one && two && three);
    clock.set(testing::at("2026-12-04T09:00:00Z"));
    all.versions.refresh();
    const auto stranger = all.sign_up(second);
    ASSERT_TRUE(stranger);
    EXPECT_TRUE(is_confirmed(two->code) && is_confirmed(three->code)) << "they waited";
    EXPECT_FALSE(stranger->is_confirmed);
    EXPECT_EQ(now_of(second)->taken, 3);
}

TEST_F(SeatsAlong, WhoWaitsGetsWhatADayThatIsOverLeavesAlsoWhenNobodySignsUp) {
    const auto first = all.add_session(circle, "2026-12-03", 1), second = all.add_session(circle, "2026-12-10", 2);
    const auto one = all.sign_up(first), two = all.sign_up(first), three = all.sign_up(first);
    ASSERT_TRUE(one && two && three);
    Inside::of(all.activities).give_after_days(here);
    EXPECT_FALSE(is_confirmed(two->code));
    clock.set(testing::at("2026-12-04T09:00:00Z"));
    all.versions.refresh();
    Inside::of(all.activities).give_after_days(here);
    EXPECT_TRUE(is_confirmed(two->code));
    EXPECT_FALSE(is_confirmed(three->code));
    EXPECT_EQ(now_of(second)->taken, 2);
}

TEST_F(SeatsAlong, ItIsFullEverywhereWhenADayToComeIs) {
    const auto first = all.add_session(circle, "2026-12-03", 5), second = all.add_session(circle, "2026-12-10", 1);
    EXPECT_TRUE(resident().get("/sundsvall/activities").says("1 seat left"));
    ASSERT_TRUE(all.sign_up(first));
    EXPECT_EQ(now_of(first)->free(), 4) << "of the day alone";
    const auto listed = resident().get("/sundsvall/activities");
    EXPECT_TRUE(listed.says("Full: you can wait for a seat")) << listed.html;
    EXPECT_FALSE(listed.says("4 seats left"));
    EXPECT_FALSE(resident().get("/sundsvall/activities?free=1").says("3 December"));
    const auto found = findable_activities(all.activities).now(sundsvall, circle, i18n::translator("en"));
    EXPECT_EQ(found.free_seats, 0);
    EXPECT_NE(found.text.find("Full"), std::string::npos) << found.text;
    ASSERT_EQ(cancel(second), Arranged::done);
    EXPECT_TRUE(resident().get("/sundsvall/activities?free=1").says("4 seats left"));
}

TEST_F(SeatsAlong, TooFewConcernAllDaysAndStaffDecideOnce) {
    const auto course = all.add_activity("Course", {{"all_along", {"1"}}, {"cancels_itself", {"1"}}});
    auto one = all.session_on("2026-12-03", 14, 5), two = all.session_on("2026-12-10", 14, 5);
    for (auto* session : {&one, &two}) {
        session->minimum = 3;
        session->decide_on = base::parse_date("2026-12-01").value();
    }
    const auto ids = all.activities.add_sessions(all.around(), course, {one, two}, "anna");
    ASSERT_TRUE(ids && ids->size() == 2);
    clock.set(testing::at("2026-12-02T09:00:00Z"));
    EXPECT_EQ(all.activities.decide(here), 0);
    EXPECT_EQ(now_of(ids->front())->status, Status::planned);
    const auto few = duty_kinds(all.activities).front().now(here);
    ASSERT_EQ(few.size(), 1U);
    EXPECT_EQ(few.front().id, ids->front()) << "the first day to come";
}

TEST_F(SeatsAlong, ADayWithFewerSeatsThanAreWithItIsAskedAbout) {
    const auto first = all.add_session(circle, "2026-12-03", 5);
    ASSERT_TRUE(all.sign_up(first, {.persons = 3}));
    all.versions.refresh();
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + circle + "/series");
    const auto looked = client.submit(form,
                                      {{"day", "2026-12-10"}, {"repeat", "once"}, {"address", "The lake"}, {"capacity", "2"}},
                                      "step=look");
    EXPECT_TRUE(looked.says("3 people have a seat on every day")) << looked.html;
    client.submit(looked, {}, "step=add", "/series");
    EXPECT_EQ(all.activities.programme(here)->with_id(circle)->sessions.size(), 2U) << "asked and answered";
}

TEST_F(SeatsAlong, WhoeverIsWithItIsOnePersonHoweverManyDaysThereAre) {
    const auto first = all.add_session(circle, "2026-12-03", 5);
    all.add_session(circle, "2026-12-10", 5);
    all.add_session(circle, "2026-12-17", 5);
    ASSERT_TRUE(all.sign_up(first, {.persons = 2, .found_us = "paper"}));
    ASSERT_TRUE(all.sign_up(first, {.persons = 1}));
    const auto reached =
        reached_by_channel(Inside::of(all.activities), here,
                           {.activity = circle, .from = base::parse_date("2026-12-01").value(),
                            .to = base::parse_date("2026-12-31").value()});
    EXPECT_EQ(reached.at("paper").signed_up, 2);
    EXPECT_EQ(reached.at("").signed_up, 1);
    all.versions.refresh();
    auto client = staff();
    const auto ending = client.submit(client.get("/sundsvall/staff/activities/" + circle), {}, "", "/end");
    EXPECT_TRUE(ending.says("3 people are signed up for sessions to come")) << ending.html;
    EXPECT_FALSE(ending.says("9 people"));
}

TEST(SeatsAlongAtTheSameTime, LeavingSigningUpCancellingAndAddingADayGoOneAfterTheOther) {
    CircleOnTwoServers all{4};
    const auto& sessions = all.sessions;
    std::vector<std::string> codes;
    for (int at = 0; at < 8; ++at) codes.push_back(all.one.sign_up(sessions.front())->code);
    all.refresh();
    testing::race(8, [&](int runner) {
        auto& server = all.of(runner);
        if (runner == 0) {
            const auto fourth = server.session_on("2027-01-07", 14, 4);
            EXPECT_TRUE(server.activities.add_sessions(server.around(), all.circle, {fourth}, "anna"));
        } else if (runner == 1) {
            EXPECT_EQ(server.activities.cancel_session(server.around(), sessions[1], "Ill", "anna", base::Seen::anything()),
                      Arranged::done);
        } else if (runner < 5) {
            EXPECT_TRUE(server.activities.leave(sundsvall, codes[static_cast<std::size_t>(runner)]));
        } else {
            EXPECT_TRUE(server.sign_up(runner == 6 ? sessions.front() : sessions.back()));
        }
    });
    all.refresh();
    const auto programme = all.one.activities.programme(here);
    for (const auto& session : programme->with_id(all.circle)->sessions) {
        EXPECT_EQ(session.taken, 4) << session.id;
        EXPECT_EQ(session.waiting, 4) << session.id;
    }
}

}  // namespace
}  // namespace digilots::activities
