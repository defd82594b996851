// What is booked, moved, cancelled, counted, reminded and deleted: without pages.
#include "booking/world_for_tests.h"
#include "platform/mail/outbox.h"
#include "platform/register/doubts.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::booking {
namespace {

class BookingsStored : public ::testing::Test {
protected:
    BookingsStored() { open_municipalities(all); }
    std::int64_t total(const char* measure, std::map<std::string, std::string> where = {}) {
        const auto day = base::parse_date("2026-11-26").value();
        std::int64_t sum = 0;
        const auto measures = all.bookings.measures();
        for (const auto& row :
             measures::find_measure(measures, measure)->figures({{here}, {day, day}, {}, std::move(where)}))
            sum += row.value.amount;
        return sum;
    }
    std::int64_t mails() {
        return database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    }

    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};  // a Wednesday, 10 o'clock there
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
};

TEST_F(BookingsStored, EveryStatementOfItsRegistersRuns) {
    for (auto* records : all.bookings.registers())
        register_::run_every_statement(*records, records->around(here));
}

TEST_F(BookingsStored, HoursThatMayBeTurnedRoundAreAskedAbout) {
    const auto& rota = *all.bookings.registers()[1];
    auto around = rota.around(here);
    around.words = &all.words;
    const auto asked = [&](const char* hours) {
        register_::Record line;
        line.columns["hours"] = hours;
        return register_::doubts_about(rota.declaration(), around, nullptr, line);
    };
    EXPECT_EQ(asked("17-9").size(), 1U);
    EXPECT_TRUE(asked("9-17").empty());
    EXPECT_TRUE(asked("22-6").empty()) << "a night";
}

TEST_F(BookingsStored, ATimeIsBookedOnceAndTheSameFormTwiceIsTheSame) {
    const auto offer = all.open();
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 6U);
    const auto wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    EXPECT_EQ(all.bookings.book(sundsvall, wanted, all.words)->code, booked->code);
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 5U);
    const auto second = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words);
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().is_taken);
    EXPECT_EQ(all.bookings.follow(sundsvall, booked->code)->id, booked->booking.id);
    EXPECT_FALSE(all.bookings.follow(sundsvall, "k7m2-9xqd-4tfh"));
    http::Tenant elsewhere = sundsvall;
    elsewhere.id = "2280";
    EXPECT_FALSE(all.bookings.follow(elsewhere, booked->code));
    EXPECT_EQ(total("bookings"), 1);
    clock.set(testing::at("2027-02-01T09:00:00Z"));
    EXPECT_FALSE(all.bookings.follow(sundsvall, booked->code));
}

TEST_F(BookingsStored, NobodyIsThereOutsideTheRotaAndNothingIsBookedWithMistakes) {
    const auto offer = all.open();
    const auto fails = [&](const Wanted& wanted) {
        const auto booked = all.bookings.book(sundsvall, wanted, all.words);
        return booked                    ? std::string("booked")
               : booked.error().is_taken ? "taken"
                                         : booked.error().errors.front().first;
    };
    EXPECT_EQ(fails(all.wanted(offer, "2026-11-26T12:30:00Z")), "taken");
    EXPECT_EQ(fails(all.wanted(offer, "2026-11-28T08:30:00Z")), "taken");  // a Saturday
    EXPECT_EQ(fails(all.wanted(offer, "2026-11-25T09:30:00Z")), "taken");  // in half an hour
    EXPECT_EQ(fails(all.wanted(offer, "2026-11-26T08:10:00Z")),
              "taken");  // beside the times that are offered
    auto wanted = all.wanted("no-such", "2026-11-26T08:30:00Z");
    EXPECT_EQ(fails(wanted), "offer");
    wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    wanted.minutes = 17;
    EXPECT_EQ(fails(wanted), "minutes");
    wanted.minutes = 30;
    wanted.way = "email";
    wanted.contact = "no address";
    EXPECT_EQ(fails(wanted), "contact");
    wanted.contact = "elsa@example.org";
    wanted.way = "phone";
    wanted.contact = "19121212-1212";
    EXPECT_EQ(fails(wanted), "contact") << "nobody can be rung there";
    wanted.way = "email";
    wanted.contact = "elsa@example.org";
    for (const char* name : {"811218-9876", "Kari 81549300", "Elsa 12"}) {
        wanted.name = name;
        EXPECT_EQ(fails(wanted), "name") << name;
    }
    wanted.name = "Elsa";
    wanted.client_code = "K-12";
    EXPECT_EQ(fails(wanted), "has_consented");
    EXPECT_EQ(total("bookings"), 0);
    wanted.has_consented = true;
    EXPECT_EQ(fails(wanted), "booked");
}

TEST_F(BookingsStored, MovedAtOnceOrNotAtAll) {
    const auto offer = all.open();
    const auto booked =
        all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words).value();
    const auto other =
        all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T09:30:00Z"), all.words).value();
    const auto move = [&](const char* starts, std::int64_t seen) {
        return all.bookings.move(sundsvall, booked.booking.id, seen, testing::at(starts), false, "");
    };
    EXPECT_EQ(move("2026-11-26T09:30:00Z", 1), Step::taken);
    EXPECT_EQ(all.stands(booked.booking.id).starts, testing::at("2026-11-26T08:30:00Z"));
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 4U);
    EXPECT_EQ(move("2026-11-27T08:00:00Z", 1), Step::done);
    EXPECT_EQ(move("2026-11-27T08:30:00Z", 1), Step::changed);
    EXPECT_EQ(all.stands(booked.booking.id).day, "2026-11-27");
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 5U);
    EXPECT_EQ(total("bookings"), 1);
    EXPECT_EQ(other.booking.state, "booked");
}

TEST_F(BookingsStored, HowItWentIsCountedAndLoggedOnce) {
    const auto offer = all.open();
    const auto id =
        all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words)->booking.id;
    const auto set = [&](std::int64_t seen, const char* state) {
        return all.bookings.set_state(sundsvall, id, seen, state, "anna");
    };
    clock.set(testing::at("2026-11-26T08:20:00Z"));
    EXPECT_EQ(set(1, "arrived"), Step::done);
    EXPECT_EQ(set(1, "did_not_come"), Step::changed);
    EXPECT_EQ(all.bookings.log(sundsvall, id, "anna"), "");
    clock.set(testing::at("2026-11-26T10:00:00Z"));
    EXPECT_EQ(set(2, "seen"), Step::done);
    EXPECT_EQ(set(2, "seen"), Step::done);
    EXPECT_EQ(set(3, "cancelled"), Step::changed);
    EXPECT_EQ(total("bookings_helped"), 1);
    EXPECT_EQ(total("bookings_minutes"), 30);
    const auto entry = all.bookings.log(sundsvall, id, "anna");
    EXPECT_FALSE(entry.empty());
    EXPECT_EQ(all.bookings.log(sundsvall, id, "bo"), entry);
    EXPECT_EQ(all.inquiries.find(sundsvall, entry)->minutes, 30);
    EXPECT_EQ(set(3, "booked"), Step::done);
    EXPECT_EQ(set(4, "did_not_come"), Step::done);
    EXPECT_EQ(total("bookings_helped"), 0);
    EXPECT_EQ(total("bookings_did_not_come"), 1);
    EXPECT_EQ(total("bookings_minutes"), 0);
}

TEST_F(BookingsStored, CancelledGivesTheTimeBackAndForgetsThePerson) {
    const auto offer = all.open("1", {{"kind", {"home_visit"}}, {"travel_minutes", {"15"}}});
    auto wanted = all.wanted(offer, "2026-11-26T08:15:00Z");
    EXPECT_EQ(all.bookings.book(sundsvall, wanted, all.words).error().errors.front().first, "address");
    wanted.way = "phone";
    wanted.contact = "060-19 10 11";
    wanted.address = "Storgatan 4";
    const auto before = all.times(offer, "2026-11-26").size();
    const auto id = all.bookings.book(sundsvall, wanted, all.words)->booking.id;
    EXPECT_EQ(all.bookings.reached(here, id).address, "Storgatan 4");
    EXPECT_LT(all.times(offer, "2026-11-26").size(), before);
    EXPECT_EQ(all.bookings.set_state(sundsvall, id, 1, "cancelled", ""), Step::done);
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), before);
    const auto reached = all.bookings.reached(here, id);
    EXPECT_TRUE(reached.address.empty() && reached.value.empty());
    EXPECT_EQ(all.bookings.set_state(sundsvall, id, 2, "booked", "anna"), Step::changed);
}

TEST_F(BookingsStored, WhoComesTomorrowIsRemindedOnceInTheWayTheyChose) {
    const auto offer = all.open();
    auto wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    wanted.way = "email";
    wanted.contact = "elsa@example.org";
    ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words));
    auto rings = all.wanted(offer, "2026-11-26T09:30:00Z");
    rings.way = "phone";
    rings.contact = "060-19 10 11";
    const auto id = all.bookings.book(sundsvall, rings, all.words)->booking.id;
    const auto before = mails();
    EXPECT_EQ(all.bookings.remind(sundsvall), 1);
    EXPECT_EQ(all.bookings.remind(sundsvall), 0);
    EXPECT_EQ(mails(), before + 1);
    EXPECT_TRUE(all.bookings.note_reminded(sundsvall, id, "anna"));
    EXPECT_FALSE(all.bookings.note_reminded(sundsvall, id, "anna"));
}

TEST_F(BookingsStored, WhatHasHadItsTimeIsDeletedAndCountsStay) {
    const auto offer = all.open("1", {{"kind", {"home_visit"}}});
    auto wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    wanted.way = "letter";
    wanted.contact = wanted.address = "Storgatan 4";
    const auto id = all.bookings.book(sundsvall, wanted, all.words)->booking.id;
    all.bookings.take_number(sundsvall, "library", "");
    const auto remove = [&](std::string_view key, const char* now) {
        clock.set(testing::at(now));
        for (const auto& rule : retention_rules()) {
            if (rule.key != key) continue;
            return database->write([&](db::Connection& connection) {
                const Due due{here, limit_of(rule.period, clock.now(), "Europe/Stockholm"), clock.now()};
                EXPECT_EQ(rule.due(connection, due), rule.held(connection, here));
                const auto number = rule.remove(connection, due, 10);
                EXPECT_EQ(rule.remove(connection, due, 10), 0);
                return number;
            });
        }
        return std::int64_t{-1};
    };
    EXPECT_EQ(remove(address_rule, "2026-11-28T08:30:00Z"), 1);
    EXPECT_EQ(remove("booking.queue", "2026-11-29T08:30:00Z"), 1);
    EXPECT_EQ(all.bookings.reached(here, id).value, "Storgatan 4");
    EXPECT_EQ(remove(contact_rule, "2026-12-05T08:30:00Z"), 1);
    EXPECT_EQ(remove(booking_rule, "2028-01-05T08:30:00Z"), 1);
    EXPECT_FALSE(all.bookings.find(here, id));
    EXPECT_EQ(total("bookings"), 1);
    EXPECT_EQ(total("bookings", {{"place", "library"}, {"channel", "page"}}), 1);
    EXPECT_EQ(total("bookings", {{"channel", "staff"}}), 0);
    EXPECT_TRUE(all.bookings.measures().front().last_day(here));
}

TEST_F(BookingsStored, HowTheyHeardOfItIsCountedOfThoseWhoBookedAndOfThoseWhoCame) {
    const auto offer = all.open();
    auto wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    wanted.found_us = "no such way";
    const auto refused = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().errors.front().first, "found_us");
    wanted.found_us = "paper";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    EXPECT_EQ(all.stands(booked->booking.id).found_us, "paper");
    ASSERT_TRUE(all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T09:30:00Z"), all.words));
    EXPECT_EQ(total("bookings_heard"), 2);
    EXPECT_EQ(total("bookings_heard", {{"found_us", "paper"}}), 1);
    EXPECT_EQ(total("bookings_heard_helped"), 0);
    clock.set(testing::at("2026-11-26T10:00:00Z"));
    ASSERT_EQ(all.bookings.set_state(sundsvall, booked->booking.id, 1, "seen", "anna"), Step::done);
    EXPECT_EQ(total("bookings_heard_helped", {{"found_us", "paper"}}), 1);
    EXPECT_EQ(total("bookings_heard", {{"place", "library"}}), 2);
}

TEST_F(BookingsStored, TheQueueCallsInOrderAndSaysHowLongItReallyTook) {
    auto& bookings = all.bookings;
    const auto key = base::new_uuid(clock.now());
    EXPECT_EQ(bookings.take_number(sundsvall, "library", key), 1);
    EXPECT_EQ(bookings.take_number(sundsvall, "library", key), 1);
    EXPECT_EQ(bookings.take_number(sundsvall, "library", ""), 2);
    EXPECT_EQ(bookings.take_number(sundsvall, "hall", ""), 1);
    EXPECT_EQ(bookings.queue(sundsvall, "library").most_minutes, -1);
    clock.advance(std::chrono::minutes(12));
    EXPECT_EQ(bookings.call_next(sundsvall, "library", ""), 1);
    clock.advance(std::chrono::minutes(8));
    EXPECT_EQ(bookings.call_next(sundsvall, "library", ""), 2);
    EXPECT_EQ(bookings.call_next(sundsvall, "library", ""), 0);
    const auto queue = bookings.queue(sundsvall, "library");
    EXPECT_EQ(queue.called, (std::vector<int>{2, 1}));
    EXPECT_EQ(queue.least_minutes, 12);
    EXPECT_EQ(queue.most_minutes, 20);
    bookings.take_number(sundsvall, "library", "");
    clock.advance(std::chrono::minutes(45));
    EXPECT_EQ(bookings.queue(sundsvall, "library").most_minutes, 45) << "somebody still waits";
    clock.advance(std::chrono::days(1));
    EXPECT_TRUE(bookings.queue(sundsvall, "library").called.empty());
}

TEST_F(BookingsStored, WhatAQueueCountedStaysAFigureWhenItsNumbersGo) {
    auto& bookings = all.bookings;
    clock.set(testing::at("2026-11-26T09:00:00Z"));
    const auto key = base::new_uuid(clock.now());
    for (const auto& form : {key, key, std::string()}) bookings.take_number(sundsvall, "library", form);
    bookings.take_number(sundsvall, "hall", "");
    clock.advance(std::chrono::minutes(12));
    bookings.call_next(sundsvall, "library", "");
    clock.advance(std::chrono::minutes(8));
    bookings.call_next(sundsvall, "library", "");
    bookings.call_next(sundsvall, "library", "");
    const auto check = [&] {
        EXPECT_EQ(total("queue_numbers"), 3);
        EXPECT_EQ(total("queue_numbers", {{"place", "hall"}}), 1);
        EXPECT_EQ(total("queue_called"), 2);
        EXPECT_EQ(total("queue_wait", {{"place", "library"}}), 32);
    };
    check();
    for (const auto& rule : retention_rules())
        if (rule.key == "booking.queue")
            database->write([&](db::Connection& connection) {
                return rule.remove(connection, {here, testing::at("2026-12-30T00:00:00Z"), clock.now()}, 100);
            });
    check();
}

TEST_F(BookingsStored, BookedHelpStandsAgainstTheTimeInWhichStaffWereThere) {
    const auto offer = all.open("2");
    const auto booked = all.bookings.book(sundsvall, all.wanted(offer, "2026-11-26T08:30:00Z"), all.words);
    ASSERT_TRUE(booked);
    EXPECT_EQ(total("staffed_minutes"), 0) << "of days to come nothing is said";
    clock.set(testing::at("2026-11-26T09:10:00Z"));
    EXPECT_EQ(all.bookings.set_state(sundsvall, booked->booking.id, booked->booking.version, "seen", "anna"), Step::done);
    EXPECT_EQ(total("staffed_minutes"), 2 * 180);
    EXPECT_EQ(total("staffed_minutes", {{"place", "hall"}}), 0);
    EXPECT_EQ(total("staffed_time_booked", {{"place", "library"}}), 30);
    const auto measures = all.bookings.measures();
    const auto day = base::parse_date("2026-11-26").value();
    const auto rows = measures::find_measure(measures, "staffed_time_booked")->figures({{here}, {day, day}, {"place"}, {}});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().value, measures::Value(30, 360));
}

TEST_F(BookingsStored, StaffedNowFollowsTheRota) {
    all.open();
    EXPECT_EQ(all.bookings.staffed_now(here, "library"), true);
    EXPECT_FALSE(all.bookings.staffed_now(here, "hall"));
    EXPECT_EQ(all.bookings.staffed_until(here, "library"), testing::at("2026-11-25T11:00:00Z"));
    EXPECT_FALSE(all.bookings.staffed_until(here, "hall"));
    EXPECT_TRUE(all.bookings.has_offers_at(here, "library"));
    EXPECT_FALSE(all.bookings.has_offers_at(here, "hall"));
    EXPECT_EQ(all.bookings.next_change(here, "library"), testing::at("2026-11-25T11:00:00Z"));
    EXPECT_FALSE(all.bookings.next_change(here, "hall"));
    clock.set(testing::at("2026-11-25T14:00:00Z"));
    const auto next = all.bookings.next_change(here, "library");
    EXPECT_TRUE(!next || *next > clock.now()) << "never a moment that has passed";
    EXPECT_FALSE(all.bookings.staffed_until(here, "library"));
    EXPECT_EQ(all.bookings.staffed_now(here, "library"), false);
    EXPECT_EQ(all.bookings.staffed(sundsvall, base::parse_date("2026-11-23").value(), 7).size(), 5U);
}

TEST_F(BookingsStored, StaffedNowIsNotKnownWhereTheRotaSaysNothingOfTheDay) {
    all.open();
    const auto function = all.bookings.offers(here, true).front().function;
    all.add(1, {{"title", {"Last autumn"}}, {"function", {function}}, {"place", {"hall"}}, {"hours", {"9-12"}},
                {"weekdays", {"mo", "tu", "we", "th", "fr"}}, {"last_day", {"2026-10-30"}}});
    EXPECT_EQ(all.bookings.staffed_now(here, "hall"), std::nullopt) << "a pattern that has ended says nothing of today";
    all.add(2, {{"title", {"Out"}}, {"kind", {"instead"}}, {"function", {function}}, {"place", {"hall"}},
                {"hours", {"9-12"}}, {"first_day", {"2026-11-25"}}});
    EXPECT_EQ(all.bookings.staffed_now(here, "hall"), true) << "there instead, without a pattern";
    EXPECT_EQ(all.bookings.staffed_now(here, "library"), false);
}

TEST_F(BookingsStored, ComputersAreBookedBySlotAsManyAsThereAre) {
    all.add(3, {{"title", {"Computers"}},
                {"kind", {"computer"}},
                {"place", {"library"}},
                {"number", {"2"}},
                {"hours", {"10-12"}}});
    const auto offer = all.add(
        0, {{"title", {"Computer"}}, {"kind", {"computer"}}, {"lengths", {"60"}}, {"is_published", {"1"}}});
    const auto times = all.times(offer, "2026-11-26", 60);
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times.front().left, 2);
    for (const bool is_there : {true, true, false}) {
        auto wanted = all.wanted(offer, "2026-11-26T09:00:00Z");
        wanted.minutes = 60;
        EXPECT_EQ(all.bookings.book(sundsvall, wanted, all.words).has_value(), is_there);
    }
}

}  // namespace
}  // namespace digilots::booking
