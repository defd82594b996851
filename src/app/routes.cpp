#include <algorithm>
#include <set>

#include "app/api_description.h"
#include "app/application.h"
#include "app/phones.h"
#include "app/program_page.h"
#include "app/sitemap.h"

namespace digilots::app {

namespace {

std::string_view word_of(http::Method method) {
    switch (method) {
        case http::Method::get: return "GET";
        case http::Method::head: return "HEAD";
        case http::Method::post: return "POST";
        case http::Method::put: return "PUT";
        case http::Method::patch: return "PATCH";
        case http::Method::delete_: return "DELETE";
        case http::Method::options: return "OPTIONS";
        case http::Method::other: break;
    }
    return "OTHER";
}

}  // namespace

http::Routes Application::routes() const {
    auto all = routes_of(slices);
    all.push_back(api_description(all_of(slices, &Slice::scopes)));
    all.push_back(program_page(options.source_address, municipalities));
    for (auto& route : sitemap_routes(municipalities, slices)) all.push_back(std::move(route));
    const auto tenants = [this] {
        std::vector<http::Tenant> found;
        for (const auto& one : municipalities.active())
            if (auto tenant = municipalities.find_tenant(one.slug)) found.push_back(std::move(*tenant));
        return found;
    };
    return with_phones(std::move(all), tenants,
                             {{"municipality", kept::Dependence::Of::everyone},
                              {"municipality_active", kept::Dependence::Of::everyone}});
}

std::vector<std::string> first_parts(const http::Routes& routes) {
    // What the server answers by itself.
    std::set<std::string> parts{"healthz", "metrics", "readyz", "static", "dev"};
    for (const auto& route : routes) {
        const auto first = std::string_view(route.path).substr(1, route.path.find('/', 1) - 1);
        if (!first.empty() && !first.starts_with('{')) parts.emplace(first);
    }
    return {parts.begin(), parts.end()};
}

std::vector<std::string> route_lines(const http::Routes& routes) {
    std::vector<std::pair<std::string, std::string>> sorted;   // path, "METHOD PATH ROLE"
    for (const auto& route : routes) {
        const auto method = std::string(word_of(route.method));
        sorted.emplace_back(route.path + " " + method, method + " " + route.path + " " + http::name_of(route.access));
    }
    std::ranges::sort(sorted);
    std::vector<std::string> lines;
    for (auto& [key, line] : sorted) lines.push_back(std::move(line));
    return lines;
}

}  // namespace digilots::app
