#include "platform/html/writer.h"

#include <gtest/gtest.h>

namespace digilots::html {
namespace {

std::string text(std::string_view value) {
    Writer out;
    out.text(value);
    return out.out;
}
std::string attribute(std::string_view value) {
    Writer out;
    out.attribute(value);
    return out.out;
}
std::string url(std::string_view value) {
    Writer out;
    out.url(value);
    return out.out;
}

TEST(Writer, TextCannotBecomeATag) {
    EXPECT_EQ(text("<script>alert(1)</script> & \"quotes\""),
              "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"quotes\"");
    EXPECT_EQ(text("åäö 🙂"), "åäö 🙂");
}

TEST(Writer, AttributeCannotEndItself) {
    EXPECT_EQ(attribute("\"' onclick=<&>"), "&quot;&#39; onclick=&lt;&amp;&gt;");
}

TEST(Writer, NumbersAreWrittenWhole) {
    Writer out;
    out.text(std::int64_t{9'007'199'254'740'993});
    out.attribute(-5);
    EXPECT_EQ(out.out, "9007199254740993-5");
}

TEST(Writer, AddressesOfThisServerAndOfKnownSchemesPass) {
    for (const char* allowed : {"/sundsvall/places", "/", "https://example.se/a?b=1", "http://example.se",
                                "tel:+46980", "mailto:a@b.se", "#main", "?page=2", "HTTPS://EXAMPLE.SE"}) {
        EXPECT_EQ(url(allowed), allowed);
    }
    EXPECT_EQ(url("/a?b=1&c=\"2\""), "/a?b=1&amp;c=&quot;2&quot;");
}

TEST(Writer, EveryOtherAddressGoesNowhere) {
    for (const char* refused :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
          "data:text/html,x", "//evil.test", "/\\evil.test", "\\\\evil.test", "vbscript:x", "",
          "\tjavascript:x", "blob:x", "/a\tb", "relative", "https://x@evil.test/"}) {
        EXPECT_EQ(url(refused), "#") << refused;
    }
}

TEST(Writer, JsonCannotEndItsScript) {
    Writer out;
    out.json("{\"a\":\"</script><!--&\"}");
    EXPECT_EQ(out.out, "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
}

TEST(Writer, QueryValuesAreEncoded) {
    EXPECT_EQ(url_encode("å & ö/?=+"), "%C3%A5%20%26%20%C3%B6%2F%3F%3D%2B");
    EXPECT_EQ(url_encode("a-z_0.9~"), "a-z_0.9~");
}

}  // namespace
}  // namespace digilots::html
