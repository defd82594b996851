// What programs read of a register: everyone what is published, a key everything.
#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "platform/kept/versions.h"
#include "platform/register/register_for_tests.h"

namespace digilots::register_ {
namespace {

constexpr const char* api = "/api/v1/sundsvall/partners";

class RegisterApi : public ::testing::Test, protected RegisterWorld {
protected:
    base::Json read(testing::PageClient& client, const std::string& url) {
        const auto page = client.get(url);
        EXPECT_EQ(page.status, 200) << url;
        return base::parse_json(page.html).value_or(base::Json());
    }

    kept::Versions versions{*database};
    testing::PageServer for_everyone{register_routes(partners), clock, &versions};
    testing::PageClient visitor = for_everyone.client();
};

TEST_F(RegisterApi, EveryoneReadsTheOpenFieldsOfWhatIsPublished) {
    const auto shown = add(full_partner());
    const auto hidden = add({{"name", {"Hemlig"}}});
    const auto list = read(visitor, api);
    ASSERT_EQ(list["records"].items().size(), 1u);
    const auto& one = list["records"].items().front();
    EXPECT_EQ(one["name"].text(), "Åsa Folkhögskola");
    EXPECT_EQ(one["kind"].text(), "school");
    EXPECT_EQ(one.find("rate"), nullptr);
    EXPECT_EQ(one.find("phone"), nullptr);
    EXPECT_EQ(visitor.get(std::string(api) + "/" + hidden.id).status, 404);
    EXPECT_EQ(read(visitor, std::string(api) + "/" + shown.id)["name"].text(), "Åsa Folkhögskola");
    EXPECT_TRUE(read(visitor, std::string(api) + "?kind=company")["records"].items().empty());
    EXPECT_EQ(read(visitor, std::string(api) + "?contact=c2")["records"].items().size(), 1u)
        << "nobody asks by what is not open";
}

TEST_F(RegisterApi, WhatIsKeptIsNeverOld) {
    const auto record = add(full_partner());
    const std::string url = std::string(api) + "/" + record.id;
    EXPECT_EQ(visitor.get(url).status, 200);
    auto draft = partners.draft_of(record, around());
    draft["name"] = {"Nytt namn"};
    ASSERT_TRUE(partners.change(around(), record.id, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(visitor.get(url).says("Nytt namn"));
    ASSERT_TRUE(partners.set_use(around(), record.id, Records::Use::ended, "anna", base::Seen::anything()));
    EXPECT_EQ(visitor.get(url).status, 404);
    EXPECT_TRUE(read(visitor, api)["records"].items().empty());
}

TEST_F(RegisterApi, AKeyReadsEverythingPageByPage) {
    for (int i = 0; i < 5; ++i) {
        auto draft = full_partner();
        draft["name"] = {"Namn " + std::to_string(i)};
        add(draft);
    }
    Records all(partners_behind_a_key(), *database, clock, contacts());
    testing::PageServer server(register_routes(all), clock);
    http::Identity key;
    key.token_id = "t";
    key.municipality_id = sundsvall;
    key.scopes = {"totals:read"};
    server.person = key;
    auto program = server.client();
    const auto with_limit = [&](const char* limit) {
        return program
            .send(http::Method::get, std::string(api) + "?limit=" + limit, "",
                  {{"Authorization", "Bearer t"}})
            .status;
    };
    EXPECT_EQ(with_limit("99999"), 200) << "as many as there may be";
    for (const char* limit : {"0", "-1", "x", ""}) EXPECT_EQ(with_limit(limit), 400) << limit;
}

}  // namespace
}  // namespace digilots::register_
