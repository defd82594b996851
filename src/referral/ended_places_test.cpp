// What has ended with its place is found no more; what is paused with it says so and sends nobody there.
#include <gtest/gtest.h>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

/// The demo, but for how Mobidig stands.
std::string mapping_where_mobidig_is(std::string_view status) {
    std::string text(base::embedded_file("data/demo/mapping.json").value());
    constexpr std::string_view open = "\"status\": \"open\"";
    const auto at = text.find(open, text.find("\"id\": \"sundsvall-mobidig\""));
    ENSURE(at != text.npos);
    return text.replace(at, open.size(), "\"status\": \"" + std::string(status) + "\"");
}

std::vector<ReferralHit> of_mobidig(const SearchAnswer& answer) {
    std::vector<ReferralHit> found;
    for (const auto& hit : answer.hits) {
        if (hit.url.ends_with("/places/mobidig")) found.push_back(hit);
    }
    return found;
}

constexpr const char* questions[] = {"workshop", "workshops med mobidig", "workshops kring mobiltelefoner"};

TEST(EndedPlaces, OfAnOpenPlaceItsServicesAreOffered) {
    const DemoMunicipalities demo;
    EXPECT_FALSE(of_mobidig(demo.search("sundsvall", "workshop")).empty());
    for (const auto& hit : of_mobidig(demo.search("sundsvall", "workshop"))) EXPECT_TRUE(hit.offered) << hit.title;
}

TEST(EndedPlaces, AServiceOfAClosedPlaceIsNotFound) {
    const DemoMunicipalities demo("2026-11-23T09:00:00Z", mapping_where_mobidig_is("closed"));
    for (const auto* question : questions) {
        for (const auto& hit : of_mobidig(demo.search("sundsvall", question))) {
            EXPECT_EQ(hit.kind, "place") << question << ": " << hit.title;
            EXPECT_FALSE(hit.offered);
            EXPECT_NE(hit.why.find("Stängd för gott"), std::string::npos) << hit.why;
        }
    }
    const auto& tenant = demo.tenant("sundsvall");
    EXPECT_FALSE(demo.referral->find(tenant, "activity:sundsvall-mobidig-workshop", i18n::translator("sv")));
}

TEST(EndedPlaces, AServiceOfAPausedOrPlannedPlaceSaysSoAndIsNotOffered) {
    for (const auto& [status, said] : {std::pair{"paused", "Tillfälligt stängd"}, std::pair{"planned", "Planerad"}}) {
        const DemoMunicipalities demo("2026-11-23T09:00:00Z", mapping_where_mobidig_is(status));
        EXPECT_FALSE(of_mobidig(demo.search("sundsvall", "workshops med mobidig")).empty()) << status;
        for (const auto* question : questions) {
            for (const auto& hit : of_mobidig(demo.search("sundsvall", question))) {
                EXPECT_FALSE(hit.offered) << hit.title;
                EXPECT_NE(hit.why.find(said), std::string::npos) << hit.title << ": " << hit.why;
                EXPECT_NE(hit.open.now, directory::Openness::open);
            }
        }
    }
}

}  // namespace
}  // namespace digilots::referral
