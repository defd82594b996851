// Notes as guides write them, in Swedish, bokmål, nynorsk and English. All people and numbers are made up; numbers are from
// the authorities' test series or kept for fiction.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/personal/personal_data.h"

namespace digilots::personal {
namespace {

using Texts = std::initializer_list<const char*>;

void expect_each(PersonalData kind, Texts texts) {
    for (const char* text : texts) EXPECT_EQ(find_personal_data(text), kind) << text;
}

TEST(NoteTexts, HoldInterimNumbers) {
    expect_each(PersonalData::personal_number,
                {"850312-T124", "850312-R124", "19850312-T124", "19850312T124", "850312T124", "850312 T124",
                "850312 - T124", "850312–T124", "850312+T124", "850312-S124", "850312-U124", "850312-W124",
                "850312-X124", "850312-A124", "850312-B124", "19850312-Z124", "850312 Q124", "850312-a124",
                "850312-J124", "850312-K124", "850312-L124", "850312-M124", "850312-N124",
                "850312-t124", "850312-r124", "1985-03-12-T124", "85-03-12-T124", "85 03 12 T124",
                "850372-T124", "Hade interimsnummer 850312-T124 och fick ingen e-legitimation",
                "Personen har TF-nummer 19850312-T124.", "(850312-T124)", "pnr: 850312-R124, bank",
                "８５０３１２－T１２４", "٨٥٠٣١٢-T١٢٤", "850312\u200B-T124", "rum 24 850312-T124", "2 st 850312-T124",
                "20000229-T124", "Reservenummer 850312-R124 hjå banken",
                "temporary number 850312-T124 at the bank"});
}

TEST(NoteTexts, HoldSwedishNumbers) {
    expect_each(PersonalData::personal_number,
                {"Hjälpte 811218-9876 med BankID", "Pnr 19811218-9876 spärrat",
                "Hon sa 81 12 18 98 76 i telefonen", "811 218 98 76", "8112 1898 76", "81-1218-9876",
                "81/12/18-9876", "81_12_18_9876", "811218:9876", "811218, 9876",
                "samordningsnummer 811278-9873", "samordningsnr 19811278 9873", "811278/9873",
                "811218\u20119876", "811218—9876", "811218 − 9876", "ålder 44, 811218-9876, vill ha e-leg",
                "Född 1981-12-18, sista fyra 1981-12-18-9876", "8 1 1 2 1 8 - 9 8 7 6",
                "Kom med 120229-1231 (barn)", "𝟖𝟏𝟏𝟐𝟏𝟖-𝟗𝟖𝟕𝟔",
                "personal number 811218-9876 for Skatteverket", "811218     9876", "811218 -- 9876", "811218;9876",
                "811218|9876", "811218 = 9876", "811218~9876", "811218～9876", "811218ー9876", "811218➖9876", "811218[9876]",
                "811218\\9876", "811218\"9876\"", "811218#9876", "811218 ; 9876"});
}

TEST(NoteTexts, HoldNorwegianNumbers) {
    expect_each(PersonalData::personal_number,
                {"Fødselsnummer 01019010046", "fnr 010190 10046 ble avvist i ID-porten",
                "fødselsnr. 010190-10046", "D-nummer 41019010110",
                "D-nummer 410190 10110 verkar ikkje med MinID", "H-nummer 01419010029", "01.01.90-10046",
                "01/01/90 10046", "010 190 100 46", "01 01 90 100 46", "0101 9010 046",
                "0 1 0 1 9 0 1 0 0 4 6", "syntetisk 01819010001", "syntetisk 01669010075",
                "fnr: ０１０１９０１００４６", "fnr ٠١٠١٩٠١٠٠٤٦", "Ho hadde fødselsnummer 01019010046 på eit ark",
                "birth number 01019010046"});
}

TEST(NoteTexts, HoldPhoneNumbers) {
    expect_each(PersonalData::phone_number,
                {"ring 55000052", "Ring 55000052 i morgen", "ringe 22000052", "Ringt 35000052 to ganger",
                "tlf 55000052", "tlf. 55000052", "Tlf: 55000052", "telefon 75000052",
                "telefonnummer 55000052", "telefonnr 55000052", "mobil 55000052", "mobilnr: 55000052",
                "mob 55000052", "sms til 55000052", "SMS 55000052", "kontakt på 55000052",
                "kontakt 55000052", "nås på 55000052", "når ho på 55000052",
                "hun nås på 55000052 etter kl 12", "55000052 (mobil)", "55000052, tlf", "call 55000052",
                "Called 55000052 twice", "phone 55000052", "text 55000052", "reach her on 55000052",
                "WhatsApp 55000052", "ring heim til 55000052", "Ho vil at vi skal ringje 55000052",
                "ring 5500 0052", "ringte 5500 0052", "ringte 5500 00 52",
                "tlf 4123 4567", "ring 55 00 00 52", "ring 550 00 052", "tlf 41 234 567",
                "Mobiltelefon: 41234567", "41234567 er nummeret hans", "Skriv til 91234567", "55 00 00 52",
                "+47 55 00 00 52", "0047 55000052", "+4755000052", "(+47) 55000052", "ring ٥٥٠٠٠٠٥٢",
                "ring ５５００００５２", "ring 55\u200B000052", "ring nr 55000052",
                "Ring tillbaka på 070-174 06 05", "0701740605", "070 1740605", "070.174.06.05",
                "+46 (0)70-174 06 05", "+46(0)60-19 10 00", "0046 70 174 06 05", "060–19 10 00",
                "060\u00A019\u00A010\u00A000", "tel:+46701740605", "Nås på 0980-319 20 05",
                "ärende om 070-174 06 05", "call +358 40 123 4567"});
}

TEST(NoteTexts, HoldAddresses) {
    expect_each(PersonalData::email,
                {"anna@example.se", "anna(at)example.se", "anna (at) example.se", "anna[at]example.se",
                "anna [at] example [dot] se", "anna at example dot se", "anna.svensson at example dot com",
                "kari at epost punktum no", "anna at example punkt se", "anna snabel-a example.se",
                "anna (snabel-a) example.se", "anna snabel a example punkt se", "anna snabela example.se",
                "kari krøllalfa example.no", "kari krøllalfa epost punktum no", "kari alfakrøll example.no",
                "anna(at)example(dot)se", "anna (@) example.se", "anna{at}example.se", "anna<at>example.se",
                "ANNA(AT)EXAMPLE.SE", "Anna AT example DOT se", "Skriv till anna (at) example.se i morgon",
                "anna at example.com", "Skriv till anna at example.com i morgen", "asvensson at example.com.",
                "anna.andersson at example.com tack", "svensson at gmail.com vill ha", "anna [ät] example.com",
                "anna (ät) example.com", "anna (a) example.com", "anna[a]example.com", "anna.andersson(at)gmail",
                "anna.andersson@gmail", "anna (at) hotmail", "Mail: anna_b(at)sub.example.co.uk", "anna＠example。se",
                "anna@\u200Bexample.se", "anna @ gmail . com", "anna {at} example . se", "anna%40example.se",
                "anna&#64;example.se", "anna@\nexample.se", "anna@@example.se", "ANNA%40EXAMPLE.SE"});
}

TEST(NoteTexts, HoldCardsAndAccounts) {
    expect_each(PersonalData::card_number,
                {"4111 1111 1111 1111", "4111111111111111", "4111-1111-1111-1111",
                "kort 4111 1111 1111 1111 spärrat", "5555 5555 5555 4444", "5105105105105100",
                "2223 0031 2200 3222", "3782 822463 10005", "378282246310005", "3056 930902 5904",
                "6011 1111 1111 1117", "4111.1111.1111.1111",
                "4111_1111_1111_1111", "4111, 1111, 1111, 1111", "4111,1111,1111,1111", "4111\n1111\n1111\n1111",
                "4111\r\n1111\r\n1111\r\n1111", "41111111 11111111", "41111111-11111111", "4111/1111/1111/1111",
                "٤١١١ ١١١١ ١١١١ ١١١١", "4111    1111    1111    1111", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "Bankkortet 4111 1111 1111 1111 virket ikke",
                "card 4111\u00A01111\u00A01111\u00A01111 was refused"});
    expect_each(PersonalData::account_number,
                {"SE35 5000 0000 0549 1000 0003", "SE3550000000054910000003",
                "IBAN: SE35 5000 0000 0549 1000 0003, tack", "NO93 8601 1117 947", "no9386011117947",
                "SE35-5000-0000-0549-1000-0003", "SE35.5000.0000.0549.1000.0003", "NO93-8601-1117-947",
                "SE35\n5000 0000 0549 1000 0003",
                "GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 00."});
}

}  // namespace
}  // namespace digilots::personal
