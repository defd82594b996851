// Whom somebody is referred to is found by a search; whatever is refused afterwards, it stays chosen.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

constexpr const char* desk = "/sundsvall/staff/";
constexpr const char* log_form = "/staff/inquiries";
constexpr const char* found = "refer=place:sundsvall-mobidig ";

/// Whether the tag with this value is marked so: it may be one that is offered to nobody else.
bool is_marked(const testing::Page& page, const std::string& value, const std::string& mark) {
    const auto tag = page.html.find("value=\"" + value + "\"");
    const auto end = page.html.find('>', tag);
    return tag != std::string::npos && page.html.substr(tag, end - tag).find(" " + mark) != std::string::npos;
}
bool is_chosen_receiver(const testing::Page& page) { return is_marked(page, "place:sundsvall-mobidig", "selected"); }

struct ReceiverKept : ::testing::Test {
    DeskWorld world;
    testing::PageClient colleague{world.server};

    ReceiverKept() { colleague.cookies()["session"] = "coordinator"; }

    std::string log(Inquiry visit) {
        return "/sundsvall/staff/inquiries/" + world.log.inquiries.log(sundsvall, std::move(visit), "guide", "", "")->id;
    }
    /// The form with a receiver that a search has found, before it is saved.
    testing::Page choose(const std::string& url, const testing::FormFields& typed = {}) {
        auto fields = typed;
        fields.emplace_back("q", "bankid");
        const auto searched = world.client.submit(world.client.get(url), fields, "then=search", url);
        EXPECT_TRUE(searched.says("Refer here")) << searched.html;
        return world.client.submit(searched, {}, found, url);
    }
    std::string targets() const {
        std::string text;
        for (const auto& one : world.referral.recent(sundsvall)) text += one.target_kind + ":" + one.target_id + ";";
        return text;
    }
};

TEST_F(ReceiverKept, AtTheDeskWhenTheFormIsRefused) {
    auto form = world.client.submit(world.client.get(desk), {{"topic", "bank"}, {"q", "bankid"}}, "then=search", log_form);
    form = world.client.submit(form, {}, found, log_form);
    const auto refused =
        world.client.submit(form, {{"note", "ring 070-174 06 35"}, {"minutes", "tolv"}}, "", log_form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("value=\"place:sundsvall-mobidig\"") && refused.says("Refers to ")) << refused.html;
    EXPECT_TRUE(world.client.submit(refused, {{"note", ""}, {"minutes", "12"}}, "", log_form).says("Logged"));
    EXPECT_EQ(targets(), "place:sundsvall-mobidig;");
}

TEST_F(ReceiverKept, OnTheCorrectionPageWhenSomebodyElseHasSavedAndWhenSomethingIsRefusedThen) {
    const auto url = log(a_visit({"bank"}));
    const auto form = choose(url, {{"outcome", "referred"}});
    ASSERT_TRUE(is_chosen_receiver(form)) << form.html;
    ASSERT_EQ(colleague.submit(colleague.get(url), {{"minutes", "9"}, {"reason", "fel tid"}}).status, 200);
    const auto told = world.client.submit(form, {}, "", url);
    ASSERT_EQ(told.status, 409) << told.html;
    EXPECT_TRUE(is_chosen_receiver(told)) << told.html;
    EXPECT_TRUE(is_marked(told, "referred", "checked"));
    const auto refused = world.client.submit(told, {{"minutes", "tolv"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(is_chosen_receiver(refused)) << refused.html;
    EXPECT_EQ(world.client.submit(refused, {{"minutes", "12"}}).status, 200);
    EXPECT_EQ(targets(), "place:sundsvall-mobidig;");
}

TEST_F(ReceiverKept, OnTheCorrectionPageWhenBothHaveChosenAnotherOne) {
    auto visit = a_visit({"bank"});
    visit.outcome = "referred";
    visit.referred_to = "place:sundsvall-kommunhuset";
    const auto url = log(visit);
    const auto form = choose(url);
    const testing::FormFields another{{"referred_to", "place:sundsvall-larcentrum"}, {"reason", "fel"}};
    ASSERT_EQ(colleague.submit(colleague.get(url), another).status, 200);
    const auto told = world.client.submit(form, {}, "", url);
    ASSERT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("keep.referred_to")) << told.html;
    const auto unchosen = world.client.submit(told, {}, "", url);
    EXPECT_EQ(unchosen.status, 409);
    EXPECT_EQ(world.client.submit(unchosen, {{"keep.referred_to", "mine"}}).status, 200);
    EXPECT_TRUE(is_chosen_receiver(world.client.get(url)));
}

TEST_F(ReceiverKept, InATapThatIsGrownIntoAReferral) {
    auto tap = a_visit({"bank"});
    tap.kind = "tally";
    tap.outcome.clear();
    tap.minutes.reset();
    const auto url = log(tap);
    const auto form = choose(url, {{"kind", "visit"}, {"outcome", "referred"}});
    ASSERT_EQ(colleague.submit(colleague.get(url), {{"topic", "print"}, {"reason", "fel ämne"}}).status, 200);
    const auto told = world.client.submit(form, {{"note", "satt vid skärmen"}});
    ASSERT_EQ(told.status, 409) << told.html;
    EXPECT_TRUE(is_chosen_receiver(told) && told.says("satt vid skärmen")) << told.html;
    const auto refused = world.client.submit(told, {{"note", "ring 070-174 06 35"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(is_chosen_receiver(refused)) << refused.html;
}

TEST_F(ReceiverKept, WhoIsReferredOnSecondIsToldWhomTheyHadChosenAndPressingTwiceIsDoneOnce) {
    auto logged = world.client.submit(world.client.get(desk), {{"topic", "bank"}}, "refer=place:sundsvall-kommunhuset", log_form);
    logged = world.client.submit(logged, {}, "", log_form);
    const auto sent = world.referral.recent(sundsvall).at(0);
    const std::string choice = "onward_" + sent.id, list = "/sundsvall/staff/referrals?outcome=open";
    world.client.submit(world.client.get(list), {}, "outcome=bounced", "/outcome");
    const auto mine = world.client.get(list), theirs = colleague.get(list);
    world.log.clock.advance(std::chrono::minutes(1));
    EXPECT_FALSE(colleague.submit(theirs, {{choice, "place:sundsvall-mobidig"}}, "", "/onward").says("Somebody told otherwise"));
    EXPECT_FALSE(colleague.submit(theirs, {{choice, "place:sundsvall-mobidig"}}, "", "/onward").says("Somebody told otherwise"))
        << "pressed twice";
    const auto second = world.client.submit(mine, {{choice, "place:sundsvall-larcentrum"}}, "", "/onward");
    EXPECT_TRUE(second.says("Somebody told otherwise") && second.says("You had chosen ")) << second.html;
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 2U);
}

TEST_F(ReceiverKept, HitsComeAloneWhileSomebodyTypesOnTheCorrectionPageAndChooseNoTopic) {
    const auto url = log(a_visit({"bank"}));
    http::Request request;
    request.path = url;
    request.raw_query = "fragment=1&q=bankid";
    request.headers = {{"Host", "localhost"}, {"Cookie", "session=guide"}};
    const auto hits = world.server.handle(request);
    EXPECT_EQ(hits.status, 200);
    EXPECT_EQ(hits.body.find("<h1"), std::string::npos) << "no page around it";
    EXPECT_NE(hits.body.find("data-refer=\""), std::string::npos) << hits.body;
    EXPECT_EQ(hits.body.find("topic-hits"), std::string::npos);
    EXPECT_EQ(world.client.get("/sundsvall/staff/inquiries/gone?fragment=1&q=bankid").status, 404);
}

}  // namespace
}  // namespace digilots::inquiries
