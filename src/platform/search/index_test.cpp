#include "platform/search/index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

namespace digilots::search {
namespace {

Document place(std::string id, std::string title, std::vector<std::string> keywords = {}, std::string text = "") {
    Document document;
    document.id = std::move(id);
    document.tenant = "2281";
    document.kind = "place";
    document.title = std::move(title);
    document.keywords = std::move(keywords);
    document.text = std::move(text);
    return document;
}

std::vector<std::string> ids(const Index& index, std::string text, bool as_you_type = false) {
    Query query;
    query.text = std::move(text);
    query.tenant = "2281";
    query.as_you_type = as_you_type;
    std::vector<std::string> found;
    for (const auto& hit : index.find(query).hits) found.push_back(hit.id);
    return found;
}

std::string first(const Index& index, const std::string& text) {
    const auto found = ids(index, text);
    return found.empty() ? "" : found.front();
}

Query query_for(std::string text, std::string tenant = "2281") {
    Query query;
    query.text = std::move(text);
    query.tenant = std::move(tenant);
    return query;
}

class SearchTest : public ::testing::Test {
protected:
    void SetUp() override {
        index->put({place("library", "Stadsbiblioteket", {"bibliotek", "skriva ut", "utskrift", "skrivare", "bankid"}),
                    place("desk", "Kontaktcenter", {"blankett", "formulär", "e-tjänst"}),
                    place("broadband", "Bredbandsutbyggnad i kommunen", {}, "Fiber och bredband på landsbygden"),
                    place("permit", "Ansöka om bygglov", {"bygga", "altan"}),
                    place("park", "Älvparken", {"lekplats"}), place("alv", "Alvarens förskola", {"dagis"})});
    }
    std::unique_ptr<Index> index = memory_index();
};

TEST_F(SearchTest, FindsInflectedForms) {
    EXPECT_EQ(first(*index, "biblioteken"), "library");
    EXPECT_EQ(first(*index, "utskrifter"), "library");
    EXPECT_EQ(first(*index, "blanketter"), "desk");
    EXPECT_EQ(first(*index, "bygglovet"), "permit");
}

TEST_F(SearchTest, FindsArabicWordsWithAndWithoutTheirArticle) {
    auto arabic = place("arabic", "تسجيل الدخول", {"هوية إلكترونية"});
    arabic.language = "ar";
    auto mixed = place("mixed", "Medborgarkontoret", {}, "نساعدك في الطباعة");
    index->put({arabic, mixed});
    for (const auto* text : {"هوية إلكترونية", "الهوية الإلكترونية", "بالهوية الالكترونية", "والهوية",
                             "للهوية", "الدخول", "دخول"}) {
        const auto result = index->find(query_for(text));
        ASSERT_EQ(result.hits.size(), 1U) << text;
        EXPECT_EQ(result.hits.front().id, "arabic") << text;
        EXPECT_FALSE(result.hits.front().matched.empty()) << text;
    }
    EXPECT_EQ(first(*index, "طباعة"), "mixed");
}

TEST_F(SearchTest, CorrectsSpellingAndSaysSo) {
    const auto result = index->find(query_for("bibliotket"));
    ASSERT_FALSE(result.hits.empty());
    EXPECT_EQ(result.hits.front().id, "library");
    EXPECT_TRUE(result.corrected.starts_with("bibliotek")) << result.corrected;
    EXPECT_EQ(result.hits.front().best, MatchKind::spelling);
    EXPECT_EQ(index->find(query_for("bibliotek")).corrected, "");
}

TEST_F(SearchTest, LeavesWordsOfTheLanguageAsTheyWereWritten) {
    index->put({place("school", "Dexter", {"skatt", "köpa bil", "iphone booke", "handel ludde", "Sven"})});
    for (const auto* text : {"min dotter", "katt", "köra bil", "my phone is broken", "hunden Ludde", "hundägarkurs",
                             "barnebarnet", "heimesida"}) {
        EXPECT_EQ(index->find(query_for(text)).corrected, "") << text;
    }
    EXPECT_TRUE(ids(*index, "katt").empty());
    EXPECT_TRUE(ids(*index, "dotter").empty());
    EXPECT_EQ(index->find(query_for("dextr")).corrected, "dexter");
    index->put({place("pictures", "الصور")});
    EXPECT_EQ(index->find(query_for("ألم في الصدر")).corrected, "");
}

TEST_F(SearchTest, SearchesForWhatWasWrittenWhenAskedTo) {
    auto query = query_for("bibliotket");
    query.correct = false;
    const auto result = index->find(query);
    EXPECT_EQ(result.corrected, "");
    EXPECT_TRUE(result.hits.empty());
}

TEST_F(SearchTest, AStopWordFindsNothing) {
    index->put({place("the-help", "Vi är här för dig och din familj", {"the", "min", "hvordan"})});
    for (const auto* text : {"vi", "och", "the", "min", "hvordan", "för dig", "vi är här", "i"}) {
        EXPECT_TRUE(ids(*index, text).empty()) << text;
        EXPECT_TRUE(ids(*index, text, true).empty()) << text;
    }
    EXPECT_EQ(first(*index, "familj"), "the-help");
}

TEST_F(SearchTest, JoinsNeighboursAndHyphens) {
    EXPECT_EQ(first(*index, "bank id"), "library");
    EXPECT_EQ(first(*index, "bank-id"), "library");
    EXPECT_EQ(first(*index, "etjänst"), "desk");
    EXPECT_EQ(first(*index, "e tjänst"), "desk");
    index->put({place("service", "Tjänster om annat")});
    EXPECT_EQ(ids(*index, "e-tjänst").front(), "desk") << "the e is a part of the word";
}

TEST_F(SearchTest, FindsWithoutMarksButRanksTheExactLetterFirst) {
    EXPECT_EQ(first(*index, "formular"), "desk");
    index->put({place("a-hall", "Hallen"), place("ae-hall", "Hällen")});
    EXPECT_EQ(ids(*index, "hällen"), (std::vector<std::string>{"ae-hall", "a-hall"}));
    EXPECT_EQ(ids(*index, "hallen"), (std::vector<std::string>{"a-hall", "ae-hall"}));
}

TEST_F(SearchTest, FindsPartsOfCompounds) {
    EXPECT_EQ(first(*index, "bredband"), "broadband");
    index->put({place("bus", "Bokbussen"), place("stop", "Bussar")});
    const auto found = ids(*index, "bussar");
    EXPECT_NE(std::ranges::find(found, "stop"), found.end());
    index->put({place("home", "Äldreomsorgsboende"), place("care", "Omsorg")});
    const auto care = ids(*index, "omsorg");
    ASSERT_EQ(care.size(), 2U);
    EXPECT_EQ(care.front(), "care");
    EXPECT_EQ(care.back(), "home");
}

TEST_F(SearchTest, FindsBeginningsAsYouType) {
    EXPECT_EQ(ids(*index, "bibl", true), std::vector<std::string>{"library"});
    EXPECT_EQ(ids(*index, "stadsb", true), std::vector<std::string>{"library"});
    EXPECT_EQ(ids(*index, "ansöka byg", true).front(), "permit");
}

TEST_F(SearchTest, KnowsSynonyms) {
    EXPECT_TRUE(ids(*index, "printa").empty() || first(*index, "printa") == "library");
    index->set_synonyms({{"skriva ut", "utskrift", "printa"}, {"förskola", "dagis", "barnehage"}});
    EXPECT_EQ(first(*index, "printa"), "library");
    EXPECT_EQ(first(*index, "barnehage"), "alv");
}

TEST_F(SearchTest, WeakWordsDoNotDecide) {
    index->put({place("help", "Hjälp med allt", {"hjälp"})});
    EXPECT_EQ(first(*index, "jag vill ha hjälp med att skriva ut"), "library");
    EXPECT_EQ(first(*index, "hjälp"), "help");
}

TEST_F(SearchTest, TitleWeighsMoreThanText) {
    index->put({place("mention", "Något annat", {}, "Här nämns sotning"), place("titled", "Sotning")});
    EXPECT_EQ(first(*index, "sotning"), "titled");
}

TEST_F(SearchTest, KeepsTenantsAndKindsApart) {
    auto other = place("other-town", "Stadsbiblioteket");
    other.tenant = "2280";
    auto national = place("national", "Biblioteken i landet");
    national.tenant = "";
    national.kind = "topic";
    index->put({other, national});
    for (const auto& id : ids(*index, "bibliotek")) EXPECT_NE(id, "other-town");
    auto query = query_for("biblioteket");
    query.kinds = {"topic"};
    const auto result = index->find(query);
    ASSERT_EQ(result.hits.size(), 1U);
    EXPECT_EQ(result.hits.front().id, "national");
    EXPECT_EQ(index->find(query_for("stadsbiblioteket", "2280")).hits.front().id, "other-town");
}

TEST_F(SearchTest, ExplainsWhatMatched) {
    const auto result = index->find(query_for("bygglovet"));
    ASSERT_FALSE(result.hits.empty());
    EXPECT_EQ(result.hits.front().matched, std::vector<std::string>{"bygglov"});
    EXPECT_EQ(result.hits.front().best, MatchKind::stem);
}

TEST_F(SearchTest, ReplacesAndRemoves) {
    index->put({place("library", "Simhallen")});
    EXPECT_EQ(first(*index, "simhall"), "library");
    EXPECT_NE(first(*index, "stadsbibliotek"), "library");
    index->remove({"library"});
    EXPECT_TRUE(ids(*index, "simhallen").empty());
    EXPECT_EQ(index->size(), 5U);
}

TEST_F(SearchTest, AnyBytesAreJustText) {
    for (const auto& text :
         {std::string(), std::string("   "), std::string("AND OR NOT + - \" * ( )"), std::string("bygglov*\" OR NOT +"),
          std::string("<script>alert(1)</script>"), std::string("'; DROP TABLE x; --"), std::string("a\0b", 3),
          std::string("\xff\xfe\x80 \xc3"), std::string("👍🏽 🇸🇪"), std::string(5000, 'x'), std::string(900, '*')}) {
        EXPECT_NO_THROW(index->find(query_for(text)));
        auto typing = query_for(text);
        typing.as_you_type = true;
        EXPECT_NO_THROW(index->find(typing));
    }
    EXPECT_EQ(first(*index, "bygglov* OR NOT +\""), "permit");
    EXPECT_TRUE(ids(*index, "").empty());
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 40, ' ');
        for (auto& byte : text) byte = static_cast<char>(random());
        EXPECT_NO_THROW(index->find(query_for(text)));
    }
}

TEST_F(SearchTest, ReadersGoOnWhileOneWrites) {
    std::atomic<bool> stop = false;
    std::atomic<int> lost = 0, reads = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            while (!stop) {
                if (first(*index, "bygglov") != "permit") ++lost;
                ++reads;
            }
        });
    }
    for (int round = 0; round < 20; ++round) {
        index->put({place("changing", "Version " + std::to_string(round))});
        if (round % 5 == 4) {
            index->rebuild([](const auto& add) { add(place("permit", "Ansöka om bygglov")); });
        }
    }
    stop = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(lost, 0);
    EXPECT_GT(reads, 0);
}

class FolderTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder = std::filesystem::path(::testing::TempDir())
                 / ("search-" + std::to_string(std::random_device{}()) + std::to_string(std::random_device{}()));
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

TEST_F(FolderTest, RemembersAcrossOpenings) {
    {
        const auto index = open_index(folder.string());
        index->put({place("permit", "Bygglov")});
        index->set_note("made from", "41");
    }
    const auto index = open_index(folder.string());
    EXPECT_EQ(first(*index, "bygglov"), "permit");
    EXPECT_EQ(index->note("made from"), "41");
    EXPECT_EQ(index->note("never set"), "");
}

TEST_F(FolderTest, SeesWhatAnotherRebuilt) {
    const auto server = open_index(folder.string());
    server->put({place("old", "Bygglov")});
    EXPECT_EQ(first(*server, "bygglov"), "old");
    const auto command = open_index(folder.string());
    command->rebuild([](const auto& add) { add(place("new", "Bygglov")); });
    EXPECT_EQ(ids(*server, "bygglov"), std::vector<std::string>{"new"});
    server->put({place("later", "Rivningslov")});
    EXPECT_EQ(first(*command, "rivningslov"), "later");
}

TEST_F(FolderTest, SetsADamagedIndexAside) {
    std::filesystem::path inside;
    {
        const auto index = open_index(folder.string());
        index->put({place("permit", "Bygglov")});
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().filename() == "iamglass") std::ofstream(entry.path(), std::ios::trunc) << "rubbish";
    }
    const auto index = open_index(folder.string());
    EXPECT_EQ(index->size(), 0U);
    EXPECT_TRUE(ids(*index, "bygglov").empty());
    index->put({place("permit", "Bygglov")});
    EXPECT_EQ(first(*index, "bygglov"), "permit");
}

TEST_F(FolderTest, SurvivesDamageWhileOpen) {
    const auto index = open_index(folder.string());
    index->put({place("permit", "Bygglov")});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".glass") continue;
        const auto size = std::filesystem::file_size(entry.path());
        std::ofstream(entry.path(), std::ios::trunc) << std::string(size, '\x5a');
    }
    EXPECT_NO_THROW(index->find(query_for("bygglov")));
    EXPECT_NO_THROW(index->rebuild([](const auto& add) { add(place("permit", "Bygglov")); }));
    EXPECT_EQ(first(*index, "bygglov"), "permit");
}

TEST_F(FolderTest, AFailedRebuildLeavesTheOldIndex) {
    const auto index = open_index(folder.string());
    index->put({place("permit", "Bygglov")});
    EXPECT_THROW(index->rebuild([](const auto&) { throw std::runtime_error("source gone"); }), std::runtime_error);
    EXPECT_EQ(first(*index, "bygglov"), "permit");
}

}  // namespace
}  // namespace digilots::search
