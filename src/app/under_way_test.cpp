// What is under way of every slice stands on one page for staff, and what residents have codes for on one of theirs.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/arranged_session_for_tests.h"
#include "app/town_for_tests.h"

namespace digilots::app {

namespace {

TEST(UnderWay, OfEverySliceOnOnePageWithoutAPerson) {
    TownForTests town;
    auto& all = town.application;
    const auto tenant = *all.municipalities.find_tenant("sundsvall");
    const auto asked = all.questions.ask(tenant,
                                         {.question = "How do I print at the library?",
                                          .topic = "print",
                                          .reply_by = questions::ReplyBy::phone,
                                          .contact = "060-19 10 11"},
                                         i18n::translator("en"));
    ASSERT_TRUE(asked);
    auto& call_backs = all.callbacks.records();
    auto around = call_backs.around("2281");
    around.today = base::to_civil(town.clock.now(), around.zone).date;
    const register_::Draft wanted{{"about", {"Wants a form"}}, {"contact_way", {"phone"}}, {"contact", {"060-19 10 12"}}};
    ASSERT_TRUE(call_backs.add(around, wanted, "a"));
    pages_of_a_session(all);
    all.referral.record(tenant, {.id = "",
                                 .at = town.clock.now(),
                                 .from_place = "",
                                 .target_kind = "place",
                                 .target_id = "sundsvall-kulturmagasinet",
                                 .target_title = "Kulturmagasinet",
                                 .topic = "bank",
                                 .reason = "",
                                 .inquiry_id = ""});
    auto& staff = town.staff;
    staff.accept_language = "en";
    const auto page = staff.get("/sundsvall/staff/ongoing");
    EXPECT_EQ(page.status, 200);
    for (const char* said : {"Question", "Call-back", "Sign-ups for a session", "Digitalt kafé: 1 is signed up",
                             "Referral that nobody knows of yet", "Banking, to Biblioteken"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    for (const char* never : {"at the library", "Wants a form", "060-19"}) EXPECT_FALSE(page.says(never)) << never;
    for (const char* kind : {"question", "chat", "call_back", "referral", "follow_up", "booking", "sign_up"})
        EXPECT_EQ(staff.get("/sundsvall/staff/ongoing?kind=" + std::string(kind)).status, 200) << kind;

    const auto programme = all.activities.programme("2281");
    const auto& sessions = programme->activities.front().sessions;
    const auto session = std::ranges::find(sessions, 1, &activities::Session::taken);
    ASSERT_NE(session, sessions.end());
    const auto signed_up = all.activities.sign_up(tenant, session->id, {}, i18n::translator("en"));
    ASSERT_TRUE(signed_up);
    auto& resident = town.visitor;
    resident.accept_language = "en";
    const auto matters = resident.submit(resident.get("/sundsvall/my-matters"),
                                         {{"codes", asked->code + "\n" + signed_up->code}}, "", "/my-matters");
    EXPECT_TRUE(matters.says("How do I print at the library?")) << matters.html;
    EXPECT_TRUE(matters.says("You have a seat"));
    EXPECT_FALSE(matters.says("Nothing has this code."));
}

}  // namespace

}  // namespace digilots::app
