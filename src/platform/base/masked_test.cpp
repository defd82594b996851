#include "platform/base/masked.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(Masked, AnAddressIsKnownAgainAndNotLearnt) {
    EXPECT_EQ(masked_email("anna.andersson@gmail.com"), "a…@gmail.com");
    EXPECT_EQ(masked_email("anna@Telia.com"), "a…@Telia.com");
    EXPECT_EQ(masked_email("anna@annaandersson.se"), "a…@a….se") << "a domain of one's own is a name";
    EXPECT_EQ(masked_email("åsa@sub.domän.se"), "å…@s….se") << "whole letters";
    for (const char* none : {"", "@", "@example.org", "anna", "anna@", "anna@.se", "a.b@c"})
        EXPECT_EQ(masked_email(none), "") << none;
}

TEST(Masked, OfANumberItsEndAlone) {
    EXPECT_EQ(end_of_phone("070-123 45 67"), "67");
    EXPECT_EQ(end_of_phone("+47 75 42 00 03"), "03");
    EXPECT_EQ(end_of_phone("060-19 10 00 ankn. 12"), "00");
    EXPECT_EQ(end_of_phone("060-19 10 01;ext=12"), "01");
    EXPECT_EQ(end_of_phone("112"), "") << "it would stand there whole";
    EXPECT_EQ(end_of_phone(""), "");
}

}  // namespace
}  // namespace digilots::base
