#include <gtest/gtest.h>

#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

class Tokens : public ::testing::Test, protected StaffWorld {
protected:
    int status(const http::Scope& scope, const std::string& token, const std::string& slug = "sundsvall") {
        return client()
            .send(http::Method::get, "/api/v1/" + slug + "/" + std::string(scope.key), "",
                  {{"Authorization", "Bearer " + token}})
            .status;
    }
};

TEST_F(Tokens, a_token_does_what_its_scopes_say_and_no_more) {
    const auto token = accounts.add_token(sundsvall, "kiosk", {&write_log});
    ASSERT_TRUE(token.has_value());
    EXPECT_TRUE(token->starts_with("dgl_"));
    EXPECT_EQ(status(write_log, *token), 200);
    EXPECT_EQ(status(read_log, *token), 403);
    EXPECT_EQ(status(read_totals, *token), 403);
    EXPECT_EQ(status(write_log, *token, "harnosand"), 404);
    EXPECT_EQ(status(write_log, *token + "x"), 401);
    EXPECT_EQ(status(write_log, ""), 401);
}

TEST_F(Tokens, a_networks_token_reads_that_networks_statistics_alone) {
    const auto token = accounts.add_network_token("teo", "region", {&read_totals});
    ASSERT_TRUE(token.has_value());
    const auto ask = [&](const std::string& path) {
        return client().send(http::Method::get, path, "", {{"Authorization", "Bearer " + *token}}).status;
    };
    EXPECT_EQ(ask("/api/v1/networks/teo/statistics"), 200);
    EXPECT_EQ(ask("/api/v1/networks/other/statistics"), 404);
    EXPECT_EQ(status(read_totals, *token), 404);
    const auto listed = accounts.tokens_of("");
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].network, "teo");
}

TEST_F(Tokens, a_networks_token_never_reads_entries) {
    EXPECT_FALSE(accounts.add_network_token("teo", "region", {&read_totals, &read_log}).has_value());
}

TEST_F(Tokens, a_key_that_may_do_nothing_is_refused) {
    EXPECT_FALSE(accounts.add_token(sundsvall, "x", {}).has_value());
}

TEST_F(Tokens, an_administrator_makes_a_key_sees_it_once_and_revokes_it) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto made = admin.submit(admin.get("/sundsvall/staff/settings/tokens"),
                                   {{"name", "Kiosk"}, {"scope", "totals:read"}});
    const auto start = made.html.find("dgl_");
    ASSERT_NE(start, std::string::npos);
    const auto token = made.html.substr(start, made.html.find('<', start) - start);
    EXPECT_EQ(status(read_totals, token), 200);
    const auto list = admin.get("/sundsvall/staff/settings/tokens");
    EXPECT_FALSE(list.says(token));
    EXPECT_TRUE(list.says("Kiosk"));
    EXPECT_TRUE(admin.submit(admin.submit(list, {}, "", "/revoke"), {}, "", "/revoke").says("The key is revoked."));
    EXPECT_EQ(status(read_totals, token), 401);
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings/audit").says("key revoked"));
}

TEST_F(Tokens, loading_the_page_with_the_new_key_anew_makes_no_second_one) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto form = admin.get("/sundsvall/staff/settings/tokens");
    const testing::FormFields fields{{"name", "Kiosk"}, {"scope", "totals:read"}};
    EXPECT_TRUE(admin.submit(form, fields).says("dgl_"));
    const auto again = admin.submit(form, fields);
    EXPECT_FALSE(again.says("dgl_"));
    EXPECT_TRUE(again.says("no second one was made"));
    EXPECT_EQ(accounts.tokens_of(sundsvall).size(), 1U);
    EXPECT_TRUE(admin.submit(again, {{"name", "Skärm"}, {"scope", "totals:read"}}).says("dgl_")) << "another one";
    EXPECT_EQ(accounts.tokens_of(sundsvall).size(), 2U);
}

TEST_F(Tokens, another_name_in_the_same_form_is_another_key_and_is_made_once_too) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto form = admin.get("/sundsvall/staff/settings/tokens");
    for (const char* name : {"Kiosk", "Skärm", "Skärm", "Kiosk"}) {
        admin.submit(form, {{"name", name}, {"scope", "totals:read"}});
    }
    EXPECT_EQ(accounts.tokens_of(sundsvall).size(), 2U);
}

TEST_F(Tokens, a_name_that_is_too_long_or_not_to_be_seen_is_said_and_makes_no_key) {
    add(sundsvall, "admin@sundsvall.example", http::Role::administrator);
    auto admin = signed_in("admin@sundsvall.example");
    const auto form = admin.get("/sundsvall/staff/settings/tokens");
    const std::string name(101, 'k');
    const auto wrong = admin.submit(form, {{"name", name}, {"scope", "totals:read"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("The name may have at most 100 characters."));
    EXPECT_TRUE(wrong.says("value=\"" + name + "\""));
    EXPECT_EQ(admin.submit(form, {{"name", "\u200b\u00ad"}, {"scope", "totals:read"}}).status, 422);
    EXPECT_TRUE(accounts.tokens_of(sundsvall).empty());
    EXPECT_FALSE(accounts.add_token(sundsvall, name, {&read_totals}).has_value());
}

TEST_F(Tokens, the_day_of_the_last_use_is_kept) {
    const auto token = accounts.add_token(sundsvall, "kiosk", {&write_log});
    EXPECT_EQ(accounts.tokens_of(sundsvall)[0].last_used_on, "");
    status(write_log, *token);
    EXPECT_EQ(accounts.tokens_of(sundsvall)[0].last_used_on, "2026-11-23");
    EXPECT_TRUE(accounts.revoke_token(sundsvall, accounts.tokens_of(sundsvall)[0].id).has_value());
    EXPECT_FALSE(accounts.revoke_token(sundsvall, accounts.tokens_of(sundsvall)[0].id).has_value());
    EXPECT_TRUE(accounts.tokens_of(sundsvall)[0].revoked);
}

}  // namespace
}  // namespace digilots::accounts
