#include "platform/http/router.h"

#include "platform/base/ensure.h"
#include "platform/http/names.h"

namespace digilots::http {

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
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

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

}  // namespace

Router::Router(Routes routes) : routes_(std::move(routes)), root_(std::make_unique<Node>()) {
    for (const auto& route : routes_) {
        ENSURE(route.path.starts_with('/') && route.handler);
        Node* node = root_.get();
        std::string_view rest = std::string_view(route.path).substr(1);
        for (bool more = true; more;) {
            const auto segment = take_segment(rest, more);
            auto& next = is_parameter(segment) ? node->parameter : node->literals[std::string(segment)];
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
        if (is_parameter(segment)) names.emplace_back(segment.substr(1, segment.size() - 2));
    }
    return names;
}

}  // namespace digilots::http
