#include <gtest/gtest.h>

#include <algorithm>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

const ReferralHit* topic_hit(const SearchAnswer& answer, const std::string& id) {
    const auto found = std::ranges::find_if(answer.hits, [&](const auto& hit) { return hit.kind == "topic" && hit.id == id; });
    return found == answer.hits.end() ? nullptr : &*found;
}

TEST(OwnTopicsInSearch, are_found_by_name_and_by_what_people_say_and_lead_to_who_helps) {
    DemoMunicipalities demo;
    EXPECT_TRUE(demo.search("sundsvall", "läxhjälpen").topics.empty());
    const auto key = demo.own_topics.add("2281", {"", "Läxhjälpen", "print", {"plugga ihop"}, false}, "admin").value();
    for (const char* question : {"läxhjälpen", "var kan vi plugga ihop"}) {
        const auto answer = demo.search("sundsvall", question);
        const auto* hit = topic_hit(answer, key);
        ASSERT_NE(hit, nullptr) << question;
        EXPECT_EQ(hit->title, "Läxhjälpen");
        EXPECT_EQ(hit->url, "/sundsvall/places?topic=print");
        EXPECT_EQ(answer.topics.front(), key);
        EXPECT_EQ(answer.hits.front().kind, "place") << "somebody who helps comes first";
    }
    EXPECT_EQ(topic_hit(demo.search("harnosand", "läxhjälpen"), key), nullptr) << "another municipality's";
}

TEST(OwnTopicsInSearch, can_be_logged_at_the_desk_while_they_are_typed_and_without_a_place_that_answers) {
    DemoMunicipalities demo;
    const auto key = demo.own_topics.add("2281", {"", "Skoterleder", "municipal_services", {}, false}, "admin").value();
    const auto at_desk = [&](const char* text) {
        return demo.referral->search(demo.tenant("sundsvall"), text, i18n::translator("sv"), 8, directory::Audience::staff);
    };
    for (const char* text : {"skoterleder", "skoterl", "skoterleder bibliotek"}) {
        const auto answer = at_desk(text);
        EXPECT_NE(topic_hit(answer, key), nullptr) << text;
        EXPECT_LE(answer.hits.size(), 8U);
    }
    EXPECT_EQ(topic_hit(at_desk("bibliotek"), key), nullptr);
}

TEST(OwnTopicsInSearch, hidden_ones_are_not_found) {
    DemoMunicipalities demo;
    const auto key = demo.own_topics.add("2281", {"", "Läxhjälpen", "print", {}, false}, "admin").value();
    ASSERT_TRUE(demo.own_topics.change("2281", {key, "Läxhjälpen", "print", {}, true}, 0, "admin"));
    EXPECT_EQ(topic_hit(demo.search("sundsvall", "läxhjälpen"), key), nullptr);
}

}  // namespace
}  // namespace digilots::referral
