// A program that has lost an answer sends the same once more with its key: nothing is there twice, and a key never stands for
// something else. Every address of the interface that takes a key is tried.
#include <gtest/gtest.h>

#include <set>

#include "app/town_for_tests.h"

namespace digilots::app {

namespace {

struct KeysOfPrograms : ::testing::Test, TownForTests {
    http::Gatekeeper with_token() {
        auto keeper = gatekeeper();
        keeper.find_token = [](std::string_view, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.token_id = "token-1";
            identity.municipality_id = "2281";
            identity.scopes = {"inquiries:write",  "counts:write", "bookings:write",
                               "activities:write", "plan:write",   "needs:write"};
            return identity;
        };
        return keeper;
    }
    http::Server with_tokens{{}, application.routes(), with_token(),
                             error_page_for(application.routes(), application.municipalities), clock};
    testing::PageClient program{with_tokens};

    testing::Page send(const std::string& path, const std::string& body, const std::string& key) {
        std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer t"},
                                                                 {"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        return program.send(http::Method::post, "/api/v1/sundsvall" + path, body, headers);
    }
    std::string session() {
        const auto made = send("/activities", R"({"title":"Kafé","kind":"digital_cafe","sessions":[{"starts":"2026-12-03T14:00",)"
                                              R"("ends":"2026-12-03T15:00","address":"Hallen"}]})", "");
        const auto read = base::parse_json(made.html).value_or(base::Json());
        return read["sessions"].items().empty() ? made.html : read["sessions"].items().front()["id"].as_string().value_or("");
    }
    /// Of the first free time of a computer, and of the next.
    std::vector<std::string> bookings() {
        auto& offers = *application.bookings.registers().front();
        auto& things = *application.bookings.registers().back();
        const auto offer = offers.add(offers.around("2281"), {{"title", {"Dator"}}, {"kind", {"computer"}}, {"lengths", {"30"}},
                                                              {"is_published", {"1"}}}, "a");
        EXPECT_TRUE(things.add(things.around("2281"), {{"title", {"Dator"}}, {"kind", {"computer"}}, {"number", {"5"}},
                                                       {"hours", {"9-12"}}, {"place", {"sundsvall-kulturmagasinet"}}}, "a"));
        application.refresh();
        std::vector<std::string> bodies;
        const auto read = json("/api/v1/sundsvall/times?offer=" + offer->id);
        for (const auto& time : read["times"].items())
            bodies.push_back(R"({"offer":")" + offer->id + R"(","place":"sundsvall-kulturmagasinet","client_code":"K-12",)" +
                             R"("consented":true,"starts":")" + time["starts"].as_string().value_or("") + "\"}");
        return bodies;
    }
};

TEST_F(KeysOfPrograms, StandForOneContentWhereverOneIsTaken) {
    struct Sent {
        std::string path, body, other;
    };
    const auto times = bookings();
    ASSERT_GE(times.size(), 2U);
    const auto without_client = [](std::string body) {
        const std::string_view client = R"("client_code":"K-12","consented":true,)";
        return body.erase(body.find(client), client.size());
    };
    const std::string activity = R"({"title":"Kurs","kind":"lecture","sessions":[{"starts":"2026-12-04T14:00",)";
    const std::map<std::string, Sent> all{
        {"/inquiries", {"/inquiries", R"({"topics":["bank"],"channel":"visit","outcome":"answered"})",
                        R"({"topics":["print"],"channel":"visit","outcome":"answered"})"}},
        {"/questions",
         {"/questions", R"({"question":"Var kan jag skriva ut?"})", R"({"question":"Var kan jag låna en dator?"})"}},
        {"/counts", {"/counts", R"({"source":"visitors","place":"sundsvall-kulturmagasinet","period":"2026-11-20","number":212})",
                     R"({"source":"visitors","place":"sundsvall-kulturmagasinet","period":"2026-11-20","number":213})"}},
        {"/activities", {"/activities", activity + R"("ends":"2026-12-04T15:00","address":"Hallen"}]})",
                         activity + R"("ends":"2026-12-04T16:00","address":"Hallen"}]})"}},
        {"/sessions/{session}/sign-ups", {"/sessions/" + session() + "/sign-ups", R"({"persons":1})", R"({"persons":2})"}},
        {"/bookings", {"/bookings", without_client(times[0]), without_client(times[1])}},
        {"/bookings/on-behalf", {"/bookings/on-behalf", times[0], times[1]}},
        {"/plan", {"/plan", R"({"title":"Värdar","kind":"activity"})", R"({"title":"Lots","kind":"activity"})"}}};
    int number = 10;
    for (const auto& [route, sent] : all) {
        const auto key = "0b8c1f0e-5a0e-4c51-9d5e-2f6b7a1d9c" + std::to_string(number);
        const auto own = std::to_string(number++) + key.substr(2);
        const auto first = send(sent.path, sent.body, own);
        EXPECT_EQ(first.status, 201) << route << first.html;
        EXPECT_EQ(first.header("Idempotency-Replayed"), "") << route;
        const auto again = send(sent.path, sent.body, own);
        EXPECT_EQ(again.header("Idempotency-Replayed"), "true") << route << again.html;
        EXPECT_EQ(again.html, first.html) << route;
        const auto reused = send(sent.path, sent.other, own);
        EXPECT_EQ(reused.status, 409) << route << reused.html;
        EXPECT_TRUE(reused.says(R"("code":"key_reused")")) << route << reused.html;
        EXPECT_EQ(send(sent.path, sent.other, "no key").status, 400) << route;
        // Of a place and a day there is one number: another one replaces it.
        EXPECT_EQ(send(sent.path, sent.other, "").status, route == "/counts" ? 200 : 201) << route << " without a key";
    }
    // Answers of a mapping are added as parts of a plan are (platform/register/program_key.h).
    std::set<std::string> tried{"/needs/answers"}, described;
    for (const auto& [route, sent] : all) tried.insert(route);
    const auto document = base::parse_json(base::embedded_file("data/openapi.json").value());
    constexpr std::string_view before = "/api/v1/{municipality}";
    for (const auto& [path, operations] : (*document)["paths"].members())
        for (const auto& parameter : operations["post"]["parameters"].items())
            if (parameter["name"].text() == "Idempotency-Key") described.insert(path.substr(before.size()));
    EXPECT_EQ(tried, described) << "a new address that takes a key is to be tried here";
}

}  // namespace

}  // namespace digilots::app
