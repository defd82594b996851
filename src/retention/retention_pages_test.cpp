#include <gtest/gtest.h>

#include "platform/testing/page_server.h"
#include "retention/retention_for_tests.h"

namespace digilots::retention {
namespace {

const std::string list = "/sundsvall/staff/settings/retention";
const std::string form = list + "/test.line";

struct RetentionPages : ::testing::Test, Installation {
    RetentionPages() : Installation(testing::fresh_database()), server(routes(), clock, &versions) {}

    http::Routes routes() {
        Slices slices{slice(retention, municipalities)};
        slices.front().privacy = {{.of = PrivacyNotice::Of::those_who_ask,
                                   .text = i18n::Text{"Lines go after {period}."},
                                   .rule = "test.line",
                                   .preserved = i18n::Text{"Lines stay."}},
                                  {PrivacyNotice::Of::staff, i18n::Text{"Something else."}}};
        return routes_of(slices);
    }
    testing::PageClient as(http::Role role) {
        server.person = testing::person_with(role);
        server.person->account_id = "admin";
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }
    testing::Page send(testing::PageClient& client, const testing::FormFields& fields) {
        return client.submit(client.get(form), fields, "", form);
    }

    testing::PageServer server;
};

TEST_F(RetentionPages, ShowHowLongHowManyAndHowManyGo) {
    add_lines(750);
    auto admin = as(http::Role::administrator);
    const auto page = admin.get(list);
    EXPECT_TRUE(page.says("2 years") && page.says("750 lines") && page.says("19 lines") && page.says("49 lines")) << page.html;
    EXPECT_TRUE(page.says("No run has come to its end yet."));
    retention.run();
    const auto after = admin.get(list);
    EXPECT_TRUE(after.says("731 lines") && after.says("23 November 2026: 19 lines")) << after.html;
    EXPECT_TRUE(admin.get(form).says("The law of lines says six."));
    EXPECT_TRUE(admin.get(form).says("Nobody has chosen"));
}

TEST_F(RetentionPages, AreTheAdministratorsAlone) {
    for (const auto role : {http::Role::guide, http::Role::coordinator}) {
        EXPECT_EQ(as(role).get(list).status, 404);
        EXPECT_EQ(as(role).get(form).status, 404);
    }
    auto admin = as(http::Role::administrator);
    EXPECT_EQ(admin.get(list + "/test.nothing").status, 404);
    EXPECT_EQ(admin.get(list + "/test.common").status, 404) << "the same for all is nobody's choice";
}

TEST_F(RetentionPages, AskBeforeMoreWouldBeDeleted) {
    add_lines(700);
    auto admin = as(http::Role::administrator);
    const auto asked = send(admin, {{"number", "12"}, {"decided_by", "Board 2026, 41"}});
    EXPECT_EQ(asked.status, 200);
    EXPECT_TRUE(asked.says("334 lines") && asked.says("The law of lines says six.")) << asked.html;
    EXPECT_EQ(retention.chosen(here, rule()).version, 0);
    add_line(clock.now() - std::chrono::days(600));
    const auto again = admin.submit(asked, {}, "", form);
    EXPECT_TRUE(again.says("The number has changed since you were asked.") && again.says("335 lines")) << again.html;
    const auto saved = admin.submit(again, {}, "", form);
    EXPECT_TRUE(saved.says("The change is saved.")) << saved.html;
    EXPECT_TRUE(saved.says("12 months") && saved.says("Board 2026, 41"));
    EXPECT_TRUE(admin.get(form).says("Board 2026, 41"));
}

TEST_F(RetentionPages, RefuseWhatTheLawForbidsAndKeepWhatWasTyped) {
    auto admin = as(http::Role::administrator);
    for (const auto* wrong : {"5", "", "0", "-1", "1e3", "12.5", "999999999999"}) {
        const auto page = send(admin, {{"number", wrong}, {"decided_by", "Board 41"}});
        EXPECT_EQ(page.status, 422) << wrong;
        EXPECT_TRUE(page.says("Board 41")) << wrong;
    }
    EXPECT_TRUE(send(admin, {{"number", "5"}}).says("at least 6 months. The law of lines says six."));
    EXPECT_EQ(send(admin, {{"number", "12"}, {"decided_by", std::string(201, 'x')}}).status, 422);
    EXPECT_EQ(retention.chosen(here, rule()).version, 0);
}

TEST_F(RetentionPages, PrivacySaysThePeriodThatRunsThere) {
    auto visitor = server.client();
    visitor.accept_language = "en";
    EXPECT_TRUE(visitor.get("/sundsvall/privacy").says("Lines go after 2 years."));
    choose(12);
    EXPECT_TRUE(visitor.get("/sundsvall/privacy").says("Lines go after 12 months.")) << "also where the page is kept";
    EXPECT_TRUE(visitor.get("/privacy").says("Lines go after 2 years."));
    EXPECT_EQ(visitor.get("/privacy").link("Sundsvall"), "/sundsvall/privacy");
    auto admin = as(http::Role::administrator);
    EXPECT_TRUE(send(admin, {{"what", "keep"}, {"number", "nonsense"}}).says("The change is saved."));
    const auto kept = visitor.get("/sundsvall/privacy");
    EXPECT_TRUE(kept.says("Lines stay.") && kept.says("Something else.")) << kept.html;
}

}  // namespace
}  // namespace digilots::retention
