#include "offline/world_for_tests.h"
#include "platform/base/json.h"
#include "platform/testing/retention.h"

namespace digilots::offline {
namespace {

using State = Answer::State;
using namespace std::chrono_literals;

constexpr const char* authors = "SELECT created_by, at FROM inquiries_inquiry ORDER BY created_by, at";

/// What was refused, as its author reads it: "topics place".
std::string fields_of(const Answer& answer, const NewDevice& device, const std::string& id) {
    const auto text = open_for(device.secret, {here, id}, answer.reasons);
    const auto json = text ? base::parse_json(*text) : base::failure("not theirs");
    std::string fields;
    if (!json) return "cannot be read";
    for (const auto& one : json->items()) fields += std::string(one["field"].text()) + " ";
    return fields;
}

TEST(OfflineReceiving, AnEntryCountsOnceForItsAuthorWhoeverSendsIt) {
    World world;
    const auto device = world.device();
    const auto id = world.new_id();
    const auto at = world.clock.now() - 3h;
    const auto sent = sealed(device, id, at, a_form());
    EXPECT_EQ(world.receive(sent).state, State::stored);
    EXPECT_EQ(world.receive(sent).state, State::already);
    // Sealed anew, as after mending: the number is the same.
    EXPECT_EQ(world.receive(sealed(device, id, at, a_form("bank"))).state, State::already);
    EXPECT_EQ(world.all.logged(), 1);
    const auto rows = world.rows(authors);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text("created_by"), "anna");
    EXPECT_EQ(rows[0].text("at"), base::format_utc(at));
}

TEST(OfflineReceiving, WhatTheDeskSentBeforeCountsOnceWhereItsAnswerWasLost) {
    World world;
    const auto device = world.device();
    auto form = a_form();
    form.emplace_back("form_key", "a key of the desk");
    EXPECT_EQ(world.receive(sealed(device, world.new_id(), world.clock.now(), form)).state, State::stored);
    const auto again = sealed(device, world.new_id(), world.clock.now() + 1min, form);
    EXPECT_EQ(world.receive(again).state, State::already);
    EXPECT_EQ(world.receive(again).state, State::already);
    EXPECT_EQ(world.all.logged(), 1);
    form.front().second = "bank";
    EXPECT_EQ(world.receive(sealed(device, world.new_id(), world.clock.now(), form)).state, State::stored) << "another entry";
    EXPECT_EQ(world.receive(sealed(world.device("bo"), world.new_id(), world.clock.now(), form)).state, State::stored);
    EXPECT_EQ(world.all.logged(), 3);
}

TEST(OfflineReceiving, WhatWasChangedAfterItHadArrivedIsTheSameVisitAsItWasSaidLast) {
    World world;
    const auto device = world.device();
    auto form = a_form();
    form.emplace_back("form_key", "a key of the desk");
    EXPECT_EQ(world.receive(sealed(device, world.new_id(), world.clock.now(), form)).state, State::stored);
    form.front().second = "bank";
    form.emplace_back("unsent", "1");
    const auto changed = sealed(device, world.new_id(), world.clock.now() + 1min, form);
    EXPECT_EQ(world.receive(changed).state, State::already);
    EXPECT_EQ(world.receive(changed).state, State::already) << "its own answer was lost, too";
    EXPECT_EQ(world.all.logged(), 1);
    const auto topics = world.rows("SELECT topic FROM inquiries_topic");
    ASSERT_EQ(topics.size(), 1U);
    EXPECT_EQ(topics[0].text("topic"), "bank");
}

TEST(OfflineReceiving, WhatWasLoggedStaysLoggedWhateverChanges) {
    World world;
    const auto device = world.device();
    const auto sent = sealed(device, world.new_id(), world.clock.now(), a_form());
    EXPECT_EQ(world.receive(sent).state, State::stored);
    EXPECT_TRUE(world.all.offline.end_device(here, "anna", device.id));
    EXPECT_EQ(world.receive(sent).state, State::already);
    world.clock.advance(std::chrono::days{400});
    EXPECT_EQ(world.receive(sent).state, State::already);
}

TEST(OfflineReceiving, WhatIsRefusedSaysWhyToItsAuthorAlone) {
    World world;
    const auto device = world.device();
    const auto id = world.new_id();
    auto form = a_form("gone_topic");
    form.emplace_back("note", "Ring Anna 070-174 06 35");
    const auto refused = world.receive(sealed(device, id, world.clock.now(), form));
    EXPECT_EQ(refused.state, State::refused);
    EXPECT_EQ(fields_of(refused, device, id), "topics note ");
    EXPECT_EQ(fields_of(refused, world.device("bo"), id), "cannot be read");
    EXPECT_EQ(world.all.logged(), 0);
    EXPECT_EQ(world.receive(sealed(device, id, world.clock.now(), a_form())).state, State::stored);
    EXPECT_EQ(world.all.logged(), 1);
}

TEST(OfflineReceiving, ANumberIsItsAuthorsAlone) {
    World world;
    const auto annas = world.device(), bos = world.device("bo");
    const auto id = world.new_id();
    const auto of_anna = sealed(annas, id, world.clock.now(), a_form());
    EXPECT_EQ(world.receive(sealed(bos, id, world.clock.now(), a_form("bank"))).state, State::stored);
    // Not said to be there already, for hers is not.
    const auto refused = world.receive(of_anna);
    EXPECT_EQ(refused.state, State::refused);
    EXPECT_EQ(fields_of(refused, annas, id), "number ");
    EXPECT_EQ(world.all.logged(), 1);
    EXPECT_EQ(world.receive(sealed(annas, world.new_id(), world.clock.now(), a_form())).state, State::stored);
    EXPECT_EQ(world.all.logged(), 2);
    // Theirs stays theirs on another device, and when the device is ended.
    EXPECT_EQ(world.receive(sealed(world.device("bo"), id, world.clock.now(), a_form("bank"))).state, State::already);
    EXPECT_TRUE(world.all.offline.end_device(here, "bo", bos.id));
    EXPECT_EQ(world.receive(sealed(bos, id, world.clock.now(), a_form("bank"))).state, State::already);
    EXPECT_TRUE(world.all.offline.end_device(here, "anna", annas.id));
    EXPECT_EQ(world.receive(of_anna).state, State::unknown_author);
    EXPECT_EQ(world.all.logged(), 2);
}

TEST(OfflineReceiving, WhatCameInBeforeAuthorsWereKeptIsThere) {
    World world;
    const auto device = world.device();
    const auto sent = sealed(device, world.new_id(), world.clock.now(), a_form());
    EXPECT_EQ(world.receive(sent).state, State::stored);
    world.database->write([&](db::Connection& connection) {
        const char* text = "UPDATE offline_sent SET account_id = '', secret_hash = ''";
        return connection.execute(db::Statement{"test/forget", text, text});
    });
    EXPECT_EQ(world.receive(sent).state, State::already);
    EXPECT_EQ(world.all.logged(), 1);
}

TEST(OfflineReceiving, NoProofNoEntry) {
    World world;
    const auto device = world.device();
    NewDevice stranger = device;
    stranger.secret = base::random_token(32);
    EXPECT_EQ(world.receive(sealed(stranger, world.new_id(), world.clock.now(), a_form())).state, State::unknown_author);
    auto sent = sealed(device, world.new_id(), world.clock.now(), a_form());
    EXPECT_EQ(world.receive(sent, harnosand).state, State::unreadable);
    sent.id = world.new_id();
    EXPECT_EQ(world.receive(sent).state, State::unreadable);
    const auto elsewhere = sealed(device, world.new_id(), world.clock.now(), a_form(), "2280");
    EXPECT_EQ(world.receive(elsewhere, harnosand).state, State::unknown_author);
    auto of_another_key = sealed(device, world.new_id(), world.clock.now(), a_form());
    of_another_key.key_id = "2";
    EXPECT_EQ(world.receive(of_another_key).state, State::unreadable);
    EXPECT_TRUE(world.all.offline.end_device(here, "anna", device.id));
    EXPECT_EQ(world.receive(sealed(device, world.new_id(), world.clock.now(), a_form())).state, State::unknown_author);
    EXPECT_EQ(world.all.logged(), 0);
}

TEST(OfflineReceiving, SealedButNoEntryIsUnreadable) {
    World world;
    const auto device = world.device();
    for (const std::string text : {"", "[]", "{}", R"({"secret":"x"})", R"({"secret":"x","at":"now","form":[["a","b"]]})",
                                   R"({"secret":"x","at":"2026-11-25T09:00:00Z","form":[]})",
                                   R"({"secret":"x","at":"2026-11-25T09:00:00Z","form":[["a"]]})",
                                   R"({"secret":"x","at":"2026-11-25T09:00:00Z","form":[["a",1]]})"}) {
        const auto id = world.new_id();
        const Sent sent{id, device.key_id, seal_box({"", device.public_key}, {here, id}, text)};
        EXPECT_EQ(world.receive(sent).state, State::unreadable) << text;
    }
}

TEST(OfflineReceiving, AWrongClockIsCorrectedByWhatItIsOff) {
    World world;
    const auto device = world.device();
    const auto now = world.clock.now();
    const auto logged_at = [&](base::Instant at, base::Instant device_now, const Form& form = a_form()) {
        EXPECT_EQ(world.receive(sealed(device, world.new_id(), at, form), device_now).state, State::stored);
        const auto rows = world.rows("SELECT at FROM inquiries_inquiry ORDER BY id");
        return rows[rows.size() - 1].text("at");
    };
    EXPECT_EQ(logged_at(now - 2h, now), base::format_utc(now - 2h));
    EXPECT_EQ(logged_at(now - 2h - 1min, now - 1min), base::format_utc(now - 2h - 1min));                  // a slow network
    EXPECT_EQ(logged_at(now + 22h, now + 24h), base::format_utc(now - 2h));                              // a day ahead
    EXPECT_EQ(logged_at(now - 24h * 900 - 1h, now - 24h * 900), base::format_utc(now - 1h));             // years behind
    EXPECT_EQ(logged_at(now + 5h, now), base::format_utc(now));                                          // set back since
    // A day that was typed is what it is, whatever the clock says.
    auto typed = a_form();
    typed.emplace_back("date", "2026-11-24");
    typed.emplace_back("time", "10:15");
    EXPECT_EQ(logged_at(now + 22h, now + 24h, typed), "2026-11-24T09:15:00.000Z");
}

TEST(OfflineReceiving, AfterTheAccountIsClosedWhatIsFromBeforeStillCounts) {
    World world;
    const auto device = world.device();
    const auto closed_at = world.clock.now();
    const auto before = [&] { return sealed(device, world.new_id(), closed_at - 1h, a_form()); };
    world.database->write([&](db::Connection& connection) { Offline::end_all(connection, here, "anna", closed_at); });
    world.clock.advance(48h);
    EXPECT_EQ(world.receive(before()).state, State::stored);
    EXPECT_EQ(world.receive(sealed(device, world.new_id(), closed_at + 1h, a_form())).state, State::ended);
    EXPECT_TRUE(world.all.offline.devices_of(here, "anna").empty());
    world.clock.advance(24h * 30);
    EXPECT_EQ(world.receive(before()).state, State::ended);
    // Closed where nobody said so here.
    const auto other = world.device("bo");
    world.all.closed = "bo";
    EXPECT_EQ(world.receive(sealed(other, world.new_id(), world.clock.now() + 1h, a_form())).state, State::stored);
    world.clock.advance(1h);
    EXPECT_EQ(world.receive(sealed(other, world.new_id(), world.clock.now(), a_form())).state, State::ended);
}

TEST(OfflineReceiving, OnePersonFloodsNobody) {
    World world;
    const auto device = world.device();
    int later = 0;
    for (int number = 0; number < 620; ++number)
        later += world.receive(sealed(device, world.new_id(), world.clock.now(), {{"topic", ""}})).state == State::later;
    EXPECT_EQ(later, 20);
    EXPECT_EQ(world.receive(sealed(world.device("bo"), world.new_id(), world.clock.now(), a_form())).state, State::stored);
}

TEST(OfflineReceiving, DevicesAndNumbersGoInTheirTime) {
    World world;
    const auto used = world.device(), idle = world.device("bo");
    world.clock.advance(24h * 80);
    EXPECT_EQ(world.receive(sealed(used, world.new_id(), world.clock.now(), a_form())).state, State::stored);
    world.clock.advance(24h * 11);
    EXPECT_EQ(testing::delete_due(*world.database, retention_rules(), device_rule, here, world.clock.now()), 1);
    EXPECT_TRUE(world.all.offline.devices_of(here, "bo").empty());
    EXPECT_EQ(world.all.offline.devices_of(here, "anna").size(), 1U);
    EXPECT_EQ(testing::delete_due(*world.database, retention_rules(), sent_rule, "", world.clock.now()), 0);
    world.clock.advance(24h * 760);
    EXPECT_EQ(testing::delete_due(*world.database, retention_rules(), sent_rule, "", world.clock.now()), 1);
    for (const auto& rule : retention_rules()) {
        const auto left = world.database->read([&](db::Connection& connection) { return rule.held(connection, here); });
        EXPECT_EQ(left, rule.key == device_rule ? 1 : 0) << rule.key;
    }
}

}  // namespace
}  // namespace digilots::offline
