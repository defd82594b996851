#include "platform/search/known_words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace digilots::search {
namespace {

TEST(KnownWords, AreThoseOfTheLanguagesInEveryForm) {
    for (const auto* word : {"dotter", "katt", "köra", "hunden", "dött", "begravningarna", "räkningen",             // Swedish
                             "barnebarnet", "kjøre", "døde", "søknadene", "skjema", "hvordan",                    // bokmål
                             "heimesida", "kommunen", "søknadane", "rettleiing",                                     // nynorsk
                             "phone", "broken", "grandmother", "screens", "forgotten"}) {                           // English
        EXPECT_TRUE(is_known_word(word)) << word;
    }
}

TEST(KnownWords, AreCompoundsThatNoDictionaryLists) {
    for (const auto* word : {"hundägarkurs", "surfplattekurs", "biblioteksdator", "skolmatsallergi"}) {
        EXPECT_TRUE(is_known_word(word)) << word;
    }
}

TEST(KnownWords, AreToldApartByLanguage) {
    for (const auto* word : {"phone", "grandmother", "forgotten"}) EXPECT_TRUE(is_only_english(word)) << word;
    for (const auto* word : {"film", "telefon", "katt", "qwxz"}) EXPECT_FALSE(is_only_english(word)) << word;
}

TEST(KnownWords, AreNoSlipsOfTheFinger) {
    for (const auto* word : {"bibliotket", "banikd", "utskrft", "byglov", "inlogning", "försäkringskasan", "lösnord", "dattor",
                             "blanktt", "skolplatform", "", "x1y2"}) {
        EXPECT_FALSE(is_known_word(word)) << word;
    }
}

TEST(KnownWords, PassAtMostOneInAHundredTextsThatAreNoWords) {
    std::mt19937 random(11);
    int passed = 0;
    constexpr int rounds = 20000;
    for (int round = 0; round < rounds; ++round) {
        std::string text(7, ' ');
        for (auto& letter : text) letter = "bcdfghjklmnpqrstvwxz"[random() % 20];
        passed += is_known_word(text) ? 1 : 0;
    }
    EXPECT_LT(passed, rounds / 100);
}

}  // namespace
}  // namespace digilots::search
