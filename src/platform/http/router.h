#pragma once
// Finds the route of a path. A literal segment wins over a parameter with an ending ("{slug}.ics"), that one over a parameter
// alone; a trailing slash is a segment of its own.
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/route.h"

namespace digilots::http {

class Router {
public:
    /// Two routes with the same method and shape are a Bug.
    explicit Router(Routes routes);
    ~Router();

    struct Match {
        const Route* route = nullptr;         // nullptr: not this method (see allow) or no such path
        std::vector<std::string> parameters;  // in the order of the path
        std::string allow;                    // "GET, HEAD, OPTIONS, POST" where the path exists, else ""
    };
    Match find(Method method, std::string_view path) const;
    const Routes& routes() const { return routes_; }
    /// "{municipality}" and so on, in the order of the path.
    static std::vector<std::string> parameter_names(std::string_view pattern);

private:
    struct Node;
    const Node* find_node(const Node& node, std::string_view rest,
                          std::vector<std::string>& parameters) const;
    Routes routes_;
    std::unique_ptr<Node> root_;
};

}  // namespace digilots::http
