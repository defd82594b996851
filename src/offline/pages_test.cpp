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

TEST(OfflinePages, TheSearchOnTheDeviceKnowsTheMunicipalitysOwnTopicsHoweverManyTheyAre) {
    World world;
    const auto& shared = taxonomy::terms(taxonomy::List::topic).front().key;
    const auto add = [&](const std::string& label, std::vector<std::string> words, bool hidden = false) {
        return world.all.own_topics.add(here, {"", label, std::string(shared), std::move(words), hidden}, "anna").value_or("");
    };
    const auto own = add("Lotsbykortet", {"resekort", "blipp"}), hidden = add("Båtplats", {}, true);
    const auto topics_with = [&](const std::string& key) {
        const auto data = world.client.get("/sundsvall/staff/offline/search.json");
        EXPECT_LT(data.html.size(), 500U * 1000U);
        return data.says("{\"key\":\"" + key + "\"") ? data.html.substr(data.html.find("{\"key\":\"" + key + "\""), 200) : "";
    };
    const auto found = topics_with(own);
    EXPECT_TRUE(found.contains("Lotsbykortet")) << found;
    EXPECT_TRUE(found.contains(R"("phrases":["Lotsbykortet","resekort","blipp"])")) << found;
    EXPECT_EQ(topics_with(hidden), "");
    const std::vector<std::string> many(30, std::string(60, 'w'));
    std::string last;
    for (int number = 0; number < 120; ++number) last = add("Eget ämne " + std::to_string(number), many);
    EXPECT_TRUE(topics_with(last).contains("Eget ämne 119")) << "by its name also where its words have no room";
}

TEST(OfflinePages, WhomToRingInDangerAndWhereSearchesEndAreOnTheDevice) {
    World world;
    const auto json = base::parse_json(world.client.get("/sundsvall/staff/offline/search.json").html).value();
    const auto& dangers = json["dangers"].items();
    ASSERT_EQ(dangers.size(), 8U);
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

TEST(OfflinePages, AnswersOfTheBankAreOnTheDeviceTheLongestLeftOutWhereThereIsNoRoom) {
    World world;
    auto& answers = Inside::of(world.all.offline).neighbours.answers;
    const auto data = [&] { return world.client.get("/sundsvall/staff/offline/search.json"); };
    answers = [](std::string_view) {
        return std::vector<AwayAnswer>{{.question = "Hur ansöker jag om bygglov?",
                                        .answer = "I e-tjänsten.",
                                        .steps = {"Logga in", "Skicka in"},
                                        .words = {"tillbyggnad"},
                                        .topics = {"bank"}}};
    };
    const auto few = base::parse_json(data().html).value();
    ASSERT_EQ(few["answers"].items().size(), 1U);
    const auto& answer = few["answers"].items().front();
    EXPECT_EQ(answer["title"].text(), "Hur ansöker jag om bygglov?");
    ASSERT_EQ(answer["lines"].items().size(), 3U);
    EXPECT_EQ(answer["lines"].items().back().text(), "2. Skicka in");
    EXPECT_NE(answer["words"].text().find("tillbyggnad"), std::string::npos);
    EXPECT_EQ(few["answers_left_out"].as_integer().value(), 0);
    answers = [](std::string_view) {
        std::vector<AwayAnswer> many;
        for (int i = 0; i < 100; ++i) {
            const auto size = static_cast<std::size_t>(100 * i);
            many.push_back({"Fråga " + std::to_string(i), std::string(size, 'x'), {}, {}, {}});
        }
        return many;
    };
    const auto full = data();
    EXPECT_LT(full.html.size(), 500U * 1000U);
    const auto json = base::parse_json(full.html).value();
    const auto kept = json["answers"].items().size();
    EXPECT_TRUE(kept > 20 && kept < 100) << kept;
    EXPECT_EQ(json["answers_left_out"].as_integer().value(), static_cast<std::int64_t>(100 - kept));
    EXPECT_EQ(json["answers"].items().back()["title"].text(), "Fråga " + std::to_string(kept - 1)) << "the longest go first";
}

TEST(OfflinePages, AContactNamesWhoIsNextAndWhoAnswersForTheirOwnFieldIsNotFoundByTopics) {
    World world;
    auto& contacts = world.all.directory.records(directory::RecordKind::contact);
    const register_::Draft draft{{"title", {"Bygglovsrådgivningen"}},
                                 {"phone", {"060-19 10 11"}},
                                 {"fallback_place", {"sundsvall-kulturmagasinet"}}};
    ASSERT_TRUE(contacts.add(contacts.around(here), draft, "a"));
    const auto read = [&] { return base::parse_json(world.client.get("/sundsvall/staff/offline/search.json").html).value(); };
    const auto record = [](const base::Json& json, std::string_view target) {
        for (const auto& one : json["records"].items())
            if (one["target"].text() == target || one["title"].text() == target) return one;
        return base::Json();
    };
    std::string lines;
    const auto contact = record(read(), "Bygglovsrådgivningen");
    for (const auto& line : contact["lines"].items()) lines += std::string(line.text()) + "\n";
    EXPECT_NE(lines.find("When nobody answers: Biblioteken och DigidelCenter"), std::string::npos) << lines;
    auto& places = world.all.directory.records(directory::RecordKind::place);
    const auto words_of = [&](const char* name, std::vector<std::string> limits) {
        const register_::Draft place{
            {"name", {name}}, {"kind", {"reception"}}, {"topics", {"bank"}}, {"limitations", std::move(limits)}};
        EXPECT_TRUE(places.add(places.around(here), place, "a")) << name;
        const auto found = record(read(), name);
        EXPECT_EQ(found["of_its_field"].as_bool().value_or(false), std::string_view(name) == "Miljökontoret");
        return std::string(found["words"].text());
    };
    EXPECT_EQ(words_of("Miljökontoret", {"own_questions_only"}).find("Banking"), std::string::npos);
    EXPECT_NE(words_of("Stadshuset", {}).find("Banking"), std::string::npos);
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
