#include "taxonomy/taxonomy.h"

#include <gtest/gtest.h>

#include <set>

namespace digilots::taxonomy {
namespace {

constexpr List every_list[] = {List::topic, List::channel, List::place_kind, List::aid, List::support, List::limitation,
                               List::support_given, List::outcome, List::barrier, List::body, List::language,
                               List::age_band, List::gender, List::activity_kind,
                               List::target_group, List::entry_kind, List::asker, List::problem,
                               List::interpreter, List::found_us, List::device, List::identity_proof,
                               List::assisted_role, List::feedback, List::feedback_status, List::handover,
                               List::referral_reason, List::followed_up};

TEST(Taxonomy, ATopicThatIsABodysNamesOneThatThereIs) {
    int bodies = 0;
    for (const auto& topic : terms(List::topic)) {
        const auto body = body_of_topic(topic.key);
        bodies += !body.empty();
        EXPECT_TRUE(body.empty() || find(List::body, body) != nullptr) << topic.key;
    }
    EXPECT_GE(bodies, 8);
    EXPECT_EQ(body_of_topic("printing"), "");
    EXPECT_EQ(body_of_topic("building_permit"), "municipality");
    EXPECT_EQ(body_of_topic("bus_card"), "") << "often the region's";
    for (const auto* body : {"study_support", "enforcement", "state_service", "land_registry", "court"})
        EXPECT_TRUE(find(List::body, body)) << body;
    EXPECT_EQ(version(), "2026.2") << "the list of bodies has grown";
}

TEST(Taxonomy, KeysAreUniqueAsciiAndLabelled) {
    for (const auto list : every_list) {
        std::set<std::string> keys;
        ASSERT_FALSE(terms(list).empty()) << name_of(list);
        for (const auto& term : terms(list)) {
            EXPECT_TRUE(keys.insert(term.key).second) << name_of(list) << " " << term.key;
            EXPECT_EQ(term.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << term.key;
            EXPECT_STRNE(term.label.id, "") << term.key;
            EXPECT_FALSE(list == List::topic && is_own(term.key)) << term.key << ": such keys belong to the municipalities";
            EXPECT_EQ(find(list, term.key), &term);
        }
        EXPECT_EQ(list_named(name_of(list)), list);
    }
    EXPECT_EQ(list_named("no such list"), std::nullopt);
    EXPECT_EQ(find(List::topic, "no_such_topic"), nullptr);
}

TEST(Taxonomy, TopicsHaveTwoLevelsAndEachIsAnswered) {
    for (const auto& topic : terms(List::topic)) {
        EXPECT_FALSE(topic.words.empty()) << topic.key;
        EXPECT_FALSE(topic.supports.empty()) << topic.key << " is answered by nothing";
        if (!topic.parent.empty()) {
            const auto* parent = find(List::topic, topic.parent);
            ASSERT_NE(parent, nullptr) << topic.key;
            EXPECT_EQ(parent->parent, "") << topic.key << " would be on a third level";
        }
        for (const auto& code : topic.supports) {
            EXPECT_TRUE(find(List::support, code) || find(List::aid, code) || find(List::activity_kind, code)
                        || find(List::limitation, code)) << topic.key << " → " << code;
        }
    }
}

TEST(Taxonomy, BankAndSocialMattersAreSensitive) {
    for (const auto* key : {"bank", "money_transfer", "social_services", "social_insurance", "tax", "e_id"}) {
        EXPECT_TRUE(find(List::topic, key)->sensitive) << key;
    }
    EXPECT_FALSE(find(List::topic, "print")->sensitive);
}

TEST(Taxonomy, CountsGendersAsTheFunderAsks) {
    for (const auto* key : {"women", "men", "girls", "boys", "not_stated"}) EXPECT_NE(find(List::gender, key), nullptr) << key;
    for (const auto* key : {"answered", "referred", "booked", "not_solved"}) EXPECT_NE(find(List::outcome, key), nullptr) << key;
}

}  // namespace
}  // namespace digilots::taxonomy
