// Numbers as people write and paste them. Real ones are switchboards and emergency lines; others are kept for
// fiction.
#include "platform/base/phone.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

struct Case {
    const char *text, *dialled;
};

void expect_dialled(const char* country, std::initializer_list<Case> cases) {
    for (const auto& [text, dialled] : cases) {
        const auto read = read_phone(text, country);
        EXPECT_EQ(read ? read->dialled : "nothing", dialled) << text;
    }
}

TEST(Phone, SwedishNumbersAreDialledFromAnywhere) {
    expect_dialled("SE", {{"060-19 10 00", "+4660191000"},
                          {"+46(0)60-19 10 00", "+4660191000"},
                          {"+46 (0) 60 19 10 00", "+4660191000"},
                          {"+46 060-19 10 00", "+4660191000"},
                          {"+46 60 19 10 00", "+4660191000"},
                          {"0046 60-19 10 00", "+4660191000"},
                          {"0046(0)60-191000", "+4660191000"},
                          {"(060) 19 10 00", "+4660191000"},
                          {"060/19 10 00", "+4660191000"},
                          {"060\u00A0-\u00A019\u202F10\u00A000", "+4660191000"},
                          {"060–19 10 00", "+4660191000"},
                          {"060‒19 10 00", "+4660191000"},
                          {"060−19‑10—00", "+4660191000"},
                          {"tel:+4660191000", "+4660191000"},
                          {"Tel: 060-19 10 00", "+4660191000"},
                          {"０６０－１９１０００", "+4660191000"},
                          {"060\u200B-19 10 00\u200E", "+4660191000"},
                          {"08-508 00 500", "+46850800500"},
                          {"0771-567 567", "+46771567567"},
                          {"020-12 34 56", "+4620123456"},
                          {"0980-319 20 05", "+469803192005"}});
}

TEST(Phone, NorwegianNumbersAreDialledFromAnywhere) {
    expect_dialled("NO", {{"75 42 00 00", "+4775420000"},
                          {"754 20 000", "+4775420000"},
                          {"75420000", "+4775420000"},
                          {"+47 75 42 00 00", "+4775420000"},
                          {"(+47) 75 42 00 00", "+4775420000"},
                          {"0047 75 42 00 00", "+4775420000"},
                          {"+47 (0)75 42 00 00", "+4775420000"},
                          {"75\u00A042\u00A000\u00A000", "+4775420000"},
                          {"800 40 000", "+4780040000"},
                          {"02800", "02800"},
                          {"060-19 10 00", "060191000"},
                          {"+46(0)60-19 10 00", "+4660191000"}});
}

TEST(Phone, ShortNumbersStayAsTheyAre) {
    for (const char* country : {"SE", "NO", ""}) {
        expect_dialled(country, {{"112", "112"},
                                 {"110", "110"},
                                 {"1177", "1177"},
                                 {"11414", "11414"},
                                 {"114 14", "11414"},
                                 {"113 13", "11313"},
                                 {"116 111", "116111"},
                                 {"116 123", "116123"},
                                 {"90 101", "90101"},
                                 {"815", "815"},
                                 {"1881", "1881"}});
    }
}

TEST(Phone, WithoutACountryTheDigitsStay) {
    expect_dialled(
        "",
        {{"060-19 10 00", "060191000"}, {"75 42 00 00", "75420000"}, {"+46(0)60-19 10 00", "+4660191000"}});
}

TEST(Phone, OtherCountriesKeepTheirNumbers) {
    expect_dialled("SE", {{"+358 40 123 4567", "+358401234567"},
                          {"+44 (0)20 7946 0958", "+442079460958"},
                          {"+39 06 698 82 123", "+390669882123"},
                          {"+39 (0)6 698 82 123", "+390669882123"},
                          {"00358 40 123 4567", "+358401234567"},
                          {"+1 202-555-0143", "+12025550143"}});
}

TEST(Phone, ExtensionsAreDialledAfterwards) {
    expect_dialled("SE", {{"060-19 10 00 ankn. 12", "+4660191000;ext=12"},
                          {"060-19 10 00 anknytning 345", "+4660191000;ext=345"},
                          {"060-19 10 00 ext 12", "+4660191000;ext=12"},
                          {"060-19 10 00 x12", "+4660191000;ext=12"},
                          {"060-19 10 00 #12", "+4660191000;ext=12"},
                          {"060-19 10 00 ank 12", "+4660191000;ext=12"},
                          {"060-19 10 00, ank. 12", "+4660191000;ext=12"},
                          {"060-19 10 00 (ankn 12)", "+4660191000;ext=12"},
                          {"060-19 10 00 Anknytning: 12", "+4660191000;ext=12"},
                          {"060-19 10 00 anknytning nr 12", "+4660191000;ext=12"},
                          {"060-19 10 00, ext. 12", "+4660191000;ext=12"},
                          {"060-19 10 00 extension 12", "+4660191000;ext=12"},
                          {"060-19 10 00 linje 2", "+4660191000;ext=2"},
                          {"060-19 10 00 internnr. 4012", "+4660191000;ext=4012"},
                          {"060-19 10 00 internnummer 4012", "+4660191000;ext=4012"},
                          {"+4660191000;ext=12", "+4660191000;ext=12"}});
    EXPECT_EQ(read_phone("+4775420000 intern 7", "NO")->dialled, "+4775420000;ext=7");
}

TEST(Phone, IsKeptAsTypedWithPlainSigns) {
    EXPECT_EQ(read_phone("060\u00A0–\u00A019 10  00", "SE")->written, "060 - 19 10 00");
    EXPECT_EQ(read_phone("tel:060-19 10 00", "SE")->written, "060-19 10 00");
    EXPECT_EQ(read_phone(" +46(0)60-19 10 00 ", "SE")->written, "+46(0)60-19 10 00");
    EXPECT_EQ(read_phone("060-19 10 00 ankn. 12", "SE")->written, "060-19 10 00 ankn. 12");
    for (const char* text :
         {"060-19 10 00", "+46(0)60-19 10 00", "112", "75 42 00 00", "060-19 10 00 ankn. 12"}) {
        const auto once = read_phone(text, "SE");
        EXPECT_EQ(read_phone(once->written, "SE")->written, once->written);
        EXPECT_EQ(read_phone(once->written, "SE")->dialled, once->dialled);
    }
}

TEST(Phone, WhatIsNoOneNumberIsNone) {
    for (const char* text :
         {"", " ", "12", "ring oss", "060-19 10 00, 060-19 10 01", "060-19 10 00 eller 11",
          "1234567890123456", "060-19 10 00 / 060-19 10 01", "06+0191000", "060-19 10 00 rum 5", "växel",
          "060-19 10 00 x", "060-19 10 00 ext 12345678", "a@b.se", "+"}) {
        EXPECT_FALSE(read_phone(text, "SE")) << text;
    }
}

TEST(Phone, AMobileNumberWithADigitTooFewOrTooManyIsNone) {
    for (const char* text : {"070-174 06 5", "070-174 06 355", "+46 70 174 06 5", "0046 70 174 06 5", "(0)73-111 22 3"})
        EXPECT_FALSE(read_phone(text, "SE")) << text;
    for (const char* text : {"412 34 56", "912 34 567 8", "+47 412 34 56", "+47 912 34 567 8"})
        EXPECT_FALSE(read_phone(text, "NO")) << text;
    expect_dialled("SE", {{"070-174 06 35", "+46701740635"},
                          {"+46 (0)79-111 22 33", "+46791112233"},
                          {"0771-567 567", "+46771567567"}});
    expect_dialled("NO", {{"412 34 567", "+4741234567"}, {"+47 912 34 567", "+4791234567"}});
}

TEST(Phone, APersonHasNoShortNumber) {
    for (const char* number : {"1234", "1177", "112", "02800", "1234 ankn. 5678"})
        EXPECT_FALSE(read_persons_phone(number, "SE") || read_persons_phone(number, "NO")) << number;
    EXPECT_TRUE(read_persons_phone("08-123 45 67", "SE"));
    EXPECT_TRUE(read_persons_phone("0911-123 45", "SE"));
    EXPECT_TRUE(read_persons_phone("75 42 00 00", "NO"));
    EXPECT_TRUE(read_persons_phone("+358 40 123 4567", "SE"));
}

TEST(Phone, TheCountryIsThatOfTheZone) {
    EXPECT_EQ(country_of_zone("Europe/Stockholm"), "SE");
    EXPECT_EQ(country_of_zone("Europe/Oslo"), "NO");
    EXPECT_EQ(country_of_zone("Europe/Helsinki"), "");
    EXPECT_EQ(country_of_zone(""), "");
}

}  // namespace
}  // namespace digilots::base
