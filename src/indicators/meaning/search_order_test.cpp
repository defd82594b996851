#include "indicators/meaning/search_order.h"

#include <gtest/gtest.h>

namespace digilots::indicators {
namespace {

Indicator titled(const char* id, const char* title, bool retired = false) {
    Indicator one;
    one.id = id;
    one.source = "kolada";
    one.title_sv = title;
    one.retired = retired;
    return one;
}

std::string order_of(std::vector<Indicator> found, std::string_view words) {
    std::string ids;
    for (const auto& one : in_order(std::move(found), words)) ids += one.id + " ";
    return ids;
}

TEST(SearchOrder, PutsAWordOfTheTitleFirst) {
    EXPECT_EQ(order_of({titled("N00001", "Tillgänglighet till tjänster"), titled("N00002", "Tillgång till bredband"),
                        titled("N00003", "Bredbandskollen, mätningar")},
                       "bredband"),
              "N00002 N00003 N00001 ");
}

TEST(SearchOrder, PutsWhatIsUpdatedBeforeWhatIsNot) {
    EXPECT_EQ(order_of({titled("N00001", "Bredband, andel (%) (-2019)", true), titled("N00002", "Fast bredband, andel (%)")},
                       "bredband"),
              "N00002 N00001 ");
}

TEST(SearchOrder, PutsMunicipalitiesBeforeRegions) {
    EXPECT_EQ(order_of({titled("N70001", "E-tjänster i vården"), titled("N00002", "E-tjänster i kommunen")}, "e-tjänst"),
              "N00002 N70001 ");
}

TEST(SearchOrder, KeepsTheOrderOfEquals) {
    EXPECT_EQ(order_of({titled("N00003", "Äldre i arbete"), titled("N00001", "Äldre i skolan")}, "äldre"), "N00003 N00001 ");
    EXPECT_EQ(order_of({titled("N00003", "A"), titled("N00001", "B")}, "  "), "N00003 N00001 ");
}

}  // namespace
}  // namespace digilots::indicators
