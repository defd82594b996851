#include "releases/layout.h"

#include <algorithm>

#include "platform/base/lists.h"

namespace digilots::releases {

namespace {

enum class Node { leaf, all, group };

/// One dimension with what its nodes are called.
struct Axis {
    suppression::Dimension dimension;
    std::vector<std::string> names = {};
    std::vector<Node> nodes = {};
};

std::set<std::string> ever_counted(const Year& year, const std::string& key) {
    std::set<std::string> counted;
    for (const auto& [month, places] : year.counted)
        for (const auto& [place, tables] : places)
            if (const auto found = tables.find(key); found != tables.end())
                for (const auto& [term, count] : found->second) counted.insert(term);
    return counted;
}

/// In the order of the list; one at least.
std::vector<std::string> in_order(std::set<std::string> counted, const std::string& list) {
    std::vector<std::string> terms;
    for (const auto& term : terms_of(list))
        if (counted.erase(term) > 0) terms.push_back(term);
    terms.insert(terms.end(), counted.begin(), counted.end());
    if (terms.empty()) terms.emplace_back();
    return terms;
}

Axis axis_of(std::string key, const std::vector<std::string>& terms) {
    Axis axis{{std::move(key), static_cast<int>(terms.size()), {{}}}};
    for (int leaf = 0; leaf < axis.dimension.leaves; ++leaf) axis.dimension.sums.front().push_back(leaf);
    axis.names = terms;
    axis.nodes.assign(terms.size(), Node::leaf);
    axis.names.emplace_back(whole);
    axis.nodes.push_back(Node::all);
    return axis;
}

void add_groups(Axis& axis) {
    std::map<std::string, std::vector<int>> groups;
    for (int leaf = 0; leaf < axis.dimension.leaves; ++leaf)
        groups[group_of(axis.names[static_cast<std::size_t>(leaf)])].push_back(leaf);
    for (auto& [group, leaves] : groups) {
        axis.dimension.sums.push_back(std::move(leaves));
        axis.names.push_back(group);
        axis.nodes.push_back(Node::group);
    }
}

/// Of the cells that a topic's group and the group of the topic behind it make: each topic, and each two groups.
Layout::Told told_of_topics(Node first, const std::string& topic, Node second, const std::string& also) {
    if (first == Node::leaf && second == Node::all) return {0, topic};
    return first == Node::group && second == Node::leaf ? Layout::Told{1, crossed(topic, also)} : Layout::Told{};
}

Layout::Told told_of_bodies(Node first, const std::string& body, Node second, const std::string& barrier) {
    if (first == Node::leaf && second == Node::all) return {0, body};
    return first == Node::leaf ? Layout::Told{2, crossed(body, barrier)} : Layout::Told{1, barrier};
}

Layout crossed_layout(const Year& year, const std::string& key) {
    const bool is_of_bodies = key == "body";
    std::set<std::string> firsts, seconds;
    for (const auto& term : ever_counted(year, key)) {
        firsts.insert(both_of(term).first);
        seconds.insert(both_of(term).second);
    }
    auto first = axis_of(key, in_order(std::move(firsts), key));
    auto second = axis_of(is_of_bodies ? "barrier" : "also", in_order(std::move(seconds), is_of_bodies ? "barrier" : "topic"));
    if (!is_of_bodies) add_groups(first);
    Layout layout;
    layout.tables = is_of_bodies ? std::vector<std::string>{"body", "barrier", "body_barrier"}
                                 : std::vector<std::string>{"topic", "together"};
    for (std::size_t one = 0; one < first.names.size(); ++one) {
        for (std::size_t other = 0; other < second.names.size(); ++other) {
            const auto at_one = first.nodes[one], at_other = second.nodes[other];
            if (at_one == Node::all && at_other == Node::all) layout.all = layout.cells.size();
            layout.cells.push_back((is_of_bodies ? told_of_bodies : told_of_topics)(at_one, first.names[one], at_other,
                                                                                    second.names[other]));
            if (at_one == Node::leaf && at_other == Node::leaf) {
                const auto at = layout.leaves.size();
                layout.leaves[crossed(first.names[one], second.names[other])] = at;
            }
        }
    }
    layout.cells[layout.all] = {0, whole};
    layout.own = {std::move(first.dimension), std::move(second.dimension)};
    return layout;
}

Layout plain_layout(const Year& year, const std::string& key) {
    auto axis = axis_of(key, in_order(ever_counted(year, key), key));
    Layout layout{.own = {}, .tables = {key}, .cells = {}, .leaves = {}};
    for (const auto& name : axis.names) layout.cells.push_back({0, name});
    layout.all = axis.names.size() - 1;
    for (std::size_t leaf = 0; leaf < layout.all; ++leaf) layout.leaves[axis.names[leaf]] = leaf;
    layout.own = {std::move(axis.dimension)};
    return layout;
}

}  // namespace

Layout layout_of(const Year& year, const std::string& key) {
    if (key == table_keys().front()) return {.own = {}, .tables = {key}, .cells = {{0, whole}}, .leaves = {{whole, 0}}};
    const bool is_wide = (key == "topic" && base::holds(year.tables, "together")) ||
                         (key == "body" && base::holds(year.tables, "body_barrier"));
    return is_wide ? crossed_layout(year, key) : plain_layout(year, key);
}

}  // namespace digilots::releases
