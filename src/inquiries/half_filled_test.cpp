// What stands in the log form and is not logged yet, and what follows an entry that is corrected or undone.
#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/desk_for_tests.h"
#include "platform/personal/personal_data.h"

namespace digilots::inquiries {
namespace {

constexpr const char* desk = "/sundsvall/staff/";
constexpr const char* log_form = "/staff/inquiries";

TEST(HalfFilled, WithoutScriptsASearchKeepsTheFormAndPutsNothingIntoTheAddress) {
    DeskWorld world;
    const testing::FormFields typed{{"topic", "bank"}, {"note", "satt vid skärmen"}, {"minutes", "12"}, {"q", "bibliotket"}};
    auto page = world.client.submit(world.client.get(desk), typed, "then=search", log_form);
    EXPECT_EQ(page.url, "/sundsvall/staff/inquiries");
    EXPECT_TRUE(page.says("data-hit"));
    for (const char* part : {"satt vid skärmen", "value=\"12\"", "value=\"bank\" checked"})
        EXPECT_TRUE(page.says(part)) << part;
    page = world.client.submit(page, {}, "as_written=bibliotket", log_form);
    EXPECT_TRUE(page.says("value=\"bibliotket\""));
    EXPECT_TRUE(page.says("satt vid skärmen"));
    page = world.client.submit(page, {}, "refer=place:sundsvall-kommunhuset print", log_form);
    EXPECT_TRUE(page.says("Refers to "));
    EXPECT_TRUE(page.says("value=\"bank\" checked")) << "the topic chosen before stays";
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 0);
    EXPECT_TRUE(world.client.submit(page, {}, "", log_form).says("Logged"));
    EXPECT_EQ(world.log.total("help_minutes", "2026-11-22", "2026-11-22"), 12);
    EXPECT_EQ(world.referral.recent(sundsvall).size(), 1u);
}

TEST(HalfFilled, ASearchRefusesNothingThatIsNotLoggedYet) {
    DeskWorld world;
    const testing::FormFields typed{{"minutes", "tolv"}, {"q", "bankid"}};
    const auto page = world.client.submit(world.client.get(desk), typed, "then=search", log_form);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("value=\"tolv\""));
}

TEST(HalfFilled, ANoteThatMayHoldANameIsAskedAboutOnceAndSavedAnyway) {
    DeskWorld world;
    world.client.accept_language = "sv";
    const std::string note = "hjälpte Anna Andersson med fakturan";
    ASSERT_FALSE(personal::doubts_about(note).empty());
    auto page = world.client.submit(world.client.get(desk), {{"topic", "bank"}, {"note", note}, {"minutes", "9"}}, "", log_form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("namn")) << page.html;
    EXPECT_TRUE(page.says("Spara ändå"));
    EXPECT_TRUE(page.says("href=\"/sundsvall/staff/\" aria-current=\"page\"")) << "the menu marks the desk";
    EXPECT_FALSE(page.says("href=\"/sundsvall/staff/inquiries\" aria-current"));
    EXPECT_TRUE(page.says(note));
    EXPECT_TRUE(page.says("value=\"9\""));
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 0);
    const std::string other = "hjälpte Bertil Svensson med fakturan";
    page = world.client.submit(page, {{"note", other}}, "", log_form);
    EXPECT_EQ(page.status, 422) << "another note is asked about anew";
    EXPECT_EQ(world.client.submit(page, {}, "", log_form).status, 200);
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
}

TEST(HalfFilled, CorrectingAsksAboutANewNoteAlone) {
    DeskWorld world;
    Inquiry visit = a_visit();
    visit.note = "hjälpte Anna Andersson med fakturan";
    const std::string url = "/sundsvall/staff/inquiries/" + world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
    EXPECT_EQ(world.client.submit(world.client.get(url), {{"minutes", "7"}}).status, 200) << "the note was there";
    const auto asked = world.client.submit(world.client.get(url), {{"note", "ringde Bertil Svensson"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Save anyway"));
    EXPECT_EQ(world.client.submit(asked, {{"note", "ringde Bertil Svensson"}}).status, 200);
}

TEST(Undo, IsOfferedWhereItCanBeDoneAndTheEntryStandsInTheListForLater) {
    DeskWorld world;
    const auto logged = world.client.submit(world.client.get(desk), {{"topic", "bank"}}, "", log_form);
    EXPECT_TRUE(logged.says("there you can correct or undo it later"));
    world.log.clock.advance(std::chrono::hours{3});
    const auto later = world.client.submit(logged, {}, "", "/undo");
    EXPECT_EQ(later.status, 200) << "pressed long after";
    EXPECT_TRUE(later.says("Undone"));
    const std::string others = world.log.inquiries.log(sundsvall, a_visit(), "somebody", "", "")->id;
    EXPECT_FALSE(world.client.get(std::string(desk) + "?logged=" + others).says("/undo"));
}

/// A referral of the entry, as the desk logs it.
struct ReferredVisit : DeskWorld {
    std::string url;

    ReferredVisit() {
        auto page = client.submit(client.get(desk), {{"topic", "bank"}, {"place", "sundsvall-kulturmagasinet"}},
                                  "refer=place:sundsvall-kommunhuset", log_form);
        page = client.submit(page, {}, "", log_form);
        EXPECT_TRUE(page.says("Logged"));
        url = "/sundsvall/staff/inquiries/" + referral.recent(sundsvall).at(0).inquiry_id;
    }
    std::string targets() const {
        std::string text;
        for (const auto& one : referral.recent(sundsvall)) text += one.target_kind + ":" + one.target_id + " " + one.topic + ";";
        return text;
    }
};

class ReferredVisitTest : public ::testing::Test {
protected:
    ReferredVisit visit;
};

TEST_F(ReferredVisitTest, CorrectingWhereToChangesTheReferral) {
    const std::string other = "place:sundsvall-mobidig";
    auto corrected = visit.client.submit(visit.client.get(visit.url), {{"referred_to", other}});
    EXPECT_EQ(corrected.status, 200);
    EXPECT_EQ(visit.targets(), other + " bank;");
    corrected = visit.client.submit(visit.client.get(visit.url), {{"topic", "print"}});
    EXPECT_EQ(visit.targets(), other + " print;") << "the same referral, of another topic";
    visit.client.submit(visit.client.get(visit.url), {{"outcome", "answered"}});
    EXPECT_EQ(visit.targets(), "") << "nobody was referred";
}

TEST(HalfFilled, AReferralIsTakenAwayBeforeItIsSavedAndTheRestStays) {
    DeskWorld world;
    auto page = world.client.submit(world.client.get(desk), {{"topic", "bank"}, {"note", "satt vid skärmen"}},
                                    "refer=place:sundsvall-kommunhuset print", log_form);
    ASSERT_TRUE(page.says("Refers to "));
    page = world.client.submit(page, {}, "then=refer_away", log_form);
    EXPECT_FALSE(page.says("Refers to "));
    EXPECT_TRUE(page.says("satt vid skärmen"));
    EXPECT_TRUE(page.says("value=\"answered\" checked")) << "the usual outcome again";
    EXPECT_TRUE(world.client.submit(page, {}, "", log_form).says("Logged"));
    EXPECT_TRUE(world.referral.recent(sundsvall).empty());
}

TEST_F(ReferredVisitTest, CorrectingFindsWhereToAsTheDeskDoesAndNothingTypedIsLost) {
    const auto form = visit.client.get(visit.url);
    EXPECT_TRUE(form.says("<option value=\"place:sundsvall-kommunhuset\" selected>")) << form.html;
    EXPECT_FALSE(form.says("<option value=\"contact:")) << "no list of all that there is";
    auto page = visit.client.submit(form, {{"q", "bankid"}, {"note", "satt vid skärmen"}, {"minutes", "7"}}, "then=search");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Refer here") && page.says("satt vid skärmen") && page.says("bankid")) << page.html;
    page = visit.client.submit(page, {{"q", "skriva ut"}}, "then=search");
    EXPECT_TRUE(page.says("Nobody else was found for “skriva ut”.")) << "it was asked where it is done: " << page.html;
    EXPECT_TRUE(page.says("value=\"place:sundsvall-mobidig \"")) << "there is always a way on";
    page = visit.client.submit(page, {{"q", "bankid"}}, "refer=place:sundsvall-mobidig ");
    EXPECT_TRUE(page.says("satt vid skärmen") && page.says("value=\"place:sundsvall-mobidig\"")) << page.html;
    EXPECT_EQ(visit.targets(), "place:sundsvall-kommunhuset bank;") << "nothing is saved yet";
    EXPECT_EQ(visit.client.submit(page, {{"minutes", "7"}}).status, 200);
    EXPECT_EQ(visit.targets(), "place:sundsvall-mobidig bank;");
    page = visit.client.submit(visit.client.get(visit.url), {{"minutes", "8"}}, "then=refer_away");
    EXPECT_FALSE(page.says("value=\"refer_away\""));
    visit.client.submit(page, {{"minutes", "8"}});
    EXPECT_EQ(visit.targets(), "") << "to nobody that is named";
}

TEST_F(ReferredVisitTest, AnEntryThatBecomesAReferralSaysWhereTo) {
    visit.client.submit(visit.client.get(visit.url), {{"outcome", "answered"}});
    ASSERT_EQ(visit.targets(), "");
    visit.client.submit(visit.client.get(visit.url), {{"outcome", "referred"}, {"referred_to", "place:sundsvall-mobidig"}});
    EXPECT_EQ(visit.targets(), "place:sundsvall-mobidig bank;");
}

TEST_F(ReferredVisitTest, WhereToIsAskedAboutWhereTwoHaveChangedIt) {
    const auto mine = visit.client.get(visit.url), theirs = visit.client.get(visit.url);
    visit.client.submit(theirs, {{"referred_to", "place:sundsvall-mobidig"}});
    const auto asked = visit.client.submit(mine, {{"referred_to", ""}});
    EXPECT_EQ(asked.status, 409);
    EXPECT_TRUE(asked.says("keep.referred_to")) << asked.html;
    EXPECT_EQ(visit.targets(), "place:sundsvall-mobidig bank;");
}

TEST_F(ReferredVisitTest, WhoComesFromTheListGoesBackToItAsItWasFiltered) {
    visit.client.cookies()["session"] = "coordinator";
    const auto list = visit.client.get("/sundsvall/staff/inquiries?from=2026-11-01&outcome=referred&page=1");
    const auto entry = visit.client.get(list.link("22 Nov 11:30"));
    const auto after = visit.client.submit(entry, {{"channel", "phone"}, {"reason", "It was a call"}}, "", "/staff/inquiries/");
    EXPECT_TRUE(after.url.starts_with("/sundsvall/staff/inquiries?corrected=1&from=2026-11-01")) << after.url;
    EXPECT_TRUE(after.says("corrected"));
    const auto question = visit.client.get(visit.client.get(after.link("22 Nov 11:30")).link("Delete this entry"));
    const auto deleted = visit.client.submit(question, {{"reason", "Logged twice"}}, "", "/delete");
    EXPECT_TRUE(deleted.url.starts_with("/sundsvall/staff/inquiries?deleted=1&from=2026-11-01")) << deleted.url;
}

TEST_F(ReferredVisitTest, WhatWasTypedIntoAnEntryThatIsGoneStandsFieldByField) {
    const auto open = visit.client.get(visit.url);
    visit.client.submit(visit.client.get(visit.url + "/delete"), {}, "", "/delete");
    const testing::FormFields typed{{"minutes", "37"}, {"channel", "phone"}, {"note", "skärmen"}};
    const auto told = visit.client.submit(open, typed, "", "/staff/inquiries/");
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("You deleted this entry at"));
    for (const char* part : {"<dt>Help time</dt>", "<dd>37</dd>", "<dt>Note</dt>", "<dd>skärmen</dd>", "<dt>Channel</dt>"})
        EXPECT_TRUE(told.says(part)) << part;
    EXPECT_FALSE(told.says("<dd>phone</dd>")) << "no code reaches a person";
    EXPECT_TRUE(told.says("href=\"/sundsvall/staff/inquiries\"")) << "the menu of the staff";
}

TEST_F(ReferredVisitTest, UndoTakesNoOutcomeAwayThatTheReceivingDeskHasTold) {
    const auto page = visit.client.get(desk);
    const auto sent = visit.referral.recent(sundsvall).at(0);
    ASSERT_TRUE(visit.referral.set_outcome(sundsvall, sent.id, sent.outcome, referral::ReferralOutcome::reached));
    const auto undone = visit.client.submit(page, {}, "", "/undo");
    EXPECT_FALSE(undone.says("Undone"));
    EXPECT_TRUE(undone.url.ends_with("/delete")) << undone.url;
    EXPECT_EQ(visit.referral.recent(sundsvall).at(0).outcome, referral::ReferralOutcome::reached);
}

TEST_F(ReferredVisitTest, UndoingAndDeletingWithdrawTheReferral) {
    visit.client.submit(visit.client.get(desk), {}, "", "/undo");
    EXPECT_EQ(visit.targets(), "");
}

TEST(HalfFilled, WhatGoesOnWithoutAnUndoneEntryIsSaidAndBelongsToTheOneLoggedAnew) {
    DeskWorld world;
    std::vector<std::pair<std::string, std::string>> taken_over;
    world.log.inquiries.know(Companion{
        .stays = [](const html::Page& page, const Inquiry& entry) -> std::optional<html::Link> {
            return html::Link{"The promise stays", page.tenant_url("/staff/promise/" + entry.id)};
        },
        .taken_over =
            [&](db::Connection&, const http::Tenant&, std::string_view before, std::string_view entry) {
                taken_over.emplace_back(before, entry);
            }});
    const auto id_in = [](const testing::Page& page) { return page.url.substr(page.url.find("logged=") + 7, 36); };
    const auto logged = world.client.submit(world.client.get(desk), {{"topic", "bank"}}, "", "/staff/inquiries");
    const auto id = id_in(logged);
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries/" + id + "/delete").says("The promise stays")) << "before";
    const auto undone = world.client.submit(logged, {}, "", "/undo");
    EXPECT_EQ(undone.link("The promise stays"), "/sundsvall/staff/promise/" + id);
    EXPECT_TRUE(undone.says("name=\"taken_back\" value=\"" + id + "\" checked"));
    const auto refused = world.client.submit(undone, {{"minutes", "many"}}, "", "/staff/inquiries");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(taken_over.empty());
    const auto again = world.client.submit(refused, {{"minutes", "5"}}, "", "/staff/inquiries");
    ASSERT_EQ(taken_over.size(), 1U) << again.html;
    EXPECT_EQ(taken_over.front(), std::pair(id, id_in(again)));
    EXPECT_FALSE(again.says("name=\"taken_back\"")) << "the next entry is another";
    testing::PageClient other(world.server);
    other.cookies()["session"] = "coordinator";
    auto form = other.get(desk);
    form.html.replace(form.html.find("<button type=\"submit\" hidden"), 0,
                      "<input type=\"hidden\" name=\"taken_back\" value=\"" + id + "\">");
    other.submit(form, {{"topic", "bank"}}, "", "/staff/inquiries");
    EXPECT_EQ(taken_over.size(), 1U) << "of what somebody else took back";
}

}  // namespace
}  // namespace digilots::inquiries
