// From invitation to attendance by how people are reached, what is tried, and courses for a role.
#include "activities/recruiting.h"

#include "activities/world_for_tests.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::activities {
namespace {

class Recruiting : public ::testing::Test, protected World {
protected:
    std::int64_t figure(std::string_view key, std::map<std::string, std::string> where = {}) {
        const auto measures = all.activities.measures();
        const auto* measure = measures::find_measure(measures, key);
        const auto rows = measure->figures({.municipalities = {here},
                                            .period = {base::parse_date("2026-01-01").value(),
                                                       base::parse_date("2027-12-31").value()},
                                            .by = {"found_us"},
                                            .where = std::move(where)});
        return measures::total_of(*measure, rows).amount;
    }
    /// The id; "" where it is refused.
    std::string add(register_::Records& records, const register_::Draft& draft) {
        auto around = records.around(here);
        around.today = base::to_civil(clock.now(), around.zone).date;
        const auto added = records.add(around, draft, "anna");
        return added ? added->id : "";
    }
    std::string invite(const std::string& activity, const char* day, const char* channel, const char* number) {
        return add(all.activities.invitations(), {{"activity", {activity}},
                                                  {"session_day", {day}},
                                                  {"channel", {channel}},
                                                  {"number", {number}},
                                                  {"invited_on", {"2026-11-20"}}});
    }
    void count(const std::string& session, Attendance attendance) {
        EXPECT_EQ(all.activities.count(all.around(), session, attendance, "anna", base::Seen::anything()), Arranged::done);
    }
};

TEST_F(Recruiting, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(all.activities.invitations(), all.activities.invitations().around(here));
    register_::run_every_statement(all.activities.experiments(), all.activities.experiments().around(here));
}

TEST_F(Recruiting, ASessionTellsByChannelWhoWasInvitedSignedUpAndCame) {
    const auto activity = all.add_activity("Help with your phone");
    const auto session = all.add_session(activity, "2026-12-03");
    EXPECT_NE(invite(activity, "2026-12-03", "paper", "40"), "");
    EXPECT_NE(invite(activity, "", "web", "500"), "") << "to all of its sessions";
    EXPECT_EQ(invite(activity, "", "", "5"), "") << "in no way";
    EXPECT_EQ(figure("activity_invited"), 540);
    EXPECT_EQ(figure("activity_invited", {{"found_us", "paper"}}), 40);
    EXPECT_EQ(figure("activity_invited", {{"activity", activity}}), 540);
    EXPECT_EQ(figure("activity_invited", {{"activity", "another"}}), 0);
    EXPECT_EQ(figure("activity_invited", {{"kind", "digital_cafe"}, {"found_us", "web"}}), 500);
    EXPECT_EQ(figure("activity_invited", {{"unit", "-"}}), 540) << "of no unit";

    auto client = resident();
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    const auto form = client.get("/sundsvall/activities/" + slug + "/sessions/" + session + "/sign-up");
    EXPECT_TRUE(form.says("How did you hear of this?") && form.says("Leaflet, poster or newspaper")) << form.html;
    EXPECT_TRUE(client.submit(form, {{"persons", "2"}, {"found_us", "paper"}}).says("You have a seat."));
    EXPECT_TRUE(all.sign_up(session, {.found_us = "friends"}));
    EXPECT_TRUE(all.sign_up(session, {.persons = 3}));
    EXPECT_FALSE(all.sign_up(session, {.found_us = "a horse"}));
    EXPECT_EQ(figure("activity_signed_up"), 6);
    EXPECT_EQ(figure("activity_signed_up", {{"found_us", "paper"}}), 2);
    EXPECT_EQ(figure("activity_signed_up", {{"found_us", ""}}), 3);
    EXPECT_EQ(figure("activity_signed_up", {{"activity", activity}}), 6);
    EXPECT_EQ(figure("activity_signed_up", {{"activity", activity}, {"found_us", ""}}), 3);

    clock.set(testing::at("2026-12-03T18:00:00Z"));
    count(session, {.women = 3, .men = 1, .found_us = {{"paper", 2}}});
    const auto page = staff().get("/sundsvall/staff/recruiting?session=" + session);
    EXPECT_EQ(page.status, 200);
    const auto of = ReachedOf{.activity = activity,
                              .session = session,
                              .session_day = "2026-12-03",
                              .from = base::parse_date("2026-01-01").value(),
                              .to = base::parse_date("2026-12-31").value()};
    const auto reached = reached_by_channel(Inside::of(all.activities), here, of);
    EXPECT_EQ(reached.at("paper").invited, 40);
    EXPECT_EQ(reached.at("paper").signed_up, 2);
    EXPECT_EQ(reached.at("paper").came, 2);
    EXPECT_EQ(reached.at("").signed_up, 3);
    EXPECT_EQ(reached.at("").came, 2);
    EXPECT_FALSE(reached.contains("web")) << "those were invited to no session in particular";
    EXPECT_TRUE(page.says("40") && page.says("Leaflet, poster or newspaper") && page.says("Friends or family")) << page.html;
    const auto of_all = staff().get("/sundsvall/staff/recruiting?activity=" + activity + "&from=2026-11-01&to=2026-12-31");
    EXPECT_TRUE(of_all.says(">500<") && of_all.says("The web or social media")) << of_all.html;
    EXPECT_EQ(staff().get("/sundsvall/staff/recruiting?session=none").status, 404);
    EXPECT_FALSE(staff("neighbour").get("/sundsvall/staff/recruiting").says(">500<"));
}

TEST_F(Recruiting, QuestionsStandBesideThemByHowPeopleFoundUs) {
    measures::Measure questions{
        .key = "inquiries", .title = TEXT("Activity"), .definition = TEXT("Activity"), .unit = TEXT("people")};
    questions.dimensions = {{"found_us", TEXT("Activity")}};
    questions.figures = [](const measures::Query&) -> std::vector<measures::Row> {
        return {{{{"found_us", "paper"}}, 1234}, {{{"found_us", ""}}, 5678}};
    };
    Slice desks;
    desks.measures = {questions};
    http::Server both{{}, routes_of({slice(all.activities), desks}), gatekeeper(), html::error_page, clock};
    testing::PageClient client(both);
    client.cookies()["session"] = "anna";
    client.accept_language = "en";
    const auto activity = all.add_activity("Café");
    EXPECT_NE(invite(activity, "", "web", "77"), "");
    const auto shown = client.get("/sundsvall/staff/recruiting");
    EXPECT_TRUE(shown.says("Questions asked at desks") && shown.says("1,234") && shown.says("6,912")) << shown.html;
    EXPECT_TRUE(shown.says("Leaflet, poster or newspaper")) << "nobody was invited so, and somebody asked";
    EXPECT_FALSE(client.get("/sundsvall/staff/recruiting?activity=" + activity).says("1,234")) << "they belong to no activity";
}

TEST_F(Recruiting, WhoCancelsIsNotCountedAndWhoIsDeletedWithTimeIs) {
    const auto session = all.add_session(all.add_activity("Phone"), "2026-12-03");
    const auto first = all.sign_up(session, {.found_us = "paper"});
    ASSERT_TRUE(first && all.sign_up(session, {.persons = 2, .found_us = "paper"}));
    EXPECT_EQ(figure("activity_signed_up", {{"found_us", "paper"}}), 3);
    EXPECT_TRUE(all.activities.leave(sundsvall, first->code));
    EXPECT_EQ(figure("activity_signed_up", {{"found_us", "paper"}}), 2);
    const auto rule = retention_rules().front();
    EXPECT_EQ(database->write([&](db::Connection& connection) {
        return rule.remove(connection, {.municipality_id = here,
                                        .before = testing::at("2027-01-01T00:00:00Z"),
                                        .now = clock.now()},
                           100);
    }),
              1);
    EXPECT_EQ(figure("activity_signed_up", {{"found_us", "paper"}}), 2) << "the number stays";
}

TEST_F(Recruiting, InvitationsAndWhatWasTriedGoWithTimeAndWhatGoesOnStays) {
    EXPECT_NE(invite(all.add_activity("Phone"), "", "paper", "40"), "");
    auto& experiments = all.activities.experiments();
    EXPECT_NE(add(experiments, {{"title", {"Over"}}, {"first_day", {"2026-11-01"}}, {"last_day", {"2026-11-10"}}}), "");
    const auto going_on = add(experiments, {{"title", {"Going on"}}, {"first_day", {"2026-11-01"}}});
    int removed = 0;
    for (const auto& rule : retention_rules()) {
        if (rule.key != invitation_rule && rule.key != experiment_rule) continue;
        const Due due{.municipality_id = here, .before = testing::at("2032-01-01T00:00:00Z"), .now = clock.now()};
        const auto remove = [&](db::Connection& connection) { return rule.remove(connection, due, 100); };
        EXPECT_EQ(database->write(remove), 1) << rule.key;
        EXPECT_EQ(database->write(remove), 0) << rule.key;
        ++removed;
    }
    EXPECT_EQ(removed, 2);
    EXPECT_EQ(figure("activity_invited"), 0);
    EXPECT_TRUE(experiments.find(here, going_on));
}

TEST_F(Recruiting, AnExperimentStandsBesideFiguresOfItsTimeAndOfAsManyDaysBefore) {
    const auto activity = all.add_activity("Phone", {{"campaign", {"Digital week"}}});
    clock.set(testing::at("2026-11-02T09:00:00Z"));
    const auto before = all.add_session(activity, "2026-11-12"), during = all.add_session(activity, "2026-11-19");
    all.add_session(all.add_activity("Another"), "2026-11-19");
    ASSERT_TRUE(all.sign_up(during, {.persons = 5, .found_us = "paper"}));
    clock.set(testing::at("2026-11-25T09:30:00Z"));
    count(before, {.women = 2});
    count(during, {.women = 6});
    auto& experiments = all.activities.experiments();
    register_::Draft draft{{"title", {"Letters"}},
                           {"first_day", {"2026-11-16"}},
                           {"last_day", {"2026-11-22"}},
                           {"campaign", {"Digital week"}},
                           {"expected", {"More come"}}};
    const auto id = add(experiments, draft);
    ASSERT_NE(id, "");
    const auto page = staff().get("/sundsvall/staff/experiments/" + id);
    EXPECT_TRUE(page.says("1 activity session, 0 signed up, 2 came")) << page.html;
    EXPECT_TRUE(page.says("1 activity session, 5 signed up, 6 came")) << page.html;
    draft["campaign"] = {""};
    draft["activity"] = {activity};
    draft["channel"] = {"paper"};
    draft["title"] = {"Letters again"};
    EXPECT_TRUE(staff().get("/sundsvall/staff/experiments/" + add(experiments, draft)).says("0 invited, 5 signed up, 0 came"));
    auto later = draft;
    later["title"] = {"Next year"};
    later["first_day"] = {"2027-01-11"};
    later["last_day"] = {"2027-01-31"};
    const auto to_come = staff().get("/sundsvall/staff/experiments/" + add(experiments, later));
    EXPECT_TRUE(to_come.says("It has not begun") && !to_come.says("0 came")) << to_come.html;
    for (const char* days : {"from=2026-13-01", "to=x", "from=2026-11-02&to=2026-11-01"})
        EXPECT_EQ(staff().get("/sundsvall/staff/recruiting?" + std::string(days)).status, 422) << days;
    draft["title"] = {"Without a result"};
    draft["outcome"] = {"worked"};
    EXPECT_EQ(add(experiments, draft), "") << "what came of it is missing";
    draft["result"] = {"Ring 850709-9805"};
    EXPECT_EQ(add(experiments, draft), "") << "tells of a person";
    for (const auto* own : {"Kalle, kalle@example.se, kom", "Ring 070-123 45 67"}) {
        draft["result"] = {own};
        EXPECT_EQ(add(experiments, draft), "") << own;
    }
    draft["result"] = {"Fler kom"};
    EXPECT_NE(add(experiments, draft), "");
}

TEST_F(Recruiting, ACourseForARoleHasItsMaterialIsFoundByItAndCountedForIt) {
    const auto course = all.add_activity("Money online", {{"role_group", {"guardian"}},
                                                          {"material", {"Step by step https://example.org/steps"}}});
    const auto session = all.add_session(course, "2026-12-03");
    all.add_session(all.add_activity("Phone"), "2026-12-03");
    auto client = resident();
    const auto programme = client.get("/sundsvall/activities?role_group=guardian");
    EXPECT_TRUE(programme.says("Money online") && !programme.says(">Phone<")) << programme.html;
    EXPECT_TRUE(client.get("/sundsvall/activities?role_group=nobody").says("Phone"));
    const auto page = client.get("/sundsvall/activities/" + all.activities.programme(here)->with_id(course)->slug);
    EXPECT_TRUE(page.says("Legal guardians") && page.says("https://example.org/steps") && page.says("Step by step")) << page.html;
    clock.set(testing::at("2026-12-03T18:00:00Z"));
    count(session, {.women = 4, .men = 3});
    const auto measures = all.activities.measures();
    const auto rows = measures::find_measure(measures, "participants")
                          ->figures({{here},
                                     {base::parse_date("2026-01-01").value(), base::parse_date("2026-12-31").value()},
                                     {"role_group"},
                                     {}});
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().dimensions.at("role_group"), "guardian");
    EXPECT_EQ(rows.front().value.amount, 7);
}

}  // namespace
}  // namespace digilots::activities
