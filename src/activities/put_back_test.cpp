// Whom staff cancelled for by mistake is put back as if nothing had been. Calendars say who waits, and nothing of what is
// discreet.
#include <algorithm>

#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class PuttingASignUpBack : public ::testing::Test, protected World {
protected:
    std::string add(const char* name, std::int64_t persons = 1, ContactBy by = ContactBy::phone) {
        const char* contact = by == ContactBy::none ? "" : "060-19 10 11";
        const auto signed_up = all.sign_up(session, {.persons = persons, .name = name, .by = by, .contact = contact});
        EXPECT_TRUE(signed_up);
        return signed_up ? signed_up->code : "";
    }
    std::string id_of(const char* name) {
        for (const auto& one : all.activities.signed_up(here, session))
            if (one.name == name) return one.id;
        return "";
    }
    bool leave(const std::string& id) { return all.activities.leave_as_staff(sundsvall, id, "anna"); }
    PutBack::Came put_back(const std::string& id) { return all.activities.put_back_sign_up(sundsvall, id, "anna").came; }
    void move_to(const char* day, int hour) {
        const auto moved = all.activities.change_sessions(all.around(), session, all.session_on(day, hour, 1), Reach::this_one,
                                                          true, "anna", base::Seen::anything());
        ASSERT_EQ(moved, Arranged::done);
    }

    std::string session = all.add_session(all.add_activity("Café"), "2026-12-03", 1);
};

TEST_F(PuttingASignUpBack, WhoWaitedGetsTheSeatThatIsFreeByNow) {
    const auto first = add("Ada");
    add("Bo");
    const auto waits = id_of("Bo");
    EXPECT_TRUE(leave(waits));
    EXPECT_TRUE(all.activities.leave(sundsvall, first));
    EXPECT_EQ(put_back(waits), PutBack::Came::back);
    EXPECT_EQ(all.session(session)->taken, 1);
    EXPECT_EQ(all.session(session)->waiting, 0);
    EXPECT_EQ(all.activities.signed_up(here, session).front().to_tell, "seat") << "and is to be told of it";
}

TEST_F(PuttingASignUpBack, ThePlaceAmongThoseWhoWaitStays) {
    add("Ada");
    const auto second = add("Bo"), third = add("Cia");
    const auto waits = id_of("Bo");
    EXPECT_TRUE(leave(waits));
    EXPECT_EQ(put_back(waits), PutBack::Came::back);
    EXPECT_EQ(all.activities.follow(sundsvall, second)->position, 1);
    EXPECT_EQ(all.activities.follow(sundsvall, third)->position, 2);
}

TEST_F(PuttingASignUpBack, WhoMissedAMoveIsToBeToldOfIt) {
    add("Ada");
    const auto id = id_of("Ada");
    EXPECT_TRUE(leave(id));
    move_to("2026-12-03", 10);
    EXPECT_EQ(put_back(id), PutBack::Came::back);
    ASSERT_EQ(all.activities.to_tell(here).size(), 1U);
    EXPECT_EQ(all.activities.to_tell(here).front().what, "moved");
}

TEST_F(PuttingASignUpBack, NobodyIsRungOfATimeThatTheyKnow) {
    add("Ada");
    move_to("2026-12-03", 10);
    EXPECT_EQ(all.activities.to_tell(here).size(), 1U);
    move_to("2026-12-03", 14);
    EXPECT_TRUE(all.activities.to_tell(here).empty()) << "moved back before anybody rang";
    move_to("2026-12-03", 10);
    EXPECT_TRUE(all.activities.note_told(here, id_of("Ada"), "anna"));
    move_to("2026-12-03", 14);
    EXPECT_EQ(all.activities.to_tell(here).size(), 1U) << "of whom somebody rang the other time is what they know";
}

TEST_F(PuttingASignUpBack, IsOfferedWhereItWorks) {
    add("Ada");
    auto client = staff();
    const auto url = "/sundsvall/staff/sessions/" + session;
    const auto cancel = [&](const std::string& id) {
        const auto asked = client.submit(client.get(url), {}, "", id + "/cancel");
        return client.submit(asked, {}, "", "/cancel");
    };
    const auto alone = cancel(id_of("Ada"));
    EXPECT_TRUE(alone.says("It can be put back below until midnight") && alone.says("/undo")) << alone.html;
    add("Bo");
    add("Cia");
    const auto given = cancel(id_of("Bo"));
    EXPECT_TRUE(given.says("Who waited has the seat now.") && given.says("The seat is taken by now.")) << given.html;
    EXPECT_FALSE(given.says("/undo")) << "neither of them can be put back";
}

TEST_F(PuttingASignUpBack, AFirstNameIsEnoughAndNobodyWaitsForSeatsThatThereAreNot) {
    for (const auto* name : {"Anna Svensson", "Ringvägen 3", "<b>x</b>"})
        EXPECT_FALSE(all.sign_up(session, {.name = name})) << name;
    const auto many = all.sign_up(session, {.persons = 2});
    ASSERT_FALSE(many);
    ASSERT_EQ(many.error().errors.size(), 1U);
    EXPECT_EQ(many.error().errors.front().second,
              "There is 1 seat in all. Ring us if you are more: we may find another day or place.");
    EXPECT_TRUE(all.sign_up(session, {.name = "Anna Maria"}));
}

TEST_F(PuttingASignUpBack, TheCalendarOfWhoWaitsSaysSo) {
    const auto seated = add("Ada"), waiting = add("Bo");
    const auto sure = resident().get("/sundsvall/sign-ups/" + seated + ".ics"),
               unsure = resident().get("/sundsvall/sign-ups/" + waiting + ".ics");
    EXPECT_TRUE(unsure.html.contains("STATUS:TENTATIVE") && unsure.html.contains("SUMMARY:Waiting for a seat: Café"))
        << unsure.html;
    EXPECT_FALSE(sure.html.contains("TENTATIVE") || sure.html.contains("Waiting"));
}

TEST_F(PuttingASignUpBack, TheCalendarOfADiscreetOneSaysNeitherWhatNorWhere) {
    const auto discreet = all.add_activity("Leaving a violent home", {{"discreet", {"1"}}});
    session = all.add_session(discreet, "2026-12-10", 4);
    const auto code = add("", 1, ContactBy::none);
    const auto slug = all.activities.programme(here)->with_id(discreet)->slug;
    for (const auto& url : {"/sundsvall/activities/" + slug + ".ics", "/sundsvall/sign-ups/" + code + ".ics"}) {
        const auto file = resident().get(url);
        EXPECT_TRUE(file.status == 200 && file.html.contains("SUMMARY:A booked time")) << file.html;
        EXPECT_FALSE(file.html.contains("violent") || file.html.contains("red house")) << file.html;
    }
}

}  // namespace
}  // namespace digilots::activities
