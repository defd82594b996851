// What a note may not hold, both ways: found where it stands, and nothing innocent refused. All numbers are made up or
// from the authorities' test series.
#include <gtest/gtest.h>

#include "platform/personal/personal_data.h"

namespace digilots::personal {
namespace {

void expect(PersonalData kind, std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(find_personal_data(text), kind) << text;
}

TEST(PersonalData, FindsSwedishPersonalNumbers) {
    expect(PersonalData::personal_number,
           {"811218-9876", "8112189876", "811218+9876", "811218 9876", "19811218-9876", "198112189876", "18811218+9876",
            "20000229-1235", "120229-1231", "pnr 811218-9876.", "(811218-9876)", "pnr:811218-9876", "Anna,811218-9876,bank",
            "2 st 811218-9876", "1 811218-9876", "811218-9876 1", "811218 - 9876", "811218–9876", "811218−9876",
            "1981-12-18-9876", "1981-12-18 9876", "81-12-18-9876", "81 12 18 98 76", "81.12.18.98.76", "811218 98 76",
            "8 1 1 2 1 8 9 8 7 6", "8.1.1.2.1.8.9.8.7.6", "19 81 12 18 98 76", "811218/9876", "811218_9876", "811218.9876",
            "tel 1177, 811218-9876"});
}

TEST(PersonalData, FindsCoordinationNumbers) {
    expect(PersonalData::personal_number, {"811278-9873", "8112789873", "19811278-9873", "811278 9873"});
}

TEST(PersonalData, FindsNorwegianNumbers) {
    expect(PersonalData::personal_number,
           {"01019010046", "010190 10046", "01.01.90 10046", "01 01 90 10046", "010190-10046", "fnr: 01019010046",
            "41019010110", "410190 10110", "01419010029", "01819010001", "01669010075", "29020010027", "15078510150",
            "0 1 0 1 9 0 1 0 0 4 6"});
}

TEST(PersonalData, FindsDigitsOfOtherScriptsAndHiddenCharacters) {
    expect(PersonalData::personal_number,
           {"８１１２１８－９８７６", "٨١١٢١٨-٩٨٧٦", "۸۱۱۲۱۸-۹۸۷۶", "८११२१८-९८७६", "811218\u200B-\u200B9876", "8112\u200D189876",
            "811218\u00A09876", "811218\u202F9876", "811218\u00AD9876", "8\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E32189876",
            "𝟖𝟏𝟏𝟐𝟏𝟖-𝟗𝟖𝟕𝟔", "⁸¹¹²¹⁸⁹⁸⁷⁶", "811218\n9876", "811218\t9876", "811218‑9876"});
    expect(PersonalData::phone_number, {"０７０１２３４５６７", "070\u200B123\u200B45\u200B67", "070\u00A0123\u00A045\u00A067"});
    expect(PersonalData::email, {"anna＠example．se", "anna\u200B@example.se", "ａｎｎａ@ｅｘａｍｐｌｅ.ｓｅ"});
}

TEST(PersonalData, FindsPhoneNumbers) {
    expect(PersonalData::phone_number,
           {"070-123 45 67", "ring 070-123 45 67", "0701-23 45 67", "0701234567", "070 123 45 67", "070.123.45.67",
            "070/123 45 67", "070-1234567", "0980-319 20 05", "098031920", "060-19 10 00", "(060) 19 10 00", "0660-880 00",
            "08-12 34 56 78", "08-123 456 78", "08-12345678", "08/123 45 678", "+46 70 123 45 67", "+46701234567",
            "+46 (0)70-123 45 67", "+46(0)701234567", "0046701234567", "0046 70 123 45 67", "+47 41 23 45 67", "+4741234567",
            "0047 41 23 45 67", "004741234567", "41 23 45 67", "412 34 567", "tlf. 91234567", "22 12 34 56",
            "(+47) 41 23 45 67", "+358 40 123 4567", "+44 20 7946 0958", "+1 202-555-0143", "tel:0701234567",
            "Nås på 0701234567 kl 10-15", "070–123 45 67", "0 7 0 1 2 3 4 5 6 7", "073-123 45 67.",
            "kl 10-15, 070-123 45 67"});
}

TEST(PersonalData, FindsPhoneNumbersThatLackTheirPlusOrZero) {
    expect(PersonalData::phone_number,
           {"mobil 701234567", "ring 70 123 45 67", "sms till 73-123 45 67", "46 70 123 45 67", "46701234567",
           "46 (0)70-123 45 67",
            "ring 46 70 123 45 67", "701234567 (mobil)"});
    expect(PersonalData::none, {"701234567", "ärende 701234567", "4670123", "ordernr 46701234567", "46 70 123 kr"});
}

TEST(PersonalData, LeavesNumbersOfAuthoritiesAndServices) {
    expect(PersonalData::none,
           {"Ringde Skatteverket 0771-567 567", "0771567567", "077-156 75 67", "+46 771 567 567", "0046771567567",
            "020-22 40 50", "020-123 456", "0200-12 34 56", "010-456 10 00", "010 456 10 00", "+46 10 456 10 00",
            "+46 (0)10-456 10 00", "010-123 45 67", "tel 010-1164400", "112", "113", "114 14", "1177", "116 123",
            "116 111 eller 1177",
            "ring 800 80 000", "80080000", "+47 800 80 000", "tlf 81549000", "02800", "ring 03200", "tlf. 02 800"});
    expect(PersonalData::personal_number, {"010 190 100 46", "010190 10046", "1177: 811218-9876", "0771-567 567, 811218-9876"});
    expect(PersonalData::phone_number, {"0771-567 567 eller 070-123 45 67", "08-123 456 78", "011-12 34 56", "021-12 34 56"});
}

TEST(PersonalData, LeavesHoursInARowAndVersions) {
    expect(PersonalData::none,
           {"kl 10 11 12 13 14 15", "Kl. 08 09 10 11 12 13", "kl 10, 11, 12, 13, 14, 15", "Version 12.12.12-1212",
            "versjon 81.12.18-9876", "v12.12.12.1212", "Firmware: 10.10.10.1010"});
    expect(PersonalData::personal_number, {"kl 10 811218-9876", "version 811218-9876", "81 12 18 98 76", "kl 81 12 18 98 76"});
}

TEST(PersonalData, FindsDigitsWithAnyHiddenLetterBetweenThem) {
    for (const char* hidden : {"\u115F", "\uFFF9", "\U000E0020", "\u3164", "\uFFA0", "\u17B4", "\u180B", "\u2065", "\u034F",
                               "\U0001D173", "\U000E0100"}) {
        std::string number, address;
        for (const char digit : std::string_view("8112189876")) (number += digit) += hidden;
        for (const char letter : std::string_view("anna@example.se")) (address += letter) += hidden;
        EXPECT_EQ(find_personal_data(number), PersonalData::personal_number);
        EXPECT_EQ(find_personal_data(address), PersonalData::email);
    }
}

TEST(PersonalData, LeavesAddressesOfOffices) {
    expect(PersonalData::none,
           {"info@sundsvall.se", "Mejlade kontakt@ange.se", "KUNDSERVICE@telia.example", "post (at) kommune.no",
           "bibliotek@sundsvall.se",
            "medborgarkontoret@sundsvall.se", "postmottak@trondheim.kommune.no", "registrator@kommun.se, tack",
            "support@bankid.com",
            "kundtjänst@example.se"});
    expect(PersonalData::email,
           {"info.anna@sundsvall.se", "annainfo@sundsvall.se", "info@gmail.com", "anna@sundsvall.se",
            "info@sundsvall.se och anna@sundsvall.se"});
}

TEST(PersonalData, FindsEmailAddresses) {
    expect(PersonalData::email,
           {"anna@example.se", "anna.b+bank@example.co.uk", "ANNA@EXAMPLE.SE", "<anna@example.se>", "mailto:anna@example.se",
            "åsa@räksmörgås.se", "anna@xn--rksmrgs-5wao1o.se", "иван@пример.рф", "anna @ example.se", "a@b.se",
            "o'hara@example.org", "\"anna b\"@example.se", "anna@[192.0.2.1]", "skriv till anna_b@sub.example.museum, tack",
            "anna@example.se."});
}

TEST(PersonalData, FindsNumbersThatAreNamedAsPersonalWhateverTheirCheckDigits) {
    expect(PersonalData::personal_number,
           {"pnr 850312-9999", "personnummer 8503121234", "fnr 01019012345", "Personnr: 850312-9999",
            "personnumret är 850312 9999", "hennes personnummer är 198503129999", "850312-9999 (personnummer)",
            "8503129999 är mitt personnummer", "fødselsnummer 01019012345", "fødselsnr. 010190 12345",
            "fødselsnummeret er 010190-12345", "fødselsnummar: 01019012345", "personal number 850312-9999",
            "social security number: 8503129999", "PNR:850312-9999", "samordningsnr 850372-9999",
            "pnr\u00A0850312\u20139999", "person nr 850312-9999"});
}

TEST(PersonalData, FindsADateOfBirthAsItIsSaidWithTheLastFigures) {
    expect(PersonalData::personal_number, {"12/3-85 1231", "12/3 85-1231", "12.3.85 1231", "född 12/3 1985 - 1231",
                                           "12-03-1985 1231", "1.1.90 10046", "1/1-90 10046"});
    expect(PersonalData::none, {"12/3-26 1231", "12/3-85 1232", "12/3-85 kl 1231", "12/3-85", "møte 12.3.2027 0915"});
}

TEST(PersonalData, FindsAccountAndCardNumbersThatAreNamedSo) {
    expect(PersonalData::account_number,
           {"kontonr 8601 11 17947", "kontonummer: 8601.11.17947", "Kontonr. 86011117947", "konto 8601 11 17947",
            "kontonummeret er 8601 11 17947", "clearing 6789 123 456 789", "clearingnr 6789-123456789",
            "kontonummer 6789 123456789", "8601 11 17947 är hans kontonummer", "account number 123456789",
            "bankkonto 12345678901", "kontonummer 8327-9, 123 456 789-0", "konto 8327-9,1234567890",
            "konto 8327-9, 123 456 789-0", "konto 8327-9: 123 456 789 0", "konto 8327-9 (1234567890)",
            "clearing 8327-9, konto 123 456 789-0", "account 6789, 123456789"});
    expect(PersonalData::card_number, {"kort 1234 5678 9012 3456", "kort: 1234,5678,9012,3456", "kortet 1234-5678-9012-3456",
            "card 1234567890123456", "kortnr 1234, 5678, 9012, 3456"});
    expect(PersonalData::personal_number, {"pnr 850312, 9999", "personnummer 850312: 9999"});
    expect(PersonalData::card_number, {"kortnummer 4111 1111 1111 1112", "kortnr: 1234567890123456",
                                       "card number 4111-1111-1111-1112"});
}

TEST(PersonalData, LeavesTimesAndDates) {
    expect(PersonalData::none,
           {"2026-11-22", "20261122", "22.11.2026", "22/11 2026", "22112026", "01.12.2026", "05-06-2026", "2026-11-22 13.00",
            "2026-11-22 13:06", "2026-11-22 10-15", "2026-11-22 - 2026-11-25", "26-11-22 13.06", "20261122 13:06",
            "22.11.2026-25.11.2026", "22.11.2026 - 25.11.2026", "kl 10-15", "kl 08.00-16.30", "08.00-16.30", "0800-1630",
            "08:00-16:30", "må 08-16 ti 09-12", "08-16 09-12", "09.30 10.15", "09.30, 10.15, 11.00", "13 00", "vecka 47",
            "8.00 och 16.30", "2020-2026", "1981-12-18", "på 90-talet", "11/12-13/12", "kl. 13.30 22/11"});
}

TEST(PersonalData, LeavesSumsModelsAndOtherNumbers) {
    expect(PersonalData::none,
           {"1 500 kr", "1500:-", "12 500 000 kr", "45 000 000 kr", "41234567 kr", "+10 000 000 kr", "852 31 Sundsvall",
            "se 852 31", "HP LaserJet 4050", "EPSON XP-4200", "iPhone 12", "SM-G991B", "Windows 11 23H2", "112", "1177",
            "114 14", "116 117", "ring 1177", "212000-2411", "5 st, 3 min", "0,5 timme", "0-5 år", "10 20 30 40 50 60",
            "65+", "+5 grader", "ISBN 978-91-7000-123-4", "1234 5678 9012 3456", "811218-9877", "8112189877", "811318-9876",
            "19811218-9877", "01019010047", "010190", "811218", "811218-XXXX", "3,14159265", "192.168.1.1",
            "version 1.81.0", "100%", "4-5 personer", "20-30 st", "HSDS 3.0", "sida 12-15"});
}

TEST(PersonalData, LeavesWordsThatLookLikeAddresses) {
    expect(PersonalData::none, {"", "@", "@sundsvall", "anna@", "anna@jobbet", "5 @ 10.50", "e-post",
                                "a@b", "hjälp med e-post @ biblioteket", "Freja eID+", "www.example.se"});
}

TEST(PersonalData, TakesAnyBytesInLinearTime) {
    expect(PersonalData::none, {"\xFF\xFE", "\xE2\x80", "\xF0\x9F\x98\x80", "\xC3"});
    for (const std::string_view piece : {"1", "12 ", "0", "a@", "@", "+", "07 ", "8.", "\xFF", "1-"}) {
        std::string text;
        while (text.size() < 2'000'000) text += piece;
        find_personal_data(text);
    }
    EXPECT_EQ(find_personal_data(std::string(1'000'000, 'x') + " 811218-9876"), PersonalData::personal_number);
}

}  // namespace
}  // namespace digilots::personal
