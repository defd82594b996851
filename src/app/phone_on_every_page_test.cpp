// A person can be rung from every page that anyone may read, also from those that are of no municipality.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct PhoneOnEveryPage : ::testing::Test, TownForTests {};

TEST_F(PhoneOnEveryPage, EachPageOfAMunicipalityAndOfNoneSaysANumber) {
    settings({{"phone", "060-19 10 00"}});
    int pages = 0;
    for (const auto& route : application.routes()) {
        if (route.method != http::Method::get || route.access != http::Access::anyone) continue;
        auto path = route.path;
        if (const auto at = path.find("{municipality}"); at != path.npos) path.replace(at, 14, "sundsvall");
        if (path.find('{') != path.npos || path.starts_with("/api/")) continue;
        const auto page = visitor.get_once(path);
        const bool is_page = page.status == 200 && page.html.find("class=\"site-footer\"") != page.html.npos;
        if (!is_page) continue;
        EXPECT_NE(page.html.find("href=\"tel:"), page.html.npos) << path;
        ++pages;
    }
    EXPECT_GT(pages, 25);
}

TEST_F(PhoneOnEveryPage, OneOfNoMunicipalityKnowsTheNumberThatWasSetSince) {
    settings({{"phone", "060-19 10 00"}});
    EXPECT_TRUE(visitor.get("/sv/wheels").says("060-19 10 00"));
    settings({{"phone", "060-19 10 01"}});
    const auto page = visitor.get("/sv/wheels");
    EXPECT_TRUE(page.says("060-19 10 01")) << page.html;
    EXPECT_FALSE(page.says("060-19 10 00"));
}

}  // namespace
}  // namespace digilots::app
