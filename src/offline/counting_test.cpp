// Who came at a session, counted on a device without a network.
#include "offline/pages.h"
#include "offline/world_for_tests.h"

namespace digilots::offline {
namespace {

using State = Answer::State;
using namespace std::chrono_literals;

struct Counting : ::testing::Test {
    World world;
    NewDevice device = world.device();
    std::string session = world.all.add_session();

    std::string seen() { return world.all.activities.mark_of(here, session); }
    Form counted(const std::string& women, const std::string& mark) {
        return {{"session", session}, {"seen", mark}, {"women", women}, {"men", "2"}, {"group_older", "3"}};
    }
    Sent sent(const std::string& id, const Form& form, base::Instant at) {
        return sealed(device, id, at, form, here, "count");
    }
    Answer send(const std::string& id, const Form& form) { return world.receive(sent(id, form, world.clock.now())); }
    std::int64_t women() {
        const auto stands = world.all.activities.attendance(here, session);
        return stands ? stands->women.value_or(-1) : -2;
    }
    /// What its author reads of a refusal.
    std::string told(const Answer& answer, const std::string& id) {
        return open_for(device.secret, {here, id}, answer.reasons).value_or("");
    }
    std::string marks_in(const std::string& text) {
        const auto json = base::parse_json(text);
        return json && !json->items().empty() ? std::string(json->items()[0]["seen"].text()) : "";
    }
};

TEST_F(Counting, CountsOnceForItsSession) {
    const auto id = world.new_id();
    const auto form = counted("7", seen());
    EXPECT_EQ(send(id, form).state, State::stored);
    EXPECT_EQ(send(id, form).state, State::already);
    EXPECT_EQ(women(), 7);
    EXPECT_EQ(world.all.logged(), 0) << "no entry of the log";
    const auto trail = world.rows("SELECT actor FROM audit_entry WHERE action = 'attendance counted'");
    ASSERT_EQ(trail.size(), 1U);
    EXPECT_EQ(trail[0].text("actor"), "anna");
}

TEST_F(Counting, WhatSomebodyElseCountedMeanwhileStaysAndBothFiguresAreSaid) {
    const auto before = seen(), id = world.new_id();
    activities::Attendance theirs;
    theirs.women = 5;
    theirs.note = "Många frågade om bankid";
    const auto around =
        municipality::surroundings_of(world.all.municipalities, world.all.activities.activities(), here, world.clock.now());
    ASSERT_EQ(world.all.activities.count(around, session, theirs, "bo", base::Seen::mark(before)), activities::Arranged::done);
    const auto refused = send(id, counted("7", before));
    EXPECT_EQ(refused.state, State::refused);
    const auto text = told(refused, id);
    EXPECT_NE(text.find("Women: 5 stands, 7 is yours"), text.npos) << text;
    EXPECT_NE(text.find("Men: – stands, 2 is yours"), text.npos) << text;
    EXPECT_EQ(women(), 5);
    // Saved again by whoever has seen both.
    EXPECT_EQ(send(id, counted("7", marks_in(text))).state, State::stored);
    EXPECT_EQ(women(), 7);
    EXPECT_EQ(world.all.activities.attendance(here, session)->note, theirs.note) << "what else is known stays";
}

TEST_F(Counting, TheSameFiguresAreNoQuarrel) {
    const auto before = seen();
    EXPECT_EQ(send(world.new_id(), counted("7", before)).state, State::stored);
    EXPECT_EQ(send(world.new_id(), counted("7", before)).state, State::stored);
    EXPECT_EQ(send(world.new_id(), counted("8", before)).state, State::refused);
}

TEST_F(Counting, WhatCannotBeIsRefusedAndKept) {
    const auto refused = [&](const Form& form, base::Instant at, const char* because) {
        const auto id = world.new_id();
        const auto answer = world.receive(sent(id, form, at));
        EXPECT_EQ(answer.state, State::refused) << because;
        EXPECT_NE(told(answer, id).find(because), std::string::npos) << told(answer, id);
    };
    const auto now = world.clock.now();
    refused({{"session", "gone"}, {"seen", "x"}, {"women", "1"}}, now, "not there any more");
    refused(counted("many", seen()), now, "whole number");
    refused(counted("7", seen()), now - 3h, "has not begun");
    refused({{"session", session}, {"seen", seen()}, {"women", "1"}, {"group_older", "3"}}, now, "more than came");
    EXPECT_EQ(women(), -2);
    world.all.limited = std::vector<std::string>{"another unit"};
    EXPECT_EQ(send(world.new_id(), counted("7", seen())).state, State::stored) << "of no unit: anybody's who was there";
}

TEST_F(Counting, NothingTakesTheirPlace) {
    EXPECT_EQ(send(world.new_id(), counted("6", seen())).state, State::stored);
    for (const Form& form : {Form{{"session", session}, {"seen", seen()}},
                             Form{{"session", session}, {"seen", seen()}, {"women", " "}},
                             Form{{"session", session}, {"seen", seen()}, {"group_older", "0"}}}) {
        const auto id = world.new_id();
        const auto answer = send(id, form);
        EXPECT_EQ(answer.state, State::refused);
        EXPECT_NE(told(answer, id).find("how many came"), std::string::npos) << told(answer, id);
    }
    EXPECT_EQ(women(), 6);
    EXPECT_EQ(send(world.new_id(), {{"session", session}, {"seen", seen()}, {"women", "0"}}).state, State::stored);
    EXPECT_EQ(women(), 0);
}

TEST_F(Counting, TheDeviceKeepsNumbersAndNobodysName) {
    world.all.activities.sign_up(sundsvall, session, {.name = "Gunvor"}, i18n::translator("en"));
    EXPECT_EQ(send(world.new_id(), counted("7", seen())).state, State::stored);
    const auto page = world.client.get("/sundsvall/staff/offline/search.json");
    EXPECT_NE(page.html.find(session), std::string::npos) << page.html.substr(0, 2000);
    EXPECT_NE(page.html.find(seen()), std::string::npos);
    EXPECT_NE(page.html.find("Digital fika"), std::string::npos);
    EXPECT_EQ(page.html.find("Gunvor"), std::string::npos);
    world.clock.advance(48h);
    EXPECT_EQ(world.client.get("/sundsvall/staff/offline/search.json").html.find(session), std::string::npos)
        << "yesterday's are kept, no older ones";
}

}  // namespace
}  // namespace digilots::offline
