// Who types is not done yet: what the word may become comes before what only looks like it.
#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

TEST(HalfTyped, a_word_that_begins_one_topics_word_is_that_topic_and_not_a_similar_one) {
    DemoMunicipalities demo;
    for (const char* text : {"skolplatt", "skolplattf", "skolplattfor", "skolplattform", "skolplattformen"}) {
        const auto answer = demo.search("sundsvall", text);
        ASSERT_FALSE(answer.topics.empty()) << text;
        EXPECT_EQ(answer.topics.front(), "school_platform") << text;
        EXPECT_FALSE(answer.half_typed) << text;
        EXPECT_FALSE(answer.hits.empty()) << text;
    }
}

TEST(HalfTyped, a_word_that_may_become_several_topics_is_none_of_them_yet) {
    DemoMunicipalities demo;
    for (const char* text : {"skolp", "skolpl", "skolplat"}) {
        const auto answer = demo.search("sundsvall", text);
        EXPECT_TRUE(answer.half_typed) << text;
        EXPECT_EQ(answer.topics.size(), 2U) << text;
        EXPECT_FALSE(answer.hits.empty()) << "who can help stands there all the same: " << text;
    }
    for (const char* text : {"skolplats", "skolval", "pensio", "barnen skolplats"})
        EXPECT_FALSE(demo.search("sundsvall", text).half_typed) << text;
}

TEST(HalfTyped, two_own_topics_that_begin_alike_are_not_chosen_between) {
    DemoMunicipalities demo;
    const auto first = demo.own_topics.add("2281", {"", "Skoterleder", "municipal_services", {}, false}, "admin").value();
    EXPECT_FALSE(demo.search("sundsvall", "skoter").half_typed);
    demo.own_topics.add("2281", {"", "Skoterskola", "municipal_services", {}, false}, "admin").value();
    EXPECT_TRUE(demo.search("sundsvall", "skoter").half_typed);
    const auto whole = demo.search("sundsvall", "skoterleder");
    EXPECT_FALSE(whole.half_typed);
    EXPECT_EQ(whole.topics.front(), first);
}

}  // namespace
}  // namespace digilots::referral
