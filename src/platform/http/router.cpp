#include "platform/http/router.h"

#include <optional>

#include "platform/base/ensure.h"
#include "platform/http/names.h"

namespace digilots::http {

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::map<std::string, std::unique_ptr<Node>> endings;  // of a parameter: ".ics"
    std::unique_ptr<Node> parameter;
    std::map<Method, const Route*> routes;
};

namespace {

std::string_view take_segment(std::string_view& rest, bool& more) {
    const auto end = rest.find('/');
    const auto segment = rest.substr(0, end);
    more = end != std::string_view::npos;
    rest = more ? rest.substr(end + 1) : std::string_view();
    return segment;
}

struct Parameter {
    std::string name, ending;
};

/// "{slug}", "{slug}.ics"; nothing for a literal segment.
std::optional<Parameter> read_parameter(std::string_view segment) {
    const auto end = segment.find('}');
    if (!segment.starts_with('{') || end == std::string_view::npos || end < 2) return std::nullopt;
    return Parameter{std::string(segment.substr(1, end - 1)), std::string(segment.substr(end + 1))};
}

}  // namespace

Router::Router(Routes routes) : routes_(std::move(routes)), root_(std::make_unique<Node>()) {
    for (const auto& route : routes_) {
        ENSURE(route.path.starts_with('/') && route.handler);
        Node* node = root_.get();
        std::string_view rest = std::string_view(route.path).substr(1);
        for (bool more = true; more;) {
            const auto segment = take_segment(rest, more);
            const auto parameter = read_parameter(segment);
            auto& next = !parameter                  ? node->literals[std::string(segment)]
                         : parameter->ending.empty() ? node->parameter
                                                     : node->endings[parameter->ending];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
        }
        const bool is_new = node->routes.emplace(route.method, &route).second;
        ENSURE(is_new);
    }
}

Router::~Router() = default;

const Router::Node* Router::find_node(const Node& node, std::string_view rest,
                                      std::vector<std::string>& parameters) const {
    bool more = false;
    const auto segment = take_segment(rest, more);
    const auto go_on = [&](const Node& next) -> const Node* {
        if (!more) return next.routes.empty() ? nullptr : &next;
        return find_node(next, rest, parameters);
    };
    if (const auto literal = node.literals.find(segment); literal != node.literals.end())
        if (const Node* found = go_on(*literal->second)) return found;
    for (const auto& [ending, next] : node.endings) {
        if (segment.size() <= ending.size() || !segment.ends_with(ending)) continue;
        parameters.emplace_back(segment.substr(0, segment.size() - ending.size()));
        if (const Node* found = go_on(*next)) return found;
        parameters.pop_back();
    }
    if (!node.parameter || segment.empty()) return nullptr;
    parameters.emplace_back(segment);
    if (const Node* found = go_on(*node.parameter)) return found;
    parameters.pop_back();
    return nullptr;
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    const Node* node = find_node(*root_, path.substr(1), match.parameters);
    if (node == nullptr) return match;
    const auto found = node->routes.find(method == Method::head ? Method::get : method);
    if (found != node->routes.end()) match.route = found->second;
    for (const auto& [allowed, route] : node->routes) {
        match.allow += std::string(name_of(allowed)) + ", ";
        if (allowed == Method::get) match.allow += "HEAD, ";
    }
    match.allow += "OPTIONS";
    return match;
}

std::vector<std::string> Router::parameter_names(std::string_view pattern) {
    std::vector<std::string> names;
    pattern.remove_prefix(1);
    for (bool more = true; more;) {
        const auto segment = take_segment(pattern, more);
        if (auto parameter = read_parameter(segment)) names.push_back(std::move(parameter->name));
    }
    return names;
}

}  // namespace digilots::http
