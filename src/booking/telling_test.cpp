// Whoever has booked is told as often as they chose, and of a time that staff change in any case.
#include "booking/ongoing.h"
#include "booking/world_for_tests.h"
#include "platform/html/page.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sql.h"
#include "platform/testing/html_form.h"

namespace digilots::booking {
namespace {

class TellingWhoBooked : public ::testing::Test {
protected:
    TellingWhoBooked() { open_municipalities(all); }

    Booked book(const char* way, const char* contact, HowOften often, const char* starts = "2026-11-26T08:30:00Z") {
        auto wanted = all.wanted(offer, starts);
        wanted.way = way;
        wanted.contact = contact;
        wanted.how_often = often;
        const auto booked = all.bookings.book(sundsvall, wanted, all.words);
        EXPECT_TRUE(booked);
        return booked ? *booked : Booked{};
    }
    std::ptrdiff_t letters() {
        return database->read([](db::Connection& connection) { return std::ssize(mail::list(connection)); });
    }
    /// With something that the form does not offer.
    testing::Page send_made_up(testing::PageClient& client, const testing::Page& page, const char* action,
                               const testing::FormFields& typed, const std::string& how_often) {
        const auto form = testing::find_form(page.html, typed, action);
        EXPECT_TRUE(form) << page.html;
        if (!form) return page;
        auto values = form->filled(typed);
        std::erase_if(values, [](const auto& one) { return one.first == "how_often"; });
        values.emplace_back("how_often", how_often);
        return client.post_once(form->action, values);
    }
    testing::PageClient person(bool is_staff = false) {
        testing::PageClient client(server);
        if (is_staff) client.cookies()["session"] = "anna";
        return client;
    }
    http::Gatekeeper gatekeeper() {
        auto keeper = testing::gatekeeper_for(
            here, [this](std::string_view slug) { return all.municipalities.find_tenant(slug); }, &all.versions);
        keeper.find_session = [](std::string_view name, base::Instant) {
            http::Identity identity;
            identity.account_id = identity.session_id = name;
            identity.municipality_id = here;
            identity.role = http::Role::guide;
            return std::optional(identity);
        };
        return keeper;
    }

    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};  // a Wednesday
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
    std::string offer = all.open("3");
    http::Server server{{}, routes_of({slice(all.bookings)}), gatekeeper(), html::error_page, clock};
};

TEST_F(TellingWhoBooked, OnlyWhoChoseEachStepIsReminded) {
    book("email", "elsa@example.org", HowOften::only);
    EXPECT_EQ(all.bookings.remind(sundsvall), 0);
    book("email", "sven@example.org", HowOften::each);
    EXPECT_EQ(all.bookings.remind(sundsvall), 1);
    book("phone", "060-19 10 11", HowOften::only);
    book("phone", "060-19 10 12", HowOften::each, "2026-11-26T09:30:00Z");
    const auto list = person(true).get("/sundsvall/staff/bookings/reminders");
    EXPECT_FALSE(list.says("060-19 10 11")) << list.html;
    EXPECT_TRUE(list.says("060-19 10 12"));
}

TEST_F(TellingWhoBooked, ATimeThatStaffMoveOrCancelIsToldOfAndOneThatTheyMoveThemselvesIsNot) {
    const auto booked = book("email", "elsa@example.org", HowOften::only);
    const auto id = booked.booking.id;
    EXPECT_EQ(all.bookings.move(sundsvall, id, 1, testing::at("2026-11-26T09:30:00Z"), false, ""), Step::done);
    EXPECT_EQ(letters(), 0);
    EXPECT_EQ(all.bookings.move(sundsvall, id, 2, testing::at("2026-11-26T10:00:00Z"), true, "anna"), Step::done);
    EXPECT_EQ(letters(), 1);
    EXPECT_EQ(all.bookings.set_state(sundsvall, id, 3, "cancelled_by_us", "anna"), Step::done);
    EXPECT_EQ(letters(), 1) << "what waited of the time before is overtaken";
    EXPECT_EQ(all.bookings.set_state(sundsvall, id, 3, "cancelled_by_us", "anna"), Step::done) << "pressed twice";
    EXPECT_EQ(letters(), 1);
}

TEST_F(TellingWhoBooked, TheFormAsksAndThePageOfTheCodeAsksAgain) {
    auto client = person();
    const auto form =
        client.get("/sundsvall/book/" + offer + "/how?place=library&minutes=30&at=2026-11-26T08:30Z");
    const testing::FormFields typed{{"way", "email"}, {"contact", "elsa@example.org"}, {"name", "Elsa"}};
    const auto again = send_made_up(client, form, "/book/", typed, "always");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("Choose how often we tell you.") && again.says("Elsa")) << again.html;
    auto right = typed;
    right.emplace_back("how_often", "only");
    const auto booked = client.submit(form, right);
    EXPECT_TRUE(booked.says("Your time is booked")) << booked.html;
    EXPECT_EQ(all.bookings.remind(sundsvall), 0);
    const auto asked = client.get(booked.link("Choose how often we tell you"));
    EXPECT_EQ(send_made_up(client, asked, "/how-often", {}, "never").status, 422);
    EXPECT_TRUE(client.submit(asked, {{"how_often", "each"}}, "", "/how-often").says("What you chose holds from now on."));
    EXPECT_EQ(all.bookings.remind(sundsvall), 1);
    EXPECT_EQ(client.get("/sundsvall/bookings/k7m2-9xqd-4tfh/how-often").status, 404);
}

TEST_F(TellingWhoBooked, WhereNoLettersAreSentWhoChoseEMailIsRemindedByHand) {
    Bookings quiet{*database, all.versions, clock,
                   {all.municipalities, all.organisation, all.directory, all.own_topics, all.inquiries,
                    all.colleagues(), false}};
    http::Server without_mail{{}, routes_of({slice(quiet)}), gatekeeper(), html::error_page, clock};
    book("email", "elsa@example.org", HowOften::each);
    const auto how = "/sundsvall/book/" + offer + "/how?place=library&minutes=30&at=2026-11-26T09:30Z";
    EXPECT_TRUE(person().get(how).says("By e-mail"));
    EXPECT_FALSE(testing::PageClient(without_mail).get(how).says("By e-mail")) << "what is not done is not offered";
    EXPECT_FALSE(person(true).get("/sundsvall/staff/bookings/reminders").says("elsa@example.org"));
    testing::PageClient colleague(without_mail);
    colleague.cookies()["session"] = "anna";
    const auto list = colleague.get("/sundsvall/staff/bookings/reminders");
    EXPECT_TRUE(list.says("elsa@example.org")) << list.html;
    EXPECT_FALSE(colleague.submit(list, {}, "", "/reminded").says("elsa@example.org"));
}

TEST_F(TellingWhoBooked, ALetterThatDidNotArriveStandsOnTheBookingUntilALaterWord) {
    const auto booked = book("email", "elsa@example.org", HowOften::each);
    const auto& id = booked.booking.id;
    ASSERT_EQ(all.bookings.move(sundsvall, id, 1, testing::at("2026-11-26T09:30:00Z"), true, "anna"), Step::done);
    const auto refuse = [&] {
        database->write([](db::Connection& connection) {
            const auto letter = mail::list(connection).front().id;
            connection.query(mail::sql::claim_letter, letter, "one", "9999", "9999");
            connection.execute(mail::sql::end_letter, letter, "one", "refused", 0, "550", "2026-11-25T09:30:00Z", 1);
        });
    };
    auto client = person(true);
    const auto url = "/sundsvall/staff/bookings/" + id;
    EXPECT_FALSE(client.get(url).says("A letter did not arrive"));
    refuse();
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("A letter did not arrive") && page.says("Send it again")) << page.html;
    EXPECT_TRUE(page.says("I ring or tell them in another way") && page.says("elsa@example.org")) << page.html;
    ASSERT_EQ(all.bookings.set_state(sundsvall, id, 2, "cancelled_by_us", "anna"), Step::done);
    ASSERT_EQ(letters(), 1) << "nobody is told any more when it was to be";
    EXPECT_FALSE(client.get(url).says("A letter did not arrive")) << "the news is on its way";
}

TEST_F(TellingWhoBooked, WhoHasTheCodeAloneReadsThatStaffMovedIt) {
    const auto booked = book("none", "", HowOften::each);
    auto client = person();
    client.accept_language = "en";
    const auto url = "/sundsvall/bookings/" + booked.code;
    EXPECT_FALSE(client.get(url).says("Moved:"));
    ASSERT_EQ(all.bookings.move(sundsvall, booked.booking.id, 1, testing::at("2026-11-26T09:30:00Z"), true, "anna"),
              Step::done);
    EXPECT_TRUE(client.get(url).says("Moved: it was")) << client.get(url).html;
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    EXPECT_NE(followed_bookings({all.bookings}).find(page, booked.code)->standing.find("Moved: it was"), std::string::npos);
    ASSERT_EQ(all.bookings.move(sundsvall, booked.booking.id, 2, testing::at("2026-11-26T08:30:00Z"), false, ""), Step::done);
    EXPECT_FALSE(client.get(url).says("Moved:")) << "they moved it themselves";
}

TEST_F(TellingWhoBooked, AVisitAtHomeIsCalledSoWhereverItStands) {
    const auto home = all.add(0, {{"title", {"Visit"}},
                                  {"kind", {"home_visit"}},
                                  {"lengths", {"30"}},
                                  {"function", {all.bookings.offer(here, offer)->function}},
                                  {"is_published", {"1"}}});
    auto wanted = all.wanted(home, "2026-11-26T08:30:00Z");
    wanted.address = "Storgatan 4";
    wanted.way = "phone";
    wanted.contact = "060-19 10 11";
    wanted.language = "en";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    html::Page page(request);
    EXPECT_EQ(followed_bookings({all.bookings}).find(page, booked->code)->what, "Visit, at your home") << "nowhere to go to";
    page.staff = true;
    EXPECT_EQ(bookings_under_way({all.bookings}).now(page).front().what, "Visit, at whoever booked it");
    const auto list = person(true).get("/sundsvall/staff/bookings/reminders");
    EXPECT_TRUE(list.says("060-19 10 11") && list.says("We come to your home.")) << list.html;
    EXPECT_FALSE(list.says("home..") || list.says("library")) << list.html;
}

TEST_F(TellingWhoBooked, ItStandsAmongAllThatIsUnderWay) {
    const auto booked = book("none", "", HowOften::each);
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto kind = bookings_under_way({all.bookings});
    ASSERT_EQ(kind.now(page).size(), 1U);
    EXPECT_FALSE(kind.now(page).front().is_late);
    EXPECT_EQ(kind.now(page).front().until, booked.booking.starts);
    const auto codes = followed_bookings({all.bookings});
    ASSERT_TRUE(codes.find(page, booked.code));
    EXPECT_NE(codes.find(page, booked.code)->what.find("Guidance"), std::string::npos);
    EXPECT_FALSE(codes.find(page, "k7m2-9xqd-4tfh"));
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_TRUE(kind.now(page).front().is_late) << "nobody has said how it went";
    all.bookings.set_state(sundsvall, booked.booking.id, 1, "seen", "anna");
    EXPECT_TRUE(kind.now(page).empty());
    ASSERT_TRUE(codes.find(page, booked.code));
    std::optional<std::chrono::seconds> wait;
    for (int turn = 0; turn < 300 && !wait; ++turn) wait = codes.wait(request);
    EXPECT_TRUE(wait) << "who guesses is slowed down";
    EXPECT_FALSE(codes.find(page, booked.code)) << "meanwhile a right code tells a guesser nothing";
    clock.advance(std::chrono::seconds(5));
    EXPECT_TRUE(codes.find(page, booked.code));
}

}  // namespace
}  // namespace digilots::booking
