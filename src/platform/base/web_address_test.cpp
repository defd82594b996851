#include "platform/base/web_address.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(WebAddress, HasASchemeAndAHost) {
    for (const char* address : {"https://sundsvall.se", "http://a.se/b?c=d#e", "HTTPS://sundsvall.se", "https://räksmörgås.se/å",
                                "https://a.se:8443/", "https://medium.com/@anna"})
        EXPECT_TRUE(is_web_address(address)) << address;
    for (const char* address : {"", "sundsvall.se", "https://", "https:///a", "ftp://a.se", "javascript:alert(1)", "https://a b.se",
                                "https:\\\\a.se", "https://a.se\\@b.se", "https://a.se\nx", "//a.se"})
        EXPECT_FALSE(is_web_address(address)) << address;
}

TEST(WebAddress, NamesNoUserInFrontOfTheHost) {
    for (const char* address : {"https://x@evil.example", "https://sundsvall.se@evil.example/", "http://a:b@c.se", "HTTP://a@b.se",
                                "https://@evil.example"})
        EXPECT_TRUE(names_user_before_host(address)) << address;
    for (const char* address : {"https://medium.com/@anna", "https://a.se?x=b@c", "https://a.se#@", "mailto:a@b.se", "", "a@b"})
        EXPECT_FALSE(names_user_before_host(address)) << address;
}

}  // namespace
}  // namespace digilots::base
