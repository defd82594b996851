#include "platform/base/base64.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(Base64, WhatRfc4648GivesAsExamples) {
    for (const auto& [bytes, text] : {std::pair{"", ""},
                                      {"f", "Zg=="},
                                      {"fo", "Zm8="},
                                      {"foo", "Zm9v"},
                                      {"foob", "Zm9vYg=="},
                                      {"fooba", "Zm9vYmE="},
                                      {"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(to_base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
    }
}

TEST(Base64, AllBytesComeBack) {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64, WhatIsNoneIsRefused) {
    for (const char* text : {"Zg", "Zg=", "Zg===", "Z===", "Zm9v\n", " Zm9v", "Zm-_", "å", "Zh=="})
        EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace digilots::base
