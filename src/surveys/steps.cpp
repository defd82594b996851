#include "surveys/steps.h"

#include <algorithm>
#include <optional>

#include "platform/base/lists.h"
#include "platform/base/text.h"

namespace digilots::surveys {

namespace {

constexpr char joint = '+';

bool has_steps(const Asked& asked) {
    const auto kind = asked.question.kind;
    const bool is_ordered = kind == Kind::scale || kind == Kind::matrix || kind == Kind::number;
    constexpr std::size_t fewest_steps = 3;
    return is_ordered && asked.question.split.empty() && asked.lines.size() >= fewest_steps;
}

/// How many chose each step, by round, and last of all rounds. A round in which fewer than `fewest` answered is told by nobody.
std::vector<std::vector<std::int64_t>> numbers_by_round(const Asked& asked, const std::vector<RoundTally>& rounds) {
    std::vector<std::vector<std::int64_t>> numbers;
    std::vector<std::int64_t> all(asked.lines.size(), 0);
    for (const auto& round : rounds) {
        std::vector<std::int64_t> steps;
        std::int64_t answered = 0;
        for (const auto& line : asked.lines) {
            steps.push_back(round.whole.of(asked.name, line.value, ""));
            answered += steps.back();
        }
        for (std::size_t at = 0; at < steps.size(); ++at) all[at] += steps[at];
        if (answered >= fewest) numbers.push_back(std::move(steps));
    }
    numbers.push_back(std::move(all));
    return numbers;
}

/// Whether the steps from `first` until before `end` are told as one: nobody, or enough.
bool is_enough(const std::vector<std::vector<std::int64_t>>& numbers, std::size_t first, std::size_t end) {
    return std::ranges::all_of(numbers, [&](const std::vector<std::int64_t>& steps) {
        std::int64_t sum = 0;
        for (auto at = first; at < end; ++at) sum += steps[at];
        return sum == 0 || sum >= fewest;
    });
}

/// Where each line ends: as many lines as can be, then such as are alike in length. Nothing where there is no way, or one line.
std::vector<std::size_t> ends_of_lines(const std::vector<std::vector<std::int64_t>>& numbers, std::size_t steps) {
    constexpr std::size_t for_each_step = 1000;
    struct Way {
        std::size_t cost = 0, from = 0;
    };
    std::vector<std::optional<Way>> best(steps + 1);
    best[0] = Way{};
    for (std::size_t end = 1; end <= steps; ++end)
        for (std::size_t first = 0; first < end; ++first) {
            const bool is_all = first == 0 && end == steps;
            if (!best[first] || is_all || !is_enough(numbers, first, end)) continue;
            const auto length = end - first;
            const auto cost = best[first]->cost + (length - 1) * for_each_step + length * length;
            if (!best[end] || cost < best[end]->cost) best[end] = Way{cost, first};
        }
    std::vector<std::size_t> ends;
    if (!best[steps]) return ends;
    for (auto end = steps; end > 0; end = best[end]->from) ends.push_back(end);
    std::ranges::reverse(ends);
    return ends;
}

void add_together(Tally& tally, const std::string& table, const std::string& step, const std::string& line) {
    const auto found = tally.counts.find({table, step});
    if (found == tally.counts.end()) return;
    auto& together = tally.counts[{table, line}];
    for (const auto& [group, number] : found->second) together[group] += number;
}

}  // namespace

std::vector<std::string> steps_in(std::string_view value) {
    std::vector<std::string> steps;
    for (const auto step : base::split(value, joint)) steps.emplace_back(step);
    return steps;
}

bool are_steps_together(const Asked& asked) {
    return std::ranges::any_of(asked.lines, [](const Asked::Line& line) { return line.value.find(joint) != std::string::npos; });
}

void put_steps_together(std::vector<Asked>& asked, std::vector<RoundTally>& rounds) {
    for (auto& one : asked) {
        if (!has_steps(one)) continue;
        const auto ends = ends_of_lines(numbers_by_round(one, rounds), one.lines.size());
        if (ends.empty() || ends.size() == one.lines.size()) continue;
        std::vector<Asked::Line> lines;
        std::size_t at = 0;
        for (const auto end : ends) {
            std::vector<std::string> steps;
            for (; at < end; ++at) steps.push_back(one.lines[at].value);
            lines.push_back({base::joined(steps, std::string(1, joint)), {}});
            if (steps.size() < 2) continue;
            for (auto& round : rounds)
                for (const auto& step : steps) {
                    add_together(round.whole, one.name, step, lines.back().value);
                    add_together(round.parts, one.name, step, lines.back().value);
                }
        }
        one.lines = std::move(lines);
    }
}

std::optional<Figure> figure_of(const Asked& asked, std::string_view value) {
    const auto wanted = steps_in(value);
    Figure sum;
    std::size_t found = 0;
    for (const auto& line : asked.lines) {
        const auto steps = steps_in(line.value);
        const bool is_within = std::ranges::all_of(steps, [&](const std::string& step) { return base::holds(wanted, step); });
        if (!is_within || line.figures.empty()) continue;
        found += steps.size();
        sum.is_hidden = sum.is_hidden || line.figures.front().is_hidden;
        sum.count += line.figures.front().count;
    }
    if (found != wanted.size()) return std::nullopt;
    if (sum.is_hidden) sum.count = 0;
    return sum;
}

}  // namespace digilots::surveys
