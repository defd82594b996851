#include "platform/search/words.h"

#include <gtest/gtest.h>

#include <set>

namespace digilots::search {
namespace {

TEST(Words, SwedishFormsOfOneWordMeet) {
    const std::vector<std::vector<std::string>> words{
        {"bibliotek", "biblioteket", "biblioteken", "bibliotekets", "bibliotekens"},
        {"dator", "datorn", "datorer", "datorerna"},
        {"platta", "plattan", "plattor", "plattorna"},
        {"blankett", "blanketten", "blanketter", "blanketterna"},
        {"mobil", "mobilen", "mobiler", "mobilerna"},
        {"utskrift", "utskriften", "utskrifter"},
        {"skola", "skolan", "skolor", "skolorna"},
        {"kommun", "kommunen", "kommunens", "kommuner"},
        {"förskola", "förskolan", "förskolor"}};
    for (const auto& forms : words) {
        for (const auto& form : forms) EXPECT_EQ(stem(form, "sv"), stem(forms.front(), "sv")) << form;
    }
}

TEST(Words, NorwegianFormsOfOneWordMeet) {
    for (const auto* form : {"nettbrettet", "nettbrettene"}) EXPECT_EQ(stem(form, "nb"), stem("nettbrett", "nb")) << form;
    for (const auto* form : {"skjemaet", "skjemaer"}) EXPECT_TRUE(same_word(form, "skjema")) << form;
}

TEST(Words, ArabicFormsOfOneWordMeet) {
    for (const auto* form : {"الهاتف", "هاتفي", "والهاتف", "هاتفها"}) EXPECT_EQ(stem(form, "ar"), stem("هاتف", "ar")) << form;
    for (const auto* form : {"الطابعة", "طابعتي"}) EXPECT_EQ(stem(form, "ar"), stem("طابعة", "ar")) << form;
    for (const auto* form : {"الإلكترونية", "الالكترونية", "الكترونية", "بالإلكترونية", "والإلكترونية", "للإلكترونية"}) {
        EXPECT_EQ(stem(form, "ar"), stem("إلكترونية", "ar")) << form;
    }
    for (const auto* form : {"الهوية", "بالهوية", "والهوية", "للهوية", "وبالهوية", "وللهوية"}) {
        EXPECT_EQ(stem(form, "ar"), stem("هوية", "ar")) << form;
        EXPECT_TRUE(same_word(form, "هوية")) << form;
    }
    EXPECT_TRUE(is_arabic("هاتف"));
    for (const auto* word : {"telefon", "räkning", "søknad", "café"}) EXPECT_TRUE(is_latin(word)) << word;
    for (const auto* word : {"هاتف", "телефон"}) EXPECT_FALSE(is_latin(word)) << word;
    EXPECT_FALSE(is_arabic("telefon"));
}

TEST(Words, HyphensAreSeen) {
    const auto found = tokens("Mobilt Bank-ID: e-tjänst!");
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[1].word, "bank");
    EXPECT_TRUE(found[2].hyphenated);
    EXPECT_EQ(found[4].word, "tjänst");
    EXPECT_TRUE(found[4].hyphenated);
    EXPECT_FALSE(found[3].hyphenated);
}

TEST(Words, DistanceCountsASwapAsOneSlip) {
    EXPECT_EQ(edit_distance("bankid", "banikd", 2), 1);
    EXPECT_EQ(edit_distance("bibliotket", "biblioteket", 2), 1);
    EXPECT_EQ(edit_distance("skriva", "skrivare", 2), 2);
    EXPECT_EQ(edit_distance("bygglov", "specialkost", 2), 3);
    EXPECT_EQ(edit_distance("", "ab", 2), 2);
}

TEST(Words, CompoundsComeApartAtKnownWords) {
    const std::set<std::string> known{"bredband", "utbyggnad", "omsorg", "plats", "bred", "id"};
    const auto is_known = [&](const std::string& word) { return known.contains(word); };
    EXPECT_EQ(compound_parts("bredbandsutbyggnad", is_known), (std::vector<std::string>{"bred", "bredband", "utbyggnad"}));
    EXPECT_EQ(compound_parts("förskoleplats", is_known), std::vector<std::string>{"plats"});
    EXPECT_TRUE(compound_parts("bankid", is_known).empty());
}

TEST(Words, StopWordsNameNothing) {
    for (const auto* word : {"jag", "och", "min", "hvordan", "ikke", "the", "my", "when", "where", "å", "في"}) {
        EXPECT_TRUE(is_stop_word(word)) << word;
        EXPECT_TRUE(is_weak(word)) << word;
    }
    for (const auto* word : {"hjälp", "help", "mobil", "nav", "get", "ost", "e"}) EXPECT_FALSE(is_stop_word(word)) << word;
}

TEST(Words, HelpIsAWeakWord) {
    for (const auto* word : {"hjälp", "hjelp", "hur", "hvordan", "jag", "how"}) EXPECT_TRUE(is_weak(word)) << word;
    for (const auto* word : {"mobil", "bankid", "skriva"}) EXPECT_FALSE(is_weak(word)) << word;
}

}  // namespace
}  // namespace digilots::search
