// What nobody sees, in texts that are checked and in texts that are stored.
#include "platform/base/plain.h"

#include <gtest/gtest.h>

#include "platform/base/typed_json.h"

namespace digilots::base {
namespace {

TEST(Plain, LeavesOutWhateverNobodySeesBetweenDigits) {
    for (const char* hidden :
         {"\u00AD", "\u034F", "\u061C", "\u115F", "\u1160", "\u17B4", "\u180B", "\u180E", "\u180F", "\u200B", "\u200D",
          "\u202E", "\u2060", "\u2065", "\u2069", "\u206F", "\u3164", "\uFE0F", "\uFEFF", "\uFFA0", "\uFFF0", "\uFFF9",
          "\uFFFB", "\U0001BCA0", "\U0001D173", "\U000E0001", "\U000E0020", "\U000E007F", "\U000E0100", "\U000E0FFF", "\x01",
          "\x7F", "\u0080", "\u009F"}) {
        EXPECT_EQ(plain(std::string("81") + hidden + "12"), "8112");
        EXPECT_TRUE(holds_invisible(hidden));
    }
    EXPECT_EQ(plain("8\u03011\u20E3"), "81");
    EXPECT_FALSE(holds_invisible("e\u0301 \u2800å\n\t"));
}

TEST(HiddenControls, AreLeftOutOfWhatIsTyped) {
    EXPECT_EQ(without_hidden_controls("invoice\u202Efdp.exe\u202C"), "invoicefdp.exe");
    EXPECT_EQ(without_hidden_controls("a\u2066b\u2069c\x1b[31m\u0085d\u2060e\uFEFFf\U000E0041g"), "abc[31mdefg");
    EXPECT_EQ(without_hidden_controls("två rader\n\tåäö"), "två rader\n\tåäö");
    EXPECT_EQ(without_hidden_controls("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \U0001F469\u200D\U0001F52C"),
              "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \U0001F469\u200D\U0001F52C")
        << "joiners belong to words and pictures";
}

TEST(HiddenControls, ThatTurnOtherTextAroundAreKnown) {
    for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
        EXPECT_TRUE(turns_direction(std::string("a – b") + mark + "c"));
        EXPECT_FALSE(parse_sent_json(std::string(R"({"a": ["b)") + mark + R"("]})")) << "said, not left out";
    }
    EXPECT_FALSE(parse_sent_json(R"({"a": {"b": "\u202E"}})")) << "escaped too";
    for (const char* harmless : {"", "åäö – “”…", "\u200E", "\u200F", "\u061C", "\u200C", "\xE2", "\xE2\x80"})
        EXPECT_FALSE(turns_direction(harmless)) << harmless;
    EXPECT_TRUE(parse_sent_json(R"({"a": "b\u0007c\u200E"})"));
}

TEST(HiddenControls, AreLeftOutOfTheTextsOfJson) {
    const auto json = parse_typed_json(R"({"note": "a\u202Eb", "list": ["\u0007c", {"d": "e\ufeff"}], "n": 1.5, "t": true})");
    ASSERT_TRUE(json);
    EXPECT_EQ(to_text(*json), R"({"note":"ab","list":["c",{"d":"e"}],"n":1.5,"t":true})");
    EXPECT_FALSE(parse_typed_json("{"));
}

}  // namespace
}  // namespace digilots::base
