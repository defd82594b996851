#include "app/elsewhere_page.h"

#include <memory>
#include <optional>
#include <set>

#include "app/roles_of_staff.h"
#include "app/templates.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/http/router.h"

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

std::optional<http::Role> role_of(http::Access access) {
    switch (access.kind()) {
        case http::Access::Kind::guide: return http::Role::guide;
        case http::Access::Kind::editor: return http::Role::editor;
        case http::Access::Kind::coordinator: return http::Role::coordinator;
        case http::Access::Kind::administrator:
        case http::Access::Kind::privacy: return http::Role::administrator;
        default: return std::nullopt;
    }
}

/// The role that the page is for, where this person has a lesser one. The same whether or not the record is there.
std::optional<http::Role> missing_role(const http::Request& request, const http::Router& router) {
    const bool reads = request.method == http::Method::head;
    const auto found = router.find(reads ? http::Method::get : request.method, request.path);
    if (found.route == nullptr || !request.identity->role) return std::nullopt;
    const auto least = role_of(found.route->access);
    return least && *request.identity->role < *least ? least : std::nullopt;
}

std::string own_role_text(http::Role role, const html::Page& page) {
    if (role == http::Role::guide) return page.t("You are a guide.");
    return role == http::Role::editor ? page.t("You are an editor.") : page.t("You are a coordinator.");
}

http::Response other_role_page(const http::Request& request, http::Role least) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    OtherRoleView view;
    view.own_role = own_role_text(*request.identity->role, page);
    if (least == http::Role::editor) {
        page.title = page.t("This page is for editors");
        view.who_may = page.t("Editors, coordinators and administrators can open it.");
    } else if (least == http::Role::coordinator) {
        page.title = page.t("This page is for coordinators");
        view.who_may = page.t("Coordinators and administrators can open it.");
    } else {
        page.title = page.t("This page is for administrators");
        view.who_may = page.t("Only administrators can open it.");
    }
    return html::render_page(page, templates::other_role_page(view, page), 404);
}

}  // namespace

http::ErrorPage error_page_for(const http::Routes& routes, const municipality::Municipalities& municipalities) {
    return [paths = std::make_shared<const StaffPaths>(staff_paths(routes)), router = roles_of_staff(routes),
            &municipalities](const http::Request& request, int status) {
        const bool is_of_staff = status == 404 && request.tenant && request.identity && !request.identity->account_id.empty() &&
                                 request.path.starts_with("/" + request.tenant->slug + std::string(staff_start));
        if (!is_of_staff) return html::error_page(request, status);
        if (request.identity->municipality_id == request.tenant->id) {
            const auto least = missing_role(request, *router);
            return least ? other_role_page(request, *least) : html::error_page(request, status);
        }
        if (!request.host_tenant.empty()) return html::error_page(request, status);
        const auto home = municipalities.about(request.identity->municipality_id);
        if (home == nullptr || !municipalities.is_active(home->id)) return html::error_page(request, status);
        return elsewhere_page(request, *home, *paths);
    };
}

}  // namespace digilots::app
