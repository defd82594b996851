#include "platform/base/spoken_code.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

constexpr CodeKind question{"question"}, seat{"seat", 12};

TEST(SpokenCodes, AreReadHoweverTheyWereTypedAndOnlyWhereTheyAreOne) {
    const auto code = code_of(question, "something secret");
    EXPECT_EQ(code.size(), 19U) << code;
    EXPECT_EQ(code_of(question, "something secret"), code);
    EXPECT_NE(code_of(question, "something else"), code);
    std::string loud = code;
    for (auto& letter : loud) letter = letter == '-' ? ' ' : static_cast<char>(std::toupper(letter));
    EXPECT_EQ(hash_of_code(question, loud), hash_of_code(question, code));
    EXPECT_EQ(tidy_code(question, loud), code);
    EXPECT_EQ(hash_of_code(question, code.substr(1)), "");
    EXPECT_EQ(tidy_code(question, code.substr(1)), "");
    EXPECT_EQ(hash_of_code(question, "1111-1111-1111-1111"), "") << "signs that are none of them";
    EXPECT_EQ(hash_of_code(question, std::string(5000, 'a')), "");
}

TEST(SpokenCodes, AreUnderstoodAsTheyWerePasted) {
    const std::string code = "k7m2-9xqd-4tfh-p3wz";
    for (const char* typed :
         {"k7m2-9xqd-4tfh-p3wz?new=1", "https://lotsby.example/lotsby/ask/k7m2-9xqd-4tfh-p3wz?new=1#reach",
          "http://127.0.0.1:8080/lotsby/ask/K7M2-9XQD-4TFH-P3WZ/reach", "/lotsby/ask/k7m2-9xqd-4tfh-p3wz/", "k7m2 9xqd 4tfh p3wz",
          "k7m2%209xqd%204tfh%20p3wz", " k7m2 9xqd 4tfh p3wz?chosen=1 ", "k7m2\u20119xqd\u20114tfh\u2011p3wz",
          "k7m2\u2013 9xqd \u2013 4tfh\u00a0p3wz", "(k7m2-9xqd-4tfh-p3wz).", "Din kod: k7m2-9xqd-4tfh-p3wz",
          "https://lotsby.example/lotsby/staff/questions/17/slip.pdf?code=k7m2-9xqd-4tfh-p3wz"}) {
        const bool is_of_query = std::string_view(typed).contains("?code=");
        EXPECT_EQ(tidy_code(question, typed), is_of_query ? "" : code) << typed;
        EXPECT_EQ(hash_of_code(question, typed).empty(), is_of_query) << typed;
    }
    for (const char* none : {"", "/", "?new=1", "https://lotsby.example/lotsby/ask", "k7m2-9xqd-4tfh-p3wz-k7m2", "k7m2-9xqd\n4tfh-p3wz x"})
        EXPECT_EQ(tidy_code(question, none), "") << none;
}

TEST(SpokenCodes, OfOneKindOpenNothingOfAnother) {
    const auto code = code_of(seat, "something secret");
    EXPECT_EQ(code.size(), 14U) << code;
    EXPECT_EQ(hash_of_code(question, code), "");
    constexpr CodeKind request{"request", 12};
    EXPECT_NE(hash_of_code(request, code), hash_of_code(seat, code));
    EXPECT_NE(code_of(request, "something secret"), code);
}

TEST(SpokenCodes, WhatIsSentAgainGetsTheSameCodeAndWithoutAKeyNobodyGuessesIt) {
    const auto key = "0192f3aa-7b1c-7def-8123-456789abcdef";
    EXPECT_EQ(secret_for_code(key, "a"), secret_for_code(key, "a"));
    EXPECT_NE(secret_for_code(key, "a"), secret_for_code(key, "b"));
    EXPECT_NE(secret_for_code("", "a"), secret_for_code("", "a"));
    EXPECT_NE(secret_for_code("no key", "a"), secret_for_code("no key", "a"));
}

}  // namespace
}  // namespace digilots::base
