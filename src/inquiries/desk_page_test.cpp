// The desk, the list and the API as people and programs use them.
#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/desk_for_tests.h"
#include "platform/base/json.h"

namespace digilots::inquiries {
namespace {

base::Json json_of(const testing::Page& page) { return base::parse_json(page.html).value_or(base::Json()); }

constexpr const char* visit =
    R"({"place":"sundsvall-kulturmagasinet","topics":["print"],"channel":"visit","outcome":"answered","minutes":5,"note":""})";

TEST(DeskPage, LogsTheCommonestCaseWithATopicAlone) {
    DeskWorld world;
    const auto desk = world.client.get("/sundsvall/staff/");
    EXPECT_EQ(desk.status, 200);
    const auto after = world.client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries");
    EXPECT_TRUE(after.says("Logged: Banking")) << after.html.substr(0, 3000);
    const auto rows = world.log.figures("inquiries", "2026-11-22", "2026-11-22", {"topic", "channel"});
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].dimensions.at("channel"), "visit");
    EXPECT_EQ(world.log.total("answered_at_first_contact", "2026-11-22", "2026-11-22"), 1);
}

TEST(DeskPage, LogsOnceWhenTheButtonIsPressedTwice) {
    DeskWorld world;
    const auto desk = world.client.get("/sundsvall/staff/");
    world.client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries");
    world.client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries");
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
}

TEST(DeskPage, RepeatsCorrectsAndDeletesAnEntry) {
    DeskWorld world;
    world.client.submit(world.client.get("/sundsvall/staff/"), {{"topic", "bank"}}, "", "/staff/inquiries");
    world.log.clock.advance(std::chrono::minutes{3});
    const auto twice = world.client.submit(world.client.get("/sundsvall/staff/"), {}, "", "/repeat");
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22", {{"topic", "bank"}}), 2);
    const auto entry = world.client.get(twice.link("Correct it"));
    const auto corrected = world.client.submit(entry, {{"topic", "mobile"}, {"minutes", "20"}}, "", "/staff/inquiries/");
    EXPECT_TRUE(corrected.says("corrected"));
    EXPECT_EQ(world.log.total("help_minutes", "2026-11-22", "2026-11-22", {{"topic", "mobile"}}), 20);
    EXPECT_TRUE(world.client.get(entry.url).says("corrected (Topic, Help time)"));
    const auto question = world.client.get(entry.url + "/delete");
    world.client.submit(question, {}, "", "/delete");
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
    EXPECT_EQ(world.client.get_once(entry.url).status, 404);
}

TEST(DeskPage, RefusesAPersonalNumberAndKeepsWhatWasTyped) {
    DeskWorld world;
    const auto refused = world.client.submit(
        world.client.get("/sundsvall/staff/"),
        {{"topic", "bank"}, {"note", "Ringde för 811218-9876"}, {"minutes", "12"}}, "", "/staff/inquiries");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("looks like a personal number"));
    EXPECT_TRUE(refused.says("Ringde för 811218-9876"));
    EXPECT_TRUE(refused.says("value=\"12\""));
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 0);
}

TEST(DeskPage, RefersFromASearch) {
    DeskWorld world;
    const auto found = world.client.get("/sundsvall/staff/?q=bibliotek");
    const auto buttons = found.all("button");
    const auto refer = std::ranges::find_if(buttons, [](const auto& button) {
        return button.attribute("name") == "refer" && button.attribute("value").starts_with("place:");
    });
    ASSERT_NE(refer, buttons.end()) << found.html;
    const auto prepared =
        world.client.submit(found, {}, "refer=" + std::string(refer->attribute("value")), "/staff/inquiries");
    EXPECT_TRUE(prepared.says("Refers to"));
    const auto after = world.client.submit(
        prepared, {{"topic", "computer"}, {"place", "sundsvall-kommunhuset"}}, "", "/staff/inquiries");
    EXPECT_TRUE(after.says("Logged"));
    EXPECT_EQ(world.log.total("referred", "2026-11-22", "2026-11-22", {{"place", "sundsvall-kommunhuset"}}), 1);
    const auto referrals = world.referral.recent(sundsvall);
    ASSERT_EQ(referrals.size(), 1u);
    EXPECT_FALSE(referrals[0].inquiry_id.empty());
}

TEST(DeskPage, ShowsResultsAloneWhileTyping) {
    DeskWorld world;
    http::Request request;
    request.path = "/sundsvall/staff/";
    request.raw_query = "q=bibliotek&fragment=1";
    request.headers = {{"Host", "localhost"}, {"Cookie", "session=guide"}};
    const http::Response part = world.server.handle(request);
    EXPECT_EQ(part.status, 200);
    EXPECT_NE(part.body.find("id=\"desk-hits\""), std::string::npos);
    EXPECT_NE(part.body.find("data-refer"), std::string::npos);
    EXPECT_EQ(part.body.find("<h1"), std::string::npos) << "no page around it";
}

TEST(DeskPage, SaysThatNothingWasFoundAndWhereElseOneCanBeSent) {
    DeskWorld world;
    const auto page = world.client.get("/sundsvall/staff/?q=qwxz");
    EXPECT_TRUE(page.says("Nothing was found for “qwxz”.") && page.says("Try another word for it")) << page.html;
    EXPECT_TRUE(page.says("data-status=\"Nothing was found")) << "read out, too";
    EXPECT_TRUE(page.says("value=\"place:sundsvall-mobidig \"")) << page.html;
    EXPECT_FALSE(page.says("value=\"place:sundsvall-kulturmagasinet \"")) << "where one is";
    const auto list = page.html.find("data-hits");
    EXPECT_TRUE(list == std::string::npos || list > page.html.find("id=\"topics\"")) << "Enter takes none of them";
    EXPECT_FALSE(world.client.get("/sundsvall/staff/?q=bankid").says("Nothing was found"));
    EXPECT_FALSE(world.client.get("/sundsvall/staff/").says("Nothing was found"));
}

TEST(InquiriesPage, ShowsAllToACoordinatorAndOwnOnesToAGuide) {
    DeskWorld world;
    const std::string others = world.log.inquiries.log(sundsvall, a_visit({"bank"}), "somebody", "", "")->id;
    world.log.inquiries.log(sundsvall, a_visit({"mobile"}), "guide", "", "");
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries").says("1 entry"));
    EXPECT_EQ(world.client.get_once("/sundsvall/staff/inquiries/" + others).status, 404);
    world.client.cookies()["session"] = "coordinator";
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries").says("2 entries"));
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries?topic=bank&from=2026-11-01&to=2026-11-30").says("1 entry"));
    EXPECT_TRUE(world.client.get("/sundsvall/staff/inquiries?from=2026-11-23").says("No entries"));
    EXPECT_EQ(world.client.get_once("/sundsvall/staff/inquiries/" + others).status, 200);
    EXPECT_EQ(world.client.get_once("/sundsvall/staff/inquiries?from=yesterday").status, 422);
    world.client.cookies()["session"] = "neighbour";
    EXPECT_EQ(world.client.get_once("/sundsvall/staff/inquiries").status, 404);
    EXPECT_EQ(world.client.get_once("/harnosand/staff/inquiries/" + others).status, 404);
}

TEST(InquiryApi, AnswersTheSameForTheSameKey) {
    DeskWorld world;
    const auto first = world.post(visit, "k1");
    ASSERT_EQ(first.status, 201) << first.html;
    const auto again = world.post(
        R"({ "topics": ["print"], "place":"sundsvall-kulturmagasinet","channel":"visit","outcome":"answered","minutes":5})",
        "k1");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.html, first.html) << "written in another order, the same inquiry";
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(first.header("Location"), "/api/v1/sundsvall/inquiries/" + json_of(first)["id"].as_string().value());
    EXPECT_EQ(world.post(R"({"topics":["bank"],"channel":"visit","outcome":"answered"})", "k1").status, 409);
    EXPECT_EQ(world.post(visit, "two words").status, 400);
    EXPECT_EQ(world.post(visit, std::string(256, 'k')).status, 400);
    EXPECT_EQ(world.post(visit).status, 201) << "without a key";
    const auto read = json_of(world.read(first.header("Location")));
    EXPECT_EQ(read["place"].as_string(), "sundsvall-kulturmagasinet");
    EXPECT_TRUE(read["gender"].is_null());
}

std::string visit_with(const std::string& note) {
    return R"({"topics":["print"],"channel":"visit","outcome":"answered","note":")" + note + "\"}";
}

TEST(InquiryApi, WarnsOfWhatMayBePersonalAndKeepsIt) {
    DeskWorld world;
    EXPECT_EQ(json_of(world.post(visit))["warnings"].items().size(), 0u);
    const auto named = world.post(visit_with("Anna fick hjälp, hon skrev upp 55000052"), "k1", "sv");
    EXPECT_EQ(named.status, 201) << named.html;
    const auto warnings = json_of(named)["warnings"];
    ASSERT_EQ(warnings.items().size(), 2u);
    EXPECT_EQ(warnings.items()[0]["field"].as_string(), "note");
    EXPECT_EQ(warnings.items()[0]["text"].as_string(),
              "Texten kan innehålla ett telefonnummer. Ta bort det om det är ett.");
    EXPECT_EQ(warnings.items()[1]["text"].as_string(),
              "Texten kan innehålla namnet på en person. Ta bort det om det är ett.");
    EXPECT_EQ(world.post(visit_with("Anna fick hjälp, hon skrev upp 55000052"), "k1", "sv").html, named.html);
    EXPECT_EQ(json_of(world.read(named.header("Location")))["note"].as_string(), "Anna fick hjälp, hon skrev upp 55000052");
    for (const char* note : {"ring 55000052", "850312-T124", "anna (at) example.se", "4111 1111 1111 1111",
                             "SE35 5000 0000 0549 1000 0003"}) {
        const auto refused = world.post(visit_with(note));
        EXPECT_EQ(refused.status, 422) << note;
        EXPECT_TRUE(json_of(refused)["errors"]["note"].is_string()) << note;
    }
}

TEST(InquiryApi, LeavesHiddenControlsOutOfANote) {
    DeskWorld world;
    const auto logged = world.post(visit_with("Skrev ut \\u202Eblankett\\u202C och\u2066 hjälpte\\u0007"));
    EXPECT_EQ(logged.status, 201);
    EXPECT_EQ(json_of(world.read(logged.header("Location")))["note"].as_string(), "Skrev ut blankett och hjälpte");
}

TEST(InquiryApi, RefusesWhatNoTextHolds) {
    DeskWorld world;
    for (const auto* note : {"a\\u0000b", "a\\ud800b", "a\\udc00", "a\xED\xA0\x80" "b", "a\xFF"})
        EXPECT_EQ(world.post(visit_with(note)).status, 400) << note;
    EXPECT_EQ(world.post(visit_with("a\\\\u0000b")).status, 201) << "letters behind a backslash";
    EXPECT_EQ(world.post(visit_with(std::string(60'000, 'a'))).status, 422);
    EXPECT_EQ(world.post(visit_with(std::string(1'000'000, 'a'))).status, 413);
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
}

TEST(DeskPage, AKeyThatIsTooLongIsCutBetweenLetters) {
    DeskWorld world;
    std::string key = "a";
    for (int i = 0; i < 100; ++i) key += "å";
    const auto desk = world.client.get("/sundsvall/staff/");
    for (int times = 0; times < 2; ++times)
        EXPECT_TRUE(world.client.submit(desk, {{"topic", "bank"}, {"form_key", key}}, "", "/staff/inquiries").says("Logged"));
    EXPECT_EQ(world.log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
}

TEST(InquiryApi, NamesWhatIsWrong) {
    DeskWorld world;
    const auto wrong = world.post(
        R"({"place":"nowhere","topics":["nonsense"],"channel":7,"outcome":"answered","minutes":"many",)"
        R"("colour":"red","returning":1})");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.response.content_type, "application/problem+json");
    const base::Json problem = json_of(wrong);
    for (const char* field : {"place", "topics", "channel", "minutes", "colour", "returning"}) {
        EXPECT_TRUE(problem["errors"][field].is_string()) << field;
    }
    EXPECT_EQ(problem["errors"].members().size(), 6u) << wrong.html;
    const auto untold = world.post(R"({"kind":7,"topics":[7],"channel":"pigeon","outcome":7,"at":"soon","persons":{"cats":1},)"
                                   R"("barriers":["nonsense"],"note":"Ring 070-174 06 35","language":7,"handover":"x"})");
    EXPECT_EQ(untold.status, 422);
    for (const char* field :
         {"kind", "topics", "channel", "outcome", "at", "persons", "barriers", "note", "language", "handover"}) {
        const auto name = "\"" + std::string(field) + "\":";
        EXPECT_TRUE(json_of(untold)["errors"][field].is_string()) << field << untold.html;
        EXPECT_EQ(untold.html.find(name), untold.html.rfind(name)) << "one message for each field: " << untold.html;
    }
    EXPECT_TRUE(world.post(R"({"topics":[],"channel":"visit","outcome":"answered"})", "", "sv").says("minst ett ämne"));
    for (const char* text : {"", "[]", "null", "{\"place\":", "{\"a\":1}}", "\"x\"", "{'a':1}"}) {
        const auto refused = world.post(text);
        EXPECT_EQ(refused.status, 400) << text;
        EXPECT_TRUE(json_of(refused)["errors"]["body"].is_string()) << text << ": " << refused.html;
    }
    EXPECT_TRUE(world.post("{\"place\":").says("at line 1, column")) << "where it is wrong";
    EXPECT_EQ(world.post("{\"note\":\"" + std::string(70000, 'x') + "\"}").status, 413);
}

TEST(InquiryApi, ListsInTheOrderOfRecording) {
    DeskWorld world;
    std::vector<std::string> ids;
    for (int i = 0; i < 7; ++i) {
        ids.push_back(json_of(world.post(visit))["id"].as_string().value());
        world.log.clock.advance(std::chrono::minutes{1});
    }
    world.log.inquiries.remove(sundsvall, ids[2], "anna");
    ids.erase(ids.begin() + 2);
    std::vector<std::string> seen;
    std::string url = "/api/v1/sundsvall/inquiries?since=2026-11-22&limit=4";
    for (;;) {
        const base::Json page = json_of(world.read(url));
        for (const base::Json& one : page["inquiries"].items()) seen.push_back(one["id"].as_string().value());
        if (page["next"].is_null()) break;
        url = "/api/v1/sundsvall/inquiries?limit=4&cursor=" + page["next"].as_string().value();
    }
    EXPECT_EQ(seen, ids);
    EXPECT_EQ(json_of(world.read("/api/v1/sundsvall/inquiries?since=2026-11-22T10:35:00Z"))["inquiries"].items().size(), 2u);
    for (const char* query : {"since=yesterday", "limit=0", "limit=-1", "limit=1e3", "limit=0x5", "limit=",
    "limit=x", "cursor=x"}) {
        EXPECT_EQ(world.read(std::string("/api/v1/sundsvall/inquiries?") + query).status, 400) << query;
    }
    for (const char* limit : {"200", "201", "99999999999999999999"}) {
        EXPECT_EQ(world.read(std::string("/api/v1/sundsvall/inquiries?limit=") + limit).status, 200) << limit;
    }
    EXPECT_EQ(world.read("/api/v1/sundsvall/inquiries/0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11").status, 404);
}

TEST(DeskPage, ShowsTheLastOfTodayAndTheWayToAll) {
    DeskWorld world;
    for (int logged = 0; logged < 23; ++logged) {
        world.log.clock.advance(std::chrono::minutes{1});
        world.client.submit(world.client.get("/sundsvall/staff/"), {{"topic", "bank"}}, "", "/staff/inquiries");
    }
    const auto desk = world.client.get("/sundsvall/staff/");
    EXPECT_TRUE(desk.says("<span class=\"muted\">(23)</span>")) << desk.html;
    const auto entries = desk.all("li");
    EXPECT_EQ(std::ranges::count_if(entries, [](const auto& one) { return one.attribute("id").starts_with("entry-"); }), 20);
    world.log.clock.advance(std::chrono::minutes{1});
    const testing::FormFields of_yesterday{{"topic", "bank"}, {"date", "2026-11-21"}, {"time", "10:00"}};
    const auto back_dated = world.client.submit(desk, of_yesterday, "", "/staff/inquiries");
    const auto first = back_dated.html.find("id=\"entry-");
    EXPECT_LT(back_dated.html.find("yesterday", first), back_dated.html.find("id=\"entry-", first + 1)) << "what was just logged";
    EXPECT_TRUE(world.client.get(desk.link("The last ones stand here. All of today are in the log")).says("23"));
}

}  // namespace
}  // namespace digilots::inquiries
