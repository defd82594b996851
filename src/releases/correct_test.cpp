// What a revision tells of corrections: never fewer figures than before, and nothing from which a small change or a small cell
// could be worked out by somebody who has the first release and the revision.
#include <algorithm>
#include <cstdlib>
#include <ranges>

#include <gtest/gtest.h>

#include "releases/attack_for_tests.h"

namespace digilots::releases {
namespace {

using suppression::State;

constexpr const char *town = "2281", *small_town = "2280";
constexpr int months = 3;

inquiries::CountedOnce asked(const char* topic, const char* place = "library", int number = 1) {
    return {place, topic, "", "visit", "answered", "sv", number, "", "", "", "", "guidance"};
}

/// A quarter of two towns that was released month by month.
struct Told {
    Year year{.year = 2026};
    std::mt19937 random;

    explicit Told(unsigned seed = 20261130, int people = 60, std::vector<std::string> tables = table_keys()) : random(seed) {
        year.tables = std::move(tables);
        for (const auto* id : {town, small_town}) year.parts[id] = {};
        year.sums = {{"all", 1, {small_town, town}, 5}};
        for (year.month = 1; year.month <= months; ++year.month) {
            log(town, people);
            log(small_town, people / 6);
            release_month();
        }
        year.month = months;
    }
    void log(const char* id, int people) {
        std::vector<inquiries::CountedOnce> all;
        for (int person = 0; person < people; ++person)
            all.push_back({random() % 4 == 0 ? "desk" : "library", skewed(asked_topics, random), skewed(asked_of, random),
                           skewed(asked_by, random), skewed(ended_as, random), skewed(spoken, random), 1,
                           skewed(also_asked, random), skewed(in_the_way, random), "", "", skewed(helped_by, random)});
        add_counted(year.counted[year.month], id, all, year.tables);
    }
    void release_month() {
        auto decided = decide(year);
        EXPECT_TRUE(decided.number.is_proved);
        year.rows.merge(decided.rows);
    }
    /// So many fewer of the town's February, as they come, each in all tables.
    MonthCounts without(int number) const {
        auto now = counted_by_now(year);
        auto& places = now[2];
        for (auto& [place, tables] : std::views::reverse(places)) {         // most at the library
            if (place.first != town || tables.empty()) continue;
            const auto gone = std::min<std::int64_t>(number, tables["total"][whole]);
            number -= static_cast<int>(gone);
            for (auto& [table, terms] : tables) take(terms, gone);
        }
        EXPECT_EQ(number, 0) << "not so many asked";
        return now;
    }
    static void take(std::map<std::string, std::int64_t>& terms, std::int64_t gone) {
        for (auto& [term, count] : terms) {
            const auto some = std::min(gone, count);
            count -= some;
            gone -= some;
        }
    }
    MonthCounts with(const std::vector<inquiries::CountedOnce>& more, int month = 2) const {
        auto now = counted_by_now(year);
        add_counted(now[month], town, more, year.tables);
        return now;
    }
    const Cell* cell(const Rows& rows, const char* time, const char* table, const std::string& term) const {
        const auto row = rows.find({town, time, table});
        if (row == rows.end()) return nullptr;
        const auto found = row->second.find(term);
        return found == row->second.end() ? nullptr : &found->second;
    }
};

void expect_nothing_is_lost(const Rows& before, const Corrected& corrected) {
    EXPECT_EQ(corrected.gone, 0);
    const auto& after = corrected.decided.rows;
    for (const auto& [key, cells] : before) {
        for (const auto& [term, cell] : cells) {
            const auto row = after.find(key);
            const auto now = row != after.end() && row->second.contains(term) ? row->second.at(term) : Cell{};
            EXPECT_EQ(now.state, cell.state) << std::get<0>(key) << " " << std::get<1>(key) << " " << term;
            const bool is_small = now.count > 0 && now.count < 5;
            EXPECT_FALSE(now.state == State::published && is_small && now.count != cell.count) << term << " " << now.count;
        }
    }
}

void add_zeros(MonthCounts& to, const MonthCounts& from) {
    for (const auto& [month, places] : from)
        for (const auto& [place, tables] : places)
            for (const auto& [table, terms] : tables)
                for (const auto& [term, count] : terms) to[month][place][table][term] += 0;
}

/// The first release and the revision as one for whoever knows that entries were taken out (or came) and nothing else: of what
/// stays, of the change, and of both together, which is the fuller one of the two.
suppression::Release both(const Year& first, MonthCounts now, const Rows& revised, bool is_removal) {
    Year one = first, other = first;
    add_zeros(one.counted, now);
    add_zeros(now, first.counted);
    other.counted = std::move(now);
    other.rows = revised;
    for (auto& [key, cells] : other.rows)
        for (auto& [term, cell] : cells)
            if (cell.state != State::published || cell.is_kept) cell = {State::withheld};
    auto full = numbered(is_removal ? one : other);
    const auto rest = numbered(is_removal ? other : one);
    const auto places = static_cast<std::size_t>(full.shared[0].leaves), place_nodes = full.thresholds.size();
    const auto times = static_cast<std::size_t>(full.shared[1].leaves);
    const auto time_nodes = static_cast<std::size_t>(full.shared[1].nodes());
    for (std::size_t table = 0; table < full.tables.size(); ++table) {
        auto& all = full.tables[table];
        const auto& left = rest.tables[table];
        const auto leaves = all.counts.size() / places / times, nodes = all.states.size() / place_nodes / time_nodes;
        std::vector<std::int64_t> counts;
        for (std::size_t at = 0; at < places * times; ++at) {
            for (std::size_t leaf = at * leaves; leaf < (at + 1) * leaves; ++leaf) counts.push_back(left.counts[leaf]);
            for (std::size_t leaf = at * leaves; leaf < (at + 1) * leaves; ++leaf)
                counts.push_back(all.counts[leaf] - left.counts[leaf]);
        }
        std::vector<State> states;
        for (std::size_t at = 0; at < place_nodes * time_nodes; ++at) {
            const auto add = [&](const std::vector<State>& some) {
                states.insert(states.end(), some.begin() + static_cast<std::ptrdiff_t>(at * nodes),
                              some.begin() + static_cast<std::ptrdiff_t>((at + 1) * nodes));
            };
            add(left.states);
            for (std::size_t node = at * nodes; node < (at + 1) * nodes; ++node)
                states.push_back(all.states[node] == State::later ? State::later : State::withheld);
            add(all.states);
        }
        all.counts = std::move(counts);
        all.states = std::move(states);
    }
    full.shared.push_back({"which", 2, {{0, 1}}});
    return full;
}

void expect_nothing_is_learned(const Told& told, const MonthCounts& now, const Corrected& corrected, bool is_removal) {
    auto random = told.random;
    const int most = std::getenv("DIGILOTS_LONG") ? 60 : 6;
    const auto learned = suppression::attack(both(told.year, now, corrected.decided.rows, is_removal), random, most);
    EXPECT_GE(learned.tried, 6);
    EXPECT_EQ(learned.exactly, 0) << learned.what;
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

TEST(Corrected, WhatIsTakenOutLeavesEveryFigureThatWasTold) {
    const Told told;
    for (const int number : {25, 10, 3, 1}) {
        const auto corrected = correct(told.year, told.without(number));
        expect_nothing_is_lost(told.year.rows, corrected);
        EXPECT_GE(corrected.decided.number.published + 3, decide_first(told.year).number.published) << number;
        const auto* before = told.cell(told.year.rows, "2026-02", "total", whole);
        const auto* now = told.cell(corrected.decided.rows, "2026-02", "total", whole);
        ASSERT_TRUE(before && now);
        EXPECT_EQ(before->count - now->count, number < 5 ? 0 : number);
        EXPECT_EQ(now->is_kept, number < 5);
        EXPECT_GT(corrected.changed + corrected.untold, 0);
    }
}

TEST(Corrected, WhoHasBothLearnsNoSmallCellAndNoSmallChange) {
    for (const unsigned seed : {1u, 2u}) {
        const Told told(seed, 30, {"total", "topic", "channel", "outcome"});      // or the solver has minutes to do
        for (const int number : {12, 3}) {
            const auto now = told.without(number);
            expect_nothing_is_learned(told, now, correct(told.year, now), true);
        }
        const auto more = told.with({asked("cv", "library", 2), asked("print", "desk", 14), asked("bank", "library", 3)});
        const auto corrected = correct(told.year, more);
        expect_nothing_is_lost(told.year.rows, corrected);
        expect_nothing_is_learned(told, more, corrected, false);
    }
}

TEST(Corrected, AToldZeroThatIsASmallCellNowStaysTold) {
    const Told told;
    ASSERT_EQ(told.cell(told.year.rows, "2026-02", "topic", "cv"), nullptr) << "a zero";
    const auto corrected = correct(told.year, told.with({asked("cv", "library", 2), asked("print", "library", 20)}));
    const auto* cell = told.cell(corrected.decided.rows, "2026-02", "topic", "cv");
    ASSERT_TRUE(cell);
    EXPECT_EQ(*cell, (Cell{State::published, 0, true}));
    EXPECT_EQ(text_of({{"cv", *cell}}), "cv:0~");
    EXPECT_EQ(cells_of("cv:0~").at("cv"), *cell);
}

TEST(Corrected, AQuarterThatEndsLaterHasWhatCouldBeToldOfItsMonths) {
    Told told;
    const auto first = told.year;
    const auto month = std::exchange(told.year.month, 2);           // as it was before March was released
    std::erase_if(told.year.rows, [](const auto& row) { return !std::get<1>(row.first).ends_with("-01") &&
                                                               !std::get<1>(row.first).ends_with("-02"); });
    const auto march = told.year.counted.extract(3);
    auto corrected = correct(told.year, told.without(20));
    told.year.rows = corrected.decided.rows;
    told.year.corrections = {corrected.correction};
    ++told.year.revision;
    told.year.counted[3] = march.mapped();
    told.year.month = month;
    told.release_month();
    const auto* quarter = told.cell(told.year.rows, "2026-Q1", "total", whole);
    const auto* before = told.cell(first.rows, "2026-Q1", "total", whole);
    ASSERT_TRUE(quarter && before);
    EXPECT_EQ(before->count - quarter->count, 20);
}

TEST(Corrected, AnEntryOfAnotherTopicChangesNoTotal) {
    const Told told;
    auto now = counted_by_now(told.year);
    auto& topics = now[2][{town, "library"}]["topic"];
    const auto fullest = std::ranges::max_element(topics, {}, [](const auto& one) { return one.second; });
    ASSERT_GE(fullest->second, 8);
    fullest->second -= 8;
    topics[crossed("pension", "")] += 8;
    const auto corrected = correct(told.year, now);
    expect_nothing_is_lost(told.year.rows, corrected);
    const auto* total = told.cell(corrected.decided.rows, "2026-02", "total", whole);
    ASSERT_TRUE(total);
    EXPECT_EQ(total->count, told.cell(told.year.rows, "2026-02", "total", whole)->count);
}

}  // namespace
}  // namespace digilots::releases
