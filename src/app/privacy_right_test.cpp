// Who sees to privacy reads the trail and how long things are kept, and reaches nothing else that their role does not.
#include <gtest/gtest.h>

#include <set>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

class PrivacyRight : public ::testing::Test, public TownForTests {
protected:
    PrivacyRight() {
        auto keeper = gatekeeper();
        keeper.find_session = [before = keeper.find_session](std::string_view session, base::Instant now) {
            constexpr std::string_view right = "-of-privacy";
            const bool sees_privacy = session.ends_with(right);
            auto identity = before(sees_privacy ? session.substr(0, session.size() - right.size()) : session, now);
            identity->session_id = session;
            identity->sees_privacy = sees_privacy;
            return identity;
        };
        http::ServerOptions options;
        options.rate_limits = false;
        auto not_there = error_page_for(application.routes(), application.municipalities);
        server_of_rights = std::make_unique<http::Server>(options, application.routes(), std::move(keeper), std::move(not_there),
                                                          clock);
    }
    testing::PageClient as(const std::string& session) {
        testing::PageClient client(*server_of_rights);
        client.accept_language = "en";
        client.cookies()["session"] = session;
        return client;
    }
    static std::string path_of(const http::Route& route, const std::string& municipality) {
        auto path = route.path;
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
            const auto name = path.substr(open, path.find('}') - open + 1);
            path.replace(open, name.size(), name == "{municipality}" ? municipality : name == "{rule}" ? "accounts.trail" : "1");
        }
        return path;
    }

    std::unique_ptr<http::Server> server_of_rights;
};

TEST_F(PrivacyRight, OpensThreePagesAndNoOtherRoute) {
    const std::set<std::string> its_own{"/{municipality}/staff/settings/audit", "/{municipality}/staff/settings/retention",
                                        "/{municipality}/staff/settings/retention/{rule}"};
    for (const std::string role : {"guide", "editor", "coordinator"}) {
        auto without = as(role), with = as(role + "-of-privacy");
        for (const auto& route : application.routes()) {
            const bool is_page = route.method == http::Method::get && route.path.starts_with("/{municipality}/staff");
            if (route.method != http::Method::get && route.method != http::Method::post) continue;
            if (!route.path.contains("/staff") || route.path.starts_with("/api")) continue;
            if (route.path.starts_with("/staff/account")) continue;  // their own, which these sessions have none of
            const auto path = path_of(route, "sundsvall");
            const auto status = [&](testing::PageClient& client) {
                return is_page || route.method == http::Method::get ? client.get_once(path).status
                                                                    : client.post_once(path, {}).status;
            };
            const auto plain = status(without), other = status(with);
            if (is_page && its_own.contains(route.path)) {
                EXPECT_EQ(plain, 404) << role << path;
                EXPECT_EQ(other, 200) << role << path;
                EXPECT_EQ(with.get_once(path_of(route, "harnosand")).status, 404) << "another municipality's";
            } else {
                EXPECT_EQ(other, plain) << role << " " << path;
            }
        }
    }
}

TEST_F(PrivacyRight, IsInTheMenuAndLeadsNowhereElse) {
    auto guide = as("guide-of-privacy");
    const auto start = guide.get("/sundsvall/staff/tasks");
    EXPECT_TRUE(start.says("/sundsvall/staff/settings/audit\"") && start.says("/sundsvall/staff/settings/retention\""));
    EXPECT_FALSE(as("guide").get("/sundsvall/staff/tasks").says("/staff/settings/audit"));
    EXPECT_FALSE(as("administrator").get("/sundsvall/staff/tasks").says("/staff/settings/audit"));
    for (const auto* page : {"audit", "retention", "retention/accounts.trail"}) {
        const auto shown = guide.get("/sundsvall/staff/settings/" + std::string(page));
        EXPECT_EQ(shown.status, 200) << page;
        EXPECT_FALSE(shown.says("href=\"/sundsvall/staff/settings\"") || shown.says("/staff/people")) << page;
    }
    const auto rule = guide.get("/sundsvall/staff/settings/retention/accounts.trail");
    EXPECT_FALSE(rule.says("name=\"number\"")) << "read, not chosen";
    EXPECT_TRUE(as("administrator").get("/sundsvall/staff/settings/retention/accounts.trail").says("name=\"number\""));
}

TEST_F(PrivacyRight, IsGivenByAnAdministratorAndStandsInTheTrail) {
    accounts::NewAccount wanted;
    wanted.municipality_id = "2281";
    wanted.email = "guide@sundsvall.example";
    wanted.password = "hemlig fras med ord";
    wanted.role = http::Role::guide;
    const auto id = application.accounts.add(wanted);
    ASSERT_TRUE(id);
    auto admin = as("administrator");
    const auto url = "/sundsvall/staff/people/" + *id;
    EXPECT_TRUE(admin.submit(admin.get(url), {{"sees_privacy", "1"}}, "", "/role").says("is saved"));
    EXPECT_TRUE(admin.get("/sundsvall/staff/people").says("Guide · Sees to privacy"));
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings/audit").says("privacy changed"));
    EXPECT_TRUE(admin.get("/sundsvall/staff/people/table").says("Sees to privacy"));
    EXPECT_FALSE(as("coordinator").get_once(url).status == 200) << "nobody else gives it";
}

}  // namespace
}  // namespace digilots::app
