// What is printed of the directory: the leaflet of a place, the desk's phone list, the slip to take home.
#include <gtest/gtest.h>

#include <algorithm>

#include "directory/directory_world.h"
#include "platform/testing/page_client.h"
#include "platform/testing/pdf_reader.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::directory {
namespace {

using digilots::testing::read_pdf;

class LeafletTest : public ::testing::Test, public DirectoryWorld {
protected:
    LeafletTest() { client.accept_language = "sv"; }

    void sign_in(const std::string& municipality) { client.cookies()["session"] = "editor:" + municipality; }
    digilots::testing::ReadPdf file(const std::string& url) {
        const auto answer = client.send(http::Method::get, url);
        EXPECT_EQ(answer.status, 200) << url << answer.html.substr(0, 300);
        return read_pdf(answer.html);
    }
    static bool has(const digilots::testing::ReadPdf& read, const std::string& words) {
        return read.text.find(words) != std::string::npos;
    }

    digilots::testing::PageClient client{server};
};

TEST_F(LeafletTest, ThePlaceLeadsToItsLeafletInEachFormat) {
    EXPECT_TRUE(client.get("/kramfors/places/komin").says("/kramfors/places/komin/leaflet"));
    const auto page = client.get("/kramfors/places/komin/leaflet");
    EXPECT_EQ(page.heading(), "Kommunens reception KomIn");
    for (const auto* words :
         {"leaflet.pdf?paper=a5", "leaflet.pdf?size=large", "leaflet.pdf?paper=a5&amp;size=large",
          "A4, stora bokstäver", "Öppettider", "Hitta hit och ta kontakt"}) {
        EXPECT_TRUE(page.says(words)) << words;
    }
    EXPECT_FALSE(page.says("Öppet nu")) << "paper does not change";
    EXPECT_TRUE(page.says("noindex"));
}

TEST_F(LeafletTest, WhatIsPrintedCanBeChangedInAWordProcessorToo) {
    for (const std::string language : {"sv", "nb", "en", "ar"}) {
        const auto url = "/" + language + "/kramfors/places/komin/leaflet.odt";
        const auto answer = client.send(http::Method::get, url);
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.response.content_type, "application/vnd.oasis.opendocument.text");
        EXPECT_EQ(answer.header("X-Robots-Tag"), "noindex");
        const auto content = digilots::testing::part_of_zip(answer.html, "content.xml");
        EXPECT_NE(content.find("Kommunens reception KomIn"), std::string::npos) << language;
        EXPECT_EQ(answer.html.substr(38, answer.response.content_type.size()), answer.response.content_type);
    }
    EXPECT_TRUE(client.get("/kramfors/places/komin/leaflet").says("/kramfors/places/komin/leaflet.odt"));
    EXPECT_EQ(client.send(http::Method::get, "/kramfors/places/finns-inte/leaflet.odt").status, 404);
    EXPECT_NE(client.send(http::Method::get, "/kramfors/staff/phone-list.odt").status, 200) << "for staff";
    sign_in("2282");
    EXPECT_TRUE(client.get("/kramfors/staff/phone-list").says("/kramfors/staff/phone-list.odt"));
    const auto list = client.send(http::Method::get, "/kramfors/staff/phone-list.odt");
    EXPECT_NE(digilots::testing::part_of_zip(list.html, "content.xml").find("table:table-header-rows"), std::string::npos);
}

TEST_F(LeafletTest, EachPaperSizeAndLanguageIsReadAloudAsWhatItIs) {
    for (const std::string language : {"sv", "nb", "en", "ar"}) {
        for (const std::string format : {"", "?paper=a5", "?size=large", "?paper=a5&size=large"}) {
            const auto read = file("/" + language + "/kramfors/places/komin/leaflet.pdf" + format);
            EXPECT_TRUE(read.tree.starts_with("Document(H1 P")) << read.tree;
            EXPECT_NE(read.tree.find("Table(TR(TH TH) TR(TH TD)"), std::string::npos) << read.tree;
            EXPECT_NE(read.tree.find("Figure"), std::string::npos);
            EXPECT_EQ(read.tree.find('-'), std::string::npos) << read.tree;
            EXPECT_EQ(read.language, language);
            EXPECT_EQ(read.title, "Kommunens reception KomIn");
            EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
            EXPECT_TRUE(read.fonts_missing.empty());
            EXPECT_EQ(read.text.find("\ufffd"), std::string::npos) << read.text;
            EXPECT_EQ(read.languages.empty(), language == "sv");
        }
    }
}

TEST_F(LeafletTest, SaysUsualWeekAndExceptionsToCome) {
    change("2282", RecordKind::place, "kramfors-komin",
           {{"hours_rule", "Mo-Fr 08:00-17:00; 2026 Dec 24-26 off; 2026 Dec 31 10:00-13:00; 2027 Jan 4 10:00-12:00"}});
    const auto read = file("/kramfors/places/komin/leaflet.pdf");
    for (const auto* words : {"måndag–fredag", "08.00–17.00", "lördag–söndag", "Stängt", "24–26 dec",
                              "31 dec", "10.00–13.00", "Utskrivet 23 november 2026", "trettondedag"}) {
        EXPECT_TRUE(has(read, words)) << words << " in " << read.text;
    }
    EXPECT_LT(read.text.find("1 jan"), read.text.find("4 jan")) << "New Year’s Day stands where it comes: " << read.text;
}

TEST_F(LeafletTest, OddTextsStayOnThePaper) {
    std::string longest;
    while (longest.size() < 10'000) longest += "Nyckelbiblioteksverksamhetsutvecklingssamordnare och ";
    ASSERT_TRUE(change("2282", RecordKind::place, "kramfors-komin",
                       {{"hours_note", longest + "slut🦄"},
                        {"phone", "0612-800 00"},
                        {"address", "ساحة المدينة 12, Torget 😀"}}));
    for (const std::string url : {"/kramfors", "/ar/kramfors"}) {
        const auto read = file(url + "/places/komin/leaflet.pdf?paper=a5&size=large");
        EXPECT_GT(read.pages, 8);
        EXPECT_TRUE(has(read, "slut")) << "nothing is cut";
        EXPECT_TRUE(has(read, "0612-800 00")) << "a number runs from the left";
        EXPECT_TRUE(has(read, "Torget"));
        EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
        EXPECT_EQ(read.tree.find('-'), std::string::npos) << read.tree;
    }
}

TEST_F(LeafletTest, WithoutHoursItSaysSoOnce) {
    ASSERT_TRUE(change("2282", RecordKind::place, "kramfors-komin", {{"hours_rule", ""}, {"hours_note", ""}}));
    const auto read = file("/kramfors/places/komin/leaflet.pdf");
    EXPECT_FALSE(has(read, "Stängt"));
    EXPECT_TRUE(has(read, "Uppgift saknas") || has(read, "öppettider")) << read.text;
    EXPECT_EQ(read.tree.find("Table"), std::string::npos);
}

TEST_F(LeafletTest, OneSpellingIsDrawn) {
    for (const auto* query : {"?paper=a3", "?paper=a4", "?size=huge"}) {
        const auto answer =
            client.send(http::Method::get, std::string("/kramfors/places/komin/leaflet.pdf") + query);
        EXPECT_EQ(answer.status, 303) << query;
    }
    EXPECT_EQ(client.send(http::Method::get, "/kramfors/places/komin/leaflet.pdf?x=1").status, 200)
        << "unknown to the route";
    EXPECT_EQ(client.send(http::Method::get, "/kramfors/places/nowhere/leaflet.pdf").status, 404);
    EXPECT_EQ(client.send(http::Method::get, "/kramfors/places/nowhere/leaflet").status, 404);
}

TEST_F(LeafletTest, AHostThatSomebodyNamesStandsOnNobodyElsesLeaflet) {
    const auto asked_at = [&](const std::string& host) {
        http::Request request;
        request.path = "/kramfors/places/komin/leaflet";
        request.headers = {{"Host", host}};
        return server.handle(std::move(request)).body;
    };
    EXPECT_NE(asked_at("evil.example").find("evil.example"), std::string::npos);
    EXPECT_EQ(asked_at("help.example").find("evil.example"), std::string::npos);
}

TEST_F(LeafletTest, PhoneListIsForStaffAndNamesWhoAnswers) {
    EXPECT_NE(client.send(http::Method::get, "/kramfors/staff/phone-list.pdf").status, 200);
    sign_in("2282");
    EXPECT_TRUE(client.get("/kramfors/staff/directory").says("/kramfors/staff/phone-list"));
    const auto page = client.get("/kramfors/staff/phone-list");
    EXPECT_EQ(page.heading(), "Telefonlista för Kramfors");
    EXPECT_TRUE(page.says("id=\"part-1\"") && page.says("id=\"part-2\"")) << "its parts";
    const auto parts = {"href=\"#part-1\"", "href=\"#part-2\"", "href=\"#print-it\""};
    const auto leads_to = [](const testing::Page& list) { return [&list](const char* link) { return list.says(link); }; };
    EXPECT_TRUE(std::ranges::none_of(parts, leads_to(page))) << "seen at a glance";
    auto& contacts = directory.records(RecordKind::contact);
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(contacts.add(contacts.around("2282"), {{"title", {"Funktion " + std::to_string(i)}}}, "anna"));
    EXPECT_TRUE(std::ranges::all_of(parts, leads_to(client.get("/kramfors/staff/phone-list"))));
    const auto read = file("/kramfors/staff/phone-list.pdf?size=large");
    EXPECT_TRUE(read.tree.starts_with("Document(H1 ")) << read.tree;
    EXPECT_NE(read.tree.find("Table(TR(TH TH TH TH) TR(TH TD TD TD)"), std::string::npos) << read.tree;
    EXPECT_TRUE(has(read, "Kommunens reception KomIn"));
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
}

TEST_F(LeafletTest, SlipTakesHomeWhatWasFoundInTheResidentsLanguage) {
    const std::string slip = "/kramfors/staff/slips/place/komin";
    EXPECT_NE(client.send(http::Method::get, slip).status, 200);
    sign_in("2282");
    const auto page = client.get(slip);
    EXPECT_EQ(page.heading(), "Kommunens reception KomIn");
    EXPECT_TRUE(page.says("Så här gör du nu"));
    EXPECT_TRUE(page.says("/en/kramfors/staff/slips/place/komin/slip.pdf?paper=a6"));
    const auto read = file("/en" + slip + "/slip.pdf?paper=a6");
    EXPECT_EQ(read.language, "en");
    EXPECT_NEAR(read.width, 297.6, 0.1);
    EXPECT_TRUE(has(read, "What you do next")) << read.text;
    EXPECT_TRUE(has(read, "08:00–17:00")) << read.text;
    // What stands above is not said again, and of the municipality's number only the usual week.
    EXPECT_EQ(page.html.find("nyårsafton"), page.html.rfind("nyårsafton")) << page.html;
    for (const auto* gone : {"/kramfors/staff/slips/place/nowhere", "/kramfors/staff/slips/person/komin"})
        EXPECT_EQ(client.send(http::Method::get, gone).status, 404) << gone;
    const auto snapshot = directory.snapshot("2282");
    const auto& services = snapshot->place("kramfors-komin")->services;
    ASSERT_FALSE(services.empty());
    for (const auto* kind : {"service", "activity"})   // as hits call them
        EXPECT_EQ(client.get("/kramfors/staff/slips/" + std::string(kind) + "/" + services.front().id).status, 200) << kind;
}

}  // namespace
}  // namespace digilots::directory
