#include "platform/suppression/release.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

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
};

/// Made-up people, each asking once: more of them at the first places and of the first topics.
Release made_up(const Shape& shape, std::mt19937& random) {
    Dimension place = with_total("place", shape.places);
    if (shape.has_networks) {
        place.sums.push_back({0, 1});
        place.sums.push_back({1, 2});               // one place in both
    }
    const Dimension month = with_total("month", shape.months);
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

/// The nodes of a cell.
std::vector<int> nodes_at(const Release& release, const Table& table, std::size_t cell) {
    std::vector<const Dimension*> dimensions;
    for (const auto* some : {&release.shared, &table.own}) for (const Dimension& one : *some) dimensions.push_back(&one);
    std::vector<int> nodes(dimensions.size());
    for (std::size_t at = dimensions.size(); at-- > 0;) {
        nodes[at] = static_cast<int>(cell % static_cast<std::size_t>(dimensions[at]->nodes()));
        cell /= static_cast<std::size_t>(dimensions[at]->nodes());
    }
    return nodes;
}

/// As it is done for real: month by month, the year when it is over.
void release_by_time(Release& release) {
    const int months = release.shared[1].leaves;
    for (Table& table : release.tables) table.states.assign(cells_of(release, table), State::later);
    for (int month = 0; month <= months; ++month) {                 // the last one is the year
        for (Table& table : release.tables) {
            for (std::size_t cell = 0; cell < table.states.size(); ++cell) {
                if (nodes_at(release, table, cell)[1] == month) table.states[cell] = State::undecided;
            }
        }
        decide(release);
    }
}

/// An attacker with linear programming: the least and the most that a cell may be, by everything that was released.
class Attacker {
public:
    explicit Attacker(const Release& release) : release(release) {
        std::ostringstream rules, bounds, whole;
        for (std::size_t table = 0; table < release.tables.size(); ++table) {
            const Table& one = release.tables[table];
            const auto counts = count_nodes(release, one);
            for (std::size_t cell = 0; cell < one.states.size(); ++cell) {
                const auto nodes = nodes_at(release, one, cell);
                const auto sum = sum_of(table, nodes);
                const bool is_leaf = sum.find('+') == std::string::npos;
                if (is_leaf) whole << " " << sum << "\n";
                const int threshold = release.thresholds[static_cast<std::size_t>(nodes[0])];
                if (one.states[cell] == State::published) {
                    rules << " " << sum << " = " << counts[cell] << "\n";
                } else if (one.states[cell] == State::hidden && counts[cell] < threshold) {
                    rules << " " << sum << " >= 1\n " << sum << " <= " << threshold - 1 << "\n";
                } else if (one.states[cell] == State::hidden) {
                    rules << " " << sum << " >= " << threshold << "\n";
                }
            }
            if (table == 0) continue;
            const auto& first = release.tables.front();                     // every table is about the same people
            const auto shared_cells = cells_of(release, first);
            for (std::size_t cell = 0; cell < shared_cells; ++cell) {
                auto nodes = nodes_at(release, first, cell);
                if (nodes[0] >= release.shared[0].leaves || nodes[1] >= release.shared[1].leaves) continue;
                const auto shared_sum = sum_of(0, nodes);
                nodes.push_back(one.own.front().leaves);
                rules << " " << sum_of(table, nodes) << " - " << shared_sum << " = 0\n";
            }
        }
        known = "subject to\n" + rules.str() + "general\n" + whole.str() + "end\n";
    }

    std::pair<long, long> bounds_of(std::size_t table, std::size_t cell) const {
        const auto sum = sum_of(table, nodes_at(release, release.tables[table], cell));
        return {solve("minimize", sum), solve("maximize", sum)};
    }

private:
    std::string sum_of(std::size_t table, const std::vector<int>& nodes) const {
        const Table& one = release.tables[table];
        std::vector<const Dimension*> dimensions;
        for (const auto* some : {&release.shared, &one.own}) for (const Dimension& each : *some) dimensions.push_back(&each);
        std::vector<std::string> names{"x" + std::to_string(table)};
        for (std::size_t at = 0; at < dimensions.size(); ++at) {
            std::vector<std::string> longer;
            const int node = nodes[at];
            const int own = dimensions[at]->leaves;
            const auto leaves = node < own ? std::vector<int>{node} : dimensions[at]->sums[static_cast<std::size_t>(node - own)];
            for (const auto& name : names) for (const int leaf : leaves) longer.push_back(name + "_" + std::to_string(leaf));
            names = std::move(longer);
        }
        std::string sum;
        for (const auto& name : names) sum += (sum.empty() ? "" : " + ") + name;
        return sum;
    }

    long solve(const char* direction, const std::string& sum) const {
        const auto folder = std::filesystem::temp_directory_path() / ("digilots-attack-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "problem.lp") << direction << "\n goal: " << sum << "\n" << known;
        const std::string command = "glpsol --tmlim 60 --lp " + (folder / "problem.lp").string() + " -o " +
                                    (folder / "answer").string() + " > " + (folder / "log").string() + " 2>&1";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("glpsol (Debian's glpk-utils) does not answer");
        std::ifstream file(folder / "answer");
        const std::string answer{std::istreambuf_iterator<char>(file), {}};
        std::ifstream log(folder / "log");
        const std::string said{std::istreambuf_iterator<char>(log), {}};
        std::filesystem::remove_all(folder);
        if (said.find("UNBOUNDED") != std::string::npos || said.find("NO DUAL FEASIBLE") != std::string::npos) return 1'000'000;
        const auto goal = answer.find("goal = ");
        if (answer.find("INTEGER OPTIMAL") == std::string::npos || goal == std::string::npos) {
            throw std::runtime_error("no answer of the attacker's program:\n" + said);
        }
        return std::lround(std::stod(answer.substr(goal + 7, 30)));
    }

    const Release& release;
    std::string known;
};

struct Learned {
    int tried = 0, exactly = 0, nearly = 0;
};

Learned attack(const Release& release, std::mt19937& random, int most) {
    std::vector<std::pair<std::size_t, std::size_t>> hidden;
    for (std::size_t table = 0; table < release.tables.size(); ++table) {
        const Table& one = release.tables[table];
        const auto counts = count_nodes(release, one);
        for (std::size_t cell = 0; cell < one.states.size(); ++cell) {
            const bool is_small = counts[cell] > 0 && counts[cell] < release.thresholds.front();
            if (one.states[cell] == State::hidden || (one.states[cell] == State::withheld && is_small)) {
                hidden.emplace_back(table, cell);
            }
        }
    }
    std::ranges::shuffle(hidden, random);
    const Attacker attacker(release);
    Learned learned;
    for (const auto& [table, cell] : hidden) {
        if (learned.tried == most) break;
        const Table& one = release.tables[table];
        const auto count = count_nodes(release, one)[cell];
        const int threshold = release.thresholds[static_cast<std::size_t>(nodes_at(release, one, cell)[0])];
        const auto [least, most_it_is] = attacker.bounds_of(table, cell);
        const long needed = count < threshold ? std::min(3, threshold - 2) : 3;
        ++learned.tried;
        learned.exactly += least == most_it_is;
        learned.nearly += most_it_is - least < needed;
    }
    return learned;
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
                                {3, 12, 4, 2, 1200, 5}};

TEST(Suppression, NobodyWithLinearProgrammingLearnsAHiddenCell) {
    const char* longer = std::getenv("DIGILOTS_LONG");
    std::mt19937 random(20261129);
    for (int round = 0; round < (longer ? 8 : 1); ++round) {
        for (const Shape& shape : shapes) {
            Release release = made_up(shape, random);
            release_by_time(release);
            const auto learned = attack(release, random, longer ? 200 : 16);
            EXPECT_EQ(learned.exactly, 0) << shape.people << " people";
            EXPECT_EQ(learned.nearly, 0) << shape.people << " people, threshold " << shape.threshold;
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
