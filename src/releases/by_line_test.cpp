// A year whose tables are decided each by itself: how much of it is told, and that every hidden cell may be another number.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>

#include "platform/base/lists.h"
#include "releases/attack_for_tests.h"
#include "releases/cross.h"
#include "releases/lines.h"

namespace digilots::releases {
namespace {

using suppression::State;

Lines::Months by_month(std::initializer_list<std::int64_t> counts) {
    Lines::Months all{};
    std::ranges::copy(counts, all.begin());
    return all;
}

void decide_until(Lines& lines, int last) {
    for (int month = 1; month <= last; ++month)
        for (int time = 0; time <= node_of_the_year; ++time)
            if (last_month(time) == month) lines.decide(time);
}

void expect_proved(const Lines& lines) {
    for (std::size_t row = 0; row < lines.rows(); ++row)
        for (int time = 0; time <= node_of_the_year; ++time) {
            if (lines.state(row, time) != State::hidden) continue;
            EXPECT_GE(lines.width(row, time), lines.needed(row, time)) << row << " " << time_name(2026, time);
        }
}

TEST(Lines, ARowThatWasHiddenIsLeftOutAndItsQuarterIsTold) {
    Lines lines(5, {by_month({3, 20, 20}), by_month({40, 40, 40}), by_month({9, 9, 9})});
    decide_until(lines, 3);
    EXPECT_EQ(lines.state(0, 0), State::hidden);
    EXPECT_EQ(lines.state(0, 1), State::later) << "whatever it is";
    EXPECT_EQ(lines.state(0, 2), State::later);
    EXPECT_EQ(lines.state(1, 0), State::published) << "the smallest one protects it";
    for (std::size_t row = 0; row < lines.rows(); ++row) EXPECT_EQ(lines.state(row, 12), State::published) << row;
    expect_proved(lines);
}

TEST(Lines, ARowThatIsSmallInOneQuarterIsLeftOutInTheNextAndItsYearIsTold) {
    Lines lines(5, {by_month({1, 1, 1, 1, 1, 1, 20, 20, 20, 20, 20, 20}), by_month({2, 1, 1, 2, 2, 2, 9, 9, 9, 9, 9, 9}),
                    by_month({9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9}), by_month({40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40})});
    for (const int time : {12, 13, 14, 15, int{node_of_the_year}}) lines.decide(time);
    EXPECT_EQ(lines.state(0, 12), State::hidden);
    EXPECT_EQ(lines.state(1, 12), State::hidden);
    EXPECT_EQ(lines.state(0, 14), State::later) << "sixty, but so the year can be told";
    EXPECT_EQ(lines.state(3, 15), State::published);
    for (std::size_t row = 0; row < lines.rows(); ++row)
        EXPECT_EQ(lines.state(row, node_of_the_year), State::published) << row;
    expect_proved(lines);
}

TEST(Lines, ARareRowIsKnownByYearAlone) {
    std::vector<Lines::Months> rows(12, by_month({20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20}));
    rows.push_back(by_month({1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0}));
    rows.push_back(by_month({0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1}));
    rows.push_back(by_month({1, 1, 0, 0, 2, 0, 0, 1, 0, 2, 0, 1}));
    Lines lines(5, rows);
    for (const int time : {12, 13, 14, 15, int{node_of_the_year}}) lines.decide(time);
    std::size_t told = 0;
    for (std::size_t row = 0; row < lines.rows(); ++row) told += lines.state(row, node_of_the_year) == State::published;
    EXPECT_EQ(told, 12U) << "two are small, one protects them";
    expect_proved(lines);
}

TEST(Lines, WhereNothingCanProtectASmallCellNothingOfThatTimeIsTold) {
    Lines lines(5, {by_month({1}), by_month({5})});         // one at least and five at least of six
    decide_until(lines, 1);
    EXPECT_FALSE(lines.is_told(0));
    Lines alone(5, {by_month({7})});
    decide_until(alone, 1);
    EXPECT_EQ(alone.state(0, 0), State::published);
}

TEST(Lines, OfMadeUpYearsEveryHiddenCellMayBeAnotherNumber) {
    std::mt19937 random(3);
    for (int number = 0; number < 60; ++number) {
        std::vector<Lines::Months> rows(2 + random() % 6);
        for (auto& row : rows) {
            const auto most = 1 + random() % 30;
            for (auto& count : row) count = static_cast<std::int64_t>(random() % most * (random() % 3) / 2);
        }
        Lines lines(3 + static_cast<int>(random() % 8), rows);
        decide_until(lines, 12);
        expect_proved(lines);
    }
}

/// Of a town's year: how many of the figures that are no zero, and how many are told.
struct Share {
    int all = 0, told = 0;
};
using Shares = std::map<std::string, Share>;

const char* kind_of(const std::string& time) { return time.size() == 4 ? "year" : time.contains('Q') ? "quarter" : "month"; }

Shares shares_of(const Year& year) {
    Shares shares;
    Year untold = year;
    untold.rows.clear();
    for (const auto& [key, cells] : sums_of(untold)) {
        const auto& [node, time, table] = key;
        const bool is_of_place = node.contains('/');
        const auto row = year.rows.find(key);
        for (const auto& [term, cell] : cells) {
            if (cell.count == 0) continue;
            const auto* told = row == year.rows.end() ? nullptr : told_cell(row->second, term);
            auto& share = shares[std::string(is_of_place ? "place " : "") + table + " " + kind_of(time)];
            ++share.all;
            share.told += told && told->state == State::published;
        }
    }
    return shares;
}

std::string zipf(const std::vector<std::string>& terms, double steep, std::mt19937& random) {
    std::vector<double> weights;
    for (std::size_t at = 0; at < terms.size(); ++at) weights.push_back(1.0 / std::pow(static_cast<double>(at + 1), steep));
    return terms[static_cast<std::size_t>(std::discrete_distribution<int>(weights.begin(), weights.end())(random))];
}

/// A town with its lists as they are, a few terms of each often and most seldom.
void log_town(Year& year, const std::string& id, int people, std::mt19937& random) {
    std::vector<inquiries::CountedOnce> all;
    const std::vector<std::string> places{"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", ""};
    for (int person = 0; person < people; ++person) {
        const bool is_with_body = random() % 2 == 0;
        all.push_back({zipf(places, 1, random), zipf(terms_of("topic"), 0.8, random),
                       is_with_body ? zipf(terms_of("body"), 1, random) : "", zipf(terms_of("channel"), 1.5, random),
                       zipf(terms_of("outcome"), 1, random), zipf(terms_of("language"), 2, random), 1,
                       random() % 5 == 0 ? zipf(terms_of("topic"), 0.8, random) : "",
                       random() % 3 == 0 ? zipf(terms_of("barrier"), 1, random) : "", zipf(terms_of("age_band"), 0.5, random),
                       zipf(terms_of("gender"), 1, random), zipf(terms_of("support_given"), 1, random)});
    }
    add_counted(year.counted[year.month], id, all, year.tables);
}

Year year_of_a_town(int people, const std::vector<std::string>& tables, unsigned seed) {
    std::mt19937 random(seed);
    Year year{.year = 2026, .tables = tables};
    year.parts["2281"] = {};
    for (year.month = 1; year.month <= months_of_a_year; ++year.month) {
        log_town(year, "2281", people, random);
        auto decided = decide(year);
        year.rows.merge(decided.rows);
    }
    year.month = months_of_a_year;
    return year;
}

void print(const char* title, const Shares& before, const Shares& after) {
    std::printf("%s\n  %-24s %14s %14s\n", title, "table", "before", "now");
    for (const auto& [name, share] : after) {
        const auto found = before.find(name);
        const auto text = [](const Share& one) { return std::to_string(one.told) + " of " + std::to_string(one.all); };
        const auto then = found == before.end() ? std::string() : text(found->second);
        std::printf("  %-24s %14s %14s\n", name.c_str(), then.c_str(), text(share).c_str());
    }
    std::fflush(stdout);
}

/// Towns of 4 000 and 24 000; where DIGILOTS_LONG is set one of 100 000, too, and what was told of them before.
TEST(ReleasedYear, OfATownTellsItsTotalsAndMostOfItsTables) {
    std::vector towns{std::pair(4'000, 85), std::pair(24'000, 500)};
    if (std::getenv("DIGILOTS_LONG")) towns.emplace_back(100'000, 2'100);
    for (const auto& [inhabitants, people] : towns) {
        const auto begin = std::chrono::steady_clock::now();
        const auto now = shares_of(year_of_a_town(people, tables_now(), 7));
        const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        Shares before;
        if (std::getenv("DIGILOTS_LONG")) before = shares_of(year_of_a_town(people, table_keys(), 7));
        print(("A town of " + std::to_string(inhabitants) + ", " + std::to_string(took) + " s").c_str(), before, now);
        for (const auto* kind : {"total month", "total quarter", "total year"})
            EXPECT_EQ(now.at(kind).told, now.at(kind).all) << kind;
        for (const auto* table : {"topic", "channel", "outcome", "age_band", "support_given"}) {
            const auto& share = now.at(std::string(table) + " year");
            EXPECT_GE(share.told * 10, share.all * (inhabitants < 10'000 ? 6 : 8)) << table << " of " << inhabitants;
        }
    }
}

}  // namespace
}  // namespace digilots::releases
