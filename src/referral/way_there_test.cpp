// The way to a place stands beside its address: on a map, by its position or its address.
#include <gtest/gtest.h>

#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

class WayThere : public ::testing::Test {
protected:
    std::optional<ReferralHit> hit_of(const register_::Draft& draft, const std::string& municipal_phone = "") {
        auto& places = demo.directory->records(directory::RecordKind::place);
        auto typed = draft;
        typed.insert({{"title", {"Huset vid bron"}}, {"name", {"Huset vid bron"}}, {"kind", {"library"}}});
        const auto added = places.add(places.around("2281"), typed, "anna");
        if (!added) {
            for (const auto& problem : added.error().problems) ADD_FAILURE() << problem.input;
            return std::nullopt;
        }
        auto tenant = demo.tenant("sundsvall");
        tenant.phone = municipal_phone;
        return demo.referral->find(tenant, "place:" + added->id, i18n::translator("sv"));
    }
    std::string way_to(const register_::Draft& draft) {
        const auto hit = hit_of(draft);
        return hit ? hit->map_url : "not found";
    }
    DemoMunicipalities demo;
};

TEST_F(WayThere, IsOnAMapByThePositionOrElseTheAddress) {
    EXPECT_EQ(way_to({{"address", {"Storgatan 4"}}, {"latitude", {"62.390811"}}, {"longitude", {"17.306927"}}}),
              "https://www.openstreetmap.org/?mlat=62.39081&mlon=17.30693#map=17/62.39081/17.30693");
    const auto by_address = way_to({{"title", {"Ett till"}}, {"name", {"Ett till"}}, {"address", {"Storgatan 4"}}});
    EXPECT_TRUE(by_address.starts_with("https://www.openstreetmap.org/search?query=Storgatan")) << by_address;
    EXPECT_EQ(by_address.find(' '), std::string::npos) << by_address;
    EXPECT_EQ(way_to({{"title", {"Ett tredje"}}, {"name", {"Ett tredje"}}}), "") << "nobody knows where it is";
}

TEST_F(WayThere, WhereNobodyAnswersAtAPlaceItGoesOnToTheMunicipalityAndThenToTheDesk) {
    const auto hit = hit_of({{"phone", {"060-19 10 11"}}}, "060-19 10 00");
    ASSERT_TRUE(hit);
    EXPECT_EQ(hit->phone, "060-19 10 11");
    EXPECT_EQ(hit->bring, "") << "nothing is said";
    const auto with_papers = hit_of({{"title", {"Ett tredje"}}, {"name", {"Ett tredje"}}, {"bring", {"Brevet"}}});
    EXPECT_EQ(with_papers->bring, "Brevet");
    EXPECT_TRUE(hit->otherwise.starts_with("Kommunen i Sundsvall, 060-19 10 00")) << hit->otherwise;
    EXPECT_NE(hit->otherwise.find(". Sedan: Biblioteken och DigidelCenter"), std::string::npos) << hit->otherwise;
    const auto alone = hit_of({{"title", {"Ett till"}}, {"name", {"Ett till"}}}, "060-19 10 00");
    EXPECT_TRUE(alone->otherwise.starts_with("Biblioteken och DigidelCenter")) << "rung: " << alone->otherwise;
}

}  // namespace
}  // namespace digilots::referral
