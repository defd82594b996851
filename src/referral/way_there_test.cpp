// The way to a place stands beside its address: on a map, by its position or its address.
#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

TEST(WayThere, AHitOfAPlaceThatStandsStillLeadsToAMap) {
    DemoMunicipalities demo;
    std::size_t by_position = 0, by_address = 0;
    for (const auto* slug : {"sundsvall", "harnosand", "nordanstig"}) {
        const auto tenant = demo.tenant(slug);
        for (const auto& place : demo.directory->snapshot(tenant.id)->places) {
            const auto hit = demo.referral->find(tenant, "place:" + place.id, i18n::translator("sv"));
            if (!hit) continue;
            const bool is_exact = place.latitude && place.longitude && !place.approximate_position;
            if (place.collective || place.mobile || (!is_exact && place.address.empty())) {
                EXPECT_EQ(hit->map_url, "") << place.id;
            } else if (is_exact) {
                ++by_position;
                EXPECT_TRUE(hit->map_url.starts_with("https://www.openstreetmap.org/?mlat=")) << hit->map_url;
            } else {
                ++by_address;
                EXPECT_TRUE(hit->map_url.starts_with("https://www.openstreetmap.org/search?query=")) << hit->map_url;
                EXPECT_EQ(hit->map_url.find(' '), std::string::npos) << hit->map_url;
            }
        }
    }
    EXPECT_GT(by_position + by_address, 0U);
}

}  // namespace
}  // namespace digilots::referral
