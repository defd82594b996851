// What staff do around a session: signing up for what residents do not see, moving it, counting beside others.
#include <algorithm>

#include "activities/world_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/mail/outbox.h"

namespace digilots::activities {
namespace {

class SessionsOfStaff : public ::testing::Test, protected World {
protected:
    std::int64_t mails() {
        return database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    }
    std::string page_of(const std::string& session) { return "/sundsvall/staff/sessions/" + session; }
};

TEST_F(SessionsOfStaff, SignPeopleUpForWhatResidentsDoNotSee) {
    auto& records = all.activities.activities();
    const auto training = records.add(all.around(),
                                      {{"title", {"Training"}},
                                       {"kind", {"internal_training"}},
                                       {"purpose", {"competence"}},
                                       {"needs_sign_up", {"1"}}},
                                      "anna");
    ASSERT_TRUE(training) << training.error().problems.front().words(i18n::translator("en"));
    const auto session = all.add_session(training->id, "2026-12-03", 4);
    EXPECT_EQ(all.sign_up(session).error().why, NotSignedUp::Why::not_held);
    auto client = staff();
    const auto page = client.get(page_of(session));
    EXPECT_TRUE(page.says("how do we reach them?") && !page.says("how do we reach you?")) << page.html;
    const auto done = client.submit(page, {{"persons", "2"}}, "", "/sign-ups");
    EXPECT_TRUE(done.says("The code of whoever you signed up")) << done.html;
    EXPECT_EQ(all.session(session)->taken, 2);
}

TEST_F(SessionsOfStaff, WhoReadsNamesOrHowPeopleAreReachedStandsInTheTrailOnceADay) {
    const auto activity = all.add_activity("Café");
    const auto named = all.add_session(activity, "2026-12-03", 4), nameless = all.add_session(activity, "2026-12-10", 4);
    all.sign_up(named, {.name = "Gun"});
    all.sign_up(nameless);
    const auto readings = [&](const std::string& session) {
        const auto trail = database->read(
            [&](db::Connection& connection) { return audit::entries_of(connection, here, "session:" + session, 50); });
        return std::ranges::count_if(trail, [](const auto& one) { return one.entry.action == "sign-up contact read"; });
    };
    auto anna = staff("anna"), bo = staff("bo");
    EXPECT_TRUE(anna.get(page_of(named)).says("Gun"));
    anna.get(page_of(named));
    EXPECT_EQ(readings(named), 1) << "a first name is read, also where nobody is reached";
    EXPECT_EQ(bo.get(page_of(named) + "/sheet.pdf").status, 200);
    EXPECT_EQ(readings(named), 2) << "names stand on the sheet";
    anna.get(page_of(nameless));
    EXPECT_EQ(readings(nameless), 0) << "nobody is named";
}

TEST_F(SessionsOfStaff, AFormShownAgainOverwritesNobody) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-11-25", 8);
    clock.advance(std::chrono::hours(6));
    auto anna = staff(), bo = staff("bo");
    const auto form = anna.get(page_of(session) + "/attendance");
    bo.submit(bo.get(page_of(session) + "/attendance"), {{"women", "7"}});
    EXPECT_EQ(all.activities.attendance(here, session)->women, 7);
    const auto again = anna.submit(form, {{"men", "1"}}, "step=men+", "/attendance");
    EXPECT_EQ(again.status, 200);
    const auto told = anna.submit(again, {});
    EXPECT_FALSE(told.says("What was counted is saved.")) << told.html;
    EXPECT_EQ(all.activities.attendance(here, session)->women, 7) << "what Bo counted stays";
}

TEST_F(SessionsOfStaff, WhoIsSignedUpIsToldThatItIsMoved) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    all.sign_up(session, {.by = ContactBy::email, .contact = "sven@example.org"});
    all.sign_up(session, {.name = "Gun", .by = ContactBy::phone, .contact = "070-174 06 35"});
    all.sign_up(session);
    auto client = staff();
    const auto before = mails();
    client.submit(client.get(page_of(session) + "/change"), {{"led_by", "two guides"}});
    EXPECT_EQ(mails(), before) << "that concerns nobody";
    const auto moved = client.submit(client.get(page_of(session) + "/change"), {{"day", "2026-12-04"}});
    EXPECT_EQ(mails(), before + 1);
    EXPECT_TRUE(moved.says("Does not know that day, time or place is another.")) << moved.html;
    EXPECT_EQ(duty_kinds(all.activities).back().now(here).size(), 1U);
    client.submit(moved, {}, "", "/told");
    EXPECT_TRUE(duty_kinds(all.activities).back().now(here).empty());
}

}  // namespace
}  // namespace digilots::activities
