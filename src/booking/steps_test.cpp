// What becomes of a booking reaches the log and whoever booked it: once, and in the transaction that does it.
#include "booking/sql.h"
#include "booking/world_for_tests.h"
#include "platform/mail/outbox.h"
#include "platform/testing/race.h"

namespace digilots::booking {
namespace {

class BookingSteps : public ::testing::Test {
protected:
    BookingSteps() { open_municipalities(all); }

    Booking book(const std::string& offer, const char* starts, const char* way = "none",
                 const char* contact = "") {
        auto wanted = all.wanted(offer, starts);
        wanted.way = way;
        wanted.contact = contact;
        return all.bookings.book(sundsvall, wanted, all.words)->booking;
    }
    Step set(const std::string& id, std::int64_t seen, const char* state) {
        return all.bookings.set_state(sundsvall, id, seen, state, "anna");
    }
    std::int64_t logged() {
        const auto day = base::parse_date("2026-11-26").value();
        std::int64_t sum = 0;
        const auto measures = all.inquiries.measures();
        for (const auto& row :
             measures::find_measure(measures, "inquiries")->figures({{here}, {day, day}, {}, {}}))
            sum += row.value.amount;
        return sum;
    }
    std::int64_t mails() {
        return database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    }

    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    Server all{*database, clock};
};

TEST_F(BookingSteps, WhoWasHelpedIsInTheLogAtOnceAndNotWhenItWasAMistake) {
    const auto id = book(all.open(), "2026-11-26T08:30:00Z").id;
    clock.set(testing::at("2026-11-26T10:00:00Z"));
    ASSERT_EQ(set(id, 1, "seen"), Step::done);
    const auto entry = all.stands(id).entry;
    ASSERT_FALSE(entry.empty()) << "nobody has to press another button";
    EXPECT_EQ(all.bookings.log(sundsvall, id, "bo"), entry);
    EXPECT_EQ(logged(), 1);
    EXPECT_EQ(set(id, 2, "booked"), Step::done);
    EXPECT_TRUE(all.stands(id).entry.empty());
    EXPECT_EQ(logged(), 0);
    EXPECT_EQ(set(id, 3, "seen"), Step::done);
    EXPECT_NE(all.stands(id).entry, entry);
    EXPECT_EQ(logged(), 1);
    EXPECT_TRUE(all.inquiries.check_counts().empty());
}

TEST_F(BookingSteps, WithoutATopicNothingIsLoggedAndAComputerIsNoHelp) {
    const auto visit = all.open("1", {{"kind", {"home_visit"}}, {"topics", {}}});
    auto wanted = all.wanted(visit, "2026-11-26T08:30:00Z");
    wanted.address = "Storgatan 4";
    const auto id = all.bookings.book(sundsvall, wanted, all.words)->booking.id;
    clock.set(testing::at("2026-11-26T08:30:00Z"));
    EXPECT_EQ(set(id, 1, "seen"), Step::done);
    EXPECT_TRUE(all.stands(id).entry.empty());
    EXPECT_EQ(all.bookings.log(sundsvall, id, "anna"), "");
    all.add(3, {{"title", {"Computers"}},
                {"kind", {"computer"}},
                {"place", {"library"}},
                {"hours", {"10-12"}}});
    const auto computer = all.add(0, {{"title", {"Computer"}},
                                      {"kind", {"computer"}},
                                      {"lengths", {"30"}},
                                      {"topics", {"bank"}},
                                      {"is_published", {"1"}}});
    clock.set(testing::at("2026-11-25T09:00:00Z"));
    const auto slot = book(computer, "2026-11-26T09:00:00Z").id;
    clock.set(testing::at("2026-11-26T09:10:00Z"));
    EXPECT_EQ(set(slot, 1, "seen"), Step::done);
    EXPECT_TRUE(all.stands(slot).entry.empty());
}

TEST_F(BookingSteps, WhomWeCancelIsWrittenToOrStandsOnTheListUntilTold) {
    const auto offer = all.open();
    const auto written = book(offer, "2026-11-26T08:00:00Z", "email", "elsa@example.org"),
               rung = book(offer, "2026-11-26T08:30:00Z", "phone", "060-19 10 11"),
               silent = book(offer, "2026-11-26T09:00:00Z");
    const auto before = mails();
    for (const auto* one : {&written, &rung, &silent})
        EXPECT_EQ(set(one->id, 1, "cancelled_by_us"), Step::done);
    EXPECT_EQ(mails(), before + 1);
    EXPECT_EQ(all.bookings.reached(here, written.id).value, "elsa@example.org") << "until tomorrow it can be put back";
    clock.advance(std::chrono::hours(16));
    all.bookings.forget_cancelled(sundsvall);
    EXPECT_EQ(all.bookings.reached(here, written.id).value, "");
    const auto to_tell = all.bookings.to_tell(sundsvall);
    ASSERT_EQ(to_tell.size(), 1U);
    EXPECT_EQ(to_tell.front().id, rung.id);
    EXPECT_EQ(all.bookings.reached(here, rung.id).value, "060-19 10 11") << "or nobody could ring";
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 6U) << "the time is free at once";
    EXPECT_TRUE(all.bookings.note_reminded(sundsvall, rung.id, "anna"));
    EXPECT_TRUE(all.bookings.to_tell(sundsvall).empty());
    EXPECT_EQ(all.bookings.reached(here, rung.id).value, "");
}

TEST_F(BookingSteps, WhomStaffMoveIsWrittenToAndWhoMovesThemselvesIsNot) {
    const auto one = book(all.open(), "2026-11-26T08:00:00Z", "email", "elsa@example.org");
    const auto before = mails();
    const auto move = [&](std::int64_t seen, const char* to, bool staff) {
        return all.bookings.move(sundsvall, one.id, seen, testing::at(to), staff, "");
    };
    EXPECT_EQ(move(1, "2026-11-26T09:00:00Z", false), Step::done);
    EXPECT_EQ(mails(), before);
    EXPECT_EQ(move(2, "2026-11-26T09:30:00Z", true), Step::done);
    EXPECT_EQ(mails(), before + 1);
}

TEST_F(BookingSteps, EachTimeThatIsShownCanBeHadWhateverTheRest) {
    const auto offer = all.open("1", {{"rest_minutes", {"7"}}});
    int booked = 0;
    for (auto times = all.times(offer, "2026-11-26"); !times.empty();
         times = all.times(offer, "2026-11-26"), ++booked) {
        auto wanted = all.wanted(offer, "2026-11-26T08:00:00Z");
        wanted.starts = times.front().starts;
        ASSERT_TRUE(all.bookings.book(sundsvall, wanted, all.words)) << base::format_utc(wanted.starts);
    }
    EXPECT_GE(booked, 3);
}

TEST_F(BookingSteps, HowATimeWentIsNotSaidBeforeItBegins) {
    const auto id = book(all.open(), "2026-11-26T08:30:00Z").id;
    for (const char* state : {"arrived", "seen", "did_not_come"})
        EXPECT_EQ(set(id, 1, state), Step::too_early) << state;
    clock.set(testing::at("2026-11-26T08:15:00Z"));
    for (const char* state : {"seen", "did_not_come"}) EXPECT_EQ(set(id, 1, state), Step::too_early) << state;
    EXPECT_EQ(set(id, 1, "arrived"), Step::done) << "somebody may be there early";
    EXPECT_EQ(set(id, 2, "seen"), Step::too_early);
    EXPECT_EQ(logged(), 0);
    clock.set(testing::at("2026-11-26T08:30:00Z"));
    EXPECT_EQ(set(id, 2, "seen"), Step::done);
    EXPECT_EQ(logged(), 1);
}

TEST_F(BookingSteps, DemandIsCountedByPlaceAndState) {
    const auto offer = all.open();
    const auto first = book(offer, "2026-11-26T08:00:00Z");
    book(offer, "2026-11-26T08:30:00Z");
    clock.set(testing::at("2026-11-26T08:10:00Z"));
    set(first.id, 1, "did_not_come");
    const auto day = base::parse_date("2026-11-26").value();
    const auto demand = all.bookings.demand(here, day, day);
    ASSERT_EQ(demand.size(), 2U);
    EXPECT_EQ(demand.front().state, "booked");
    EXPECT_EQ(demand.front().minutes, 30);
    EXPECT_EQ(demand.back().number, 1);
}

TEST_F(BookingSteps, ABookedTimeWithNobodyThereIsATaskAlsoWhenSomebodyLeaves) {
    const auto offer = all.open();
    all.add(1, {{"title", {"Anna in the hall"}},
                {"function", {all.bookings.offer(here, offer)->function}},
                {"person", {"anna"}},
                {"place", {"hall"}},
                {"hours", {"9-12"}},
                {"weekdays", {"mo", "tu", "we", "th", "fr"}}});
    auto wanted = all.wanted(offer, "2026-11-26T08:30:00Z");
    wanted.place = "hall";
    const auto with_anna = all.bookings.book(sundsvall, wanted, all.words)->booking;
    book(offer, "2026-11-26T08:30:00Z", "phone", "060-19 10 11");
    const auto nobody = duty_kinds(all.bookings).front(), telling = duty_kinds(all.bookings).back();
    EXPECT_TRUE(nobody.now(here).empty());
    const auto booked_with = [&](const char* municipality, const char* person) {
        return database->read([&](db::Connection& connection) {
            return Bookings::number_booked_with(connection, municipality, person, clock.now());
        });
    };
    EXPECT_EQ(booked_with(here, "anna"), 1);
    EXPECT_EQ(booked_with(here, "bo"), 0);
    EXPECT_EQ(booked_with("2280", "anna"), 0);
    database->write(
        [&](db::Connection& connection) {
            Bookings::end_rota_of(connection, here, "anna", "admin", clock.now());
            Bookings::end_rota_of(connection, "2280", "bo", "admin", clock.now());
        },
        db::Isolation::deciding);
    all.versions.refresh();
    ASSERT_EQ(nobody.now(here).size(), 1U);
    EXPECT_EQ(nobody.now(here).front().id, with_anna.id);
    EXPECT_EQ(all.times(offer, "2026-11-26").size(), 5U) << "hers are offered no more";
    EXPECT_EQ(all.times(offer, "2026-11-25", 60).size(), 0U);
    all.add(2, {{"title", {"Course"}},
                {"kind", {"away"}},
                {"function", {all.bookings.offer(here, offer)->function}},
                {"first_day", {"2026-11-26"}}});
    EXPECT_EQ(nobody.now(here).size(), 2U);
    EXPECT_TRUE(telling.now(here).empty());
    const auto other = nobody.now(here).front().id == with_anna.id ? nobody.now(here).back().id
                                                                   : nobody.now(here).front().id;
    EXPECT_EQ(set(other, 1, "cancelled_by_us"), Step::done);
    EXPECT_EQ(nobody.now(here).size(), 1U);
    EXPECT_EQ(telling.now(here).size(), 1U);
}

class TwoGoThere : public BookingSteps {
protected:
    base::Result<Booked, NotBooked> visit(const char* starts, bool two_people) {
        auto wanted = all.wanted(home, starts);
        wanted.address = "Storgatan 4";
        wanted.channel = "staff";
        wanted.two_people = two_people;
        return all.bookings.book(sundsvall, wanted, all.words);
    }
    int left(const char* day) {
        int sum = 0;
        for (const auto& time : all.times(guidance, day)) sum += time.left;
        return sum;
    }

    const std::string guidance = all.open("2");
    const std::string home = all.add(0, {{"title", {"At home"}},
                                         {"kind", {"home_visit"}},
                                         {"lengths", {"30"}},
                                         {"function", {all.bookings.offer(here, guidance)->function}},
                                         {"is_published", {"1"}}});
};

TEST_F(TwoGoThere, TheTimeOfBothIsTakenMovedAndGivenBack) {
    ASSERT_EQ(left("2026-11-26"), 12);
    const auto booked = visit("2026-11-26T08:30:00Z", true);
    ASSERT_TRUE(booked);
    const auto id = booked->booking.id;
    EXPECT_EQ(left("2026-11-26"), 10);
    const auto stands = all.stands(id);
    EXPECT_TRUE(!stands.second_lane.empty() && stands.second_lane != stands.lane);
    EXPECT_FALSE(all.bookings.book(sundsvall, all.wanted(guidance, "2026-11-26T08:30:00Z"), all.words));
    const auto move = [&](const std::string& which, const char* to) {
        const auto now = all.stands(which);
        return all.bookings.move(sundsvall, which, now.version, testing::at(to), true, "anna");
    };
    book(guidance, "2026-11-26T09:00:00Z");
    EXPECT_EQ(move(id, "2026-11-26T09:00:00Z"), Step::taken) << "one is free, not two";
    EXPECT_EQ(left("2026-11-26"), 9) << "what is refused leaves all as it was";
    EXPECT_EQ(move(id, "2026-11-27T08:30:00Z"), Step::done);
    EXPECT_EQ(left("2026-11-26"), 11);
    EXPECT_EQ(left("2026-11-27"), 10);
    EXPECT_EQ(set(id, all.stands(id).version, "cancelled_by_us"), Step::done);
    EXPECT_EQ(left("2026-11-27"), 12);
}

TEST_F(TwoGoThere, OfThoseBookedBeforeBothTheOtherLaneIsTakenOrItBecomesATask) {
    const auto first = visit("2026-11-26T08:30:00Z", true), second = visit("2026-11-27T08:30:00Z", true);
    ASSERT_TRUE(first && second);
    database->write([&](db::Connection& connection) {
        for (const auto* one : {&*first, &*second})
            connection.execute(sql::give_back_lane, here, one->booking.id, all.stands(one->booking.id).second_lane);
        kept::raise(connection, kept_bookings, here);
    });
    ASSERT_TRUE(all.stands(first->booking.id).second_lane.empty());
    book(guidance, "2026-11-27T08:30:00Z");
    EXPECT_EQ(all.bookings.hold_both(sundsvall), 1);
    EXPECT_FALSE(all.stands(first->booking.id).second_lane.empty());
    EXPECT_EQ(left("2026-11-26"), 10);
    EXPECT_EQ(all.bookings.hold_both(sundsvall), 0);
    const auto duties = duty_kinds(all.bookings).front().now(here);
    ASSERT_EQ(duties.size(), 1u);
    EXPECT_TRUE(duties.front().id == second->booking.id);
    EXPECT_NE(all.words.t(duties.front().why.front().text).find("Two are to go there"), std::string::npos);
}

TEST_F(TwoGoThere, WhereOneIsBookedTwoAreNotFree) {
    ASSERT_TRUE(visit("2026-11-26T08:30:00Z", false));
    const auto refused = visit("2026-11-26T08:30:00Z", true);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is_taken);
    EXPECT_EQ(left("2026-11-26"), 11) << "the one that was free still is";
    EXPECT_TRUE(visit("2026-11-26T08:30:00Z", false));
    const auto day = base::parse_date("2026-11-26").value();
    const auto offer = all.bookings.offer(here, home).value();
    EXPECT_EQ(all.bookings.times(sundsvall, offer, 30, "", day, day, true).size(), 5U);
    book(guidance, "2026-11-26T09:00:00Z");
    EXPECT_EQ(all.bookings.times(sundsvall, offer, 30, "", day, day, true, 2).size(), 4U);
}

TEST_F(TwoGoThere, WhoIsToldOfAVisitAtHomeIsNotSentToThePlaceOfTheStaff) {
    auto wanted = all.wanted(home, "2026-11-26T08:30:00Z");
    wanted.address = "Storgatan 4";
    const auto booked = all.bookings.book(sundsvall, wanted, all.words);
    ASSERT_TRUE(booked);
    const auto& self = Inside::of(all.bookings);
    EXPECT_EQ(self.where_of(here, booked->booking, all.words), "At home: we come to the address that you gave.");
}

TEST(BookingStepsAtTheSameTime, TwoColleaguesOnTwoServersLogAVisitOnce) {
    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};
    open_municipalities(first);
    const auto offer = first.open();
    first.versions.refresh();
    second.versions.refresh();
    const auto id =
        first.bookings.book(sundsvall, first.wanted(offer, "2026-11-26T08:30:00Z"), first.words)->booking.id;
    clock.set(testing::at("2026-11-26T10:00:00Z"));
    std::vector<std::string> entries(8);
    testing::race(8, [&](int runner) {
        auto& server = runner % 2 == 0 ? first : second;
        const auto* who = runner % 2 == 0 ? "anna" : "bo";
        server.bookings.set_state(sundsvall, id, 1, "seen", who);
        entries[static_cast<std::size_t>(runner)] = server.bookings.log(sundsvall, id, who);
    });
    for (const auto& entry : entries) EXPECT_EQ(entry, entries.front());
    EXPECT_FALSE(entries.front().empty());
    EXPECT_TRUE(first.inquiries.check_counts().empty());
    const auto day = base::parse_date("2026-11-26").value();
    std::int64_t sum = 0;
    const auto measures = first.inquiries.measures();
    for (const auto& row :
         measures::find_measure(measures, "inquiries")->figures({{here}, {day, day}, {}, {}}))
        sum += row.value.amount;
    EXPECT_EQ(sum, 1);
}

}  // namespace
}  // namespace digilots::booking
