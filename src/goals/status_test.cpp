// The rule by which a goal is on the way, behind, met, missed or unknown, and what is foreseen.
#include "goals/status.h"

#include <gtest/gtest.h>

#include "platform/base/time.h"

namespace digilots::goals {
namespace {

base::Date on(const char* day) { return base::parse_date(day).value(); }
periods::Period year() { return {on("2026-01-01"), on("2026-12-31")}; }

Facts of_a_year(std::optional<std::int64_t> value, const char* today) {
    return {.value = value, .target = 180'000, .growth = Growth::grows, .period = year(), .today = on(today)};
}

TEST(StatusOfAGoal, FollowsTheTimeThatHasGone) {
    const auto half = judge(of_a_year(90'000, "2026-07-01"));
    EXPECT_EQ(half.status, Status::on_track);
    EXPECT_EQ(half.days_gone, 182);
    EXPECT_EQ(half.days_all, 365);
    EXPECT_EQ(half.expected, 89'753) << "1 800 in 365 days, after 182 of them";
    EXPECT_EQ(judge(of_a_year(80'800, "2026-07-01")).status, Status::on_track) << "a tenth less is still on the way";
    EXPECT_EQ(judge(of_a_year(80'700, "2026-07-01")).status, Status::behind);
    EXPECT_EQ(judge(of_a_year(0, "2026-07-01")).status, Status::behind) << "nothing came, and that is known";
    EXPECT_EQ(judge(of_a_year(180'000, "2026-07-01")).status, Status::met);
    EXPECT_EQ(judge(of_a_year(179'999, "2026-12-31")).status, Status::on_track) << "its last day is a part of it";
    EXPECT_EQ(judge(of_a_year(179'999, "2027-01-01")).status, Status::missed);
}

TEST(StatusOfAGoal, IsUnknownWhereSomethingIsMissing) {
    EXPECT_EQ(judge(of_a_year(std::nullopt, "2026-07-01")).why, Judged::Why::no_value);
    EXPECT_EQ(judge(of_a_year(std::nullopt, "2027-07-01")).status, Status::unknown) << "nothing known is nothing missed";
    EXPECT_EQ(judge(of_a_year(10, "2025-07-01")).why, Judged::Why::not_begun);
    auto facts = of_a_year(10, "2026-07-01");
    facts.period.reset();
    EXPECT_EQ(judge(facts).why, Judged::Why::no_end);
    facts.value = 180'000;
    EXPECT_EQ(judge(facts).status, Status::met);
    facts.target.reset();
    EXPECT_EQ(judge(facts).why, Judged::Why::no_target);
}

TEST(StatusOfAGoal, OfAShareIsMetWhenItsTimeIsOver) {
    auto facts = of_a_year(9'000, "2026-07-01");
    facts.growth = Growth::stands;
    facts.target = 9'000;
    EXPECT_EQ(judge(facts).status, Status::on_track);
    facts.value = 8'900;
    EXPECT_EQ(judge(facts).status, Status::behind);
    facts.today = on("2027-01-01");
    EXPECT_EQ(judge(facts).status, Status::missed);
    facts.comparison = Comparison::at_most;
    EXPECT_EQ(judge(facts).status, Status::met);
    facts.today = on("2026-07-01");
    EXPECT_EQ(judge(facts).why, Judged::Why::within);
    facts.value = 9'100;
    EXPECT_EQ(judge(facts).status, Status::behind);
    facts.growth = Growth::grows;
    EXPECT_EQ(judge(facts).status, Status::missed) << "what only grows does not come down";
}

TEST(StatusOfAGoal, OfWeeksCountsThoseThatCount) {
    EXPECT_EQ(judge_weeks({.open = 5, .not_applicable = 2}, year(), on("2026-07-01")).status, Status::unknown);
    EXPECT_EQ(judge_weeks({.met = 18, .missed = 2, .not_applicable = 3}, year(), on("2026-07-01")).status, Status::on_track);
    EXPECT_EQ(judge_weeks({.met = 17, .missed = 2}, year(), on("2026-07-01")).status, Status::behind);
    EXPECT_EQ(judge_weeks({.met = 50, .not_applicable = 2}, year(), on("2027-01-01")).status, Status::met);
    EXPECT_EQ(judge_weeks({.met = 49, .missed = 1}, year(), on("2027-01-01")).status, Status::missed);
}

TEST(StatusOfAGoal, IsForeseenAsARangeOfTheLastMonths) {
    const auto month = [](const char* key, std::int64_t number) { return MonthNumber{periods::read(key).value(), number}; };
    std::vector<MonthNumber> months{month("2026-09", 3'000), month("2026-10", 6'200), month("2026-11", 900)};
    const auto found = forecast(10'100, months, year(), on("2026-11-30"));
    ASSERT_TRUE(found) << "November is not over: two whole months";
    EXPECT_EQ(found->months, 2);
    EXPECT_EQ(found->days_left, 31);
    EXPECT_EQ(found->low, 10'100 + 3'100) << "30 in 30 days, 31 are left";
    EXPECT_EQ(found->high, 10'100 + 6'200);
    months.erase(months.begin());
    EXPECT_FALSE(forecast(100, months, year(), on("2026-11-30")));
    EXPECT_FALSE(forecast(100, months, year(), on("2026-12-31")));
}

}  // namespace
}  // namespace digilots::goals
