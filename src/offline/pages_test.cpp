#include "offline/pages.h"

#include "offline/world_for_tests.h"
#include "platform/base/base64.h"
#include "platform/base/json.h"

namespace digilots::offline {
namespace {

constexpr const char* start = "/sundsvall/staff/offline";
const std::string devices = "/sundsvall/staff/offline/devices", entries = "/sundsvall/staff/offline/entries";

std::string batch_of(const std::vector<Sent>& sent, const World& world) {
    base::JsonWriter json;
    json.begin_object().member("now", base::format_utc(world.clock.now())).key("entries").begin_array();
    for (const auto& one : sent) {
        json.begin_object().member("id", one.id).member("key", one.key_id).member("box", base::to_base64(one.box));
        json.end_object();
    }
    json.end_array().end_object();
    return json.text();
}

testing::Page send(World& world, const std::string& body, const std::string& type = "application/json") {
    testing::PageClient nobody(world.server);
    return nobody.send(http::Method::post, entries, body, {{"Content-Type", type}});
}

TEST(OfflinePages, ADeviceIsAddedListedAndEnded) {
    World world;
    const auto page = world.client.get(start);
    EXPECT_EQ(page.heading(), "Work without a network");
    EXPECT_FALSE(page.says("Your devices"));
    const auto token = page.html.find("name=\"csrf_token\" value=\"");
    ASSERT_NE(token, std::string::npos);
    const auto proof = page.html.substr(token + 25, 128);
    const auto added = world.client.post_once(devices, {{"csrf_token", proof}, {"label", "The bus’s tablet"}});
    ASSERT_EQ(added.status, 201) << added.html;
    EXPECT_EQ(added.header("Cache-Control"), "no-store");
    const auto json = base::parse_json(added.html).value();
    EXPECT_EQ(json["municipality_id"].text(), here);
    EXPECT_EQ(json["secret"].text().size(), 43U);
    // Of the secret a hash is kept, of who added it the trail tells.
    for (const auto row : world.rows("SELECT secret_hash FROM offline_device"))
        EXPECT_EQ(row.text("secret_hash"), base::sha256_hex(json["secret"].text()));
    const auto listed = world.client.get(start);
    EXPECT_TRUE(listed.says("The bus’s tablet"));
    testing::PageClient other(world.server);
    other.cookies()["session"] = "bo";
    EXPECT_FALSE(other.get(start).says("The bus’s tablet"));
    const auto ended = world.client.submit(listed, {}, "", "/end");
    EXPECT_TRUE(ended.says("The device is ended."));
    EXPECT_FALSE(world.client.get(start).says("The bus’s tablet"));
    EXPECT_EQ(world.rows("SELECT action FROM audit_entry WHERE action LIKE 'offline device %'").size(), 2U);
}

TEST(OfflinePages, NobodyEndsTheDeviceOfAnother) {
    World world;
    const auto device = world.device("bo");
    EXPECT_FALSE(world.all.offline.end_device(here, "anna", device.id));
    EXPECT_FALSE(world.all.offline.end_device("2280", "bo", device.id));
    EXPECT_EQ(world.all.offline.devices_of(here, "bo").size(), 1U);
}

TEST(OfflinePages, WhatStandsOnTheDeviceIsTheSameForAllAndHoldsNobody) {
    World world;
    const auto desk = world.client.get("/sundsvall/staff/offline/desk");
    EXPECT_EQ(desk.status, 200);
    EXPECT_TRUE(desk.says("data-offline-desk"));
    EXPECT_TRUE(desk.says("sundsvall-kulturmagasinet"));
    for (const char* personal : {"Name of anna", "csrf_token", "data-person", "form_of"})
        EXPECT_FALSE(desk.says(personal)) << personal;
    testing::PageClient other(world.server);
    other.cookies()["session"] = "bo";
    EXPECT_EQ(other.get("/sundsvall/staff/offline/desk").html, desk.html);
    testing::PageClient nobody(world.server);
    EXPECT_EQ(nobody.get_once("/sundsvall/staff/offline/desk").status, 303);
}

TEST(OfflinePages, AWorkerIsTakenAnewWhenThePageIsAnother) {
    World world;
    const auto worker = [&] { return world.client.get("/sundsvall/staff/offline/worker.js"); };
    const auto before = worker();
    EXPECT_EQ(before.header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(before.header("Service-Worker-Allowed"), "/sundsvall/staff/") << "without a network it answers for all of them";
    world.clock.advance(std::chrono::hours{10});   // somebody opens, somebody closes
    EXPECT_EQ(worker().html, before.html);
    const auto& shared = taxonomy::terms(taxonomy::List::topic).front().key;
    const taxonomy::OwnTopic topic{.key = "", .label = "The festival", .maps_to = shared, .words = {}};
    ASSERT_TRUE(world.all.own_topics.add(here, topic, "anna"));
    EXPECT_NE(worker().html, before.html);
    EXPECT_TRUE(world.client.get("/sundsvall/staff/offline/desk").says("The festival"));
}

TEST(OfflinePages, TheManifestNamesTheDesk) {
    World world;
    testing::PageClient nobody(world.server);
    const auto manifest = nobody.get("/sundsvall/staff/offline/app.webmanifest");
    EXPECT_EQ(manifest.header("Content-Type"), "application/manifest+json");
    const auto json = base::parse_json(manifest.html).value();
    EXPECT_EQ(json["start_url"].text(), "/sundsvall/staff/offline/desk");
    EXPECT_EQ(json["display"].text(), "standalone");
}

TEST(OfflinePages, TheSearchOnTheDeviceIsSmallAndOnesOwn) {
    World world;
    const auto data = world.client.get("/sundsvall/staff/offline/search.json");
    EXPECT_LT(data.html.size(), 500U * 1000U);
    const auto json = base::parse_json(data.html).value();
    EXPECT_TRUE(json["is_whole"].as_bool().value());
    EXPECT_TRUE(data.says("place:sundsvall-kulturmagasinet"));
    EXPECT_FALSE(data.says("harnosand"));
    const auto snapshot = world.all.directory.snapshot(here);
    for (const auto& contact : snapshot->contacts) {
        EXPECT_EQ(data.says("contact:" + contact.id), directory::is_offered(contact, directory::Audience::staff)) << contact.id;
    }
}

TEST(OfflinePages, WhomToRingInDangerAndWhereSearchesEndAreOnTheDevice) {
    World world;
    const auto json = base::parse_json(world.client.get("/sundsvall/staff/offline/search.json").html).value();
    const auto& dangers = json["dangers"].items();
    ASSERT_EQ(dangers.size(), 7U);
    for (const auto& danger : dangers) {
        EXPECT_FALSE(danger["numbers"].items().empty());
        EXPECT_FALSE(danger["advice"].text().empty());
    }
    EXPECT_NE(json["danger_phrases"].text().find("blivit/blev"), std::string::npos);
    EXPECT_FALSE(json["fallback"]["title"].text().empty());
}

TEST(OfflinePages, TheRulesOfTopicsStandInTheForm) {
    World world;
    auto& rules = world.all.referral.rule_records();
    const register_::Draft rule{{"topic", {"bank"}}, {"handling", {"both"}}, {"rule", {"Visa; logga aldrig in"}}};
    ASSERT_TRUE(rules.add(rules.around(here), rule, "a"));
    const auto desk = world.client.get("/sundsvall/staff/offline/desk");
    EXPECT_TRUE(desk.says("Visa; logga aldrig in")) << "shown with its topic";
    EXPECT_FALSE(desk.says("badge-open")) << "nothing that is true for an hour";
}

TEST(OfflinePages, WhatWaitsIsTakenInWithoutASession) {
    World world;
    const auto device = world.device();
    const auto good = sealed(device, world.new_id(), world.clock.now(), a_form());
    const auto bad = sealed(device, world.new_id(), world.clock.now(), a_form("gone_topic"));
    Sent odd = bad;
    odd.id = world.new_id();
    odd.box = "no box";
    const auto answer = send(world, batch_of({good, bad, odd}, world));
    ASSERT_EQ(answer.status, 200) << answer.html;
    const auto json = base::parse_json(answer.html).value();
    const auto& all = json["entries"].items();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0]["state"].text(), "stored");
    EXPECT_EQ(all[1]["state"].text(), "refused");
    EXPECT_FALSE(all[1]["reasons"].text().empty());
    EXPECT_EQ(all[2]["state"].text(), "unreadable");
    EXPECT_FALSE(answer.says("gone_topic"));
    EXPECT_TRUE(send(world, batch_of({good}, world)).says("already"));
    EXPECT_EQ(world.all.logged(), 1);
}

TEST(OfflinePages, WhatNoDeviceSendsIsRefusedWhole) {
    World world;
    const auto device = world.device();
    const auto good = sealed(device, world.new_id(), world.clock.now(), a_form());
    const auto whole = batch_of({good}, world);
    std::vector<std::string> bodies{"", "[]", "{}", "null", whole.substr(0, whole.size() - 1), R"({"now":"x","entries":[{}]})",
                                    batch_of({}, world), batch_of(std::vector<Sent>(21, good), world)};
    Sent no_id = good;
    no_id.id = "../1";
    bodies.push_back(batch_of({no_id}, world));
    for (const auto& body : bodies) {
        const auto answer = send(world, body);
        EXPECT_EQ(answer.status, 400) << body.substr(0, 60);
    }
    EXPECT_EQ(send(world, whole, "text/plain").status, 415);
    EXPECT_EQ(world.all.logged(), 0);
}

TEST(OfflinePages, OneAddressFloodsNobody) {
    World world;
    const auto device = world.device();
    std::vector<Sent> many;
    for (int number = 0; number < 20; ++number) many.push_back({world.new_id(), device.key_id, "no box"});
    const auto body = batch_of(many, world);
    int refused = 0;
    for (int number = 0; number < 22; ++number) {
        const auto answer = send(world, body);
        if (answer.status != 429) continue;
        ++refused;
        EXPECT_FALSE(answer.header("Retry-After").empty());
    }
    EXPECT_EQ(refused, 2);
}

}  // namespace
}  // namespace digilots::offline
