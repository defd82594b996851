// One is with it all the way: one sign-up, one code, a seat on every day to come or on none.
#include "activities/circle_for_tests.h"

namespace digilots::activities {
namespace {

class AllAlong : public ::testing::Test, protected World {
protected:
    bool is_confirmed(const std::string& code) { return all.activities.follow(sundsvall, code).value().is_confirmed; }
    std::int64_t taken(const std::string& id) {
        all.versions.refresh();
        return all.session(id)->taken;
    }
    std::int64_t waiting(const std::string& id) {
        all.versions.refresh();
        return all.session(id)->waiting;
    }

    std::string circle = all.add_activity("Study circle", {{"all_along", {"1"}}});
    std::string first = all.add_session(circle, "2026-12-03", 2), second = all.add_session(circle, "2026-12-10", 2),
                third = all.add_session(circle, "2026-12-17", 2);
};

TEST_F(AllAlong, OneSignUpToAnyDayIsForAllOfThemUnderOneCode) {
    const auto one = all.sign_up(second, {.name = "Gun", .found_us = "friends"});
    ASSERT_TRUE(one && one->is_confirmed);
    EXPECT_EQ(one->all_sessions, (std::vector{first, second, third})) << "by time";
    for (const auto& session : {first, second, third}) {
        EXPECT_EQ(taken(session), 1) << session;
        EXPECT_EQ(all.activities.signed_up(here, session).at(0).name, "Gun");
    }
    const auto followed = all.activities.follow(sundsvall, one->code);
    ASSERT_TRUE(followed);
    EXPECT_EQ(followed->session, first) << "the next one";
    EXPECT_EQ(followed->all_sessions.size(), 3U);
    EXPECT_TRUE(all.activities.leave(sundsvall, one->code));
    EXPECT_FALSE(all.activities.leave(sundsvall, one->code));
    EXPECT_FALSE(all.activities.follow(sundsvall, one->code));
    for (const auto& session : {first, second, third}) EXPECT_EQ(taken(session), 0) << session;
}

TEST_F(AllAlong, WhoeverFindsNoSeatOnOneDayWaitsForAllAndGetsThemTogether) {
    ASSERT_TRUE(all.sign_up(first, {.persons = 1}));
    const auto full = all.sign_up(first, {.persons = 1});
    const auto waits = all.sign_up(third), behind = all.sign_up(second);
    ASSERT_TRUE(full && waits && behind);
    EXPECT_TRUE(full->is_confirmed && !waits->is_confirmed && !behind->is_confirmed);
    EXPECT_EQ(waits->position, 1);
    EXPECT_EQ(behind->position, 2);
    for (const auto& session : {first, second, third}) EXPECT_TRUE(taken(session) == 2 && waiting(session) == 2) << session;
    EXPECT_TRUE(all.activities.leave(sundsvall, full->code));
    EXPECT_TRUE(is_confirmed(waits->code));
    EXPECT_FALSE(is_confirmed(behind->code));
    EXPECT_EQ(all.activities.follow(sundsvall, behind->code)->position, 1);
    for (const auto& session : {first, second, third}) EXPECT_TRUE(taken(session) == 2 && waiting(session) == 1) << session;
}

TEST_F(AllAlong, ADayThatIsAddedIsForThemTooAndADayThatHasBeenStaysInItsFigures) {
    const auto one = all.sign_up(first, {.name = "Gun"});
    ASSERT_TRUE(one);
    const auto fourth = all.add_session(circle, "2027-01-07", 2);
    EXPECT_EQ(taken(fourth), 1);
    EXPECT_EQ(all.activities.follow(sundsvall, one->code)->all_sessions.size(), 4U);
    clock.set(testing::at("2026-12-04T09:00:00Z"));
    EXPECT_EQ(all.activities.follow(sundsvall, one->code)->session, second);
    EXPECT_TRUE(all.activities.leave(sundsvall, one->code));
    EXPECT_FALSE(all.activities.follow(sundsvall, one->code)) << "cancelled is cancelled, also of the day that has been";
    EXPECT_EQ(taken(first), 1);
    EXPECT_EQ(taken(second), 0);
}

TEST_F(AllAlong, TheSameKeyIsOneSignUpAndStaffCancelAndPutBackAllDays) {
    const SignUp wanted{.form_key = "0192f3aa-7b1c-4def-8123-456789abcdef"};
    const auto one = all.sign_up(first, wanted), again = all.sign_up(first, wanted);
    ASSERT_TRUE(one && again);
    EXPECT_TRUE(again->repeated && again->code == one->code && again->all_sessions == one->all_sessions);
    EXPECT_EQ(taken(third), 1);
    const auto id = all.activities.signed_up(here, second).at(0).id;
    EXPECT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    for (const auto& session : {first, second, third}) EXPECT_EQ(taken(session), 0) << session;
    EXPECT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::back);
    for (const auto& session : {first, second, third}) EXPECT_EQ(taken(session), 1) << session;
    EXPECT_TRUE(is_confirmed(one->code));
}

TEST_F(AllAlong, ThePageHasOneSignUpAndTheCodeListsTheDays) {
    all.versions.refresh();
    const auto slug = all.activities.programme(here)->with_id(circle)->slug;
    auto client = resident();
    const auto page = client.get("/sundsvall/activities/" + slug);
    std::size_t buttons = 0;
    for (auto at = page.html.find("/sign-up\""); at != std::string::npos; at = page.html.find("/sign-up\"", at + 1)) ++buttons;
    EXPECT_EQ(buttons, 1U) << page.html;
    EXPECT_TRUE(page.says("One is with it all the way"));
    const auto form = client.get("/sundsvall/activities/" + slug + "/sessions/" + first + "/sign-up");
    EXPECT_TRUE(form.says("You sign up for all these days") && form.says("17 December 2026")) << form.html;
    const auto told = client.submit(form, {{"persons", "1"}});
    EXPECT_TRUE(told.says("You have a seat.") && told.says("10 December 2026") && told.says("17 December 2026")) << told.html;
}

TEST(AllAlongAtTheSameTime, NoDayIsOverbookedAndNobodyIsConfirmedOnSomeDaysAlone) {
    CircleOnTwoServers all{5};
    std::vector<std::string> codes(12);
    testing::race(12, [&](int runner) {
        const auto signed_up = all.of(runner).sign_up(all.sessions[static_cast<std::size_t>(runner) % all.sessions.size()]);
        ASSERT_TRUE(signed_up);
        codes[static_cast<std::size_t>(runner)] = signed_up->code;
    });
    testing::race(4, [&](int runner) {
        EXPECT_TRUE(all.of(runner).activities.leave(sundsvall, codes[static_cast<std::size_t>(runner)]));
    });
    all.refresh();
    for (const auto& session : all.sessions) {
        EXPECT_EQ(all.one.session(session)->taken, 5) << session;
        EXPECT_EQ(all.one.session(session)->waiting, 3) << session;
        EXPECT_EQ(all.one.activities.signed_up(here, session).size(), 8U);
    }
    int confirmed = 0;
    for (std::size_t at = 4; at < codes.size(); ++at) {
        const auto followed = all.one.activities.follow(sundsvall, codes[at]);
        ASSERT_TRUE(followed);
        EXPECT_EQ(followed->all_sessions.size(), 3U);
        confirmed += followed->is_confirmed;
    }
    EXPECT_EQ(confirmed, 5);
}

}  // namespace
}  // namespace digilots::activities
