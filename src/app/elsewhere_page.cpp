#include "app/elsewhere_page.h"

#include <memory>
#include <set>

#include "app/templates.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"

namespace digilots::app {

namespace {

constexpr std::string_view staff_start = "/staff/", any_municipality = "/{municipality}";

using StaffPaths = std::set<std::string, std::less<>>;

/// "/staff/inquiries": those that every municipality has under the same address.
StaffPaths staff_paths(const http::Routes& routes) {
    StaffPaths paths;
    for (const auto& route : routes) {
        const std::string_view path(route.path);
        if (route.method != http::Method::get || !path.starts_with(any_municipality)) continue;
        const auto rest = path.substr(any_municipality.size());
        if (rest.starts_with(staff_start) && rest.find('{') == rest.npos) paths.emplace(rest);
    }
    return paths;
}

/// A record of the other municipality is not at home: the list that it would stand in is.
std::string nearest(std::string_view path, const StaffPaths& paths) {
    while (!path.empty() && !paths.contains(path)) path = path.substr(0, path.rfind('/'));
    return path.empty() ? std::string(staff_start) : std::string(path);
}

http::Response elsewhere_page(const http::Request& request, const municipality::Municipality& home, const StaffPaths& paths) {
    html::Page page(request);
    const auto& there = *request.tenant;
    page.title = page.t("You work for {municipality}", {{"municipality", home.name}});
    page.indexable = false;
    const auto path = std::string_view(request.path).substr(there.slug.size() + 1);
    const ElsewhereView view{there.name, home.name, page.url("/" + home.slug + nearest(path, paths))};
    return html::render_page(page, templates::elsewhere_page(view, page), 404);
}

}  // namespace

http::ErrorPage error_page_for(const http::Routes& routes, const municipality::Municipalities& municipalities) {
    return [paths = std::make_shared<const StaffPaths>(staff_paths(routes)), &municipalities](const http::Request& request, int status) {
        const bool is_of_staff = status == 404 && request.tenant && request.host_tenant.empty() && request.identity &&
                                 !request.identity->account_id.empty() &&
                                 request.path.starts_with("/" + request.tenant->slug + std::string(staff_start));
        if (!is_of_staff || request.identity->municipality_id == request.tenant->id) return html::error_page(request, status);
        const auto* home = municipality::Municipalities::find(request.identity->municipality_id);
        if (home == nullptr || !municipalities.is_active(home->id)) return html::error_page(request, status);
        return elsewhere_page(request, *home, *paths);
    };
}

}  // namespace digilots::app
