#include "platform/suppression/release.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "platform/suppression/attacker_for_tests.h"

namespace digilots::suppression {
namespace {

Dimension with_total(const char* key, int leaves) {
    Dimension dimension{key, leaves, {{}}};
    for (int leaf = 0; leaf < leaves; ++leaf) dimension.sums.front().push_back(leaf);
    return dimension;
}

struct Shape {
    int places, months, topics, channels, people, threshold;
    bool has_networks = false;
    bool has_quarters = false;
};

/// Made-up people, each asking once: more of them at the first places and of the first topics.
Release made_up(const Shape& shape, std::mt19937& random) {
    Dimension place = with_total("place", shape.places);
    if (shape.has_networks) {
        place.sums.push_back({0, 1});
        place.sums.push_back({1, 2});               // one place in both
    }
    Dimension month{"month", shape.months, {}};
    for (int first = 0; shape.has_quarters && first < shape.months; first += 3)
        month.sums.push_back({first, first + 1, first + 2});
    month.sums.push_back(with_total("month", shape.months).sums.front());
    Release release{{place, month}, std::vector<int>(static_cast<std::size_t>(place.nodes()), shape.threshold), {}};
    release.tables = {{"all", {}, {}, {}}, {"topic", {with_total("topic", shape.topics)}, {}, {}},
                      {"channel", {with_total("channel", shape.channels)}, {}, {}}};
    const auto shared = static_cast<std::size_t>(shape.places * shape.months);
    release.tables[0].counts.assign(shared, 0);
    release.tables[1].counts.assign(shared * static_cast<std::size_t>(shape.topics), 0);
    release.tables[2].counts.assign(shared * static_cast<std::size_t>(shape.channels), 0);
    const auto skewed = [&](int many) { return static_cast<int>(std::min(random() % many, random() % many)); };
    for (int person = 0; person < shape.people; ++person) {
        const auto at = static_cast<std::size_t>(skewed(shape.places) * shape.months + static_cast<int>(random() % shape.months));
        ++release.tables[0].counts[at];
        for (std::size_t table = 1; table <= 2; ++table) {
            const int leaves = release.tables[table].own.front().leaves;
            ++release.tables[table].counts[at * static_cast<std::size_t>(leaves) + static_cast<std::size_t>(skewed(leaves))];
        }
    }
    return release;
}

/// As it is done for real: month by month, a quarter and the year when they are over.
Decided release_by_time(Release& release) {
    const Dimension& time = release.shared[1];
    const auto last_month = [&](int node) {
        return node < time.leaves ? node : time.sums[static_cast<std::size_t>(node - time.leaves)].back();
    };
    for (Table& table : release.tables) table.states.assign(cells_of(release, table), State::later);
    Decided all;
    for (int month = 0; month < time.leaves; ++month) {
        for (Table& table : release.tables) {
            for (std::size_t cell = 0; cell < table.states.size(); ++cell) {
                if (last_month(nodes_at(release, table, cell)[1]) == month) table.states[cell] = State::undecided;
            }
        }
        const auto decided = decide(release);
        EXPECT_TRUE(decided.is_proved) << "all is withheld in month " << month + 1;
        all.published += decided.published;
        all.hidden += decided.hidden;
        all.withheld += decided.withheld;
    }
    return all;
}

int share_of(const Release& release, State state) {
    std::int64_t all = 0, some = 0;
    for (const Table& table : release.tables) {
        const auto counts = count_nodes(release, table);
        for (std::size_t cell = 0; cell < counts.size(); ++cell) {
            if (counts[cell] == 0) continue;
            ++all;
            some += table.states[cell] == state;
        }
    }
    return static_cast<int>(100 * some / std::max<std::int64_t>(all, 1));
}

const std::vector<Shape> shapes{{3, 3, 4, 3, 150, 5},  {3, 3, 4, 3, 1500, 5}, {4, 4, 5, 3, 400, 3},       {4, 4, 5, 3, 400, 10},
                                {5, 2, 6, 2, 900, 5},  {2, 6, 4, 4, 300, 5},  {4, 3, 4, 3, 800, 5, true}, {1, 4, 5, 3, 200, 5},
                                {3, 12, 4, 2, 1200, 5}, {4, 12, 4, 3, 2500, 5, true, true}};

TEST(Suppression, NobodyWithLinearProgrammingLearnsAHiddenCell) {
    const char* longer = std::getenv("DIGILOTS_LONG");
    std::mt19937 random(20261129);
    for (int round = 0; round < (longer ? 8 : 1); ++round) {
        for (const Shape& shape : shapes) {
            Release release = made_up(shape, random);
            release_by_time(release);
            const auto learned = attack(release, random, longer ? 200 : 16);
            EXPECT_EQ(learned.exactly, 0) << shape.people << " people";
            EXPECT_EQ(learned.nearly, 0) << shape.people << " people, threshold " << shape.threshold << "\n" << learned.what;
            if (round == 0) {
                std::printf("%5d people, %d places, %2d months, threshold %2d: of what is no zero ", shape.people,
                            shape.places, shape.months, shape.threshold);
                std::printf("%2d %% published, %2d %% hidden, %2d %% withheld; %d cells attacked\n",
                            share_of(release, State::published), share_of(release, State::hidden),
                            share_of(release, State::withheld), learned.tried);
            }
        }
    }
}

TEST(Suppression, WhereTablesAreManyLittleIsWithheldInAYear) {
    std::mt19937 random(3);
    Release release = made_up({12, 12, 9, 5, 24'000, 5, true, true}, random);
    const auto decided = release_by_time(release);
    EXPECT_GT(decided.published, 2 * decided.withheld);
    EXPECT_GT(decided.hidden, decided.withheld);
}

TEST(Suppression, TheSameAttackerLearnsCellsWhereOnlySmallOnesAreHidden) {
    std::mt19937 random(7);
    Release release = made_up({3, 3, 4, 3, 400, 5}, random);
    for (Table& table : release.tables) {
        for (const auto count : count_nodes(release, table)) {
            table.states.push_back(count > 0 && count < 5 ? State::hidden : State::published);
        }
    }
    EXPECT_GT(attack(release, random, 30).exactly, 0) << "else the attack proves nothing";
}

TEST(Suppression, WhatWasReleasedStays) {
    std::mt19937 random(11);
    Release release = made_up({3, 4, 5, 3, 700, 5}, random);
    for (Table& table : release.tables) {
        table.states.assign(cells_of(release, table), State::later);
        for (std::size_t cell = 0; cell < table.states.size(); ++cell) {
            if (nodes_at(release, table, cell)[1] == 0) table.states[cell] = State::undecided;
        }
    }
    decide(release);
    const auto january = release.tables[1].states;
    for (Table& table : release.tables) std::ranges::replace(table.states, State::later, State::undecided);
    decide(release);
    for (std::size_t cell = 0; cell < january.size(); ++cell) {
        if (january[cell] == State::later) continue;
        EXPECT_EQ(release.tables[1].states[cell], january[cell]) << cell;
    }
}

TEST(Suppression, WhereNothingIsSmallEverythingIsPublished) {
    Release release{{with_total("place", 2), with_total("month", 2)}, {5, 5, 5}, {}};
    release.tables = {{"all", {}, {20, 30, 40, 50}, {}},
                      {"topic", {with_total("topic", 2)}, {20, 0, 10, 20, 15, 25, 25, 25}, {}}};
    const auto decided = decide(release);
    EXPECT_EQ(decided.hidden, 0);
    EXPECT_EQ(decided.withheld, 0);
    EXPECT_EQ(release.tables[1].states[cell_at(release, release.tables[1], {0, 0, 1})], State::published) << "nobody is nobody";
}

TEST(Suppression, TablesThatDoNotFitTogetherAreRefused) {
    Release release{{with_total("place", 2)}, {5, 5, 5}, {}};
    release.tables = {{"all", {}, {20, 30}, {}}, {"topic", {with_total("topic", 2)}, {10, 10, 15, 16}, {}}};
    EXPECT_THROW(decide(release), std::invalid_argument);
    release.tables[1].counts[3] = 15;
    EXPECT_NO_THROW(decide(release));
}

}  // namespace
}  // namespace digilots::suppression
