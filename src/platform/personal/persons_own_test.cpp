// What is a person's own and no function's, alone and in a text.
#include "platform/personal/persons_own.h"

#include <gtest/gtest.h>

namespace digilots::personal {
namespace {

using Found = std::vector<std::string>;

TEST(OwnAddress, IsThatOfANameOrAPrivateHost) {
    for (const auto* own : {"anna.andersson@sundsvall.se", "anna@sundsvall.se", "Anna-Karin.Berg@sundsvall.se",
                            "xerxes.olofsson@sundsvall.se", "bygglov@gmail.com", "biblioteket@Hotmail.SE"})
        EXPECT_TRUE(is_of_person(own)) << own;
    for (const auto* of_function : {"bygglov@sundsvall.se", "kommun.info@sundsvall.se", "bygg-och-miljo@sundsvall.se", "",
                                    "anna"})
        EXPECT_FALSE(is_of_person(of_function)) << of_function;
}

TEST(OwnPhone, IsAMobile) {
    for (const auto* own : {"070-174 06 35", "+46 73 123 45 67", "0046 76 123 45 67"}) EXPECT_TRUE(is_mobile(own, "SE")) << own;
    for (const auto* other : {"060-19 10 00", "0771-11 22 33", "112", ""}) EXPECT_FALSE(is_mobile(other, "SE")) << other;
    EXPECT_TRUE(is_mobile("912 34 567", "NO"));
    EXPECT_FALSE(is_mobile("75 42 00 00", "NO"));
}

TEST(OwnAddress, IsFoundInAText) {
    EXPECT_EQ(emails_of_persons_in("Skriv till sofia.lind@gmail.com, inte till bygglov@sundsvall.se (Anna@Sundsvall.se)."),
              (Found{"sofia.lind@gmail.com", "Anna@Sundsvall.se"}));
    EXPECT_EQ(emails_of_persons_in("anna@, @anna, a@@b, @"), Found{});
}

TEST(OwnPhone, IsFoundInAText) {
    EXPECT_EQ(mobiles_in("Ring Sofia Lind privat på 070-174 06 44 eller +46 73 123 45 67, 0701740644.", "SE"),
              (Found{"070-174 06 44", "+46 73 123 45 67", "0701740644"}));
    EXPECT_EQ(mobiles_in("070-174 06 44 2 tr", "SE"), Found{"070-174 06 44"});
    EXPECT_EQ(mobiles_in("Ring 912 34 567 kl 9", "NO"), Found{"912 34 567"});
    for (const auto* ordinary : {"060-19 10 00", "07 30-12 00, 13 00-16 00", "07.30-12.00 13.00", "2026-11-29",
                                 "Ärende 20260701-12", "0771-567 567", "010-123 45 67", "+", "0", "07", "1177"})
        EXPECT_EQ(mobiles_in(ordinary, "SE"), Found{}) << ordinary;
}

}  // namespace
}  // namespace digilots::personal
