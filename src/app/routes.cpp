#include <algorithm>
#include <set>

#include "app/api_description.h"
#include "app/application.h"
#include "app/program_page.h"
#include "app/sitemap.h"
#include "platform/http/access.h"
#include "statistics/statistics.h"

namespace digilots::app {

namespace {

void append(http::Routes& all, http::Routes more) {
    for (auto& route : more) all.push_back(std::move(route));
}

/// The one chosen stays to be seen after it has closed.
std::vector<municipality::DeskChoice> desks_of(const directory::Directory& directory, std::string_view municipality_id,
                                               const std::string& chosen) {
    std::vector<municipality::DeskChoice> desks;
    for (const auto& place : directory.snapshot(municipality_id)->places) {
        const bool is_open = place.status == directory::Status::open;
        if (is_open || place.id == chosen) desks.push_back({place.id, place.name, is_open});
    }
    return desks;
}

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

http::Routes Application::routes(const directory::MapTiles& tiles, const std::string& source_address) {
    http::Routes all;
    append(all, municipality::routes(municipalities, [this](std::string_view id) {
        return desks_of(directory, id, municipalities.settings(id).fallback_place);
    }));
    append(all, accounts::routes(accounts, municipalities));
    append(all, taxonomy::routes(own_topics));
    append(all, directory::routes(directory, database, municipalities, clock, tiles));
    append(all, referral::routes(referral, directory, municipalities, clock));
    append(all, inquiries::routes(inquiries, referral));
    append(all, indicators::routes(indicators, municipalities, clock));
    append(all, progress::routes(progress, municipalities, clock));
    append(all, statistics::routes(measures(), municipalities, clock));
    all.push_back(api_description());
    all.push_back(program_page(source_address, municipalities));
    append(all, sitemap_routes(municipalities, directory));
    return all;
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
        sorted.emplace_back(route.path + " " + method, method + " " + route.path + " " + std::string(http::name_of(route.access)));
    }
    std::ranges::sort(sorted);
    std::vector<std::string> lines;
    for (auto& [key, line] : sorted) lines.push_back(std::move(line));
    return lines;
}

}  // namespace digilots::app
