#include "municipality/registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "platform/base/text.h"

namespace digilots::municipality {
namespace {

TEST(Registry, holds_every_municipality_of_both_countries_once) {
    const auto& all = Municipalities::all();
    EXPECT_EQ(std::ranges::count(all, "SE", &Municipality::country), 290);
    EXPECT_EQ(std::ranges::count(all, "NO", &Municipality::country), 357);
    std::set<std::string> slugs, ids;
    for (const auto& one : all) {
        slugs.insert(one.slug);
        ids.insert(one.id);
        EXPECT_GT(one.population, 0) << one.name;
        EXPECT_TRUE(one.latitude > 55 && one.latitude < 72 && one.longitude > 4 && one.longitude < 32)
            << one.name;
        EXPECT_FALSE(one.main_town.empty()) << one.name;
    }
    EXPECT_EQ(slugs.size(), all.size());
    EXPECT_EQ(ids.size(), all.size());
}

TEST(Registry, finds_by_code_and_by_slug) {
    EXPECT_EQ(Municipalities::find("ornskoldsvik")->name, "Örnsköldsvik");
    EXPECT_EQ(Municipalities::find("upplands-vasby")->id, "0114");
    EXPECT_EQ(Municipalities::find("2281")->slug, "sundsvall");
    EXPECT_EQ(Municipalities::find("0301")->name, "Oslo");
    EXPECT_EQ(Municipalities::find("atlantis"), nullptr);
}

TEST(Registry, tells_municipalities_of_the_same_name_apart_by_county) {
    EXPECT_EQ(Municipalities::find("heroy-nordland")->county_name, "Nordland");
    EXPECT_EQ(Municipalities::find("lund-skane")->country, "SE");
    EXPECT_EQ(Municipalities::find("lund-rogaland")->country, "NO");
    EXPECT_EQ(Municipalities::find("heroy"), nullptr);
}

TEST(Registry, no_slug_takes_the_place_of_another_page) {
    const std::set<std::string> taken{
        "login",   "logout",    "staff", "api", "static", "healthz", "readyz", "metrics", "accessibility",
        "privacy", "open-data", "dev",   "sv",  "nb",     "nn",      "en",     "ar",      "fi",
        "se",      "ti",        "so",    "uk"};
    for (const auto& one : Municipalities::all()) EXPECT_FALSE(taken.contains(one.slug)) << one.slug;
}

TEST(Registry, each_country_stands_in_its_own_alphabet) {
    std::vector<std::string> names;
    for (const auto& one : Municipalities::all()) {
        if (one.country == "SE") names.push_back(one.name);
    }
    EXPECT_EQ(names.front(), "Ale");
    EXPECT_EQ(names.back(), "Övertorneå");
}

TEST(Registry, knows_settlements_inside_a_municipality) {
    const auto found = Municipalities::settlement("2281", " sundsvall ");
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(found->first, 62.39, 0.02);
    EXPECT_FALSE(Municipalities::settlement("2280", "Sundsvall").has_value());
    const auto all = Municipalities::settlements("2281");
    const auto town = std::ranges::find(all, "Sundsvall", &Settlement::name);
    ASSERT_NE(town, all.end());
    EXPECT_GT(town->population.value_or(0), 20'000);
}

}  // namespace
}  // namespace digilots::municipality
