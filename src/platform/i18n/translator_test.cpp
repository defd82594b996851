#include "platform/i18n/translator.h"

#include <gtest/gtest.h>

#include <chrono>

#include "platform/i18n/isolate.h"

namespace digilots::i18n {
namespace {

using namespace std::chrono_literals;
constexpr base::Date november{2026y, std::chrono::November, std::chrono::day{22}};

TEST(Translator, SwedishAndNorwegianAndArabicHaveCatalogues) {
    EXPECT_EQ(translator("sv").t("Open now"), "Öppet nu");
    EXPECT_EQ(translator("nb").t("Open now"), "Åpent nå");
    EXPECT_EQ(translator("en").t("Open now"), "Open now");
    EXPECT_TRUE(translator("ar").language().right_to_left);
    EXPECT_FALSE(translator("ar").language().reviewed);
    EXPECT_TRUE(translator("sv").language().reviewed);
}

TEST(Translator, WhatIsMadeOfPartsGoesFromTheRightWhereTheLanguageDoes) {
    const auto& arabic = translator("ar").language();
    const std::string day = isolated("الثلاثاء 1 ديسمبر", arabic), hours = range("8", "11", arabic);
    EXPECT_TRUE(day.starts_with("\u2068"));
    EXPECT_EQ(hours, "\u20668–11\u2069");
    EXPECT_TRUE(isolated(day + "، " + hours, arabic).starts_with("\u2067")) << "Unicode does not look into its parts";
    EXPECT_EQ(translator("ar").comma(), "، ");
    EXPECT_EQ(translator("sv").comma(), ", ");
    EXPECT_TRUE(isolated("Lotsby, " + hours, arabic).starts_with("\u2068"));
    EXPECT_TRUE(isolated("08-465 004 00", arabic).starts_with("\u2068"));
    EXPECT_EQ(isolated(hours, translator("sv").language()), hours);
}

TEST(Translator, UnknownLanguageAndUnknownTextAreEnglish) {
    EXPECT_EQ(translator("xx").language().code, "en");
    EXPECT_EQ(translator("sv").t("No catalogue has this"), "No catalogue has this");
    EXPECT_EQ(translator("sv").t(""), "");
}

TEST(Translator, OnlyLanguagesWithACatalogueAreListed) {
    for (const LanguageInfo& language : languages()) EXPECT_EQ(translator(language.code).language().code, language.code);
    EXPECT_TRUE(has_language("sv"));
    EXPECT_FALSE(has_language("ti"));
}

TEST(Translator, PlaceholdersAreFilledAndUnknownOnesStay) {
    EXPECT_EQ(translator("sv").t("To the start page of {municipality}", {{"municipality", "Åre & Östersund {x}"}}),
              "Till startsidan för Åre & Östersund {x}");
    EXPECT_EQ(translator("en").t("{a} {b}", {{"a", "1"}}), "1 {b}");
    EXPECT_EQ(translator("en").t("open {", {{"a", "1"}}), "open {");
}

TEST(Translator, PluralsFollowTheLanguage) {
    const auto days = [](std::string_view language, std::int64_t n) {
        return translator(language).tn("Checked {n} day ago", "Checked {n} days ago", n);
    };
    EXPECT_EQ(days("sv", 1), "Kontrollerad för 1 dag sedan");
    EXPECT_EQ(days("sv", 12), "Kontrollerad för 12 dagar sedan");
    EXPECT_EQ(days("en", 1), "Checked 1 day ago");
    EXPECT_EQ(days("en", 0), "Checked 0 days ago");
    EXPECT_NE(days("ar", 2), days("ar", 5));
    EXPECT_EQ(days("en", 5'000'000'000), "Checked 5,000,000,000 days ago");
}

TEST(Translator, NumbersAsTheLanguageWritesThem) {
    EXPECT_EQ(translator("sv").number(1234567.5, 1), "1\u00a0234\u00a0567,5");
    EXPECT_EQ(translator("nb").number(-1234), "\u22121\u00a0234");
    EXPECT_EQ(translator("en").number(1234), "1,234");
    EXPECT_EQ(translator("sv").number(0), "0");
    EXPECT_EQ(translator("sv").number(-0.2), "0");
    EXPECT_EQ(translator("sv").number(12.5) + translator("sv").number(2.5) + translator("sv").number(0.25, 1), "1330,3");
    EXPECT_EQ(translator("sv").number(-12.5), "\u221213");
    EXPECT_EQ(translator("ar").number(12), "12");
}

TEST(Translator, DatesAndHoursAsTheLanguageWritesThem) {
    EXPECT_EQ(translator("sv").date(november), "22 november 2026");
    EXPECT_EQ(translator("nb").date(november), "22. november 2026");
    EXPECT_EQ(translator("en").date(november), "22 November 2026");
    EXPECT_EQ(translator("sv").short_date(november), "22 nov.");
    EXPECT_EQ(translator("sv").weekday(0), "måndag");
    EXPECT_EQ(translator("nb").weekday(6), "søndag");
    EXPECT_EQ(translator("sv").time(8, 5), "08.05");
    EXPECT_EQ(translator("nb").time(16, 30), "16:30");
    const auto instant = *base::parse_utc("2026-11-22T15:30:00Z");
    EXPECT_EQ(translator("sv").date_time(instant, "Europe/Stockholm"), "22 november 2026 kl. 16.30");
}

TEST(Translator, NegotiatesWithTheBrowser) {
    const std::vector<std::string> offered{"sv", "nb", "en"};
    EXPECT_EQ(negotiate("nb-NO,nb;q=0.9,en;q=0.5", offered), "nb");
    EXPECT_EQ(negotiate("no", offered), "nb");
    EXPECT_EQ(negotiate("fi, en-GB;q=0.3, sv;q=0.8", offered), "sv");
    EXPECT_EQ(negotiate("sv;q=0, en;q=0.1", offered), "en");
    EXPECT_EQ(negotiate("de", offered), "");
    EXPECT_EQ(negotiate("", offered), "");
    EXPECT_EQ(negotiate(std::string(100'000, ','), offered), "");
    EXPECT_EQ(negotiate("de;q=x, \xff;q=", offered), "");
}

// A page asks for about a hundred texts: each must cost next to nothing (about 100 ns in a release build).
TEST(Translator, LookUpIsFast) {
    const Translator& swedish = translator("sv");
    const auto start = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (int i = 0; i < 100'000; ++i) bytes += swedish.t("Open now").size();
    const auto each = (std::chrono::steady_clock::now() - start) / 100'000;
    EXPECT_EQ(bytes, 900'000u);
    EXPECT_LT(each, 20us);
    RecordProperty("nanoseconds", static_cast<int>(std::chrono::nanoseconds(each).count()));
}

}  // namespace
}  // namespace digilots::i18n
