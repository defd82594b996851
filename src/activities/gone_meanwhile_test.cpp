// What ends while somebody writes: they are told so, have what they wrote, and find what is held instead.
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class GoneMeanwhile : public ::testing::Test, protected World {
protected:
    std::string url() const {
        const auto programme = all.activities.programme(here);
        return "/sundsvall" + programme->with_id(activity)->path() + "/sessions/" + session + "/sign-up";
    }
    void end() {
        auto& records = all.activities.activities();
        ASSERT_TRUE(records.set_use(all.around(), activity, register_::Records::Use::ended, "bo", base::Seen::anything()));
    }
    void hide() {
        auto& records = all.activities.activities();
        auto draft = records.draft_of(records.find(here, activity).value(), all.around());
        draft["is_published"] = {};
        ASSERT_TRUE(records.change(all.around(), activity, draft, "bo", base::Seen::anything()));
    }
    template <class Does>
    void check_told(Does meanwhile) {
        auto client = resident();
        const auto form = client.get(url());
        ASSERT_EQ(form.status, 200) << form.html;
        meanwhile();
        const auto told = client.submit(form, typed, "", "/sign-up");
        EXPECT_EQ(told.status, 409);
        EXPECT_EQ(told.heading(), "It is not held any more");
        EXPECT_TRUE(told.says("Elsa") && told.says("060-191011")) << told.html;
        EXPECT_EQ(told.link("Activities that are held"), "/sundsvall/activities");
        EXPECT_EQ(told.header("Cache-Control"), "no-store");
    }
    void cancel() {
        ASSERT_EQ(all.activities.cancel_session(all.around(), session, "Ill", "bo", base::Seen::anything()), Arranged::done);
    }
    testing::Page api(const std::string& of_session) {
        return resident().send(http::Method::post, "/api/v1/sundsvall/sessions/" + of_session + "/sign-ups", "{}",
                               {{"Content-Type", "application/json"},
                                {"Idempotency-Key", "8b0a2a1e-6a1c-4f0e-9a53-3a0d5d1c7b11"}});
    }

    const testing::FormFields typed{{"name", "Elsa"}, {"by", "phone"}, {"contact", "060-191011"}};
    std::string activity = all.add_activity("Cafe"), session = all.add_session(activity, "2026-12-03", 4);
};

TEST_F(GoneMeanwhile, WhoSignsUpForWhatHasEndedReadsSoWithWhatTheyWrote) {
    check_told([&] { end(); });
    EXPECT_EQ(resident().post_once("/sundsvall/activities/cafe/sessions/0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11/sign-up", {}).status,
              404)
        << "where nothing was, nothing is gone";
}

TEST_F(GoneMeanwhile, WhoSignsUpForWhatIsHiddenReadsSoWithWhatTheyWrote) {
    check_told([&] { hide(); });
}

TEST_F(GoneMeanwhile, WhatIsCancelledHasNoSeatsLeft) {
    auto client = resident();
    const auto form = client.get(url());
    EXPECT_TRUE(form.says("4 seats left")) << form.html;
    cancel();
    const auto told = client.submit(form, typed, "", "/sign-up");
    EXPECT_TRUE(told.says("The session is cancelled") && told.says("060-191011") && !told.says("seats left")) << told.html;
}

TEST_F(GoneMeanwhile, WhoAddsSessionsToWhatHasEndedReadsSo) {
    auto bo = staff();
    const auto series = "/sundsvall/staff/activities/" + activity + "/series";
    const auto form = bo.get(series);
    end();
    const auto told = bo.submit(form, {{"address", "The old school"}}, "step=look", "/series");
    EXPECT_TRUE(told.status == 409 && told.says("The activity has ended") && told.says("The old school")) << told.html;
    EXPECT_TRUE(bo.get(series).says("The activity has ended"));
}

TEST_F(GoneMeanwhile, AProgramIsToldWhatHasEndedAndWhatNeverWas) {
    end();
    const auto ended = api(session);
    EXPECT_EQ(ended.status, 409) << ended.html;
    EXPECT_TRUE(ended.says("It is not held any more")) << ended.html;
    EXPECT_EQ(api("0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11").status, 404);
}

TEST_F(GoneMeanwhile, WhatStaffWroteForSomebodyIsGivenBackAfterACancellationAndAfterTheEnd) {
    auto anna = staff();
    const auto page = anna.get("/sundsvall/staff/sessions/" + session);
    cancel();
    const auto cancelled = anna.submit(page, typed, "", "/sign-ups");
    EXPECT_EQ(cancelled.status, 422);
    EXPECT_TRUE(cancelled.says("The session is cancelled.") && cancelled.says("Elsa") && cancelled.says("060-191011"))
        << cancelled.html;
    end();
    const auto ended = anna.submit(page, typed, "", "/sign-ups");
    EXPECT_EQ(ended.status, 409) << ended.html;
    EXPECT_TRUE(ended.says("Elsa") && ended.says("060-191011")) << ended.html;
    EXPECT_TRUE(ended.says("As it stands now this cannot be done any more.")) << ended.html;
}

TEST_F(GoneMeanwhile, ANumberOfSomebodyWhoHasCancelledIsGivenBackAndTheCancellationSaid) {
    const auto signed_up = all.sign_up(session, {.by = ContactBy::phone, .contact = "060-19 10 11"});
    ASSERT_TRUE(signed_up);
    auto anna = staff();
    const auto id = all.activities.signed_up(here, session).front().id;
    const auto form = anna.get("/sundsvall/staff/sign-ups/" + id + "/contact");
    ASSERT_TRUE(all.activities.leave(sundsvall, signed_up->code));
    const auto told = anna.submit(form, {{"contact", "060-191099"}}, "", "/contact");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("This sign-up is cancelled") && told.says("060-191099")) << told.html;
}

TEST(Programme, HoldsMoreActivitiesThanOnePieceOfThem) {
    World world;
    auto& records = world.all.activities.activities();
    const auto around = world.all.around();
    constexpr int number = 3'001;
    std::string last;
    world.database->write(
        [&](db::Connection& connection) {
            for (int at = 0; at < number; ++at) {
                const auto added = records.add_in(connection, around, {{"title", {"Course " + std::to_string(10'000 + at)}},
                                                                       {"kind", {"digital_cafe"}},
                                                                       {"purpose", {"support"}},
                                                                       {"is_published", {"1"}}}, "anna");
                ASSERT_TRUE(added);
                last = added->id;
            }
        },
        db::Isolation::deciding);
    world.all.versions.refresh();
    const auto programme = world.all.activities.programme(here);
    EXPECT_EQ(programme->activities.size(), static_cast<std::size_t>(number));
    EXPECT_NE(programme->with_id(last), nullptr) << "the last in the order";
    EXPECT_EQ(programme->activities.back().id, last);
}

}  // namespace
}  // namespace digilots::activities
