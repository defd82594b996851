// Nobody stands before a closed door: what people wait for does not end, and is not deleted, away from them.
#include "activities/requests.h"
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class OpenEnds : public ::testing::Test, protected World {
protected:
    bool ends(register_::Records& records, const std::string& id) {
        return records.set_use(records.around(here), id, register_::Records::Use::ended, "anna", mark(records, id));
    }
    static base::Seen mark(register_::Records& records, const std::string& id) {
        return base::Seen::mark(records.mark_of(records.find(here, id).value()));
    }
    bool deletes(register_::Records& records, const std::string& id) {
        return records.remove(records.around(here), id, "anna", mark(records, id));
    }
};

TEST_F(OpenEnds, AnActivityEndsWhenNobodyIsSignedUpAnyMoreAndIsNeverDeletedFromItsSessions) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    ASSERT_TRUE(all.sign_up(session, {.persons = 2}));
    auto& records = all.activities.activities();
    auto anna = staff();
    const auto url = "/sundsvall/staff/activities/" + activity;
    const auto refused = anna.submit(anna.get(url), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("2 people are signed up for sessions to come.")) << refused.html;
    EXPECT_FALSE(ends(records, activity));
    EXPECT_FALSE(records.find(here, activity)->has_ended());
    EXPECT_FALSE(deletes(records, activity));
    ASSERT_EQ(all.activities.cancel_session(all.around(), session, "Closed", "anna", base::Seen::anything()), Arranged::done);
    EXPECT_NE(anna.submit(anna.get(url), {}, "", "/end").status, 422);
    EXPECT_TRUE(records.find(here, activity)->has_ended());
    EXPECT_FALSE(deletes(records, activity)) << "what was planned there stays what it was";
    EXPECT_TRUE(deletes(records, all.add_activity("Empty")));
}

TEST_F(OpenEnds, AnActivityIsNotDeletedFromWhatWasPaidForIt) {
    const auto paid = all.add_activity("Course"), other = all.add_activity("Other");
    all.activities.know_named({.in_words =
                                   [&](std::string_view id, const html::Page&) {
                                       return id == paid ? std::vector<std::string>{"Payments (1)"} : std::vector<std::string>{};
                                   },
                               .came_of = nullptr,
                               .is_any = [&](db::Connection&, std::string_view,
                                             std::string_view id) { return id == paid; }});
    auto& records = all.activities.activities();
    EXPECT_FALSE(deletes(records, paid));
    auto chief = staff("chief");
    const auto refused = chief.submit(chief.get("/sundsvall/staff/activities/" + paid), {}, "", "/delete");
    EXPECT_TRUE(refused.says("this belongs to it: Payments (1)")) << refused.html;
    EXPECT_TRUE(records.find(here, paid));
    EXPECT_TRUE(deletes(records, other));
}

TEST_F(OpenEnds, ARequestEndsWhenWhoeverAskedHasAnAnswerAndTheirCodeSaysSo) {
    auto client = resident();
    const auto asked = client.submit(client.get("/sundsvall/activity-requests"),
                                     {{"title", "Salon"}, {"locality", "Lillholmen"}, {"asker_kind", "village"},
                                      {"asker", "The village"}, {"kind", "digital_salong"}, {"expected", "20"}});
    const auto code_page = asked.url.substr(0, asked.url.find('?'));
    auto& records = all.activities.requests();
    const auto id = records.list(records.around(here), {}, 10, 0).records.at(0).id;
    auto anna = staff();
    const auto url = "/sundsvall/staff/activity-requests/" + id;
    const auto refused = anna.submit(anna.get(url), {}, "", "/end");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("whoever asked looks for an answer with their code.")) << refused.html;
    EXPECT_FALSE(ends(records, id));
    auto draft = records.draft_of(records.find(here, id).value(), records.around(here));
    draft["answer"] = {"We cannot come this year."};
    ASSERT_TRUE(records.change(records.around(here), id, draft, "anna", mark(records, id)));
    EXPECT_TRUE(ends(records, id));
    EXPECT_TRUE(resident().get(code_page).says("We cannot come this year.")) << "the code is not dead";
}

TEST_F(OpenEnds, AnActivityIsNeitherPausedNorHiddenAwayFromWhoIsSignedUpAndTakesNobodyWhilePaused) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    ASSERT_TRUE(all.sign_up(session, {.persons = 2}));
    auto anna = staff();
    const auto url = "/sundsvall/staff/activities/" + activity + "/change";
    const auto change = [&](const testing::FormFields& fields) { return anna.submit(anna.get(url), fields, "", "/change"); };
    const auto refused = change({{"state", "paused"}});
    EXPECT_TRUE(refused.status == 422 && refused.says("People are signed up for sessions to come.")) << refused.html;
    auto& records = all.activities.activities();
    const auto stands = records.find(here, activity).value();
    auto hidden = records.draft_of(stands, records.around(here));
    hidden.erase("is_published");
    EXPECT_FALSE(records.change(records.around(here), activity, hidden, "anna", mark(records, activity)));
    EXPECT_NE(change({{"about", "Coffee."}}).status, 422) << "what concerns nobody's seat is saved";
    ASSERT_EQ(all.activities.cancel_session(all.around(), session, "Closed", "anna", base::Seen::anything()), Arranged::done);
    const auto later = all.add_session(activity, "2026-12-10", 4);
    EXPECT_NE(change({{"state", "paused"}}).status, 422);
    EXPECT_FALSE(all.sign_up(later));
    const auto page = resident().get("/sundsvall/activities");
    EXPECT_FALSE(page.says("/sessions/" + later + "/sign-up")) << page.html;
}

}  // namespace
}  // namespace digilots::activities
