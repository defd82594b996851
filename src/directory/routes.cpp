#include <algorithm>

#include "directory/pages.h"
#include "directory/registers.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

using http::Access;
using http::Method;
using http::Request;

const std::vector<std::string> place_query{"open", "topic", "aid", "kind", "near", "page"};
const std::vector<std::string> e_service_query{"login", "topic", "department"};
const std::vector<std::string> place_list_query{"open", "topic", "aid", "kind", "near", "limit", "cursor"};
const std::vector<std::string> e_service_list_query{"login", "topic", "department", "limit", "cursor"};

void add_public(http::Routes& routes, const Pages& pages) {
    routes.push_back({Method::get, "/{municipality}/places", Access::anyone,
                      [pages](const Request& request) { return find_place_page(pages, request); }, place_query, made_from});
    routes.push_back({Method::get, "/{municipality}/places/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_place_page(pages, request); }, {}, made_from});
    routes.push_back({Method::get, "/{municipality}/e-services", Access::anyone,
                      [pages](const Request& request) { return find_e_service_page(pages, request); }, e_service_query,
                      made_from});
    routes.push_back({Method::get, "/{municipality}/e-services/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_e_service_page(pages, request); }, {}, made_from});
    routes.push_back({Method::get, "/{municipality}/services/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_service_page(pages, request); }, {}, made_from});
    routes.push_back({Method::get, "/{municipality}/contacts/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_contact_page(pages, request); }, {}, made_from});
}

void add_api(http::Routes& routes, const Pages& pages) {
    routes.push_back({Method::get, "/api/v1/{municipality}/places", Access::anyone,
                      [pages](const Request& request) { return list_places(pages, request); }, place_list_query,
                      made_from});
    routes.push_back({Method::get, "/api/v1/{municipality}/places/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_place(pages, request); }, {}, made_from});
    routes.push_back({Method::get, "/api/v1/{municipality}/e-services", Access::anyone,
                      [pages](const Request& request) { return list_e_services(pages, request); }, e_service_list_query,
                      made_from});
    routes.push_back({Method::get, "/api/v1/{municipality}/e-services/{slug}", Access::anyone,
                      [pages](const Request& request) { return show_e_service(pages, request); }, {}, made_from});
}

void add_staff(http::Routes& routes, const Pages& pages) {
    routes.push_back({Method::get, "/{municipality}/staff/directory", Access::editor,
                      [pages](const Request& request) { return manage_directory_page(pages, request); }});
    routes.push_back({Method::get, "/{municipality}/staff/directory/to-complete", Access::editor,
                      [pages](const Request& request) { return to_complete_page(pages, request); }});
    routes.push_back({Method::get, "/{municipality}/staff/contacts/{slug}", Access::guide,
                      [pages](const Request& request) { return show_contact_to_staff(pages, request); }});
    routes.push_back({Method::post, "/{municipality}/staff/directory/verified", Access::editor,
                      [pages](const Request& request) { return mark_verified(pages, request); }});
    routes.push_back({Method::post, "/{municipality}/staff/directory/contacts/{id}/end", Access::editor,
                      [pages](const Request& request) { return end_contact(pages, request); }});
}

}  // namespace

http::Routes routes(Directory& directory, db::Database& database, const municipality::Municipalities& municipalities,
                    const base::Clock& clock, const MapTiles& tiles) {
    const Pages pages{directory, database, municipalities, clock, tiles};
    http::Routes routes;
    add_public(routes, pages);
    add_api(routes, pages);
    add_staff(routes, pages);
    return routes;
}

}  // namespace digilots::directory
