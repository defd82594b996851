#include "app/roles_of_staff.h"

#include <algorithm>
#include <utility>

namespace digilots::app {

namespace {

bool asks_for_a_role(const http::Route& route) {
    using Kind = http::Access::Kind;
    switch (route.access.kind()) {
        case Kind::guide:
        case Kind::editor:
        case Kind::coordinator:
        case Kind::administrator:
        case Kind::privacy: return true;
        default: return route.path.starts_with("/{municipality}/staff/");
    }
}

http::Response nothing(const http::Request&) { return {}; }

}  // namespace

std::shared_ptr<const http::Router> roles_of_staff(const http::Routes& routes) {
    http::Routes asking;
    asking.reserve(static_cast<std::size_t>(std::ranges::count_if(routes, asks_for_a_role)));
    for (const auto& route : routes)
        if (asks_for_a_role(route)) asking.push_back({route.method, route.path, route.access, nothing});
    return std::make_shared<const http::Router>(std::move(asking));
}

}  // namespace digilots::app
