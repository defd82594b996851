// Ordinary notes, in Swedish, bokmål, nynorsk and English, are kept; where they may hold a name or a number, with a warning.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/personal/personal_data.h"

namespace digilots::personal {
namespace {

void expect_kept(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(find_personal_data(text), PersonalData::none) << text;
}

bool doubts(const char* text, Doubt doubt) {
    const auto found = doubts_about(text);
    return std::ranges::find(found, doubt) != found.end();
}

TEST(OrdinaryNotes, InSwedishAreKept) {
    expect_kept(
                {"Bytte lösenord @ jobbet. Se bilaga", "rum 12;14;16", "20%40 i rabatt", "köpte 4 1 2 st . se kvittot",
                "A4=210 x 297",
                "nr 12 | 14 | 16", "Dnr KS 2024/00123", "diarienummer KS 2024/00123-4", "Ärende 2024-12345",
                "Ärendenr 55000052", "ärende nr 41234567", "Ärende: 55000052", "ref 55000052",
                "Ordernr 41234567", "Kundnummer 55000052 hos Telia", "fakturanr 41234567",
                "Faktura 55000052", "OCR 55000052", "Kostar 1 500 kr", "Pris 55000052 kr", "Pris: 349:-",
                "12 500 000 kr", "belopp 45 000 000 kronor", "öppet 0830-1630", "Öppet 08.30-16.30",
                "öppet mån 0900-1700 tis 0900-1200", "öppet kl 08-16, fre 08-15", "lunchstängt 1130-1230",
                "556036-0793", "Org.nr 556036-0793", "orgnr 212000-2411",
                "Organisationsnummer 556036-0793 saknas", "811218-9877", "19811218-9877 går inte igenom",
                "813218-9876", "850312-1", "852 31 Sundsvall", "Postnr 852 31", "SE-852 31 Sundsvall",
                "Rum 4012", "rum B302, plan 3", "Sal 12-14", "HP LaserJet 4050", "Epson XP-4200",
                "Brother DCP-L2530DW", "iPhone 12 Pro", "Samsung SM-G991B", "Windows 11 23H2",
                "Windows 10 version 19045.3693", "iOS 17.1.2", "Android 14", "version 2.14.0",
                "Chrome 119.0.6045.159", "IP 192.168.1.1", "IPv4 10.0.0.138", "2026-11-26 kl 13.05",
                "20261126", "26/11 2026", "2026-11-26--2026-11-28", "v 47, 2026", "läsåret 2026/2027",
                "2026-2027", "112", "ring 112", "ring 1177", "ring 114 14 vid stöld", "ring 116 111",
                "ring kundtjänst", "3 personer, 45 minuter", "2 x 30 min", "65+ gruppen, 12 deltagare",
                "5 st i 20 minuter", "andel 31,5 % mot 28,25 %", "skärm 1920x1080", "USB 3.0 och HDMI 2.1",
                "wifi på 5 GHz", "64 GB minne, 256 GB disk", "ISBN 978-91-7000-123-4", "artikelnr 41234567",
                "serienr 55000052", "modell 41234567", "lånekortet slutade fungera",
                "Bokning 55000052 är klar", "kvitto 41234567", "konto låst efter 3 försök",
                "BankID på kort, kod 3", "Hjälp med Swish", "mail till kommunen", "e-post @ jobbet",
                "hittar inte @ på tangentbordet", "Var sitter snabel-a på tangentbordet?",
                "hur skriver man (at) i adressen", "sundsvall.se/bygglov",
                "https://www.1177.se/Vasternorrland", "dnr 0123-4567/24", "kl 0915 till 1015", "0-5 år",
                "Buss 4 avgår 0715", "temperatur -12 till +5", "mötet 9.30, 10.15 och 11.00", "10 20 30 40",
                "LPT1 port 9100", "fel 0x80070005", "felkod 0x80004005", "A4, 80 g, 500 ark",
                "vet inte sitt personnummer", "personnummer saknas, ring 1177", "personnummer 850312",
                "pnr 852 31", "visade var kontonumret står", "kontonr har 11 siffror",
                "kontonummer 3010 i bokföringen", "konto 55000052", "fick nytt bankkonto 2026-11-26",
                "nytt bankkonto 26/11, 10:15 och 11:30", "bankkonto, 3 frågor, 15 minuter", "konto 2026-11-26 10.15",
                "kort 2026-11-26, 10:15", "kort 10 minuter, 15, 20 och 25", "kort fråga 26/11-2026 1015",
                "bankkort med 4 siffror i pinkoden", "12/3-26 1015", "26/11-26 0915",
                "PIN glömd, 4 siffror", "mötet 2026-11-26 B302", "26-11-26 A404", "ringde 0771-567 567 till Skatteverket",
                "åt sundsvall.se", "alternativ (a) och (b)", "skärmar 2024, 2025, 2026, 2027", "850312-T12",
                "850312-T1245", "851312-T124"});
}

TEST(OrdinaryNotes, InNorwegianAreKept) {
    expect_kept(
                {"Sak 55000052", "saksnr 55000052", "Saksnummer: 41234567", "sak 2024/1234",
                "Saken 2024/00123-5", "sak nr 41234567 i Altinn", "referanse 55000052", "Ref. 55000052",
                "ordre 41234567", "ordrenr. 55000052", "Bestilling 55000052 ventet", "kundenr 41234567",
                "faktura 55000052", "KID 55000052", "kr 55000052", "NOK 41234567", "koster 45000000 kr",
                "45 000 000 kr", "1 500,- for skriver", "budsjett 12 500 000 kroner", "åpent 0830-1530",
                "Åpent kl. 08.30–15.30", "ope 10.00-14.00 og 16.00-18.00", "stengt 24.12-26.12", "20261126",
                "26.11.2026 kl. 13.05", "26.11.2026-28.11.2026", "26112026", "uke 47",
                "skoleåret 2026/2027", "Org.nr. 974 760 673", "organisasjonsnr 974760673",
                "974 760 673 MVA", "01019010047", "010190", "fødselsdato 01.01.1990", "8300 Svolvær",
                "9845 Tana", "postnr 0301 Oslo", "N-0301 Oslo", "Rom 214", "rom 2.14", "møterom A-104",
                "gnr 12 bnr 345", "Canon TS5350", "HP 305XL", "Lenovo T480s", "Windows 11",
                "versjon 17.4.1", "Ringte 110", "ring 116 117", "ring 113 ved fare", "ring 02800",
                "MinID-kode kom ikke", "BankID på mobil virket ikke", "2 personar, 30 minutt",
                "fekk hjelp i 45 minutt", "tre forsøk, så sperra", "hjelp med epost",
                "sier at nav.no er nede", "ho seier at altinn.no ikkje verkar", "krøllalfa på tastaturet",
                "Hvor er alfakrøll?", "2 av 3 fikk hjelp", "75 % av dem", "kl 0915-1015", "0730-1500",
                "buss 100 kl 07.15", "nynorsk og bokmål", "5 GB data", "10.0.0.138", "feil 0x80070005",
                "mener at altinn.no ikke virker", "ringte Skatteetaten 800 80 000",
                "vedtak 55000052", "modell 41234567", "serienummer 55000052", "Artikkel 41234567",
                "dokument 2024/12345-1", "journalpost 24/00123", "arkivsak 55000052", "1920 x 1080",
                "konto 55000052", "billett 41234567"});
}

TEST(OrdinaryNotes, InEnglishAreKept) {
    expect_kept(
                {"Case 55000052", "case no 41234567", "Order 55000052 arrived", "order number 41234567",
                "invoice 55000052", "ticket 41234567", "Booking 55000052", "customer number 41234567",
                "price 45000000", "version 10.0.19045", "open 0830-1630", "open 08:30-16:30", "2026-11-26",
                "26 November 2026", "room 4012", "meet at sundsvall.se", "look at www.example.se",
                "we met at the library", "he is at work", "good at computers. se more",
                "Visit us at sundsvall.se", "found it at sundsvall.se.", "he said that at nav.no", "call 112",
                "call 1177", "phone is broken", "text size 14",
                "3 people, 20 minutes", "printer HP 4050", "account locked after 3 tries",
                "iPhone 12 Pro Max", "serial 55000052", "64 GB, 5 GHz", "1234 5678 9012 3456",
                "4111 1111 1111 1112", "SE35 5000 0000 0549 1000 0004", "IMEI 350000000000006",
                "EAN 7310865004703", "65 % of 1 500", "9 to 5", "24/7", "A4 and A3"});
}

TEST(OrdinaryNotes, ThatMayHoldAPhoneNumberBringAWarning) {
    for (const char* text :
         {"55000052", "41234567", "98765432 står på lappen",
          "Fekk 22000052 på lapp", "35000052 ok", "mottok 75000052 i går", "65000052.",
          "4123 4567 på lapp", "she wrote 55000052 down", "fikk 220 00 052", "5500 0052", "5500 00 52"}) {
        EXPECT_EQ(find_personal_data(text), PersonalData::none) << text;
        EXPECT_TRUE(doubts(text, Doubt::phone_number)) << text;
    }
    for (const char* text :
         {"", "sak 55000052", "55000052 kr", "20261126", "26112026", "2026-2027", "kr 22000052", "112",
          "hei", "12345678", "1 500 kr", "0830-1630"}) {
        EXPECT_FALSE(doubts(text, Doubt::phone_number)) << text;
    }
}

TEST(OrdinaryNotes, ThatMayHoldANameBringAWarning) {
    for (const char* text :
         {"Anna ville ha hjälp", "hjälpte Anna Svensson", "Kari fikk hjelp", "Olas mobil", "ringte Øyvind",
          "fru Håkansson och Lars-Erik", "Åsa kom tillbaka", "Per Hansen", "helped Mohammed", "ÅSA",
          "Ivan Petersson", "besøk av Jan Olsen", "Ingeborgs mobil", "Fru Lindberg glömde koden", "herr Karlsson ringde",
          "Frøken Dahl", "Johansson kom tillbaka", "Sven-Erik vill boka", "Olena fick hjälp"}) {
        EXPECT_TRUE(doubts(text, Doubt::name)) << text;
        EXPECT_EQ(find_personal_data(text), PersonalData::none) << text;
    }
    for (const char* text :
         {"", "Hjälp med BankID", "Per telefon", "Jan 2026", "Max 3 personer", "Rut-avdrag", "Freja eID+",
          "Siri svarade inte", "Sundsvall och Timrå", "Windows och Office", "Skrev ut en blankett",
          "anna i tanken", "Karlstad", "Helgeland", "Kivra, Swish, BankID", "Nav og Altinn",
          "Dag 2 av kursen", "Tor på nätet", "Alexa", "Bo kvar hemma", "Ring 112",
          "min fru Skypar", "Min fru Skype", "E-post", "Wi-Fi", "Ericsson"}) {
        EXPECT_FALSE(doubts(text, Doubt::name)) << text;
    }
}

}  // namespace
}  // namespace digilots::personal
