#include "platform/base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace digilots::base {
namespace {

std::string refusal(std::string_view text) {
    const auto result = parse_json(text);
    return result ? "accepted" : result.error();
}

TEST(ParseJson, ReadsEveryKindInOrder) {
    const auto json =
        parse_json(R"({"z": null, "a": [true, -9223372036854775808, 1.5, "\u00e5\n"], "m": {}})");
    ASSERT_TRUE(json) << json.error();
    EXPECT_EQ(to_text(*json), R"({"z":null,"a":[true,-9223372036854775808,1.5,"å\n"],"m":{}})");
    EXPECT_TRUE((*json)["z"].is_null());
    EXPECT_EQ((*json)["a"].items()[1].as_integer(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ((*json)["a"].items()[3].text(), "å\n");
    EXPECT_EQ(json->find("missing"), nullptr);
    EXPECT_TRUE((*json)["missing"]["deeper"].is_null());
}

TEST(ParseJson, ReadsNumbersExactly) {
    for (const char* text :
         {"4.4e+76", "0.1", "-123456.789012345", "2.2250738585072014e-308", "1.7976931348623157e+308"}) {
        const auto json = parse_json(text);
        ASSERT_TRUE(json) << json.error();
        EXPECT_EQ(to_text(*json), text);
    }
    EXPECT_EQ(parse_json("[1, 2.5, 3]")->items()[2].as_integer(), 3);
    EXPECT_FALSE(parse_json("1e999"));
}

TEST(ParseJson, SaysWhereTheFaultIs) {
    EXPECT_NE(refusal("{\n  \"å\": tru }").find("at line 2, column 8"), std::string::npos)
        << refusal("{\n  \"å\": tru }");
    EXPECT_EQ(refusal(R"({"a":1,"b":2,"a":3})"),
              "the name \"a\" comes twice in one object at line 1, column 16");
    EXPECT_EQ(refusal(R"({"a":{"a":1},"b":{"a":2}})"), "accepted");
}

TEST(ParseJson, RefusesWhatIsNotStrictJson) {
    for (const char* text :
         {"", " ", "{", "[1,]", "{\"a\":1,}", "// x\n1", "01", "1 2", "'a'", "NaN", "\"\x01\"", "\"\\ud800\"",
          "\"\xff\"", "\"\xc3\"", "{\"a\" 1}", "\xef\xbb\xbf{}"}) {
        EXPECT_NE(refusal(text), "accepted") << text;
    }
}

TEST(ParseJson, FindsADoubledNameAmongMany) {
    std::string text = "{";
    for (int i = 0; i < 5'000; ++i) text += "\"n" + std::to_string(i) + "\":1,";
    EXPECT_EQ(refusal(text + "\"x\":1}"), "accepted");
    EXPECT_NE(refusal(text + "\"n4321\":1}").find("n4321"), std::string::npos);
}

TEST(ParseJson, BoundsDepthAndSize) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(refusal(nested(32)), "accepted");
    EXPECT_NE(refusal(nested(33)), "accepted");
    EXPECT_NE(refusal(nested(100'000)), "accepted");
    EXPECT_FALSE(parse_json("[1,2,3,4,5]", {.bytes = 10}));
}

TEST(Json, ConvertsOnlyWithoutLoss) {
    EXPECT_EQ(Json(3.0).as_integer(), 3);
    EXPECT_EQ(Json(3.5).as_integer(), std::nullopt);
    EXPECT_EQ(Json(1e300).as_integer(), std::nullopt);
    EXPECT_EQ(Json(7).as_number(), 7.0);
    EXPECT_EQ(Json("7").as_integer(), std::nullopt);
    EXPECT_EQ(Json(true).as_integer(), std::nullopt);
}

TEST(JsonWriter, WritesCommasAndShortestNumbers) {
    JsonWriter writer;
    writer.begin_object().key("a").begin_array().value(1).value(0.1).value(1e100).value(-0.0).end_array();
    writer.member("b", "x").member("c", std::optional<std::int64_t>()).member("d", true);
    writer.key("e").begin_object().end_object().end_object();
    EXPECT_EQ(writer.text(), R"({"a":[1,0.1,1e+100,0],"b":"x","c":null,"d":true,"e":{}})");
}

TEST(JsonWriter, EscapesForHtmlAndOldScripts) {
    JsonWriter writer;
    writer.value("</script>\"\\\n\x01\u2028\u2029å🙂");
    EXPECT_EQ(writer.text(), "\"\\u003c/script>\\\"\\\\\\n\\u0001\\u2028\\u2029å🙂\"");
    const auto back = parse_json(writer.text());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->text(), "</script>\"\\\n\x01\u2028\u2029å🙂");
}

TEST(JsonWriter, NeverWritesWhatIsNotJson) {
    JsonWriter writer;
    writer.begin_array().value("\xff").value(std::numeric_limits<double>::infinity()).end_array();
    EXPECT_EQ(writer.text(), "[\"\uFFFD\",null]");
}

}  // namespace
}  // namespace digilots::base
