// The log and its counts: what is written is counted at once, exactly once, and leaves when it is deleted.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "inquiries/log_for_tests.h"
#include "inquiries/sql.h"
#include "platform/testing/retention.h"

namespace digilots::inquiries {
namespace {

TEST(Log, CountsAnInquiryAtOnceAndForgetsItWhenDeleted) {
    LogForTests log;
    const auto logged = log.inquiries.log(sundsvall, a_visit(), "anna", "", "");
    ASSERT_TRUE(logged);
    const auto counted = [&] {
        return std::vector{log.total("inquiries", "2026-11-22", "2026-11-22"),
                           log.total("inquiries", "2026-11-01", "2026-11-30", {{"place", "sundsvall-kulturmagasinet"}}),
                           log.total("inquiries", "2026-01-01", "2026-12-31", {}, {"2280", "2281"}),
                           log.total("help_minutes", "2026-11-22", "2026-11-22") / 5};
    };
    EXPECT_EQ(counted(), (std::vector<std::int64_t>{1, 1, 1, 1}));
    EXPECT_TRUE(log.inquiries.remove(sundsvall, logged->id, "anna"));
    EXPECT_EQ(counted(), (std::vector<std::int64_t>{0, 0, 0, 0}));
    EXPECT_FALSE(log.inquiries.find(sundsvall, logged->id));
    EXPECT_FALSE(log.inquiries.remove(sundsvall, logged->id, "anna"));
}

TEST(Log, CountsAnInquiryWithTwoTopicsOnceInTheTotalAndOnceUnderEach) {
    LogForTests log;
    ASSERT_TRUE(log.inquiries.log(sundsvall, a_visit({"bank", "e_id"}), "anna", "", ""));
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
    const auto rows = log.figures("inquiries", "2026-11-22", "2026-11-22", {"topic", "month"});
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].dimensions.at("topic"), "bank");
    EXPECT_EQ(rows[0].dimensions.at("month"), "2026-11");
    EXPECT_EQ(rows[1].dimensions.at("topic"), "e_id");
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22", {{"topic", "bank"}}), 1);
}

TEST(Log, CorrectsCountsWithTheEntry) {
    LogForTests log;
    const std::string id = log.inquiries.log(sundsvall, a_visit(), "anna", "", "")->id;
    Inquiry changed = *log.inquiries.find(sundsvall, id);
    changed.topics = {"bank"};
    changed.outcome = "referred";
    changed.minutes = std::nullopt;
    changed.at = testing::at("2026-10-31T23:30:00Z");
    EXPECT_TRUE(log.inquiries.correct(sundsvall, changed, "anna"));
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22"), 0);
    EXPECT_EQ(log.total("referred", "2026-11-01", "2026-11-01", {{"topic", "bank"}}), 1) << "half past midnight in Sundsvall";
    EXPECT_EQ(log.total("help_minutes", "2026-01-01", "2026-12-31"), 0);
    EXPECT_TRUE(log.inquiries.check_counts().empty());
    const auto changes = log.database->read(
        [&](db::Connection& connection) { return store::list_changes(connection, sundsvall.id, id); });
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].fields, "at topics outcome minutes");
}

TEST(Log, LeavesOtherMunicipalitiesAlone) {
    LogForTests log;
    const std::string id = log.inquiries.log(sundsvall, a_visit(), "anna", "", "")->id;
    EXPECT_FALSE(log.inquiries.find(harnosand, id));
    EXPECT_FALSE(log.inquiries.remove(harnosand, id, "eve"));
    Inquiry stolen = *log.inquiries.find(sundsvall, id);
    stolen.topics = {"bank"};
    EXPECT_FALSE(log.inquiries.correct(harnosand, stolen, "eve"));
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22", {}, {"2280"}), 0);
}

TEST(Log, CountsByTheMunicipalitysOwnDayAndHour) {
    LogForTests log;
    Inquiry late = a_visit();
    late.at = testing::at("2026-11-21T23:30:00Z");
    ASSERT_TRUE(log.inquiries.log(sundsvall, late, "anna", "", ""));
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22", {{"hour", "00"}}), 1);
    Inquiry summer = a_visit();
    summer.at = testing::at("2026-07-31T22:10:00Z");
    ASSERT_TRUE(log.inquiries.log(sundsvall, summer, "anna", "", ""));
    EXPECT_EQ(log.total("inquiries", "2026-08-01", "2026-08-01"), 1) << "two hours ahead in summer";
    for (const char* at : {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
        Inquiry doubled = a_visit();
        doubled.at = testing::at(at);
        ASSERT_TRUE(log.inquiries.log(sundsvall, doubled, "anna", "", ""));
    }
    EXPECT_EQ(log.total("inquiries", "2026-10-25", "2026-10-25", {{"hour", "02"}}), 2) << "the hour that comes twice";
    const auto weeks = log.figures("inquiries", "2026-10-19", "2026-10-25", {"week", "weekday"});
    ASSERT_EQ(weeks.size(), 1u);
    EXPECT_EQ(weeks[0].dimensions.at("week"), "2026-W43");
    EXPECT_EQ(weeks[0].dimensions.at("weekday"), "7");
}

TEST(Log, RepeatsTheAnswerForTheSameKeyAndRefusesItForAnother) {
    LogForTests log;
    const auto first = log.inquiries.log(sundsvall, a_visit(), "token:1", "k", "hash");
    const auto again = log.inquiries.log(sundsvall, a_visit(), "token:1", "k", "hash");
    EXPECT_EQ(first->id, again->id);
    EXPECT_TRUE(again->repeated);
    EXPECT_FALSE(log.inquiries.log(sundsvall, a_visit({"bank"}), "token:1", "k", "other"));
    EXPECT_TRUE(log.inquiries.log(sundsvall, a_visit(), "token:2", "k", "hash")) << "another program's keys are its own";
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22"), 2);
    log.clock.advance(std::chrono::days{31});
    testing::delete_due(*log.database, retention_rules(), "inquiries.key", "", log.clock.now());
    EXPECT_NE(log.inquiries.log(sundsvall, a_visit(), "token:1", "k", "hash")->id, first->id);
}

TEST(Log, WritesOnceHoweverManySendTheSameKeyAtTheSameMoment) {
    LogForTests log;
    constexpr int writers = 8, keys = 12;
    std::vector<std::vector<std::string>> ids(writers);
    {
        std::vector<std::jthread> threads;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back([&, w] {
                for (int k = 0; k < keys; ++k) {
                    ids[w].push_back(
                        log.inquiries
                            .log(sundsvall, a_visit({"print", "bank"}), "token:1", std::to_string(k), "hash")
                            ->id);
                }
            });
        }
    }
    for (const auto& seen : ids) EXPECT_EQ(seen, ids[0]);
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22"), keys);
    EXPECT_TRUE(log.inquiries.check_counts().empty());
}

/// The figures counted by hand from the rows, without the counts.
std::map<std::string, std::int64_t> recount(LogForTests& log, std::string Inquiry::*member) {
    store::Filter filter{testing::at("2024-01-01T00:00:00Z"), testing::at("2028-01-01T00:00:00Z"), {}, {}, {}, {}, {}, {}};
    const auto rows = log.database->read(
        [&](db::Connection& connection) { return store::list_filtered(connection, sundsvall.id, filter, 100000, 0); });
    std::map<std::string, std::int64_t> counts;
    for (const StoredInquiry& row : rows) ++counts[row.inquiry.*member];
    return counts;
}

TEST(Log, KeepsCountsEqualToTheRowsThroughAnyChanges) {
    LogForTests log;
    std::mt19937 random(47);
    const auto pick = [&](std::vector<std::string> from) { return from[random() % from.size()]; };
    const auto any_inquiry = [&] {
        Inquiry inquiry = a_visit({pick({"bank", "print", "e_id"})});
        if (random() % 3 == 0) inquiry.topics.push_back("mobile");
        inquiry.at = log.clock.now() - std::chrono::hours(random() % 9000);
        inquiry.place = pick({"sundsvall-kulturmagasinet", ""});
        inquiry.channel = pick({"visit", "phone", "email"});
        inquiry.outcome = pick({"answered", "referred", "not_solved"});
        inquiry.gender = pick({"", "women", "men"});
        inquiry.body = pick({"", "bank"});
        inquiry.minutes = random() % 2 ? std::optional<int>(random() % 60) : std::nullopt;
        inquiry.returning = random() % 4 == 0;
        return inquiry;
    };
    std::vector<std::string> ids;
    for (int step = 0; step < 250; ++step) {
        const auto what = random() % 10;
        if (what < 6 || ids.empty()) {
            ids.push_back(log.inquiries.log(sundsvall, any_inquiry(), "anna", "", "")->id);
        } else if (what < 8) {
            Inquiry changed = any_inquiry();
            changed.id = ids[random() % ids.size()];
            log.inquiries.correct(sundsvall, changed, "anna");
        } else {
            log.inquiries.remove(sundsvall, ids[random() % ids.size()], "anna");
        }
    }
    EXPECT_EQ(log.inquiries.check_counts(), std::vector<std::string>{});
    const std::vector<std::pair<const char*, std::string Inquiry::*>> dimensions{
        {"place", &Inquiry::place}, {"channel", &Inquiry::channel}, {"outcome", &Inquiry::outcome}, {"gender", &Inquiry::gender},
        {"body", &Inquiry::body}};
    for (const auto& [dimension, member] : dimensions) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& row : log.figures("inquiries", "2024-06-15", "2027-01-10", {dimension})) {
            counts[row.dimensions.at(dimension)] = row.value.amount;
        }
        EXPECT_EQ(counts, recount(log, member)) << dimension;
    }
    for (const std::vector<std::string>& by : {std::vector<std::string>{"month", "topic", "place"},
                                               {"hour", "channel"},
                                               {"gender", "body", "year"}}) {
        std::int64_t sum = 0;
        for (const auto& row : log.figures("returning", "2024-01-01", "2027-12-31", by)) sum += row.value.amount;
        std::int64_t days = 0;
        std::vector<std::string> by_day = by;
        by_day.push_back("day");
        if (by_day[0] == "month") by_day.erase(by_day.begin());
        for (const auto& row : log.figures("returning", "2024-01-01", "2027-12-31", by_day)) days += row.value.amount;
        EXPECT_EQ(sum, days) << by[0] << by[1];
        EXPECT_GT(sum, 0);
    }
}

TEST(Log, FindsAndMendsCountsThatDoNotFitTheirRows) {
    LogForTests log;
    ASSERT_TRUE(log.inquiries.log(sundsvall, a_visit(), "anna", "", ""));
    ASSERT_TRUE(log.inquiries.log(sundsvall, a_visit({"bank"}), "anna", "", ""));
    log.database->write([](db::Connection& connection) {
        Cells cells;
        cells[{"day", "topic", "2026-11-22", "bank", ""}] = {.inquiries = 5};
        store::add_counts(connection, "2281", cells);
    });
    const std::vector<std::string> one_differs{"2281 2026-11: 1 counts differ"};
    EXPECT_EQ(log.inquiries.check_counts(), one_differs);
    std::vector<std::string> asked;
    EXPECT_FALSE(log.inquiries.rebuild_counts([&](const CountingAnew& now) {
        asked.push_back(now.month + ", " + std::to_string(now.done) + " of " + std::to_string(now.all));
        return false;
    })) << "somebody stopped it";
    EXPECT_EQ(asked, std::vector<std::string>{"2281 2026-11, 0 of 1"});
    EXPECT_EQ(log.inquiries.check_counts(), one_differs) << "as it was";
    EXPECT_TRUE(log.inquiries.rebuild_counts());
    EXPECT_TRUE(log.inquiries.check_counts().empty());
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22", {{"topic", "bank"}}), 1);
}

TEST(Log, DeletesNotesAfterTwelveMonthsAndKeepsTheCounts) {
    LogForTests log;
    Inquiry inquiry = a_visit();
    inquiry.note = "Skrev ut en blankett";
    const std::string id = log.inquiries.log(sundsvall, inquiry, "anna", "", "")->id;
    const auto delete_due = [&] {
        return testing::delete_due(*log.database, retention_rules(), notes_rule, sundsvall.id, log.clock.now());
    };
    EXPECT_EQ(delete_due(), 0);
    log.clock.advance(std::chrono::days{365});
    EXPECT_EQ(delete_due(), 0) << "until the day is over";
    log.clock.advance(std::chrono::days{1});
    EXPECT_EQ(delete_due(), 1);
    EXPECT_EQ(log.inquiries.find(sundsvall, id)->note, "");
    EXPECT_EQ(log.total("inquiries", "2026-11-22", "2026-11-22"), 1);
    EXPECT_TRUE(log.inquiries.check_counts().empty());
}

std::vector<std::string> wrong_fields(LogForTests& log, const Inquiry& inquiry) {
    std::vector<std::string> fields;
    for (const auto& [field, message] : log.inquiries.validate(sundsvall, inquiry, i18n::translator("en"))) {
        EXPECT_FALSE(message.empty());
        fields.push_back(field);
    }
    return fields;
}

TEST(Validation, NamesEachWrongFieldOnce) {
    LogForTests log;
    EXPECT_EQ(wrong_fields(log, a_visit()), std::vector<std::string>{});
    EXPECT_EQ(wrong_fields(log, {}), (std::vector<std::string>{"topics", "channel", "outcome"}));
    Inquiry wrong = a_visit({"nonsense", "more nonsense"});
    wrong.at = log.clock.now() + std::chrono::minutes{6};
    wrong.place = "nowhere";
    wrong.channel = "pigeon";
    wrong.outcome = "vanished";
    wrong.minutes = 601;
    wrong.gender = "x";
    wrong.note = "ring 070-123 45 67, anna@example.se";
    EXPECT_EQ(wrong_fields(log, wrong),
              (std::vector<std::string>{"at", "place", "topics", "channel", "outcome", "minutes", "gender", "note"}));
}

TEST(Validation, KnowsTheLimits) {
    LogForTests log;
    const auto with = [&](auto change) {
        Inquiry inquiry = a_visit();
        change(inquiry);
        return wrong_fields(log, inquiry);
    };
    const std::vector<std::string> fine;
    EXPECT_EQ(with([&](Inquiry& i) { i.at = log.clock.now() + std::chrono::minutes{4}; }), fine);
    EXPECT_EQ(with([&](Inquiry& i) { i.at = log.clock.now() - std::chrono::days{729}; }), fine);
    EXPECT_EQ(with([&](Inquiry& i) { i.at = log.clock.now() - std::chrono::days{735}; }), std::vector<std::string>{"at"});
    EXPECT_EQ(with([](Inquiry& i) { i.minutes = 0; }), fine);
    EXPECT_EQ(with([](Inquiry& i) { i.minutes = 600; }), fine);
    EXPECT_EQ(with([](Inquiry& i) { i.minutes = -1; }), std::vector<std::string>{"minutes"});
    EXPECT_EQ(with([](Inquiry& i) { i.note = std::string(500, 'o'); }), fine);
    EXPECT_EQ(with([](Inquiry& i) { i.note = std::string(501, 'o'); }), std::vector<std::string>{"note"});
    EXPECT_EQ(with([](Inquiry& i) { i.place = ""; }), fine);
    EXPECT_EQ(with([](Inquiry& i) { i.place = "sundsvall-kontaktcenter"; }), std::vector<std::string>{"place"}) << "planned";
    EXPECT_EQ(with([](Inquiry& i) { i.referred_to = "place:sundsvall-kulturmagasinet"; }),
              std::vector<std::string>{"referred_to"});
    EXPECT_EQ(with([](Inquiry& i) { i.outcome = "referred"; i.referred_to = "place:sundsvall-kommunhuset"; }), fine);
    EXPECT_EQ(with([](Inquiry& i) { i.outcome = "referred"; i.referred_to = "place:sundsvall-kulturmagasinet"; }),
              std::vector<std::string>{"referred_to"}) << "where it was asked";
    EXPECT_EQ(with([](Inquiry& i) { i.outcome = "referred"; i.referred_to = "place:timra-bibliotek"; }),
              std::vector<std::string>{"referred_to"});
}

}  // namespace
}  // namespace digilots::inquiries
