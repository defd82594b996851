// The one search finds what the bank finds, above places; what is for staff only is found by staff alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/json.h"
#include "platform/html/writer.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class AnswersInSearch : public ::testing::Test, protected World {
protected:
    std::string add(const char* municipality, const std::string& question, const std::string& topic, bool is_published = true,
                    const std::string& words = "") {
        auto around = all.questions.bank().around(municipality);
        around.today = base::to_civil(clock.now(), around.zone).date;
        const auto added = all.questions.bank().add(around,
                                                    {{"question", {question}},
                                                     {"answer", {"So it is done."}},
                                                     {"words", {words}},
                                                     {"topics", {topic}},
                                                     {"is_published", {is_published ? "1" : ""}},
                                                     {"languages", {"sv"}}},
                                                    "anna");
        EXPECT_TRUE(added) << question;
        return added ? added->id : "";
    }
    void add_places(int how_many) {
        auto& places = all.directory.records(directory::RecordKind::place);
        auto around = places.around(here);
        around.today = base::to_civil(clock.now(), around.zone).date;
        for (int at = 0; at < how_many; ++at) {
            const auto added = places.add(around,
                                          {{"name", {"Bibliotek " + std::to_string(at)}},
                                           {"kind", {"library"}},
                                           {"status", {"open"}},
                                           {"printing", {"yes"}},
                                           {"wifi", {"yes"}}},
                                          "anna");
            EXPECT_TRUE(added) << at;
        }
    }
    /// Ids of what the bank finds, by its API.
    std::vector<std::string> found_by_bank(const std::string& query) {
        const auto answer = resident().get("/api/v1/sundsvall/answers?q=" + html::url_encode(query));
        const auto json = base::parse_json(answer.html);
        std::vector<std::string> ids;
        if (json)
            for (const auto& one : (*json)["answers"].items()) ids.emplace_back(one["id"].text());
        return ids;
    }
    std::vector<referral::ReferralHit> found(const std::string& query, std::size_t limit = 20,
                                             directory::Audience audience = directory::Audience::residents) {
        return all.referral.search(sundsvall, query, i18n::translator("sv"), limit, audience).hits;
    }
};

TEST_F(AnswersInSearch, WhateverTheBankFindsTheSearchFinds) {
    add_places(30);
    add(here, "Var kan jag skriva ut ett dokument?", "print", true, "skriva ut\nutskrift\nprinta");
    add(here, "Hur skaffar jag BankID?", "e_id", true, "skaffa bankid\nnytt bankid");
    add(here, "Vad gör jag om jag har glömt lösenordet till min e-post?", "password", true, "glömt lösenord");
    add(here, "Vad gör jag när bredbandet krånglar hemma?", "wifi");
    add(here, "Hvor kan jeg skrive ut et dokument?", "print", true, "skrive ut\nutskrift");
    add(here, "Hvordan bytter jeg passord?", "password", true, "bytte passord");
    for (const char* query : {"skriva ut mobilen", "utskrift mobil", "bankid ny telefon", "byta lösenord", "bredband",
                              "skrive ut fra mobilen", "bytte passord", "passord", "skrive ut", "utskrift"}) {
        const auto of_bank = found_by_bank(query);
        EXPECT_FALSE(of_bank.empty()) << query;
        for (const std::size_t limit : {8U, 20U}) {
            const auto hits = found(query, limit);
            EXPECT_LE(hits.size(), limit);
            for (const auto& id : of_bank)
                EXPECT_EQ(std::ranges::count(hits, id, &referral::ReferralHit::id), 1) << query << limit;
        }
    }
}

TEST_F(AnswersInSearch, AnAnswerThatHoldsTheWordsStandsAbovePlaces) {
    add_places(3);
    add(here, "Var kan jag skriva ut ett dokument?", "print");
    add(here, "Vad gör jag när bredbandet hemma krånglar och ingen svarar?", "wifi");
    add(here, "Hvordan bytter jeg passord?", "password");
    for (const char* query : {"skriva ut", "skriva ut dokument", "bredbandet", "skriva ut mobilen", "bytter passord"}) {
        const auto hits = found(query);
        ASSERT_FALSE(hits.empty()) << query;
        EXPECT_EQ(hits.front().kind, "answer") << query;
    }
    ASSERT_FALSE(found("bibliotek").empty());
    EXPECT_EQ(found("bibliotek").front().kind, "place") << "who says a kind of place asks for the place";
}

TEST_F(AnswersInSearch, StaffFindWhatIsForThemAlone) {
    const auto id = add(here, "Hur lånar vi ut nyckeln till förrådet?", "", false);
    const auto hits = found("Hur lånar vi ut nyckeln till förrådet?", 8, directory::Audience::staff);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().id, id);
    EXPECT_EQ(hits.front().url, bank + "/" + id);
    EXPECT_TRUE(std::ranges::count(hits.front().good_to_know, "Bara för personal") == 1);
    auto anna = staff("anna");
    const auto page = anna.get("/sundsvall/search?q=nyckeln+f%C3%B6rr%C3%A5det");
    EXPECT_TRUE(page.says("Hur lånar vi ut nyckeln till förrådet?")) << page.html;
    EXPECT_TRUE(anna.get(page.link("Hur lånar vi ut nyckeln till förrådet?")).says("So it is done."));
    EXPECT_TRUE(anna.get(bank + "?q=nyckeln").says("Hur lånar vi ut nyckeln till förrådet?"));
}

TEST_F(AnswersInSearch, NobodyElseFindsItAlsoAfterStaffHaveLooked) {
    const auto id = add(here, "Hur lånar vi ut nyckeln till förrådet?", "", false, "nyckelskåpet");
    const std::vector<std::string> urls{"/sundsvall/search?q=nyckeln",
                                        "/sundsvall/search?q=nyckelsk%C3%A5pte",
                                        "/sundsvall/answers?q=nyckeln",
                                        "/sundsvall/answers",
                                        "/sundsvall/answers/" + id,
                                        "/api/v1/sundsvall/answers",
                                        "/api/v1/sundsvall/answers?q=nyckeln",
                                        "/api/v1/sundsvall/search?q=nyckeln",
                                        "/api/v1/sundsvall/search?q=nyckelsk%C3%A5pet"};
    const auto read = [](testing::PageClient client, const std::string& url) {
        return client.send(http::Method::get, url).html;
    };
    for (const auto& url : urls) {
        read(staff("anna"), url);
        const std::vector<std::string> read_by_others{read(resident(), url), read(staff("neighbour"), url),
                                                      read(resident(), url)};
        for (const auto& html : read_by_others)
            EXPECT_FALSE(html.contains("till förrådet") || html.contains("staff/answers/" + id)) << url << html;
    }
    // While somebody types a part of the page is asked for.
    for (const std::string name : {"", "neighbour", "anna"}) {
        http::Request request;
        request.path = "/sundsvall/search";
        request.raw_query = "q=nyckeln&fragment=1";
        request.headers = {{"Host", "localhost"}};
        if (!name.empty()) request.headers.emplace_back("Cookie", "session=" + name);
        EXPECT_EQ(server.handle(request).body.contains("till förrådet"), name == "anna") << name;
    }
    const auto program = resident().send(http::Method::get, "/api/v1/sundsvall/search?q=nyckeln", "",
                                         {{"Authorization", "Bearer t"}});
    EXPECT_FALSE(program.says("till förrådet"));
    EXPECT_TRUE(staff("anna").get(urls.front()).says("till förrådet")) << "what was kept for residents is not shown to staff";
    EXPECT_FALSE(all.referral.find(sundsvall, "answer:" + id, i18n::translator("sv")));
    EXPECT_TRUE(all.referral.find(sundsvall, "answer:" + id, i18n::translator("sv"), directory::Audience::staff));
}

TEST_F(AnswersInSearch, OnceItIsNotShownAnyMoreItIsStaffsAlone) {
    const auto id = add(here, "Hur lånar vi ut nyckeln till förrådet?", "");
    EXPECT_TRUE(resident().get("/sundsvall/search?q=nyckeln").says("till förrådet"));
    auto anna = staff("anna");
    anna.submit(anna.get(bank + "/" + id + "/change"), {{"is_published", ""}});
    EXPECT_FALSE(resident().get("/sundsvall/search?q=nyckeln").says("till förrådet"));
    EXPECT_TRUE(anna.get("/sundsvall/search?q=nyckeln").says("till förrådet"));
}

}  // namespace
}  // namespace digilots::questions
