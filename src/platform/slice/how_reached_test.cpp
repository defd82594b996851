#include "platform/slice/how_reached.h"

#include <gtest/gtest.h>

namespace digilots {
namespace {

TEST(HowReached, ANumberOfAPersonIsNoWayToReachThem) {
    for (const char* number : {"19121212-1212", "8112189876", "811218-9876", "01017010170", "Elsa 19121212-1212, Ringvägen 3"})
        for (const char* country : {"SE", "NO"}) EXPECT_TRUE(holds_persons_number(number, country)) << number << country;
}

TEST(HowReached, APhoneNumberIsOneThoughItReadsAsABirthday) {
    for (const char* number : {"070-123 45 67", "0701234562", "060-19 10 11", "+47 81 54 93 00"})
        EXPECT_FALSE(holds_persons_number(number, "SE")) << number;
    for (const char* number : {"75 42 00 00", "+46 70 123 45 67", "elsa@example.org", "Ringvägen 3, 123 45 Lotsby", ""})
        EXPECT_FALSE(holds_persons_number(number, "NO")) << number;
}

}  // namespace
}  // namespace digilots
