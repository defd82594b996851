// A bus is found by where it stops, with the stop and the next time; what is paused stands behind what is open.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/register/records.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

class StopsFound : public ::testing::Test {
protected:
    StopsFound() { add_stop("kramfors-bokbuss", "Torget, Docksta"); }

    void add_stop(const std::string& bus, const std::string& name) {
        auto& stops = demo.directory->stops();
        const auto around = stops.around("2282");
        const auto added = stops.add(around,
                                     {{"name", {name}}, {"place_id", {bus}}, {"weekday", {"tu"}}, {"every", {"1"}},
                                      {"times", {"14-14.45"}}, {"starts", {"2026-09-01"}}},
                                     "anna");
        EXPECT_TRUE(added);
    }
    ReferralHit first(const std::string& question, const std::string& language = "sv") {
        const auto answer = demo.search("kramfors", question, language);
        return answer.hits.empty() ? ReferralHit() : answer.hits.front();
    }

    DemoMunicipalities demo;
};

TEST_F(StopsFound, ByTheirNamesAndByWordsForAStop) {
    for (const auto* question : {"hållplats", "hållplatser", "holdeplass", "Docksta torget", "hållplats Docksta",
                                 "bokbuss docksta", "bokbussens hållplatser"}) {
        EXPECT_EQ(first(question).id, "kramfors-bokbuss") << question << ": " << demo.hits("kramfors", question);
    }
    EXPECT_EQ(first("bus stop", "en").id, "kramfors-bokbuss") << demo.hits("kramfors", "bus stop");
}

TEST_F(StopsFound, AHitNamesTheStopAndTheNextTime) {
    const auto named = first("hållplats Docksta");
    EXPECT_TRUE(named.why.starts_with("Stannar vid Torget, Docksta: tisdag 24 november 14.00–14.45")) << named.why;
    for (const auto& hit : {named, first("hållplats")}) {
        EXPECT_EQ(hit.next_change, "öppnar i morgon 14.00, vid Torget, Docksta");
    }
    demo.clock.set(base::from_civil(std::chrono::year{2026} / 11 / 24, 14, 20, "Europe/Stockholm"));
    EXPECT_EQ(first("bokbuss").next_change, "stänger 14.45, vid Torget, Docksta");
}

TEST_F(StopsFound, AWordForAKindOfPlaceFindsThatKindAndNotAStopBesideIt) {
    add_stop("kramfors-bokbuss", "Bollsta bibliotek");
    EXPECT_NE(first("bibliotek").id, "kramfors-bokbuss") << demo.hits("kramfors", "bibliotek");
}

TEST_F(StopsFound, WhoNamesALocalityBesideAnErrandFindsTheHelpThereFirst) {
    const auto answer = demo.search("kramfors", "mobil ullånger", "sv");
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_NE(answer.hits.front().where.find("Ullånger"), std::string::npos) << demo.hits("kramfors", "mobil ullånger");
}

/// The demo, with the library of Kramfors paused and called by the village where the bus stops.
std::string mapping_with_a_paused_place() {
    std::string text(base::embedded_file("data/demo/mapping.json").value());
    constexpr std::string_view open = "\"status\": \"open\"";
    const auto place = text.find("\"id\": \"kramfors-bibliotek\"");
    ENSURE(place != text.npos);
    const auto status = text.find(open, place);
    ENSURE(status != text.npos);
    text.replace(status, open.size(), "\"status\": \"paused\"");
    constexpr std::string_view name = "\"name\": \"";
    const auto at = text.find(name, place) + name.size();
    return text.replace(at, text.find('"', at) - at, "Docksta bibliotek");
}

TEST(PausedPlaces, StandBehindAnOpenBusThatIsNamedAsMuch) {
    DemoMunicipalities demo("2026-11-23T09:00:00Z", mapping_with_a_paused_place());
    auto& stops = demo.directory->stops();
    ASSERT_TRUE(stops.add(stops.around("2282"),
                          {{"name", {"Docksta"}}, {"place_id", {"kramfors-bokbuss"}}, {"weekday", {"tu"}}, {"every", {"1"}},
                           {"times", {"14-14.45"}}, {"starts", {"2026-09-01"}}},
                          "anna"));
    const auto answer = demo.search("kramfors", "docksta");
    ASSERT_GE(answer.hits.size(), 2U) << demo.hits("kramfors", "docksta");
    EXPECT_EQ(answer.hits[0].id, "kramfors-bokbuss") << demo.hits("kramfors", "docksta");
    EXPECT_TRUE(answer.hits[0].offered);
    const auto paused = std::ranges::find(answer.hits, "kramfors-bibliotek", &ReferralHit::id);
    ASSERT_NE(paused, answer.hits.end());
    EXPECT_FALSE(paused->offered);
}

}  // namespace
}  // namespace digilots::referral
