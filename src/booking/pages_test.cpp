// The pages as people see them: booking without scripts or an account, the staff's day, the queue.
#include <algorithm>

#include "booking/pages_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/testing/pdf_reader.h"
#include "platform/testing/retention.h"
#include "taxonomy/taxonomy.h"

namespace digilots::booking {
namespace {

std::string code_on(const testing::Page& page) {
    const auto at = page.html.find("<code>");
    return at == std::string::npos ? "" : page.html.substr(at + 6, 14);
}

TEST_F(BookingPages, TheCalendarShowsAWeekOfPersonsPlacesAndThings) {
    testing::PageClient client(server);
    EXPECT_EQ(booked_page(client).status, 200);
    auto anna = staff();
    const auto day = anna.get("/sundsvall/staff/bookings?day=2026-11-26");
    const auto one = anna.get(day.link("As a calendar"));
    EXPECT_TRUE(one.says("Thursday 26 November 2026") && one.says("Guidance") && one.says("There 09:00–12:00")) << one.html;
    const auto week = anna.get(one.link("A week"));
    EXPECT_TRUE(week.says("Week 48") && week.says("09:30–10:00") && week.says("Guidance")) << week.html;
    EXPECT_NE(week.html.find("<th scope=\"row\">"), std::string::npos);
    const auto places = anna.get(week.link("By place"));
    EXPECT_TRUE(places.says("library") && places.says("Guidance")) << places.html;
    EXPECT_FALSE(anna.get(week.link("By computer and room")).says("Guidance"));
    EXPECT_TRUE(anna.get(places.link("Later")).says("Week 49"));
    EXPECT_TRUE(anna.get(places.link("As a list")).says("Guidance"));
}

TEST_F(BookingPages, WhereTwoGoTheCalendarShowsItToEachOfThem) {
    const auto function = all.bookings.offer(here, offer)->function;
    for (const auto* person : {"anna", "bo"})
        all.add(1, {{"title", {person}},
                    {"function", {function}},
                    {"person", {person}},
                    {"place", {"library"}},
                    {"hours", {"13-16"}},
                    {"weekdays", {"th"}}});
    const auto home = all.add(0, {{"title", {"At home"}},
                                  {"kind", {"home_visit"}},
                                  {"lengths", {"30"}},
                                  {"function", {function}},
                                  {"is_published", {"1"}}});
    auto wanted = all.wanted(home, "2026-11-26T13:00:00Z");
    wanted.address = "Storgatan 4";
    wanted.two_people = true;
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    auto anna = staff();
    const auto times_shown = [&](const testing::Page& page) {
        int number = 0;
        for (auto at = page.html.find("At home"); at != std::string::npos; at = page.html.find("At home", at + 1)) ++number;
        return number;
    };
    EXPECT_EQ(times_shown(anna.get("/sundsvall/staff/bookings/calendar?day=2026-11-26&days=1")), 2);
    const auto place = anna.get("/sundsvall/staff/bookings/calendar?day=2026-11-26&days=1&by=place");
    EXPECT_EQ(times_shown(place), 1);
    EXPECT_TRUE(place.says("anna, bo") || place.says("bo, anna")) << place.html;
}

TEST_F(BookingPages, WhoGoesOutHasTheAddressTheNumberAndTheTopicOnPaperAsLongAsTheyAreKept) {
    all.add(1, {{"title", {"anna"}}, {"function", {all.bookings.offer(here, offer)->function}}, {"person", {"anna"}},
                {"place", {"library"}}, {"hours", {"13-16"}}, {"weekdays", {"th"}}});
    const auto home = all.add(0, {{"title", {"At home"}}, {"kind", {"home_visit"}}, {"lengths", {"30"}}, {"topics", {"bank"}},
                                  {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    auto wanted = all.wanted(home, "2026-11-26T13:00:00Z");
    wanted.address = "Storgatan 4";
    wanted.topic = "bank";
    wanted.way = "phone";
    wanted.contact = "060-19 10 11";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    const auto paper = [&] {
        auto anna = staff();
        return testing::read_pdf(anna.send(http::Method::get, "/sundsvall/staff/bookings/day.pdf?day=2026-11-26").html).text;
    };
    const auto before = paper();
    for (const char* words : {"At home", "Storgatan 4", "060-19 10 11", "phone numbers stand on it"})
        EXPECT_TRUE(before.contains(words)) << words << before;
    EXPECT_TRUE(before.contains(taxonomy::label(taxonomy::List::topic, "bank", i18n::translator("en")))) << before;
    clock.advance(std::chrono::hours(24 * 60));
    for (const auto& rule : retention_rules())
        testing::delete_due(*database, retention_rules(), rule.key, here, clock.now());
    EXPECT_FALSE(paper().contains("060-19 10 11") || paper().contains("Storgatan 4")) << "kept no more";
}

TEST_F(BookingPages, AResidentBooksInFourPagesMovesAndCancelsByTheCode) {
    testing::PageClient client(server);
    const auto booked = booked_page(client, {{"topic", "bank"}});
    EXPECT_TRUE(booked.says("Your time is booked") && booked.says("Thursday 26 November 2026, 09:30"))
        << booked.html;
    EXPECT_EQ(booked.header("Cache-Control"), "no-store");
    EXPECT_EQ(booked.header("Referrer-Policy"), "no-referrer");
    const auto paper = client.send(http::Method::get, booked.link("A5"));
    EXPECT_TRUE(paper.status == 200 && paper.html.starts_with("%PDF"));
    EXPECT_TRUE(testing::read_pdf(paper.html).text.contains("/sundsvall/book")) << "where the code is typed";
    EXPECT_EQ(paper.header("Cache-Control"), "no-store");
    EXPECT_EQ(paper.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(client.get("/sundsvall/bookings/k7m2-9xqd-4tfh/confirmation.pdf").status, 404);
    const auto calendar = client.get(booked.link("Put it into my calendar"));
    EXPECT_TRUE(calendar.says("DTSTART;TZID=Europe/Stockholm:20261126T093000") &&
                !calendar.says(code_on(booked)))
        << calendar.html;
    // From paper, as it was read out.
    auto code = code_on(booked);
    std::ranges::replace(code, '-', ' ');
    const auto found = client.submit(client.get("/sundsvall/book"), {{"code", code}}, "", "/bookings/find");
    EXPECT_TRUE(found.says("Booked")) << found.html;
    const auto change = client.get(found.link("Choose another time"));
    const auto sure = client.submit(change, {}, "at=2026-11-27T08:00Z", "/change");
    EXPECT_TRUE(sure.says("From Thursday 26 November 2026, 09:30 to Friday 27 November 2026, 09:00.")) << sure.html;
    EXPECT_TRUE(client.get(found.url).says("Thursday 26 November 2026, 09:30")) << "a thumb that slips moves nothing";
    const auto moved = client.submit(sure, {}, "", "/change");
    EXPECT_TRUE(moved.says("The time is changed.") && moved.says("Friday 27 November 2026, 09:00"))
        << moved.html;
    const auto asked = client.get(moved.link("Cancel the time"));
    EXPECT_TRUE(client.get(moved.url).says("Booked"));  // opening the link cancels nothing
    const auto cancelled = client.submit(asked, {}, "", "/cancel");
    EXPECT_TRUE(cancelled.says("The time is cancelled") && !cancelled.says("Choose another time"))
        << cancelled.html;
    EXPECT_EQ(all.times(offer, "2026-11-27").size(), 6U);
}

TEST_F(BookingPages, ATimeThatIsPastIsToldAndAnotherChosen) {
    auto client = testing::PageClient(server);
    const auto past = client.get("/sundsvall/book/" + offer + "/how?place=library&minutes=30&at=2020-11-26T09:30Z");
    EXPECT_EQ(past.status, 422);
    EXPECT_TRUE(past.says("That time is past. Choose another one.") && past.says("26 November 2026")) << past.html;
}

TEST_F(BookingPages, WhoIsTooLateIsToldOfTheNextTimesAndAMistakeKeepsWhatWasTyped) {
    testing::PageClient client(server);
    const auto how =
        client.get(client.get("/sundsvall/book/" + offer + "/times?place=library&minutes=30&from=2026-11-26")
                       .link("09:30"));
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words));
    const testing::FormFields typed{{"way", "phone"}, {"contact", "060-19 10 11"}, {"name", "Elsa"}, {"topic", "bank"}};
    const auto late = client.submit(how, typed, "", "/book/");
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Somebody else took that time.") && late.says("Thursday 26 November 2026, 10:00") &&
                late.says("value=\"060-19 10 11\"") && late.says("value=\"Elsa\""))
        << late.html;
    const auto without_time = client.submit(late, {{"name", "Sven"}}, "", "/book/");
    EXPECT_EQ(without_time.status, 422);
    EXPECT_TRUE(without_time.says("Choose a time.") && without_time.says("value=\"Sven\"") &&
                without_time.says("value=\"060-19 10 11\""))
        << without_time.html;
    const auto in_time = client.submit(without_time, {{"at", "2026-11-26T09:00Z"}}, "", "/book/");
    EXPECT_TRUE(in_time.says("Your time is booked") && in_time.says("on the number that ends with 11")) << in_time.html;
    const auto other =
        client.get("/sundsvall/book/" + offer + "/how?place=library&minutes=30&at=2026-11-26T09:30Z");
    const auto wrong = client.submit(other, {{"way", "email"}, {"contact", "elsa"}}, "", "/book/");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Write the e-mail address") && wrong.says("value=\"elsa\"")) << wrong.html;
    const auto machine = client.submit(other, {{"website", "http://x"}}, "", "/book/");
    EXPECT_EQ(machine.status, 422);
    EXPECT_TRUE(machine.says("Something was filled in that people do not see")) << machine.html;
    const auto booked = client.submit(wrong, {{"way", "none"}, {"contact", "070-174 06 35"}}, "", "/book/");
    EXPECT_TRUE(booked.says("Your time is booked")) << booked.html;
    EXPECT_TRUE(booked.says("By phone, on the number that ends with 35") && !booked.says("174 06")) << "confirmed masked";
}

TEST_F(BookingPages, WhoChoseALetterIsRemindedByOneThatIsPrinted) {
    auto resident = testing::PageClient(server);
    booked_page(resident, {{"way", "letter"}, {"contact", "Storgatan 4, 852 31 Sundsvall"}});
    auto client = staff();
    const auto list = client.get("/sundsvall/staff/bookings/reminders");
    ASSERT_TRUE(list.says("Storgatan 4")) << list.html;
    const auto path = list.link("The letter to print (PDF)");
    const auto letter = client.send(http::Method::get, path);
    EXPECT_TRUE(letter.status == 200 && letter.html.starts_with("%PDF"));
    EXPECT_EQ(staff("neighbour").get_once(path).status, 404);
    EXPECT_EQ(client.get_once("/sundsvall/staff/bookings/none/letter.pdf").status, 404);
}

TEST_F(BookingPages, UnknownCodesAnswerAlikeAndAreLimited) {
    testing::PageClient client(server);
    const auto wrong = client.submit(client.get("/sundsvall/book"), {{"code", "hm"}}, "", "/bookings/find");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("12 letters and digits")) << wrong.html;
    EXPECT_EQ(client.get("/sundsvall/bookings/k7m2-9xqd-4tfh").status, 404);
    EXPECT_EQ(client.get("/sundsvall/bookings/nothing/cancel").status, 404);
    int last = 0;
    for (int guess = 0; guess < 40 && last != 429; ++guess)
        last = client.get("/sundsvall/bookings/k7m2-9xqd-4tfh/change").status;
    EXPECT_EQ(last, 429);
    const auto booked = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words);
    EXPECT_EQ(client.get("/sundsvall/bookings/" + booked->code).status, 429) << "the wait tells a guesser nothing";
    EXPECT_EQ(api(http::Method::get, "bookings/" + booked->code).status, 429);
    clock.advance(std::chrono::seconds(5));
    EXPECT_EQ(client.get("/sundsvall/bookings/" + booked->code).status, 200);
    EXPECT_EQ(api(http::Method::get, "bookings/" + booked->code).status, 200);
}

TEST_F(BookingPages, StaffBookForSomebodySeeTheDayAndLogTheVisit) {
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/bookings/new?topic=bank&minutes=60&day=2026-11-26");
    EXPECT_TRUE(form.says("Thursday 26 November 2026, 09:00, library")) << form.html;
    const auto refused =
        client.submit(form, {{"at", "2026-11-26T08:00Z library"}, {"client_code", "K-12"}}, "", "/new");
    EXPECT_EQ(refused.status, 422);
    const auto told = client.submit(
        refused, {{"has_consented", "1"}, {"way", "phone"}, {"contact", "060-19 10 11"}}, "", "/new");
    EXPECT_TRUE(told.says("The time is booked. Give them the code") && told.says("How it stands")) << told.html;
    EXPECT_EQ(told.header("Cache-Control"), "no-store");
    EXPECT_EQ(told.link("Book another time for somebody"), "/sundsvall/staff/bookings/new");
    EXPECT_TRUE(client.send(http::Method::get, told.link("A5")).html.starts_with("%PDF"));
    EXPECT_TRUE(client.send(http::Method::get, told.link("For a calendar")).says("BEGIN:VEVENT"));
    const auto day = client.get("/sundsvall/staff/bookings?day=2026-11-26");
    EXPECT_TRUE(day.says("Guidance") && !day.says("060-19 10 11")) << day.html;
    EXPECT_TRUE(
        client.get("/sundsvall/staff/bookings?day=2026-11-26&days=7&place=library").says("27 November 2026"));
    const auto printed = client.send(http::Method::get, day.link("The day to print"));
    EXPECT_TRUE(printed.status == 200 && printed.html.starts_with("%PDF"));
    EXPECT_EQ(staff("neighbour").get("/sundsvall/staff/bookings/day.pdf").status, 404);
    const auto reminders = client.get("/sundsvall/staff/bookings/reminders");
    EXPECT_TRUE(reminders.says("060-19 10 11")) << reminders.html;
    EXPECT_FALSE(client.submit(reminders, {}, "", "/reminded").says("060-19 10 11"));
    const auto one = client.get(day.link("09:00–10:00"));
    EXPECT_TRUE(one.says("K-12") && one.says("The client has agreed.")) << one.html;
    EXPECT_TRUE(one.says("Wednesday 25 November 2026") && !one.says("2026-11-25<")) << "when they were reminded";
    EXPECT_FALSE(one.says(">Arrived<")) << "before its day nobody has come";
    EXPECT_TRUE(one.says("They have said that they do not come")) << one.html;
    staff("bo").get(one.url);
    const auto trail = all.database.read([&](db::Connection& connection) {
        return audit::entries_of(connection, here, "booking:" + one.url.substr(one.url.rfind('/') + 1), 50);
    });
    EXPECT_EQ(std::ranges::count_if(trail, [](const auto& seen) { return seen.entry.action == "booking contact read"; }), 2)
        << "anna on the list and the page, once; bo";
    const auto moved =
        client.submit(client.submit(client.get(one.link("Choose another time")), {}, "at=2026-11-26T09:00Z", "/move"), {},
                      "", "/move");
    EXPECT_TRUE(moved.says("10:00")) << moved.html;
    EXPECT_TRUE(client.submit(one, {}, "state=seen", "/state").says("Somebody has changed it meanwhile"));
    EXPECT_FALSE(moved.says("Did not come") || moved.says(">Helped")) << "nobody knows yet how it went";
    clock.set(testing::at("2026-11-26T09:00:00Z"));
    const auto seen = client.submit(client.get(one.url), {}, "state=seen", "/state");
    EXPECT_TRUE(seen.says("The entry in the log") && !seen.says("Log the visit")) << seen.html;
    const auto entry = all.stands(one.url.substr(one.url.rfind('/') + 1)).entry;
    ASSERT_FALSE(entry.empty());
    EXPECT_EQ(all.inquiries.find(sundsvall, entry)->topics, std::vector<std::string>{"bank"});
    EXPECT_TRUE(client.get("/sundsvall/staff/bookings/demand").says("library"));
    EXPECT_EQ(staff("neighbour").get("/sundsvall/staff/bookings").status, 404);
    EXPECT_EQ(staff("neighbour").get(one.url).status, 404);
}

TEST_F(BookingPages, ARoomShowsForHowManyItIsAndItsEquipmentBeforeAndAfterItIsBooked) {
    all.add(3, {{"title", {"Blue room"}}, {"kind", {"room"}}, {"place", {"library"}}, {"persons", {"8"}},
                {"equipment", {"screen, camera"}}, {"hours", {"9-12"}}});
    const auto room = all.add(0, {{"title", {"Group room"}}, {"kind", {"room"}}, {"lengths", {"60"}}, {"is_published", {"1"}}});
    testing::PageClient client(server);
    EXPECT_TRUE(client.get("/sundsvall/book/" + room).says("Blue room, for 8 people: screen, camera"));
    const auto when = client.get("/sundsvall/book/" + room + "/times?place=library&from=2026-11-26");
    const auto booked = client.submit(client.get(when.link("09:00")), {}, "", "/book/");
    EXPECT_TRUE(booked.says("Blue room, for 8 people: screen, camera")) << booked.html;
}

TEST_F(BookingPages, HelpAtHomeIsOrderedForSomebodyNearWithAPromiseOfWhenAndTheAddressStaysInside) {
    const auto function = all.bookings.offers(here, true).front().function;
    const auto visit = all.add(0, {{"title", {"Help at home"}}, {"kind", {"home_visit"}}, {"lengths", {"60"}},
                                   {"function", {function}}, {"is_published", {"1"}}});
    testing::PageClient client(server);
    all.add(1, {{"title", {"Hall"}}, {"function", {function}}, {"place", {"hall"}}, {"hours", {"9-12"}}, {"weekdays", {"th"}}});
    EXPECT_FALSE(client.get("/sundsvall/book/" + visit).says("Where?")) << "we come to them";
    const auto when = client.get("/sundsvall/book/" + visit + "/times?minutes=60&from=2026-11-26");
    EXPECT_TRUE(when.says("We come to you, 60 minutes") && !when.says("library,")) << when.html;
    const auto how = client.get(when.link("09:00"));
    EXPECT_TRUE(how.says("for somebody near you, or as a guardian")) << how.html;
    const auto booked = client.submit(
        how, {{"address", "Storgatan 4"}, {"way", "phone"}, {"contact", "060-19 10 11"}}, "", "/book/");
    EXPECT_TRUE(booked.says("We come Thursday 26 November 2026, 09:00.") && booked.says("in the way that you chose"))
        << booked.html;
    EXPECT_TRUE(booked.says("we come to the address that you gave") && !booked.says("Storgatan")) << booked.html;
    const auto from_the_other =
        client.submit(how, {{"address", "Storgatan 5"}, {"form_key", base::new_uuid(clock.now())}}, "", "/book/");
    EXPECT_TRUE(from_the_other.says("Your time is booked")) << "whoever is free comes" << from_the_other.html;
    const auto calls = staff().get("/sundsvall/staff/bookings/reminders");
    EXPECT_TRUE(calls.says("We come to your home.") && !calls.says("home..")) << calls.html;
    all.add(2, {{"title", {"Summer"}}, {"kind", {"away"}}, {"function", {function}}, {"first_day", {"2027-06-28"}},
                {"last_day", {"2027-08-01"}}});
    clock.set(testing::at("2027-06-01T09:00:00Z"));
    const auto none = client.get("/sundsvall/book/" + visit + "/times?place=hall&from=2027-07-01");
    EXPECT_EQ(none.status, 200);
    EXPECT_EQ(none.link("Ask us for a time: we answer by the time that we promise."), "/sundsvall/ask") << none.html;
}

TEST_F(BookingPages, AVisitWithoutATopicIsLoggedFromItsBookingOnceItsTopicIsSaid) {
    const auto visit = all.add(0, {{"title", {"Help at home"}}, {"kind", {"home_visit"}}, {"lengths", {"60"}},
                                   {"function", {all.bookings.offer(here, offer)->function}}, {"is_published", {"1"}}});
    auto wanted = all.wanted(visit, "2026-11-26T08:00:00Z");
    wanted.minutes = 60;
    wanted.address = "Storgatan 4";
    const auto id = all.bookings.book(sundsvall, wanted, all.words)->booking.id;
    clock.set(testing::at("2026-11-26T09:30:00Z"));
    auto anna = staff();
    const auto url = "/sundsvall/staff/bookings/" + id;
    const auto seen = anna.submit(anna.get(url), {}, "state=seen", "/state");
    EXPECT_TRUE(seen.says("Log the visit") && seen.says("What it was about")) << seen.html;
    const auto refused = anna.submit(seen, {}, "", url + "/log");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Choose what it was about, and log the visit again.")) << refused.html;
    anna.submit(refused, {{"topic", "bank"}}, "", url + "/log");
    const auto entry = all.inquiries.find(sundsvall, all.stands(id).entry);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->topics, std::vector<std::string>{"bank"});
    EXPECT_EQ(entry->minutes, 60);
    EXPECT_TRUE(anna.get(url).says("The entry in the log") && !anna.get(url).says("Log the visit"));
}

TEST_F(BookingPages, AnEntryOfTheLogLeadsToATimeForWhomeverAsked) {
    inquiries::Inquiry entry;
    entry.topics = {"bank"};
    entry.place = "library";
    entry.minutes = 60;
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const auto line = all.bookings.beside_entries().line(html::Page(request), entry);
    ASSERT_TRUE(line);
    const auto form = staff().get(line->way.url + "&day=2026-11-26");
    EXPECT_TRUE(form.says("Thursday 26 November 2026, 09:00, library")) << line->way.url;
    EXPECT_TRUE(form.says("value=\"60\" selected") && form.says("value=\"bank\" selected")) << form.html;
}

TEST_F(BookingPages, ATimeBookedFromAnEntryIsToldByBothAndStaysWhenTheEntryGoes) {
    inquiries::Inquiry visit;
    visit.channel = "visit";
    visit.outcome = "answered";
    visit.topics = {"bank"};
    visit.place = "library";
    visit.note = "undrar om banken";
    const auto id = all.inquiries.log(sundsvall, visit, "anna", "", "")->id;
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto companion = all.bookings.beside_entries();
    auto entry = all.inquiries.find(sundsvall, id).value();
    EXPECT_FALSE(companion.stays(page, entry));
    auto client = staff();
    client.accept_language = "en";
    const auto form = client.get(companion.line(page, entry)->way.url + "&day=2026-11-26");
    const auto booked = client.submit(form, {{"way", "phone"}, {"contact", "060-19 10 11"}, {"name", "Karin"}}, "", "/new");
    EXPECT_TRUE(booked.says("The time is booked. Give them the code")) << booked.html;
    const auto line = companion.line(page, entry);
    EXPECT_EQ(line->standing, "Booked: Thursday 26 November 2026, 09:00, library");
    EXPECT_EQ(companion.stays(page, entry)->title, "The time stays booked: Thursday 26 November 2026, 09:00, library");
    const auto told = base::joined(companion.promised(page, entry), " ") + line->standing;
    EXPECT_TRUE(told.find("Karin") == told.npos && told.find("060") == told.npos) << told;
    const auto one = client.get(line->way.url);
    EXPECT_TRUE(one.says("Booked from an entry in the log") && one.says("Banking") && !one.says("undrar")) << one.html;
    EXPECT_EQ(all.inquiries.remove(sundsvall, id, "anna"), true);
    EXPECT_TRUE(client.get(line->way.url).says("That entry is gone from the log. The time stays booked."));
    const auto again = all.inquiries.log(sundsvall, visit, "anna", "", "")->id;
    all.database.write([&](db::Connection& connection) { companion.taken_over(connection, sundsvall, id, again); });
    entry = all.inquiries.find(sundsvall, again).value();
    EXPECT_EQ(companion.line(page, entry)->way.url, line->way.url);
    const auto stands = all.stands(line->way.url.substr(line->way.url.rfind('/') + 1));
    all.bookings.set_state(sundsvall, stands.id, stands.version, "cancelled_by_us", "anna");
    EXPECT_EQ(companion.line(page, entry)->way.title, "Book a time for somebody") << "another one";
    EXPECT_FALSE(companion.stays(page, entry));
}

TEST_F(BookingPages, WhereTheDeskHasNoTimesAllPlacesStandToChooseFrom) {
    inquiries::Inquiry entry;
    entry.topics = {"bank"};
    entry.place = "hall";
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const auto url = all.bookings.beside_entries().line(html::Page(request), entry)->way.url;
    EXPECT_EQ(url.find("place="), url.npos) << url;
    const auto form = staff().get("/sundsvall/staff/bookings/new?place=hall&topic=bank&day=2026-11-26");
    EXPECT_TRUE(form.says("Thursday 26 November 2026, 09:00, library")) << "an address that somebody kept" << form.html;
    EXPECT_TRUE(form.says("value=\"bank\" selected")) << "along to other days";
}

TEST_F(BookingPages, WhereWeAreAndTheQueueOfADesk) {
    testing::PageClient client(server);
    EXPECT_EQ(client.get("/sundsvall/where-we-are").status, 200);
    EXPECT_EQ(client.get("/sundsvall/places/nowhere/queue").status, 404);
    EXPECT_EQ(staff().get("/sundsvall/staff/queue").status, 200);
}

}  // namespace
}  // namespace digilots::booking
