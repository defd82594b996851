// Odd texts into every field of every form and of the interface: none ends the program, and afterwards everything is
// still read, found and started. DIGILOTS_ODD_TEXTS says how many; bin/fuzz --fields sends 10 000.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "app/whole_site_for_tests.h"
#include "platform/base/json.h"
#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/testing/odd_texts.h"

namespace digilots::app {

namespace {

constexpr std::size_t usual_texts = 500, of_a_kind = 1;

std::size_t texts_to_send() {
    const char* chosen = std::getenv("DIGILOTS_ODD_TEXTS");
    return chosen ? std::strtoul(chosen, nullptr, 10) : usual_texts;
}

constexpr int most_of_a_form = 8;

class EveryField : public ::testing::Test {
protected:
    void SetUp() override { base::set_log_level(base::LogLevel::error); }
    void TearDown() override { base::set_log_level(base::LogLevel::info); }

    void expect_readable() {
        for (const auto& [path, page] : site_.read_all(of_a_kind)) {
            if (page.response.content_type.find("spreadsheetml") != std::string::npos) {
                EXPECT_TRUE(page.html.starts_with("PK")) << path;
                continue;
            }
            EXPECT_TRUE(base::is_valid_utf8(page.html)) << path;
            // A CSV file begins with a byte-order mark, for Excel.
            const std::size_t begin = page.html.starts_with("\uFEFF") ? 3 : 0;
            for (const char* hidden : {"\u202E", "\u2066", "\uFEFF", "\x1b", "\x7f", "\\u202e"}) {
                EXPECT_EQ(page.html.find(hidden, begin), std::string::npos) << path << " turns or hides what stands beside it";
            }
            if (page.response.content_type.find("json") != std::string::npos) {
                EXPECT_TRUE(base::parse_json(page.html)) << path;
            }
        }
    }
    void expect_findable() {
        const auto tenant = site_.application->municipalities.find_tenant("sundsvall");
        const auto& translator = i18n::translator("sv");
        const auto found = site_.application->referral.search(*tenant, "kulturmagasinet", translator);
        const auto is_place = [](const auto& hit) { return hit.url.ends_with("/places/kulturmagasinet"); };
        EXPECT_TRUE(std::ranges::any_of(found.hits, is_place));
        EXPECT_FALSE(site_.application->indicators.search("bredband", 5).empty());
        EXPECT_EQ(site_.application->not_searchable(), std::vector<std::string>{});
        EXPECT_FALSE(site_.application->search_is_stale());
    }

    WholeSite site_;
};

TEST_F(EveryField, TakesAnyTextAndEverythingStaysReadableAndSearchable) {
    auto entrances = site_.entrances(site_.read_all(of_a_kind));
    // Forms are found by reading pages: where few are found the reading is broken, and this test tests nothing.
    ASSERT_GT(entrances.size(), 150u);
    std::mt19937 random(8);
    std::ranges::shuffle(entrances, random);
    // A sheet of seventy cells is one form among others.
    std::map<std::string, int> of_form;
    std::erase_if(entrances, [&](const auto& entrance) { return ++of_form[entrance.action] > most_of_a_form; });
    std::map<int, std::size_t> answers;
    std::map<std::string, std::size_t> refused;
    for (std::uint32_t turn = 0; turn < texts_to_send(); ++turn) {
        const auto& entrance = entrances[turn % entrances.size()];
        const auto response = site_.send(entrance, testing::odd_text(turn), turn);
        ++answers[response.status];
        if (response.status == 422) ++refused[entrance.action];
        EXPECT_LT(response.status, 500) << entrance.page << " " << entrance.action << " " << entrance.field << " text " << turn;
        if (turn % 100 == 0) site_.application->refresh();
    }
    EXPECT_GT(answers[303] + answers[201], texts_to_send() / 10) << "hardly any form was accepted: what it stores was not tried";
    for (const auto& [action, times] : refused) std::printf("%s %zu\n", action.c_str(), times);
    std::printf("%zu fields;", entrances.size());
    for (const auto& [status, count] : answers) std::printf(" %d: %zu times;", status, count);
    std::printf("\n");
    site_.application->refresh();
    site_.application->indicators.catch_up_search();
    expect_readable();
    expect_findable();
    site_.start_again();
    site_.application->reindex();
    expect_readable();
    expect_findable();
}

/// The key of a form that adds is another one each time.
std::string without_form_key(std::string html) {
    const std::string mark = "name=\"form_key\" value=\"";
    const auto at = html.find(mark);
    return at == std::string::npos ? html : html.erase(at + mark.size(), 36);
}

TEST_F(EveryField, MadeUpParametersChangeNoPublicPage) {
    const auto paths = site_.public_paths();
    ASSERT_GT(paths.size(), 20u);
    for (const auto& path : paths) {
        const auto plain = site_.visit(path);
        const auto lengthened = site_.visit(path + "?utm_source=letter&x=" + std::string(5000, 'x') + "&fbclid=1");
        EXPECT_EQ(plain.status, lengthened.status) << path;
        EXPECT_EQ(without_form_key(plain.html), without_form_key(lengthened.html)) << path;
    }
}

}  // namespace

}  // namespace digilots::app
