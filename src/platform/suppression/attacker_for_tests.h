#pragma once
// Somebody who has everything that was released and a program for linear programming (Debian's glpk-utils).
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "platform/suppression/release.h"

namespace digilots::suppression {

/// The nodes of a cell.
inline std::vector<int> nodes_at(const Release& release, const Table& table, std::size_t cell) {
    std::vector<const Dimension*> dimensions;
    for (const auto* some : {&release.shared, &table.own}) for (const Dimension& one : *some) dimensions.push_back(&one);
    std::vector<int> nodes(dimensions.size());
    for (std::size_t at = dimensions.size(); at-- > 0;) {
        nodes[at] = static_cast<int>(cell % static_cast<std::size_t>(dimensions[at]->nodes()));
        cell /= static_cast<std::size_t>(dimensions[at]->nodes());
    }
    return nodes;
}

/// An attacker with linear programming: the least and the most that a cell may be, by everything that was released.
class Attacker {
public:
    explicit Attacker(const Release& release) : release(release) {
        std::ostringstream rules, bounds, whole;
        for (std::size_t table = 0; table < release.tables.size(); ++table) {
            const Table& one = release.tables[table];
            const auto counts = count_nodes(release, one);
            names.emplace_back();
            for (std::size_t cell = 0; cell < one.states.size(); ++cell) {
                const auto nodes = nodes_at(release, one, cell);
                const auto sum = sum_of(table, nodes);
                names.back().push_back(sum);
                const bool is_leaf = sum.starts_with('x');
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
                for (const Dimension& own : one.own) nodes.push_back(own.leaves);
                rules << " " << sum_of(table, nodes) << " - " << shared_sum << " = 0\n";
            }
        }
        known = "subject to\n" + sums.str() + rules.str() + "general\n" + whole.str() + "end\n";
    }

    std::pair<long, long> bounds_of(std::size_t table, std::size_t cell) const {
        // Every cell has its variable by now.
        const auto sum = names.at(table).at(cell);
        return {solve("minimize", sum), solve("maximize", sum)};
    }

private:
    /// What a cell is called: a sum has a variable of its own, which is that of its parts along one dimension. So a table of
    /// thousands of cells stays a program that is solved at once.
    std::string sum_of(std::size_t table, const std::vector<int>& nodes) {
        const Table& one = release.tables[table];
        std::vector<const Dimension*> dimensions;
        for (const auto* some : {&release.shared, &one.own}) for (const Dimension& each : *some) dimensions.push_back(&each);
        std::string name = std::to_string(table);
        for (const int node : nodes) name += "_" + std::to_string(node);
        for (std::size_t at = 0; at < dimensions.size(); ++at) {
            if (nodes[at] < dimensions[at]->leaves) continue;
            name = "y" + name;
            if (!summed.insert(name).second) return name;
            std::string parts = " " + name;
            auto part = nodes;
            for (const int leaf : dimensions[at]->sums[static_cast<std::size_t>(nodes[at] - dimensions[at]->leaves)]) {
                part[at] = leaf;
                parts += " - " + sum_of(table, part);
            }
            sums << parts << " = 0\n";
            return name;
        }
        return "x" + name;
    }

    static std::string text_of(const std::filesystem::path& path) {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return std::move(text).str();
    }

    long solve(const char* direction, const std::string& sum) const {
        const auto name = "digilots-attack-" + std::to_string(::getpid()) + "-" + std::to_string(asked++);
        const auto folder = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "problem.lp") << direction << "\n goal: " << sum << "\n" << known;
        const std::string command = "glpsol --tmlim 60 --lp " + (folder / "problem.lp").string() + " -o " +
                                    (folder / "answer").string() + " > " + (folder / "log").string() + " 2>&1";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("glpsol (Debian's glpk-utils) does not answer");
        const auto answer = text_of(folder / "answer");
        const auto said = text_of(folder / "log");
        std::filesystem::remove_all(folder);
        if (said.find("UNBOUNDED") != std::string::npos || said.find("NO DUAL FEASIBLE") != std::string::npos) return 1'000'000;
        const auto goal = answer.find("goal = ");
        if (answer.find("INTEGER OPTIMAL") == std::string::npos || goal == std::string::npos) {
            throw std::runtime_error("no answer of the attacker's program:\n" + said);
        }
        return std::lround(std::stod(answer.substr(goal + 7, 30)));
    }

    const Release& release;
    std::vector<std::vector<std::string>> names;    // of a table's cells
    std::set<std::string> summed;                   // those whose parts are said
    std::ostringstream sums;
    std::string known;
    static inline std::atomic<int> asked = 0;       // two at once ask in folders of their own
};

struct Learned {
    int tried = 0, exactly = 0, nearly = 0;
    std::string what = "";                          // is known too closely, one a line

    void add(const Learned& other) {
        tried += other.tried;
        exactly += other.exactly;
        nearly += other.nearly;
        what += other.what;
    }
};

/// What is learned of one cell.
inline Learned attack(const Attacker& attacker, const Release& release, std::size_t table, std::size_t cell) {
    const Table& one = release.tables[table];
    const auto nodes = nodes_at(release, one, cell);
    const auto count = count_nodes(release, one)[cell];
    const int threshold = release.thresholds[static_cast<std::size_t>(nodes[0])];
    const auto [least, most] = attacker.bounds_of(table, cell);
    const long needed = count < threshold ? std::min(3, threshold - 2) : 3;
    Learned learned{1, least == most, most - least < needed, ""};
    if (learned.nearly == 0) return learned;
    learned.what = one.key + " at";
    for (const int node : nodes) learned.what += " " + std::to_string(node);
    learned.what += ": " + std::to_string(count) + ", threshold " + std::to_string(threshold) + ", known to be " +
                    std::to_string(least) + " to " + std::to_string(most) + "\n";
    return learned;
}

inline Learned attack(const Release& release, std::mt19937& random, int most) {
    std::vector<std::pair<std::size_t, std::size_t>> hidden;
    for (std::size_t table = 0; table < release.tables.size(); ++table) {
        const Table& one = release.tables[table];
        const auto counts = count_nodes(release, one);
        for (std::size_t cell = 0; cell < one.states.size(); ++cell) {
            const int threshold = release.thresholds[static_cast<std::size_t>(nodes_at(release, one, cell)[0])];
            const bool is_small = counts[cell] > 0 && counts[cell] < threshold;
            if (one.states[cell] == State::hidden || (one.states[cell] == State::withheld && is_small)) {
                hidden.emplace_back(table, cell);
            }
        }
    }
    std::ranges::shuffle(hidden, random);
    hidden.resize(std::min(hidden.size(), static_cast<std::size_t>(most)));
    const Attacker attacker(release);
    const auto every_second = [&](std::size_t first) {
        Learned learned;
        for (std::size_t at = first; at < hidden.size(); at += 2) {
            learned.add(attack(attacker, release, hidden[at].first, hidden[at].second));
        }
        return learned;
    };
    auto others = std::async(std::launch::async, every_second, 1);
    auto all = every_second(0);
    all.add(others.get());
    return all;
}

}  // namespace digilots::suppression
