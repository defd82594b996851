#include "platform/base/email.h"

#include <gtest/gtest.h>

#include "platform/base/plain.h"

namespace digilots::base {
namespace {

void expect_fault(EmailFault fault, std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(fault_of_email(text), fault) << text;
}

TEST(Email, TakesAddressesThatCanBeWrittenTo) {
    expect_fault(EmailFault::none,
                 {"bygglov@kommunen.se", "bygg.lov+info@sub.kommunen.se", "a@b.se", "BYGG@KOMMUNEN.SE",
                  "åsa@räksmörgås.se", "иван@пример.рф", "o'hara@example.org", "x@xn--rksmrgs-5wao1o.se",
                  "guide@sundsvall.example", "a_b-c@example.museum"});
}

TEST(Email, RefusesWhatIsNotSeen) {
    expect_fault(EmailFault::invisible,
                 {"bygglov@kommunen.se\u200B", "\u200Bbygglov@kommunen.se", "bygg\u00ADlov@kommunen.se",
                  "bygglov@kommu\u200Dnen.se", "\uFEFFbygglov@kommunen.se", "bygglov\u202E@kommunen.se",
                  "bygglov＠kommunen.se", "bygglov@kommunen。se", "bygg\u00A0lov@kommunen.se",
                  "bygg–lov@kommunen.se", "bygglov@kommunen.se\x01", "ｂygglov@kommunen.se"});
}

TEST(Email, RefusesLinks) {
    expect_fault(EmailFault::mailto, {"mailto:bygglov@kommunen.se", "MAILTO:bygglov@kommunen.se",
                                      "a@b.se?bcc=c@d.se", "a@b.se?"});
}

TEST(Email, RefusesWhatIsNoOneAddress) {
    expect_fault(EmailFault::not_one_address, {"",
                                               "a",
                                               "@",
                                               "a@",
                                               "@b.se",
                                               "a@b",
                                               "a..b@c.se",
                                               "a@b..se",
                                               ".a@b.se",
                                               "a.@b.se",
                                               "a@.b.se",
                                               "a@b.se.",
                                               "a@b@c.se",
                                               "a b@c.se",
                                               "a@b.se, c@d.se",
                                               "a@b.se;c@d.se",
                                               "<a@b.se>",
                                               "a%0Abcc:x@y.se@b.se",
                                               "a&b@c.se",
                                               "a@-b.se",
                                               "a@b.s",
                                               "a@b.1x",
                                               "a\n@b.se",
                                               "\"a\"@b.se",
                                               "a@b_c.se",
                                               "a?b@c.se"});
    EXPECT_EQ(fault_of_email(std::string(65, 'a') + "@b.se"), EmailFault::not_one_address);
    EXPECT_EQ(fault_of_email("a@" + std::string(250, 'b') + ".se"), EmailFault::not_one_address);
}

TEST(Plain, KnowsWhatIsNotSeen) {
    for (const char* text : {"a\u200B", "\u202Ea", "a\u00ADb", "\uFEFF", "a\x07"})
        EXPECT_TRUE(holds_invisible(text)) << text;
    for (const char* text : {"", "a b", "å", "a\u030A", "två\nrader", "😀", "a\tb"})
        EXPECT_FALSE(holds_invisible(text)) << text;
    EXPECT_EQ(plain("٠６–\u00A0Ö"), "06- x");
}

}  // namespace
}  // namespace digilots::base
