// What programs arrange, sign up for and count.
#include <algorithm>

#include "activities/world_for_tests.h"
#include "platform/base/json.h"
#include "platform/testing/race.h"

namespace digilots::activities {
namespace {

class ActivitiesForPrograms : public ::testing::Test, protected World {
protected:
    testing::Page program(http::Method method, const std::string& path, const std::string& body = "",
                          const std::string& key = "") {
        std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer x"},
                                                                 {"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        auto client = resident();
        return client.send(method, "/api/v1/sundsvall" + path, body, headers);
    }
};

TEST_F(ActivitiesForPrograms, AreArrangedAndRead) {
    const auto made = program(
        http::Method::post, "/activities",
        R"({"title":"Café","kind":"digital_cafe","topics":["bank"],"repeat":{"rule":"FREQ=WEEKLY;COUNT=3",)"
        R"("starts":"2026-12-03T14:00:00+01:00","minutes":90,"except":["2026-12-10"],"capacity":1,"address":"Hall"}})",
        "0192f3aa-7b1c-4def-8123-456789abcdef");
    ASSERT_EQ(made.status, 201) << made.html;
    EXPECT_TRUE(made.says("2026-12-03T14:00:00+01:00") && made.says("2026-12-17T14:00:00+01:00") &&
                !made.says("2026-12-10"));
    const auto activity = all.activities.programme(here)->activities.front();
    ASSERT_EQ(activity.sessions.size(), 2U);
    for (
        const auto* body :
        {R"({"title":"X","kind":"digital_cafe","sessions":[{"starts":"2026-12-03T14:00+02:00","ends":"2026-12-03T15:00"}]})",
         R"({"title":"X","kind":"digital_cafe","sessions":[{"starts":"2027-03-28T02:30","ends":"2027-03-28T04:00"}]})",
         R"({"title":"X","kind":"digital_cafe","repeat":{"rule":"FREQ=WEEKLY","starts":"2026-12-03T14:00","minutes":60}})",
         R"({"title":"X","kind":"digital_cafe","sessions":[7]})",
         R"({"title":"X","kind":"digital_cafe","repeat":"weekly"})", R"({"title":"X","kind":"nothing"})", R"({"kind":"lecture"})",
         R"({"title":"X","kind":"lecture","more":1})"})
        EXPECT_EQ(program(http::Method::post, "/activities", body).status, 422) << body;
    const auto gap = program(http::Method::post, "/activities",
                             R"({"title":"X","kind":"lecture","sessions":[{"starts":"2027-03-28T02:30",)"
                             R"("ends":"2027-03-28T04:00"}]})");
    EXPECT_TRUE(gap.says("There is no such time that night")) << gap.html;
    const std::string twice = R"({"starts":"2026-12-03T14:00","ends":"2026-12-03T15:00","address":"Hall"})";
    const auto same = program(http::Method::post, "/activities",
                              R"({"title":"X","kind":"lecture","sessions":[)" + twice + "," + twice + "]}");
    EXPECT_EQ(same.status, 422) << "the same session twice in one body";
    EXPECT_TRUE(same.says("as number 1 and 2")) << same.html;
    const auto long_address = R"({"title":"X","kind":"digital_cafe","sessions":[{"starts":"2026-12-03T14:00",)"
                              R"("ends":"2026-12-03T15:00","address":")" +
                              std::string(201, 'a') + "\"}]}";
    EXPECT_EQ(program(http::Method::post, "/activities", long_address).status, 422) << "never cut off";
    EXPECT_EQ(all.activities.programme(here)->activities.size(), 1U) << "nothing half-written";
    EXPECT_EQ(program(http::Method::get, "/activities?cursor=gone").status, 422);
    const auto list = program(http::Method::get, "/activities?from=2026-12-01&to=2026-12-05&topic=bank");
    EXPECT_TRUE(list.says("2026-12-03T14:00") && !list.says("2026-12-17T14:00") && list.says("\"taken\":0"))
        << list.html;
    for (const auto* wrong : {"from=tomorrow", "topic=zzz", "kind=zzz", "group=zzz", "language=xx", "place=zzz",
                              "from=2026-12-05&to=2026-12-01"})
        EXPECT_EQ(program(http::Method::get, std::string("/activities?") + wrong).status, 422) << wrong;
}

TEST_F(ActivitiesForPrograms, AreToldToAllWhoSendTheSameAtOnce) {
    const std::string body = R"({"title":"Once","kind":"lecture","sessions":[{"starts":"2026-12-03T14:00",)"
                             R"("ends":"2026-12-03T15:00","address":"Hall"}]})";
    constexpr int rounds = 10, runners = 8;
    for (int round = 0; round < rounds; ++round) {
        const auto key = std::to_string(10 + round) + "92f3aa-7b1c-4def-8123-456789abcdef";
        std::vector<testing::Page> told(runners);
        testing::race(runners, [&](int runner) {
            told[static_cast<std::size_t>(runner)] = program(http::Method::post, "/activities", body, key);
        });
        for (const auto& one : told) EXPECT_TRUE(one.status == 201 && one.html == told.front().html) << one.html;
    }
    const auto programme = all.activities.programme(here);
    EXPECT_EQ(std::ranges::count(programme->activities, "Once", &Activity::title), rounds);
}

TEST_F(ActivitiesForPrograms, SayWhereOneTakesPartFromHomeAndReadItBack) {
    const auto made = program(http::Method::post, "/activities",
                              R"({"title":"At home","kind":"lecture","sessions":[{"starts":"2026-12-03T14:00",)"
                              R"("ends":"2026-12-03T15:00","remote":"https://meet.example.org/a","address":"The hall"}]})");
    ASSERT_EQ(made.status, 201) << made.html;
    EXPECT_TRUE(made.says(R"("address":"The hall","remote":true,"remote_url":"https://meet.example.org/a")")) << made.html;
    const auto list = program(http::Method::get, "/activities");
    EXPECT_TRUE(list.says(R"("remote":true,"remote_url":null)")) << "who has signed up gets it: " << list.html;
    const auto open = program(http::Method::post, "/activities",
                              R"({"title":"Open","kind":"lecture","sign_up":false,"repeat":{"rule":"FREQ=WEEKLY;COUNT=2",)"
                              R"("starts":"2026-12-03T14:00","minutes":60,"remote":"https://meet.example.org/b"}})");
    ASSERT_EQ(open.status, 201) << open.html;
    EXPECT_TRUE(program(http::Method::get, "/activities?remote=1").says("meet.example.org/b")) << "who just comes finds it here";
    const auto wrong = program(http::Method::post, "/activities",
                               R"({"title":"X","kind":"lecture","sessions":[{"starts":"2026-12-03T14:00",)"
                               R"("ends":"2026-12-03T15:00","remote":"the usual room"}]})");
    EXPECT_TRUE(wrong.status == 422 && wrong.says("sessions[0].remote")) << wrong.html;
}

TEST_F(ActivitiesForPrograms, AreWhollyTakenPartInByOneSignUpOrNotAtAll) {
    const auto text = program(http::Method::post, "/activities", R"({"title":"Circle","kind":"lecture","all_along":"ja"})");
    EXPECT_TRUE(text.status == 422 && text.says("all_along")) << text.html;
    const auto without =
        program(http::Method::post, "/activities", R"({"title":"Circle","kind":"lecture","all_along":true,"sign_up":false})");
    EXPECT_TRUE(without.status == 422 && without.says("all_along")) << without.html;
    const auto made = program(http::Method::post, "/activities", R"({"title":"Circle","kind":"lecture","all_along":true})");
    EXPECT_TRUE(made.status == 201 && made.says(R"("all_along":true)")) << made.html;
}

TEST_F(ActivitiesForPrograms, AreSignedUpForCancelledAndCounted) {
    const std::string session = all.add_session(all.add_activity("Café"), "2026-12-03", 1),
                      path = "/sessions/" + session + "/sign-ups",
                      key = "1192f3aa-7b1c-4def-8123-456789abcdef";
    const auto first =
        program(http::Method::post, path,
                R"({"persons":1,"name":"Gun","contact":{"by":"phone","value":"070-174 06 35"}})", key);
    ASSERT_EQ(first.status, 201) << first.html;
    EXPECT_TRUE(first.says("confirmed") && !first.says("070-174"));
    const auto again =
        program(http::Method::post, path,
                R"({"persons":1,"name":"Gun","contact":{"by":"phone","value":"070-174 06 35"}})", key);
    EXPECT_EQ(again.html, first.html);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    const auto reused = program(http::Method::post, path, R"({"persons":2})", key);
    EXPECT_TRUE(reused.status == 409 && reused.says(R"("code":"key_reused")")) << reused.html;
    EXPECT_EQ(program(http::Method::post, path, R"({"name":"Anna Svensson Karlsson"})").status, 422);
    EXPECT_EQ(program(http::Method::post, path, R"({"persons":1})", "short").status, 400);
    EXPECT_EQ(program(http::Method::post, path, R"({"persons":0})").status, 422);
    EXPECT_TRUE(
        program(http::Method::post, path, R"({"persons":1})").says("\"state\":\"waiting\",\"position\":1"));
    const auto code = base::parse_json(first.html)->find("code")->text();
    const std::string own = "/sign-ups/" + std::string(code);
    EXPECT_TRUE(program(http::Method::get, own).says("confirmed"));
    EXPECT_EQ(program(http::Method::delete_, own).status, 204);
    EXPECT_EQ(program(http::Method::delete_, own).status, 404);
    EXPECT_EQ(program(http::Method::put, "/sessions/" + session + "/attendance", R"({"women":3})").status,
              422)
        << "to come";
    clock.advance(std::chrono::hours(24 * 9));
    EXPECT_EQ(
        program(http::Method::put, "/sessions/" + session + "/attendance", R"({"women":3,"men":100000})")
            .status,
        422);
    EXPECT_EQ(program(http::Method::put, "/sessions/" + session + "/attendance",
                      R"({"women":3,"groups":{"older":2}})")
                  .status,
              204);
    EXPECT_EQ(all.activities.attendance(here, session)->came(), 3);
}

TEST_F(ActivitiesForPrograms, RefusalsNameAllThatIsWrongAtOnceAndEachOnce) {
    const auto names = [](const testing::Page& refused, std::initializer_list<const char*> fields) {
        EXPECT_EQ(refused.status, 422) << refused.html;
        const auto read = base::parse_json(refused.html);
        ASSERT_TRUE(read) << refused.html;
        const auto errors = refused.html.substr(refused.html.find("\"errors\":"));
        for (const auto* field : fields) {
            const auto name = "\"" + std::string(field) + "\":";
            EXPECT_NE(errors.find(name), std::string::npos) << field << ": " << errors;
            EXPECT_EQ(errors.find(name), errors.rfind(name)) << field << ": " << errors;
        }
        EXPECT_EQ((*read)["errors"].members().size(), fields.size()) << refused.html;
    };
    const auto session = all.add_session(all.add_activity("Café"), "2026-11-25", 8);
    const auto sign_ups = "/sessions/" + session + "/sign-ups";
    names(program(http::Method::post, sign_ups,
                  R"({"persons":0,"name":"811218-9876","colour":1,"contact":{"by":"email","value":"nobody"}})"),
          {"persons", "name", "colour", "contact.value"});
    names(program(http::Method::post, sign_ups, R"({"name":"811218-9876","contact":{"by":"pigeon","value":"roof"}})"),
          {"name", "contact.by"});
    names(program(http::Method::post, "/activities",
                  R"({"kind":"nothing","topics":[1,2],"price":-1,"colour":1,"sessions":[{"starts":"2026-12-03T14:00",)"
                  R"("ends":"2026-12-03T13:00","capacity":0,"address":"A"},)"
                  R"({"starts":"2025-12-03T14:00","ends":"soon","address":"B"}]})"),
          {"title", "kind", "topics", "price", "colour", "sessions[0].capacity", "sessions[0].ends", "sessions[1].starts",
           "sessions[1].ends"});
    names(program(http::Method::post, "/activities",
                  R"({"title":"X","kind":"nothing","repeat":{"rule":"NEVER","starts":"2026-12-03T14:00","minutes":0}})"),
          {"kind", "repeat.rule", "repeat.minutes"});
    clock.advance(std::chrono::hours(24 * 4));
    names(program(http::Method::put, "/sessions/" + session + "/attendance",
                  R"({"women":"many","men":100000,"note":"Gun, 811218-9876","colour":1,"groups":{"nonsense":1,"older":2}})"),
          {"women", "men", "note", "colour", "groups"});
}

TEST_F(ActivitiesForPrograms, WhatSomebodyCountedIsReplacedByNobodyWhoHasNotSeenIt) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-11-25", 8);
    clock.advance(std::chrono::hours(24 * 4));
    const auto own = "/sessions/" + session + "/attendance";
    EXPECT_EQ(program(http::Method::put, own, R"({"women":3})").status, 204);
    EXPECT_EQ(program(http::Method::put, own, R"({"women":3})").status, 204) << "the same may come again";
    EXPECT_EQ(program(http::Method::put, own, R"({"women":5})").status, 409);
    EXPECT_EQ(all.activities.attendance(here, session)->women, 3);
    const auto version = std::to_string(all.session(session)->version);
    EXPECT_EQ(program(http::Method::put, own, R"({"women":5,"version":)" + version + "}").status, 204);
    EXPECT_EQ(program(http::Method::put, own, R"({"women":6,"version":)" + version + "}").status, 409) << "it is an older one";
    EXPECT_EQ(all.activities.attendance(here, session)->women, 5);
}

}  // namespace
}  // namespace digilots::activities
