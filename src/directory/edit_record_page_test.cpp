#include <gtest/gtest.h>

#include "directory/editor_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

class EditRecord : public EditorTest {};

TEST_F(EditRecord, HoursInPlainWordsAreSeenAtOnce) {
    auto form = client.get(town_hall);
    EXPECT_EQ(form.heading(), "Kommunhuset");
    auto saved = client.submit(form, {{"hours_mode", "weekly"}, {"hours_day_0", "9-12, 13-15.30"},
                                      {"hours_exceptions", "2026-11-30 stängt"}, {"phone", "060-19 10 00"}});
    EXPECT_TRUE(saved.says("Sparat. Invånarna ser det nu."));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo 09:00-12:00,13:00-15:30; 2026 Nov 30 off");
    client.forget_cookies();
    const auto shown = client.get("/sundsvall/places/kommunhuset");
    EXPECT_TRUE(shown.says("09.00–12.00, 13.00–15.30"));
    EXPECT_TRUE(shown.says("060-19 10 00"));
    EXPECT_TRUE(shown.says("stänger 12.00"));
    const auto trail =
        database->read([](db::Connection& connection) { return audit::entries(connection, "2281", 5); });
    ASSERT_FALSE(trail.empty());
    EXPECT_EQ(trail.front().entry.action, "place changed");
    EXPECT_EQ(trail.front().entry.actor, "account-1");
    EXPECT_NE(trail.front().entry.detail.find("hours_rule"), std::string::npos);
    EXPECT_EQ(trail.front().entry.detail.find("060"), std::string::npos) << "fields, never values";
}

TEST_F(EditRecord, HoursThatWereTypedHoldWhereTheChoiceWasLeftAsItWas) {
    ASSERT_TRUE(place("sundsvall-kommunhuset")->hours.rule.empty());
    const auto saved = client.submit(client.get(town_hall), {{"hours_day_0", "8-16"}, {"hours_day_4", "8-12"},
                                                             {"hours_exceptions", "15 juni – 15 augusti 10-15"}});
    EXPECT_TRUE(saved.says("Sparat"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Mo 08:00-16:00; Fr 08:00-12:00; Jun 15-Aug 15 Mo,Fr 10:00-15:00");
    EXPECT_TRUE(saved.says("15 juni – 15 aug. 10:00-15:00"));
    client.submit(client.get(town_hall), {{"hours_rule", "week 1-53/2 We 10:00-12:00"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "week 1-53/2 We 10:00-12:00");
    client.submit(client.get(town_hall), {{"hours_day_1", "9-11"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Tu 09:00-11:00");
    client.submit(client.get(town_hall), {{"name", "Kommunhuset"}});
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Tu 09:00-11:00") << "nothing was typed";
}

TEST_F(EditRecord, HoursInTwoWaysAreAskedAboutAndNothingIsLost) {
    const auto asked = client.submit(client.get(town_hall), {{"hours_mode", "weekly"}, {"hours_day_0", "8-16"},
                                                             {"hours_rule", "Tu 09:00-11:00"}, {"hours_opens", "10"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Välj vilket som gäller och töm det andra."));
    for (const auto* typed : {"value=\"8-16\"", "value=\"Tu 09:00-11:00\"", "value=\"10\""}) {
        EXPECT_NE(asked.html.find(typed), std::string::npos) << typed;
    }
    const auto chosen = client.submit(asked, {{"hours_day_0", ""}, {"hours_opens", ""}, {"hours_mode", "notation"}});
    EXPECT_TRUE(chosen.says("Sparat"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->hours.rule, "Tu 09:00-11:00");
}

TEST_F(EditRecord, AnOpenEndIsSeenAndRoundTheClockToo) {
    client.submit(client.get(town_hall),
                  {{"hours_mode", "notation"}, {"hours_rule", "Mo 10:00+; Tu open; We 08:00-12:00 unknown"}});
    const auto shown = client.get("/sundsvall/places/kommunhuset");
    EXPECT_TRUE(shown.says("från 10.00, stängningstiden är inte angiven"));
    EXPECT_TRUE(shown.says("Dygnet runt"));
    EXPECT_TRUE(shown.says("08.00–12.00 (osäkert)"));
}

TEST_F(EditRecord, WrongWordsComeBackWithTheirMessages) {
    auto form = client.get(town_hall);
    const auto wrong = client.submit(
        form, {{"name", ""}, {"hours_mode", "weekly"}, {"hours_day_2", "efter lunch"}, {"phone", "ring"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Fyll i namnet"));
    EXPECT_TRUE(wrong.says("Skriv tiderna för onsdag som 8–12, 13–16.30"));
    EXPECT_TRUE(wrong.says("efter lunch")) << "the person's own words stay";
    EXPECT_TRUE(wrong.says("Skriv telefonnumret med siffror"));
    const auto notation = client.submit(form, {{"hours_mode", "notation"}, {"hours_rule", "lite då och då"}});
    EXPECT_TRUE(notation.says("Tiderna går inte att läsa"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->name, "Kommunhuset");
}

TEST_F(EditRecord, APastedPhoneNumberIsKeptPlainAndDialledRight) {
    const auto saved = client.submit(client.get(town_hall), {{"phone", "+46(0)60\u00A0–\u00A019\u00A010\u00A000"}});
    EXPECT_EQ(saved.status, 200);
    EXPECT_EQ(place("sundsvall-kommunhuset")->phone, "+46(0)60 - 19 10 00");
    client.forget_cookies();
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("href=\"tel:+4660191000\""));
}

TEST_F(EditRecord, AnAddressThatCannotBeWrittenToIsRefusedWithTheReason) {
    client.cookies()["session"] = "editor:2260";
    const std::string contact = "/ange/staff/directory/contacts/ange-vaxel";
    const std::pair<const char*, const char*> wrong[]{{"bygglov@ange.se\u200B", "ett tecken som inte syns"},
                                                      {"bygg\u00ADlov@ange.se", "ett tecken som inte syns"},
                                                      {"mailto:bygglov@ange.se", "utan ”mailto:” före"},
                                                      {"bygglov@ange.se?bcc=eve@example.se", "utan ”mailto:” före"},
                                                      {"bygg..lov@ange.se", "Skriv hela e-postadressen"},
                                                      {"bygglov@ange..se", "Skriv hela e-postadressen"}};
    for (const auto& [email, message] : wrong) {
        const auto page = client.submit(client.get(contact), {{"email", email}});
        EXPECT_EQ(page.status, 422) << email;
        EXPECT_TRUE(page.says(message)) << email;
    }
    EXPECT_EQ(client.submit(client.get(contact), {{"email", "kommun@ange.se"}}).status, 200);
    EXPECT_EQ(directory.snapshot("2260")->contact("ange-vaxel")->email, "kommun@ange.se");
}

TEST_F(EditRecord, TwoAtTheSameTimeAreTold) {
    const auto mine = client.get(town_hall);
    const auto theirs = client.get(town_hall);
    EXPECT_TRUE(client.submit(theirs, {{"name", "Stadshuset"}}).says("Sparat"));
    const auto late = client.submit(mine, {{"name", "Rådhuset"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Någon annan har sparat sedan du öppnade sidan")) << late.html;
    EXPECT_TRUE(late.says("value=\"Rådhuset\"")) << "what was typed";
    EXPECT_TRUE(late.says("<blockquote class=\"typed\">Stadshuset")) << "and what is saved";
    EXPECT_EQ(place("sundsvall-kommunhuset")->name, "Stadshuset");
}

TEST_F(EditRecord, NewPlacesAndServicesAreAdded) {
    auto form = client.get("/sundsvall/staff/directory/places/new");
    EXPECT_EQ(form.heading(), "Ny plats");
    const auto saved = client.submit(
        form, {{"name", "Njurunda bibliotek"}, {"kind", "library_branch"}, {"address", "Affärsgatan 2"}});
    EXPECT_EQ(saved.heading(), "Njurunda bibliotek");
    EXPECT_TRUE(saved.says("Ingen hittar den här platsen än")) << "nothing is chosen that it helps with";
    const auto found = client.submit(saved, {{"topics", "bank"}}, "", saved.url.substr(0, saved.url.find('?')));
    EXPECT_FALSE(found.says("Ingen hittar den här platsen än")) << found.html;
    EXPECT_TRUE(client.get("/sundsvall/places/njurunda-bibliotek").says("Affärsgatan 2"));
    auto service = client.get("/sundsvall/staff/directory/services/new?place=sundsvall-kommunhuset");
    client.submit(service, {{"title", "Hjälp med BankID"}});
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("Hjälp med BankID"));
}

TEST_F(EditRecord, SavingWithoutAChangeChangesNothing) {
    const std::pair<const char*, const char*> records[] = {
        {"2280", "/harnosand/staff/directory/places/harnosand-servicecenter"},
        {"2280", "/harnosand/staff/directory/places/harnosand-digidelcenter"},
        {"2281", "/sundsvall/staff/directory/places/sundsvall-kulturmagasinet"},
        {"2281", "/sundsvall/staff/directory/services/sundsvall-it-handledning"},
        {"2260", "/ange/staff/directory/e-services/ange-modersmal"},
        {"2260", "/ange/staff/directory/contacts/ange-vaxel"}};
    for (const auto& [municipality, url] : records) {
        client.cookies()["session"] = std::string("editor:") + municipality;
        const auto before = changes(municipality);
        const auto page = client.get(url);
        EXPECT_TRUE(client.submit(page, {}, "", url).says("Sparat")) << url;
        EXPECT_EQ(changes(municipality), before) << url;
    }
}

TEST_F(EditRecord, AnApproximatePointIsConfirmedAsItIs) {
    const auto form = client.get(town_hall);
    ASSERT_TRUE(form.says("Punkten på kartan stämmer"));
    const auto before = *place("sundsvall-kommunhuset");
    const auto untouched = client.submit(form, {}, "", town_hall);
    EXPECT_TRUE(untouched.says("Punkten på kartan stämmer")) << "it stays approximate until somebody says so";
    const auto wrong = client.submit(form, {{"name", ""}, {"point_is_right", "1"}});
    EXPECT_NE(wrong.html.find("name=\"point_is_right\" value=\"1\" checked"), std::string::npos) << "the tick stays";
    const auto saved = client.submit(form, {{"point_is_right", "1"}});
    EXPECT_TRUE(saved.says("Sparat"));
    EXPECT_FALSE(saved.says("Punkten på kartan stämmer")) << "nothing left to ask";
    const auto* after = place("sundsvall-kommunhuset");
    EXPECT_FALSE(after->approximate_position);
    EXPECT_EQ(after->latitude, before.latitude);
    const auto trail = database->read([](db::Connection& connection) { return audit::entries(connection, "2281", 5); });
    ASSERT_FALSE(trail.empty());
    EXPECT_EQ(trail.front().entry.action, "place changed");
    EXPECT_NE(trail.front().entry.detail.find("position"), std::string::npos);
}

TEST_F(EditRecord, APointIsReadWithAPointOrACommaAndLiesOnTheEarth) {
    const auto form = client.get(town_hall);
    EXPECT_TRUE(client.submit(form, {{"latitude", "62,35"}, {"longitude", "17,25"}}).says("Sparat"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->latitude, 62.35);
    EXPECT_EQ(place("sundsvall-kommunhuset")->longitude, 17.25);
    for (const auto* latitude : {"120", "-90.5", "62.35 N", "1e1", "nan"}) {
        const auto wrong = client.submit(client.get(town_hall), {{"latitude", latitude}}, "", town_hall);
        EXPECT_TRUE(wrong.says("Skriv grader från −90 till 90")) << latitude;
    }
    EXPECT_TRUE(client.submit(client.get(town_hall), {{"longitude", "180,1"}}, "", town_hall).says("från −180 till 180"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->latitude, 62.35);
}

TEST_F(EditRecord, APointHasBothDegreesAndIsNotZeroAndZero) {
    const auto refused = [&](const testing::FormFields& point, const char* words) {
        EXPECT_TRUE(client.submit(client.get(town_hall), point, "", town_hall).says(words)) << words;
    };
    refused({{"latitude", "62,35"}, {"longitude", ""}}, "Skriv både latitud och longitud, eller lämna båda tomma");
    refused({{"latitude", ""}, {"longitude", "17,25"}}, "Skriv både latitud och longitud, eller lämna båda tomma");
    refused({{"latitude", "0"}, {"longitude", "-0,0"}}, "0 och 0 är en punkt i havet utanför Afrika.");
    EXPECT_TRUE(client.submit(client.get(town_hall), {{"latitude", "0"}, {"longitude", "17,25"}}, "", town_hall).says("Sparat"));
    EXPECT_TRUE(client.submit(client.get(town_hall), {{"latitude", ""}, {"longitude", ""}}, "", town_hall).says("Sparat"));
    EXPECT_FALSE(place("sundsvall-kommunhuset")->latitude);
}

TEST_F(EditRecord, AWebAddressThatHidesWhereItLeadsIsRefused) {
    client.cookies()["session"] = "editor:2260";
    const std::string url = "/ange/staff/directory/e-services/ange-modersmal";
    const auto wrong = client.submit(client.get(url), {{"url", "https://ange.se@evil.example/"}}, "", url);
    EXPECT_TRUE(wrong.says("Skriv adressen utan ”@” och det som står före"));
    EXPECT_TRUE(client.submit(client.get(url), {{"url", "https://"}}, "", url).says("Skriv hela adressen"));
    EXPECT_TRUE(client.submit(client.get(url), {{"url", "https://ange.se/@modersmal"}}, "", url).says("Sparat"));
    EXPECT_TRUE(client.submit(client.get(url), {{"url", "ange.se/modersmal"}}, "", url).says("Sparat"));
    EXPECT_TRUE(client.get(url).says("value=\"https://ange.se/modersmal\"")) << "as people write it";
}

TEST_F(EditRecord, ANewRecordWithANameThatIsThereAsksFirst) {
    const auto ask = [&](const std::string& folder, const std::string& field, const std::string& name,
                         const std::string& there) {
        const auto url = "/sundsvall/staff/directory/" + folder + "/new";
        const auto form = client.get(url);
        EXPECT_FALSE(form.says("is_another")) << "only where it is asked";
        const auto asked = client.submit(form, {{field, name}, {"notes", "Prov av anteckning"}}, "", url);
        EXPECT_EQ(asked.status, 422) << name;
        EXPECT_TRUE(asked.says("finns redan. Är det samma?") && asked.says(there)) << asked.html;
        EXPECT_TRUE(asked.says("Prov av anteckning")) << "what was typed stays";
        EXPECT_TRUE(client.submit(asked, {{"is_another", "1"}}, "", url).says("Sparat")) << name;
    };
    const auto snapshot = directory.snapshot("2281");
    const auto& town = *snapshot->place("sundsvall-kommunhuset");
    ask("places", "name", town.name, "/places/" + town.id);
    ask("places", "name", base::fold(town.name), "/places/");
    const auto& contact = snapshot->contacts.front();
    ask("contacts", "title", contact.title, "/contacts/" + contact.id);
}

TEST_F(EditRecord, VerifiedTodayIsOneTap) {
    const auto list = client.get("/sundsvall/staff/directory");
    EXPECT_TRUE(list.says("Fyll i öppettiderna"));
    client.submit(client.get(town_hall), {}, "", "/verified");
    EXPECT_EQ(place("sundsvall-kommunhuset")->verified_on, "2026-11-23");
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("Kontrollerad i dag"));
}

TEST_F(EditRecord, EndingAContactListsWhatUsedIt) {
    client.cookies()["session"] = "editor:2132";
    const std::string contact =
        "/nordanstig/staff/directory/contacts/nordanstig-kontakt-e-tjanstansvarig-kost-och-stad";
    const auto form = client.get(contact);
    EXPECT_TRUE(form.says("Ansöka om kostintyg"));
    const auto after = client.submit(form, {}, "", "/end");
    EXPECT_TRUE(after.says("Välj en kontakt som svarar"));
    EXPECT_FALSE(client.get("/nordanstig/e-services/kostintyg").says("e-tjänstansvarig, Kost och städ"));
}

TEST_F(EditRecord, WhatTheImportSaidAndWhatStandsHereAreBothInWords) {
    const auto saved = client.submit(client.get(town_hall), {{"status", "paused"}, {"kind", "library"}, {"wifi", "no"},
                                                             {"topics", "bank"}, {"aid_0_type", "tablet"},
                                                             {"hours_mode", "weekly"}, {"hours_day_0", "8-12,13-20"}});
    ASSERT_TRUE(saved.says("importen säger"));
    EXPECT_TRUE(saved.says("Status: importen säger ”I drift”, här står ”Pausad”"));
    EXPECT_TRUE(saved.says("Bibliotek”")) << "the kind";
    EXPECT_TRUE(saved.says("Wifi för besökare: importen säger ”Okänt”, här står ”Nej”"));
    EXPECT_TRUE(saved.says("Öppettider: importen säger ”ingenting”, här står ”måndag 08.00–12.00, 13.00–20.00”"));
    EXPECT_TRUE(saved.says("Utrustning: importen säger ”ingenting”, här står ”"));
    for (const char* code : {"”open”", "”paused”", "”library”", "”no”", "”bank”", "”tablet", "något annat"})
        EXPECT_FALSE(saved.says(code)) << code;
}

TEST_F(EditRecord, TheApiLeadsToAnEServiceOnlyWhereThePageDoes) {
    client.cookies()["session"] = "editor:2260";
    const std::string form = "/ange/staff/directory/e-services/ange-modersmal";
    const auto link = [&] {
        const auto answer = client.send(http::Method::get, "/api/v1/ange/e-services/ange-modersmal");
        return base::parse_json(answer.html).value_or(base::Json())["link"];
    };
    const auto has_button = [&] {
        return client.get("/ange/e-services/modersmal").says("href=\"https://service.ange.se/modersmal\"");
    };
    client.submit(client.get(form), {{"url", "https://service.ange.se/modersmal"}, {"status", "open"}}, "", form);
    EXPECT_EQ(link().text(), "https://service.ange.se/modersmal");
    EXPECT_TRUE(has_button());
    for (const char* status : {"planned", "paused"}) {
        client.submit(client.get(form), {{"status", status}}, "", form);
        EXPECT_TRUE(link().is_null()) << status;
        EXPECT_FALSE(has_button()) << status;
    }
}

TEST_F(EditRecord, TheApiSaysWhoMayComeInTheWordsOfThePage) {
    const auto told = [&](const std::string& place = "sundsvall/places/kommunhuset") {
        const auto answer = client.send(http::Method::get, "/api/v1/" + place);
        return base::parse_json(answer.html).value_or(base::Json())["eligibility"];
    };
    EXPECT_TRUE(told().is_null());
    client.submit(client.get(town_hall), {{"eligibility", "Du som bor i Sundsvall"}});
    EXPECT_TRUE(client.get("/sundsvall/places/kommunhuset").says("För: Du som bor i Sundsvall"));
    EXPECT_EQ(told().text(), "Du som bor i Sundsvall");
    const auto campus = std::string(told("kramfors/places/kramfors-campus").text());
    EXPECT_FALSE(campus.empty());
    EXPECT_TRUE(client.get("/kramfors/places/kramfors-campus").says(campus)) << campus;
}

TEST_F(EditRecord, WhatOneBringsToAPlaceStandsOnItsPageItsSlipAndInTheApi) {
    const auto told = [&] {
        const auto answer = client.send(http::Method::get, "/api/v1/sundsvall/places/kommunhuset");
        return base::parse_json(answer.html).value_or(base::Json())["bring"];
    };
    const std::string slip = "/sundsvall/staff/slips/place/kommunhuset", words = "Legitimation och brevet som det gäller";
    EXPECT_TRUE(told().is_null());
    EXPECT_FALSE(client.get(slip).says("Ta med dig:"));
    client.submit(client.get(town_hall), {{"bring", words}});
    for (const auto& path : {std::string("/sundsvall/places/kommunhuset"), slip}) {
        const auto page = client.get(path);
        EXPECT_TRUE(page.says("Ta med dig:") && page.says(words)) << path << page.html;
    }
    EXPECT_EQ(told().text(), words);
}

TEST_F(EditRecord, NothingUsesWhatIsNotThereYet) {
    for (const char* kind : {"places", "services", "e-services", "contacts"})
        EXPECT_FALSE(client.get(std::string("/sundsvall/staff/directory/") + kind + "/new").says("Används av")) << kind;
}

TEST_F(EditRecord, AnotherMunicipalityIsNotThere) {
    EXPECT_EQ(client.get("/harnosand/staff/directory").status, 404);
    EXPECT_EQ(client.get("/sundsvall/staff/directory/places/harnosand-servicecenter").status, 404);
}

}  // namespace
}  // namespace digilots::directory
