// A term is moved: to another weekday, all but one, and whoever does so knows whom it concerns; a series knows when it is shut.
#include <algorithm>

#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class MovingSessions : public ::testing::Test, protected World {
protected:
    std::string change_of(const std::string& session) { return "/sundsvall/staff/sessions/" + session + "/change"; }
    std::string days_of(const std::string& activity) {
        std::string days;
        for (const auto held = all.activities.programme(here); const auto& session : held->with_id(activity)->sessions)
            days += (days.empty() ? "" : " ") + base::format_date(session.day).substr(5);
        return days;
    }
};

TEST_F(MovingSessions, ToAnotherWeekdayMovesEachByAsManyDaysAndSaysWhomItConcerns) {
    const auto activity = all.add_activity("Café");
    const auto first = all.add_session(activity, "2027-01-12", 8), second = all.add_session(activity, "2027-01-19", 8),
               third = all.add_session(activity, "2027-01-26", 8);
    all.sign_up(second, {.name = "Gun", .by = ContactBy::phone, .contact = "070-174 06 35"});
    all.sign_up(third, {.persons = 2});
    auto client = staff();
    const auto asked = client.submit(client.get(change_of(second)), {{"day", "2027-01-20"}, {"reach", "following"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("This changes 2 sessions.") && asked.says("3 persons are signed up or wait") &&
                asked.says("2 of them have a code alone"))
        << asked.html;
    EXPECT_EQ(days_of(activity), "01-12 01-19 01-26") << "nothing is saved yet";
    const auto done = client.submit(asked, {}, "", "/change");
    EXPECT_TRUE(done.says("2 sessions are changed.") && done.says("2 of them have a code alone")) << done.html;
    EXPECT_EQ(days_of(activity), "01-12 01-20 01-27");
    const auto all_asked = client.submit(client.get(change_of(second)), {{"day", "2027-01-21"}, {"reach", "all"}});
    client.submit(all_asked, {}, "", "/change");
    EXPECT_EQ(days_of(activity), "01-13 01-21 01-28");
}

TEST_F(MovingSessions, AllButOneTellsTheOneNothing) {
    const auto activity = all.add_activity("Café");
    const auto first = all.add_session(activity, "2027-01-12", 8), second = all.add_session(activity, "2027-01-19", 8),
               third = all.add_session(activity, "2027-01-26", 8);
    all.sign_up(second, {.name = "Gun", .by = ContactBy::phone, .contact = "070-174 06 35"});
    all.sign_up(third, {.name = "Ove", .by = ContactBy::phone, .contact = "070-174 06 36"});
    auto client = staff();
    const auto asked = client.submit(client.get(change_of(first)), {{"starts", "13:00"}, {"reach", "all"}});
    const auto done = client.submit(asked, {{"stays", second}}, "", "/change");
    EXPECT_EQ(calendar::minute_of(calendar::to_wall(all.session(second)->starts, sundsvall.zone)), 14 * 60);
    EXPECT_EQ(calendar::minute_of(calendar::to_wall(all.session(third)->starts, sundsvall.zone)), 13 * 60);
    EXPECT_TRUE(done.says("2 sessions are changed.") && done.says("/staff/sessions/" + third) &&
                done.says("People to ring of other sessions of it:"))
        << done.html;
    ASSERT_EQ(all.activities.to_tell(here).size(), 1U);
    EXPECT_EQ(all.activities.to_tell(here).front().session, third);
}

TEST_F(MovingSessions, NeverBeginInThePast) {
    const auto activity = all.add_activity("Café");
    const auto soon = all.add_session(activity, "2026-11-27"), later = all.add_session(activity, "2026-12-04");
    const auto page = staff().submit(staff().get(change_of(later)), {{"day", "2026-12-01"}, {"reach", "all"}});
    EXPECT_TRUE(page.status == 422 && page.says("would begin in the past")) << page.html;
    EXPECT_EQ(days_of(activity), "11-27 12-04") << soon;
}

TEST_F(MovingSessions, ASeriesSaysOnWhichDaysItIsShutOrThereAlreadyAndOnePressLeavesThemOut) {
    const auto activity = all.add_activity("Café");
    all.add_session(activity, "2026-12-11");
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + activity + "/series");
    const testing::FormFields typed{
        {"day", "2026-12-11"}, {"starts", "14:00"}, {"ends", "15:30"}, {"repeat", "1"}, {"times", "4"},
        {"address", "The red house"}};
    const auto asked = client.submit(form, typed, "step=add");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("25 December 2026 is a holiday") || asked.says("25 December 2026 (")) << asked.html;
    EXPECT_TRUE(asked.says("the activity has a session there at that time already")) << asked.html;
    EXPECT_EQ(days_of(activity), "12-11") << "nothing is added unasked";
    const auto without = client.submit(asked, {}, "step=leave_out", "/series");
    EXPECT_TRUE(without.status == 200 && without.says("This adds 1 session")) << without.html;
    client.submit(without, {}, "step=add", "/series");
    EXPECT_EQ(days_of(activity), "12-11 12-18");
}

TEST_F(MovingSessions, ToAPlaceThatIsNotInUseIsSaidBeforeItIsSaved) {
    auto& places = all.directory.records(directory::RecordKind::place);
    const auto closed = all.directory.snapshot(here)->places.front().id;
    ASSERT_TRUE(places.take_step(places.around(here), closed, {"changed", {{"status", std::string("paused")}}}, "anna"));
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03");
    auto client = staff();
    const auto asked = client.submit(client.get(change_of(session)), {{"place", closed}});
    EXPECT_TRUE(asked.status == 422 && asked.says("nobody finds it open")) << asked.html;
    EXPECT_EQ(all.session(session)->place, "");
    client.submit(asked, {}, "", "/change");
    EXPECT_EQ(all.session(session)->place, closed);
}

TEST_F(MovingSessions, WhoHoldsItIsChosenAndMovesWithIt) {
    auto& functions = all.organisation.function_records();
    const auto guide = functions.add(functions.around(here), {{"title", {"Guide"}}}, "anna")->id;
    const auto activity = all.add_activity("Café");
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + activity + "/series");
    client.submit(form, {{"day", "2026-12-03"}, {"address", "Room 1"}, {"held_by_1", guide}, {"held_number_1", "2"}}, "step=add");
    const auto session = all.activities.programme(here)->with_id(activity)->sessions.at(0).id;
    EXPECT_TRUE(client.get("/sundsvall/staff/sessions/" + session).says("Held by 2 × Guide"));
    const auto held = all.activities.held_by_functions(here);
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held.front().people, 2);
    client.submit(client.get(change_of(session)), {{"day", "2026-12-04"}});
    EXPECT_EQ(all.activities.held_by_functions(here).front().starts, all.session(session)->starts);
    const auto wrong = client.submit(client.get(change_of(session)), {{"held_number_1", "no"}, {"led_by", "two of us"}});
    EXPECT_TRUE(wrong.status == 422 && wrong.says("two of us")) << wrong.html;
}

TEST_F(MovingSessions, MoreThanTenYearsAheadIsASlipOfThePen) {
    const auto activity = all.add_activity("Café");
    auto client = staff();
    const auto page = client.submit(client.get("/sundsvall/staff/activities/" + activity + "/series"), {{"day", "2099-12-01"}});
    EXPECT_TRUE(page.status == 422 && page.says("more than ten years ahead")) << page.html;
}

TEST_F(MovingSessions, WhoSaysHowManyTimesSaysHowOften) {
    const auto activity = all.add_activity("Course");
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + activity + "/series");
    const auto page = client.submit(form, {{"day", "2026-12-03"}, {"times", "8"}}, "step=add");
    EXPECT_TRUE(page.status == 422 && page.says("You wrote 8 times")) << page.html;
    EXPECT_TRUE(client.submit(form, {{"day", "2026-12-03"}, {"until", "2027-01-28"}}, "step=add").says("Choose how often"));
    EXPECT_TRUE(all.activities.programme(here)->with_id(activity)->sessions.empty()) << "not one of them alone";
    const auto seen = client.submit(page, {{"repeat", "1"}, {"address", "Gym"}}, "step=add");
    const auto said = client.submit(seen, {}, "step=add", "/series");
    EXPECT_EQ(all.activities.programme(here)->with_id(activity)->sessions.size(), 8U) << said.html;
}

TEST_F(MovingSessions, ACodeReadOutLeadsToThatRowAloneAndCancellingAsksAndIsTakenBack) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    all.sign_up(session);
    const auto code = all.sign_up(session, {.persons = 2})->code;
    all.sign_up(session, {.name = "Gun"});
    auto client = staff();
    const auto found = client.submit(client.get("/sundsvall/staff/sessions"), {{"code", code}});
    EXPECT_TRUE(found.says("The code you typed") && found.says("For 2 persons")) << found.html;
    const auto rows = [](const testing::Page& page) {
        const std::string row = "id=\"sign-up-";
        std::size_t number = 0;
        for (auto at = page.html.find(row); at != std::string::npos; at = page.html.find(row, at + 1)) ++number;
        return number;
    };
    EXPECT_EQ(rows(found), 1U) << found.html;
    const auto asked = client.submit(found, {}, "", "/cancel");
    EXPECT_TRUE(asked.says("Cancel for this person?") && asked.says("For 2 persons")) << asked.html;
    EXPECT_EQ(all.session(session)->taken, 4) << "nothing is done unasked";
    const auto left = client.submit(asked, {}, "", "/cancel");
    EXPECT_EQ(all.session(session)->taken, 2);
    EXPECT_FALSE(all.activities.follow(sundsvall, code));
    const auto back = client.submit(left, {}, "", "/undo");
    EXPECT_TRUE(back.says("The sign-up is put back, with the same code.")) << back.html;
    EXPECT_EQ(all.session(session)->taken, 4);
    EXPECT_TRUE(all.activities.follow(sundsvall, code));
    const auto again = client.submit(left, {}, "", "/undo");
    EXPECT_TRUE(again.says("The sign-up is put back, with the same code.")) << "pressed twice";
    EXPECT_EQ(all.session(session)->taken, 4);
}

TEST_F(MovingSessions, NobodyIsPutBackWhereTheSeatIsTakenOrTheDayIsOver) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 1);
    all.sign_up(session);
    auto id = all.activities.signed_up(here, session).front().id;
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    all.sign_up(session, {.name = "Ove"});
    EXPECT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::taken);
    id = all.activities.signed_up(here, session).front().id;
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, id, "anna"));
    EXPECT_EQ(all.activities.left_today(sundsvall, session).size(), 2U);
    clock.advance(std::chrono::hours(24));
    all.activities.forget_left(sundsvall);
    EXPECT_TRUE(all.activities.left_today(sundsvall, session).empty());
    EXPECT_EQ(all.activities.put_back_sign_up(sundsvall, id, "anna").came, PutBack::Came::gone);
}

}  // namespace
}  // namespace digilots::activities
