// Who answers now, until when, and who else: the same on every page and in the API.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

const std::string number = "060-55 12 34";

/// In one line, as somebody reads it.
bool reads(const testing::Page& page, const std::string& text) {
    const auto main = page.all("main");
    return !main.empty() && main.front().text.find(text) != std::string::npos;
}

struct WhoAnswers : ::testing::Test, TownForTests {
    std::string contact(testing::FormFields fields = {}) {
        testing::FormFields all{{"title", "Altanjouren"}, {"phone", number}, {"words", "altanbygge"},
                                {"hours_mode", "weekly"}, {"hours_day_0", "9-11.45"}, {"hours_day_1", "9-11.45"}};
        all.insert(all.end(), fields.begin(), fields.end());
        return add("contacts", all);
    }
    std::string e_service(const std::string& answers) {
        return add("e-services", {{"name", "Inglasning av altan"}, {"url", "https://e.sundsvall.example/altan"},
                                  {"contact_id", answers}});
    }
    std::string slug(const std::string& e_service) {
        return application.directory.snapshot("2281")->e_service(e_service)->slug;
    }
};

TEST_F(WhoAnswers, AContactThatHasEndedIsOfferedNowhere) {
    settings({{"phone", "060-19 10 00"}});
    const auto ended = contact();
    const auto page = "/sundsvall/e-services/" + slug(e_service(ended));
    const std::vector<std::string> pages{"/sundsvall/search?q=altanbygge", "/sundsvall/search?q=inglasning+av+altan", page,
                                         "/api/v1/sundsvall/search?q=altanbygge", "/api/v1" + page};
    for (const auto& url : pages) EXPECT_TRUE(visitor.get(url).says(number)) << url;
    const auto own_page = "/sundsvall/contacts/" + slug_of(ended);
    EXPECT_TRUE(visitor.get(own_page).says(number));
    const auto form = staff.get("/sundsvall/staff/directory/contacts/" + ended);
    staff.submit(form, {}, "", "/end");
    for (const auto& url : pages) {
        const auto shown = visitor.get(url);
        EXPECT_FALSE(shown.says(number) || shown.says("Altanjouren")) << url;
    }
    EXPECT_FALSE(staff.get("/sundsvall/staff/?q=altanbygge").says(number));
    EXPECT_EQ(visitor.get(own_page).status, 404);
    EXPECT_TRUE(visitor.get(page).says("060-19 10 00")) << "the municipality answers instead";
}

TEST_F(WhoAnswers, AContactForStaffIsFoundAtTheDeskAndNeverByResidents) {
    const auto inner = contact({{"staff_only", "1"}, {"notes", "Ring Hallen om det brinner"}});
    const auto page = "/sundsvall/e-services/" + slug(e_service(inner));
    for (const auto& url : {std::string("/sundsvall/search?q=altanbygge"), std::string("/sundsvall/search?q=altanjouren"),
                            std::string("/sundsvall/search?q=altanjuoren"), page,
                            std::string("/api/v1/sundsvall/search?q=altanjouren"), "/api/v1" + page}) {
        const auto shown = visitor.get(url);
        EXPECT_FALSE(shown.says(number) || shown.says("Altanjouren")) << url;
    }
    EXPECT_EQ(visitor.get("/sundsvall/contacts/" + slug_of(inner)).status, 404);
    EXPECT_NE(visitor.get_once("/sundsvall/staff/contacts/" + slug_of(inner)).status, 200);
    for (const auto* url : {"/sundsvall/staff/?q=altanbygge", "/sundsvall/staff/?q=altanjouren"}) {
        const auto found = staff.get(url);
        EXPECT_TRUE(found.says(number) && found.says("Ring Hallen om det brinner")) << url;
    }
    const auto shown = staff.get("/sundsvall/staff/contacts/" + slug_of(inner));
    EXPECT_EQ(shown.heading(), "Altanjouren");
    EXPECT_TRUE(shown.says(number) && shown.says("Ring Hallen om det brinner"));
}

TEST_F(WhoAnswers, AHitForAContactKnowsWhetherSomebodyAnswersNow) {
    const auto answers = contact();
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=altanbygge").says("closes at 11:45"));
    const auto hit = json("/api/v1/sundsvall/search?q=altanbygge")["results"].items().front();
    EXPECT_EQ(hit["id"].text(), answers);
    EXPECT_EQ(hit["open_now"].as_bool(), true);
    EXPECT_EQ(hit["next_change"].text(), "2026-11-23T10:45:00.000Z");
    clock.set(digilots::testing::at("2026-11-23T11:30:00Z"));
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=altanbygge").says("opens tomorrow at 09:00"));
    const auto later = json("/api/v1/sundsvall/search?q=altanbygge")["results"].items().front();
    EXPECT_EQ(later["open_now"].as_bool(), false);
    EXPECT_EQ(later["next_change"].text(), "2026-11-24T08:00:00.000Z");
    const auto page = json("/api/v1/sundsvall/e-services/" + slug(e_service(answers)));
    EXPECT_EQ(page["contact"]["open_now"].as_bool(), false);
}

TEST_F(WhoAnswers, AClosedDeskFallsToTheNextAndANewOfficeNeverTakesOver) {
    const auto first = desk();
    add("places", {{"name", "Nya medborgarkontoret"}, {"kind", "citizens_office"}});
    EXPECT_EQ(desk(), first) << "nobody has chosen it";
    change("places", "sundsvall-kontaktcenter", {{"status", "open"}});
    EXPECT_EQ(desk(), first) << "a planned one that has opened";
    const auto snapshot = application.directory.snapshot("2281");
    const auto id = snapshot->fallback_place;
    change("places", id, {{"status", "paused"}});
    const auto meanwhile = desk();
    EXPECT_NE(meanwhile, first) << "not while it is closed for the time being";
    change("places", id, {{"status", "open"}});
    EXPECT_EQ(desk(), first);
    change("places", id, {{"status", "closed"}});
    EXPECT_EQ(desk(), meanwhile);
    for (const auto* url : {"/sundsvall/", "/sundsvall/search?q=xyzzy", "/sundsvall/places?open=evening&kind=school"}) {
        EXPECT_FALSE(visitor.get(url).says(first)) << url;
    }
    settings({{"fallback_place", "sundsvall-kontaktcenter"}});
    EXPECT_EQ(desk(), snapshot->place("sundsvall-kontaktcenter")->name) << "chosen by an administrator";
}

TEST_F(WhoAnswers, WhoStandsInForAPausedDeskStaysWhenANewOfficeOpens) {
    const auto first = application.directory.snapshot("2281")->fallback_place;
    change("places", first, {{"status", "paused"}});
    const auto meanwhile = desk();
    add("places", {{"name", "A-kontoret"}, {"kind", "municipal_service_centre"}});
    add("places", {{"name", "Alla medborgares kontor"}, {"kind", "citizens_office"}});
    EXPECT_EQ(desk(), meanwhile) << "nobody has chosen another";
    change("places", first, {{"status", "closed"}});
    EXPECT_EQ(desk(), meanwhile) << "also once the desk has closed for good";
}

TEST_F(WhoAnswers, TheMunicipalitysNumberBesideAnOpenPlaceSaysWhenThePhoneIsAnswered) {
    settings({{"phone_day_0", "8-9.43"}, {"phone_day_1", "8-9.43"}, {"phone_day_2", "8-9.43"}, {"phone_day_3", "8-9.43"},
              {"phone_day_4", "8-15"}});
    const auto id = add("places", {{"name", "Hamnhuset"}, {"kind", "library"}, {"hours_mode", "weekly"}, {"hours_day_0", "8-18"},
                                   {"hours_day_1", "8-18"}});
    const std::string unanswered = "Nobody answers now, opens tomorrow at 08:00";
    const auto hits = visitor.get("/sundsvall/search?q=hamnhuset");
    EXPECT_TRUE(reads(hits, "Call the municipality: 060-19 10 00 " + unanswered)) << hits.html;
    EXPECT_TRUE(hits.says("closes at 18:00"));
    EXPECT_TRUE(reads(visitor.get("/sundsvall/places/hamnhuset"), "Call the municipality: 060-19 10 00 " + unanswered));
    EXPECT_TRUE(reads(staff.get("/sundsvall/staff/?q=hamnhuset"), "Call the municipality: 060-19 10 00 " + unanswered));
    const auto hit = json("/api/v1/sundsvall/search?q=hamnhuset")["results"].items().front();
    const auto alone = json("/api/v1/sundsvall/places/hamnhuset");
    const auto listed = json("/api/v1/sundsvall/places?kind=library");
    const auto& places = listed["places"].items();
    const auto in_list = std::ranges::find_if(places, [&](const auto& place) { return place["id"].text() == id; });
    ASSERT_NE(in_list, places.end());
    for (const auto& shown : {hit, alone, *in_list}) {
        EXPECT_EQ(shown["open_now"].as_bool(), true);
        EXPECT_EQ(shown["phone"].text(), "060-19 10 00");
        EXPECT_EQ(shown["phone_is_municipal"].as_bool(), true);
        EXPECT_EQ(shown["phone_open_now"].as_bool(), false);
        EXPECT_EQ(shown["phone_next_change"].text(), "2026-11-24T07:00:00.000Z");
    }
}

TEST_F(WhoAnswers, WhetherAMunicipalPhoneWithoutHoursIsAnsweredIsNotKnown) {
    settings({{"phone", "060-19 10 00"}});
    add("places", {{"name", "Hamnhuset"}, {"kind", "library"}, {"hours_mode", "weekly"}, {"hours_day_0", "8-18"}});
    const std::string unknown = "Whether somebody answers now is not known.";
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=hamnhuset").says(unknown));
    EXPECT_TRUE(visitor.get("/sundsvall/places/hamnhuset").says(unknown));
    EXPECT_TRUE(json("/api/v1/sundsvall/places/hamnhuset")["phone_open_now"].is_null());
}

TEST_F(WhoAnswers, AnEServiceWithoutAContactHasTheMunicipalitysNumberInTheApiToo) {
    settings({{"phone_day_0", "8-16.43"}, {"phone_day_1", "8-16.43"}, {"phone_day_2", "8-16.43"}, {"phone_day_3", "8-16.43"}});
    const auto page = "/sundsvall/e-services/" + slug(e_service(""));
    EXPECT_TRUE(visitor.get(page).says("060-19 10 00"));
    const auto shown = json("/api/v1" + page);
    EXPECT_TRUE(shown["contact"].is_null());
    EXPECT_EQ(shown["phone"].text(), "060-19 10 00");
    EXPECT_EQ(shown["phone_open_now"].as_bool(), true);
    EXPECT_EQ(shown["phone_next_change"].text(), "2026-11-23T15:43:00.000Z");
}

TEST_F(WhoAnswers, ADeskThatWasChosenAndHasClosedIsNotAnEmptyPlace) {
    settings({{"fallback_place", "sundsvall-kommunhuset"}});
    EXPECT_EQ(desk(), "Kommunhuset");
    const auto answers = contact({{"fallback_place", "sundsvall-kommunhuset"}});
    EXPECT_TRUE(visitor.get("/sundsvall/contacts/" + slug_of(answers)).says("/sundsvall/places/kommunhuset"));
    change("places", "sundsvall-kommunhuset", {{"status", "closed"}});
    EXPECT_NE(desk(), "Kommunhuset");
    EXPECT_FALSE(desk().empty());
    const auto page = visitor.get("/sundsvall/contacts/" + slug_of(answers));
    EXPECT_FALSE(page.says("Kommunhuset"));
    EXPECT_TRUE(page.says(desk())) << "the next desk";
}

TEST_F(WhoAnswers, WhatAPausedPlaceSaysOfItselfIsMarkedAsNotValidNow) {
    const auto id = add("places", {{"name", "Hamnhuset"}, {"kind", "library"}, {"eligibility", "Drop-in för alla varje dag"}});
    add("services", {{"title", "Mobilhjälpen"}, {"place_id", id}, {"description", "Kom förbi varje dag"}});
    const auto page = [&] { return visitor.get("/sundsvall/places/hamnhuset"); };
    EXPECT_TRUE(page().says("Drop-in för alla varje dag") && page().says("Kom förbi varje dag"));
    EXPECT_FALSE(page().says("Not valid now"));
    for (const auto* status : {"paused", "planned"}) {
        change("places", id, {{"status", status}});
        EXPECT_TRUE(reads(page(), "Not valid now: For: Drop-in för alla varje dag")) << status;
        EXPECT_TRUE(reads(page(), "Not valid now: About: Kom förbi varje dag")) << status << page().html;
    }
    change("places", id, {{"status", "closed"}});
    EXPECT_FALSE(page().says("varje dag"));
    change("places", id, {{"status", "open"}});
    EXPECT_FALSE(page().says("Not valid now"));
}

TEST_F(WhoAnswers, AContactThatHasEndedIsMarkedWhereItIsStillChosen) {
    const auto ended = contact();
    const auto id = e_service(ended);
    staff.submit(staff.get("/sundsvall/staff/directory/contacts/" + ended), {}, "", "/end");
    EXPECT_TRUE(staff.get("/sundsvall/staff/directory/e-services/" + id).says("Altanjouren (ended)"));
    EXPECT_FALSE(staff.get("/sundsvall/staff/directory/e-services/new").says("Altanjouren"));
}

TEST_F(WhoAnswers, AnEServiceThatContradictsItselfIsAskedAboutAgain) {
    const auto id = e_service("");
    const std::string url = "/sundsvall/staff/directory/e-services/" + id;
    const auto refused = [&](const testing::FormFields& fields, const char* message) {
        const auto answer = staff.submit(staff.get(url), fields, "", url);
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(answer.says(message)) << answer.html;
    };
    refused({{"e_id_required", "yes"}, {"e_id_possible", "no"}}, "Then it can be used");
    refused({{"digital_only", "1"}, {"paper_form", "yes"}}, "Then there is no paper form");
    change("e-services", id, {{"e_id_required", "yes"}, {"e_id_possible", "yes"}, {"digital_only", "1"}, {"paper_form", "no"}});
    change("e-services", id, {{"e_id_required", "no"}, {"e_id_possible", "no"}});
}

TEST_F(WhoAnswers, NobodyIsReferredToTheDeskWhereTheQuestionWasAsked) {
    const std::string here = "sundsvall-kulturmagasinet";
    const std::string desk_url = "/sundsvall/staff/";
    const testing::FormFields logged{{"topic", "print"}, {"outcome", "referred"}, {"referred_to", "place:" + here},
                                     {"place", here}, {"channel", "visit"}, {"pinned", "place"}};
    const auto refused = staff.submit(staff.get(desk_url), logged, "", "/sundsvall/staff/inquiries");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("(Kulturmagasinet) is where the question was asked")) << refused.html;
    auto other = logged;
    other[2].second = "place:sundsvall-mobidig";
    EXPECT_TRUE(staff.submit(staff.get(desk_url), other, "", "/sundsvall/staff/inquiries").says("Logged:"));
    const auto hits = staff.get(desk_url + "?q=kulturmagasinet");
    const auto is_offered = [](const testing::Page& page, const std::string& place) {
        const auto buttons = page.all("button");
        return std::ranges::any_of(buttons, [&](const auto& button) {
            return button.attribute("data-refer") == "place:" + place && !button.has("hidden");
        });
    };
    EXPECT_FALSE(is_offered(hits, here)) << hits.html;
    EXPECT_TRUE(is_offered(staff.get(desk_url + "?q=mobidig"), "sundsvall-mobidig"));
}

TEST_F(WhoAnswers, WhatIsClosedOrPlannedListsNoHoursAndNoButton) {
    const auto id = add("places", {{"name", "Hamnhuset"}, {"kind", "library"}, {"phone", number}, {"hours_mode", "weekly"},
                                   {"hours_day_0", "7.41-15.37"}, {"hours_day_2", "7.41-15.37"}});
    add("services", {{"title", "Kvällshjälpen"}, {"place_id", id}, {"hours_mode", "weekly"}, {"hours_day_0", "16.11-19.22"}});
    EXPECT_TRUE(visitor.get("/sundsvall/places/hamnhuset").says("07:41"));
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=kv%C3%A4llshj%C3%A4lpen").says("Kvällshjälpen"));
    for (const auto* status : {"planned", "paused", "closed"}) {
        change("places", id, {{"status", status}});
        const auto page = visitor.get("/sundsvall/places/hamnhuset");
        EXPECT_FALSE(page.says("07:41") || page.says("16:11") || page.says("Open now") || page.says(number)) << status;
        const auto hits = visitor.get("/sundsvall/search?q=hamnhuset");
        EXPECT_FALSE(hits.says(number) || hits.says("Open now</b>")) << status;
    }
    EXPECT_FALSE(visitor.get("/sundsvall/places/hamnhuset").says("Kvällshjälpen"));
    const auto service = add("e-services", {{"name", "Bastuansökan"}, {"url", "https://e.sundsvall.example/bastu"},
                                            {"words", "bastuflotte"}});
    const auto page = "/sundsvall/e-services/" + slug(service);
    EXPECT_TRUE(visitor.get(page).says("https://e.sundsvall.example/bastu"));
    for (const auto* status : {"planned", "paused", "closed"}) {
        change("e-services", service, {{"status", status}});
        EXPECT_FALSE(visitor.get(page).says("https://e.sundsvall.example/bastu")) << status;
        EXPECT_FALSE(visitor.get("/sundsvall/search?q=bastuflotte").says("Bastuansökan")) << status << " by its words";
    }
    EXPECT_TRUE(visitor.get("/sundsvall/search?q=bastuans%C3%B6kan").says("Closed for good")) << "by its name, and said";
    EXPECT_FALSE(visitor.get("/sundsvall/e-services").says("Bastuansökan"));
}

TEST_F(WhoAnswers, EveryPageSaysWhetherThePhoneIsAnsweredNow) {
    settings({{"phone_day_0", "8-16.43"}, {"phone_day_1", "8-16.43"}, {"phone_day_2", "8-16.43"}, {"phone_day_3", "8-16.43"},
              {"phone_day_4", "8-15"}, {"response_limit", "2"}});
    const std::vector<std::string> pages{"/sundsvall/", "/sundsvall/places", "/sundsvall/e-services",
                                         "/sundsvall/search?q=bankid", "/sundsvall/places/kommunhuset",
                                         "/sundsvall/progress", "/sundsvall/nowhere/at/all", "/sundsvall/places/nowhere"};
    for (const auto& url : pages) {
        const auto page = visitor.get(url);
        EXPECT_TRUE(page.says("060-19 10 00") && page.says("closes at 16:43")) << url;
    }
    clock.set(digilots::testing::at("2026-11-23T16:00:00Z"));
    for (const auto& url : pages) {
        EXPECT_TRUE(visitor.get(url).says("opens tomorrow at 08:00")) << url << " also from the cache";
    }
    for (const auto* url : {"/sundsvall/", "/sundsvall/search?q=bankid", "/sundsvall/places/kommunhuset"}) {
        EXPECT_TRUE(visitor.get(url).says("We answer e-mails and letters within 2 working days.")) << url;
    }
}

TEST_F(WhoAnswers, ADeskChosenInTheSettingsShowsAtOnce) {
    EXPECT_FALSE(visitor.get("/sundsvall/").says("/sundsvall/places/kommunhuset"));
    auto changed = application.municipalities.settings("2281");
    changed.fallback_place = "sundsvall-kommunhuset";
    application.municipalities.save_settings("2281", changed);
    EXPECT_TRUE(visitor.get("/sundsvall/").says("/sundsvall/places/kommunhuset"));
}

TEST_F(WhoAnswers, WhoEditsARecordHasCheckedWhatWasChangedAndAllOfItOnlyWhereThatIsSaid) {
    const auto page = [&] { return visitor.get("/sundsvall/places/kommunhuset"); };
    const auto form = [&] { return staff.get("/sundsvall/staff/directory/places/sundsvall-kommunhuset"); };
    EXPECT_TRUE(page().says("The facts are from"));
    change("places", "sundsvall-kommunhuset", {{"phone", number}, {"notes", "Ring på baksidan"}});
    EXPECT_TRUE(page().says("The facts are from") && page().says("Checked since then: Phone (23 November 2026).")) << page().html;
    EXPECT_FALSE(page().says("Checked today"));
    EXPECT_TRUE(form().says("Checked since then: Phone (23 November 2026).")) << "what only staff see was nobody's to check";
    change("places", "sundsvall-kommunhuset", {{"all_checked", "1"}});
    EXPECT_TRUE(page().says("Checked today"));
    EXPECT_FALSE(page().says("Checked since then") || form().says("Checked since then"));
    change("places", "sundsvall-kommunhuset", {{"address", "Nygatan 1"}});
    EXPECT_TRUE(page().says("Checked since then: Address (23 November 2026)."));
    const auto added = contact();
    EXPECT_TRUE(visitor.get("/sundsvall/contacts/" + slug_of(added)).says("Checked today"));
    EXPECT_EQ(application.directory.snapshot("2281")->contact(added)->verified_on, "2026-11-23");
}

TEST_F(WhoAnswers, AServiceWithoutAPlaceIsNoErrand) {
    add("services", {{"title", "Hembesök med surfplatta"}});
    const auto page = visitor.get("/sundsvall/services/hembesok-med-surfplatta");
    EXPECT_EQ(page.heading(), "Hembesök med surfplatta");
    EXPECT_FALSE(page.says("errand") || page.says("There is no e-service"));
    EXPECT_TRUE(visitor.get("/sundsvall/places").says("/sundsvall/services/hembesok-med-surfplatta"));
}

TEST_F(WhoAnswers, NotStatedStandsOnceInEveryListOfTheDesk) {
    const auto desk = staff.get("/sundsvall/staff/");
    for (const auto& select : desk.all("select")) {
        const auto first = select.text.find("Not stated");
        if (first == std::string::npos) continue;
        EXPECT_EQ(select.text.find("Not stated", first + 1), std::string::npos) << select.text;
    }
}

}  // namespace
}  // namespace digilots::app
