#include "platform/base/spoken_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "platform/base/uuid.h"

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
    EXPECT_EQ(hash_of_code(question, "0000-0000-0000-0000"), "") << "signs that are none of them";
    EXPECT_EQ(hash_of_code(question, std::string(5000, 'a')), "");
}

/// What people mistake for each other on paper, on a screen or by phone.
constexpr std::string_view mistaken[] = {"5s", "8b", "2z", "9g", "9q", "gq", "vw", "uv", "uw", "y7", "nh", "mn",
                                         "ce", "dt", "bp", "1l", "1i", "il", "0o", "fs", "cz", "kq"};

TEST(SpokenCodes, HoldOneOfTheSignsThatAreMistakenForEachOtherAndAreFoundTypedAsTheOther) {
    std::set<char> seen;
    int typed_otherwise = 0;
    for (int at = 0; at < 300; ++at) {
        const auto code = code_of(seat, std::to_string(at));
        for (const auto sign : code) seen.insert(sign);
        const auto stored = hash_of_code(seat, code);
        EXPECT_TRUE(is_code(seat, code, stored)) << code;
        for (const auto& [meant, typed] : {std::pair{'5', 's'}, {'8', 'b'}, {'2', 'z'}, {'9', 'g'}, {'9', 'q'}, {'v', 'w'},
                                          {'v', 'u'}, {'7', 'y'}, {'e', 'c'}, {'d', 't'}, {'l', '1'}, {'l', 'i'}, {'m', 'n'}}) {
            auto other = code;
            std::ranges::replace(other, meant, typed);
            typed_otherwise += other == code ? 0 : 1;
            EXPECT_TRUE(is_code(seat, other, stored)) << code << " typed " << other;
        }
    }
    EXPECT_GT(typed_otherwise, 1000);
    seen.erase('-');
    for (const auto pair : mistaken) EXPECT_FALSE(seen.contains(pair[0]) && seen.contains(pair[1])) << pair;
    EXPECT_GE(12 * std::log2(static_cast<double>(seen.size())), 50) << "bits of the shortest codes";
}

TEST(SpokenCodes, ThatWereMadeOfMoreSignsStayValid) {
    // As this secret's code was made of thirty signs; its hash is what a database holds.
    const std::string former = "5pt4-nnkw-mtwv";
    const auto stored = sha256_hex("seat\n" + [&] {
        auto bare = former;
        std::erase(bare, '-');
        return bare;
    }());
    EXPECT_TRUE(is_code(seat, former, stored));
    EXPECT_EQ(hashes_of_code(seat, former).before, stored);
    EXPECT_EQ(code_known(seat, "something secret", stored), former) << "sent again, it is told as it was";
    EXPECT_EQ(code_known(seat, "something secret", hash_of_code(seat, code_of(seat, "something secret"))),
              code_of(seat, "something secret"));
    EXPECT_EQ(code_known(seat, "something else", stored), "");
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
