// When what an e-service is for is applied for again: its own page and the list of all say one truth.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct RenewalOfEService : ::testing::Test, TownForTests {
    RenewalOfEService() { visitor.accept_language = "en"; }

    void rule(const register_::Draft& draft) {
        for (const auto& slice : application.slices)
            for (auto* kind : slice.registers)
                if (kind->declaration().key == "renewal") {
                    EXPECT_TRUE(kind->add(kind->around("2281"), draft, "a"));
                }
    }
};

TEST_F(RenewalOfEService, StandsOnItsPageInPlaceOfItsOwnText) {
    const auto id = add("e-services", {{"name", "Inglasning av altan"}, {"url", "https://e.sundsvall.example/altan"},
                                       {"reapply_rule", "Vart tredje år"}});
    const auto url = "/sundsvall/e-services/" + application.directory.snapshot("2281")->e_service(id)->slug;
    EXPECT_TRUE(visitor.get(url).says("Vart tredje år"));
    register_::Draft draft{{"title", {"Altan"}}, {"rule", {"calendar_year"}}, {"apply_by", {"2025-12-20"}},
                           {"e_service", {id}}, {"reminder", {"Ta med ritningen."}}};
    rule(draft);
    EXPECT_TRUE(visitor.get(url).says("Vart tredje år")) << "the rule is not published";
    draft["is_published"] = {"1"};
    rule(draft);
    const auto page = visitor.get(url);
    EXPECT_TRUE(page.says("Each calendar year. Next: 20 December 2026") && page.says("Ta med ritningen.")) << page.html;
    EXPECT_FALSE(page.says("Vart tredje år")) << "one truth";
    const auto told = visitor.get("/api/v1" + url);
    EXPECT_TRUE(told.says(R"("reapply_rule":"Each calendar year. Next: 20 December 2026")")) << told.html;
    EXPECT_FALSE(told.says("Vart tredje år")) << "one truth";
    EXPECT_TRUE(visitor.get(page.link("Each calendar year. Next: 20 December 2026")).says("20 December 2026"));
}

}  // namespace
}  // namespace digilots::app
