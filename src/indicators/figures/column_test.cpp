#include "indicators/figures/column.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace digilots::indicators {
namespace {

TEST(Columns, ComeBackAsTheyWerePacked) {
    const auto& places = Places::of("NO");
    Column column(places.size());
    column.set(0, 0.1 + 0.2);
    column.set(1, -0.0);
    column.set(5, Missing::secret);
    column.set(6, Missing::not_applicable);
    column.set(7, Missing::not_published);
    column.set(places.size() - 1, 1e300);
    const auto back = unpack(pack(column, places), places);
    EXPECT_EQ(back.reasons, column.reasons);
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (column.has(at)) {
            EXPECT_EQ(back.values[at], column.values[at]);
        }
    }
    for (const char* text : {"0.1", "123456789012345", "0.12345678901234567", "-7.25", "5.",
                             "9007199254740993", "1e-7", "-0", ".5", "1.2.3"}) {
        const auto cell = unpack("0301=" + std::string(text) + " 1101=4", places);
        char* end = nullptr;
        const double wanted = std::strtod(text, &end);
        EXPECT_EQ(cell.has(0), *end == '\0') << text;
        if (*end == '\0') {
            EXPECT_EQ(cell.values[0], wanted) << text;
        }
        EXPECT_EQ(cell.values[*places.position("1101")], 4) << text;
    }
    const PackedColumn packed(pack(column, places), places);
    for (std::size_t at = 0; at < places.size(); ++at) {
        EXPECT_EQ(packed.value(at), column.has(at) ? std::optional(column.values[at]) : std::nullopt);
    }
    EXPECT_EQ(packed.whole().reasons, column.reasons);
    EXPECT_EQ(packed.value(0), 0.1 + 0.2);
    EXPECT_EQ(unpack("nonsense 0301 0000=1 =", places).reasons, Column(places.size()).reasons);
    EXPECT_EQ(places.ids()[*places.position_of_code("1860")], "NO-1860");
}

}  // namespace
}  // namespace digilots::indicators
