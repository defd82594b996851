#include <algorithm>

#include "directory/pages.h"
#include "directory/registers.h"
#include "platform/print/format.h"
#include "platform/register/pages.h"

namespace digilots::directory {
namespace {

using http::Access;
using http::Method;

const std::vector<std::string> place_query{"open", "topic", "aid", "kind", "near", "page"};
const std::vector<std::string> e_service_query{"login", "topic", "department"};
const std::vector<std::string> place_list_query{"open", "topic", "aid", "kind", "near", "limit", "cursor"};
const std::vector<std::string> e_service_list_query{"login", "topic", "department", "limit", "cursor"};

/// With what stands beside a place (know_beside): times to book, and who is there by the rota.
kept::Dependences of_place_page() {
    kept::Dependences from = made_from;
    for (const char* name : {"booking_offer", "rota", "rota_exception", "resource", "booking"}) from.push_back({name});
    return from;
}

/// With when it is applied for again (renewal.h).
kept::Dependences of_e_service_page() {
    kept::Dependences from = made_from;
    from.push_back({"renewal"});
    return from;
}

void add_public(http::Routes& routes, const auto& page) {
    routes.push_back({Method::get, "/{municipality}/places", Access::anyone, page(find_place_page), place_query, made_from});
    routes.push_back({Method::get, "/{municipality}/places/{slug}", Access::anyone, page(show_place_page), {}, of_place_page()});
    routes.push_back({Method::get, "/{municipality}/places/{slug}/leaflet", Access::anyone, page(leaflet_page), {}, made_from});
    routes.push_back({Method::get, "/{municipality}/places/{slug}/leaflet.pdf", Access::anyone, page(leaflet_file),
                      print::format_query(), made_from, http::Effort::drawing});
    routes.push_back({Method::get, "/{municipality}/places/{slug}/leaflet.odt", Access::anyone, page(leaflet_to_change),
                      print::format_query(), made_from, http::Effort::drawing});
    routes.push_back({Method::get, "/{municipality}/places/{slug}/calendar.ics", Access::anyone, page(place_calendar_page), {},
                      made_from});
    routes.push_back({Method::get, "/{municipality}/e-services", Access::anyone,
                      page(find_e_service_page), e_service_query, made_from});
    routes.push_back({Method::get, "/{municipality}/e-services/{slug}", Access::anyone,
                      page(show_e_service_page), {}, of_e_service_page()});
    routes.push_back({Method::get, "/{municipality}/services/{slug}", Access::anyone,
                      page(show_service_page), {}, made_from});
    routes.push_back({Method::get, "/{municipality}/contacts/{slug}", Access::anyone,
                      page(show_contact_page), {}, made_from});
}

void add_api(http::Routes& routes, const auto& page) {
    routes.push_back({Method::get, "/api/v1/{municipality}/places", Access::anyone,
                      page(list_places), place_list_query, of_place_page()});
    routes.push_back({Method::get, "/api/v1/{municipality}/places/{slug}", Access::anyone, page(show_place), {},
                      of_place_page()});
    routes.push_back({Method::get, "/api/v1/{municipality}/e-services", Access::anyone,
                      page(list_e_services), e_service_list_query, made_from});
    routes.push_back({Method::get, "/api/v1/{municipality}/e-services/{slug}", Access::anyone,
                      page(show_e_service), {}, of_e_service_page()});
}

void add_staff(http::Routes& routes, const auto& page) {
    routes.push_back({Method::get, "/{municipality}/staff/directory", Access::editor, page(manage_directory_page)});
    routes.push_back({Method::get, "/{municipality}/staff/directory/to-complete", Access::editor, page(to_complete_page)});
    routes.push_back({Method::get, "/{municipality}/staff/contacts/{slug}", Access::guide, page(show_contact_to_staff)});
    const auto file = [&](const char* path, auto handler) {
        routes.push_back({Method::get, path, Access::guide, page(handler), {}, {}, http::Effort::drawing});
    };
    routes.push_back({Method::get, "/{municipality}/staff/phone-list", Access::guide, page(phone_list_page)});
    file("/{municipality}/staff/phone-list.pdf", phone_list_file);
    file("/{municipality}/staff/phone-list.odt", phone_list_to_change);
    routes.push_back({Method::get, "/{municipality}/staff/slips/{kind}/{id}", Access::guide, page(slip_page)});
    file("/{municipality}/staff/slips/{kind}/{id}/slip.pdf", slip_file);
    routes.push_back({Method::post, "/{municipality}/staff/directory/verified", Access::editor, page(mark_verified)});
    routes.push_back({Method::post, "/{municipality}/staff/directory/contacts/{id}/end", Access::editor, page(end_contact)});
}

}  // namespace

http::Routes routes(Directory& directory, db::Database& database, const municipality::Municipalities& municipalities,
                    const base::Clock& clock, const MapTiles& tiles) {
    return routes(directory, database, municipalities, clock, tiles, nullptr);
}

http::Routes routes(Directory& directory, db::Database& database, const municipality::Municipalities& municipalities,
                    const base::Clock& clock, const MapTiles& tiles, RenewalsOf renewals_of) {
    const auto page = http::handlers_with(Pages{directory, database, municipalities, clock, tiles, std::move(renewals_of)});
    http::Routes routes;
    add_public(routes, page);
    add_api(routes, page);
    add_staff(routes, page);
    return routes;
}

}  // namespace digilots::directory
