// Which times are left: without pages, across changes of the clock, and against a slow count.
#include "booking/free_times.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "platform/calendar/free_busy.h"
#include "platform/testing/database.h"

namespace digilots::booking {
namespace {

using std::chrono::minutes;

constexpr std::string_view zone = "Europe/Stockholm";
const base::Instant early = testing::at("2026-01-01T00:00:00Z");

base::Date day(const char* text) {
    return base::parse_date(text).value();
}
RotaDays days(const char* first, int number) {
    return {zone, "SE", day(first), number};
}
RotaLine line(const char* id, const char* person, const char* place, calendar::TimeRanges hours) {
    return {.id = id,
            .function = "guide",
            .person = person,
            .place = place,
            .weekdays = {true, true, true, true, true, true, true},
            .hours = std::move(hours)};
}
std::vector<std::string> local(const std::vector<FreeTime>& times) {
    std::vector<std::string> all;
    for (const auto& time : times) {
        const auto civil = base::to_civil(time.at.begin, zone);
        char text[32];
        std::snprintf(text, sizeof text, " %02d:%02d", civil.hour, civil.minute);
        all.push_back(base::format_date(civil.date) + text);
    }
    return all;
}
const Interval always{testing::at("2020-01-01T00:00:00Z"), testing::at("2030-01-01T00:00:00Z")};
Terms terms_of(int length, int rest = 0) {
    return {.minutes = length, .rest = rest, .horizon_days = 2000};
}

TEST(FreeTimes, AWeeklyHourStaysOnTheClockWhenTheTimeIsChanged) {
    const Rota rota{.lines = {line("a", "", "library", {{9 * 60, 10 * 60}})}};
    for (const auto* first : {"2026-03-28", "2026-10-24"}) {
        const auto times =
            free_times(shifts_of(rota, days(first, 3), nullptr), {}, terms_of(60), always, early);
        ASSERT_EQ(times.size(), 3U);
        for (const auto& text : local(times)) EXPECT_TRUE(text.ends_with("09:00")) << text;
    }
    // An hour that there is not on that night, and the one that comes twice.
    const Rota night{.lines = {line("a", "", "library", {{60, 4 * 60}})}};
    const auto hours = [&](const char* date) {
        return free_times(shifts_of(night, days(date, 1), nullptr), {}, terms_of(60), always, early).size();
    };
    EXPECT_EQ(hours("2026-03-29"), 2U);
    EXPECT_EQ(hours("2026-10-25"), 4U);
    EXPECT_EQ(hours("2026-11-01"), 3U);
}

TEST(FreeTimes, HolidaysAbsencesAndOtherDaysReplaceThePattern) {
    Rota rota{.lines = {line("a", "anna", "library", {{9 * 60, 11 * 60}})}};
    const auto times = [&](const char* date) {
        return local(free_times(shifts_of(rota, days(date, 1), nullptr), {}, terms_of(60), always, early));
    };
    EXPECT_TRUE(times("2026-12-25").empty());  // juldagen
    EXPECT_EQ(times("2026-12-01").size(), 2U);
    rota.exceptions = {{.id = "e", .person = "anna", .first_day = "2026-12-01", .last_day = "2026-12-02"}};
    EXPECT_TRUE(times("2026-12-01").empty() && times("2026-12-02").empty());
    rota.exceptions.front().hours = {{9 * 60, 10 * 60}};
    EXPECT_EQ(times("2026-12-01"), std::vector<std::string>{"2026-12-01 10:00"});
    rota.exceptions = {{.id = "e",
                        .person = "anna",
                        .place = "hall",
                        .kind = RotaException::Kind::instead,
                        .hours = {{13 * 60, 14 * 60}},
                        .first_day = "2026-12-01",
                        .last_day = "2026-12-01"}};
    EXPECT_EQ(times("2026-12-01"), std::vector<std::string>{"2026-12-01 13:00"});
    EXPECT_EQ(shifts_of(rota, days("2026-12-01", 1), nullptr).front().place, "hall");
    // Of somebody else it changes nothing.
    rota.exceptions.front().person = "bo";
    EXPECT_EQ(times("2026-12-01").size(), 3U);
}

TEST(FreeTimes, WhoRoamsNeedsTheWayAndIsInOnePlaceAtATime) {
    const Rota rota{.lines = {line("a", "anna", "library", {{9 * 60, 12 * 60}}),
                              line("b", "anna", "hall", {{12 * 60, 14 * 60}}),
                              line("c", "anna", "library", {{10 * 60, 11 * 60}})}};
    const auto shifts =
        shifts_of(rota, days("2026-12-01", 1), [](std::string_view, std::string_view) { return 30; });
    const auto times = free_times(shifts, {}, terms_of(30), always, early);
    EXPECT_EQ(times.size(), 6U + 3U);
    EXPECT_TRUE(std::ranges::all_of(times, [](const FreeTime& one) { return one.left == 1; }));
    EXPECT_EQ(local(times)[6], "2026-12-01 12:30");
}

TEST(FreeTimes, LeadHorizonRestAndTheShareForDropIn) {
    const Rota rota{.lines = {line("a", "", "library", {{9 * 60, 12 * 60}})}};
    const auto shifts = shifts_of(rota, days("2026-12-01", 30), nullptr);
    auto terms = terms_of(30, 10);
    terms.lead_hours = 24;
    terms.horizon_days = 2;
    const auto now = testing::at("2026-12-01T08:30:00Z");
    const auto times = free_times(shifts, {}, terms, always, now);
    EXPECT_EQ(local(times).front(), "2026-12-02 09:40");  // 09:30 is a day from now
    EXPECT_LE(local(times).back(), "2026-12-04 10");
    Rota two = rota;
    two.lines.front().people = 2;
    for (const auto& [percent, expected] : std::map<int, int>{{0, 12}, {25, 9}, {50, 6}, {75, 3}, {100, 0}}) {
        auto shared = terms_of(30);
        shared.drop_in_percent = percent;
        int left = 0;
        for (const auto& time :
             free_times(shifts_of(two, days("2026-12-01", 1), nullptr), {}, shared, always, early))
            left += time.left;
        EXPECT_EQ(left, expected) << percent;
    }
}

/// Whatever is booked in whatever order, one lane never holds two things, and what is said to be left can be
/// had.
TEST(FreeTimes, WhatIsSaidToBeLeftCanBeHadAndNothingElse) {
    std::mt19937 random(7);
    int booked = 0;
    const auto any = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    for (int round = 0; round < 40; ++round) {
        Rota rota;
        for (int at = 0; at < any(1, 3); ++at) {
            const int from = any(7 * 12, 12 * 12) * 5;
            rota.lines.push_back(line(std::to_string(at).c_str(), at % 2 ? "anna" : "", "library",
                                      {{from, from + any(6, 60) * 5}}));
            rota.lines.back().people = any(1, 3);
        }
        const auto shifts = shifts_of(rota, days("2026-10-24", 3), nullptr);
        Taken taken;
        std::set<std::pair<std::string, std::int64_t>> pieces;
        for (;; ++booked) {
            Terms terms = terms_of(any(2, 12) * 5, any(0, 3) * 5);
            terms.travel = any(0, 2) * 5;
            const auto times = free_times(shifts, taken, terms, always, early);
            if (times.empty()) break;
            const auto& wanted = times[static_cast<std::size_t>(any(0, static_cast<int>(times.size()) - 1))];
            const auto lanes = lanes_for(shifts, taken, terms, wanted.place, wanted.at.begin, early);
            ASSERT_EQ(std::ssize(lanes), wanted.left);
            const auto kept = kept_of(wanted.at.begin, terms);
            for (const auto piece : pieces_of(kept)) ASSERT_TRUE(pieces.emplace(lanes.front(), piece).second);
            auto& busy = taken[lanes.front()];
            busy.push_back(kept);
            busy = calendar::busy(busy);
        }
    }
    EXPECT_GT(booked, 300);
}

}  // namespace
}  // namespace digilots::booking
