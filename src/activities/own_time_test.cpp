// Sessions of a term that have a time or a place of their own, and people who are to be told two things at once.
#include <algorithm>

#include "activities/code.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class OwnTime : public ::testing::Test, protected World {
protected:
    std::string change_of(const std::string& session) { return "/sundsvall/staff/sessions/" + session + "/change"; }
    int hour_of(const std::string& session) {
        return calendar::minute_of(calendar::to_wall(all.session(session)->starts, sundsvall.zone)) / 60;
    }
};

TEST_F(OwnTime, ATermMovesOnlyWhatWasChangedAndWhatDiffersStaysUnlessItIsSaid) {
    const auto activity = all.add_activity("Café");
    const auto first = all.add_session(activity, "2027-01-12", 8), own = all.add_session(activity, "2027-01-19", 8),
               third = all.add_session(activity, "2027-01-26", 8);
    auto client = staff();
    client.submit(client.get(change_of(own)), {{"starts", "10:00"}, {"ends", "11:30"}, {"address", "The blue house"}});
    ASSERT_EQ(hour_of(own), 10);
    const auto asked = client.submit(client.get(change_of(first)), {{"starts", "15:00"}, {"ends", "16:30"}, {"reach", "all"}});
    EXPECT_TRUE(asked.says("now 10:00–11:30, The blue house") && asked.says("This changes 2 sessions.")) << asked.html;
    client.submit(asked, {}, "", "/change");
    EXPECT_EQ(hour_of(own), 10) << "it is left as it is";
    EXPECT_EQ(all.session(own)->address, "The blue house");
    EXPECT_EQ(hour_of(third), 15);
    const auto again = client.submit(client.get(change_of(first)), {{"starts", "16:00"}, {"ends", "17:30"}, {"reach", "all"}});
    const auto all_of_them = client.submit(again, {{"stays", ""}}, "", "/change");
    EXPECT_EQ(hour_of(own), 16) << all_of_them.html;
    EXPECT_EQ(all.session(own)->address, "The blue house") << "its place was not changed";
}

TEST_F(OwnTime, ChangedAlikeTakesWhatWasChangedAndNothingElse) {
    auto before = all.session_on("2027-01-12", 14, 8), own = all.session_on("2027-01-19", 10, 4);
    own.address = "The blue house";
    own.led_by = "a guide";
    auto to = before;
    to.starts += std::chrono::days(1);
    to.ends += std::chrono::days(1);
    to.remote = "https://example.org/meet";
    const auto alike = changed_alike(own, before, to);
    EXPECT_EQ(alike.starts, own.starts + std::chrono::days(1));
    EXPECT_EQ(alike.ends, own.ends + std::chrono::days(1));
    EXPECT_TRUE(alike.address == "The blue house" && alike.led_by == "a guide" && alike.capacity == 4);
    EXPECT_EQ(alike.remote, "https://example.org/meet");
    to.capacity = 10;
    to.minimum = 3;
    to.decide_on = base::add_days(calendar::date_of(to.starts), -2);
    const auto seats = changed_alike(own, before, to);
    EXPECT_TRUE(seats.capacity == 10 && seats.minimum == 3);
    EXPECT_EQ(*seats.decide_on, base::parse_date("2027-01-18").value());
}

TEST_F(OwnTime, WhoGetsASeatAfterItMovedIsToldOfBoth) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 1);
    all.sign_up(session, {.name = "Greta"});
    all.sign_up(session, {.name = "Väntan", .by = ContactBy::phone, .contact = "070-174 06 35"});
    auto client = staff();
    client.submit(client.get(change_of(session)), {{"starts", "15:00"}, {"ends", "16:30"}});
    const auto page = "/sundsvall/staff/sessions/" + session;
    EXPECT_TRUE(client.get(page).says("They know of 3 December 2026")) << client.get(page).html;
    const auto people = all.activities.signed_up(here, session);
    const auto greta = std::ranges::find(people, "Greta", &Listed::name);
    ASSERT_TRUE(all.activities.leave_as_staff(sundsvall, greta->id, "anna"));
    const auto both = client.get(page);
    EXPECT_TRUE(both.says("Has a seat now, and does not know it. Nor do they know that it is moved: they know of 3 Dec"))
        << both.html;
    const auto told = client.submit(both, {}, "", "/told");
    EXPECT_FALSE(told.says("Ring these") || told.says("Nor do they know")) << told.html;
    client.submit(client.get(change_of(session)), {{"starts", "16:00"}, {"ends", "17:30"}});
    EXPECT_TRUE(client.get(page).says("15:00")) << "what they were told is what they know";
}

TEST_F(OwnTime, WhoeverHasTheCodeOfAnotherUnitsSignUpMayCancelForThePerson) {
    auto& units = all.organisation.unit_records();
    const auto library = units.add(units.around(here), {{"name", {"Library"}}}, "anna")->id;
    guests_unit = units.add(units.around(here), {{"name", {"School"}}}, "anna")->id;
    const auto session = all.add_session(all.add_activity("Café", {{"unit", {library}}}), "2026-12-03", 4);
    all.sign_up(session, {.name = "Ove"});
    const auto code = all.sign_up(session, {.persons = 2, .name = "Gun"})->code;
    auto guest = staff("guest");
    EXPECT_FALSE(guest.get("/sundsvall/staff/sessions/" + session).says("Cancel for this person"));
    const auto ove = all.activities.signed_up(here, session).front().id;
    EXPECT_FALSE(guest.get("/sundsvall/staff/sessions/" + session + "?found=" + ove + "&by=" + proof_of_code(code, "guest"))
                     .says("Cancel for this person")) << "the code is of another one";
    const auto found = guest.submit(guest.get("/sundsvall/staff/sessions"), {{"code", code}});
    EXPECT_TRUE(found.says("Cancel for this person") && !found.says(code)) << found.html;
    const auto of_another = "?found=" + all.activities.follow(sundsvall, code)->id + "&by=" + proof_of_code(code, "anna");
    EXPECT_FALSE(guest.get("/sundsvall/staff/sessions/" + session + of_another).says("Cancel for this person"))
        << "it was read out to somebody else";
    const auto asked = guest.submit(found, {}, "", "/cancel");
    const auto left = guest.submit(asked, {}, "", "/cancel");
    EXPECT_TRUE(left.says("Whoever arranges it can put it back")) << left.html;
    EXPECT_FALSE(all.activities.follow(sundsvall, code));
    EXPECT_EQ(all.session(session)->taken, 1);
}

TEST_F(OwnTime, ANumberSaysMoreThanTheNotAtAllThatStandsThere) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    auto client = resident();
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    const auto form = client.get("/sundsvall/activities/" + slug + "/sessions/" + session + "/sign-up");
    const auto page = client.submit(form, {{"by", "none"}, {"contact", "070-174 06 35"}}, "", "/sign-up");
    EXPECT_TRUE(page.says("on the number that ends with 35")) << page.html;
}

}  // namespace
}  // namespace digilots::activities
