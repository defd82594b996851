#include "platform/base/lists.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(Lists, AreJoinedAndTakenApart) {
    EXPECT_EQ(joined({"sv", "nb", "en"}, ", "), "sv, nb, en");
    EXPECT_EQ(joined({}, ", "), "");
    EXPECT_EQ(joined({"one"}, ", "), "one");
    EXPECT_EQ(separated("sv,,nb,", ','), (std::vector<std::string>{"sv", "nb"}));
    EXPECT_TRUE(separated("", ',').empty());
}

TEST(Lists, TellWhatIsInThem) {
    std::vector<std::string> list{"a", "b"};
    EXPECT_TRUE(holds(list, std::string_view("b")));
    EXPECT_FALSE(holds(list, "c"));
    add_once(list, std::string("b"));
    add_once(list, std::string("c"));
    EXPECT_EQ(joined(list, ""), "abc");
}

TEST(Lists, GiveTheOneWhoseMemberItIs) {
    struct One {
        std::string key;
        int value;
    };
    std::vector<One> list{{"a", 1}, {"b", 2}, {"b", 3}};
    ASSERT_NE(find_in(list, "b", &One::key), nullptr);
    EXPECT_EQ(find_in(list, "b", &One::key)->value, 2) << "the first";
    EXPECT_EQ(find_in(list, "c", &One::key), nullptr);
    find_in(list, "a", &One::key)->value = 7;
    EXPECT_EQ(list[0].value, 7);
}

}  // namespace
}  // namespace digilots::base
