// What was given in an order stays in it, whatever else is put right.
#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "inquiries/inquiry_columns.h"
#include "platform/base/typed_json.h"

namespace digilots::inquiries {
namespace {

class OrderOfKeys : public ::testing::Test {
protected:
    OrderOfKeys() {
        world.client.cookies()["session"] = "coordinator";
        const auto posted = world.post(R"({"topics":["print","bank","e_id"],"channel":"visit","outcome":"referred",
            "referred_to":"place:sundsvall-kommunhuset","barriers":["no_skill","cost","no_e_id"],
            "target_groups":["older","foreign_born","children_young"]})");
        EXPECT_EQ(posted.status, 201) << posted.html;
        id = base::parse_json(posted.html).value()["id"].as_string().value_or("");
    }
    Inquiry entry() { return world.log.inquiries.find(sundsvall, id).value(); }
    std::string corrected_fields() {
        const auto page = world.client.get("/sundsvall/staff/inquiries/" + id);
        const auto from = page.html.find("corrected (");
        return from == page.html.npos ? "" : page.html.substr(from, page.html.find(')', from) + 1 - from);
    }

    DeskWorld world;
    std::string id;
    const std::vector<std::string> topics{"print", "bank", "e_id"}, barriers{"no_skill", "cost", "no_e_id"},
        groups{"older", "foreign_born", "children_young"};
};

TEST_F(OrderOfKeys, StaysWhereTheFormPutsSomethingElseRight) {
    auto& client = world.client;
    client.accept_language = "en";
    const auto url = "/sundsvall/staff/inquiries/" + id;
    client.submit(client.get(url), {{"minutes", "12"}, {"reason", "Fel tid"}}, "", url);
    EXPECT_EQ(entry().minutes, 12);
    EXPECT_EQ(entry().topics, topics);
    EXPECT_EQ(entry().barriers, barriers);
    EXPECT_EQ(entry().target_groups, groups);
    EXPECT_EQ(corrected_fields(), "corrected (Help time)");
    EXPECT_EQ(world.referral.referral_of(sundsvall, id)->topic, "print") << "what it was referred about";
}

TEST_F(OrderOfKeys, StaysInATableThatGoesOutAndComesIn) {
    const auto& service = Inside::service(world.log.inquiries);
    const auto i = entry();
    const register_::Surroundings around{.municipality_id = "2281", .words = &i18n::translator("en"),
                                         .zone = "Europe/Stockholm"};
    auto record = record_of(i, service, around);
    record.columns["topics"] = register_::joined_list({"bank", "e_id", "print"});
    record.columns["barriers"] = register_::joined_list({"cost", "no_e_id", "no_skill"});
    record.columns["minutes"] = std::int64_t{7};
    const auto read = inquiry_of(record, &i, service, around);
    EXPECT_EQ(read.topics, topics);
    EXPECT_EQ(read.barriers, barriers);
    EXPECT_EQ(changed_fields(i, read), std::vector<std::string>{"minutes"});
}

TEST_F(OrderOfKeys, WhatIsNewComesAfterWhatStood) {
    auto corrected = entry();
    corrected.topics = {"bank", "scan", "print"};
    ASSERT_TRUE(world.log.inquiries.correct(sundsvall, corrected, "guide"));
    EXPECT_EQ(entry().topics, (std::vector<std::string>{"print", "bank", "scan"}));
}

}  // namespace
}  // namespace digilots::inquiries
