#include "platform/base/marks.h"
#include "platform/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace digilots::base {
namespace {

TEST(Text, KnowsValidUtf8) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("Örnsköldsvik 🙂"));
    EXPECT_FALSE(is_valid_utf8("\xff"));
    EXPECT_FALSE(is_valid_utf8("half \xc3"));
    EXPECT_FALSE(is_valid_utf8("\xed\xa0\x80"));  // a lone surrogate
    EXPECT_FALSE(is_valid_utf8("\xc0\x80"));      // overlong
}

TEST(Text, CleansWhatPeoplePaste) {
    EXPECT_EQ(clean("  Hej \t\n"), "Hej");
    EXPECT_EQ(clean("rad 1\r\nrad\t2"), "rad 1\nrad\t2");
    EXPECT_EQ(clean("a\u030a"), "å");
    EXPECT_EQ(clean(std::string_view("a\0b\x07", 4)), "a b") << "two words, as before";
    EXPECT_EQ(clean("hem\x01\x02tj\u00e4nst"), "hem tj\u00e4nst");
    EXPECT_EQ(clean("850709\x01" "9805"), "8507099805") << "the figures of a number stay together";
    EXPECT_EQ(clean("rad\x01\nrad\x01."), "rad\nrad.");
    EXPECT_EQ(clean("x\xff y"), "x\uFFFD y");
    EXPECT_EQ(clean("a\vb\fc\u2028d\u2029e\u0085f"), "a b c d e f") << "words that a line end parted";
    EXPECT_EQ(clean("\u00a0mellanrum\u00a0"), "mellanrum");
    EXPECT_EQ(clean(std::string_view("a\0\u030a", 4)), "å");
    EXPECT_EQ(clean(""), "");
    for (const auto* unseen : {"\u200b", "\u00ad", "\u034f", "\ufe0f", "\u2800", "\u3164",
                               "\u200b \u00ad\u2060", "\u0301\u0301"}) {
        EXPECT_EQ(clean(unseen), "") << "nothing that anybody sees";
        EXPECT_NE(clean(std::string("a") + unseen), "");
    }
    EXPECT_EQ(clean("!"), "!");
    EXPECT_EQ(clean("\U0001F4DA"), "\U0001F4DA");
}

TEST(Text, KnowsMarksThatNoLanguagePiles) {
    const auto with = [](std::string letter, int marks) {
        for (int i = 0; i < marks; ++i) letter += "\u0301";
        return letter;
    };
    EXPECT_TRUE(piles_marks(with("e", 5)) && piles_marks(with("Hello w", 1900)));
    EXPECT_TRUE(piles_marks(with("", 1))) << "marks alone";
    EXPECT_TRUE(piles_marks(with("e", 3) + "\u200d" + with("", 3))) << "what nobody sees parts nothing";
    EXPECT_FALSE(piles_marks(with("e", 4) + with("a", 4))) << "each letter has its own";
    for (const char* written :
         {"", "Hur skriver jag ut?", "ที่นี่", "שָׁלוֹם", "مُحَمَّدٌ", "ကျွန်ုပ်", "नमस्ते", "1\ufe0f\u20e3", "\xff\xcc"})
        EXPECT_FALSE(piles_marks(written)) << written;
}

TEST(Text, CutsBetweenWholeCharacters) {
    EXPECT_EQ(cut("åäö", 2), "åä");
    EXPECT_EQ(cut("åäö", 3), "åäö");
    EXPECT_EQ(cut("åäö", 0), "");
    EXPECT_EQ(cut("ae\u0301x", 2), "a");  // not the letter without its accent
    EXPECT_EQ(cut("a👩\u200d👧b", 2), "a");
    EXPECT_EQ(length("åäö🙂"), 4U);
}

TEST(Text, LowersAndFolds) {
    EXPECT_EQ(lower("ÅÄÖ ÆØ ABC"), "åäö æø abc");
    EXPECT_EQ(fold("Örnsköldsvik"), "ornskoldsvik");
    EXPECT_EQ(fold("Tromsø Ærlig Årdal idé"), "tromso aerlig ardal ide");
    EXPECT_EQ(fold("BANKID"), "bankid");
    EXPECT_EQ(fold("Kárášjohka Deatnu Unjárga"), "karasjohka deatnu unjarga");
}

TEST(Text, MakesSlugs) {
    EXPECT_EQ(slug("Örnsköldsvik"), "ornskoldsvik");
    EXPECT_EQ(slug("Upplands Väsby"), "upplands-vasby");
    EXPECT_EQ(slug("  Kultur- & fritid (nya)!"), "kultur-fritid-nya");
    EXPECT_EQ(slug("مكتبة"), "x");
    EXPECT_EQ(slug(""), "x");
}

std::vector<std::string> sorted(std::vector<std::string> names, std::string_view locale) {
    std::sort(names.begin(), names.end(), [&](const auto& left, const auto& right) {
        return collation_key(left, locale) < collation_key(right, locale);
    });
    return names;
}

TEST(Text, OrdersAsTheLanguageDoes) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(sorted({"Örebro", "Åre", "Arvika", "Ängelholm", "Zinkgruvan"}, "sv"),
              (Names{"Arvika", "Zinkgruvan", "Åre", "Ängelholm", "Örebro"}));
    EXPECT_EQ(sorted({"Ås", "Øyer", "Ærøy", "Zetten", "Asker"}, "nb"),
              (Names{"Asker", "Zetten", "Ærøy", "Øyer", "Ås"}));
}

TEST(Text, SplitsIntoWordsAndParts) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(words("Hjälp: Bank-ID, 24/7!"), (Words{"Hjälp", "Bank", "ID", "24", "7"}));
    EXPECT_TRUE(words(" … ").empty());
    EXPECT_EQ(split("a,,b", ',').size(), 3U);
    EXPECT_EQ(split("", ',').size(), 1U);
    EXPECT_EQ(trim(" \t x y \r\n"), "x y");
}

}  // namespace
}  // namespace digilots::base
