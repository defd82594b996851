// Words longer than an index takes are shortened, and what cannot be kept leaves the rest findable.
#include <gtest/gtest.h>

#include <random>

#include "platform/base/text.h"
#include "platform/search/index.h"
#include "platform/search/terms.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

std::string repeated(std::string_view part, int times, std::string_view between = "") {
    std::string text;
    for (int turn = 0; turn < times; ++turn) text += (turn == 0 ? "" : std::string(between)) + std::string(part);
    return text;
}

Document titled(std::string id, std::string title) {
    Document document;
    document.id = std::move(id);
    document.tenant = "2281";
    document.kind = "place";
    document.title = std::move(title);
    return document;
}

std::size_t found(const Index& index, std::string text, bool as_you_type = false) {
    Query query;
    query.text = std::move(text);
    query.tenant = "2281";
    query.as_you_type = as_you_type;
    return index.find(query).hits.size();
}

/// Names as people give them by mistake, and as others do on purpose.
std::vector<std::string> odd_names() {
    return {repeated("åäöåäö", 26, "-"),
            repeated("å", 5000),
            repeated("x", 200'000),
            repeated("x-", 5'000),
            repeated("\U0001F469\u200D\U0001F52C", 300),
            repeated("\U00010348", 300),                       // letters of four bytes
            repeated("\uFDFA", 100),                           // one letter that is eighteen once it is folded
            repeated("\u202E\u0627\u0644", 200),
            repeated("ß", 200, "-"),
            repeated("a\u0301", 400),
            std::string(300, '\xff'),
            "ab" + std::string(1, '\0') + repeated("c", 300)};
}

TEST(LongWords, EveryTermFitsTheIndexAndIsWholeLetters) {
    for (const auto& name : odd_names()) {
        for (const auto* language : {"sv", "nb", "en", ""}) {
            auto document = titled("place:1", name);
            document.language = language;
            document.names = document.keywords = {name};
            document.text = name;
            const auto terms = terms_of(document);
            const bool is_text = base::is_valid_utf8(name);
            for (const auto& [term, weight] : terms.weighted) {
                EXPECT_LE(term.size(), 245u);
                EXPECT_TRUE(!is_text || base::is_valid_utf8(term));
            }
            for (const auto& word : terms.vocabulary) EXPECT_LE(word.size(), longest_joined_word);
        }
    }
}

TEST(LongWords, RecordsWithThemAreFoundAndSoAreTheOthers) {
    const auto index = memory_index();
    int number = 0;
    for (const auto& name : odd_names()) index->put({titled("place:" + std::to_string(++number), name + " bibliotek")});
    index->put({titled("place:other", "Bibliotek")});
    index->rebuild([&](const std::function<void(const Document&)>& add) {
        for (const auto& name : odd_names()) add(titled("place:" + std::to_string(++number), name + " bibliotek"));
        add(titled("place:other", "Bibliotek"));
    });
    EXPECT_EQ(found(*index, "bibliotek"), odd_names().size() + 1);
    EXPECT_EQ(found(*index, odd_names().front()), 1u);
    EXPECT_EQ(index->left_out(), std::vector<std::string>{});
}

TEST(LongWords, MayBeSearchedFor) {
    const auto index = memory_index();
    index->put({titled("place:1", "Bibliotek"), titled("place:2", odd_names().front())});
    index->set_synonyms({{odd_names().front(), "bibliotek"}, {repeated("\uFDFA", 100), "x"}});
    for (const auto& name : odd_names()) {
        for (const bool typing : {false, true}) EXPECT_NO_THROW(found(*index, name, typing));
    }
}

TEST(LongWords, AnyTextIsKeptAndSearched) {
    const auto index = memory_index();
    std::mt19937 random(11);
    const std::vector<std::string> parts{"å", "x", "-", " ", "\uFDFA", "\U0001F52C", "\u0301", "ﬃ", "\xff", "ß", "biblio", "tek"};
    for (int turn = 0; turn < 60; ++turn) {
        std::string name;
        while (name.size() < random() % 3000) name += repeated(parts[random() % parts.size()], static_cast<int>(random() % 90));
        ASSERT_NO_THROW(index->put({titled("place:" + std::to_string(turn), name + " bibliotek")})) << turn;
        ASSERT_NO_THROW(found(*index, name, turn % 2 == 0)) << turn;
    }
    Query all{.text = "bibliotek", .tenant = "2281", .kinds = {}, .limit = 100};
    EXPECT_EQ(index->find(all).hits.size(), 60u);
}

TEST(LongWords, ADocumentThatCannotBeKeptIsNamedAndTheOthersAreFound) {
    const auto index = memory_index();
    const auto overlong = "place:2281:" + repeated("x", 300);
    index->put({titled("place:1", "Bibliotek"), titled(overlong, "Bibliotek"), titled("place:2", "Bibliotek")});
    EXPECT_EQ(found(*index, "bibliotek"), 2u);
    EXPECT_EQ(index->left_out(), std::vector{overlong});
    index->rebuild([&](const std::function<void(const Document&)>& add) {
        add(titled(overlong, "Bibliotek"));
        add(titled("place:3", "Bibliotek"));
    });
    EXPECT_EQ(found(*index, "bibliotek"), 1u);
    EXPECT_EQ(index->left_out(), std::vector{overlong});
    index->remove({overlong});
    EXPECT_EQ(index->left_out(), std::vector<std::string>{});
}

TEST(LongWords, WhatXapianCannotDoIsAStandardError) {
    const auto index = memory_index();
    EXPECT_THROW(index->set_note(repeated("x", 5000), "x"), IndexError);
}

}  // namespace
}  // namespace digilots::search
