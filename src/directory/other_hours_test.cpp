// The ordinary week is told as what holds always, and what differs from it with its days.
#include <gtest/gtest.h>

#include "directory/directory_world.h"
#include "platform/testing/page_client.h"

namespace digilots::directory {
namespace {

using namespace std::chrono_literals;

class OtherTimesShown : public ::testing::Test, public DirectoryWorld {
protected:
    OtherTimesShown() {
        client.accept_language = "sv";
        client.cookies()["session"] = "editor:2260";
        clock.set(base::from_civil(2026y / 11 / 27, 8, 0, "Europe/Stockholm"));     // a Friday
    }

    /// What the contact's page says after Monday to Friday 9 to 11 with these exceptions.
    digilots::testing::Page contact_with(const std::string& exceptions) {
        digilots::testing::FormFields fields{{"hours_mode", "weekly"}, {"phone", "0690-25 01 00"},
                                             {"hours_exceptions", exceptions}};
        for (int day = 0; day < 5; ++day) fields.push_back({"hours_day_" + std::to_string(day), "9-11"});
        const auto saved = client.submit(client.get(form), fields);
        EXPECT_TRUE(saved.says("Sparat")) << exceptions << saved.html;
        preview = saved;
        return client.get("/ange/contacts/ange-vaxel");
    }

    digilots::testing::PageClient client{server};
    digilots::testing::Page preview;
    const std::string form = "/ange/staff/directory/contacts/ange-vaxel";
};

std::string main_of(const digilots::testing::Page& page) {
    const auto begin = page.html.find("<main");
    return page.html.substr(begin, page.html.find("</main>") - begin);
}

TEST_F(OtherTimesShown, TheWeekOfAContactIsTheOrdinaryOneWhateverTheRunningWeekHolds) {
    const std::string week = "Telefontider: måndag–fredag 09.00–11.00<";
    for (const auto& [exception, line] :
         {std::pair("27 november 2026 stängt", "fredag 27 november: stängt"),
          {"28 november 2026 10-12", "lördag 28 november: 10.00–12.00"},
          {"2026-11-23 – 2026-11-27 stängt", "23–27 november: stängt"},
          {"1 december 2026 stängt", "tisdag 1 december: stängt"},
          {"24–26 december stängt", "24–26 december: stängt"},
          {"28–30 december 2026 10-11", "28–30 december: 10.00–11.00"},
          {"2026-12-21 – 2027-01-08 mån–tis 9-10", "21 december – 8 januari 2027: måndag–tisdag 09.00–10.00"}}) {
        const auto shown = contact_with(exception);
        EXPECT_TRUE(shown.says(week)) << exception << main_of(shown);
        EXPECT_TRUE(shown.says("Andra tider:")) << exception;
        EXPECT_TRUE(shown.says(std::string("<li>") + line + "</li>")) << exception << main_of(shown);
        EXPECT_TRUE(preview.says("Invånarna ser: måndag–fredag 09.00–11.00. Andra tider: ")) << preview.html;
        EXPECT_TRUE(preview.says(line)) << preview.html;
    }
}

TEST_F(OtherTimesShown, WhatHasPassedIsToldNoLonger) {
    clock.set(base::from_civil(2026y / 11 / 25, 8, 0, "Europe/Stockholm"));
    EXPECT_TRUE(contact_with("25 november 2026 stängt").says("<li>onsdag 25 november: stängt</li>"));
    clock.set(base::from_civil(2026y / 11 / 27, 8, 0, "Europe/Stockholm"));
    const auto shown = client.get("/ange/contacts/ange-vaxel");
    EXPECT_TRUE(shown.says("Telefontider: måndag–fredag 09.00–11.00<")) << main_of(shown);
    EXPECT_FALSE(shown.says("<li>onsdag 25 november")) << main_of(shown);
}

TEST_F(OtherTimesShown, APeriodThatHoldsNowIsToldBeforeTheOrdinaryWeek) {
    const auto shown = contact_with("2026-11-16 – 2026-12-11 mån–tors 10-11\n24 december 2026 stängt");
    EXPECT_TRUE(shown.says("Telefontider: Nu, till och med 11 december: måndag–torsdag 10.00–11.00; fredag 09.00–11.00. "
                           "Annars: måndag–fredag 09.00–11.00")) << main_of(shown);
    EXPECT_FALSE(shown.says("<li>16 november")) << "told once";
    EXPECT_TRUE(shown.says("<li>torsdag 24 december (julafton): stängt</li>")) << main_of(shown);
}

TEST_F(OtherTimesShown, PagesAndPaperTellTheSamePublicHolidays) {
    const auto contact = contact_with("30 november 2026 stängt");
    const std::string christmas = "24–25 december (julafton, juldagen): stängt";
    EXPECT_TRUE(contact.says("<li>" + christmas + "</li>")) << main_of(contact);
    EXPECT_TRUE(contact.says("<li>onsdag 6 januari 2027 (trettondedag jul): stängt</li>")) << main_of(contact);
    EXPECT_FALSE(contact.says("annandag jul")) << "a Saturday, closed anyway";
    const auto slip = client.get("/ange/staff/slips/contact/ange-vaxel");
    EXPECT_TRUE(slip.says(christmas)) << main_of(slip);
    client.cookies()["session"] = "editor:2281";
    client.submit(client.get("/sundsvall/staff/directory/places/sundsvall-kommunhuset"),
                  {{"hours_mode", "weekly"}, {"hours_day_3", "8-16"}, {"hours_exceptions", "3 december 2026 stängt"}});
    const auto place = client.get("/sundsvall/places/kommunhuset"), leaflet = client.get("/sundsvall/places/kommunhuset/leaflet");
    for (const auto* line : {"torsdag 3 december: stängt", "torsdag 24 december (julafton): stängt",
                             "torsdag 31 december (nyårsafton): stängt"}) {
        EXPECT_TRUE(place.says(line)) << line << main_of(place);
        EXPECT_TRUE(leaflet.says(line)) << line << main_of(leaflet);
    }
}

TEST_F(OtherTimesShown, AHolidayHasItsNameInTheReadersLanguage) {
    contact_with("24 december 2026 10-11");
    EXPECT_TRUE(client.get("/nb/ange/contacts/ange-vaxel").says("(julaften)"));
    EXPECT_TRUE(client.get("/nb/ange/contacts/ange-vaxel").says("helligtrekongersdag"));
    EXPECT_TRUE(client.get("/en/ange/contacts/ange-vaxel").says("(Christmas Eve)"));
    EXPECT_FALSE(client.get("/en/ange/contacts/ange-vaxel").says("julafton"));
}

TEST_F(OtherTimesShown, EachPageWithHoursTellsThem) {
    const std::string line = "<li>24–26 december: stängt</li>";
    contact_with("24–26 december stängt");
    client.cookies()["session"] = "editor:2281";
    const std::string place = "/sundsvall/staff/directory/places/sundsvall-kommunhuset";
    client.submit(client.get(place), {{"hours_mode", "weekly"}, {"hours_day_0", "8-16"},
                                      {"hours_exceptions", "24–26 december stängt"}});
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says(line));
    const std::string service = "/sundsvall/staff/directory/services/sundsvall-it-handledning";
    const auto saved = client.submit(client.get(service),
                                     {{"hours_mode", "weekly"}, {"hours_day_0", ""}, {"hours_day_1", "13-15"},
                                      {"hours_day_2", ""}, {"hours_day_3", "13-15"}, {"hours_day_4", ""},
                                      {"hours_exceptions", "1 december 2026 stängt\n3 december 2026 17-19"}});
    EXPECT_TRUE(saved.says("tisdag 13.00–15.00; torsdag 13.00–15.00. Andra tider: tisdag 1 december: stängt; "
                           "torsdag 3 december: 17.00–19.00")) << saved.html;
    const auto shown = client.get("/sundsvall/places/kulturmagasinet");
    EXPECT_TRUE(shown.says("<p>tisdag 13.00–15.00; torsdag 13.00–15.00</p>")) << main_of(shown);
    EXPECT_TRUE(shown.says("<li>tisdag 1 december: stängt</li><li>torsdag 3 december: 17.00–19.00</li>")) << main_of(shown);
    EXPECT_TRUE(client.get("/ange/e-services/modersmal").says(line)) << "the phone of an e-service";
}

}  // namespace
}  // namespace digilots::directory
