// What is to be followed up: among what is under way, in the list and the figures, a task, and told with one press.
#include "inquiries/follow_ups.h"

#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "platform/base/typed_json.h"

namespace digilots::inquiries {
namespace {

class FollowUps : public ::testing::Test {
protected:
    std::string log(const std::string& topic, bool is_wished, const std::string& who = "guide") {
        auto visit = a_visit({topic});
        visit.follow_up = is_wished;
        return world.log.inquiries.log(sundsvall, visit, who, "", "")->id;
    }
    std::vector<OngoingMatter> under_way(const std::string& session) {
        http::Request request;
        request.tenant = sundsvall;
        request.language = "en";
        request.received = world.log.clock.now();
        request.identity = DeskWorld::person(session);
        return follow_ups_under_way(pages).now(html::Page(request));
    }
    std::map<std::string, std::int64_t> counts() {
        std::map<std::string, std::int64_t> found;
        for (const auto& row : world.log.figures("inquiries", "2026-11-01", "2026-11-30", {"follow_up"}))
            found[row.dimensions.at("follow_up")] = row.value.amount;
        return found;
    }
    base::Json read(const std::string& id) {
        return base::parse_json(world.read("/api/v1/sundsvall/inquiries/" + id).html).value_or(base::Json());
    }

    DeskWorld world;
    const Pages pages{world.log.inquiries, world.referral};
    const std::string list = "/sundsvall/staff/inquiries";
};

TEST_F(FollowUps, StandAmongWhatIsUnderWayUntilSomebodyTellsHowItWent) {
    const auto wished = log("bank", true);
    log("print", false);
    const auto matters = under_way("coordinator");
    ASSERT_EQ(matters.size(), 1U);
    EXPECT_EQ(matters[0].what, "Banking");
    EXPECT_EQ(matters[0].path, "/staff/inquiries/" + wished);
    EXPECT_TRUE(matters[0].until && !matters[0].is_late) << "by a day: the municipality's own promise";
    EXPECT_EQ(follow_ups_under_way(pages).of, follow_up_owner) << "whose function it is";
    EXPECT_EQ(under_way("guide").size(), 1U) << "their own";
    EXPECT_TRUE(under_way("somebody").empty()) << "whoever may not open it";

    auto& client = world.client;
    client.accept_language = "en";
    client.cookies()["session"] = "coordinator";
    const auto open = client.get(list + "?follow_up=open");
    EXPECT_TRUE(open.says("1 entry") && open.says(wished)) << open.html;
    const auto entry = client.get(list + "/" + wished), stale = client.get(list + "/" + wished);
    const auto told = client.submit(entry, {}, "outcome=solved", "/followed-up");
    EXPECT_TRUE(told.says("Noted how it went.") && told.says("corrected (How the follow-up went)")) << told.html;
    EXPECT_TRUE(under_way("coordinator").empty());
    EXPECT_TRUE(client.get(list + "?follow_up=open").says("0 entries"));
    EXPECT_TRUE(client.get(list + "?follow_up=solved").says("1 entry"));
    EXPECT_NE(client.submit(stale, {}, "outcome=not_solved", "/followed-up").status, 200) << "somebody told otherwise meanwhile";
    EXPECT_EQ(read(wished)["followed_up"].as_string(), "solved");
    EXPECT_EQ(read(wished)["follow_up"].as_bool(), true) << "that it was wished stands";
    client.submit(client.get(list + "/" + wished), {}, "outcome=open", "/followed-up");
    EXPECT_EQ(under_way("coordinator").size(), 1U) << "told by mistake";
}

TEST_F(FollowUps, AreCountedByHowTheyStand) {
    const auto one = log("bank", true);
    log("bank", true);
    log("print", false);
    EXPECT_EQ(counts(), (std::map<std::string, std::int64_t>{{"open", 2}, {"", 1}}));
    auto entry = world.log.inquiries.find(sundsvall, one).value();
    entry.further.followed_up = "not_solved";
    ASSERT_TRUE(world.log.inquiries.correct(sundsvall, entry, "guide"));
    EXPECT_EQ(counts(), (std::map<std::string, std::int64_t>{{"open", 1}, {"not_solved", 1}, {"", 1}}));
    EXPECT_EQ(world.log.total("inquiries", "2026-11-01", "2026-11-30", {{"follow_up", "open"}, {"topic", "bank"}}), 1);
    const auto measure = world.log.measure("inquiries");
    const auto* dimension = measure.find("follow_up");
    ASSERT_NE(dimension, nullptr);
    EXPECT_EQ(dimension->label("open", "2281", i18n::translator("en")), "To be followed up");
    EXPECT_EQ(dimension->label("not_solved", "2281", i18n::translator("en")), "It did not work out");
    EXPECT_TRUE(world.log.inquiries.check_counts().empty());
    const measures::Query query{{"2281"}, {base::parse_date("2026-11-01").value(), base::parse_date("2026-11-30").value()}, {},
                                {{"follow_up", "open"}}};
    const auto rows = measure.rows_url(query);
    world.client.cookies()["session"] = "coordinator";
    EXPECT_TRUE(world.client.get("/sundsvall" + rows).says("1 ")) << rows;
    EXPECT_NE(rows.find("follow_up=open"), rows.npos);
}

TEST_F(FollowUps, BecomeATaskOfThePlaceOnceTheirTimeHasPassed) {
    const auto id = log("bank", true);
    const auto duty = duty_to_follow_up(pages);
    EXPECT_TRUE(duty.now("2281").empty());
    world.log.clock.advance(std::chrono::days(10));
    const auto duties = duty.now("2281");
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties[0].id, "sundsvall-kulturmagasinet");
    EXPECT_EQ(duties[0].responsible, follow_up_owner);
    world.client.cookies()["session"] = "coordinator";
    EXPECT_TRUE(world.client.get("/sundsvall" + duties[0].path).says(id)) << duties[0].path;
    EXPECT_TRUE(under_way("coordinator").at(0).is_late);
    const auto& version = world.log.versions.of(kept_follow_ups, "2281");
    const auto before = version.load();
    auto entry = world.log.inquiries.find(sundsvall, id).value();
    entry.further.followed_up = "solved";
    ASSERT_TRUE(world.log.inquiries.correct(sundsvall, entry, "guide"));
    EXPECT_GT(version.load(), before) << "who made a task of it looks again";
    EXPECT_TRUE(duty.now("2281").empty());
}

TEST_F(FollowUps, ProgramsSayHowItWentOnlyOfWhatIsToBeFollowedUp) {
    const std::string visit = R"({"topics":["bank"],"channel":"visit","outcome":"answered","followed_up":"solved")";
    EXPECT_EQ(world.post(visit + "}").status, 422);
    const auto posted = world.post(visit + R"(,"follow_up":true})");
    EXPECT_EQ(posted.status, 201) << posted.html;
    const std::string unknown =
        R"({"topics":["bank"],"channel":"visit","outcome":"answered","follow_up":true,"followed_up":"x"})";
    EXPECT_EQ(world.post(unknown).status, 422);
}

TEST_F(FollowUps, AreReadAndToldByWhoeverHoldsTheFunctionWhateverTheirUnit) {
    auto& organisation = world.log.organisation;
    organisation.know({.people = {.choices = [](const register_::Surroundings&) {
                           std::vector<register_::Choice> people;
                           for (const char* name : {"lots", "stand-in"}) people.push_back({.key = name, .label = name});
                           return people;
                       }, .path = ""},
                       .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                       .name_of = [](std::string_view id) { return std::string(id); },
                       .kinds = [](const register_::Surroundings&) {
                           return std::vector<register_::Choice>{{.key = std::string(follow_up_owner), .label = "Follow-ups"}};
                       }});
    auto visit = a_visit({"bank"});
    visit.follow_up = true;
    visit.note = "satt vid skärmen";
    const auto id = world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
    const auto other = log("print", false);
    auto& client = world.client;
    client.accept_language = "en";
    client.cookies()["session"] = "lots";
    EXPECT_EQ(client.get_once(list + "/" + id).status, 404) << "they hold nothing yet";
    auto& functions = organisation.function_records();
    const auto lots = functions.add(functions.around("2281"), {{"title", {"Digital lots"}}, {"holder", {"lots"}}}, "a")->id;
    auto& rhythms = organisation.rhythm_records();
    ASSERT_TRUE(rhythms.add(rhythms.around("2281"),
                            {{"kind", {std::string(follow_up_owner)}}, {"months", {"6"}}, {"seen_to_by", {lots}}}, "a"));
    world.log.clock.advance(std::chrono::days(10));
    const auto task = duty_to_follow_up(pages).now("2281").at(0);
    const auto opened = client.get("/sundsvall" + task.path);
    EXPECT_TRUE(opened.says(id) && opened.says("1 entry")) << opened.html;
    EXPECT_FALSE(opened.says("satt vid")) << "the note is of who may change the entry";
    EXPECT_FALSE(client.get("/sundsvall" + task.path + "&q=satt").says(id)) << "nor is it found by it";
    EXPECT_EQ(under_way("lots").size(), 1U);
    const auto page = client.get(list + "/" + id);
    EXPECT_TRUE(page.status == 200 && page.says("Banking") && !page.says("satt vid") && !page.says("/delete")) << page.html;
    const auto told = client.submit(page, {}, "outcome=solved", "/followed-up");
    EXPECT_TRUE(told.says("Noted how it went.")) << told.html;
    EXPECT_EQ(read(id)["followed_up"].as_string(), "solved");
    EXPECT_EQ(read(id)["note"].as_string(), "satt vid skärmen") << "and nothing of it is lost";
    EXPECT_EQ(client.get_once(list + "/" + other).status, 404) << "what is not to be followed up is others'";
    EXPECT_EQ(client.send(http::Method::post, list + "/" + id, "").status != 200, true);
    for (const char* rest : {"/slip", "/delete"}) EXPECT_EQ(client.get_once(list + "/" + id + rest).status, 404) << rest;
}

TEST_F(FollowUps, ThatAnotherVisitLikeItBeginsAreNotToldOf) {
    const auto id = log("bank", true);
    auto entry = world.log.inquiries.find(sundsvall, id).value();
    entry.further.followed_up = "solved";
    ASSERT_TRUE(world.log.inquiries.correct(sundsvall, entry, "guide"));
    world.client.submit(world.client.get("/sundsvall/staff/"), {}, "", id + "/repeat");
    EXPECT_EQ(counts(), (std::map<std::string, std::int64_t>{{"open", 1}, {"solved", 1}}));
}

}  // namespace
}  // namespace digilots::inquiries
