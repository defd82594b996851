#include "plan/tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace digilots::plan {

namespace {

constexpr std::array<std::string_view, 5> words_of_kinds{"strategy", "plan", "project", "area", "activity"};
constexpr int deepest = 20;  // what is deeper stands in a circle

template <class Part, class OfNodes>
void keep_by_node(const std::vector<Part>& all, OfNodes& by_node) {
    for (const auto& one : all) by_node[one.node].push_back(&one);
}

template <class OfNodes>
typename OfNodes::mapped_type those_of(const OfNodes& by_node, std::string_view node) {
    const auto found = by_node.find(node);
    return found == by_node.end() ? typename OfNodes::mapped_type{} : found->second;
}

std::vector<Placed> without_below(const std::vector<Placed>& parts, Kind lowest) {
    std::vector<Placed> kept;
    for (const auto& one : parts)
        if (one.node->kind <= lowest || one.depth == 0) kept.push_back(one);
    return kept;
}

}  // namespace

std::string_view word_of(Kind kind) {
    return words_of_kinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_called(std::string_view word) {
    const auto found = std::ranges::find(words_of_kinds, word);
    if (found == words_of_kinds.end()) return std::nullopt;
    return static_cast<Kind>(found - words_of_kinds.begin());
}

Plan::Plan(std::vector<Node> nodes, std::vector<Dependency> dependencies, std::vector<Milestone> milestones,
           std::vector<Criterion> criteria, std::vector<Document> documents, AskedIn asked_in)
    : nodes_(std::move(nodes)),
      dependencies_(std::move(dependencies)),
      milestones_(std::move(milestones)),
      criteria_(std::move(criteria)),
      documents_(std::move(documents)),
      asked_in_(std::move(asked_in)) {
    std::ranges::sort(nodes_, {}, [](const Node& one) { return std::tie(one.kind, one.code, one.title, one.id); });
    std::ranges::sort(milestones_, {}, [](const Milestone& one) { return std::tie(one.number, one.deadline, one.id); });
    for (const auto& node : nodes_) by_id_[node.id] = &node;
    for (const auto& node : nodes_) below_[by_id_.contains(node.parent) ? node.parent : ""].push_back(&node);
    place("", 0);
    for (std::size_t at = 0; at < placed_.size(); ++at) place_of_.try_emplace(placed_[at].node, at);
    keep_by_node(dependencies_, dependencies_of_);
    keep_by_node(milestones_, milestones_of_);
    keep_by_node(criteria_, criteria_of_);
    keep_by_node(documents_, documents_of_);
}

void Plan::place(const std::string& parent, int depth) {
    if (depth > deepest) return;
    for (const auto* node : below(parent)) {
        placed_.push_back({node, depth});
        place(node->id, depth + 1);
    }
}

const Node* Plan::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const Node*> Plan::below(std::string_view parent) const {
    const auto found = below_.find(parent);
    return found == below_.end() ? std::vector<const Node*>{} : found->second;
}

std::vector<const Node*> Plan::all_below(const Node& node) const {
    const auto place = place_of_.find(&node);
    if (place == place_of_.end()) return {&node};
    const auto first = placed_.begin() + static_cast<std::ptrdiff_t>(place->second);
    std::vector<const Node*> found{&node};
    for (auto at = first + 1; at != placed_.end() && at->depth > first->depth; ++at) found.push_back(at->node);
    return found;
}

std::vector<const Node*> Plan::above(const Node& node) const {
    std::vector<const Node*> found;
    const auto* at = find(node.parent);
    for (int depth = 0; at && depth < deepest; ++depth) {
        found.insert(found.begin(), at);
        at = find(at->parent);
    }
    return found;
}

std::string Plan::answers_for(const Node& node) const {
    if (!node.owner.empty()) return node.owner;
    const auto line = above(node);
    for (auto one = line.rbegin(); one != line.rend(); ++one)
        if (!(*one)->owner.empty()) return (*one)->owner;
    return "";
}

std::string Plan::whole_code(const Node& node) const {
    std::string code;
    auto line = above(node);
    line.push_back(&node);
    for (const auto* one : line) {
        if (one->code.empty() || one->kind < Kind::project) continue;
        code += (code.empty() ? "" : "-") + one->code;
    }
    return code;
}

std::string Plan::name_of(const Node& node) const {
    const auto code = whole_code(node);
    return code.empty() ? node.title : code + " " + node.title;
}

std::vector<const Milestone*> Plan::milestones_of(std::string_view node) const {
    return those_of(milestones_of_, node);
}

std::vector<const Criterion*> Plan::criteria_of(std::string_view node) const {
    return those_of(criteria_of_, node);
}

std::vector<const Document*> Plan::documents_of(std::string_view node) const {
    return those_of(documents_of_, node);
}

std::vector<const Dependency*> Plan::dependencies_of(std::string_view node) const {
    return those_of(dependencies_of_, node);
}

bool Plan::is_broken(const Dependency& dependency) const {
    const auto *node = find(dependency.node), *other = find(dependency.other);
    if (!dependency.must_be_first || !node || !other) return false;
    const auto begins = node->begun ? node->begun : node->starts;
    const auto is_over = other->done ? other->done : other->closed ? other->closed : other->ends;
    if (!begins) return false;
    if (node->begun && !other->is_over()) return true;
    return is_over && *begins < *is_over;
}

std::vector<Placed> folded(const std::vector<Placed>& parts, std::size_t most) {
    if (parts.size() <= most) return parts;
    auto kept = without_below(parts, Kind::area);
    return kept.size() <= most ? kept : without_below(kept, Kind::project);
}

}  // namespace digilots::plan
