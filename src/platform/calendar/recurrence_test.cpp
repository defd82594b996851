#include "platform/calendar/recurrence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "platform/calendar/free_busy.h"

namespace digilots::calendar {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view stockholm = "Europe/Stockholm", oslo = "Europe/Oslo";

WallTime wall(std::string_view text) {
    const auto number = [&](std::size_t at) { return std::stoi(std::string(text.substr(at, 2))); };
    return wall_time(*base::parse_date(text.substr(0, 10)), number(11) * 60 + number(14));
}

Interval year_2026_and_2027() {
    return {*base::parse_utc("2026-01-01T00:00Z"), *base::parse_utc("2028-01-01T00:00Z")};
}

std::vector<std::string> starts(const Recurrence& recurrence, Interval window = year_2026_and_2027(),
                                std::string_view zone = stockholm) {
    const auto found = occurrences(recurrence, zone, window);
    std::vector<std::string> texts;
    if (!found) return {found.error().problem};
    for (const auto& time : found->times) texts.push_back(compact(to_wall(time.begin, zone)));
    return texts;
}

TEST(RecurrenceOfABus, ComesEverySecondTuesdayButNotOnADayLeftOut) {
    const Recurrence stop{wall("2026-09-01 14:00"), 45min, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261215", {},
                          {wall("2026-11-10 14:00")}};
    EXPECT_EQ(starts(stop), (std::vector<std::string>{"20260901T140000", "20260915T140000", "20260929T140000", "20261013T140000",
                                                      "20261027T140000", "20261124T140000", "20261208T140000"}));
    const auto found = occurrences(stop, stockholm, year_2026_and_2027());
    EXPECT_EQ(found->times.front(), (Interval{*base::parse_utc("2026-09-01T12:00Z"), *base::parse_utc("2026-09-01T12:45Z")}));
    EXPECT_EQ(found->times.back().begin, *base::parse_utc("2026-12-08T13:00Z")) << "the same wall time in winter";
}

TEST(Recurrence, TheSpringGapIsReadWithTheOffsetBeforeItAndTheDoubledHourIsTheFirst) {
    const Recurrence night{wall("2026-03-28 02:30"), 1h, "FREQ=DAILY;COUNT=3"};
    const auto spring = occurrences(night, stockholm, year_2026_and_2027())->times;
    ASSERT_EQ(spring.size(), 3U);
    EXPECT_EQ(spring[0].begin, *base::parse_utc("2026-03-28T01:30Z"));
    EXPECT_EQ(spring[1].begin, *base::parse_utc("2026-03-29T01:30Z")) << "03:30 of the clock";
    EXPECT_EQ(spring[2].begin, *base::parse_utc("2026-03-30T00:30Z"));
    const Recurrence autumn{wall("2026-10-25 02:30"), 1h, ""};
    EXPECT_EQ(occurrences(autumn, oslo, year_2026_and_2027())->times.front(),
              (Interval{*base::parse_utc("2026-10-25T00:30Z"), *base::parse_utc("2026-10-25T01:30Z")}));
}

TEST(Recurrence, SaysWhatIsWrongWithARule) {
    for (const auto& [rule, said] : {std::pair("FREQ=SECONDLY", "more often than daily"), {"FREQ=WEEKLY;INTERVAL=0", "INTERVAL"},
                                     {"INTERVAL=2", "FREQ is missing"}, {"FREQ=YEARLY;BYWEEKNO=2", "weeks by their number"},
                                     {"FREQ=WEEKLY;BYDAY=TI", "\"TI\""},
                                     {"FREQ=WEEKLY;FREQ=DAILY", "FREQ stands twice"},
                                     {"FREQ=WEEKLY;COUNT=3;UNTIL=20261215", "exclude"},
                                     {"FREQ=WEEKLY;UNTIL=20261315", "UNTIL"}, {"FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"},
                                     {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "none of the months"},
                                     {"FREQ=YEARLY;BYYEARDAY=366;BYMONTH=3", "do not fit together"},
                                     {"FREQ=MONTHLY;BYDAY=6MO", "no weekday \"6MO\""},
                                     {"FREQ=DAILY;BYMONTHDAY=31", "does not go"},
                                     {"FREQ=DAILY;INTERVAL=7;BYDAY=TU", "goes with no BYDAY"},
                                     {"FREQ=WEEKLY;", "no part"}, {"RSCALE=CHINESE;FREQ=YEARLY", "\"RSCALE\""},
                                     {"FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3,4", "96 times"}}) {
        const auto checked = check_rule(rule);
        ASSERT_FALSE(checked) << rule;
        EXPECT_NE(checked.error().problem.find(said), std::string::npos) << rule << ": " << checked.error().problem;
    }
    EXPECT_TRUE(check_rule("FREQ=MONTHLY;BYDAY=-1FR;WKST=SU"));
    EXPECT_FALSE(check_rule(std::string(501, 'A')));
}

TEST(Recurrence, WithoutAnEndIsBoundedByTheWindowAndByHowManyAreAskedFor) {
    const Recurrence daily{wall("1950-01-01 09:00"), 1h, "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,30"};
    const Interval two_days{*base::parse_utc("2026-03-01T00:00Z"), *base::parse_utc("2026-03-03T00:00Z")};
    const auto found = occurrences(daily, stockholm, two_days);
    EXPECT_EQ(found->times.size(), 12U);
    EXPECT_FALSE(found->is_cut);
    const auto cut = occurrences(daily, stockholm, year_2026_and_2027(), 50);
    EXPECT_EQ(cut->times.size(), 50U);
    EXPECT_TRUE(cut->is_cut);
    EXPECT_EQ(cut->times.front().begin, *base::parse_utc("2026-01-01T08:00Z"));
    EXPECT_TRUE(starts({wall("2026-01-01 09:00"), 1h, "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2"}).empty()) << "never";
    EXPECT_FALSE(occurrences({wall("2026-01-01 09:00"), -1h, ""}, stockholm, year_2026_and_2027()));
}

TEST(Recurrence, TimesBesideTheRuleAreAddedAndALeftOutOneHoldsAgainstThem) {
    const Recurrence stop{wall("2026-05-04 10:00"), 1h, "FREQ=WEEKLY;COUNT=2",
                          {wall("2026-05-06 10:00"), wall("2026-05-04 10:00")}, {wall("2026-05-11 10:00")}};
    EXPECT_EQ(starts(stop), (std::vector<std::string>{"20260504T100000", "20260506T100000"}));
    EXPECT_EQ(starts({wall("2026-05-04 10:00"), 1h, "FREQ=WEEKLY;UNTIL=20260511T080000Z"}).size(), 2U) << "UTC: ten o'clock";
    EXPECT_EQ(starts({wall("2026-05-04 10:00"), 1h, "FREQ=WEEKLY;UNTIL=20260511T075959Z"}).size(), 1U);
}

TEST(Recurrence, WhatHasBegunBeforeTheWindowAndLastsIntoItIsFound) {
    const Recurrence night{wall("2026-05-04 22:00"), 4h, "FREQ=DAILY"};
    const Interval window{*base::parse_utc("2026-05-10T23:00Z"), *base::parse_utc("2026-05-11T01:00Z")};
    EXPECT_EQ(starts(night, window), std::vector<std::string>{"20260510T220000"});
    EXPECT_TRUE(starts(night, {window.end + 1h, window.end + 2h}).empty());
}

/// Counted by hand, day by day.
std::vector<std::string> weekly_by_hand(base::Date first, int weekday, int every, int minute, base::Date last,
                                        const std::vector<base::Date>& left_out) {
    std::vector<std::string> texts;
    auto day = first;
    while (base::weekday_of(day) != weekday) day = base::add_days(day, 1);
    for (; day <= last; day = base::add_days(day, 7 * every))
        if (std::ranges::find(left_out, day) == left_out.end()) texts.push_back(compact(wall_time(day, minute)));
    return texts;
}

TEST(Recurrence, WeeklyRulesAreWhatCountingDaysGivesInBothZones) {
    constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::mt19937 random(45);
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (int round = 0; round < 400; ++round) {
        const auto first = base::add_days(2026y / 1 / 1, pick(400)), last = base::add_days(first, pick(500));
        const int weekday = pick(7), every = 1 + pick(4);
        // Nights of clock changes have hours that are twice or never: told apart above.
        const int minute = 4 * 60 + pick(20 * 60);
        auto begins = first;
        while (base::weekday_of(begins) != weekday) begins = base::add_days(begins, 1);
        std::vector<base::Date> left_out;
        for (int count = pick(3); count > 0; --count) left_out.push_back(base::add_days(begins, 7 * every * pick(10)));
        Recurrence stop{wall_time(begins, minute), 45min,
                        "FREQ=WEEKLY;INTERVAL=" + std::to_string(every) + ";BYDAY=" + names[static_cast<std::size_t>(weekday)] +
                            ";UNTIL=" + compact(wall_time(last, 0)).substr(0, 8)};
        for (const auto& day : left_out) stop.left_out.push_back(wall_time(day, minute));
        const auto zone = round % 2 == 0 ? stockholm : oslo;
        auto expected = weekly_by_hand(first, weekday, every, minute, last, left_out);
        const Interval all{*base::parse_utc("2025-12-01T00:00Z"), *base::parse_utc("2029-01-01T00:00Z")};
        ASSERT_EQ(starts(stop, all, zone), expected) << stop.rule << " from " << base::format_date(first);
        // A window that begins in the middle finds the rest, in the same weeks.
        const auto middle = base::add_days(first, pick(300));
        std::erase_if(expected, [&](const std::string& text) { return text < compact(wall_time(middle, 0)); });
        ASSERT_EQ(starts(stop, {to_instant(wall_time(middle, 0), zone), all.end}, zone), expected) << stop.rule;
    }
}

TEST(FreeBusy, JoinsWhatIsTakenAndTellsWhatIsLeft) {
    const auto at = [](int hour) { return *base::parse_utc("2026-05-04T00:00Z") + std::chrono::hours(hour); };
    const std::vector<Interval> taken{{at(12), at(13)}, {at(9), at(11)}, {at(10), at(12)}, {at(15), at(15)}};
    EXPECT_EQ(busy(taken), (std::vector<Interval>{{at(9), at(13)}}));
    EXPECT_EQ(free_in({at(8), at(16)}, taken), (std::vector<Interval>{{at(8), at(9)}, {at(13), at(16)}}));
    EXPECT_EQ(free_in({at(10), at(12)}, taken), std::vector<Interval>());
    EXPECT_TRUE(is_free({at(13), at(14)}, taken)) << "it ends when the other begins";
    EXPECT_FALSE(is_free({at(8), at(10)}, taken));
}

}  // namespace
}  // namespace digilots::calendar
