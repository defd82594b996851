#include "platform/measures/measure.h"

#include <gtest/gtest.h>

#include "platform/measures/once.h"
#include "platform/measures/time.h"

namespace digilots::measures {
namespace {

TEST(MeasureValues, AreNumbersForProgramsAndTextsForPeople) {
    const auto& swedish = i18n::translator("sv");
    const auto text = [&](Kind kind, const Value& value) { return value_text(kind, value, swedish); };
    EXPECT_EQ(text(Kind::count, 12345), "12\u00a0345");
    EXPECT_EQ(text(Kind::sum, 0), "0");
    EXPECT_EQ(text(Kind::money, 123450), "1\u00a0234,50");
    EXPECT_EQ(text(Kind::money, -5), "−0,05");
    EXPECT_EQ(text(Kind::share, {17, 40}), "42,5\u00a0%");
    EXPECT_EQ(text(Kind::share, {20, 40}), "50\u00a0%");
    EXPECT_EQ(text(Kind::share, {}), "–");
    EXPECT_EQ(text(Kind::mean, {34, 10}), "3,4");
    EXPECT_EQ(text(Kind::mean, {}), "–");
    EXPECT_EQ(number_of(Kind::money, 123450), 1234.5);
    EXPECT_EQ(number_of(Kind::share, {17, 40}), 42.5);
    EXPECT_EQ(number_of(Kind::mean, {}), std::nullopt) << "of nothing: never zero";
    EXPECT_EQ(number_of(Kind::latest, 7), 7);
    EXPECT_EQ(parts_text(Kind::share, {17, 40}, swedish), "17 av 40");
    EXPECT_EQ(parts_text(Kind::mean, {34, 10}, swedish), "av 10");
    EXPECT_EQ(parts_text(Kind::money, {34, 10}, swedish), "");
}

TEST(MeasureValues, ComeTogetherByTheirParts) {
    EXPECT_EQ(together(Kind::share, {1, 2}, {9, 10}), Value(10, 12));
    EXPECT_EQ(together(Kind::money, {100, 1}, {50, 2}), Value(150, 3));
    EXPECT_EQ(together(Kind::latest, 9, 7), Value(7)) << "of two periods the later one's";
    EXPECT_EQ(side_by_side(Kind::latest, 9, 7), Value(16)) << "of two municipalities both";
}

TEST(Measures, AreSeenByWhoTheyAreFor) {
    Measure measure{.key = "costs", .title = TEXT("Costs"), .definition = TEXT("Costs"), .unit = TEXT("Costs")};
    measure.see = http::Role::coordinator;
    http::Identity who;
    EXPECT_FALSE(may_see(measure, std::nullopt));
    EXPECT_FALSE(may_see(measure, who)) << "a viewer of networks";
    who.role = http::Role::guide;
    EXPECT_FALSE(may_see(measure, who));
    who.role = http::Role::coordinator;
    EXPECT_TRUE(may_see(measure, who));
    http::Identity program;
    program.token_id = "t";
    EXPECT_TRUE(may_see(measure, program));
    measure.see = http::Role::administrator;
    EXPECT_FALSE(may_see(measure, program));
    EXPECT_FALSE(may_see(measure, who));
    who.is_operator = true;
    EXPECT_TRUE(may_see(measure, who));
}

TEST(CountedOnce, CountsEachQuestionOfAReportOnce) {
    Measure measure{.key = "loans", .title = TEXT("Loans"), .definition = TEXT("Books lent"), .unit = TEXT("loans")};
    int asked = 0, days = 0;
    measure.figures = [&](const Query& query) -> std::vector<Row> {
        ++asked;
        if (query.by.empty()) return {{{}, 7}};
        return {{{{"gender", "women"}}, 4}, {{{"gender", ""}}, 3}};
    };
    measure.last_day = [&](std::string_view) -> std::optional<base::Date> { return ++days, std::nullopt; };
    const auto year = periods::read("2026").value(), other = periods::read("2025").value();
    CountedOnce figures;
    const auto& rows = figures.rows(measure, {{"2281"}, year, {"gender"}, {}});
    EXPECT_EQ(figures.total(measure, {{"2281"}, year, {"gender"}, {}}).amount, 7);
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(figures.total(measure, {{"2281"}, year, {}, {}}).amount, 7);
    EXPECT_EQ(figures.total(measure, {{"2281"}, other, {}, {}}).amount, 7);
    EXPECT_EQ(figures.total(measure, {{"2280"}, year, {}, {}}).amount, 7);
    EXPECT_EQ(figures.total(measure, {{"2281"}, year, {}, {{"gender", "women"}}}).amount, 7);
    EXPECT_EQ(asked, 5) << "another question each";
    EXPECT_EQ(rows.size(), 2U) << "what was told stays";
    EXPECT_FALSE(figures.was_ever_counted(measure, "2281") || figures.was_ever_counted(measure, "2281"));
    EXPECT_EQ(days, 1);
}

TEST(MeasureTime, SplitsADayIntoEachKindOfPeriod) {
    for (const auto& [dimension, wanted] :
         {std::pair("day", "2026-12-31"), std::pair("week", "2026-W53"), std::pair("month", "2026-12"),
          std::pair("quarter", "2026-Q4"), std::pair("year", "2026"), std::pair("term", "2026-autumn"),
          std::pair("school_year", "2026-2027"), std::pair("weekday", "4")}) {
        EXPECT_EQ(time_key(dimension, "2026-12-31"), wanted);
    }
    EXPECT_EQ(time_key("quarter", "2026-04"), "2026-Q2") << "a month is enough";
    EXPECT_EQ(time_key("school_year", "2026-07"), "2025-2026");
    EXPECT_EQ(time_key("year", "2026"), "2026");
    for (const auto dimension : time_dimensions()) {
        const auto date = std::string("2026-11-22").substr(0, static_cast<std::size_t>(grain_of(dimension)));
        EXPECT_EQ(time_key(dimension, date), time_key(dimension, "2026-11-22")) << dimension;
    }
    EXPECT_EQ(grain_of("topic"), Grain::none);
    EXPECT_FALSE(is_period("weekday"));
}

TEST(MeasureTime, HasTitlesAndLabels) {
    const auto& swedish = i18n::translator("sv");
    EXPECT_EQ(swedish.t(time_title("school_year")), "Läsår");
    EXPECT_EQ(swedish.t(time_title("weekday")), "Veckodag");
    EXPECT_EQ(time_label("day", "2026-11-22", swedish), "22 november 2026");
    EXPECT_EQ(time_label("weekday", "7", swedish), "söndag");
    EXPECT_EQ(time_label("month", "2026-11", swedish), "2026-11");
    EXPECT_EQ(time_label("term", "2026-autumn", swedish), "höstterminen 2026");
    EXPECT_EQ(time_label("weekday", "8", swedish), "8");
}

}  // namespace
}  // namespace digilots::measures
