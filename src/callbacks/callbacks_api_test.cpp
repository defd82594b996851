// Programs read how call-backs stand and close them; nothing of it tells whom they are about.
#include <algorithm>

#include "callbacks/world_for_tests.h"
#include "platform/audit/audit.h"

namespace digilots::callbacks {
namespace {

class CallBackApi : public ::testing::Test, protected World {
protected:
    CallBackApi() {
        auto keeper = gatekeeper();
        keeper.find_token = [](std::string_view scope, base::Instant) {
            http::Identity identity;
            identity.token_id = "t1";
            identity.municipality_id = here;
            identity.scopes = {std::string(scope)};
            return std::optional(identity);
        };
        api_ = std::make_unique<http::Server>(http::ServerOptions{}, routes_of({slice(all.callbacks)}), std::move(keeper),
                                              html::error_page, clock);
    }
    testing::Page ask(http::Method method, const std::string& path, const std::string& scope, const std::string& body = "") {
        testing::PageClient client(*api_);
        return client.send(method, "/api/v1/sundsvall/callbacks" + path, body,
                           {{"Authorization", "Bearer " + scope}, {"Content-Type", "application/json"}});
    }
    std::unique_ptr<http::Server> api_;
};

TEST_F(CallBackApi, TellsHowEachStandsAndNothingOfThePerson) {
    const auto id = all.add("Wants the form on paper", "060-19 10 11");
    const auto list = ask(http::Method::get, "?state=waiting", "callbacks:read");
    EXPECT_EQ(list.status, 200);
    EXPECT_TRUE(list.says(id) && list.says("\"promised_by\":\"2026-11-27T15:00:00.000Z\"")) << list.html;
    EXPECT_FALSE(list.says("19 10 11") || list.says("191011") || list.says("on paper")) << list.html;
    EXPECT_EQ(list.header("Cache-Control"), "no-store");
    EXPECT_TRUE(ask(http::Method::get, "/" + id, "callbacks:read").says("\"state\":\"waiting\""));
    EXPECT_EQ(ask(http::Method::get, "/0199f6c2-7c1e-7b5a-9d1e-2f0c5d1a7b11", "callbacks:read").status, 404);
    EXPECT_EQ(ask(http::Method::get, "", "inquiries:read").status, 403);
    EXPECT_EQ(ask(http::Method::get, "?state=open", "callbacks:read").status, 400);
    EXPECT_EQ(ask(http::Method::get, "?limit=0", "callbacks:read").status, 400);
}

TEST_F(CallBackApi, FindsThoseThatAreNobodys) {
    all.add("Wants the form on paper");
    EXPECT_TRUE(ask(http::Method::get, "?receiver=none", "callbacks:read").says("\"call_backs\":[]"));
    const auto entry = all.log(all.a_visit("call_back"), "token:t1");
    const auto found = ask(http::Method::get, "?receiver=none&state=waiting", "callbacks:read");
    EXPECT_TRUE(found.says("\"function\":null") && !found.says("\"call_backs\":[]")) << found.html;
    EXPECT_EQ(ask(http::Method::get, "?receiver=anna", "callbacks:read").status, 400);
    EXPECT_FALSE(entry.empty());
}

TEST_F(CallBackApi, ClosesOneOnceAndSaysWhoDidInTheTrail) {
    const auto id = all.add("Wants the form on paper");
    const auto close = [&](const std::string& body) { return ask(http::Method::post, "/" + id + "/close", "callbacks:write", body); };
    EXPECT_EQ(ask(http::Method::post, "/" + id + "/close", "callbacks:read", R"({"outcome":"reached"})").status, 403);
    for (const char* wrong : {"{}", R"({"outcome":"gone"})", R"({"outcome":"reached","note":"on 070-123 45 67"})",
                              R"({"outcome":"reached","who":"x"})", R"({"outcome":7})"})
        EXPECT_EQ(close(wrong).status, 422) << wrong;
    EXPECT_EQ(close("[]").status, 400);
    const auto closed = close(R"({"outcome":"reached","note":"Paper is fine"})");
    EXPECT_EQ(closed.status, 200) << closed.html;
    EXPECT_TRUE(closed.says("\"outcome\":\"reached\"") && closed.says("\"in_time\":true")) << closed.html;
    EXPECT_EQ(close(R"({"outcome":"reached"})").status, 200) << "again changes nothing";
    EXPECT_EQ(close(R"({"outcome":"withdrawn"})").status, 409);
    EXPECT_EQ(all.stands(id).text("outcome"), "reached");
    const auto entries = database->read([&](db::Connection& connection) {
        return audit::entries_of(connection, here, "call_back:" + id, 50);
    });
    EXPECT_TRUE(std::ranges::any_of(entries, [](const auto& one) { return one.entry.actor == "token:t1"; }));
}

TEST_F(CallBackApi, WhoLooksAtHowSomebodyIsReachedStandsInTheTrail) {
    const auto id = all.add("Wants the form on paper");
    auto anna = staff("anna");
    anna.get(list + "/" + id);
    anna.get(list + "/" + id);
    anna.get(list);
    const auto entries = database->read([&](db::Connection& connection) {
        return audit::entries_of(connection, here, "call_back:" + id, 50);
    });
    EXPECT_EQ(std::ranges::count_if(entries, [](const auto& one) { return one.entry.action == "call_back contact read"; }), 1);
}

}  // namespace
}  // namespace digilots::callbacks
