// The pages as people see them: booking without scripts or an account, the staff's day, the queue, the
// answers for programs.
#include <algorithm>

#include "booking/pages.h"
#include "booking/world_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/base/json.h"

namespace digilots::booking {
namespace {

class BookingPages : public ::testing::Test {
protected:
    BookingPages() { open_municipalities(all); }

    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); },
            &all.versions);
        keeper.menu = menu_of({slice(all.bookings)});
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = name == "neighbour" ? "2280" : here;
            identity.role = http::Role::guide;
            return std::optional(identity);
        };
        keeper.find_token = [](std::string_view, base::Instant) {
            http::Identity identity;
            identity.token_id = "one";
            identity.municipality_id = here;
            identity.scopes = {"bookings:read", "bookings:write"};
            return std::optional(identity);
        };
        return keeper;
    }
    testing::PageClient staff(const std::string& name = "anna") {
        testing::PageClient client(server);
        client.cookies()["session"] = name;
        return client;
    }
    testing::Page booked_page(testing::PageClient& client, const testing::FormFields& fields = {}) {
        EXPECT_FALSE(client.get("/sundsvall/book?place=hall").says("30 to 60 minutes"));
        const auto what = client.get("/sundsvall/book?place=library");
        const auto where = client.get(what.link("Guidance"));
        EXPECT_TRUE(where.says("30 minutes") && where.says("60 minutes")) << where.html;
        const auto when =
            client.get("/sundsvall/book/" + offer + "/times?place=library&minutes=30&from=2026-11-26");
        EXPECT_TRUE(when.says("Thursday 26 November 2026")) << when.html;
        const auto how = client.get(when.link("09:30"));
        return client.submit(how, fields, "", "/book/");
    }
    testing::Page api(http::Method method, const std::string& path, const std::string& body = "",
                      const std::string& key = "") {
        testing::PageClient client(server);
        std::vector<std::pair<std::string, std::string>> headers{{"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        const bool is_list = (path.starts_with("bookings?") || path == "bookings") && method == http::Method::get;
        if (is_list || path.ends_with("/on-behalf") || path.ends_with("/state"))
            headers.emplace_back("Authorization", "Bearer one");
        return client.send(method, "/api/v1/sundsvall/" + path, body, headers);
    }
    std::string body(const char* starts) {
        return R"({"offer":")" + offer + R"(","place":"library","starts":")" + starts + R"(","minutes":30})";
    }

    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    http::Server server{{}, routes_of({slice(all.bookings)}), gatekeeper(), html::error_page, clock};
    const std::string offer = all.open();
};

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

TEST_F(BookingPages, AResidentBooksInFourPagesMovesAndCancelsByTheCode) {
    testing::PageClient client(server);
    const auto booked = booked_page(client, {{"topic", "bank"}});
    EXPECT_TRUE(booked.says("Your time is booked") && booked.says("Thursday 26 November 2026, 09:30"))
        << booked.html;
    EXPECT_EQ(booked.header("Cache-Control"), "no-store");
    EXPECT_EQ(booked.header("Referrer-Policy"), "no-referrer");
    const auto paper = client.send(http::Method::get, booked.link("A5"));
    EXPECT_TRUE(paper.status == 200 && paper.html.starts_with("%PDF"));
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
    const auto moved = client.submit(change, {}, "at=2026-11-27T08:00Z", "/change");
    EXPECT_TRUE(moved.says("The time is changed.") && moved.says("Friday 27 November 2026, 09:00"))
        << moved.html;
    const auto asked = client.get(moved.link("Cancel the time"));
    EXPECT_TRUE(client.get(moved.url).says("Booked"));  // opening the link cancels nothing
    const auto cancelled = client.submit(asked, {}, "", "/cancel");
    EXPECT_TRUE(cancelled.says("The time is cancelled") && !cancelled.says("Choose another time"))
        << cancelled.html;
    EXPECT_EQ(all.times(offer, "2026-11-27").size(), 6U);
}

TEST_F(BookingPages, WhoIsTooLateIsToldOfTheNextTimesAndAMistakeKeepsWhatWasTyped) {
    testing::PageClient client(server);
    const auto how =
        client.get(client.get("/sundsvall/book/" + offer + "/times?place=library&minutes=30&from=2026-11-26")
                       .link("09:30"));
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words));
    const auto late = client.submit(how, {}, "", "/book/");
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("Somebody else took that time.") && late.says("Thursday 26 November 2026, 10:00"))
        << late.html;
    const auto other = client.get(late.link("10:00"));
    const auto wrong = client.submit(other, {{"way", "email"}, {"contact", "elsa"}}, "", "/book/");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Write the e-mail address") && wrong.says("value=\"elsa\"")) << wrong.html;
    const auto machine = client.submit(other, {{"website", "http://x"}}, "", "/book/");
    EXPECT_EQ(machine.status, 422);
    EXPECT_TRUE(machine.says("Something was filled in that people do not see")) << machine.html;
    const auto booked = client.submit(wrong, {{"way", "none"}, {"contact", "070-174 06 35"}}, "", "/book/");
    EXPECT_TRUE(booked.says("Your time is booked")) << booked.html;
    EXPECT_TRUE(booked.says("By phone, on the number that ends with 35") && !booked.says("174 06"))
        << "who types a number means it, and it is confirmed masked";
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
    EXPECT_EQ(client.get("/sundsvall/bookings/" + booked->code).status, 200);
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
    EXPECT_TRUE(told.says("Your time is booked")) << told.html;
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
    staff("bo").get(one.url);
    const auto trail = all.database.read([&](db::Connection& connection) {
        return audit::entries_of(connection, here, "booking:" + one.url.substr(one.url.rfind('/') + 1), 50);
    });
    EXPECT_EQ(std::ranges::count_if(trail, [](const auto& seen) { return seen.entry.action == "booking contact read"; }), 2)
        << "anna on the list and the page, once; bo";
    const auto moved =
        client.submit(client.get(one.link("Choose another time")), {}, "at=2026-11-26T09:00Z", "/move");
    EXPECT_TRUE(moved.says("10:00")) << moved.html;
    EXPECT_TRUE(client.submit(one, {}, "state=seen", "/state").says("Somebody has changed it meanwhile"));
    const auto seen = client.submit(moved, {}, "state=seen", "/state");
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
    const auto when = client.get("/sundsvall/book/" + visit + "/times?place=library&from=2026-11-26");
    const auto how = client.get(when.link("09:00"));
    EXPECT_TRUE(how.says("for somebody near you, or as a guardian")) << how.html;
    const auto booked = client.submit(
        how, {{"address", "Storgatan 4"}, {"way", "phone"}, {"contact", "060-19 10 11"}}, "", "/book/");
    EXPECT_TRUE(booked.says("We come Thursday 26 November 2026, 09:00.") && booked.says("in the way that you chose"))
        << booked.html;
    EXPECT_TRUE(booked.says("we come to the address that you gave") && !booked.says("Storgatan")) << booked.html;
    all.add(2, {{"title", {"Summer"}}, {"kind", {"away"}}, {"function", {function}}, {"first_day", {"2027-06-28"}},
                {"last_day", {"2027-08-01"}}});
    clock.set(testing::at("2027-06-01T09:00:00Z"));
    const auto none = client.get("/sundsvall/book/" + visit + "/times?place=hall&from=2027-07-01");
    EXPECT_EQ(none.status, 200);
    EXPECT_EQ(none.link("Ask us for a time: we answer by the time that we promise."), "/sundsvall/ask") << none.html;
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

TEST_F(BookingPages, WhereWeAreAndTheQueueOfADesk) {
    testing::PageClient client(server);
    EXPECT_EQ(client.get("/sundsvall/where-we-are").status, 200);
    EXPECT_EQ(client.get("/sundsvall/places/nowhere/queue").status, 404);
    EXPECT_EQ(staff().get("/sundsvall/staff/queue").status, 200);
}

TEST_F(BookingPages, OnTheNightOfTheChangeTheOffsetSaysWhichOfTwoHoursIsMeant) {
    clock.set(testing::at("2026-10-24T09:00:00Z"));
    const auto function = all.bookings.offers(here, true).front().function;
    all.add(1, {{"title", {"Night"}}, {"function", {function}}, {"place", {"hall"}}, {"hours", {"1-5"}}, {"weekdays", {"su"}}});
    const auto times = api(http::Method::get, "times?offer=" + offer + "&place=hall&from=2026-10-25&to=2026-10-25");
    for (const auto* time : {"02:00:00+02:00", "02:30:00+02:00", "02:00:00+01:00", "02:30:00+01:00", "03:00:00+01:00"})
        EXPECT_TRUE(times.says(std::string("\"starts\":\"2026-10-25T") + time)) << time << times.html;
    const auto at = [&](const std::string& starts) {
        return api(http::Method::post, "bookings",
                   R"({"offer":")" + offer + R"(","place":"hall","starts":")" + starts + "\"}");
    };
    const auto first = at("2026-10-25T02:30:00");
    EXPECT_TRUE(first.status == 201 && first.says("\"starts\":\"2026-10-25T02:30:00+02:00\"")) << first.html;
    EXPECT_EQ(at("2026-10-25T02:30:00+02:00").status, 409) << "without an offset it was the first";
    const auto second = at("2026-10-25T02:30:00+01:00");
    EXPECT_TRUE(second.status == 201 && second.says("\"starts\":\"2026-10-25T02:30:00+01:00\"")) << second.html;
    EXPECT_EQ(at("2026-10-25T02:30:00+03:00").status, 422);
    EXPECT_EQ(at("2026-10-25T02:00:00Z").status, 422) << "the zone has another offset then";
    const auto day = api(http::Method::get, "bookings?from=2026-10-25&to=2026-10-25");
    EXPECT_LT(day.html.find("02:30:00+02:00"), day.html.find("02:30:00+01:00")) << day.html;
}

TEST_F(BookingPages, ProgramsAskForTimesBookAndCancel) {
    const auto times = api(http::Method::get, "times?offer=" + offer + "&from=2026-11-26&to=2026-11-26");
    EXPECT_TRUE(times.says(
        R"("starts":"2026-11-26T09:00:00+01:00","ends":"2026-11-26T09:30:00+01:00","place":"library")"))
        << times.html;
    EXPECT_EQ(api(http::Method::get, "times?from=yesterday").status, 400);
    EXPECT_EQ(api(http::Method::get, "times?offer=none").status, 400);
    const auto key = "0b8c1f0e-5a0e-4c51-9d5e-2f6b7a1d9c11";
    const auto booked = api(http::Method::post, "bookings", body("2026-11-26T09:30:00+01:00"), key);
    EXPECT_EQ(booked.status, 201) << booked.html;
    const auto again = api(http::Method::post, "bookings", body("2026-11-26T09:30:00+01:00"), key);
    EXPECT_EQ(again.html, booked.html);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    const auto reused = api(http::Method::post, "bookings", body("2026-11-26T10:00:00+01:00"), key);
    EXPECT_TRUE(reused.status == 409 && reused.says(R"("code":"key_reused")")) << reused.html;
    const auto taken = api(http::Method::post, "bookings", body("2026-11-26T09:30"));
    EXPECT_TRUE(taken.status == 409 &&
                taken.says(R"("code":"taken","times":[{"starts":"2026-11-26T10:00:00+01:00")"))
        << taken.html;
    EXPECT_EQ(taken.header("Content-Type"), "application/problem+json");
    for (const auto* wrong : {"2026-11-26T10:00:00+02:00", "2027-03-28T02:30:00", "today"})
        EXPECT_EQ(api(http::Method::post, "bookings", body(wrong)).status, 422) << wrong;
    EXPECT_EQ(api(http::Method::post, "bookings", body("2026-11-26T10:00:00+01:00"), "guessed").status, 400);
    EXPECT_EQ(api(http::Method::post, "bookings", "[]").status, 400);
    EXPECT_EQ(api(http::Method::post, "bookings", R"({"offer":1})").status, 422);
    const auto all_wrong =
        api(http::Method::post, "bookings", R"({"offer":"nothing","starts":"soon","name":"811218-9876","contact":{"by":"pigeon"}})");
    for (const auto* field : {R"("offer":)", R"("place":)", R"("starts":)", R"("name":)", R"("contact.by":)"})
        EXPECT_TRUE(all_wrong.says(field)) << field << all_wrong.html;
    EXPECT_EQ(
        api(http::Method::post, "bookings",
            R"({"offer":"x","place":"library","starts":"2026-11-26T10:00:00","extra":1,"contact":{"by":"email"}})")
            .status,
        422);
    const auto json = base::parse_json(booked.html).value();
    const auto one = "bookings/" + std::string(json["code"].text());
    EXPECT_TRUE(api(http::Method::get, one).says(R"("state":"booked")"));
    EXPECT_TRUE(api(http::Method::get, "bookings?from=2026-11-26&to=2026-11-26").says(R"("minutes":30)"));
    EXPECT_EQ(api(http::Method::delete_, one).status, 204);
    EXPECT_EQ(api(http::Method::delete_, one).status, 404);
    EXPECT_EQ(api(http::Method::get, one).status, 404);
}

TEST_F(BookingPages, ProgramsOfTheStaffBookForSomebodySayHowItWentAndReadPageByPage) {
    const auto quiet = all.add(0, {{"title", {"For clients"}},
                                   {"kind", {"guidance"}},
                                   {"lengths", {"30"}},
                                   {"topics", {"bank"}},
                                   {"function", {all.bookings.offer(here, offer)->function}}});
    const auto for_client = [&](const char* starts, const char* more) {
        return R"({"offer":")" + quiet + R"(","place":"library","starts":")" + starts + "\"" + more + "}";
    };
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf",
                  for_client("2026-11-25T10:30", R"(,"client_code":"K-12")"))
                  .status,
              422)
        << "nobody has asked the client";
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf",
                  for_client("2026-11-25T10:30", R"(,"consented":"yes")"))
                  .status,
              422);
    // Near, and not shown to residents: they could not have it.
    const auto key = "0b8c1f0e-5a0e-4c51-9d5e-2f6b7a1d9c11";
    const auto body_of_client =
        for_client("2026-11-25T10:30:00+01:00", R"(,"client_code":"K-12","consented":true)");
    EXPECT_EQ(api(http::Method::post, "bookings", for_client("2026-11-25T10:30", "")).status, 422);
    const auto booked = api(http::Method::post, "bookings/on-behalf", body_of_client, key);
    ASSERT_EQ(booked.status, 201) << booked.html;
    EXPECT_FALSE(booked.says("K-12"));
    EXPECT_EQ(api(http::Method::post, "bookings/on-behalf", body_of_client, key).html, booked.html);
    const auto taken = api(http::Method::post, "bookings/on-behalf", for_client("2026-11-25T10:30", ""));
    EXPECT_TRUE(taken.status == 409 && taken.says(R"("code":"taken")")) << taken.html;

    const auto json = base::parse_json(booked.html).value();
    const auto state = "bookings/" + std::string(json["code"].text()) + "/state";
    for (const auto* wrong : {R"({"state":"cancelled"})", R"({"state":1})", R"({})", R"({"state":"seen","x":1})"})
        EXPECT_EQ(api(http::Method::put, state, wrong).status, 422) << wrong;
    for (int again = 0; again < 2; ++again) {
        const auto seen = api(http::Method::put, state, R"({"state":"seen"})");
        EXPECT_TRUE(seen.status == 200 && seen.says(R"("state":"seen")")) << seen.html;
    }
    const auto id = all.bookings.follow(sundsvall, json["code"].text())->id;
    EXPECT_FALSE(all.stands(id).entry.empty()) << "it is in the log";
    const auto no = api(http::Method::put, "bookings/" + id + "/state", R"({"state":"excused"})");
    EXPECT_TRUE(no.status == 409 && no.says("not_possible")) << no.html;
    EXPECT_EQ(api(http::Method::put, "bookings/k7m2-9xqd-4tfh/state", R"({"state":"seen"})").status, 404);

    for (const auto* starts : {"2026-11-26T09:00", "2026-11-26T09:30", "2026-11-26T10:00"})
        EXPECT_EQ(api(http::Method::post, "bookings", body(starts)).status, 201);
    std::string cursor;
    std::vector<std::string> read;
    do {
        const auto page = api(http::Method::get, "bookings?limit=2&cursor=" + cursor);
        const auto answer = base::parse_json(page.html).value();
        for (const auto& one : answer["bookings"].items()) read.emplace_back(one["starts"].text());
        cursor = answer["next"].is_null() ? "" : std::string(answer["next"].text());
    } while (!cursor.empty() && read.size() < 9);
    EXPECT_EQ(read, (std::vector<std::string>{"2026-11-25T10:30:00+01:00", "2026-11-26T09:00:00+01:00",
                                              "2026-11-26T09:30:00+01:00", "2026-11-26T10:00:00+01:00"}));
    EXPECT_EQ(api(http::Method::get, "bookings?cursor=7").status, 400);
    EXPECT_EQ(api(http::Method::get, "bookings?limit=0").status, 400);
}

}  // namespace
}  // namespace digilots::booking
