#include "platform/periods/choice.h"

#include <gtest/gtest.h>

namespace digilots::periods {
namespace {

const base::Date today = base::parse_date("2026-11-22").value();

http::Fields fields(std::initializer_list<std::pair<std::string, std::string>> pairs) {
    http::Fields made;
    made.pairs.assign(pairs);
    return made;
}

std::string chosen(const http::Fields& from) {
    const auto choice = read_choice(from, today);
    if (!choice) return std::string("wrong: ") + choice.error().field;
    return choice->name + " " + base::format_date(choice->period.from) + " " + base::format_date(choice->period.to);
}

TEST(PeriodChoice, IsThisMonthUntilTodayWhereNothingIsSaid) {
    EXPECT_EQ(chosen({}), "month 2026-11-01 2026-11-22");
    EXPECT_EQ(chosen(fields({{"period", ""}, {"from", ""}, {"to", ""}})), "month 2026-11-01 2026-11-22");
}

TEST(PeriodChoice, TakesEachKindByNameUntilToday) {
    for (const auto& [name, wanted] : {std::pair("day", "2026-11-22 2026-11-22"), std::pair("week", "2026-11-16 2026-11-22"),
                                       std::pair("month", "2026-11-01 2026-11-22"), std::pair("quarter", "2026-10-01 2026-11-22"),
                                       std::pair("year", "2026-01-01 2026-11-22"), std::pair("term", "2026-08-01 2026-11-22"),
                                       std::pair("school_year", "2026-08-01 2026-11-22"),
                                       std::pair("last_month", "2026-10-01 2026-10-31")}) {
        EXPECT_EQ(chosen(fields({{"period", name}})), std::string(name) + " " + wanted);
    }
}

TEST(PeriodChoice, TakesOneOfLongAgoByItsKey) {
    EXPECT_EQ(chosen(fields({{"period", "2025-W01"}})), "2025-W01 2024-12-30 2025-01-05");
    EXPECT_EQ(chosen(fields({{"period", "2025-2026"}})), "2025-2026 2025-08-01 2026-07-31");
}

TEST(PeriodChoice, TakesTypedDatesBeforeAnyName) {
    EXPECT_EQ(chosen(fields({{"period", "year"}, {"from", "2026-10-03"}, {"to", "2026-10-09"}})), "dates 2026-10-03 2026-10-09");
    EXPECT_EQ(chosen(fields({{"period", "year"}, {"from", "2026-10-03"}, {"shown_from", "2026-10-03"}})),
              "year 2026-01-01 2026-11-22") << "the form brought them along";
    EXPECT_EQ(chosen(fields({{"period", "dates"}, {"from", "2026-12-01"}})), "dates 2026-12-01 2026-12-01");
}

TEST(PeriodChoice, SaysAtWhichFieldItIsWrong) {
    EXPECT_EQ(chosen(fields({{"period", "fortnight"}})), "wrong: period");
    EXPECT_EQ(chosen(fields({{"period", "2025-W53"}})), "wrong: period");
    EXPECT_EQ(chosen(fields({{"from", "2026-11-31"}})), "wrong: from");
    EXPECT_EQ(chosen(fields({{"to", "22/11"}})), "wrong: to");
    EXPECT_EQ(chosen(fields({{"from", "2026-11-21"}, {"to", "2026-11-20"}})), "wrong: from");
    EXPECT_EQ(chosen(fields({{"from", "1900-01-01"}})), "wrong: to");
}

TEST(PeriodChoice, StepsToTheOneBeforeAndToTheOneAfterThatHasBegun) {
    const auto this_term = steps_from(*read_choice(fields({{"period", "term"}}), today), today);
    EXPECT_EQ(key_of(*this_term.previous), "2026-spring");
    EXPECT_FALSE(this_term.next) << "not begun";
    const auto october = steps_from(*read_choice(fields({{"period", "2026-10"}}), today), today);
    EXPECT_EQ(key_of(*october.previous), "2026-09");
    EXPECT_EQ(key_of(*october.next), "2026-11");
}

TEST(PeriodChoice, FindsTheNearestOfThoseOffered) {
    const std::vector<int> with_figures{2019, 2021, 2022};
    const auto offered = of_years(with_figures);
    EXPECT_EQ(key_of(*nearest(offered, std::nullopt)), "2022");
    EXPECT_EQ(key_of(*nearest(offered, read("2020"))), "2019");
    EXPECT_EQ(key_of(*nearest(offered, read("2021"))), "2021");
    EXPECT_EQ(key_of(*nearest(offered, read("1999"))), "2019");
    EXPECT_FALSE(nearest({}, read("1999")));
    const auto steps = steps_among(offered, *read("2021"));
    EXPECT_EQ(key_of(*steps.previous), "2019");
    EXPECT_EQ(key_of(*steps.next), "2022");
    EXPECT_FALSE(steps_among(offered, *read("2022")).next);
    EXPECT_FALSE(steps_among(offered, *read("2020")).previous) << "it is not offered";
}

}  // namespace
}  // namespace digilots::periods
