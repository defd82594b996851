// The made-up log looks like one, and is the same each time.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "inquiries/made_up_log.h"
#include "platform/personal/personal_data.h"

namespace digilots::inquiries {
namespace {

MadeUpTown town() {
    MadeUpTown made;
    made.desks = {{"office", "citizens_office", {"e_id", "print"}}, {"library", "library_digidelcenter", {"mobile", "tax"}}};
    made.is_open = [](const MadeUpTown::Desk&, base::Date, int hour) { return hour >= 9 && hour < 17; };
    made.helpers = [](std::string_view, const MadeUpTown::Desk&) { return std::vector<std::string>{"contact:switchboard"}; };
    return made;
}

std::vector<Inquiry> year(const MadeUpTown& of, std::int64_t a_year, std::uint64_t seed = 1) {
    std::vector<Inquiry> all;
    for (auto date = base::parse_date("2025-01-01").value(); date < base::parse_date("2026-01-01").value();
         date = base::add_days(date, 1))
        for (auto& one : made_up_day(of, date, a_year, seed)) all.push_back(std::move(one));
    return all;
}

bool are_alike(const std::vector<Inquiry>& some, const std::vector<Inquiry>& others) {
    return std::ranges::equal(some, others, [](const Inquiry& one, const Inquiry& other) {
        return one.at == other.at && one.place == other.place && one.topics == other.topics && one.outcome == other.outcome &&
               one.minutes == other.minutes && one.note == other.note && one.referred_to == other.referred_to;
    });
}

TEST(MadeUpLog, HoldsAboutAsManyAsWereAskedFor) {
    for (const std::int64_t wanted : {600, 6000}) {
        const auto made = static_cast<std::int64_t>(year(town(), wanted).size());
        EXPECT_GT(made, wanted * 8 / 10);
        EXPECT_LT(made, wanted * 12 / 10);
    }
}

TEST(MadeUpLog, IsTheSameForTheSameSeedAlone) {
    EXPECT_TRUE(are_alike(year(town(), 500), year(town(), 500)));
    EXPECT_FALSE(are_alike(year(town(), 500), year(town(), 500, 2)));
}

TEST(MadeUpLog, KnowsSeasonsWeekdaysAndOpeningHours) {
    std::map<unsigned, int> by_month, tax_by_month;
    std::map<int, int> by_weekday;
    for (const auto& one : year(town(), 6000)) {
        const auto local = base::to_civil(one.at, "Europe/Stockholm");
        ++by_month[unsigned(local.date.month())];
        ++by_weekday[local.weekday];
        tax_by_month[unsigned(local.date.month())] += one.topics.front() == "tax";
        EXPECT_GE(local.hour, 9);
        EXPECT_LT(local.hour, 17);
    }
    EXPECT_LT(by_month[7] * 2, by_month[10]) << "in July few are here";
    EXPECT_GT(tax_by_month[4], 2 * tax_by_month[10]) << "declarations are made in spring";
    EXPECT_EQ(by_weekday[6], 0);
    EXPECT_LT(by_weekday[5] * 2, by_weekday[0]);
}

TEST(MadeUpLog, RefersToSomebodyOrNot) {
    int referred = 0;
    for (const auto& one : year(town(), 1000)) {
        EXPECT_EQ(one.outcome == "referred", !one.referred_to.empty());
        referred += !one.referred_to.empty();
        EXPECT_EQ(personal::find_personal_data(one.note), personal::PersonalData::none);
        EXPECT_TRUE(personal::doubts_about(one.note).empty()) << one.note;
    }
    EXPECT_GT(referred, 80);
    auto alone = town();
    alone.helpers = [](std::string_view, const MadeUpTown::Desk&) { return std::vector<std::string>(); };
    for (const auto& one : year(alone, 300)) EXPECT_NE(one.outcome, "referred");
}

TEST(MadeUpLog, SaysOfMostWhoWereNotHelpedWhereTheyWereSentInstead) {
    int unmet = 0, sent = 0;
    for (const auto& one : year(town(), 3000)) {
        unmet += one.outcome == "not_solved";
        sent += !one.further.sent_instead.empty();
        EXPECT_TRUE(one.further.sent_instead.empty() || one.outcome == "not_solved");
    }
    EXPECT_GT(sent * 2, unmet);
    EXPECT_LT(sent, unmet) << "nobody fills in everything";
}

TEST(MadeUpLog, IsEmptyWhereNobodyIsThere) {
    auto closed = town();
    closed.is_open = [](const MadeUpTown::Desk&, base::Date, int) { return false; };
    EXPECT_TRUE(year(closed, 6000).empty());
    EXPECT_TRUE(year(MadeUpTown{}, 6000).empty());
}

}  // namespace
}  // namespace digilots::inquiries
