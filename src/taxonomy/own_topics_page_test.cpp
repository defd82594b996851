#include <gtest/gtest.h>

#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/html/error_page.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/records.h"
#include "platform/testing/old_database.h"
#include "platform/testing/page_client.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {
namespace {

constexpr const char* sundsvall = "2281";
constexpr const char* harnosand = "2280";
constexpr const char* address = "/sundsvall/staff/settings/topics";

class OwnTopicsPage : public ::testing::Test {
protected:
    http::Gatekeeper gatekeeper() {
        http::Gatekeeper keeper;
        keeper.find_tenant = [](std::string_view slug) -> std::optional<http::Tenant> {
            if (slug == "sundsvall")
                return http::Tenant{sundsvall,    "sundsvall", "Sundsvall", "Europe/Stockholm",
                                    {"sv", "en"}, "",          false,       ""};
            if (slug == "harnosand")
                return http::Tenant{harnosand,    "harnosand", "Härnösand", "Europe/Stockholm",
                                    {"sv", "en"}, "",          false,       ""};
            return std::nullopt;
        };
        keeper.find_session = [](std::string_view token, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.account_id = "0192-account";
            identity.municipality_id = sundsvall;
            identity.role = token == "administrator" ? http::Role::administrator : http::Role::coordinator;
            return identity;
        };
        return keeper;
    }

    testing::PageClient signed_in(const char* role) {
        testing::PageClient client(server);
        client.cookies()["session"] = role;
        return client;
    }
    testing::Page add(const testing::FormFields& fields) {
        return admin.submit(admin.get(address), fields, "", "topics");
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::DatabasePlace place{testing::Schema::migrated};
    std::unique_ptr<db::Database> database = db::open(place.options());
    kept::Versions versions{*database};
    OwnTopics topics{*database, versions, clock};
    http::Server server{{}, routes_of({slice(topics)}), gatekeeper(), html::error_page, clock};
    testing::PageClient admin = signed_in("administrator");
};

TEST_F(OwnTopicsPage, a_topic_is_added_with_a_key_that_stays) {
    EXPECT_TRUE(admin.get(address).says("There are no topics of your own yet."));
    const auto page =
        add({{"label", "Snöskoterleder"}, {"maps_to", "bus_card"}, {"words", "skoter\nskoterkort\n"}, {"list_code", "4.2.17"}});
    EXPECT_TRUE(page.says("The topic is added."));
    ASSERT_EQ(topics.of(sundsvall)->size(), 1U);
    EXPECT_EQ(topics.of(sundsvall)->front().code, "4.2.17") << "its number in the municipality's own list";
    EXPECT_EQ(topics.of(sundsvall)->front().words, (std::vector<std::string>{"skoter", "skoterkort"}));
    EXPECT_EQ(
        topics.of(sundsvall)->front(),
        (OwnTopic{"own_snoskoterleder", "Snöskoterleder", "bus_card", {"skoter", "skoterkort"}, false, "4.2.17"}));
    const auto saved =
        admin.submit(admin.get(std::string(address) + "/own_snoskoterleder"), {{"label", "Skoterleder"}});
    EXPECT_TRUE(saved.says("The topic is saved.")) << saved.html;
    EXPECT_EQ(topics.of(sundsvall)->front().key, "own_snoskoterleder");
    EXPECT_EQ(topics.of(sundsvall)->front().label, "Skoterleder");
    EXPECT_EQ(topics.of(sundsvall)->front().words.size(), 2U);
}

TEST_F(OwnTopicsPage, topics_are_ordered_hidden_and_shown_again) {
    for (const char* label : {"Ett", "Två", "Tre"}) add({{"label", label}, {"maps_to", "bank"}});
    const auto labels = [&] {
        std::string text;
        for (const auto held = topics.of(sundsvall); const auto& topic : *held)
            text += topic.label + (topic.hidden ? "(hidden) " : " ");
        return text;
    };
    EXPECT_EQ(labels(), "Ett Två Tre ");
    admin.submit(admin.get(std::string(address) + "/own_tre"), {{"position", "1"}});
    EXPECT_EQ(labels(), "Tre Ett Två ");
    const auto page = admin.submit(admin.get(std::string(address) + "/own_ett"), {{"hidden", "1"}});
    EXPECT_TRUE(page.says("Hidden"));
    EXPECT_EQ(labels(), "Tre Ett(hidden) Två ");
}

TEST_F(OwnTopicsPage, what_is_wrong_is_said_at_its_field) {
    EXPECT_EQ(add({{"label", ""}, {"maps_to", "bank"}}).status, 422);
    EXPECT_TRUE(
        add({{"label", "Skoter"}, {"maps_to", ""}}).says("Choose the shared topic that it belongs to."));
    EXPECT_TRUE(add({{"label", std::string(61, 'x')}, {"maps_to", "bank"}}).says("at most 60 characters"));
    add({{"label", "Skoter"}, {"maps_to", "bank"}});
    EXPECT_TRUE(
        add({{"label", "SKOTER"}, {"maps_to", "bank"}}).says("There is already a topic with this name."));
    EXPECT_TRUE(add({{"label", "Allt"}, {"maps_to", "bank"}, {"words", std::string(61, 'x')}})
                    .says("at most 30 words"));
    EXPECT_EQ(topics.of(sundsvall)->size(), 1U);
    EXPECT_EQ(admin.get(std::string(address) + "/own_gone").status, 404);
}

TEST_F(OwnTopicsPage, names_that_look_alike_get_keys_of_their_own) {
    add({{"label", "Skoter"}, {"maps_to", "bank"}});
    add({{"label", "Skoter!"}, {"maps_to", "bank"}});
    EXPECT_EQ(topics.of(sundsvall)->back().key, "own_skoter_2");
}

TEST_F(OwnTopicsPage, another_municipality_has_its_own) {
    ASSERT_TRUE(topics.add(harnosand, {"", "Skoter", "bank", {}, false}, "someone"));
    EXPECT_TRUE(topics.of(sundsvall)->empty());
    EXPECT_FALSE(admin.get(address).says("Skoter"));
    EXPECT_EQ(admin.get(std::string(address) + "/own_skoter").status, 404);
    EXPECT_EQ(admin.get("/harnosand/staff/settings/topics").status, 404);
    add({{"label", "Skoter"}, {"maps_to", "print"}});
    EXPECT_EQ(topics.of(harnosand)->front().maps_to, "bank");
    EXPECT_EQ(topics.of(sundsvall)->front().maps_to, "print");
}

TEST_F(OwnTopicsPage, belongs_to_administrators_and_leaves_a_trace) {
    EXPECT_EQ(signed_in("coordinator").get(address).status, 404);
    EXPECT_EQ(admin.post_once(address, {{"label", "Skoter"}, {"maps_to", "bank"}}).status, 403)
        << "without the form's token";
    add({{"label", "Skoter"}, {"maps_to", "bank"}});
    admin.submit(admin.get(std::string(address) + "/own_skoter"), {{"label", "Snöskoter"}});
    const auto trail =
        database->read([](db::Connection& connection) { return audit::entries(connection, sundsvall, 10); });
    ASSERT_EQ(trail.size(), 2U);
    EXPECT_EQ(trail[0].entry.action, "topic changed");
    EXPECT_EQ(trail[0].entry.detail, "label");
    EXPECT_EQ(trail[1].entry.record, "topic:own_skoter");
}

TEST_F(OwnTopicsPage, what_another_server_wrote_is_seen_after_a_refresh) {
    const auto elsewhere = db::open(place.options());
    kept::Versions known_elsewhere(*elsewhere);
    OwnTopics other(*elsewhere, known_elsewhere, clock);
    EXPECT_TRUE(other.of(sundsvall)->empty());
    add({{"label", "Skoter"}, {"maps_to", "bank"}});
    known_elsewhere.refresh();
    EXPECT_EQ(*other.of(sundsvall), *topics.of(sundsvall));
}

TEST_F(OwnTopicsPage, stand_in_a_table_as_declared_and_every_statement_runs) {
    register_::run_every_statement(topics.records(), topics.records().around(sundsvall));
}

TEST_F(OwnTopicsPage, of_a_database_from_before_come_over_in_their_order_with_their_words) {
    testing::OldDatabase before("_taxonomy_register");
    constexpr const char* into =
        "INSERT INTO taxonomy_term (municipality_id, list, key, label, maps_to, words, retired, created_at, "
        "position) ";
    for (const char* row :
         {"VALUES ('2281', 'topic', 'own_a', 'Skoter', 'bank', 'skoter\nsnöskoter', 1, "
          "'2026-01-01T00:00:00.000Z', 1)",
          "VALUES ('2281', 'topic', 'own_b', 'Buss', 'bus_card', '', 0, '2026-01-01T00:00:00.000Z', 0)",
          "VALUES ('2281', 'topic', 'own_c', 'Bad', 'print', 'bad', 0, '2026-01-01T00:00:00.000Z', 0)",
          "VALUES ('2280', 'topic', 'own_a', 'Färja', 'bank', '', 0, '2026-01-01T00:00:00.000Z', 0)"})
        before.run((std::string(into) + row).c_str());
    auto& opened = before.brought_over();
    kept::Versions known(opened);
    OwnTopics moved(opened, known, clock);
    EXPECT_EQ(*moved.of(sundsvall),
              (OwnTopicList{{"own_b", "Buss", "bus_card", {}, false},
                            {"own_c", "Bad", "print", {"bad"}, false},
                            {"own_a", "Skoter", "bank", {"skoter", "snöskoter"}, true}}));
    EXPECT_EQ(moved.of(harnosand)->front().label, "Färja");
    const auto records = moved.records().all(sundsvall);
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(records[i].position, static_cast<std::int64_t>(i));
        ASSERT_TRUE(moved.change(sundsvall, (*moved.of(sundsvall))[i], i, "a"));
        EXPECT_EQ(moved.records().find(sundsvall, records[i].id)->version, 1)
            << "nothing has changed by coming over";
    }
}

TEST_F(OwnTopicsPage, PressedTwiceLeadsOnAndAddsOne) {
    const auto open = admin.get(address);
    const testing::FormFields fields{{"label", "Bygdebuss"}, {"maps_to", "print"}};
    EXPECT_EQ(admin.submit(open, fields, "", "topics").status, 200);
    const auto again = admin.submit(open, fields, "", "topics");
    EXPECT_EQ(again.status, 200) << again.html;
    EXPECT_EQ(topics.of(sundsvall)->size(), 1U);
    EXPECT_EQ(admin.submit(open, {{"label", "Bygdebuss"}, {"maps_to", "scan"}}, "", "topics").status, 422)
        << "something else under the same name is told";
    EXPECT_EQ(topics.of(sundsvall)->size(), 1U);
}

}  // namespace
}  // namespace digilots::taxonomy
